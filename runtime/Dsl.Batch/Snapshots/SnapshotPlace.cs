// Where snapshots stand: each appears under its name whole, or not at all.
using System.Text;
using Dsl.Data.Outputs;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Snapshots;

/// <summary>Puts snapshots into the folder in which they stand.</summary>
internal static class SnapshotPlace
{
    // Names of what stands in the folder of snapshots while one is made.
    private const string Work = "snapshot";

    /// <summary>Makes a snapshot in a folder that goes away again; nothing stays that looks like one where that fails.</summary>
    /// <param name="folder">The folder of snapshots.</param>
    /// <param name="make">Fills a folder, and has it named.</param>
    public static SnapshotOutcome Make(string folder, Func<string, SnapshotOutcome> make)
    {
        var shown = PathText.Shown(folder);
        if (OutputPath.Resolve(Path.Combine(folder, Work)) is { Problem: { } unusable })
            return new([FileDiagnostics.CannotWrite.With(shown, unusable).At(new(shown))]);
        var work = "";
        try
        {
            Directory.CreateDirectory(folder);
            Remainders.Clean(Path.GetFullPath(Path.Combine(folder, Work)));
            work = Remainders.NameFor(Path.GetFullPath(Path.Combine(folder, Work)));
            Directory.CreateDirectory(work);
            return make(work);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            using var failed = new AtomicOutput();
            return new([failed.Failure(error, folder)]);
        }
        finally
        {
            Discard(work);
        }
    }

    /// <summary>Writes what a snapshot holds, and opens it.</summary>
    public static (RegistrySnapshot? Snapshot, System.Collections.Immutable.ImmutableArray<DataFinding> Findings) Describe(
        string work, SnapshotDocument document)
    {
        var path = Path.Combine(work, RegistrySnapshot.DescriptionName);
        OutputException.Guard(path, () =>
        {
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
            file.Write(Encoding.UTF8.GetBytes(document.Text));
            file.Flush(flushToDisk: true);
            return true;
        });
        return RegistrySnapshot.Open(work);
    }

    /// <summary>Gives a described snapshot its name, unless the same stands there.</summary>
    public static SnapshotOutcome Name(string work, string folder, SnapshotDocument document)
    {
        var final = Path.Combine(folder, document.Id);
        var isKnown = !Place(work, final);
        var (snapshot, damaged) = RegistrySnapshot.Open(final);
        return new(damaged) { Snapshot = snapshot, Folder = final, IsKnown = isKnown };
    }

    /// <summary>Gives the folder its name; false where the same snapshot has it already.</summary>
    private static bool Place(string work, string folder)
    {
        // Imports into one folder do this one after the other.
        using var held = FolderLock.Take([Path.GetFullPath(Path.GetDirectoryName(folder) ?? ".")]);
        if (Directory.Exists(folder) && IsWhole(folder))
            return false;
        if (Directory.Exists(folder))
        {
            // What is no snapshot any more makes room for one.
            var old = Remainders.NameFor(Path.GetFullPath(folder));
            Directory.Move(folder, old);
            Discard(old);
        }
        Directory.Move(work, folder);
        return true;
    }

    private static bool IsWhole(string folder) => RegistrySnapshot.Open(folder).Snapshot is { } there && there.Problem() is null;

    private static void Discard(string work)
    {
        if (work.Length == 0)
            return;
        try
        {
            if (Directory.Exists(work))
                Directory.Delete(work, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next import takes it away.
        }
        Remainders.Release(work);
    }
}
