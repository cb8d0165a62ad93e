// A decision table whose tests and values are written already.
namespace Dsl.Columns.Emitting;

/// <summary>The rows of a table in C#.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Rows">Tests (null for 其余情形, which is last) with values; numbers in one fraction.</param>
/// <param name="IsComplete">Whether it is proved that some row applies to every case.</param>
/// <param name="IsDisjoint">Whether it is proved that no two rows apply to one case.</param>
internal sealed record EmittedTable(string Name, IReadOnlyList<(EmittedTruth? Test, EmittedExpression Value)> Rows, bool IsComplete,
    bool IsDisjoint)
{
    /// <summary>A value as wide as the widest.</summary>
    public EmittedExpression Like { get; } =
        Rows.Select(static row => row.Value).MaxBy(static value => value is EmittedNumber number ? number.Layout.Magnitude : 0)
        ?? Rows[0].Value;

    /// <summary>What is proved of the table, as arguments.</summary>
    public string Proofs => $"isDisjoint: {Word(IsDisjoint)}, isComplete: {Word(IsComplete || Rows[^1].Test is null)}";

    /// <summary>The value of the table, which stands under a name or call.</summary>
    public EmittedExpression Result(string text) => Like switch
    {
        EmittedNumber number => number with { Text = text, IsPrimary = true, Constant = null },
        var other => other with { Text = text, IsPrimary = true },
    };

    private static string Word(bool value) => value ? "true" : "false";
}
