// Folders of text: each case is a source with a baseline of its tree and diagnostics, and one of its canonical layout.
using System.Text;
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Testing;
using Xunit;

namespace Dsl.Syntax.Tests;

public class CaseTests
{
    private static readonly string Folder = RepositoryRoot.Combine("tests", "Dsl.Syntax.Tests", "cases");

    public static TheoryData<string> Cases { get; } = [.. Directory.EnumerateFiles(Folder, "*.policy")
        .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void 语法树与诊断(string name)
    {
        var tree = Parse(name);
        Snapshot.Verify(Path.Combine(Folder, name + ".tree.verified.txt"), SyntaxTreePrinter.Print(tree));
        Snapshot.Verify(Path.Combine(Folder, name + ".diagnostics.verified.txt"), Diagnostics(tree));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void 排版(string name) => Snapshot.Verify(Path.Combine(Folder, name + ".formatted.verified.txt"), Formatter.Format(Parse(name)));

    private static SyntaxTree Parse(string name) =>
        SyntaxTree.Parse(new SourceText(name, File.ReadAllText(Path.Combine(Folder, name + ".policy"))));

    /// <summary>Each source line that has findings, with them below: [from..to) code, message, remedy, fixes, and the text found.</summary>
    private static string Diagnostics(SyntaxTree tree)
    {
        var blocks = new BlockNames(tree);
        var text = new StringBuilder();
        foreach (var line in tree.Diagnostics.GroupBy(found => found.Source.PositionOf(found.Span.Start).Line))
        {
            text.Append(tree.Source[tree.Source.LineSpan(line.Key)]).Append('\n');
            foreach (var found in line)
            {
                var column = found.Source.PositionOf(found.Span.Start).Column;
                text.Append($"//@[{column}..{column + found.Span.Length}) {found.Code} {found.Message} {found.Remedy} "
                    + $"|{found.Source[found.Span]}|{(blocks.At(found.Span.Start) is { } block ? " " + block : "")}\n");
                foreach (var fix in found.Fixes)
                    text.Append($"//   {fix.Title}: "
                        + $"{string.Join(' ', fix.Edits.Select(edit => $"|{found.Source[edit.Span]}|→|{edit.NewText}|"))}\n");
            }
        }
        return text.ToString();
    }
}
