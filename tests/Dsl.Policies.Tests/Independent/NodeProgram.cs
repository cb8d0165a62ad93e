// Programs of tests/independent, run by Node.
using System.Diagnostics;
using Dsl.Testing;

namespace Dsl.Policies.Tests.Independent;

/// <summary>Runs a program of tests/independent.</summary>
internal static class NodeProgram
{
    private static readonly string Folder = RepositoryRoot.Combine("tests", "independent");

    /// <summary>What the program writes to standard output; a failure is an exception with what it wrote to standard error.</summary>
    /// <param name="program">The file name.</param>
    public static string Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Folder, program), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
    }
}
