// What a decision table comes to: one row that certainly applies, or what is known while that is open, or why there is no answer.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Gathers the rows of a table that apply or may apply.</summary>
/// <param name="table">The table.</param>
internal sealed class TableRowsRule(IrTable table)
{
    private int _certain;
    private bool _isOpen;
    private Unknowns _waits = Unknowns.None;
    private Value? _merged;

    /// <summary>Whether 其余情形 applies behind the rows added so far: no row does.</summary>
    public TruthValue Otherwise => _certain > 0 ? TruthValue.No : _isOpen ? new(Truth.Unknown, _waits) : TruthValue.Yes;

    /// <summary>Whether a row certainly applies that none beside can: what is asked behind it changes nothing.</summary>
    public bool IsDecided => table.IsDisjoint && _certain > 0;

    /// <summary>Adds a row that applies or may apply.</summary>
    public void Add(TruthValue test, Value value)
    {
        if (IsDecided)
            return;
        if (table.IsDisjoint && test.Truth == Truth.Yes)
            (_isOpen, _waits, _merged) = (false, Unknowns.None, null);
        if (test.Truth == Truth.Yes)
            _certain++;
        _isOpen |= test.Truth == Truth.Unknown;
        _waits |= test.Unknowns;
        _merged = _merged is { } before ? ValueLogic.Either(Unknowns.None, before, value) : value;
    }

    /// <summary>The value of the table.</summary>
    public Value Result()
    {
        if (_merged is not { } merged)
            return Anything(table.Type, Unknowns.Of(UnknownKind.NoTableRow, table.Name));
        if (_certain == 1 && !_isOpen)
            return merged;
        var waits = _certain > 1 ? _waits | Unknowns.Of(UnknownKind.SeveralTableRows, table.Name) : _waits;
        // Of a table with gaps it is open, too, whether any row applies.
        return _certain > 0 || table.IsComplete || table.Rows[^1].Test is null
            ? ValueLogic.Either(waits, merged, merged) : Anything(table.Type, waits | merged.Unknowns);
    }

    private static Value Anything(DslType type, Unknowns unknowns) => MissingValue.Of(type, Bounds.Everything, unknowns);
}
