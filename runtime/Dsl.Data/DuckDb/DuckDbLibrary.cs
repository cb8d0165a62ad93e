// Where the native library is, and loading it: only when the first Parquet or .duckdb table is opened, so that nothing else waits for it.
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;

namespace Dsl.Data.DuckDb;

/// <summary>Finds and loads libduckdb.</summary>
internal static class DuckDbLibrary
{
    /// <summary>Names the library's file, or the folder that holds it; nothing else is tried then.</summary>
    public const string Variable = "POLICY_DUCKDB";

    /// <summary>Older ones lack functions that are called, newer ones may lay out vectors differently.</summary>
    private static readonly (Version Least, Version Below) Supported = (new(1, 4), new(2, 0));

    private static readonly Lock Gate = new();
    private static nint _library;

    /// <summary>The file's name on this platform.</summary>
    public static string FileName =>
        OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";

    /// <summary>The platform as npm's packages name it.</summary>
    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            var processor = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
            return RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? $"{system}-{processor}-musl" : $"{system}-{processor}";
        }
    }

    /// <summary>Loads the library unless it is loaded; null, or why it can't be.</summary>
    public static DataProblem? Load()
    {
        lock (Gate)
        {
            if (_library != 0)
                return null;
            var (library, problem) = Load(Environment.GetEnvironmentVariable(Variable), AppContext.BaseDirectory);
            if (problem is not null)
                return problem;
            NativeLibrary.SetDllImportResolver(typeof(DuckDbNative).Assembly, Resolve);
            _library = library;
            return null;
        }
    }

    /// <summary>The places to look at, best first.</summary>
    /// <param name="variable">The value of <see cref="Variable"/>; null or empty where it is not set.</param>
    /// <param name="programFolder">Where the program is.</param>
    public static ImmutableArray<string> Candidates(string? variable, string programFolder)
    {
        if (!string.IsNullOrEmpty(variable))
            return [Directory.Exists(variable) ? Path.Combine(variable, FileName) : variable];
        var places = ImmutableArray.CreateBuilder<string>();
        places.Add(Path.Combine(programFolder, FileName));
        places.Add(Path.Combine(programFolder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", FileName));
        for (var folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(programFolder)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            // A checkout is recognised by the manifest that the library is installed from.
            if (File.Exists(Path.Combine(folder, "runtime", "native", "package.json")))
                places.Add(Path.Combine(folder, "runtime", "native", "node_modules", "@duckdb", $"node-bindings-{Platform}", FileName));
        }
        return places.ToImmutable();
    }

    /// <summary>Loads the first candidate that is there; a library that can't be used is a problem, never a reason to try the next.</summary>
    internal static (nint Library, DataProblem? Problem) Load(string? variable, string programFolder)
    {
        if (Candidates(variable, programFolder).FirstOrDefault(File.Exists) is not { } path)
            return (0, DuckDbRules.LibraryMissing.With(string.IsNullOrEmpty(variable) ? "" : $"（环境变量 {Variable} 指向的“{variable}”不存在）", Variable));
        // What others could have put there is not run.
        if (Ownership.ProblemOfLibrary(path) is { } problem)
            return (0, DuckDbRules.LibraryUnusable.With(PathText.Shown(path), problem, Variable));
        if (!NativeLibrary.TryLoad(path, out var library))
            return (0, DuckDbRules.LibraryUnusable.With(PathText.Shown(path), "不是这个系统可以载入的程序库", Variable));
        var version = VersionOf(library);
        if (version is not null && version >= Supported.Least && version < Supported.Below)
            return (library, null);
        NativeLibrary.Free(library);
        return (0, DuckDbRules.LibraryUnusable.With(
            PathText.Shown(path), version is null ? "不是 DuckDB 的程序库" : $"版本是 {version}，需要 {Supported.Least} 以上、{Supported.Below} 以下的版本", Variable));
    }

    /// <summary>“v1.5.6” → 1.5.6; null where the library is another one.</summary>
    private static unsafe Version? VersionOf(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "duckdb_library_version", out var function))
            return null;
        var text = DuckDbNative.Text(((delegate* unmanaged<nint>)function)());
        return Version.TryParse(text.TrimStart('v').Split('-')[0], out var version) ? version : null;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? paths) => name == DuckDbNative.Library ? _library : 0;
}
