// The shape of DST.manifest.json: batch writes it, publish reads it.
using System.Text.Json.Serialization;
using Dsl.Batch.Registries;
using Dsl.Loading.Files;
using Dsl.Loading.Json;

namespace Dsl.Batch.Results;

[JsonSerializable(typeof(ManifestDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ManifestShapes : JsonSerializerContext
{
    public static ManifestShapes Of { get; } = new(JsonStyle.ForReading());
}

/// <summary>A manifest. What is required is what a publication relies on.</summary>
internal sealed record ManifestDocument
{
    [JsonPropertyName("格式版本")] public int FormatVersion { get; init; }
    [JsonPropertyName("程序")] public ManifestProgram? Program { get; init; }
    [JsonPropertyName("测算日")] public string AsOf { get; init; } = "";
    [JsonPropertyName("年度")] public required int Year { get; init; }
    [JsonPropertyName("文号")] public required IReadOnlyList<string> PolicyNumbers { get; init; }

    [JsonPropertyName("其他文件"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? OtherDocuments { get; init; }

    [JsonPropertyName("政策")] public IReadOnlyList<InputFile> Policies { get; init; } = [];
    [JsonPropertyName("输入")] public required IReadOnlyList<InputFile> Inputs { get; init; }
    [JsonPropertyName("输出")] public required IReadOnlyList<InputFile> Outputs { get; init; }

    /// <summary>Null in manifests of earlier programs, as <see cref="LimitedClauses"/>.</summary>
    [JsonPropertyName("记录")] public ManifestRecordTables? Records { get; init; }

    [JsonPropertyName("按以前年度限制的条款")] public IReadOnlyList<LimitedClause>? LimitedClauses { get; init; }
    [JsonPropertyName("计数")] public required ManifestCounts Counts { get; init; }
    [JsonPropertyName("合计")] public ManifestTotal? Total { get; init; }
}

/// <summary>Which program made the result.</summary>
internal sealed record ManifestProgram(
    [property: JsonPropertyName("版本")] string Version, [property: JsonPropertyName("SHA-256")] string Sha256,
    [property: JsonPropertyName("引擎")] string Engine);

/// <summary>核定 and 兑现记录 as they were read; null where there were none.</summary>
internal sealed record ManifestRecordTables
{
    [JsonPropertyName("核定")] public required ManifestRecords? Approvals { get; init; }
    [JsonPropertyName("兑现记录")] public required ManifestRecords? Payments { get; init; }
    [JsonPropertyName("数据文件夹")] public string? DataFolder { get; init; }
}

/// <summary>A table of records.</summary>
internal sealed record ManifestRecords(
    [property: JsonPropertyName("文件")] string File, [property: JsonPropertyName("本年度")] RecordPrint OfYear,
    [property: JsonPropertyName("其他年度")] RecordPrint OfOtherYears);

/// <summary>How many there are of what.</summary>
internal sealed record ManifestCounts
{
    [JsonPropertyName("主体")] public long Subjects { get; init; }
    [JsonPropertyName("有确定金额的主体")] public long PaidSubjects { get; init; }
    [JsonPropertyName("明细不全的主体")] public long MarkedSubjects { get; init; }
    [JsonPropertyName("条款")] public int Clauses { get; init; }
    [JsonPropertyName("结果行")] public long OutputRows { get; init; }
    [JsonPropertyName("未读入的行")] public required long RejectedRows { get; init; }
    [JsonPropertyName("状态")] public OrderedDictionary<string, long> Statuses { get; init; } = [];
}

/// <summary>The totals, in yuan with two decimals.</summary>
internal sealed record ManifestTotal(
    [property: JsonPropertyName("金额")] string Amount, [property: JsonPropertyName("最高")] string Highest,
    [property: JsonPropertyName("不封顶")] long Unbounded,
    [property: JsonPropertyName("资金")] OrderedDictionary<string, string> Levels);
