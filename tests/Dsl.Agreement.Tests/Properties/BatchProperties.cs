// What holds of the files of a batch: the rows of the long form add up to the totals.
using Dsl.Agreement.Tests.Registries;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Agreement.Tests.Properties;

/// <summary>Looks at what a batch wrote.</summary>
internal static class BatchProperties
{
    /// <summary>What does not add up, or null.</summary>
    public static string? FindProblem(IrProgram program, EvaluationContext context, string registry)
    {
        // While it is open who wins, each member of a group is shown and the group counts once.
        if (program.Policies.Any(static policy => policy.Combination != IrCombination.None))
            return null;
        var folder = Directory.CreateTempSubdirectory("policy-sums-").FullName;
        try
        {
            var output = Path.Combine(folder, "结果.csv");
            var outcome = BatchRunner.Run(program, [],
                new(new RegistrySource(registry), output, context) { Form = OutputForm.Long, Threads = 1 }, null, CancellationToken.None);
            return outcome.Result is { } result ? Compare(result.Summary, output) : null;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Compare(RunSummary summary, string path)
    {
        var rows = CsvTable.Parse(File.ReadAllText(path)).ToList();
        var header = rows[0];
        var (amount, counts) = (header.IndexOf("金额"), header.IndexOf("计入合计"));
        var sum = Rational.Zero;
        var levels = summary.Levels.Keys.ToDictionary(static level => level, static _ => Rational.Zero);
        foreach (var row in rows.Skip(1).Where(row => row[counts] == "是"))
        {
            sum += Figure(row[amount]);
            foreach (var level in levels.Keys)
                levels[level] += Figure(row[header.IndexOf(level)]);
        }
        return sum != summary.Total.Low ? $"各行金额之和 {sum} 不等于合计 {summary.Total.Low}"
            : levels.Where(level => level.Value != summary.Levels[level.Key].Low)
                .Select(level => $"{level.Key} 各行之和 {level.Value} 不等于合计 {summary.Levels[level.Key].Low}").FirstOrDefault();
    }

    private static Rational Figure(string cell) => Rational.TryParse(cell, out var figure) ? figure : Rational.Zero;
}
