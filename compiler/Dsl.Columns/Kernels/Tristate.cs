// A three-valued truth in a kernel, with what it waits for as bits.
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>
/// A three-valued truth. What it waits for is a set of bits; the generator keeps a table per clause that says which fact, decision or
/// table a bit stands for. A truth that is certain waits for nothing.
/// </summary>
public readonly struct Tristate : IEquatable<Tristate>, ITableValue<Tristate>, ITruthFace<Tristate>
{
    /// <summary>A truth that waits for something while it is unknown.</summary>
    public Tristate(Truth truth, ulong waits) => (Truth, Waits) = (truth, truth == Truth.Unknown ? waits : 0);

    /// <summary>是.</summary>
    public static Tristate Yes => new(Truth.Yes, 0);

    /// <summary>否.</summary>
    public static Tristate No => new(Truth.No, 0);

    /// <summary>是, 否 or 未知.</summary>
    public Truth Truth { get; }

    /// <summary>What it waits for; 0 unless unknown.</summary>
    public ulong Waits { get; }

    /// <inheritdoc/>
    public bool IsYes => Truth == Truth.Yes;

    /// <inheritdoc/>
    public bool IsNo => Truth == Truth.No;

    /// <summary>A known truth.</summary>
    public static Tristate Of(bool value) => value ? Yes : No;

    /// <summary>未知, waiting.</summary>
    public static Tristate Unknown(ulong waits) => new(Truth.Unknown, waits);

    static Tristate ITableValue<Tristate>.Everything(ulong waits) => Unknown(waits);

    /// <summary>且.</summary>
    public static Tristate operator &(Tristate left, Tristate right) => new(left.Truth.And(right.Truth), left.Waits | right.Waits);

    /// <summary>或.</summary>
    public static Tristate operator |(Tristate left, Tristate right) => new(left.Truth.Or(right.Truth), left.Waits | right.Waits);

    /// <summary>非.</summary>
    public static Tristate operator !(Tristate value) => new(value.Truth.Not(), value.Waits);

    /// <summary>且.</summary>
    public static Tristate BitwiseAnd(Tristate left, Tristate right) => left & right;

    /// <summary>或.</summary>
    public static Tristate BitwiseOr(Tristate left, Tristate right) => left | right;

    /// <summary>非.</summary>
    public static Tristate LogicalNot(Tristate value) => !value;

    /// <summary>Whether two truths are the same: known where both are.</summary>
    public static Tristate Same(Tristate left, Tristate right) =>
        left.Truth != Truth.Unknown && right.Truth != Truth.Unknown ? Of(left.Truth == right.Truth) : Unknown(left.Waits | right.Waits);

    /// <summary>若 … 则 … 否则: under an unknown condition 未知 unless both agree.</summary>
    public static Tristate Choose(Tristate condition, Tristate whenTrue, Tristate whenFalse) => condition.Truth switch
    {
        Truth.Yes => whenTrue,
        Truth.No => whenFalse,
        _ => new(whenTrue.Truth == whenFalse.Truth ? whenTrue.Truth : Truth.Unknown, condition.Waits | whenTrue.Waits | whenFalse.Waits),
    };

    /// <inheritdoc/>
    public bool Equals(Tristate other) => Truth == other.Truth && Waits == other.Waits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Tristate other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Truth, Waits);

    /// <summary>Equality of truth and waits.</summary>
    public static bool operator ==(Tristate left, Tristate right) => left.Equals(right);

    /// <summary>Inequality of truth or waits.</summary>
    public static bool operator !=(Tristate left, Tristate right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => Truth.Word();
}
