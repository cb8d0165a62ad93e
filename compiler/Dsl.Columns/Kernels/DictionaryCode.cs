// A text or a value of a list in a kernel: a number that stands for the text.
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Columns.Kernels;

/// <summary>A text as its number in the <see cref="StringDictionary"/> of the run.</summary>
public readonly struct DictionaryCode : IEquatable<DictionaryCode>, ITableValue<DictionaryCode>
{
    /// <summary>What stands for a missing text.</summary>
    public const int Missing = -1;

    /// <summary>A text, or a missing one that waits for something.</summary>
    public DictionaryCode(int code, ulong waits) => (Code, Waits) = (code, code == Missing ? waits : 0);

    /// <summary>The number; <see cref="Missing"/> where unknown.</summary>
    public int Code { get; }

    /// <summary>What it waits for; 0 unless missing.</summary>
    public ulong Waits { get; }

    /// <summary>A known text.</summary>
    public static DictionaryCode Of(int code) => new(code, 0);

    static DictionaryCode ITableValue<DictionaryCode>.Everything(ulong waits) => new(Missing, waits);

    /// <summary>Whether two texts are the same.</summary>
    public static Tristate Same(DictionaryCode left, DictionaryCode right) =>
        left.Code != Missing && right.Code != Missing ? Tristate.Of(left.Code == right.Code) : Tristate.Unknown(left.Waits | right.Waits);

    /// <summary>若 … 则 … 否则: under an unknown condition unknown unless both agree.</summary>
    public static DictionaryCode Choose(Tristate condition, DictionaryCode whenTrue, DictionaryCode whenFalse) => condition.Truth switch
    {
        Truth.Yes => whenTrue,
        Truth.No => whenFalse,
        _ => new(whenTrue.Code == whenFalse.Code ? whenTrue.Code : Missing, condition.Waits | whenTrue.Waits | whenFalse.Waits),
    };

    /// <summary>属于 a closed list.</summary>
    public Tristate IsOneOf(params ReadOnlySpan<int> members) =>
        Code == Missing ? Tristate.Unknown(Waits) : Tristate.Of(members.Contains(Code));

    /// <summary>属于 a list that ends in 等: a known text outside it waits for 认定.</summary>
    /// <param name="outside">The bit that stands for that 认定.</param>
    /// <param name="members">The members written.</param>
    public Tristate IsOneOfOpen(ulong outside, params ReadOnlySpan<int> members) =>
        Code == Missing ? Tristate.Unknown(Waits) : members.Contains(Code) ? Tristate.Yes : Tristate.Unknown(outside);

    /// <inheritdoc/>
    public bool Equals(DictionaryCode other) => Code == other.Code && Waits == other.Waits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DictionaryCode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Waits);

    /// <summary>Equality of text and waits.</summary>
    public static bool operator ==(DictionaryCode left, DictionaryCode right) => left.Equals(right);

    /// <summary>Inequality of text or waits.</summary>
    public static bool operator !=(DictionaryCode left, DictionaryCode right) => !left.Equals(right);
}
