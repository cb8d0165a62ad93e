// Test results as text: failures with expected, got and derivation; a line of figures at the end.
using System.Globalization;
using System.Text;
using Dsl.Evaluation.Explaining;
using Dsl.Facts.Json;
using Dsl.Ir.Schema;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Verification.Examples;

/// <summary>Writes test results as text.</summary>
public static class TestReportText
{
    /// <summary>Failures, then the figures.</summary>
    public static string Write(TestReport report)
    {
        var text = new StringBuilder();
        foreach (var example in report.Examples.Where(static example => !example.Passed))
        {
            Line(text,
                $"{Place(example.Example.ExpectationOrigin)}：算例 {example.Policy.Number} {example.Example.Number} {example.Example.Title}"
                    .TrimEnd());
            Line(text, $"  应得 {example.Expected}");
            Line(text, $"  算得 {example.Got}");
            if (example.Explanation is { } explanation)
                Indent(text, ExplanationText.Write(explanation));
        }
        foreach (var invariant in report.Invariants.Where(static invariant => !invariant.Passed))
        {
            Line(text, $"{Place(invariant.Invariant.Origin)}：恒有 {invariant.Policy.Number} {invariant.Invariant.Number} "
                + $"{invariant.Invariant.Condition.Origin.Text} 不成立（{invariant.FailureCount} 例）");
            foreach (var failure in invariant.Failures)
                Indent(text, Case(failure));
        }
        var undecided = report.Invariants.Count(static invariant => invariant.Checked == 0);
        Line(text, $"算例 {report.Examples.Length} 个，恒有 {report.Invariants.Length} 条（检验 "
            + $"{report.Invariants.Sum(static invariant => invariant.Checked)} "
            + $"例{(undecided > 0 ? $"，其中 {undecided} 条没有可以判断的例子" : "")}），不通过 {report.FailureCount} 个。");
        return text.ToString();
    }

    /// <summary>Coverage: what is not reached, then the figures.</summary>
    public static string WriteCoverage(ExampleCoverage coverage)
    {
        var text = new StringBuilder();
        foreach (var item in coverage.Items.Where(static item => !item.IsReached))
            Line(text, $"{item.Policy.Number} {item.LegalBasis.Number} 第 {item.Line} 行：{Word(item.Kind)}“{item.Text}”没有算例");
        foreach (var kind in coverage.Items.GroupBy(static item => item.Kind).OrderBy(static group => group.Key))
            Line(text, $"{Word(kind.Key)} {kind.Count(static item => item.IsReached)}/{kind.Count()}");
        return text.ToString();
    }

    /// <summary>The word for a kind of part.</summary>
    internal static string Word(CoverageKind kind) => kind switch
    {
        CoverageKind.Clause => "条款",
        CoverageKind.Condition => "条件",
        CoverageKind.Branch => "分支",
        CoverageKind.Cap => "上限",
        CoverageKind.Target => "目标",
        _ => "其中",
    };

    /// <summary>
    /// A case that breaks an invariant; with generated facts a second line holds them as `policy eval --facts` reads them.
    /// </summary>
    internal static string Case(InvariantFailure failure) =>
        failure is { Facts: { } facts, Context: { } context }
            ? $"{Tested(failure)}，事实（存成文件，用 policy eval --facts 重算）：\n{FactsJsonWriter.Write(facts, context)}"
            : $"{Tested(failure)}（见本条款的算例）";

    /// <summary>奖补 and row of a case.</summary>
    internal static string Tested(InvariantFailure failure) =>
        $"奖补 {QuantityFormat.Display(failure.Result.Award, DslType.Money)}{(failure.Result.RowKey is { } key ? $"，事项行 {key}" : "")}";

    internal static string Place(SourceLocation origin) => $"{origin.Path}:{origin.Line}:{origin.Column}";

    private static void Indent(StringBuilder text, string block)
    {
        foreach (var line in block.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Line(text, $"  {line}");
    }

    private static void Line(StringBuilder text, string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");
}
