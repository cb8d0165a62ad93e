// Formatting by edits gives the layout of `policy fmt`, and leaves lines alone that are laid out already.
using Dsl.LanguageServer.Features.Formatting;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.Syntax;
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class FormattingTests
{
    [Fact]
    public void 逐处替换得到的就是排好的()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var lines = (Small.Policy + "\n").Split('\n').Select(line => random.Next(4) switch { 0 =>
                "   " + line, 1 => line.Replace(" ", "  ", StringComparison.Ordinal), 2 => line.TrimStart() + " ", _ => line }).ToList();
            for (var blank = random.Next(4); blank > 0; blank--)
                lines.Insert(random.Next(lines.Count), "");
            var tree = SyntaxTree.Parse(new SourceText("a.policy", string.Join('\n', lines)));
            var text = tree.Source.Content;
            foreach (var edit in FormattingEdits.Of(tree).Reverse())
                text = string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End));
            Assert.Equal(Formatter.Format(tree), text);
        }
    }

    [Fact]
    public void 只动要动的行()
    {
        var text = Formatter.Format(SyntaxTree.Parse(new SourceText("a.policy", Small.Policy)));
        Assert.Empty(FormattingEdits.Of(SyntaxTree.Parse(new SourceText("a.policy", text))));
        var changed = text.Replace("  频次 每年", "频次   每年", StringComparison.Ordinal);
        var edit = Assert.Single(FormattingEdits.Of(SyntaxTree.Parse(new SourceText("a.policy", changed))));
        Assert.Equal("  频次 每年\n", edit.NewText);
    }

    [Fact]
    public void 回车后排好刚写完的一行()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        var text = Small.Policy.Replace("  频次 每年", "频次   每年", StringComparison.Ordinal);
        client.Open("办法.policy", text);
        var line = ProtocolTests.Line(text, "频次");
        var parameters = client.At("办法.policy", line + 1, 0);
        parameters["ch"] = "\n";
        var edits = client.Request("textDocument/onTypeFormatting", parameters)?.AsArray();
        Assert.Equal("  频次 每年", Assert.Single(edits ?? [])?["newText"]?.GetValue<string>());
    }
}
