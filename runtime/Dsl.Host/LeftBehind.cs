// What a service that was killed left in its data folder under names of what is being made: taken away at the next start.
using Dsl.Data.Outputs;

namespace Dsl.Host;

/// <summary>Cleans a data folder that nobody else uses.</summary>
internal static class LeftBehind
{
    // Drafts stand here while they are looked at.
    private const string Drafts = "drafts";

    /// <summary>Takes away what is unfinished.</summary>
    public static void Remove(string dataFolder)
    {
        if (Path.Combine(dataFolder, Drafts) is var drafts && Directory.Exists(drafts))
            TryDelete(drafts);
        // Each kind has a folder, in which each thing has one.
        foreach (var kind in Directory.EnumerateDirectories(dataFolder).ToList())
        {
            Remainders.Clean(Path.Combine(kind, Drafts));
            foreach (var thing in Directory.EnumerateDirectories(kind).ToList())
                Remainders.Clean(Path.Combine(thing, Drafts));
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is in nobody's way.
        }
    }
}
