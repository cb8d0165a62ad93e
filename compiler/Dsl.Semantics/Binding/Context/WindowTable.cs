// The period of 频次 自 X of a clause while it is bound: when it is first asked for, so that a 令 may use its names.
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Context;

/// <summary>The period of a clause.</summary>
/// <param name="line">The line.</param>
/// <param name="anchor">Its X.</param>
internal sealed class WindowTable(FrequencyLine line, ExpressionSyntax anchor)
{
    /// <summary>The line.</summary>
    public FrequencyLine Line { get; } = line;

    /// <summary>X.</summary>
    public ExpressionSyntax Anchor { get; } = anchor;

    /// <summary>Whether X is being bound, so that a use of a name of the period now is a cycle.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The period; null where it is not bound yet.</summary>
    public BoundWindow? Bound { get; set; }

    /// <summary>The type of a name of the period; null for any other name.</summary>
    public DslType? TypeOf(string name) => BoundWindow.TypeOf(name, Line.IsMonthly);

    /// <summary>The name that has a value in it.</summary>
    public string Name => Line.IsMonthly ? BoundWindow.MonthsOfYear : BoundWindow.NumberOfYear;

    /// <summary>A period that is bound already; null for none.</summary>
    public static WindowTable? Of(BoundWindow? window) =>
        window is { Syntax.Anchor: { } anchor } ? new(window.Syntax, anchor) { Bound = window } : null;

    /// <summary>The period of a line; null where it has none.</summary>
    public static WindowTable? Of(FrequencyLine? line) => line?.Anchor is { } anchor ? new(line, anchor) : null;
}
