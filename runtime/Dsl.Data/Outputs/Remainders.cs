// Temporary names, and what runs that were killed left under them.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dsl.Data.Outputs;

/// <summary>Temporary names: the final one, the number of the process and of the file.</summary>
public static partial class Remainders
{
    private static readonly ConcurrentDictionary<string, bool> InUse = new(StringComparer.Ordinal);

    /// <summary>A temporary name for a file, which nothing else of this process has.</summary>
    public static string NameFor(string final)
    {
        for (var number = 0; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{final}.{Environment.ProcessId:x}-{number}.policy.tmp");
            if (InUse.TryAdd(name, true))
                return name;
        }
    }

    /// <summary>Says that a temporary name is not used any more.</summary>
    public static void Release(string temporary) => InUse.TryRemove(temporary, out _);

    /// <summary>The final name of a file under a temporary one; null where it is none.</summary>
    public static string? FinalOf(string temporary) =>
        Pattern().Match(Path.GetFileName(temporary)) is { Success: true } match && !match.Groups["rest"].Success
            ? Path.Combine(Path.GetDirectoryName(temporary) ?? "", match.Groups["final"].Value) : null;

    /// <summary>
    /// Completes what runs that were killed had begun in the folder of a file, and takes away what they left there.
    /// What a run that still goes on writes stays.
    /// </summary>
    public static void Clean(string final)
    {
        var left = Left(final);
        foreach (var journal in left.Where(static path => path.EndsWith(CommitJournal.Suffix, StringComparison.Ordinal)))
            CommitJournal.Complete(journal);
        left.ForEach(Remove);
    }

    private static List<string> Left(string final)
    {
        if (Path.GetDirectoryName(final) is not { } folder || !Directory.Exists(folder))
            return [];
        var own = Path.GetFileName(final);
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder)
                .Where(path => Pattern().Match(Path.GetFileName(path)) is { Success: true } match
                    // Only names with our mark are surely ours.
                    && (match.Groups["mark"].Success || match.Groups["final"].Value == own) && !IsAlive(folder, match))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsAlive(string folder, Match match)
    {
        if (InUse.ContainsKey(Path.Combine(folder, match.Groups["final"].Value + match.Groups["temporary"].Value)))
            return true;
        if (!int.TryParse(match.Groups["process"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
            || number == Environment.ProcessId)
            return false;
        try
        {
            using var process = Process.GetProcessById(number);
            return !process.HasExited;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Remove(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
                return;
            }
            // A journal that was completed is gone, and with it what it gave names to.
            if (!File.Exists(path))
                return;
            // A run on another machine that shares the disk holds its file open: then this fails.
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
            }
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It is in use, or not ours: it stays.
        }
    }

    // Databases make files of their own with a suffix after the name.
    [GeneratedRegex(
        @"^(?<final>.+)(?<temporary>\.(?<process>[0-9a-f]+)-[0-9]+(?<mark>\.policy)?\.tmp)(?<rest>\.old\.tmp|\.set\.tmp|\.wal|\.spill|\.rows|\.part[0-9]+|\.tmp)?$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Pattern();
}
