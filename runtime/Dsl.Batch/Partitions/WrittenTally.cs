// What a run collected over some subjects, in its written form: read back and added up, parts come to what the whole comes to.
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;

namespace Dsl.Batch.Partitions;

[JsonSerializable(typeof(WrittenTally))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class TallyShapes : JsonSerializerContext
{
    public static TallyShapes Of { get; } = new(JsonStyle.ForReading());
}

/// <summary>A tally.</summary>
internal sealed record WrittenTally
{
    /// <summary>The version of this form.</summary>
    public const int CurrentVersion = 1;

    [JsonPropertyName("格式版本")] public required int FormatVersion { get; init; }
    [JsonPropertyName("引擎")] public required string Engine { get; init; }
    [JsonPropertyName("参数")] public required SortedDictionary<string, WrittenValue> Parameters { get; init; }
    [JsonPropertyName("结果行")] public required long OutputRows { get; init; }
    [JsonPropertyName("未读入的行")] public required long RejectedRows { get; init; }
    [JsonPropertyName("出错的主体")] public required long FailedSubjects { get; init; }
    [JsonPropertyName("汇总")] public required WrittenSummary Summary { get; init; }
    [JsonPropertyName("全库")] public required WrittenFigures Figures { get; init; }
    [JsonPropertyName("没有采用的核定")] public ApprovalsNotTaken? NotTaken { get; init; }
    [JsonPropertyName("提示")] public required IReadOnlyList<KeptFinding> Findings { get; init; }
    [JsonPropertyName("引擎提示")] public required IReadOnlyList<KeptFinding> Notes { get; init; }
    [JsonPropertyName("登记数据")] public required RegistryRemarks Remarks { get; init; }
    [JsonPropertyName("输入")] public required IReadOnlyList<InputFile> Inputs { get; init; }
    [JsonPropertyName("记录")] public required IReadOnlyList<RecordsRead> RecordsRead { get; init; }
    [JsonPropertyName("其他文件")] public required IReadOnlyList<string> OtherDocuments { get; init; }
    [JsonPropertyName("数据文件夹")] public string? DataFolder { get; init; }

    /// <summary>The written form of a tally.</summary>
    public static string Write(RunTally tally) => JsonStyle.Indent(Of(tally), TallyShapes.Of.WrittenTally) + "\n";

    /// <summary>Reads a written form.</summary>
    /// <param name="text">The text.</param>
    /// <param name="program">The policies that it is of.</param>
    /// <param name="context">测算日 and 年度.</param>
    /// <exception cref="JsonException">It is none, or one of other policies.</exception>
    public static RunTally Read(string text, IrProgram program, EvaluationContext context)
    {
        if (JsonSerializer.Deserialize(text, TallyShapes.Of.WrittenTally) is not { FormatVersion: CurrentVersion } written)
            throw new JsonException("The summary has another form.");
        var parameters = written.Parameters.ToImmutableDictionary(static value => value.Key, static value => value.Value.Value);
        var tally = new RunTally(program, context with { Parameters = parameters });
        written.AddTo(tally);
        return tally;
    }

    private static WrittenTally Of(RunTally tally) => new()
    {
        FormatVersion = CurrentVersion,
        Engine = tally.Engine,
        Parameters = new(tally.Context.Parameters.ToDictionary(static value => value.Key, static value => WrittenValue.Of(value.Value)),
            StringComparer.Ordinal),
        OutputRows = tally.OutputRows,
        RejectedRows = tally.RejectedRows,
        FailedSubjects = tally.FailedSubjects,
        Summary = WrittenSummary.Of(tally.Summary),
        Figures = WrittenFigures.Of(tally.Figures.State),
        NotTaken = tally.NotTaken,
        Findings = [.. tally.Findings.Select(KeptFinding.Of)],
        Notes = [.. tally.Notes.Select(KeptFinding.Of)],
        Remarks = tally.Remarks,
        Inputs = tally.Inputs,
        RecordsRead = tally.RecordsRead,
        OtherDocuments = [.. tally.OtherDocuments],
        DataFolder = tally.DataFolder,
    };

    private void AddTo(RunTally tally)
    {
        Summary.AddTo(tally.Summary);
        tally.Figures.Add(Figures.State);
        (tally.Engine, tally.NotTaken, tally.Remarks, tally.DataFolder) = (Engine, NotTaken, Remarks, DataFolder);
        (tally.OutputRows, tally.RejectedRows, tally.FailedSubjects) = (OutputRows, RejectedRows, FailedSubjects);
        tally.Findings.AddRange(Findings.Select(static finding => finding.Restored()));
        tally.Notes.AddRange(Notes.Select(static finding => finding.Restored()));
        tally.Inputs.AddRange(Inputs);
        tally.RecordsRead = [.. RecordsRead];
        tally.OtherDocuments.UnionWith(OtherDocuments);
    }
}
