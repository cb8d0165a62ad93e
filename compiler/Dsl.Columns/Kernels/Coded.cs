// A text or a value of a list in a kernel: a number that stands for the text.
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Columns.Kernels;

/// <summary>A text as its number in the <see cref="TextPool"/> of the run.</summary>
public readonly struct Coded : IEquatable<Coded>, ITableValue<Coded>
{
    /// <summary>What stands for a missing text.</summary>
    public const int Missing = -1;

    /// <summary>A text, or a missing one that waits for something.</summary>
    public Coded(int code, ulong waits) => (Code, Waits) = (code, code == Missing ? waits : 0);

    /// <summary>The number; <see cref="Missing"/> where unknown.</summary>
    public int Code { get; }

    /// <summary>What it waits for; 0 unless missing.</summary>
    public ulong Waits { get; }

    /// <summary>A known text.</summary>
    public static Coded Of(int code) => new(code, 0);

    static Coded ITableValue<Coded>.Everything(ulong waits) => new(Missing, waits);

    /// <summary>Whether two texts are the same.</summary>
    public static Tri Same(Coded left, Coded right) =>
        left.Code != Missing && right.Code != Missing ? Tri.Of(left.Code == right.Code) : Tri.Unknown(left.Waits | right.Waits);

    /// <summary>若 … 则 … 否则: under an unknown condition unknown unless both agree.</summary>
    public static Coded Choose(Tri condition, Coded whenTrue, Coded whenFalse) => condition.Truth switch
    {
        Truth.Yes => whenTrue,
        Truth.No => whenFalse,
        _ => new(whenTrue.Code == whenFalse.Code ? whenTrue.Code : Missing, condition.Waits | whenTrue.Waits | whenFalse.Waits),
    };

    /// <summary>属于 a closed list.</summary>
    public Tri IsOneOf(params ReadOnlySpan<int> members) => Code == Missing ? Tri.Unknown(Waits) : Tri.Of(members.Contains(Code));

    /// <summary>属于 a list that ends in 等: a known text outside it waits for 认定.</summary>
    /// <param name="outside">The bit that stands for that 认定.</param>
    /// <param name="members">The members written.</param>
    public Tri IsOneOfOpen(ulong outside, params ReadOnlySpan<int> members) =>
        Code == Missing ? Tri.Unknown(Waits) : members.Contains(Code) ? Tri.Yes : Tri.Unknown(outside);

    /// <inheritdoc/>
    public bool Equals(Coded other) => Code == other.Code && Waits == other.Waits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Coded other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Waits);

    /// <summary>Equality of text and waits.</summary>
    public static bool operator ==(Coded left, Coded right) => left.Equals(right);

    /// <summary>Inequality of text or waits.</summary>
    public static bool operator !=(Coded left, Coded right) => !left.Equals(right);
}
