// Whole programs, from start to end: wall time, processor time and the most memory.
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Dsl.Compare;

/// <summary>What a program took.</summary>
/// <param name="Wall">Seconds by the clock.</param>
/// <param name="Processor">Seconds of all processors.</param>
/// <param name="Megabytes">The most memory that it held at once.</param>
internal readonly record struct Taken(double Wall, double Processor, double Megabytes);

/// <summary>Runs programs, one after the other. Linux only: it asks the kernel.</summary>
internal static partial class WholeRun
{
    private const int Children = -1, ThisThread = 1, MicrosPerSecond = 1_000_000;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs `dotnet` with arguments.</summary>
    /// <exception cref="InvalidOperationException">It did not end well.</exception>
    public static Taken Of(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var (before, clock) = (ProcessorSeconds(Children), Stopwatch.StartNew());
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0.0;
        while (!process.WaitForExit(Glance))
            peak = Math.Max(peak, Peak(process.Id));
        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)}: {error.Result}{output.Result}");
        return new(wall, ProcessorSeconds(Children) - before, peak);
    }

    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status")
                .FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            var kilobytes = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
            return kilobytes is null ? 0 : long.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024.0;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }

    /// <summary>Seconds that the calling thread has had a processor: what else runs on the machine counts little.</summary>
    public static double ThreadSeconds() => ProcessorSeconds(ThisThread);

    private static double ProcessorSeconds(int whose)
    {
        Span<long> usage = stackalloc long[18];
        GetUsage(whose, ref MemoryMarshal.GetReference(usage));
        // User and system time, seconds and microseconds each.
        return usage[0] + usage[2] + (usage[1] + usage[3]) / (double)MicrosPerSecond;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, ref long usage);
}
