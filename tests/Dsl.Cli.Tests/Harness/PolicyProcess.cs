// The built program as a process of its own: started, waited for, asked what it loaded.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Dsl.Cli.Tests.Harness;

/// <summary>What a process said.</summary>
internal sealed record ProcessRun(int Code, string Output, string Error);

/// <summary>Starts the program.</summary>
internal static class PolicyProcess
{
    /// <summary>How long a test waits for anything.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The built program.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "policy.dll");

    /// <summary>Starts the program; its output must be read.</summary>
    public static Process Start(params string[] arguments) => StartWith([], arguments);

    /// <summary>Starts the program with variables of the environment.</summary>
    public static Process StartWith((string Name, string Value)[] environment, params string[] arguments) =>
        StartTool("dotnet", environment, [Program, .. arguments]);

    /// <summary>
    /// The same, for a test that interrupts it: a shell that runs the tests in the background lets them, and what they start, ignore
    /// interrupts; a program at a terminal does not.
    /// </summary>
    public static Process StartInterruptible((string Name, string Value)[] environment, params string[] arguments) =>
        OperatingSystem.IsLinux()
            ? StartTool("env", environment, ["--default-signal=INT", "dotnet", Program, .. arguments])
            : StartWith(environment, arguments);

    /// <summary>Starts any program; its output must be read.</summary>
    public static Process StartTool(string tool, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
                StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{tool} does not start");
    }

    /// <summary>Runs the program to its end.</summary>
    public static ProcessRun Run(params string[] arguments) => RunWith([], arguments);

    /// <summary>Runs the program to its end with variables of the environment.</summary>
    public static ProcessRun RunWith((string Name, string Value)[] environment, params string[] arguments)
    {
        using var process = StartWith(environment, arguments);
        return End(process);
    }

    /// <summary>Reads what a process says until it ends.</summary>
    public static ProcessRun End(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience));
        return new(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Sends a signal by its name (INT, KILL) to a process.</summary>
    public static void Signal(Process process, string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
