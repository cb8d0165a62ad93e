// Test results as JSON with a format version, for other programs.
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Evaluation.Explaining;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Ir.Facts;
using Dsl.Loading.Json;

namespace Dsl.Verification.Examples;

/// <summary>Writes test results as JSON.</summary>
public static class TestReportJson
{
    public const int FormatVersion = 1;

    /// <summary>Examples, invariants, coverage and figures.</summary>
    public static string Write(TestReport report) => JsonStyle.Indent(new(report), TestReportShapes.Of.TestReportDocument) + "\n";
}

[JsonSerializable(typeof(TestReportDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class TestReportShapes : JsonSerializerContext
{
    public static TestReportShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>All results.</summary>
internal sealed class TestReportDocument(TestReport report)
{
    [JsonPropertyName("格式版本")] public int FormatVersion { get; } = TestReportJson.FormatVersion;
    [JsonPropertyName("总数")] public int Count => report.Count;
    [JsonPropertyName("不通过")] public int FailureCount => report.FailureCount;
    [JsonPropertyName("算例")] public IEnumerable<ExampleEntry> Examples => report.Examples.Select(static result => new ExampleEntry(result));

    [JsonPropertyName("恒有")]
    public IEnumerable<InvariantEntry> Invariants => report.Invariants.Select(static result => new InvariantEntry(result));

    [JsonPropertyName("覆盖")]
    public IEnumerable<CoveredEntry> Coverage => report.Coverage.Items.Select(static item => new CoveredEntry(item));
}

/// <summary>The result of a 算例.</summary>
internal sealed class ExampleEntry(ExampleResult result)
{
    [JsonPropertyName("文号")] public string PolicyNumber => result.Policy.Number;
    [JsonPropertyName("条款")] public string ClauseNumber => result.Example.Number;
    [JsonPropertyName("文件")] public string Path => result.Example.ExpectationOrigin.Path;
    [JsonPropertyName("行")] public int Line => result.Example.ExpectationOrigin.Line;
    [JsonPropertyName("通过")] public bool Passed => result.Passed;
    [JsonPropertyName("标题")] public string Title => result.Example.Title;
    [JsonPropertyName("应得")] public string Expected => result.Expected;
    [JsonPropertyName("算得")] public string Got => result.Got;

    [JsonPropertyName("推导"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Derivation => !result.Passed && result.Explanation is { } explanation ? ExplanationText.Write(explanation) : null;
}

/// <summary>The result of a 恒有.</summary>
internal sealed class InvariantEntry(InvariantReport result)
{
    [JsonPropertyName("文号")] public string PolicyNumber => result.Policy.Number;
    [JsonPropertyName("条款")] public string ClauseNumber => result.Invariant.Number;
    [JsonPropertyName("文件")] public string Path => result.Invariant.Origin.Path;
    [JsonPropertyName("行")] public int Line => result.Invariant.Origin.Line;
    [JsonPropertyName("通过")] public bool Passed => result.Passed;
    [JsonPropertyName("内容")] public string Text => result.Invariant.Condition.Origin.Text;
    [JsonPropertyName("检验")] public long Checked => result.Checked;
    [JsonPropertyName("未定")] public long Undecided => result.Undecided;
    [JsonPropertyName("反例")] public IEnumerable<FailureEntry> Failures => result.Failures.Select(static failure => new FailureEntry(failure));
}

/// <summary>A counterexample.</summary>
internal sealed class FailureEntry(InvariantFailure failure)
{
    [JsonPropertyName("说明")]
    public string Text => TestReportText.Tested(failure) + (failure.Facts is null ? "（见本条款的算例）" : "");

    /// <summary>What `policy eval --facts` reads; null where an example of the policy breaks the 恒有.</summary>
    [JsonPropertyName("事实"), JsonConverter(typeof(FactsConverter))]
    public GivenFacts? Facts => failure is { Facts: { } facts, Context: { } context } ? new(facts, context) : null;
}

/// <summary>A condition, award or row of a table, and whether an example reaches it.</summary>
internal sealed class CoveredEntry(CoverageItem item)
{
    [JsonPropertyName("文号")] public string PolicyNumber => item.Policy.Number;
    [JsonPropertyName("条款")] public string ClauseNumber => item.LegalBasis.Number;
    [JsonPropertyName("种类")] public string Kind => TestReportText.Word(item.Kind);
    [JsonPropertyName("内容")] public string Text => item.Text;
    [JsonPropertyName("行")] public int Line => item.Line;
    [JsonPropertyName("有算例")] public bool IsReached => item.IsReached;
}

/// <summary>Facts with their dates.</summary>
internal sealed record GivenFacts(SubjectFacts Facts, EvaluationContext Context);

/// <summary>Facts as <see cref="FactsJsonWriter"/> writes them.</summary>
internal sealed class FactsConverter : JsonConverter<GivenFacts>
{
    public override GivenFacts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Test results are only written.");

    public override void Write(Utf8JsonWriter writer, GivenFacts value, JsonSerializerOptions options) =>
        FactsJsonWriter.Write(writer, value.Facts, value.Context);
}
