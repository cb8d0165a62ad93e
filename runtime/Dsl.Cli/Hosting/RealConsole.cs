// The console of the process: UTF-8 streams, the width and colours of the terminal, the clock.
using System.Text;

namespace Dsl.Cli.Hosting;

/// <summary>The real surroundings of the program.</summary>
internal sealed class RealConsole : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private RealConsole(CliContext context) => Context = context;

    /// <summary>What the commands see.</summary>
    public CliContext Context { get; }

    /// <summary>Opens the streams of the process.</summary>
    public static RealConsole Open(Interruption interruption)
    {
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
            Console.OutputEncoding = Utf8;
        return new(new CliContext
        {
            Output = new StreamWriter(ConsoleStream.Output(), Utf8, bufferSize: 1 << 14) { NewLine = "\n" },
            Error = new StreamWriter(ConsoleStream.Error(), Utf8) { NewLine = "\n", AutoFlush = true },
            Today = TodayInShanghai,
            OutputHasColours = !Console.IsOutputRedirected && WantsColours(),
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = TerminalWidth(),
            Cancellation = interruption.Token,
            AllowToStop = interruption.Allow,
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Context.Output.Flush();
        }
        catch (IOException)
        {
            // The reader (head, less) has exited; there is no one to report it to.
        }
    }

    // https://no-color.org: any value switches colours off.
    private static bool WantsColours() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static int TerminalWidth() =>
        Console.IsOutputRedirected ? 120 : Math.Clamp(Console.WindowWidth, 40, 200);

    // China has had one time zone without summer time since 1991; a machine without zone data gives the same date.
    private static DateOnly TodayInShanghai() =>
        DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
}
