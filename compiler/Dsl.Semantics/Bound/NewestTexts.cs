// Findings that are kept from one version of a text to the next: their places stay with the statements, only the text is another one.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Bound;

/// <summary>Puts findings into the newest texts.</summary>
internal static class NewestTexts
{
    /// <summary>The same findings; the same array where nothing is of an older text.</summary>
    public static ImmutableArray<Diagnostic> In(this ImmutableArray<Diagnostic> findings, IReadOnlyDictionary<string, SourceText> newest) =>
        findings.IsEmpty || findings.All(finding => IsOf(finding, newest)) ? findings : [.. findings.Select(finding => finding.In(newest))];

    /// <summary>The same finding in the newest texts.</summary>
    public static Diagnostic In(this Diagnostic finding, IReadOnlyDictionary<string, SourceText> newest) =>
        IsOf(finding, newest) ? finding : finding with
        {
            Source = Newest(finding.Source, newest),
            Related = [.. finding.Related.Select(related => (Newest(related.Source, newest), related.Span, related.Note))],
        };

    private static bool IsOf(Diagnostic finding, IReadOnlyDictionary<string, SourceText> newest) =>
        Newest(finding.Source, newest) == finding.Source
        && finding.Related.All(related => Newest(related.Source, newest) == related.Source);

    private static SourceText Newest(SourceText source, IReadOnlyDictionary<string, SourceText> newest) =>
        newest.GetValueOrDefault(source.Path) ?? source;
}
