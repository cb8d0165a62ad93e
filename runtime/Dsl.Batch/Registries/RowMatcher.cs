// Which row of a detail a 事项行 means: the same, written otherwise, almost the same, or none.
using Dsl.Values.Text;

namespace Dsl.Batch.Registries;

/// <summary>What a 事项行 names in a detail.</summary>
/// <param name="Code">The number of the row's key as the detail writes it; -1 where no row has it.</param>
/// <param name="Near">The key of a row that it almost is; null for none.</param>
internal readonly record struct RowMatch(int Code, string? Near);

/// <summary>Finds rows by their keys, subject by subject. Used by one thread.</summary>
internal sealed class RowMatcher(DetailTable detail, StringDictionary texts)
{
    private readonly HashSet<int> _codes = [];
    private readonly List<int> _rows = [];
    private int _owner = -1;
    private Dictionary<string, int>? _identities;
    private Dictionary<string, string>? _shapes;

    public DetailTable Detail => detail;

    /// <summary>What a key names among the rows of a subject.</summary>
    public RowMatch Find(int owner, int code)
    {
        if (owner != _owner)
            Begin(owner);
        if (_codes.Contains(code))
            return new(code, null);
        if (_codes.Count == 0)
            return new(-1, null);
        var text = texts.TextOf(code);
        if (_identities is null || _shapes is null)
            Index();
        return _identities is not null && _identities.TryGetValue(Identity.Of(text), out var same) ? new(same, null)
            : new(-1, LookAlikes.Shape(text) is { Length: > 0 } shape ? _shapes?.GetValueOrDefault(shape) : null);
    }

    private void Begin(int owner)
    {
        _owner = owner;
        _codes.Clear();
        _rows.Clear();
        (_identities, _shapes) = (null, null);
        detail.AddRows(owner, _rows);
        for (var i = 0; i < _rows.Count; i++)
            _codes.Add(detail.KeyOf(_rows[i], i));
    }

    private void Index()
    {
        (_identities, _shapes) = (new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        for (var i = 0; i < _rows.Count; i++)
        {
            var code = detail.KeyOf(_rows[i], i);
            var text = texts.TextOf(code);
            _identities.TryAdd(Identity.Of(text), code);
            if (LookAlikes.Shape(text) is { Length: > 0 } shape)
                _shapes.TryAdd(shape, text);
        }
    }
}
