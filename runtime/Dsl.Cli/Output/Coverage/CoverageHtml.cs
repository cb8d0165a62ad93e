// Coverage as a page: the document on the left with its quoted stretches marked, the clauses on the right, links both ways.
using System.Globalization;
using System.Net;
using Dsl.Semantics.Coverage;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Cli.Output.Coverage;

/// <summary>Writes coverage as one HTML page without anything from elsewhere.</summary>
internal static class CoverageHtml
{
    private const string Style = """
        body { margin: 0; font: 15px/1.8 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #222; }
        header, section > h2, section > p { padding: 0 24px; }
        .sides { display: grid; grid-template-columns: 3fr 2fr; gap: 24px; padding: 0 24px 24px; }
        .side { height: 82vh; overflow: auto; border: 1px solid #ddd; border-radius: 6px; padding: 12px 16px; }
        .heading { font-weight: 600; } .departments { color: #777; }
        .none { background: #fff1f0; } .part { background: #fffbe6; }
        mark { background: #d9f7be; } mark a { color: inherit; text-decoration: none; } mark:hover, :target { outline: 2px solid #389e0d; }
        .figure { border-bottom: 2px solid #999; } .figure.used { border-color: #389e0d; } .figure.notquoted { border-color: #cf1322; }
        article { border-bottom: 1px solid #eee; } pre { white-space: pre-wrap; font: 13px/1.6 "Noto Sans Mono CJK SC", monospace; background: #fafafa; padding: 8px; }
        @media print { .side { height: auto; overflow: visible; } }
        """;

    public static void Write(TextWriter output, CoverageReport report)
    {
        output.WriteLine("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>原文对照</title>\n<style>");
        output.WriteLine(Style);
        output.WriteLine("</style>\n</head>\n<body>\n<header><h1>原文对照</h1>");
        output.WriteLine("<p>绿底：已引用，点击看条款。红底的句子没有引用，黄底的引用了一部分。数下划线：绿为已使用，灰为只在依据中，"
            + "红为未引用。</p></header>");
        for (var i = 0; i < report.Policies.Count; i++)
            Write(output, report.Policies[i], string.Create(CultureInfo.InvariantCulture, $"p{i + 1}"));
        foreach (var number in report.WithoutSource)
            output.WriteLine($"<p>{Text(number)}：没有写原文，或者找不到原文，无法对照。</p>");
        output.WriteLine("</body>\n</html>");
    }

    private static void Write(TextWriter output, SourceCoverage coverage, string id)
    {
        var sentences = coverage.Sentences.ToList();
        output.WriteLine($"<section id=\"{id}\">\n<h2>{Text(coverage.Policy.Number)} {Text(coverage.Policy.Title)}</h2>");
        var shares = Enum.GetValues<QuotedShare>().Reverse()
            .Select(share => $"{CoverageReport.Word(share)} {sentences.Count(part => part.Share == share)}");
        var uses = Enum.GetValues<FigureUse>().Reverse()
            .Select(use => $"{CoverageReport.Word(use)} {coverage.Figures.Count(figure => figure.Use == use)}");
        output.WriteLine($"<p>{sentences.Count} 句：{string.Join('，', shares)}；"
            + $"{coverage.Figures.Length} 个数：{string.Join('，', uses)}</p>");
        var blocks =
            coverage.Quoted.Select(static quoted => quoted.Block).Distinct().OrderBy(static block => block.Span.Start).ToList();
        var names = blocks.Select((block, index) => (block, Id: string.Create(CultureInfo.InvariantCulture, $"{id}-b{index + 1}")))
            .ToDictionary(static pair => pair.block, static pair => pair.Id);
        output.WriteLine("<div class=\"sides\">\n<div class=\"side\">");
        WriteDocument(output, coverage, names);
        output.WriteLine("</div>\n<div class=\"side\">");
        foreach (var block in blocks)
        {
            var first = coverage.Quoted.First(quoted => quoted.Block == block).Span.Start;
            output.WriteLine($"<article id=\"{names[block]}\"><h3><a href=\"#{id}-s{first}\">{Text(BlockNames.NameOf(block) ?? "")}</a> "
                + $"{Text((block as NumberedBlock)?.Title.Value ?? "")}</h3>"
                + $"<pre>{Text(coverage.Policy.Source[block.Span].TrimEnd())}</pre></article>");
        }
        output.WriteLine("</div>\n</div>\n</section>");
    }

    private static void WriteDocument(TextWriter output, SourceCoverage coverage, Dictionary<BlockSyntax, string> names)
    {
        var line = -1;
        foreach (var part in coverage.Parts)
        {
            var at = coverage.Source.PositionOf(part.Span.Start).Line;
            if (at != line)
                output.Write(line < 0 ? "<p>" : "</p>\n<p>");
            line = at;
            var style = (part.Role, part.Share) switch
            {
                (SourceRole.Heading, _) => "heading",
                (SourceRole.Departments, _) => "departments",
                (_, QuotedShare.None) => "none",
                (_, QuotedShare.Part) => "part",
                _ => "whole",
            };
            output.Write($"<span class=\"{style}\">");
            WriteStretches(output, coverage, part.Span, names);
            output.Write("</span>");
        }
        output.WriteLine(line < 0 ? "" : "</p>");
    }

    /// <summary>A part cut wherever a quotation or a figure begins or ends.</summary>
    private static void WriteStretches(TextWriter output, SourceCoverage coverage, TextSpan span, Dictionary<BlockSyntax, string> names)
    {
        var inside = coverage.Quoted.Where(quoted => quoted.Span.Start < span.End && quoted.Span.End > span.Start).ToList();
        var figures = coverage.Figures.Where(figure => figure.Span.Start >= span.Start && figure.Span.End <= span.End).ToList();
        var cuts = inside.SelectMany(static stretch => (int[])[stretch.Span.Start, stretch.Span.End])
            .Concat(figures.SelectMany(static figure => (int[])[figure.Span.Start, figure.Span.End]))
            .Where(cut => cut > span.Start && cut < span.End).Append(span.Start).Append(span.End).Distinct().Order().ToList();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var piece = TextSpan.FromBounds(cuts[i], cuts[i + 1]);
            var text = Text(coverage.Source[piece]);
            if (figures.Find(figure => figure.Span.Start <= piece.Start && figure.Span.End >= piece.End) is { } figure)
                text = $"<span class=\"figure {figure.Use.ToString().ToLowerInvariant()}\" "
                    + $"title=\"{CoverageReport.Word(figure.Use)}\">{text}</span>";
            var blocks = inside.Where(stretch => stretch.Span.Start <= piece.Start && stretch.Span.End >= piece.End)
                .Select(static quoted => quoted.Block).Distinct().ToList();
            if (blocks.Count > 0)
            {
                // The anchor that the clause links to is at the start of its first quotation.
                var anchor = inside.Exists(stretch => stretch.Span.Start == piece.Start)
                    ? $" id=\"{names[blocks[0]].Split('-')[0]}-s{piece.Start}\""
                    : "";
                text = $"<mark{anchor} title=\"{string.Join('、', blocks.Select(static block => Text(BlockNames.NameOf(block) ?? "")))}\"><"
                    + $"a href=\"#{names[blocks[0]]}\">{text}</a></mark>";
            }
            output.Write(text);
        }
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
