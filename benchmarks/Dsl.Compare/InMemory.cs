// Evaluating alone: facts are in memory, sums are all that is wanted. Every implementation must find the same sum, to the fen.
using System.Diagnostics;

namespace Dsl.Compare;

/// <summary>Times of implementations over the same subjects, in nanoseconds a subject.</summary>
internal sealed class InMemory(Report report, int rounds)
{
    // Objects and single steps are slow: so many subjects are enough.
    private const int MostDecimals = 200_000, MostInterpreted = 20_000;

    /// <summary>The twelve clauses.</summary>
    /// <param name="rows">The enterprises.</param>
    /// <param name="policies">The folder of the policies.</param>
    /// <param name="registry">The same enterprises as a registry.</param>
    public void Twelve(Enterprises rows, string policies, string registry)
    {
        var columns = EngineRun.Load("columns", policies, registry);
        var interpreter = EngineRun.Load("interpreter", policies, registry);
        using var sql = SqlPeer.Load(policies, registry);
        var objects = DecimalRow.Of(rows, Math.Min(rows.Count, MostDecimals));
        var interpreted = interpreter.First(MostInterpreted);
        WarmUp(() => columns.Sum(2), () => sql.Sum(2), () => HandKernel.Sum(rows, 0, rows.Count),
            () => MemoryProbe.Read(rows, 0, rows.Count));
        foreach (var threads in (int[])[1, 2])
        {
            var name = threads == 1 ? "1 thread" : "2 threads";
            var all = Enumerable.Range(0, 6).Select(static _ => new List<double>()).ToArray();
            var sum = Split(rows.Count, threads, (first, end) => HandKernel.Sum(rows, first, end));
            for (var round = 0; round < rounds; round++)
            {
                all[0].Add(Time(rows.Count, () => Split(rows.Count, threads, (first, end) => MemoryProbe.Read(rows, first, end))));
                all[1].Add(Time(rows.Count, () => Check("hand kernel", sum,
                    Split(rows.Count, threads, (first, end) => HandKernel.Sum(rows, first, end)))));
                all[2].Add(Time(rows.Count, () => Check("columns", sum, columns.Sum(threads))));
                all[5].Add(Time(rows.Count, () => Check("DuckDB SQL", sum, sql.Sum(threads))));
                all[3].Add(Time(objects.Length, () => Check("decimal rows", HandKernel.Sum(rows, 0, objects.Length),
                    Split(objects.Length, threads, (first, end) => Sum(objects, first, end)))));
                all[4].Add(Time(interpreted, () => Check("interpreter", HandKernel.Sum(rows, 0, interpreted),
                    interpreter.Sum(threads, interpreted))));
            }
            var times = Array.ConvertAll(all, Report.Median);
            report.Say($"twelve clauses, {name}: memory probe, ns a row", times[0]);
            report.Say($"twelve clauses, {name}: hand kernel, ns a row", times[1]);
            report.Say($"twelve clauses, {name}: columns, ns a row", times[2]);
            report.Say($"twelve clauses, {name}: hand kernel against the probe (0.8)", times[0] / times[1]);
            report.Say($"twelve clauses, {name}: columns against the hand kernel (0.8)", times[1] / times[2]);
            report.Say($"twelve clauses, {name}: columns against decimal rows (100)", times[3] / times[2]);
            report.Say($"twelve clauses, {name}: columns against the interpreter", times[4] / times[2]);
            report.Say($"twelve clauses, {name}: columns against DuckDB SQL", times[5] / times[2]);
        }
        report.Say("twelve clauses: bytes allocated a subject (64)", columns.BytesPerSubject());
    }

    /// <summary>Policies with details.</summary>
    public void Policies(string name, string policies, string registry)
    {
        var columns = EngineRun.Load("columns", policies, registry);
        var interpreter = EngineRun.Load("interpreter", policies, registry);
        var interpreted = interpreter.First(MostInterpreted / 10);
        var (ours, theirs) = (new List<double>(), new List<double>());
        var sum = interpreter.Sum(1, interpreted);
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(Time(columns.Count, () => columns.Sum(1)));
            theirs.Add(Time(interpreted, () => Check("columns", interpreter.Sum(1, interpreted), columns.Sum(1, interpreted))));
        }
        using var sql = SqlPeer.Load(policies, registry);
        sql.Sum(1);
        var queries = Enumerable.Range(0, rounds).Select(_ => Time(columns.Count, () => sql.Sum(1))).ToList();
        report.Say($"{name}, 1 thread: columns, ns a subject", Report.Median(ours));
        report.Say($"{name}, 1 thread: columns against DuckDB SQL of {sql.Said} clauses (25)",
            Report.Median(queries) / Report.Median(ours));
        report.Say($"{name}, 1 thread: columns against the interpreter", Report.Median(theirs) / Report.Median(ours));
        report.Say($"{name}: bytes allocated a subject (64)", columns.BytesPerSubject());
        report.Say($"{name}: sum of the first {interpreted} subjects, fen", (double)sum);
    }

    // The runtime compiles what runs often once more.
    private static void WarmUp(params ReadOnlySpan<Func<Int128>> works)
    {
        const int rounds = 3;
        for (var round = 0; round < rounds; round++)
        {
            foreach (var work in works)
                work();
        }
    }

    private static Int128 Sum(DecimalRow[] rows, int first, int end)
    {
        var sum = 0m;
        for (var row = first; row < end; row++)
            sum += rows[row].Award();
        return (Int128)(sum * 100);
    }

    private static Int128 Split(int count, int threads, Func<int, int, Int128> sum)
    {
        if (threads == 1)
            return sum(0, count);
        var sums = new Int128[threads];
        Parallel.For(0, threads, thread =>
            sums[thread] = sum((int)((long)count * thread / threads), (int)((long)count * (thread + 1) / threads)));
        return sums.Aggregate(Int128.Zero, static (total, one) => total + one);
    }

    private static double Time(int count, Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalNanoseconds / count;
    }

    private static void Check(string name, Int128 wanted, Int128 found)
    {
        if (wanted != found)
            throw new InvalidOperationException($"{name}: the sum is {found} fen, not {wanted}");
    }
}
