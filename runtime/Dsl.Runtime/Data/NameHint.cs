// The name that was probably meant, and what cannot be seen in the one written.
using Dsl.Semantics.Suggestions;
using Dsl.Syntax.Text;

namespace Dsl.Runtime.Data;

internal static class NameHint
{
    /// <summary>（是否应为“…”？）, with the code points of characters that nobody sees; empty where there is nothing to say.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        var hidden = name.Where(CharacterFacts.IsInvisible).Select(CharacterFacts.CodePoint).Distinct().ToList();
        var shown = hidden.Count == 0 ? name : string.Concat(name.Where(static character => !CharacterFacts.IsInvisible(character)));
        var known = candidates.ToList();
        var near = hidden.Count > 0 && known.Contains(shown) ? shown : NameSuggester.Best(shown, known);
        var parts = new[] { near is null ? "" : $"是否应为“{near}”？", hidden.Count == 0 ? "" : $"名称里有看不见的字符 {string.Join('、', hidden)}，请删去" }.Where(static part => part.Length > 0).ToList();
        return parts.Count == 0 ? "" : $"（{string.Concat(parts)}）";
    }
}
