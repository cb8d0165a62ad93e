// The value of a decision table: the row that certainly applies, or what is known while that is open, or why there is no answer.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>A decision table, and the operations on the values that its cells hold.</summary>
/// <typeparam name="TValue">What holds the value of a cell.</typeparam>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
public interface ITable<TValue, TTruth>
{
    /// <summary>Whether it is proved that no two rows apply to one case.</summary>
    bool IsDisjoint { get; }

    /// <summary>Whether it is proved, or written as 其余情形, that some row applies to every case.</summary>
    bool IsComplete { get; }

    /// <summary>未知, waiting for a row that applies.</summary>
    TTruth NoRow { get; }

    /// <summary>未知, because several rows apply that do not agree.</summary>
    TTruth SeveralRows { get; }

    /// <summary>One of two values, waiting also for what a truth waits for: their hull, or 未知 unless both agree.</summary>
    TValue Either(TTruth waiting, TValue left, TValue right);

    /// <summary>A value of which nothing is known.</summary>
    TValue Anything(TTruth waiting);

    /// <summary>A truth that waits for what a value waits for; 是 where the value is known.</summary>
    TTruth Waiting(TValue value);
}

/// <summary>Collects the rows of a table, in their order.</summary>
/// <typeparam name="TTable">The table.</typeparam>
/// <typeparam name="TValue">What holds the value of a cell.</typeparam>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
public struct TableRule<TTable, TValue, TTruth>(TTable table)
    where TTable : ITable<TValue, TTruth> where TTruth : ITruthFace<TTruth>
{
    private int _certain;
    private bool _any;
    private TTruth _waiting = TTruth.Of(true);
    private TValue? _merged;

    /// <summary>Whether 其余情形 applies after the rows added so far: no row does.</summary>
    public readonly TTruth Otherwise => _certain > 0 ? TTruth.Of(false) : _waiting;

    /// <summary>Whether a row certainly applies that excludes all others: later rows change nothing.</summary>
    public readonly bool IsDecided => table.IsDisjoint && _certain > 0;

    /// <summary>Adds a row.</summary>
    /// <param name="test">Whether it applies.</param>
    /// <param name="value">Its value; ignored where the row does not apply.</param>
    public void Add(TTruth test, TValue value)
    {
        if (test.IsNo || IsDecided)
            return;
        if (test.IsYes)
        {
            if (table.IsDisjoint)
                (_waiting, _any) = (TTruth.Of(true), false);
            _certain++;
        }
        else
        {
            _waiting &= test;
        }
        (_merged, _any) = (_any && _merged is { } before ? table.Either(TTruth.Of(true), before, value) : value, true);
    }

    /// <summary>The value of the table.</summary>
    public readonly TValue Result()
    {
        if (!_any || _merged is not { } merged)
            return table.Anything(table.NoRow);
        if (_certain == 1 && _waiting.IsYes)
            return merged;
        var waiting = _certain > 1 ? _waiting & table.SeveralRows : _waiting;
        // In a table with gaps it is also open whether any row applies.
        return _certain > 0 || table.IsComplete ? table.Either(waiting, merged, merged) : table.Anything(waiting & table.Waiting(merged));
    }
}
