// The name that was probably meant.
using Dsl.Semantics.Suggestions;

namespace Dsl.Runtime.Data;

internal static class NameHint
{
    /// <summary>（是否应为“…”？）, or empty where no candidate is near.</summary>
    public static string For(string name, IEnumerable<string> candidates) => NameSuggester.Best(name, candidates) is { } near ? $"（是否应为“{near}”？）" : "";
}
