// The progress bar: one line on a terminal that is gone at the end, nothing elsewhere.
using Dsl.Batch.Running;
using Dsl.Cli.Hosting;
using Dsl.Cli.Output;
using Dsl.Cli.Tests.Harness;
using Dsl.Values.Text;
using Xunit;

namespace Dsl.Cli.Tests;

public class ProgressBarTests
{
    [Fact]
    public void 终端上一行_完了就没有()
    {
        var shown = Shown(120, isTerminal: true);
        Assert.Equal(
            $"\r测算 {new string('#', 10)}{new string('-', 30)} 25% 50 个主体，每秒 ",
            shown[..(shown.IndexOf("每秒 ", StringComparison.Ordinal) + 3)]);
        Assert.Contains("，未读入 3 行，余 ", shown, StringComparison.Ordinal);
        var lines = shown.Split('\r', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal(new string(' ', DisplayWidth.Of(lines[0])), lines[1]);
    }

    [Theory]
    [InlineData(90)]
    [InlineData(20)]
    public void 窄的终端上不折行(int width) =>
        Assert.All(Shown(width, isTerminal: true).Split('\r'), line => Assert.True(DisplayWidth.Of(line) < width, line));

    [Fact]
    public void 不是终端_什么也不写() => Assert.Equal("", Shown(120, isTerminal: false));

    private static string Shown(int width, bool isTerminal)
    {
        using var error = new StringWriter();
        var context = new CliContext
        {
            Output = TextWriter.Null, Error = error, Today = static () => PolicyRun.Today, ErrorIsTerminal = isTerminal, Width = width,
        };
        Assert.Equal(isTerminal, BatchProgressBar.Run(context, progress =>
        {
            progress?.Report(new BatchProgress(50, 3, 0.25));
            return progress is not null;
        }));
        return error.ToString();
    }
}
