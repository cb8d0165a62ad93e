// Processes that are killed at random moments: how often, when, and how the program is then found.
using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Dsl.Cli.Tests.Harness;

/// <summary>Kills processes. POLICY_KILLS in the environment says how often; by hand 100.</summary>
internal static class Kills
{
    /// <summary>How many processes a test kills.</summary>
    /// <param name="usual">How many where the environment does not say.</param>
    public static int Count(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("POLICY_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var many)
            ? many : usual;

    /// <summary>How long an act takes that nobody disturbs.</summary>
    public static int Milliseconds(Action act)
    {
        var clock = Stopwatch.StartNew();
        act();
        return (int)clock.ElapsedMilliseconds;
    }

    /// <summary>Kills a process after some time, unless it has ended by then.</summary>
    public static void After(Process process, int milliseconds)
    {
        if (!process.WaitForExit(milliseconds))
            Now(process);
    }

    /// <summary>Kills a process: the system asks it nothing.</summary>
    public static void Now(Process process)
    {
        process.Kill();
        Assert.True(process.WaitForExit(PolicyProcess.Patience));
    }

    /// <summary>Starts the program, kills it after some time, and hears nothing of what it says.</summary>
    public static void Start((string Name, string Value)[] environment, int milliseconds, params string[] arguments)
    {
        using var process = PolicyProcess.StartWith(environment, arguments);
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        After(process, milliseconds);
    }

    /// <summary>What lies in a folder under names of what is not finished.</summary>
    public static IEnumerable<string> Unfinished(string folder) =>
        Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .Where(static path => path.EndsWith(".tmp", StringComparison.Ordinal)
                || Path.GetFileName(path).Contains(".try-", StringComparison.Ordinal));
}
