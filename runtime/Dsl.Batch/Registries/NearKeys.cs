// Keys of details and records that look like the key of a subject without being the same.
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Batch.Registries;

/// <summary>
/// Finds, for the key of a subject, the keys of rows without a subject that look like it.
/// What belongs to such a row may belong to the subject: what depends on it is not certain. Used by one thread at a time.
/// </summary>
internal sealed class NearKeys
{
    private readonly StringDictionary _keys;
    private readonly Func<HashSet<int>> _readOwners;

    // The hashes of the shapes of all keys of details and records, ascending, and their numbers.
    private readonly uint[] _shapes;
    private readonly int[] _codes;

    // Hashes that several keys share: next to none.
    private readonly HashSet<uint> _shared = [];
    private readonly Dictionary<int, string> _subjects = [];

    // Codes with a wrong check digit, by the codes that they were meant to be.
    private readonly Dictionary<string, List<int>> _slips = new(StringComparer.Ordinal);
    private readonly List<LostKey> _lost = [];
    private HashSet<int>? _owners;

    /// <summary>Looks at all keys that there are by now.</summary>
    /// <param name="keys">The keys of all tables, in canonical form.</param>
    /// <param name="areCreditCodes">Whether keys are 统一社会信用代码, of which slips of the keyboard are known.</param>
    /// <param name="readOwners">Reads the keys of all subjects; asked once at most, and only where two keys look alike.</param>
    public NearKeys(StringDictionary keys, bool areCreditCodes, Func<HashSet<int>> readOwners)
    {
        (_keys, _readOwners) = (keys, readOwners);
        (_shapes, _codes) = (new uint[keys.Count], new int[keys.Count]);
        for (var code = 0; code < _codes.Length; code++)
        {
            var key = keys.TextOf(code);
            (_shapes[code], _codes[code]) = (HashOf(key), code);
            if (LostKey.Of(code, key) is { } lost)
                _lost.Add(lost);
            foreach (var meant in areCreditCodes && !CreditCode.IsValid(key) ? CreditCode.Neighbours(key) : [])
            {
                if (!_slips.TryGetValue(meant, out var codes))
                    _slips.Add(meant, codes = []);
                codes.Add(code);
            }
        }
        Array.Sort(_shapes, _codes);
        for (var i = 1; i < _shapes.Length; i++)
        {
            if (_shapes[i] == _shapes[i - 1])
                _shared.Add(_shapes[i]);
        }
    }

    /// <summary>The keys that look like that of a subject; null where there are none, as nearly always.</summary>
    /// <param name="owner">The number of the subject's key.</param>
    /// <param name="written">The key as its table writes it.</param>
    public int[]? Of(int owner, string written)
    {
        if (_codes.Length == 0)
            return null;
        var near = new List<int>();
        AddLookAlikes(owner, written, near);
        if (_slips.Count > 0 && _slips.TryGetValue(Identity.Of(written), out var slips))
            near.AddRange(slips.Except(near));
        if (_lost.Count > 0)
            near.AddRange(_lost.Where(lost => lost.MayBe(Identity.Of(written))).Select(static lost => lost.Code).Except(near).ToList());
        if (near.Count == 0)
            return null;
        _owners ??= _readOwners();
        near.RemoveAll(_owners.Contains);
        foreach (var code in near)
            _subjects.TryAdd(code, written);
        return near.Count == 0 ? null : [.. near];
    }

    private void AddLookAlikes(int owner, string written, List<int> near)
    {
        var hash = HashOf(written);
        var at = owner < _codes.Length && !_shared.Contains(hash) ? -1 : Array.BinarySearch(_shapes, hash);
        while (at > 0 && _shapes[at - 1] == hash)
            at--;
        for (; at >= 0 && at < _shapes.Length && _shapes[at] == hash; at++)
        {
            if (_codes[at] != owner && LookAlikes.AreNear(written, _keys.TextOf(_codes[at])))
                near.Add(_codes[at]);
        }
    }

    /// <summary>The subject, met so far, whose key a key looks like; null for none.</summary>
    public string? SubjectLike(int code) => _subjects.GetValueOrDefault(code);

    private static uint HashOf(string key) => (uint)LookAlikes.ShapeHash(key);
}
