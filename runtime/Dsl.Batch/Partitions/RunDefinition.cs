// run.json: what a run in partitions computes. Whoever comes first writes it; all others must mean the same.
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Dsl.Batch.Results;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Files;
using Dsl.Loading.Json;
using Dsl.Loading.Policies;
using Dsl.Values.Exact;

namespace Dsl.Batch.Partitions;

[JsonSerializable(typeof(RunDefinition))]
[JsonSerializable(typeof(PartitionDone))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class RunShapes : JsonSerializerContext
{
    public static RunShapes Of { get; } = new(JsonStyle.ForReading());
}

/// <summary>A run in partitions.</summary>
internal sealed record RunDefinition
{
    /// <summary>The version of this form.</summary>
    public const int CurrentVersion = 1;

    [JsonPropertyName("格式版本")] public required int FormatVersion { get; init; }
    [JsonPropertyName("程序")] public required ManifestProgram Program { get; init; }
    [JsonPropertyName("测算日")] public required string AsOf { get; init; }
    [JsonPropertyName("年度")] public required int Year { get; init; }
    [JsonPropertyName("形式")] public required string Form { get; init; }

    /// <summary>Where the policies were read from, by which they are found again.</summary>
    [JsonPropertyName("政策路径")] public required IReadOnlyList<string> PolicyPaths { get; init; }

    [JsonPropertyName("政策")] public required IReadOnlyList<InputFile> Policies { get; init; }

    /// <summary>SHA-256 over the policies, wherever they lie.</summary>
    [JsonPropertyName("政策指纹")] public required string PolicyHash { get; init; }

    [JsonPropertyName("快照路径")] public required string Snapshot { get; init; }
    [JsonPropertyName("快照")] public required string SnapshotId { get; init; }
    [JsonPropertyName("快照指纹")] public required string SnapshotHash { get; init; }
    [JsonPropertyName("分区")] public required int Partitions { get; init; }
    [JsonPropertyName("其他文件")] public required IReadOnlyList<string> OtherDocuments { get; init; }

    /// <summary>Whether the partitions keep what is 待核定; names of subjects are read for that.</summary>
    [JsonPropertyName("待核定表")] public bool KeepsApprovals { get; init; }

    /// <summary>The form of the results.</summary>
    [JsonIgnore]
    public OutputForm OutputForm => Form == WideWord ? OutputForm.Wide : OutputForm.Long;

    /// <summary>测算日 and 年度.</summary>
    [JsonIgnore]
    public EvaluationContext Context =>
        new(CivilDate.TryParse(AsOf, DateForms.Cell, out var date) ? date : DateOnly.MinValue, Year);

    private const string LongWord = "逐条", WideWord = "逐户";

    /// <summary>The definition of a run.</summary>
    public static RunDefinition Of(PartitionedRun run) => new()
    {
        FormatVersion = CurrentVersion,
        Program = new(ProgramIdentity.Version, ProgramIdentity.Sha256, run.Options.Engine),
        AsOf = CivilDate.Format(run.Options.Context.AsOf),
        Year = run.Options.Context.Year,
        Form = run.Options.FormInForce == OutputForm.Wide ? WideWord : LongWord,
        PolicyPaths = [.. run.PolicyPaths.Select(Path.GetFullPath)],
        Policies = run.PolicyFiles,
        PolicyHash = PolicySetHash.Of(run.PolicyFiles),
        Snapshot = Path.GetFullPath(run.Registry.Path),
        SnapshotId = run.Registry.Id,
        SnapshotHash = run.Registry.Sha256,
        Partitions = run.Registry.Parts.Length,
        KeepsApprovals = run.Options.KeepsApprovals,
        OtherDocuments = [.. run.Options.Source.OtherDocuments.Order(StringComparer.Ordinal)],
    };

    /// <summary>The first thing in which another definition differs, there and here; null where both mean the same.</summary>
    public (string What, string There, string Here)? DifferenceTo(RunDefinition here)
    {
        (string, string, string)[] pairs =
        [
            ("格式版本", $"{FormatVersion}", $"{here.FormatVersion}"), ("程序", Words(Program), Words(here.Program)),
            ("政策文件", PolicyHash, here.PolicyHash), ("快照", $"{SnapshotId} {SnapshotHash}", $"{here.SnapshotId} {here.SnapshotHash}"),
            ("分区数", $"{Partitions}", $"{here.Partitions}"), ("测算日", AsOf, here.AsOf), ("年度", $"{Year}", $"{here.Year}"),
            ("结果的形式", Form, here.Form),
            ("待核定的表", Word(KeepsApprovals), Word(here.KeepsApprovals)),
            ("其他文件", string.Join('、', OtherDocuments), string.Join('、', here.OtherDocuments)),
        ];
        foreach (var (what, there, mine) in pairs)
        {
            if (there != mine)
                return (what, there, mine);
        }
        return null;
    }

    private static string Word(bool keepsApprovals) => keepsApprovals ? "有" : "没有";

    private static string Words(ManifestProgram program) => $"{program.Version}，引擎 {program.Engine}，SHA-256 {program.Sha256}";
}

/// <summary>What is known of a partition that is done: the attempt that was first, and the hashes of what it wrote.</summary>
internal sealed record PartitionDone
{
    [JsonPropertyName("尝试")] public required string Attempt { get; init; }
    [JsonPropertyName("结果")] public required string ResultHash { get; init; }
    [JsonPropertyName("未读入")] public required string RejectedHash { get; init; }
    [JsonPropertyName("汇总")] public required string TallyHash { get; init; }

    /// <summary>The hash of what is 待核定; null where that is not kept.</summary>
    [JsonPropertyName("待核定"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ApprovalsHash { get; init; }

    [JsonPropertyName("结果行")] public required long OutputRows { get; init; }
    [JsonPropertyName("未读入的行")] public required long RejectedRows { get; init; }
    [JsonPropertyName("出错的主体")] public required long FailedSubjects { get; init; }

    /// <summary>The hashes in one text: equal attempts have equal ones.</summary>
    [JsonIgnore]
    public string Print => string.Join(' ', ResultHash, RejectedHash, TallyHash, ApprovalsHash).TrimEnd();
}

/// <summary>What to compute in partitions.</summary>
/// <param name="Program">The policies.</param>
/// <param name="PolicyPaths">Where they were read from.</param>
/// <param name="PolicyFiles">The files that were read.</param>
/// <param name="Registry">The registry.</param>
/// <param name="Folder">The folder of the run.</param>
/// <param name="Options">How; its output is of no matter.</param>
internal sealed record PartitionedRun(
    Ir.Nodes.IrProgram Program, ImmutableArray<string> PolicyPaths, ImmutableArray<InputFile> PolicyFiles, PartitionedRegistry Registry,
    string Folder, BatchOptions Options);
