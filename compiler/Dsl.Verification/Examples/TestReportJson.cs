// Test results as JSON with a format version, for other programs.
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Evaluation.Examples;
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
internal sealed class TestReportDocument
{
    private readonly TestReport _report;

    internal TestReportDocument(TestReport report) => _report = report;

    [JsonPropertyName("格式版本")] public int FormatVersion { get; } = TestReportJson.FormatVersion;
    [JsonPropertyName("总数")] public int Count => _report.Count;
    [JsonPropertyName("不通过")] public int FailureCount => _report.FailureCount;

    [JsonPropertyName("算例")]
    public IEnumerable<ExampleEntry> Examples => _report.Examples.Select(static result => new ExampleEntry(result));

    [JsonPropertyName("恒有")]
    public IEnumerable<InvariantEntry> Invariants => _report.Invariants.Select(static result => new InvariantEntry(result));

    [JsonPropertyName("覆盖")]
    public IEnumerable<CoveredEntry> Coverage => _report.Coverage.Items.Select(static item => new CoveredEntry(item));
}

/// <summary>The result of a 算例.</summary>
internal sealed class ExampleEntry
{
    private readonly ExampleResult _result;

    internal ExampleEntry(ExampleResult result) => _result = result;

    [JsonPropertyName("文号")] public string PolicyNumber => _result.Policy.Number;
    [JsonPropertyName("条款")] public string ClauseNumber => _result.Example.Number;
    [JsonPropertyName("文件")] public string Path => _result.Example.ExpectationOrigin.Path;
    [JsonPropertyName("行")] public int Line => _result.Example.ExpectationOrigin.Line;
    [JsonPropertyName("通过")] public bool Passed => _result.Passed;
    [JsonPropertyName("标题")] public string Title => _result.Example.Title;
    [JsonPropertyName("应得")] public string Expected => _result.Expected;
    [JsonPropertyName("算得")] public string Got => _result.Got;

    [JsonPropertyName("推导"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Derivation => !_result.Passed && _result.Explanation is { } explanation ? ExplanationText.Write(explanation) : null;
}

/// <summary>The result of a 恒有.</summary>
internal sealed class InvariantEntry
{
    private readonly InvariantReport _result;

    internal InvariantEntry(InvariantReport result) => _result = result;

    [JsonPropertyName("文号")] public string PolicyNumber => _result.Policy.Number;
    [JsonPropertyName("条款")] public string ClauseNumber => _result.Invariant.Number;
    [JsonPropertyName("文件")] public string Path => _result.Invariant.Origin.Path;
    [JsonPropertyName("行")] public int Line => _result.Invariant.Origin.Line;
    [JsonPropertyName("通过")] public bool Passed => _result.Passed;
    [JsonPropertyName("内容")] public string Text => _result.Invariant.Condition.Origin.Text;
    [JsonPropertyName("检验")] public long Checked => _result.Checked;
    [JsonPropertyName("未定")] public long Undecided => _result.Undecided;

    [JsonPropertyName("反例")]
    public IEnumerable<FailureEntry> Failures => _result.Failures.Select(static failure => new FailureEntry(failure));
}

/// <summary>A counterexample.</summary>
internal sealed class FailureEntry
{
    private readonly InvariantFailure _failure;

    internal FailureEntry(InvariantFailure failure) => _failure = failure;

    [JsonPropertyName("说明")]
    public string Text => TestReportText.Tested(_failure) + (_failure.Facts is null ? "（见本条款的算例）" : "");

    /// <summary>What `policy eval --facts` reads; null where an example of the policy breaks the 恒有.</summary>
    [JsonPropertyName("事实"), JsonConverter(typeof(FactsConverter))]
    public GivenFacts? Facts => _failure is { Facts: { } facts, Context: { } context } ? new(facts, context) : null;
}

/// <summary>A condition, award or row of a table, and whether an example reaches it.</summary>
internal sealed class CoveredEntry
{
    private readonly CoverageItem _item;

    internal CoveredEntry(CoverageItem item) => _item = item;

    [JsonPropertyName("文号")] public string PolicyNumber => _item.Policy.Number;
    [JsonPropertyName("条款")] public string ClauseNumber => _item.LegalBasis.Number;
    [JsonPropertyName("种类")] public string Kind => TestReportText.Word(_item.Kind);
    [JsonPropertyName("内容")] public string Text => _item.Text;
    [JsonPropertyName("行")] public int Line => _item.Line;
    [JsonPropertyName("有算例")] public bool IsReached => _item.IsReached;
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
