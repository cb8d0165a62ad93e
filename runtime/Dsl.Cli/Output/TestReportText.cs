// Results of examples for people: what failed and why, then the counts.
using Dsl.Ir.Explaining;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Library.Values;

namespace Dsl.Cli.Output;

/// <summary>Prints a report as text.</summary>
internal sealed class TestReportText(TextWriter writer, bool colours)
{
    private readonly Palette _palette = new(colours);

    /// <summary>Prints failures with their derivation, then the counts per policy.</summary>
    public void Write(TestReport report)
    {
        foreach (var example in report.Examples.Where(static example => !example.Passed))
            WriteFailure(example);
        var broken = report.Invariants.Where(static invariant => invariant.Truth == Truth.No).ToList();
        foreach (var invariant in broken)
            WriteBroken(invariant);
        foreach (var policy in report.Examples.GroupBy(static example => example.Policy))
            writer.WriteLine($"{policy.Key.Number}  {policy.Key.Title}：算例 {policy.Count()} 个，相符 {policy.Count(static example => example.Passed)} 个");
        foreach (var policy in report.Examples.Select(static example => example.Policy).Distinct())
            WriteUntested(policy);
        var failed = report.Examples.Count(static example => !example.Passed);
        var colour = failed + broken.Count == 0 ? _palette.Good : _palette.Bad;
        writer.WriteLine($"{colour}算例 {report.Examples.Length} 个：相符 {report.Examples.Length - failed} 个，不符 {failed} 个；恒有核对 {report.Invariants.Length} 次，打破 {broken.Count} 次。{_palette.End}");
    }

    /// <summary>算例 条款 3.1 按比例.</summary>
    public static string Name(IrExample example) => $"算例 {(example.IsTarget ? "目标" : "条款")} {example.Number} {example.Title}".TrimEnd();

    /// <summary>Such as policies/x.policy:12.</summary>
    public static string Place(SourceLocation location) => $"{location.Path}:{location.Line}";

    /// <summary>恒有 条款 3.1 奖补 &lt;= 100万元, with the row and the award that broke it.</summary>
    public static string Broken(InvariantResult invariant) =>
        $"恒有 条款 {invariant.Invariant.Number} {invariant.Invariant.Condition.Origin.Text}{(invariant.RowKey is { } row ? $"（行 {row}）" : "")}：奖补为 {ResultText.Amount(invariant.Award)}";

    private void WriteFailure(ExampleResult result)
    {
        writer.WriteLine($"{_palette.Bad}不符{_palette.End}  {_palette.Strong}{Name(result.Example)}{_palette.End}  {Place(result.Example.ExpectationOrigin)}");
        writer.WriteLine($"  应得 {result.Expected}；算得 {result.Got}");
        if (result.Explanation is { } explanation)
        {
            foreach (var line in ExplanationText.Write(explanation).TrimEnd().Split('\n'))
                writer.WriteLine("  │ " + line);
        }
        writer.WriteLine();
    }

    private void WriteBroken(InvariantResult invariant)
    {
        writer.WriteLine($"{_palette.Bad}打破{_palette.End}  {_palette.Strong}{Broken(invariant)}{_palette.End}  {Place(invariant.Invariant.Origin)}");
        writer.WriteLine();
    }

    private void WriteUntested(IrPolicy policy)
    {
        var without = policy.Clauses
            .Where(clause => clause.Kind == IrClauseKind.Award && !policy.Examples.Any(example => !example.IsTarget && example.Number == clause.Number))
            .Select(static clause => clause.Number).ToList();
        if (without.Count > 0)
            writer.WriteLine($"{_palette.Doubtful}  没有算例的条款：{string.Join("、", without)}{_palette.End}");
    }
}
