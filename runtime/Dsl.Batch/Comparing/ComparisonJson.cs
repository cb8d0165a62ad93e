// A comparison as JSON with a format version; amounts are texts with two decimals.
using System.Text.Json.Serialization;
using Dsl.Batch.Results;
using Dsl.Diff;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Loading.Json;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Batch.Comparing;

/// <summary>Writes comparisons as JSON.</summary>
public static class ComparisonJson
{
    /// <summary>The version of the format; raised when a reader of the old one would go wrong.</summary>
    public const int FormatVersion = 1;

    /// <summary>The whole comparison.</summary>
    public static string Write(ComparisonReport report) => JsonStyle.Indent(new(report), ComparisonShapes.Of.ComparisonDocument);
}

[JsonSerializable(typeof(ComparisonDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ComparisonShapes : JsonSerializerContext
{
    public static ComparisonShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>The whole comparison.</summary>
internal sealed class ComparisonDocument(ComparisonReport report)
{
    [JsonPropertyName("格式版本")] public int FormatVersion { get; } = ComparisonJson.FormatVersion;
    [JsonPropertyName("含义有变化")] public bool HasChangedMeaning => !report.Difference.IsSameMeaning;
    [JsonPropertyName("含义变化")] public int Changes => report.Difference.Count;
    [JsonPropertyName("文字改动")] public int Wordings => report.Difference.WordingCount;

    [JsonPropertyName("政策")]
    public IEnumerable<ChangedPolicy> Policies => report.Difference.Policies.Select(static policy => new ChangedPolicy(policy));

    [JsonPropertyName("数据定义")]
    public IEnumerable<ChangedItem> Definitions => report.Difference.Definitions.Select(static item => new ChangedItem(item));

    [JsonPropertyName("测算"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ComparedRegistry? Registry => report.Registry is { } registry ? new(registry) : null;
}

/// <summary>What differs in a policy.</summary>
internal sealed class ChangedPolicy(PolicyDifference policy)
{
    [JsonPropertyName("变化")] public string Kind => policy.Kind.Word();
    [JsonPropertyName("旧文号")] public string? OldNumber => policy.Old?.Number;
    [JsonPropertyName("新文号")] public string? NewNumber => policy.New?.Number;
    [JsonPropertyName("标题")] public string Title => policy.Title;
    [JsonPropertyName("改动")] public IEnumerable<ChangeEntry> Changes => policy.Changes.Select(static change => new ChangeEntry(change));
    [JsonPropertyName("条目")] public IEnumerable<ChangedItem> Items => policy.Items.Select(static item => new ChangedItem(item));
}

/// <summary>A clause, target, definition … that differs.</summary>
internal sealed class ChangedItem(ItemDifference item)
{
    private readonly SourceLocation? _origin = item.Origin == SourceLocation.None ? null : item.Origin;

    [JsonPropertyName("类别")] public string Type => item.Type;
    [JsonPropertyName("变化")] public string Kind => item.Kind.Word();
    [JsonPropertyName("旧编号")] public string? OldNumber => item.OldNumber is { Length: > 0 } number ? number : null;
    [JsonPropertyName("新编号")] public string? NewNumber => item.NewNumber is { Length: > 0 } number ? number : null;
    [JsonPropertyName("标题")] public string Title => item.Title;

    [JsonPropertyName("文件"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path => _origin?.Path;

    [JsonPropertyName("行号"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line => _origin?.Line;

    [JsonPropertyName("改动")] public IEnumerable<ChangeEntry> Changes => item.Changes.Select(static change => new ChangeEntry(change));
}

/// <summary>What differs in a line.</summary>
internal sealed class ChangeEntry(Change change)
{
    [JsonPropertyName("项目")] public string Label => change.Label;
    [JsonPropertyName("变化")] public string Kind => change.Kind.Word();
    [JsonPropertyName("旧")] public string? Old => change.Old is { Length: > 0 } text ? text : null;
    [JsonPropertyName("新")] public string? New => change.New is { Length: > 0 } text ? text : null;
    [JsonPropertyName("差在")] public IEnumerable<string> Details => change.Details;
    [JsonPropertyName("只是文字")] public bool IsWording => change.IsWording;
}

/// <summary>What a registry gets under both versions.</summary>
internal sealed class ComparedRegistry(RegistryComparison registry)
{
    [JsonPropertyName("测算日")] public string AsOf => CivilDate.Format(registry.Context.AsOf);
    [JsonPropertyName("年度")] public int Year => registry.Context.Year;
    [JsonPropertyName("主体")] public ComparedSubjects Subjects => new(registry);
    [JsonPropertyName("未读入的行")] public RejectedRows Rejected => new(registry);
    [JsonPropertyName("缺少的列")] public IEnumerable<string> AbsentColumns => registry.AbsentColumns;
    [JsonPropertyName("合计")] public ComparedAmounts Total => new(registry.Old.Total, registry.New.Total);

    [JsonPropertyName("资金")]
    public OrderedDictionary<string, ComparedAmounts> Levels => JsonStyle.Members(
        registry.Old.Levels.Keys.Union(registry.New.Levels.Keys).Order(StringComparer.Ordinal), static level => level,
        level => new ComparedAmounts(
            registry.Old.Levels.GetValueOrDefault(level) ?? new(), registry.New.Levels.GetValueOrDefault(level) ?? new()));

    [JsonPropertyName("状态变化")] public IEnumerable<StatusChange> StatusChanges => StatusChange.Of(registry.StatusChanges);
    [JsonPropertyName("条款")] public IEnumerable<ComparedClause> Clauses => registry.Clauses.Select(static clause => new ComparedClause(clause));
    [JsonPropertyName("得益")] public IEnumerable<ComparedSubject> Gains => registry.Gains.Select(static example => new ComparedSubject(example));

    [JsonPropertyName("受损")]
    public IEnumerable<ComparedSubject> Losses => registry.Losses.Select(static example => new ComparedSubject(example));
}

/// <summary>How many subjects fare how.</summary>
internal sealed class ComparedSubjects(RegistryComparison registry)
{
    [JsonPropertyName("比较")] public long Compared => registry.Compared;
    [JsonPropertyName("增加")] public long Gain => Count(SubjectChange.Gains);
    [JsonPropertyName("减少")] public long Lose => Count(SubjectChange.Loses);
    [JsonPropertyName("最高增加")] public long MayGain => Count(SubjectChange.MayGain);
    [JsonPropertyName("最高减少")] public long MayLose => Count(SubjectChange.MayLose);
    [JsonPropertyName("其他变化")] public long Shift => Count(SubjectChange.Shifts);
    [JsonPropertyName("没有变化")] public long Same => Count(SubjectChange.Same);
    [JsonPropertyName("只有旧版读入")] public long OnlyOld => registry.OnlyOld;
    [JsonPropertyName("只有新版读入")] public long OnlyNew => registry.OnlyNew;

    private long Count(SubjectChange change) => registry.Subjects[(int)change];
}

/// <summary>How many rows were rejected.</summary>
internal sealed class RejectedRows(RegistryComparison registry)
{
    [JsonPropertyName("旧")] public long Old => registry.OldRejectedRows;
    [JsonPropertyName("新")] public long New => registry.NewRejectedRows;
}

/// <summary>A sum under both versions.</summary>
internal sealed class ComparedAmounts(AmountSum old, AmountSum @new)
{
    [JsonPropertyName("旧")] public AmountEntry Old => new(old);
    [JsonPropertyName("新")] public AmountEntry New => new(@new);

    [JsonPropertyName("差额")]
    public AmountEntry Difference => new(@new.Low - old.Low, @new.High - old.High, @new.Unbounded - old.Unbounded);
}

/// <summary>How often a status became which other one.</summary>
internal sealed class StatusChange(ClauseStatus? old, ClauseStatus? @new, long count)
{
    public static IEnumerable<StatusChange> Of(IEnumerable<(ClauseStatus? Old, ClauseStatus? New, long Count)> changes) =>
        changes.OrderByDescending(static change => change.Count).ThenBy(static change => change.Old).ThenBy(static change => change.New)
            .Select(static change => new StatusChange(change.Old, change.New, change.Count));

    [JsonPropertyName("旧")] public string? Old => old?.Word();
    [JsonPropertyName("新")] public string? New => @new?.Word();
    [JsonPropertyName("个数")] public long Count => count;
}

/// <summary>A clause over the registry.</summary>
internal sealed class ComparedClause(ClauseComparison clause)
{
    [JsonPropertyName("旧文号")] public string? OldPolicy => clause.Pair.OldPolicy?.Number;
    [JsonPropertyName("旧编号")] public string? OldNumber => clause.Pair.Old?.Number;
    [JsonPropertyName("新文号")] public string? NewPolicy => clause.Pair.NewPolicy?.Number;
    [JsonPropertyName("新编号")] public string? NewNumber => clause.Pair.New?.Number;
    [JsonPropertyName("标题")] public string? Title => (clause.Pair.New ?? clause.Pair.Old)?.LegalBasis.Title;
    [JsonPropertyName("合计")] public ComparedAmounts Total => new(clause.Old, clause.New);
    [JsonPropertyName("增加")] public long Gainers => clause.Gainers;
    [JsonPropertyName("减少")] public long Losers => clause.Losers;

    [JsonPropertyName("状态变化")]
    public IEnumerable<StatusChange> StatusChanges =>
        StatusChange.Of(clause.StatusChanges.Select(static change => (change.Key.Old, change.Key.New, change.Value)));
}

/// <summary>A subject that gains or loses.</summary>
internal sealed class ComparedSubject(SubjectExample example)
{
    [JsonPropertyName("对象")] public string Kind => example.Kind;
    [JsonPropertyName("主键")] public string Key => example.Key;
    [JsonPropertyName("差额")] public string Difference => QuantityFormat.Ledger(example.Difference);
    [JsonPropertyName("旧")] public AmountEntry Old => new(example.Old);
    [JsonPropertyName("新")] public AmountEntry New => new(example.New);

    [JsonPropertyName("条款")]
    public IEnumerable<ComparedClauseOfSubject> Clauses => example.Clauses.Select(static clause => new ComparedClauseOfSubject(clause));
}

/// <summary>A clause for a subject.</summary>
internal sealed class ComparedClauseOfSubject(ClauseExample clause)
{
    [JsonPropertyName("旧文号")] public string? OldPolicy => clause.Pair.OldPolicy?.Number;
    [JsonPropertyName("旧编号")] public string? OldNumber => clause.Pair.Old?.Number;
    [JsonPropertyName("新文号")] public string? NewPolicy => clause.Pair.NewPolicy?.Number;
    [JsonPropertyName("新编号")] public string? NewNumber => clause.Pair.New?.Number;
    [JsonPropertyName("旧")] public ComparedResult? Old => clause.Old is { } result ? new(result) : null;
    [JsonPropertyName("新")] public ComparedResult? New => clause.New is { } result ? new(result) : null;
    [JsonPropertyName("原因")] public string Reason => clause.Reason;
}

/// <summary>What a subject gets under a clause.</summary>
internal sealed class ComparedResult(ClauseResult result)
{
    [JsonPropertyName("状态")] public string Status => result.Status.Word();
    [JsonPropertyName("金额")] public string Amount => QuantityFormat.Ledger(result.Amount.Low ?? 0);

    [JsonPropertyName("最高")]
    public string? Highest => result.Amount.High is { } high ? QuantityFormat.Ledger(high) : null;
}
