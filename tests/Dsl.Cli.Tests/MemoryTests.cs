// The memory of a batch does not depend on what its results are written into. No time is measured.
using System.Globalization;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class MemoryTests : IDisposable
{
    private const int Subjects = 150_000;

    // DuckDB's own program, once it is loaded, and what it holds of the rows that it is writing: neither grows with the rows.
    private const long Library = 56_000_000;

    private readonly StarterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    // JSON is written by the interpreter, whichever engine is asked for.
    [InlineData("columns", "r.parquet", "r.duckdb#结果", "r.json")]
    [InlineData("interpreter", "r.parquet")]
    public void 结果写成什么格式_内存的峰值都差不多(string engine, params string[] outputs)
    {
        if (!OperatingSystem.IsLinux())
            return; // Only Linux reports the peak memory of a process.
        _folder.WriteRegistry(Subjects);
        // Compiled code is kept: what the compiler needs does not count.
        if (engine == "columns")
            Peak("热身.csv", engine);
        var text = Peak("r.csv", engine);
        foreach (var output in outputs)
        {
            var (peak, library) = (Peak(output, engine), output.EndsWith(".json", StringComparison.Ordinal) ? 0 : Library);
            Assert.True(peak <= text * 1.3 + library, $"{output}: {peak / 1e6:0} MB, CSV: {text / 1e6:0} MB");
        }
    }

    /// <summary>The most memory that a batch held at any time, in bytes.</summary>
    private long Peak(string output, string engine)
    {
        using var process = PolicyProcess.StartWith([_folder.Cache], [.. _folder.LargeBatch("out/" + output), "--engine", engine]);
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.WaitForExit(20))
            peak = Math.Max(peak, PeakOf(process.Id));
        Assert.True(process.ExitCode == 0, said.GetAwaiter().GetResult() + failed.GetAwaiter().GetResult());
        return peak;
    }

    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null
                ? 0
                : long.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
                    * 1024;
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }
    }
}
