// The progress of a batch on a terminal: how far, how fast, how long still.
using Dsl.Batch.Running;
using Dsl.Cli.Hosting;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Dsl.Cli.Output;

/// <summary>Shows a progress bar on the error stream while work goes on; nothing where there is no terminal.</summary>
internal static class BatchProgressBar
{
    private const double Whole = 1.0;

    public static T Run<T>(CliContext context, Func<IProgress<BatchProgress>?, T> work)
    {
        if (!context.ErrorIsTerminal)
            return work(null);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.ErrorTerminal ?? context.Error) });
        var counts = new CountColumn();
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), counts, new RemainingTimeColumn())
            .Start(display => work(new Reporter(display.AddTask("测算", maxValue: Whole), counts)));
    }

    private sealed class Reporter(ProgressTask task, CountColumn counts) : IProgress<BatchProgress>
    {
        private readonly System.Diagnostics.Stopwatch _clock = System.Diagnostics.Stopwatch.StartNew();

        public void Report(BatchProgress value)
        {
            task.Value = Math.Min(value.Fraction, Whole);
            var rejected = value.Rejected > 0 ? $"，未读入 {value.Rejected} 行" : "";
            counts.Text =
                $"{value.Subjects} 个主体，每秒 {value.Subjects / Math.Max(_clock.Elapsed.TotalSeconds, 0.001):0} 个{rejected}，余";
        }
    }

    /// <summary>Counts and rate; written by the thread that works, read by the one that draws.</summary>
    private sealed class CountColumn : ProgressColumn
    {
        private volatile string _text = "";

        public string Text
        {
            set => _text = value;
        }

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(_text);
    }
}
