// What a command may use of the world: where to write, what the terminal can do, which day it is.
using Dsl.Loading.Findings;

namespace Dsl.Cli.Hosting;

/// <summary>The surroundings of one run of the program. Tests make their own.</summary>
internal sealed record CliContext
{
    /// <summary>Results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Messages about the run, progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Today in the time zone of the policies (Asia/Shanghai). The one place where the program learns the date.</summary>
    public required Func<DateOnly> Today { get; init; }

    /// <summary>Whether <see cref="Output"/> understands colours.</summary>
    public bool OutputHasColours { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal that can show progress.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>The unfiltered terminal of <see cref="Error"/>, for the progress bar; data must not be written to it.</summary>
    public TextWriter? ErrorTerminal { get; init; }

    /// <summary>The same surroundings with writers that let no control character of data through.</summary>
    public CliContext WithVisibleText() =>
        this with
        {
            Output = new VisibleWriter(Output, OutputHasColours), Error = new VisibleWriter(Error, colours: false), ErrorTerminal = Error
        };

    /// <summary>Columns of the terminal; a usual width where there is none.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Asks the command to stop.</summary>
    public CancellationToken Cancellation { get; init; } = CancellationToken.None;

    /// <summary>Allows the command so much time to end once it was asked to.</summary>
    public Action<TimeSpan> AllowToStop { get; init; } = static _ => { };

    /// <summary>Writes a message for the user, with its remedy where there is one.</summary>
    /// <returns>The exit code for a command that could not start.</returns>
    public int Refuse(string message, string? remedy = null)
    {
        Error.WriteLine("policy：" + VisibleText.OneLine(message));
        if (remedy is not null)
            Error.WriteLine("  怎么办：" + remedy);
        return ExitCode.Usage;
    }
}
