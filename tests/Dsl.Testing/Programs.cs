// Other programs: started with their output kept, ended when they take too long, found when they keep running.
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace Dsl.Testing;

/// <summary>Runs programs.</summary>
public static class Programs
{
    /// <summary>How a program is started: output and errors are read, nothing is typed.</summary>
    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start =
            new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? ImmutableDictionary<string, string>.Empty)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed, or took longer than it may;
    /// the message has the end of what it wrote.</exception>
    public static async Task<string> Run(string program, IReadOnlyList<string> arguments, TimeSpan most,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Process.Start(Start(program, arguments, environment)) ?? throw new InvalidOperationException(program);
        process.StandardInput.Close();
        var written = new StringBuilder();
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(most);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} took longer than {most.TotalMinutes} minutes\n{Tail()}");
        }
        return process.ExitCode == 0
            ? Text()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode}\n{Tail()}");

        void Keep(string? line)
        {
            if (line is null)
                return;
            lock (written)
                written.Append(line).Append('\n');
        }

        string Text()
        {
            lock (written)
                return written.ToString();
        }

        string Tail() => Text() is { Length: > 4000 } text ? text[^4000..] : Text();
    }

    /// <summary>Whether the shell would find a program.</summary>
    public static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>The command lines of running programs that name a folder, after having waited for them to end.</summary>
    public static async Task<ImmutableArray<string>> Naming(string folder, TimeSpan patience)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var found = Directory.EnumerateDirectories("/proc").Select(CommandLine)
                .Where(line => line.Contains(folder, StringComparison.Ordinal)).ToImmutableArray();
            if (found.IsEmpty || waited.Elapsed > patience)
                return found;
            await Task.Delay(250);
        }
    }

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Not a process, or it has ended.
            return "";
        }
    }
}
