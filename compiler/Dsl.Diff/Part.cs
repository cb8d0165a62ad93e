// A line of a clause, policy or definition as the comparison sees it: a label, a key of its meaning, its text.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;

namespace Dsl.Diff;

/// <summary>A line to compare. Several lines of one label have no order.</summary>
/// <param name="Label">The word of the line.</param>
/// <param name="Key">Equal keys mean equal meaning; empty if the line is absent.</param>
/// <param name="Text">The text shown to users.</param>
internal sealed record Part(string Label, string Key, string Text)
{
    /// <summary>The key with 令 read by their names: where it is equal though <see cref="Key"/> is not, a 令 made the difference.</summary>
    public string NamedKey { get; init; } = Key;

    /// <summary>The expression in it, for the details; null for none.</summary>
    public IrExpression? Expression { get; init; }

    /// <summary>The names in it, where it is a list of them; for the details.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>One of several lines of the label: versions of one line are found by the facts that they ask for.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>Words that decide nothing.</summary>
    public bool IsWording { get; init; }

    /// <summary>A 令: told only beside lines that it changes.</summary>
    public bool IsLocal { get; init; }

    /// <summary>A 算例: counted, not told.</summary>
    public bool IsCounted { get; init; }

    /// <summary>A line of words that decide nothing.</summary>
    public static Part Wording(string label, string text) => new(label, Fold(text), text) { IsWording = true };

    /// <summary>A line of words that decide.</summary>
    public static Part Words(string label, string text) => new(label, text, text);

    /// <summary>A line of names without an order.</summary>
    public static Part Names(string label, IEnumerable<string> names)
    {
        var all = names.ToImmutableArray();
        return new(label, string.Join('\n', all.Distinct().Order(StringComparer.Ordinal)), string.Join("、", all)) { Members = all };
    }

    /// <summary>Letters and figures only: neither line ends nor the form of quotes make a difference.</summary>
    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
