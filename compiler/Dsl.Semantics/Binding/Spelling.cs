// Proposals for misspelt names, as facts for messages.
using Dsl.Semantics.Suggestions;

namespace Dsl.Semantics.Binding;

/// <summary>Looks for the name that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>The known name nearest to a wanted one, by edit distance and by pinyin; null where none is near. One character is near to anything.</summary>
    public static string? Best(string wanted, IEnumerable<string> known) => wanted.Length < 2 ? null : NameSuggester.Best(wanted, known);

    /// <summary>The sentence that proposes it; empty for none.</summary>
    public static string Hint(string? proposal) => proposal is null ? "" : $"是不是「{proposal}」？";
}
