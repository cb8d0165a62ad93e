// Which part of a snapshot a subject belongs to: a hash that is the same everywhere and always.
using Dsl.Values.Text;

namespace Dsl.Batch.Snapshots;

internal static class KeyHash
{
    private const ulong Start = 14695981039346656037, Prime = 1099511628211;

    /// <summary>
    /// The part of what a key names, from 0: the same for all its writings. A key without a visible character is of the first.
    /// </summary>
    public static int PartOf(ReadOnlySpan<char> key, int parts)
    {
        if (!key.IsEmpty && Identity.IsCanonical(key))
            return Part(key, parts);
        return Identity.Of(key) is { Length: > 0 } canonical ? Part(canonical, parts) : 0;
    }

    private static int Part(ReadOnlySpan<char> canonical, int parts)
    {
        // FNV-1a over the characters; its upper bits are mixed until every one depends on all of them.
        var hash = Start;
        foreach (var character in canonical)
            hash = unchecked((hash ^ character) * Prime);
        hash = unchecked((hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD);
        hash = unchecked((hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53);
        return (int)Math.BigMul(hash ^ (hash >> 33), (ulong)parts, out _);
    }
}
