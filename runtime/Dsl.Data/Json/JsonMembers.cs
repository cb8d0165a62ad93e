// Which column a member of an object is, without a string for each.
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Dsl.Data.Json;

/// <summary>The columns of a table by the names of members, in the order in which they were first met.</summary>
/// <remarks>
/// Objects of a table have the same members in the same order, nearly always. So the search begins after the member that was found last,
/// and mostly ends there.
/// </remarks>
internal sealed class JsonMembers
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    // By spelling: escapes and spaces around a name make several spellings of one.
    private readonly List<(byte[] Bytes, int Column)> _spellings = [];
    private int _next;

    /// <summary>The members that were met.</summary>
    public JsonMembers()
    {
    }

    /// <summary>Members of which some are known.</summary>
    /// <param name="names">The names of the first columns.</param>
    public JsonMembers(ImmutableArray<string> names)
    {
        foreach (var name in names)
            Add(name);
    }

    /// <summary>The names by column, trimmed.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The column of the name at which a reader stands; a name that was not met before is the next column.</summary>
    public int ColumnOf(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < _spellings.Count; i++)
        {
            var at = _next + i < _spellings.Count ? _next + i : _next + i - _spellings.Count;
            if (!reader.ValueSpan.SequenceEqual(_spellings[at].Bytes))
                continue;
            _next = at + 1;
            return _spellings[at].Column;
        }
        var name = NameOf(ref reader).Trim();
        if (!_columns.TryGetValue(name, out var column))
            column = Add(name);
        _spellings.Add((reader.ValueSpan.ToArray(), column));
        _next = _spellings.Count;
        return column;
    }

    private int Add(string name)
    {
        _columns.Add(name, _names.Count);
        _names.Add(name);
        return _names.Count - 1;
    }

    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is no character: no column is called so, and the name is shown as it is written.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
