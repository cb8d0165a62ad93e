// Results of examples for programs: JSON with a format version, and JUnit XML for continuous integration.
using System.Xml;
using Dsl.Ir.Explaining;
using Dsl.Ir.Results;
using Dsl.Library.Values;

namespace Dsl.Cli.Output;

/// <summary>Prints a report for programs.</summary>
internal static class TestReportMachine
{
    private const int FormatVersion = 1;

    /// <summary>Writes JSON.</summary>
    public static void WriteJson(TextWriter output, TestReport report) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("格式版本", FormatVersion);
        json.WriteNumber("相符", report.Examples.Count(static example => example.Passed));
        json.WriteNumber("不符", report.Examples.Count(static example => !example.Passed));
        json.WriteStartArray("算例");
        foreach (var result in report.Examples)
        {
            json.WriteStartObject();
            json.WriteString("文号", result.Policy.Number);
            json.WriteString(result.Example.IsTarget ? "目标" : "条款", result.Example.Number);
            json.WriteString("标题", result.Example.Title);
            json.WriteBoolean("相符", result.Passed);
            json.WriteString("应得", result.Expected);
            json.WriteString("算得", result.Got);
            json.WriteString("位置", TestReportText.Place(result.Example.Origin));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("恒有核对", report.Invariants.Length);
        json.WriteStartArray("恒有被打破");
        foreach (var invariant in report.Invariants.Where(static invariant => invariant.Truth == Truth.No))
            json.WriteStringValue(TestReportText.Broken(invariant));
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Writes JUnit XML: a suite per policy, a case per example, a case per invariant.</summary>
    public static void WriteJUnit(TextWriter output, TestReport report)
    {
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            foreach (var policy in report.Examples.Select(static example => example.Policy).Concat(report.Invariants.Select(static invariant => invariant.Policy)).Distinct())
            {
                var examples = report.Examples.Where(example => example.Policy == policy).ToList();
                var invariants = report.Invariants.Where(invariant => invariant.Policy == policy).GroupBy(static invariant => invariant.Invariant).ToList();
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", $"{policy.Number} {policy.Title}");
                xml.WriteAttributeString("tests", $"{examples.Count + invariants.Count}");
                xml.WriteAttributeString("failures", $"{examples.Count(static example => !example.Passed) + invariants.Count(static group => group.Any(IsBroken))}");
                foreach (var example in examples)
                    WriteCase(xml, policy.Number, TestReportText.Name(example.Example), Failure(example));
                foreach (var invariant in invariants)
                    WriteCase(xml, policy.Number, $"恒有 条款 {invariant.Key.Number} {invariant.Key.Condition.Origin.Text}", invariant.FirstOrDefault(IsBroken) is { } broken ? TestReportText.Broken(broken) : null);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        output.WriteLine();
    }

    private static bool IsBroken(InvariantResult invariant) => invariant.Truth == Truth.No;

    private static string? Failure(ExampleResult example) =>
        example.Passed ? null
        : $"应得 {example.Expected}；算得 {example.Got}\n{(example.Explanation is { } explanation ? ExplanationText.Write(explanation) : "")}";

    private static void WriteCase(XmlWriter xml, string policy, string name, string? failure)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", policy);
        xml.WriteAttributeString("name", name);
        if (failure is not null)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", failure.Split('\n')[0]);
            xml.WriteString(failure);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
