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
internal sealed class ComparisonDocument
{
    private readonly ComparisonReport _report;

    internal ComparisonDocument(ComparisonReport report) => _report = report;

    [JsonPropertyName("格式版本")] public int FormatVersion { get; } = ComparisonJson.FormatVersion;
    [JsonPropertyName("含义有变化")] public bool HasChangedMeaning => !_report.Difference.IsSameMeaning;
    [JsonPropertyName("含义变化")] public int Changes => _report.Difference.Count;
    [JsonPropertyName("文字改动")] public int Wordings => _report.Difference.WordingCount;

    [JsonPropertyName("政策")]
    public IEnumerable<ChangedPolicy> Policies => _report.Difference.Policies.Select(static policy => new ChangedPolicy(policy));

    [JsonPropertyName("数据定义")]
    public IEnumerable<ChangedItem> Definitions => _report.Difference.Definitions.Select(static item => new ChangedItem(item));

    [JsonPropertyName("测算"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ComparedRegistry? Registry => _report.Registry is { } registry ? new(registry) : null;
}

/// <summary>What differs in a policy.</summary>
internal sealed class ChangedPolicy
{
    private readonly PolicyDifference _policy;

    internal ChangedPolicy(PolicyDifference policy) => _policy = policy;

    [JsonPropertyName("变化")] public string Kind => _policy.Kind.Word();
    [JsonPropertyName("旧文号")] public string? OldNumber => _policy.Old?.Number;
    [JsonPropertyName("新文号")] public string? NewNumber => _policy.New?.Number;
    [JsonPropertyName("标题")] public string Title => _policy.Title;
    [JsonPropertyName("改动")] public IEnumerable<ChangeEntry> Changes => _policy.Changes.Select(static change => new ChangeEntry(change));
    [JsonPropertyName("条目")] public IEnumerable<ChangedItem> Items => _policy.Items.Select(static item => new ChangedItem(item));
}

/// <summary>A clause, target, definition … that differs.</summary>
internal sealed class ChangedItem
{
    private readonly ItemDifference _item;
    private readonly SourceLocation? _origin;

    internal ChangedItem(ItemDifference item)
    {
        _item = item;
        _origin = _item.Origin == SourceLocation.None ? null : _item.Origin;
    }

    [JsonPropertyName("类别")] public string Type => _item.Type;
    [JsonPropertyName("变化")] public string Kind => _item.Kind.Word();
    [JsonPropertyName("旧编号")] public string? OldNumber => _item.OldNumber is { Length: > 0 } number ? number : null;
    [JsonPropertyName("新编号")] public string? NewNumber => _item.NewNumber is { Length: > 0 } number ? number : null;
    [JsonPropertyName("标题")] public string Title => _item.Title;

    [JsonPropertyName("文件"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path => _origin?.Path;

    [JsonPropertyName("行号"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line => _origin?.Line;

    [JsonPropertyName("改动")] public IEnumerable<ChangeEntry> Changes => _item.Changes.Select(static change => new ChangeEntry(change));
}

/// <summary>What differs in a line.</summary>
internal sealed class ChangeEntry
{
    private readonly Change _change;

    internal ChangeEntry(Change change) => _change = change;

    [JsonPropertyName("项目")] public string Label => _change.Label;
    [JsonPropertyName("变化")] public string Kind => _change.Kind.Word();
    [JsonPropertyName("旧")] public string? Old => _change.Old is { Length: > 0 } text ? text : null;
    [JsonPropertyName("新")] public string? New => _change.New is { Length: > 0 } text ? text : null;
    [JsonPropertyName("差在")] public IEnumerable<string> Details => _change.Details;
    [JsonPropertyName("只是文字")] public bool IsWording => _change.IsWording;
}

/// <summary>What a registry gets under both versions.</summary>
internal sealed class ComparedRegistry
{
    private readonly RegistryComparison _registry;

    internal ComparedRegistry(RegistryComparison registry) => _registry = registry;

    [JsonPropertyName("测算日")] public string AsOf => CivilDate.Format(_registry.Context.AsOf);
    [JsonPropertyName("年度")] public int Year => _registry.Context.Year;
    [JsonPropertyName("主体")] public ComparedSubjects Subjects => new(_registry);
    [JsonPropertyName("未读入的行")] public RejectedRows Rejected => new(_registry);
    [JsonPropertyName("缺少的列")] public IEnumerable<string> AbsentColumns => _registry.AbsentColumns;
    [JsonPropertyName("合计")] public ComparedAmounts Total => new(_registry.Old.Total, _registry.New.Total);

    [JsonPropertyName("资金")]
    public OrderedDictionary<string, ComparedAmounts> Levels => JsonStyle.Members(
        _registry.Old.Levels.Keys.Union(_registry.New.Levels.Keys).Order(StringComparer.Ordinal), static level => level,
        level => new ComparedAmounts(
            _registry.Old.Levels.GetValueOrDefault(level) ?? new(), _registry.New.Levels.GetValueOrDefault(level) ?? new()));

    [JsonPropertyName("状态变化")] public IEnumerable<StatusChange> StatusChanges => StatusChange.Of(_registry.StatusChanges);

    [JsonPropertyName("条款")]
    public IEnumerable<ComparedClause> Clauses => _registry.Clauses.Select(static clause => new ComparedClause(clause));

    [JsonPropertyName("得益")]
    public IEnumerable<ComparedSubject> Gains => _registry.Gains.Select(static example => new ComparedSubject(example));

    [JsonPropertyName("受损")]
    public IEnumerable<ComparedSubject> Losses => _registry.Losses.Select(static example => new ComparedSubject(example));
}

/// <summary>How many subjects fare how.</summary>
internal sealed class ComparedSubjects
{
    private readonly RegistryComparison _registry;

    internal ComparedSubjects(RegistryComparison registry) => _registry = registry;

    [JsonPropertyName("比较")] public long Compared => _registry.Compared;
    [JsonPropertyName("增加")] public long Gain => Count(SubjectChange.Gains);
    [JsonPropertyName("减少")] public long Lose => Count(SubjectChange.Loses);
    [JsonPropertyName("最高增加")] public long MayGain => Count(SubjectChange.MayGain);
    [JsonPropertyName("最高减少")] public long MayLose => Count(SubjectChange.MayLose);
    [JsonPropertyName("其他变化")] public long Shift => Count(SubjectChange.Shifts);
    [JsonPropertyName("没有变化")] public long Same => Count(SubjectChange.Same);
    [JsonPropertyName("只有旧版读入")] public long OnlyOld => _registry.OnlyOld;
    [JsonPropertyName("只有新版读入")] public long OnlyNew => _registry.OnlyNew;

    private long Count(SubjectChange change) => _registry.Subjects[(int)change];
}

/// <summary>How many rows were rejected.</summary>
internal sealed class RejectedRows
{
    private readonly RegistryComparison _registry;

    internal RejectedRows(RegistryComparison registry) => _registry = registry;

    [JsonPropertyName("旧")] public long Old => _registry.OldRejectedRows;
    [JsonPropertyName("新")] public long New => _registry.NewRejectedRows;
}

/// <summary>A sum under both versions.</summary>
internal sealed class ComparedAmounts
{
    private readonly AmountSum _old;
    private readonly AmountSum _new;

    internal ComparedAmounts(AmountSum old, AmountSum @new) => (_old, _new) = (old, @new);

    [JsonPropertyName("旧")] public AmountEntry Old => new(_old);
    [JsonPropertyName("新")] public AmountEntry New => new(_new);

    [JsonPropertyName("差额")]
    public AmountEntry Difference => new(_new.Low - _old.Low, _new.High - _old.High, _new.Unbounded - _old.Unbounded);
}

/// <summary>How often a status became which other one.</summary>
internal sealed class StatusChange
{
    private readonly ClauseStatus? _old;
    private readonly ClauseStatus? _new;
    private readonly long _count;

    internal StatusChange(ClauseStatus? old, ClauseStatus? @new, long count) => (_old, _new, _count) = (old, @new, count);

    public static IEnumerable<StatusChange> Of(IEnumerable<(ClauseStatus? Old, ClauseStatus? New, long Count)> changes) =>
        changes.OrderByDescending(static change => change.Count).ThenBy(static change => change.Old).ThenBy(static change => change.New)
            .Select(static change => new StatusChange(change.Old, change.New, change.Count));

    [JsonPropertyName("旧")] public string? Old => _old?.Word();
    [JsonPropertyName("新")] public string? New => _new?.Word();
    [JsonPropertyName("个数")] public long Count => _count;
}

/// <summary>A clause over the registry.</summary>
internal sealed class ComparedClause
{
    private readonly ClauseComparison _clause;

    internal ComparedClause(ClauseComparison clause) => _clause = clause;

    [JsonPropertyName("旧文号")] public string? OldPolicy => _clause.Pair.OldPolicy?.Number;
    [JsonPropertyName("旧编号")] public string? OldNumber => _clause.Pair.Old?.Number;
    [JsonPropertyName("新文号")] public string? NewPolicy => _clause.Pair.NewPolicy?.Number;
    [JsonPropertyName("新编号")] public string? NewNumber => _clause.Pair.New?.Number;
    [JsonPropertyName("标题")] public string? Title => (_clause.Pair.New ?? _clause.Pair.Old)?.LegalBasis.Title;
    [JsonPropertyName("合计")] public ComparedAmounts Total => new(_clause.Old, _clause.New);
    [JsonPropertyName("增加")] public long Gainers => _clause.Gainers;
    [JsonPropertyName("减少")] public long Losers => _clause.Losers;

    [JsonPropertyName("状态变化")]
    public IEnumerable<StatusChange> StatusChanges =>
        StatusChange.Of(_clause.StatusChanges.Select(static change => (change.Key.Old, change.Key.New, change.Value)));
}

/// <summary>A subject that gains or loses.</summary>
internal sealed class ComparedSubject
{
    private readonly SubjectExample _example;

    internal ComparedSubject(SubjectExample example) => _example = example;

    [JsonPropertyName("对象")] public string Kind => _example.Kind;
    [JsonPropertyName("主键")] public string Key => _example.Key;
    [JsonPropertyName("差额")] public string Difference => QuantityFormat.Ledger(_example.Difference);
    [JsonPropertyName("旧")] public AmountEntry Old => new(_example.Old);
    [JsonPropertyName("新")] public AmountEntry New => new(_example.New);

    [JsonPropertyName("条款")]
    public IEnumerable<ComparedClauseOfSubject> Clauses => _example.Clauses.Select(static clause => new ComparedClauseOfSubject(clause));
}

/// <summary>A clause for a subject.</summary>
internal sealed class ComparedClauseOfSubject
{
    private readonly ClauseExample _clause;

    internal ComparedClauseOfSubject(ClauseExample clause) => _clause = clause;

    [JsonPropertyName("旧文号")] public string? OldPolicy => _clause.Pair.OldPolicy?.Number;
    [JsonPropertyName("旧编号")] public string? OldNumber => _clause.Pair.Old?.Number;
    [JsonPropertyName("新文号")] public string? NewPolicy => _clause.Pair.NewPolicy?.Number;
    [JsonPropertyName("新编号")] public string? NewNumber => _clause.Pair.New?.Number;
    [JsonPropertyName("旧")] public ComparedResult? Old => _clause.Old is { } result ? new(result) : null;
    [JsonPropertyName("新")] public ComparedResult? New => _clause.New is { } result ? new(result) : null;
    [JsonPropertyName("原因")] public string Reason => _clause.Reason;
}

/// <summary>What a subject gets under a clause.</summary>
internal sealed class ComparedResult
{
    private readonly ClauseResult _result;

    internal ComparedResult(ClauseResult result) => _result = result;

    [JsonPropertyName("状态")] public string Status => _result.Status.Word();
    [JsonPropertyName("金额")] public string Amount => QuantityFormat.Ledger(_result.Amount.Low ?? 0);

    [JsonPropertyName("最高")]
    public string? Highest => _result.Amount.High is { } high ? QuantityFormat.Ledger(high) : null;
}
