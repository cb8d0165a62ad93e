// Temporary names, and what runs that were killed left under them.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dsl.Runtime.Results;

/// <summary>Temporary names: the final one, the number of the process and of the file.</summary>
internal static partial class Remainders
{
    private static readonly ConcurrentDictionary<string, bool> InUse = new(StringComparer.Ordinal);

    /// <summary>A temporary name for a file, which nothing else of this process has.</summary>
    public static string NameFor(string final)
    {
        for (var number = 0; ; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{final}.{Environment.ProcessId:x}-{number}.tmp");
            if (InUse.TryAdd(name, true))
                return name;
        }
    }

    /// <summary>Says that a temporary name is not used any more.</summary>
    public static void Release(string temporary) => InUse.TryRemove(temporary, out _);

    /// <summary>Takes away what earlier runs left of a file; what a run that still goes on writes stays.</summary>
    public static void Clean(string final)
    {
        if (Path.GetDirectoryName(final) is not { } folder || !Directory.Exists(folder))
            return;
        var start = Path.GetFileName(final) + ".";
        foreach (var path in Directory.EnumerateFileSystemEntries(folder).Where(path => Path.GetFileName(path).StartsWith(start, StringComparison.Ordinal)).ToList())
        {
            if (Pattern().Match(Path.GetFileName(path)[(start.Length - 1)..]) is { Success: true } match && !IsAlive(final, match))
                Remove(path);
        }
    }

    private static bool IsAlive(string final, Match match)
    {
        if (InUse.ContainsKey(final + match.Groups[1].Value))
            return true;
        if (!int.TryParse(match.Groups[2].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) || number == Environment.ProcessId)
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

    // Databases put files of their own behind the name.
    [GeneratedRegex(@"^(\.([0-9a-f]+)-[0-9]+\.tmp)(\.old\.tmp|\.wal|\.spill|\.rows|\.tmp)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
