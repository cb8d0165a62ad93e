// The summary of a run as JSON, with the format version of results.
using System.Text.Json.Serialization;
using Dsl.Batch.Results;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Results;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Results;
using Dsl.Loading.Json;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Batch.Running;

/// <summary>Writes the summary of a run as JSON.</summary>
public static class SummaryJson
{
    /// <summary>The whole summary.</summary>
    public static string Write(BatchResult result, EvaluationContext context) =>
        JsonStyle.Indent(new(result, context), SummaryShapes.Of.SummaryDocument) + "\n";
}

[JsonSerializable(typeof(SummaryDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class SummaryShapes : JsonSerializerContext
{
    public static SummaryShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>The whole summary.</summary>
internal sealed class SummaryDocument(BatchResult result, EvaluationContext context)
{
    [JsonPropertyName("格式版本")] public int FormatVersion { get; } = ResultJson.FormatVersion;
    [JsonPropertyName("测算日")] public string AsOf => CivilDate.Format(context.AsOf);
    [JsonPropertyName("年度")] public int Year => context.Year;
    [JsonPropertyName("主体")] public SortedDictionary<string, long> Subjects => result.Summary.Subjects;
    [JsonPropertyName("有确定金额的主体")] public long PaidSubjects => result.Summary.PaidSubjects;
    [JsonPropertyName("明细不全的主体")] public long MarkedSubjects => result.Summary.MarkedSubjects;
    [JsonPropertyName("结果行")] public long OutputRows => result.OutputRows;
    [JsonPropertyName("未读入的行")] public long RejectedRows => result.RejectedRows;

    [JsonPropertyName("状态")]
    public OrderedDictionary<string, long> Statuses =>
        JsonStyle.Members(Enum.GetValues<ClauseStatus>(), static status => status.Word(), result.Summary.CountOf);

    [JsonPropertyName("合计")] public AmountEntry Total => new(result.Summary.Total);
    [JsonPropertyName("资金")] public OrderedDictionary<string, AmountEntry> Levels => Sums(result.Summary.Levels);
    [JsonPropertyName("牵头")] public OrderedDictionary<string, AmountEntry> Departments => Sums(result.Summary.Departments());
    [JsonPropertyName("形式")] public OrderedDictionary<string, AmountEntry> Forms => Sums(result.Summary.Forms);

    [JsonPropertyName("条款")]
    public IEnumerable<ClauseSummaryEntry> Clauses => result.Summary.Clauses.Select(static clause => new ClauseSummaryEntry(clause));

    [JsonPropertyName("目标")]
    public IEnumerable<TargetEntry> Targets => result.Registry.Targets.Select(static target => new TargetEntry(target));

    [JsonPropertyName("资金池")] public IEnumerable<PoolEntry> Pools => result.Registry.Pools.Select(static pool => new PoolEntry(pool));
    [JsonPropertyName("义务")] public IEnumerable<DutyEntry> Duties => result.Registry.Duties.Select(static duty => new DutyEntry(duty));

    private static OrderedDictionary<string, AmountEntry> Sums(SortedDictionary<string, AmountSum> sums) =>
        JsonStyle.Members(sums, static pair => pair.Key, static pair => new AmountEntry(pair.Value));
}

/// <summary>A clause over all subjects.</summary>
internal sealed class ClauseSummaryEntry(ClauseSummary clause)
{
    [JsonPropertyName("文号")] public string PolicyNumber => clause.Policy.Number;
    [JsonPropertyName("条款")] public string ClauseNumber => clause.Clause.Number;
    [JsonPropertyName("标题")] public string Title => clause.Clause.LegalBasis.Title;

    [JsonPropertyName("计入合计")]
    public bool CountsInTotals => clause.CountsInTotals && clause.Clause is { Kind: ClauseKind.Award, Form.Length: 0 };

    [JsonPropertyName("金额")] public string Amount => QuantityFormat.Ledger(clause.Amount.Low);
    [JsonPropertyName("最高")] public string Highest => QuantityFormat.Ledger(clause.Amount.High);
    [JsonPropertyName("不封顶")] public long Unbounded => clause.Amount.Unbounded;
    [JsonPropertyName("本年已兑现")] public string PaidThisYear => QuantityFormat.Ledger(clause.PaidThisYear);

    [JsonPropertyName("状态")]
    public OrderedDictionary<string, long> Statuses =>
        JsonStyle.Members(Enum.GetValues<ClauseStatus>(), static status => status.Word(), status => clause.Statuses[(int)status]);

    [JsonPropertyName("不满足的条件")]
    public OrderedDictionary<string, long> Failed => JsonStyle.Members(
        clause.Failed.Select((count, index) => (clause.Clause.Conditions[index].Text, Count: count))
            .Where(static pair => pair.Count > 0).GroupBy(static pair => pair.Text),
        static group => group.Key, static group => group.Sum(static pair => pair.Count));

    [JsonPropertyName("缺少")] public SortedDictionary<string, long> Missing => clause.Missing;
    [JsonPropertyName("等待")] public SortedDictionary<string, long> Awaited => clause.Awaited;
}

/// <summary>A 目标.</summary>
internal sealed class TargetEntry(TargetResult result)
{
    [JsonPropertyName("文号")] public string PolicyNumber => result.Policy.Number;
    [JsonPropertyName("编号")] public string Number => result.Target.LegalBasis.Number;
    [JsonPropertyName("标题")] public string Title => result.Target.LegalBasis.Title;
    [JsonPropertyName("责任")] public string Departments => SummaryWords.Departments(result.Target.LegalBasis);
    [JsonPropertyName("状态")] public string Status => result.Figure.Status.Word();
    [JsonPropertyName("比较")] public string Comparison => Wording.Word(result.Figure.Comparison);
    [JsonPropertyName("现值")] public string?[] Indicator => SummaryWords.Ends(result.Figure.Indicator, result.Target.Type);
    [JsonPropertyName("目标值")] public string?[] Goal => SummaryWords.Ends(result.Figure.Goal, result.Target.Type);
    [JsonPropertyName("差额")] public string?[] Shortfall => SummaryWords.Ends(result.Figure.Shortfall, result.Target.Type);

    [JsonPropertyName("其中")]
    public IEnumerable<TargetPartEntry> Parts => result.Parts.Select(part => new TargetPartEntry(part, result.Target.Type));
}

/// <summary>A part (其中) of a 目标.</summary>
internal sealed class TargetPartEntry(TargetFigure part, DslType type)
{
    [JsonPropertyName("标题")] public string Title => part.Text;
    [JsonPropertyName("状态")] public string Status => part.Status.Word();
    [JsonPropertyName("比较")] public string Comparison => Wording.Word(part.Comparison);
    [JsonPropertyName("现值")] public string?[] Indicator => SummaryWords.Ends(part.Indicator, type);
    [JsonPropertyName("目标值")] public string?[] Goal => SummaryWords.Ends(part.Goal, type);
    [JsonPropertyName("差额")] public string?[] Shortfall => SummaryWords.Ends(part.Shortfall, type);
}

/// <summary>A 资金池; what is drawn from it only where clauses name it.</summary>
internal sealed class PoolEntry(PoolResult result)
{
    private readonly bool _isDrawn = !result.Pool.Clauses.IsEmpty;

    [JsonPropertyName("文号")] public string PolicyNumber => result.Policy.Number;
    [JsonPropertyName("编号")] public string Number => result.Pool.LegalBasis.Number;
    [JsonPropertyName("标题")] public string Title => result.Pool.LegalBasis.Title;
    [JsonPropertyName("责任")] public string Departments => SummaryWords.Departments(result.Pool.LegalBasis);

    [JsonPropertyName("规模")]
    public string? Size => result.Size is { IsPoint: true, Low: { } size } ? QuantityFormat.Ledger(size) : null;

    [JsonPropertyName("资金"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Levels => result.Pool.Levels.IsEmpty ? null : string.Join("、", result.Pool.Levels);

    [JsonPropertyName("已用"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AmountEntry? Drawn => _isDrawn ? new(result.Drawn.Low ?? 0, result.Drawn.High ?? 0, result.Unbounded) : null;

    [JsonPropertyName("超出规模"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IsExceeded => _isDrawn ? result.IsExceeded.Word() : null;
}

/// <summary>A 义务.</summary>
internal sealed class DutyEntry(DutyResult result)
{
    [JsonPropertyName("文号")] public string PolicyNumber => result.Policy.Number;
    [JsonPropertyName("编号")] public string Number => result.Duty.LegalBasis.Number;
    [JsonPropertyName("标题")] public string Title => result.Duty.LegalBasis.Title;
    [JsonPropertyName("责任")] public string Departments => SummaryWords.Departments(result.Duty.LegalBasis);
    [JsonPropertyName("期限")] public string? Due => result.Due is { } date ? CivilDate.Format(date) : null;
    [JsonPropertyName("已到期")] public string IsPast => result.IsPast.Word();
}

/// <summary>What the entries of a summary share.</summary>
internal static class SummaryWords
{
    public static string Departments(IrLegalBasis basis) => string.Join('、', basis.Lead.Concat(basis.Responsible));

    /// <summary>The ends of what is known; null for an open end.</summary>
    public static string?[] Ends(Bounds bounds, DslType type) =>
        [bounds.Low is { } low ? QuantityFormat.Display(low, type) : null, bounds.High is { } high ? QuantityFormat.Display(high, type) : null];
}
