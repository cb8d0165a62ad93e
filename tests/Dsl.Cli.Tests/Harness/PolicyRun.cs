// Runs the program inside the test process, with writers in place of the console and a fixed date.
using Dsl.Cli.Hosting;

namespace Dsl.Cli.Tests.Harness;

/// <summary>What a run said.</summary>
public sealed record PolicyRun(int Code, string Output, string Error)
{
    /// <summary>The day that the program takes for today.</summary>
    public static DateOnly Today { get; } = new(2024, 6, 30);

    /// <summary>Runs a command.</summary>
    public static PolicyRun Of(params string[] arguments) => Of(CancellationToken.None, arguments);

    /// <summary>Runs a command that may be interrupted.</summary>
    public static PolicyRun Of(CancellationToken cancellation, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var context = new CliContext { Output = output, Error = error, Today = static () => Today, Cancellation = cancellation };
        var code = CommandLine.Run(arguments, context);
        return new(code, output.ToString(), error.ToString());
    }
}
