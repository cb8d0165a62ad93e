// Decision tables back from the chain of choices that they were lowered to: rows without an order.
using Dsl.Ir.Nodes;

namespace Dsl.Ir.Comparing;

/// <summary>A row of a decision table.</summary>
/// <param name="Test">What it asks; null for 其余情形.</param>
/// <param name="Text">What it asks, as an officer would say it.</param>
/// <param name="Value">What it answers.</param>
internal sealed record TableRow(IrExpression? Test, string Text, IrExpression Value)
{
    /// <summary>The rows of a table; null for any other expression.</summary>
    public static List<TableRow>? Of(IrExpression node)
    {
        if (node is not IrChoose { Row: not null })
            return null;
        var rows = new List<TableRow>();
        for (var next = node; next is IrChoose { Row: { } text } row; next = row.WhenFalse)
        {
            rows.Add(new(row.Condition, text, row.WhenTrue));
            if (row.LastRow is not { } last)
                continue;
            rows.Add(new(row.LastTest, last, row.WhenFalse));
            break;
        }
        return rows;
    }
}
