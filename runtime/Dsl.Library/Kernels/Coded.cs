// A text or a value of a list in a kernel: a number that stands for the text.
using Dsl.Library.Values;

namespace Dsl.Library.Kernels;

/// <summary>A text as its number in the <see cref="TextPool"/> of the run.</summary>
public readonly struct Coded : IEquatable<Coded>
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

/// <summary>
/// Numbers for texts. The first numbers belong to the texts that a program names, in its order, so that generated code holds them as
/// constants; further texts of the registry are added as they come. Safe on several threads.
/// </summary>
public sealed class TextPool
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private string[] _texts = new string[64];
    private int _count;

    /// <summary>A pool that begins with the texts of a program.</summary>
    public TextPool(IEnumerable<string> programTexts)
    {
        foreach (var text in programTexts)
            Add(text);
    }

    /// <summary>How many texts there are by now: numbers are less.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>The number of a text; the same for equal texts.</summary>
    public int CodeOf(string text) => _codes.TryGetValue(text, out var code) ? code : Add(text);

    /// <summary>The number of a text; the same for equal texts.</summary>
    public int CodeOf(ReadOnlySpan<char> text) =>
        _codes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var code) ? code : Add(text.ToString());

    /// <summary>The text of a number that was given out.</summary>
    public string TextOf(int code) => Volatile.Read(ref _texts)[code];

    private int Add(string text)
    {
        lock (_lock)
        {
            if (_codes.TryGetValue(text, out var known))
                return known;
            if (_count == _texts.Length)
            {
                var larger = new string[_count * 2];
                _texts.CopyTo(larger, 0);
                Volatile.Write(ref _texts, larger);
            }
            // The text stands before anybody can learn its number.
            _texts[_count] = text;
            var code = _count;
            // Nobody may learn a number that is not yet counted.
            Volatile.Write(ref _count, code + 1);
            _codes[text] = code;
            return code;
        }
    }
}
