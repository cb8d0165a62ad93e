// The shapes of what is said of jobs and snapshots.
using System.Text.Json.Serialization;
using Dsl.Host.Runs;
using Dsl.Loading.Json;
using Dsl.Values.Exact;

namespace Dsl.Host.Http;

/// <summary>A job.</summary>
internal sealed record JobDocument
{
    [JsonPropertyName("编号")] public required string Id { get; init; }

    [JsonPropertyName("种类")] public required string Kind { get; init; }

    [JsonPropertyName("状态")] public required string State { get; init; }

    [JsonPropertyName("测算日")] public required string AsOf { get; init; }

    [JsonPropertyName("年度")] public required int Year { get; init; }

    [JsonPropertyName("政策版本")] public required string SetHash { get; init; }

    [JsonPropertyName("登记")] public required string Registry { get; init; }

    [JsonPropertyName("提交人")] public required string CreatedBy { get; init; }

    [JsonPropertyName("提交时间")] public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("开始时间")] public required DateTimeOffset? StartedAt { get; init; }

    [JsonPropertyName("结束时间")] public required DateTimeOffset? FinishedAt { get; init; }

    [JsonPropertyName("台账版本")] public required long? LedgerVersion { get; init; }

    [JsonPropertyName("核定版本")] public required long? DecisionVersion { get; init; }

    [JsonPropertyName("进度")] public required double Fraction { get; init; }

    [JsonPropertyName("主体数")] public required long Subjects { get; init; }

    [JsonPropertyName("未读入行数")] public required long RejectedRows { get; init; }

    [JsonPropertyName("出错主体数")] public required long FailedSubjects { get; init; }

    [JsonPropertyName("问题")] public required JobProblemDocument? Problem { get; init; }

    [JsonPropertyName("试算"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required AskedCurve? Curve { get; init; }

    public static JobDocument Of(Job job) => new()
    {
        Id = job.Id, Kind = JobWords.Of(job.Kind), State = JobWords.Of(job.State), AsOf = CivilDate.Format(job.AsOf), Year = job.Year,
        SetHash = job.SetHash, Registry = job.Registry, CreatedBy = job.CreatedBy, CreatedAt = job.CreatedAt, StartedAt = job.StartedAt,
        FinishedAt = job.FinishedAt, LedgerVersion = job.Records.IsFixed ? job.Records.Ledger : null,
        DecisionVersion = job.Records.IsFixed ? job.Records.Decisions : null, Fraction = job.Progress.Fraction,
        Subjects = job.Progress.Subjects, RejectedRows = job.Progress.RejectedRows, FailedSubjects = job.FailedSubjects,
        Problem = job.Problem is { } problem ? new(problem.Code, problem.Message, problem.Remedy) : null, Curve = AskedCurve.Of(job),
    };
}

/// <summary>Why a job failed, or what is to be minded.</summary>
internal sealed record JobProblemDocument(
    [property: JsonPropertyName("代码")] string Code, [property: JsonPropertyName("说明")] string Message,
    [property: JsonPropertyName("改法")] string Remedy);

/// <summary>Jobs of one kind.</summary>
internal sealed record JobsDocument([property: JsonPropertyName("任务")] IReadOnlyList<JobDocument> Jobs);

/// <summary>A snapshot.</summary>
internal sealed record RegistryLine(
    [property: JsonPropertyName("编号")] string Id, [property: JsonPropertyName("来源")] string Source,
    [property: JsonPropertyName("导入时间")] DateTimeOffset ImportedAt, [property: JsonPropertyName("主体数")] long Subjects,
    [property: JsonPropertyName("分区数")] int Partitions, [property: JsonPropertyName("未读入行数")] long RejectedRows,
    [property: JsonPropertyName("SHA-256")] string Sha256);

/// <summary>The snapshots.</summary>
internal sealed record RegistriesDocument([property: JsonPropertyName("登记")] IReadOnlyList<RegistryLine> Registries);

[JsonSerializable(typeof(JobDocument))]
[JsonSerializable(typeof(JobsDocument))]
[JsonSerializable(typeof(RegistriesDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class JobShapes : JsonSerializerContext
{
    public static JobShapes Of { get; } = new(JsonStyle.ForShapes());
}
