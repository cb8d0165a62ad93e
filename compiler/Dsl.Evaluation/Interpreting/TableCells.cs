// The values of decision tables, as the table rule asks for them.
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>A table over values with bounds.</summary>
internal readonly struct TableCells(IrTable table) : ITable<Value, TruthValue>
{
    public bool IsDisjoint => table.IsDisjoint;

    public bool IsComplete => table.IsComplete || table.Rows[^1].Test is null;

    public TruthValue NoRow => TruthValue.Waiting(UnknownKind.NoTableRow, table.Name);

    public TruthValue SeveralRows => TruthValue.Waiting(UnknownKind.SeveralTableRows, table.Name);

    public Value Either(TruthValue waiting, Value left, Value right) => ValueLogic.Either(waiting.Unknowns, left, right);

    public Value Anything(TruthValue waiting) => MissingValue.Of(table.Type, Bounds.Everything, waiting.Unknowns);

    public TruthValue Waiting(Value value) => value.IsCertain ? TruthValue.Yes : new(Truth.Unknown, value.Unknowns);
}
