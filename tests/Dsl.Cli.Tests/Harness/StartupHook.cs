// The runtime calls this first in a process that is started with DOTNET_STARTUP_HOOKS: at the end of the process it writes down what was
// loaded.
using System.Diagnostics.CodeAnalysis;

#pragma warning disable CA1050 // The runtime looks for the type under this name, outside namespaces.

/// <summary>Reports to the parent what the process had loaded when it ended: assemblies, and on Linux every mapped file.</summary>
[SuppressMessage("Design", "CA1515", Justification = "Found by its name.")]
internal static class StartupHook
{
    /// <summary>The variable that names the file to write.</summary>
    public const string Variable = "POLICY_TEST_LOADED";

    /// <summary>Called by the runtime before the entry point.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllLines(path, Loaded());
    }

    private static IEnumerable<string> Loaded()
    {
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            yield return assembly.GetName().Name ?? "";
        if (!OperatingSystem.IsLinux())
            yield break;
        foreach (var line in File.ReadLines("/proc/self/maps"))
        {
            if (line.IndexOf('/', StringComparison.Ordinal) is >= 0 and var at)
                yield return Path.GetFileName(line[at..]);
        }
    }
}
