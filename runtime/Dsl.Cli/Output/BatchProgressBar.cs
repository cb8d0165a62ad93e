// The progress of a batch on a terminal: how far, how fast, how long still.
using System.Diagnostics;
using Dsl.Batch.Running;
using Dsl.Cli.Hosting;
using Dsl.Values.Text;

namespace Dsl.Cli.Output;

/// <summary>Shows a progress bar on the error stream while work goes on; nothing where there is no terminal.</summary>
internal static class BatchProgressBar
{
    public static T Run<T>(CliContext context, Func<IProgress<BatchProgress>?, T> work)
    {
        if (!context.ErrorIsTerminal)
            return work(null);
        using var bar = new Bar(context.ErrorTerminal ?? context.Error, context.Width);
        return work(bar);
    }

    private sealed class Bar(TextWriter terminal, int width) : IProgress<BatchProgress>, IDisposable
    {
        private const int Length = 40;
        private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private TimeSpan _next;
        private int _shown;

        public void Report(BatchProgress value)
        {
            var elapsed = _clock.Elapsed;
            if (elapsed < _next)
                return;
            _next = elapsed + Interval;
            var share = Math.Clamp(value.Fraction, 0, 1);
            var done = (int)(share * Length);
            var rejected = value.Rejected > 0 ? $"，未读入 {value.Rejected} 行" : "";
            var left = share > 0 ? $"，余 {elapsed * (1 - share) / share:hh\\:mm\\:ss}" : "";
            var rate = value.Subjects / Math.Max(elapsed.TotalSeconds, 0.001);
            var counts = $"{share * 100:0}% {value.Subjects} 个主体，每秒 {rate:0} 个{rejected}{left}";
            var line = $"测算 {new string('#', done)}{new string('-', Length - done)} {counts}";
            // A line that wraps could not be taken back.
            Show(DisplayWidth.Of(line) < width ? line : DisplayWidth.Of(counts) < width ? counts : $"{share * 100:0}%");
        }

        public void Dispose() => Show("");

        /// <summary>Blanks instead of escape sequences: they work on every terminal.</summary>
        private void Show(string line)
        {
            var columns = DisplayWidth.Of(line);
            terminal.Write($"\r{line}{new string(' ', Math.Max(0, _shown - columns))}\r");
            terminal.Flush();
            _shown = columns;
        }
    }
}
