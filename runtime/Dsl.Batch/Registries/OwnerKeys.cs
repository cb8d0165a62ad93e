// Whose rows they are: numbers of keys that are the same for all writings of a key, and how a table writes them.
using Dsl.Values.Text;

namespace Dsl.Batch.Registries;

/// <summary>The keys of subjects in one table. Used by one thread at a time.</summary>
/// <param name="keys">The keys of all tables, in canonical form.</param>
internal sealed class OwnerKeys(StringDictionary keys)
{
    // What messages need of writings that are not canonical; beyond so many the canonical form is shown.
    private const int MostWritings = 4096;

    private readonly Dictionary<int, string> _written = [];

    /// <summary>The number of a key; -1 where nothing can be seen in it.</summary>
    public int CodeOf(ReadOnlySpan<char> key) => keys.CodeOfIdentity(key);

    /// <summary>Keeps how a key is written, unless another writing was kept.</summary>
    public void Note(int code, ReadOnlySpan<char> key)
    {
        if (code >= 0 && _written.Count < MostWritings && !Identity.IsCanonical(key))
            _written.TryAdd(code, key.ToString());
    }

    /// <summary>A key as the table writes it: as it was noted, else the canonical form.</summary>
    public string TextOf(int code) => _written.TryGetValue(code, out var written) ? written : keys.TextOf(code);
}
