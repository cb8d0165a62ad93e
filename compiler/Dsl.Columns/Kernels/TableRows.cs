// Decision tables in a kernel: the cells' values, as the table rule asks for them.
using Dsl.Evaluation.Rules;

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

/// <summary>A table over values with bounds.</summary>
/// <typeparam name="T">What the table answers.</typeparam>
/// <param name="isDisjoint">Whether it is proved that no two rows apply to one case.</param>
/// <param name="isComplete">Whether it is proved, or written as 其余情形, that some row applies to every case.</param>
/// <param name="noRow">The bit that stands for a table no row of which applies.</param>
/// <param name="severalRows">The bit that stands for rows that do not agree.</param>
public readonly struct TableRows<T>(bool isDisjoint, bool isComplete, ulong noRow, ulong severalRows) : ITable<T, Tristate>
    where T : struct, ITableValue<T>
{
    /// <inheritdoc/>
    public bool IsDisjoint => isDisjoint;

    /// <inheritdoc/>
    public bool IsComplete => isComplete;

    /// <inheritdoc/>
    public Tristate NoRow => Tristate.Unknown(noRow);

    /// <inheritdoc/>
    public Tristate SeveralRows => Tristate.Unknown(severalRows);

    /// <inheritdoc/>
    public T Either(Tristate waiting, T left, T right) => T.Choose(Tristate.Unknown(waiting.Waits), left, right);

    /// <inheritdoc/>
    public T Anything(Tristate waiting) => T.Everything(waiting.Waits);

    /// <inheritdoc/>
    public Tristate Waiting(T value) => value.Waits == 0 ? Tristate.Yes : Tristate.Unknown(value.Waits);
}

/// <summary>The value of a table in a block kernel: known, or open, so that the unit is evaluated with bounds.</summary>
/// <param name="Value">The value; of no meaning where it is open.</param>
/// <param name="IsOpen">Whether no row applies, or several that do not agree.</param>
public readonly record struct KnownCell<T>(T Value, bool IsOpen = false) where T : struct, IEquatable<T>;

/// <summary>A table whose tests and values are all known.</summary>
/// <typeparam name="T">What the table answers.</typeparam>
/// <param name="isDisjoint">Whether it is proved that no two rows apply to one case.</param>
/// <param name="isComplete">Whether it is proved, or written as 其余情形, that some row applies to every case.</param>
public readonly struct KnownRows<T>(bool isDisjoint, bool isComplete) : ITable<KnownCell<T>, Tristate> where T : struct, IEquatable<T>
{
    /// <inheritdoc/>
    public bool IsDisjoint => isDisjoint;

    /// <inheritdoc/>
    public bool IsComplete => isComplete;

    /// <inheritdoc/>
    public Tristate NoRow => Tristate.Unknown(0);

    /// <inheritdoc/>
    public Tristate SeveralRows => Tristate.Unknown(0);

    /// <inheritdoc/>
    public KnownCell<T> Either(Tristate waiting, KnownCell<T> left, KnownCell<T> right) =>
        new(left.Value, left.IsOpen | right.IsOpen | !left.Value.Equals(right.Value));

    /// <inheritdoc/>
    public KnownCell<T> Anything(Tristate waiting) => new(default, true);

    /// <inheritdoc/>
    public Tristate Waiting(KnownCell<T> value) => value.IsOpen ? Tristate.Unknown(0) : Tristate.Yes;
}

/// <summary>Tables of generated code.</summary>
public static class Tables
{
    /// <summary>A table over values with bounds; see <see cref="TableRows{T}"/>.</summary>
    public static TableRule<TableRows<T>, T, Tristate> Of<T>(bool isDisjoint, bool isComplete, ulong noRow, ulong severalRows)
        where T : struct, ITableValue<T> => new(new(isDisjoint, isComplete, noRow, severalRows));

    /// <summary>A table over known values; see <see cref="KnownRows{T}"/>.</summary>
    public static TableRule<KnownRows<T>, KnownCell<T>, Tristate> OfKnown<T>(bool isDisjoint, bool isComplete)
        where T : struct, IEquatable<T> => new(new(isDisjoint, isComplete));
}
