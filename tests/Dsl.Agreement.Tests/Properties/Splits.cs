// What parts of a registry come to adds up to what the whole comes to, however it is cut, in any order, by way of the written form.
using Dsl.Agreement.Tests.Generating;
using Dsl.Batch.Partitions;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;

namespace Dsl.Agreement.Tests.Properties;

/// <summary>Cuts subjects at random.</summary>
internal static class Splits
{
    private const int Times = 3, MostParts = 6;

    /// <summary>Where the parts do not come to the whole, or null.</summary>
    public static string? FindProblem(
        Draw draw, IrProgram program, EvaluationContext context, IReadOnlyList<(SubjectFacts Facts, SubjectResult Result)> subjects)
    {
        var whole = Tally(program, context, subjects);
        var expected = Text(whole);
        var written = WrittenTally.Write(whole);
        if (WrittenTally.Write(WrittenTally.Read(written, program, context)) is var again && again != written)
            return $"写出再读入不相等：\n{written}\n{again}";
        for (var time = 0; time < Times; time++)
        {
            var count = draw.Between(1, MostParts);
            var parts = draw.Shuffle(subjects).GroupBy(_ => draw.Between(1, count)).Select(part => Tally(program, context, part));
            var sum = new RunTally(program, context);
            foreach (var part in draw.Shuffle(parts))
                sum.Add(WrittenTally.Read(WrittenTally.Write(part), program, context));
            if (Text(sum) is var found && found != expected)
                return $"分成 {count} 份再合并不等于整体：\n{expected}\n{found}";
            if (WrittenTally.Write(sum) is var sumWritten && sumWritten != written)
                return $"分成 {count} 份再合并，写出的不等于整体：\n{written}\n{sumWritten}";
        }
        return null;
    }

    private static RunTally Tally(
        IrProgram program, EvaluationContext context, IEnumerable<(SubjectFacts Facts, SubjectResult Result)> subjects)
    {
        var tally = new RunTally(program, context);
        foreach (var (facts, result) in subjects)
        {
            tally.Summary.Add(facts, result);
            tally.Figures.Add(facts);
            tally.Figures.Add(result);
        }
        return tally;
    }

    private static string Text(RunTally tally)
    {
        var registry = tally.Figures.Finish();
        var unknowns = registry.Targets.SelectMany(static target => target.Parts.Prepend(target.Figure))
            .Select(static figure => figure.Unknowns.ToString());
        return SummaryJson.Write(new(tally.Summary, registry, 0, 0, []), tally.Context) + string.Join('\n', unknowns);
    }
}
