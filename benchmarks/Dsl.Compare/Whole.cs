// Whole runs of the program beside DuckDB, which reads the same columns and writes the same result rows.
using Dsl.Ir.Nodes;
using Dsl.Loading.Policies;

namespace Dsl.Compare;

/// <summary>Compares whole runs.</summary>
/// <param name="report">Takes the figures.</param>
/// <param name="program">The command line, policy.dll.</param>
/// <param name="folder">Where files may be made.</param>
/// <param name="rounds">How often each is run.</param>
internal sealed class Whole(Report report, string program, string folder, int rounds)
{
    /// <summary>Compares runs over a registry from each format, with one thread and two.</summary>
    public void Run(StoredRegistry registry)
    {
        var policies = PolicyLoader.Load([registry.Policies]).Compilation.Program;
        // Compiled code is there afterwards, and the rows that DuckDB writes.
        var result = Path.Combine(folder, "result.parquet");
        Batch(registry, registry.Csv, result, 2);
        foreach (var (from, to) in (ReadOnlySpan<(string, string)>)[("csv", "csv"), ("parquet", "parquet"), ("snapshot", "parquet")])
        {
            var (source, files) = from switch
            {
                "csv" => (registry.Csv, registry.Csv), "parquet" => (registry.Parquet, registry.Parquet),
                _ => (registry.Snapshot, registry.Parquet),
            };
            var ours = new double[2];
            foreach (var threads in (int[])[1, 2])
            {
                var (walls, floors, peak) = (new List<double>(), new List<double>(), 0.0);
                for (var round = 0; round < rounds; round++)
                {
                    var taken = Batch(registry, source, Path.Combine(folder, $"ours.{to}"), threads);
                    walls.Add(taken.Wall);
                    peak = Math.Max(peak, taken.Megabytes);
                    floors.Add(Floor(policies, files, result, Path.Combine(folder, $"floor.{to}"), threads));
                }
                ours[threads - 1] = Report.Median(walls);
                var name = $"{registry.Name}, {from} → {to}, {threads} thread{(threads > 1 ? "s" : "")}";
                report.Say($"{name}: seconds", ours[threads - 1]);
                report.Say($"{name}: against DuckDB reading and writing (1.3)", ours[threads - 1] / Report.Median(floors));
                report.Say($"{name}: MB", peak);
            }
            report.Say($"{registry.Name}, {from} → {to}: two threads against one (1.8)", ours[0] / ours[1]);
        }
    }

    private Taken Batch(StoredRegistry registry, string source, string target, int threads) =>
        WholeRun.Of(program, "batch", registry.Policies, "--input", source, "--output", target, "--threads", $"{threads}",
            "--date", "2024-06-30");

    private static double Floor(IrProgram policies, string files, string result, string target, int threads) =>
        WholeRun.Of([typeof(Whole).Assembly.Location, "floor", target, result, $"{threads}",
            .. StoredRegistry.Used(policies, files).Select(static used => string.Join('|', used.Columns.Prepend(used.File)))]).Wall;
}
