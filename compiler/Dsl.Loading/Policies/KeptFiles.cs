// Files and folders that are read again only when the system says that they changed, for a program that asks for them at every key.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using Dsl.Loading.Files;
using Dsl.Syntax.Text;

namespace Dsl.Loading.Policies;

/// <summary>The texts on disk, kept while their files are the same.</summary>
public class KeptFiles : PolicyFiles
{
    private const int MostKept = 5000;

    // Times of files are as fine as the ticks of the system: what is written again within one leaves no trace,
    // so a fresh reading is made twice.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, Kept<TextFileReading>> _readings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Kept<FolderListing>> _listings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SourceText> _sources = new(StringComparer.Ordinal);

    /// <summary>Reads everything anew: something changed on disk.</summary>
    public void Forget()
    {
        _readings.Clear();
        _listings.Clear();
    }

    /// <inheritdoc/>
    public override SourceText Source(string path, string text)
    {
        if (_sources.TryGetValue(path, out var known) && known.Content == text)
            return known;
        Bound(_sources);
        return _sources[path] = base.Source(path, text);
    }

    /// <inheritdoc/>
    internal override TextFileReading Read(string path)
    {
        if (OpenText(path) is not null)
            return base.Read(path);
        var before = FileStatus.Of(path);
        return Known(_readings, path, () => base.Read(path), _ => [(path, before)]);
    }

    /// <inheritdoc/>
    internal override FolderListing List(string folder) =>
        Known(_listings, folder, () => base.List(folder),
            static listing => [.. listing.Folders.Select(static one => (one, FileStatus.Of(one)))]);

    private static T Known<T>(ConcurrentDictionary<string, Kept<T>> kept, string path, Func<T> read,
        Func<T, ImmutableArray<(string Path, FileStatus Status)>> seen)
    {
        if (kept.TryGetValue(path, out var known) && known.IsSame)
        {
            if (known.IsSettled)
                return known.Value;
            // What was written within the tick of the first reading is in the second one.
            var isSettled = Stopwatch.GetElapsedTime(known.ReadAt) >= Tick;
            var again = read();
            kept[path] = known with { Value = again, IsSettled = isSettled && seen(again).SequenceEqual(known.Seen) };
            return again;
        }
        var began = Stopwatch.GetTimestamp();
        var value = read();
        Bound(kept);
        kept[path] = new(value, seen(value), began, IsSettled: false);
        return value;
    }

    private static void Bound<T>(ConcurrentDictionary<string, T> kept)
    {
        if (kept.Count >= MostKept)
            kept.Clear();
    }

    /// <summary>What was read, with the state of the files that it was read from.</summary>
    private sealed record Kept<T>(T Value, ImmutableArray<(string Path, FileStatus Status)> Seen, long ReadAt, bool IsSettled)
    {
        public bool IsSame => Seen.All(static one => FileStatus.Of(one.Path) == one.Status);
    }
}
