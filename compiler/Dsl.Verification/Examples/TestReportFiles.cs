// Test results for other programs: JSON with a format version, and JUnit XML for continuous integration.
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Dsl.Evaluation.Explaining;
using Dsl.Facts.Json;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Loading.Json;

namespace Dsl.Verification.Examples;

/// <summary>Writes test results as JSON.</summary>
public static class TestReportJson
{
    public const int FormatVersion = 1;

    /// <summary>Examples, invariants, coverage and figures.</summary>
    public static string Write(TestReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonStyle.Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("格式版本", FormatVersion);
            json.WriteNumber("总数", report.Count);
            json.WriteNumber("不通过", report.FailureCount);
            WriteExamples(json, report);
            WriteInvariants(json, report);
            WriteCoverage(json, report.Coverage);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteExamples(Utf8JsonWriter json, TestReport report)
    {
        json.WriteStartArray("算例");
        foreach (var example in report.Examples)
        {
            WriteCase(json, example.Policy, example.Example.Number, example.Example.ExpectationOrigin, example.Passed);
            json.WriteString("标题", example.Example.Title);
            json.WriteString("应得", example.Expected);
            json.WriteString("算得", example.Got);
            if (!example.Passed && example.Explanation is { } explanation)
                json.WriteString("推导", ExplanationText.Write(explanation));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteInvariants(Utf8JsonWriter json, TestReport report)
    {
        json.WriteStartArray("恒有");
        foreach (var invariant in report.Invariants)
        {
            WriteCase(json, invariant.Policy, invariant.Invariant.Number, invariant.Invariant.Origin, invariant.Passed);
            json.WriteString("内容", invariant.Invariant.Condition.Origin.Text);
            json.WriteNumber("检验", invariant.Checked);
            json.WriteNumber("未定", invariant.Undecided);
            json.WriteStartArray("反例");
            foreach (var failure in invariant.Failures)
                WriteFailure(json, failure);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>事实 is what `policy eval --facts` reads; null where an example of the policy breaks the 恒有.</summary>
    private static void WriteFailure(Utf8JsonWriter json, InvariantFailure failure)
    {
        json.WriteStartObject();
        json.WriteString("说明", TestReportText.Tested(failure) + (failure.Facts is null ? "（见本条款的算例）" : ""));
        json.WritePropertyName("事实");
        if (failure is { Facts: { } facts, Context: { } context })
            FactsJsonWriter.Write(json, facts, context);
        else
            json.WriteNullValue();
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, CoverageReport coverage)
    {
        json.WriteStartArray("覆盖");
        foreach (var item in coverage.Items)
        {
            json.WriteStartObject();
            json.WriteString("文号", item.Policy.Number);
            json.WriteString("条款", item.LegalBasis.Number);
            json.WriteString("种类", TestReportText.Word(item.Kind));
            json.WriteString("内容", item.Text);
            json.WriteNumber("行", item.Line);
            json.WriteBoolean("有算例", item.IsReached);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCase(Utf8JsonWriter json, IrPolicy policy, string number, SourceLocation origin, bool passed)
    {
        json.WriteStartObject();
        json.WriteString("文号", policy.Number);
        json.WriteString("条款", number);
        json.WriteString("文件", origin.Path);
        json.WriteNumber("行", origin.Line);
        json.WriteBoolean("通过", passed);
    }
}

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
