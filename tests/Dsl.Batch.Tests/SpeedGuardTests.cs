// What must not get slow again, as ratios in one process: floors lie far below what was measured, so that a busy machine does not matter.
using System.Diagnostics;
using Dsl.Compare;
using Dsl.Testing;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class SpeedGuardTests : IDisposable
{
    private const int Rows = 20_000, Interpreted = 1_000, MostRounds = 40;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 十二条_各种算法逐分相同_按列计算不慢下来_也不多占内存()
    {
        var policies = RepositoryRoot.Combine("benchmarks", "Dsl.Compare", "policies");
        var enterprises = Enterprises.Draw(Rows, seed: 7);
        enterprises.WriteCsv(_folder["企业.csv"]);
        var columns = EngineRun.Load("columns", policies, _folder.Path);
        var interpreter = EngineRun.Load("interpreter", policies, _folder.Path);
        var objects = DecimalRow.Of(enterprises, Rows);
        var few = interpreter.First(Interpreted);

        var sum = HandKernel.Sum(enterprises, 0, Rows);
        Assert.Equal(sum, columns.Sum(1));
        Assert.Equal(sum, columns.Sum(2));
        Assert.Equal((decimal)sum / 100, objects.Sum(static row => row.Award()));
        Assert.Equal(HandKernel.Sum(enterprises, 0, few), interpreter.Sum(1, few));

        var times = (Columns: double.MaxValue, Decimals: double.MaxValue, Interpreter: double.MaxValue);
        // Other tests run beside this one: only what is never fast enough is slow.
        for (var round = 0; round < MostRounds; round++)
        {
            if (IsFast(times.Decimals, times.Columns, 0.3) && IsFast(times.Interpreter, times.Columns, 60))
                break;
            times.Columns = Math.Min(times.Columns, Nanoseconds(Rows, () => columns.Sum(1)));
            times.Decimals = Math.Min(times.Decimals, Nanoseconds(Rows, () => _ = objects.Sum(static row => row.Award())));
            times.Interpreter = Math.Min(times.Interpreter, Nanoseconds(few, () => interpreter.Sum(1, few)));
        }
        Assert.True(IsFast(times.Decimals, times.Columns, 0.3), $"decimals {times.Decimals:0} ns, columns {times.Columns:0} ns");
        Assert.True(IsFast(times.Interpreter, times.Columns, 60), $"interpreter {times.Interpreter:0} ns, columns {times.Columns:0} ns");
        Assert.InRange(columns.BytesPerSubject(), 0, 250);
    }

    private static bool IsFast(double other, double ours, double floor) => ours < double.MaxValue && other / ours > floor;

    private static double Nanoseconds(int count, Action work)
    {
        // Other programs take turns on the machine; only Linux says what a thread had of it.
        if (!OperatingSystem.IsLinux())
        {
            var clock = Stopwatch.StartNew();
            work();
            return clock.Elapsed.TotalNanoseconds / count;
        }
        var before = WholeRun.ThreadSeconds();
        work();
        return (WholeRun.ThreadSeconds() - before) * 1e9 / count;
    }
}
