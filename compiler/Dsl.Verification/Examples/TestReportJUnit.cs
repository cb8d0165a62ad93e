// Test results as JUnit XML, for continuous integration.
using System.Globalization;
using System.Xml.Linq;
using Dsl.Evaluation.Explaining;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;

namespace Dsl.Verification.Examples;

/// <summary>Writes test results as JUnit XML.</summary>
public static class TestReportJUnit
{
    /// <summary>One suite per policy, one case per 算例 and 恒有.</summary>
    public static string Write(TestReport report)
    {
        var suites = report.Examples.Select(static example => example.Policy)
            .Concat(report.Invariants.Select(static invariant => invariant.Policy)).Distinct()
            .Select(policy => Suite(report, policy));
        var document = new XElement("testsuites", Count("tests", report.Count), Count("failures", report.FailureCount), suites);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static XElement Suite(TestReport report, IrPolicy policy)
    {
        var cases = report.Examples.Where(example => example.Policy == policy)
            .Select(static example => Case(
                $"算例 {example.Example.Number} {example.Example.Title}".TrimEnd(), example.Example.Origin, example.Passed,
                $"应得 {example.Expected}，算得 {example.Got}",
                example.Explanation is { } explanation ? ExplanationText.Write(explanation) : ""))
            .Concat(report.Invariants.Where(invariant => invariant.Policy == policy)
                .Select(static invariant => Case(
                    $"恒有 {invariant.Invariant.Number} {invariant.Invariant.Condition.Origin.Text}", invariant.Invariant.Origin,
                    invariant.Passed, $"{invariant.FailureCount} 例不成立",
                    string.Join('\n', invariant.Failures.Select(TestReportText.Case)))))
            .ToList();
        return new("testsuite", new XAttribute("name", Clean(policy.Number)), Count("tests", cases.Count),
            Count("failures", cases.Count(static item => item.HasElements)), cases);
    }

    private static XElement Case(string name, SourceLocation origin, bool passed, string message, string details) =>
        new("testcase", new XAttribute("name", Clean(name)), new XAttribute("classname", Clean(origin.Path)),
            new XAttribute("file", Clean(origin.Path)), Count("line", origin.Line),
            passed ? null : new XElement("failure", new XAttribute("message", Clean(message)), Clean(details)));

    private static XAttribute Count(string name, int count) => new(name, count.ToString(CultureInfo.InvariantCulture));

    /// <summary>XML 1.0 has no place for control characters.</summary>
    private static string Clean(string text) =>
        new([.. text.Where(static character => System.Xml.XmlConvert.IsXmlChar(character) || char.IsSurrogate(character))]);
}
