// Findings for people: severity, code, place, what is wrong, the line with the place marked, what to do.
using Dsl.Cli.Hosting;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Cli.Output;

/// <summary>Prints findings as text.</summary>
internal sealed class DiagnosticText(TextWriter writer, bool colours, int width)
{
    private const int ShownPerFile = 200;
    private readonly Palette _palette = new(colours);

    /// <summary>Prints findings file by file, then a line that counts them.</summary>
    public void WriteAll(IReadOnlyCollection<Diagnostic> findings)
    {
        foreach (var file in findings.GroupBy(static finding => finding.Source.Path))
        {
            foreach (var finding in file.Take(ShownPerFile))
                Write(finding);
            if (file.Count() is > ShownPerFile and var count)
                writer.WriteLine($"{file.Key}：还有 {count - ShownPerFile} 处未列出；--format json 列出全部。\n");
        }
    }

    /// <summary>Such as 2 个错误，1 个警告.</summary>
    public static string Count(IReadOnlyCollection<Diagnostic> findings)
    {
        var counts = new[] { Severity.Error, Severity.Warning, Severity.Remark }
            .Select(severity => (Severity: severity, Number: findings.Count(finding => finding.Severity == severity)))
            .Where(static count => count.Number > 0)
            .Select(static count => $"{count.Number} 个{count.Severity.Word()}");
        return string.Join("，", counts) is { Length: > 0 } text ? text : "没有发现问题";
    }

    private void Write(Diagnostic finding)
    {
        var colour = _palette.Of(finding.Severity);
        var block = finding.Block is { } name ? "  " + SourceExcerpt.Printable(name) : "";
        writer.WriteLine($"{colour}{finding.Severity.Word()} {finding.Code}{_palette.End}  "
            + $"{_palette.Strong}{Place(finding.Source, finding.Span)}{_palette.End}{block}");
        writer.WriteLine("  " + SourceExcerpt.Printable(finding.Message));
        WriteExcerpt(finding, colour);
        if (finding.Remedy.Length > 0)
            writer.WriteLine("  怎么办：" + SourceExcerpt.Printable(finding.Remedy));
        foreach (var fix in finding.Fixes)
            writer.WriteLine($"  {_palette.Good}可改为：{_palette.End}{SourceExcerpt.Printable(fix.Title)}{Changed(finding.Source, fix)}");
        foreach (var (source, span, note) in finding.Related)
            writer.WriteLine($"  另见 {Place(source, span)}  {SourceExcerpt.Printable(note)}");
        writer.WriteLine();
    }

    private void WriteExcerpt(Diagnostic finding, string colour)
    {
        var number = finding.Source.PositionOf(finding.Span.Start).Line + 1;
        var gutter = number.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(5);
        var excerpt = SourceExcerpt.Of(finding.Source, finding.Span, width - gutter.Length - 4);
        if (excerpt.Before.Length + excerpt.Marked.Length + excerpt.After.Length == 0)
            return;
        writer.WriteLine($"{_palette.Faint}{gutter} │{_palette.End} {excerpt.Before}{colour}{excerpt.Marked}{_palette.End}{excerpt.After}");
        writer.WriteLine($"{_palette.Faint}{new string(' ', gutter.Length)} │{_palette.End} {colour}{excerpt.Marks}{_palette.End}");
    }

    /// <summary>The changed line, where a fix stays within one line; else nothing.</summary>
    private string Changed(SourceText source, TextFix fix)
    {
        if (fix.Edits.IsEmpty)
            return "";
        var line = source.PositionOf(fix.Edits[0].Span.Start).Line;
        var whole = source.LineSpan(line);
        if (whole.Length > width
            || fix.Edits
                .Any(edit => edit.Span.Start < whole.Start || edit.Span.End > whole.End || edit.NewText.AsSpan().ContainsAny('\n', '\r')))
            return "";
        var text = source[whole];
        foreach (var edit in fix.Edits.OrderByDescending(static edit => edit.Span.Start))
            text = text.Remove(edit.Span.Start - whole.Start, edit.Span.Length).Insert(edit.Span.Start - whole.Start, edit.NewText);
        return "  →  " + SourceExcerpt.Printable(text.Trim());
    }

    private static string Place(SourceText source, TextSpan span)
    {
        var position = source.PositionOf(span.Start);
        return $"{source.Path}:{position.Line + 1}:{position.Column + 1}";
    }
}
