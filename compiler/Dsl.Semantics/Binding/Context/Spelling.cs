// Proposals for misspelt names, as facts for messages.
using Dsl.Semantics.Suggestions;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Binding.Context;

/// <summary>Looks for the name that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>
    /// The known name nearest to a wanted one, by edit distance and by pinyin; null where none is near. One character is near to anything.
    /// </summary>
    public static string? Best(string wanted, IEnumerable<string> known) => wanted.Length < 2 ? null : NameSuggester.Best(wanted, known);

    /// <summary>The sentence that proposes it; empty for none.</summary>
    public static string Hint(string? proposal) => proposal is null ? "" : SpellingPhrases.Meant.With(proposal);

    /// <summary>A finding with the known name proposed for what stands at a place; the finding itself where there is none.</summary>
    public static Diagnostic WithRename(Diagnostic finding, TextSpan span, string? known) =>
        known is null ? finding : finding.WithRename(span, finding.Source[span].Trim('"', '“', '”', '＂'), known);

    /// <summary>At most twelve names, for messages.</summary>
    public static string Listing(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? "（没有）" : string.Join('、', names.Take(12)) + (names.Count > 12 ? $"……共 {names.Count} 个" : "");
}
