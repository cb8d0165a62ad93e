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
internal sealed class SummaryDocument
{
    private readonly BatchResult _result;
    private readonly EvaluationContext _context;

    internal SummaryDocument(BatchResult result, EvaluationContext context) => (_result, _context) = (result, context);

    [JsonPropertyName("格式版本")] public int FormatVersion { get; } = ResultJson.FormatVersion;
    [JsonPropertyName("测算日")] public string AsOf => CivilDate.Format(_context.AsOf);
    [JsonPropertyName("年度")] public int Year => _context.Year;
    [JsonPropertyName("主体")] public SortedDictionary<string, long> Subjects => _result.Summary.Subjects;
    [JsonPropertyName("有确定金额的主体")] public long PaidSubjects => _result.Summary.PaidSubjects;
    [JsonPropertyName("明细不全的主体")] public long MarkedSubjects => _result.Summary.MarkedSubjects;
    [JsonPropertyName("结果行")] public long OutputRows => _result.OutputRows;
    [JsonPropertyName("未读入的行")] public long RejectedRows => _result.RejectedRows;

    [JsonPropertyName("状态")]
    public OrderedDictionary<string, long> Statuses =>
        JsonStyle.Members(Enum.GetValues<ClauseStatus>(), static status => status.Word(), _result.Summary.CountOf);

    [JsonPropertyName("合计")] public AmountEntry Total => new(_result.Summary.Total);
    [JsonPropertyName("资金")] public OrderedDictionary<string, AmountEntry> Levels => Sums(_result.Summary.Levels);
    [JsonPropertyName("牵头")] public OrderedDictionary<string, AmountEntry> Departments => Sums(_result.Summary.Departments());
    [JsonPropertyName("形式")] public OrderedDictionary<string, AmountEntry> Forms => Sums(_result.Summary.Forms);

    [JsonPropertyName("条款")]
    public IEnumerable<ClauseSummaryEntry> Clauses => _result.Summary.Clauses.Select(static clause => new ClauseSummaryEntry(clause));

    [JsonPropertyName("目标")]
    public IEnumerable<TargetEntry> Targets => _result.Registry.Targets.Select(static target => new TargetEntry(target));

    [JsonPropertyName("资金池")] public IEnumerable<PoolEntry> Pools => _result.Registry.Pools.Select(static pool => new PoolEntry(pool));
    [JsonPropertyName("义务")] public IEnumerable<DutyEntry> Duties => _result.Registry.Duties.Select(static duty => new DutyEntry(duty));

    private static OrderedDictionary<string, AmountEntry> Sums(SortedDictionary<string, AmountSum> sums) =>
        JsonStyle.Members(sums, static pair => pair.Key, static pair => new AmountEntry(pair.Value));
}

/// <summary>A clause over all subjects.</summary>
internal sealed class ClauseSummaryEntry
{
    private readonly ClauseSummary _clause;

    internal ClauseSummaryEntry(ClauseSummary clause) => _clause = clause;

    [JsonPropertyName("文号")] public string PolicyNumber => _clause.Policy.Number;
    [JsonPropertyName("条款")] public string ClauseNumber => _clause.Clause.Number;
    [JsonPropertyName("标题")] public string Title => _clause.Clause.LegalBasis.Title;

    [JsonPropertyName("计入合计")]
    public bool CountsInTotals => _clause.CountsInTotals && _clause.Clause is { Kind: ClauseKind.Award, Form.Length: 0 };

    [JsonPropertyName("金额")] public string Amount => QuantityFormat.Ledger(_clause.Amount.Low);
    [JsonPropertyName("最高")] public string Highest => QuantityFormat.Ledger(_clause.Amount.High);
    [JsonPropertyName("不封顶")] public long Unbounded => _clause.Amount.Unbounded;
    [JsonPropertyName("本年已兑现")] public string PaidThisYear => QuantityFormat.Ledger(_clause.PaidThisYear);

    [JsonPropertyName("状态")]
    public OrderedDictionary<string, long> Statuses =>
        JsonStyle.Members(Enum.GetValues<ClauseStatus>(), static status => status.Word(), status => _clause.Statuses[(int)status]);

    [JsonPropertyName("不满足的条件")]
    public OrderedDictionary<string, long> Failed => JsonStyle.Members(
        _clause.Failed.Select((count, index) => (_clause.Clause.Conditions[index].Text, Count: count))
            .Where(static pair => pair.Count > 0).GroupBy(static pair => pair.Text),
        static group => group.Key, static group => group.Sum(static pair => pair.Count));

    [JsonPropertyName("缺少")] public SortedDictionary<string, long> Missing => _clause.Missing;
    [JsonPropertyName("等待")] public SortedDictionary<string, long> Awaited => _clause.Awaited;
}

/// <summary>A 目标.</summary>
internal sealed class TargetEntry
{
    private readonly TargetResult _result;

    internal TargetEntry(TargetResult result) => _result = result;

    [JsonPropertyName("文号")] public string PolicyNumber => _result.Policy.Number;
    [JsonPropertyName("编号")] public string Number => _result.Target.LegalBasis.Number;
    [JsonPropertyName("标题")] public string Title => _result.Target.LegalBasis.Title;
    [JsonPropertyName("责任")] public string Departments => SummaryWords.Departments(_result.Target.LegalBasis);
    [JsonPropertyName("状态")] public string Status => _result.Figure.Status.Word();
    [JsonPropertyName("比较")] public string Comparison => Wording.Word(_result.Figure.Comparison);
    [JsonPropertyName("现值")] public string?[] Indicator => SummaryWords.Ends(_result.Figure.Indicator, _result.Target.Type);
    [JsonPropertyName("目标值")] public string?[] Goal => SummaryWords.Ends(_result.Figure.Goal, _result.Target.Type);
    [JsonPropertyName("差额")] public string?[] Shortfall => SummaryWords.Ends(_result.Figure.Shortfall, _result.Target.Type);

    [JsonPropertyName("其中")]
    public IEnumerable<TargetPartEntry> Parts => _result.Parts.Select(part => new TargetPartEntry(part, _result.Target.Type));
}

/// <summary>A part (其中) of a 目标.</summary>
internal sealed class TargetPartEntry
{
    private readonly TargetFigure _part;
    private readonly DslType _type;

    internal TargetPartEntry(TargetFigure part, DslType type) => (_part, _type) = (part, type);

    [JsonPropertyName("标题")] public string Title => _part.Text;
    [JsonPropertyName("状态")] public string Status => _part.Status.Word();
    [JsonPropertyName("比较")] public string Comparison => Wording.Word(_part.Comparison);
    [JsonPropertyName("现值")] public string?[] Indicator => SummaryWords.Ends(_part.Indicator, _type);
    [JsonPropertyName("目标值")] public string?[] Goal => SummaryWords.Ends(_part.Goal, _type);
    [JsonPropertyName("差额")] public string?[] Shortfall => SummaryWords.Ends(_part.Shortfall, _type);
}

/// <summary>A 资金池; what is drawn from it only where clauses name it.</summary>
internal sealed class PoolEntry
{
    private readonly PoolResult _result;
    private readonly bool _isDrawn;

    internal PoolEntry(PoolResult result)
    {
        _result = result;
        _isDrawn = !_result.Pool.Clauses.IsEmpty;
    }

    [JsonPropertyName("文号")] public string PolicyNumber => _result.Policy.Number;
    [JsonPropertyName("编号")] public string Number => _result.Pool.LegalBasis.Number;
    [JsonPropertyName("标题")] public string Title => _result.Pool.LegalBasis.Title;
    [JsonPropertyName("责任")] public string Departments => SummaryWords.Departments(_result.Pool.LegalBasis);

    [JsonPropertyName("规模")]
    public string? Size => _result.Size is { IsPoint: true, Low: { } size } ? QuantityFormat.Ledger(size) : null;

    [JsonPropertyName("资金"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Levels => _result.Pool.Levels.IsEmpty ? null : string.Join("、", _result.Pool.Levels);

    [JsonPropertyName("已用"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AmountEntry? Drawn => _isDrawn ? new(_result.Drawn.Low ?? 0, _result.Drawn.High ?? 0, _result.Unbounded) : null;

    [JsonPropertyName("超出规模"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IsExceeded => _isDrawn ? _result.IsExceeded.Word() : null;
}

/// <summary>A 义务.</summary>
internal sealed class DutyEntry
{
    private readonly DutyResult _result;

    internal DutyEntry(DutyResult result) => _result = result;

    [JsonPropertyName("文号")] public string PolicyNumber => _result.Policy.Number;
    [JsonPropertyName("编号")] public string Number => _result.Duty.LegalBasis.Number;
    [JsonPropertyName("标题")] public string Title => _result.Duty.LegalBasis.Title;
    [JsonPropertyName("责任")] public string Departments => SummaryWords.Departments(_result.Duty.LegalBasis);
    [JsonPropertyName("期限")] public string? Due => _result.Due is { } date ? CivilDate.Format(date) : null;
    [JsonPropertyName("已到期")] public string IsPast => _result.IsPast.Word();
}

/// <summary>What the entries of a summary share.</summary>
internal static class SummaryWords
{
    public static string Departments(IrLegalBasis basis) => string.Join('、', basis.Lead.Concat(basis.Responsible));

    /// <summary>The ends of what is known; null for an open end.</summary>
    public static string?[] Ends(Bounds bounds, DslType type) =>
        [bounds.Low is { } low ? QuantityFormat.Display(low, type) : null,
            bounds.High is { } high ? QuantityFormat.Display(high, type) : null];
}
