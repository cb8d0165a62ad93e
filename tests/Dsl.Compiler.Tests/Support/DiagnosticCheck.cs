// One-line tests of findings: the places are marked ⟦…⟧ inside the snippet, codes and messages listed in the order of the text.
using System.Text;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.Compiler.Tests.Support;

/// <summary>Compares the findings in a snippet with those expected.</summary>
public static class DiagnosticCheck
{
    /// <summary>Fails unless the snippet has exactly the findings said.</summary>
    /// <param name="marked">The snippet with ⟦…⟧ around each place.</param>
    /// <param name="expected">"DSL2001 beginning of the message" per finding, in the order of places.</param>
    public static void Check(string marked, params ReadOnlySpan<string> expected)
    {
        marked = marked.ReplaceLineEndings("\n");
        var (snippet, spans) = Unmark(marked);
        var offset = Prelude.Before(snippet).Length;
        var found = Findings(snippet);
        var listing =
            string.Join('\n', found.Select(static finding => $"{finding.Code} {finding.Message} |{finding.Source[finding.Span]}|"));
        Assert.True(found.Count == expected.Length, listing.Length == 0 ? "nothing found" : listing);
        for (var i = 0; i < found.Count; i++)
        {
            Assert.StartsWith(expected[i], $"{found[i].Code} {found[i].Message}", StringComparison.Ordinal);
            if (i < spans.Count)
                Assert.True(spans[i] == found[i].Span with { Start = found[i].Span.Start - offset }, $"{listing}\nplace {i}");
        }
    }

    /// <summary>The text after the first fix of the only finding.</summary>
    public static string Fixed(string snippet)
    {
        var found = Assert.Single(Findings(snippet));
        var text = new StringBuilder(found.Source.Content);
        foreach (var edit in found.Fixes[0].Edits.OrderByDescending(static edit => edit.Span.Start))
            text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        return text.ToString()[Prelude.Before(snippet).Length..];
    }

    /// <summary>Findings of form and meaning; the later checks have tests of their own.</summary>
    private static IReadOnlyList<Diagnostic> Findings(string snippet) =>
        [.. Prelude.Compile(snippet).Diagnostics.Where(static finding => string.CompareOrdinal(finding.Code, "DSL3") < 0)];

    private static (string Snippet, List<TextSpan> Spans) Unmark(string marked)
    {
        var (snippet, spans, open) = (new StringBuilder(), new List<TextSpan>(), new Stack<int>());
        foreach (var character in marked)
        {
            if (character == '⟦')
                open.Push(snippet.Length);
            else if (character == '⟧')
                spans.Add(TextSpan.FromBounds(open.Pop(), snippet.Length));
            else
                snippet.Append(character);
        }
        return (snippet.ToString(), [.. spans.OrderBy(static span => span.Start).ThenBy(static span => span.Length)]);
    }
}
