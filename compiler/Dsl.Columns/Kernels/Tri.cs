// A three-valued truth in a kernel, with what it waits for as bits.
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>
/// A three-valued truth. What it waits for is a set of bits; the generator keeps a table per clause that says which fact, decision or
/// table a bit stands for. A truth that is certain waits for nothing.
/// </summary>
public readonly struct Tri : IEquatable<Tri>, ITableValue<Tri>, ITruthFace<Tri>
{
    /// <summary>A truth that waits for something while it is unknown.</summary>
    public Tri(Truth truth, ulong waits) => (Truth, Waits) = (truth, truth == Truth.Unknown ? waits : 0);

    /// <summary>是.</summary>
    public static Tri Yes => new(Truth.Yes, 0);

    /// <summary>否.</summary>
    public static Tri No => new(Truth.No, 0);

    /// <summary>是, 否 or 未知.</summary>
    public Truth Truth { get; }

    /// <summary>What it waits for; 0 unless unknown.</summary>
    public ulong Waits { get; }

    /// <inheritdoc/>
    public bool IsYes => Truth == Truth.Yes;

    /// <inheritdoc/>
    public bool IsNo => Truth == Truth.No;

    /// <summary>A known truth.</summary>
    public static Tri Of(bool value) => value ? Yes : No;

    /// <summary>未知, waiting.</summary>
    public static Tri Unknown(ulong waits) => new(Truth.Unknown, waits);

    static Tri ITableValue<Tri>.Everything(ulong waits) => Unknown(waits);

    /// <summary>且.</summary>
    public static Tri operator &(Tri left, Tri right) => new(left.Truth.And(right.Truth), left.Waits | right.Waits);

    /// <summary>或.</summary>
    public static Tri operator |(Tri left, Tri right) => new(left.Truth.Or(right.Truth), left.Waits | right.Waits);

    /// <summary>非.</summary>
    public static Tri operator !(Tri value) => new(value.Truth.Not(), value.Waits);

    /// <summary>且.</summary>
    public static Tri BitwiseAnd(Tri left, Tri right) => left & right;

    /// <summary>或.</summary>
    public static Tri BitwiseOr(Tri left, Tri right) => left | right;

    /// <summary>非.</summary>
    public static Tri LogicalNot(Tri value) => !value;

    /// <summary>Whether two truths are the same: known where both are.</summary>
    public static Tri Same(Tri left, Tri right) =>
        left.Truth != Truth.Unknown && right.Truth != Truth.Unknown ? Of(left.Truth == right.Truth) : Unknown(left.Waits | right.Waits);

    /// <summary>若 … 则 … 否则: under an unknown condition 未知 unless both agree.</summary>
    public static Tri Choose(Tri condition, Tri whenTrue, Tri whenFalse) => condition.Truth switch
    {
        Truth.Yes => whenTrue,
        Truth.No => whenFalse,
        _ => new(whenTrue.Truth == whenFalse.Truth ? whenTrue.Truth : Truth.Unknown, condition.Waits | whenTrue.Waits | whenFalse.Waits),
    };

    /// <inheritdoc/>
    public bool Equals(Tri other) => Truth == other.Truth && Waits == other.Waits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Tri other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Truth, Waits);

    /// <summary>Equality of truth and waits.</summary>
    public static bool operator ==(Tri left, Tri right) => left.Equals(right);

    /// <summary>Inequality of truth or waits.</summary>
    public static bool operator !=(Tri left, Tri right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => Truth.Word();
}
