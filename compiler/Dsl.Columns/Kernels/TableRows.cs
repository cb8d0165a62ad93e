// A decision table in a kernel; follows the rule of the interpreter for the rows that apply or may apply.
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>What a table can answer: numbers, truths, texts, each with what it waits for.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ITableValue<TSelf> where TSelf : struct, ITableValue<TSelf>
{
    /// <summary>若 … 则 … 否则.</summary>
    static abstract TSelf Choose(Tristate condition, TSelf whenTrue, TSelf whenFalse);

    /// <summary>A value of which nothing is known.</summary>
    static abstract TSelf Everything(ulong waits);

    /// <summary>What it waits for; 0 where it is known.</summary>
    ulong Waits { get; }
}

/// <summary>The rows of a table, one after another.</summary>
/// <typeparam name="T">What the table answers.</typeparam>
/// <param name="isDisjoint">Whether it is proved that no two rows apply to one case.</param>
public struct TableRows<T>(bool isDisjoint) where T : struct, ITableValue<T>
{
    private int _certain;
    private bool _isOpen;
    private bool _any;
    private ulong _waits;
    private T _merged;

    /// <summary>Whether 其余情形 applies behind the rows added so far: no row does.</summary>
    public readonly Tristate Otherwise => _certain > 0 ? Tristate.No : _isOpen ? Tristate.Unknown(_waits) : Tristate.Yes;

    /// <summary>Whether a row certainly applies that none beside can: what is asked behind it changes nothing.</summary>
    public readonly bool IsDecided => isDisjoint && _certain > 0;

    /// <summary>A row.</summary>
    public void Add(Tristate test, T value)
    {
        if (test.Truth == Truth.No || IsDecided)
            return;
        if (isDisjoint && test.Truth == Truth.Yes)
            (_isOpen, _waits, _any) = (false, 0, false);
        _certain += test.Truth == Truth.Yes ? 1 : 0;
        _isOpen |= test.Truth == Truth.Unknown;
        _waits |= test.Waits;
        _merged = _any ? T.Choose(Tristate.Unknown(0), _merged, value) : value;
        _any = true;
    }

    /// <summary>The value of the table.</summary>
    /// <param name="isComplete">Whether it is proved, or written as 其余情形, that some row applies to every case.</param>
    /// <param name="noRow">The bit that stands for a table no row of which applies.</param>
    /// <param name="several">The bit that stands for rows that do not agree.</param>
    public readonly T Result(bool isComplete, ulong noRow, ulong several)
    {
        if (!_any)
            return T.Everything(noRow);
        if (_certain == 1 && !_isOpen)
            return _merged;
        var waits = _certain > 1 ? _waits | several : _waits;
        return _certain > 0 || isComplete ? T.Choose(Tristate.Unknown(waits), _merged, _merged) : T.Everything(waits | _merged.Waits);
    }
}
