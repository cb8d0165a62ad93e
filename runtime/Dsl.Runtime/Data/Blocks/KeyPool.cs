// Keys of subjects as numbers: every table that names a subject means the same number.
namespace Dsl.Runtime.Data.Blocks;

/// <summary>Numbers keys in the order in which they come. Used by one thread.</summary>
internal sealed class KeyPool
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];

    /// <summary>How many keys there are.</summary>
    public int Count => _keys.Count;

    /// <summary>The key of a number.</summary>
    public string this[int number] => _keys[number];

    /// <summary>The number of a key, which is added when it is new.</summary>
    public int Add(ReadOnlySpan<char> key)
    {
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(key, out var number))
            return number;
        var text = key.ToString();
        number = _keys.Count;
        _numbers.Add(text, number);
        _keys.Add(text);
        return number;
    }
}
