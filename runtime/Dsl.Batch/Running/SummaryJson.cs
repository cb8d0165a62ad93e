// The summary of a run as JSON, with the format version of results.
using System.Buffers;
using System.Text;
using System.Text.Json;
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
    public static string Write(BatchResult result, EvaluationContext context)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonStyle.Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("格式版本", ResultJson.FormatVersion);
            json.WriteString("测算日", CivilDate.Format(context.AsOf));
            json.WriteNumber("年度", context.Year);
            WriteCounts(json, result);
            WriteSum(json, "合计", result.Summary.Total);
            WriteSums(json, "资金", result.Summary.Levels);
            WriteSums(json, "牵头", result.Summary.Departments());
            WriteSums(json, "形式", result.Summary.Forms);
            json.WriteStartArray("条款");
            foreach (var clause in result.Summary.Clauses)
                WriteClause(json, clause);
            json.WriteEndArray();
            WriteRegistry(json, result.Registry);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteCounts(Utf8JsonWriter json, BatchResult result)
    {
        WriteNumbers(json, "主体", result.Summary.Subjects.Select(static pair => (pair.Key, pair.Value)));
        json.WriteNumber("有确定金额的主体", result.Summary.PaidSubjects);
        json.WriteNumber("明细不全的主体", result.Summary.MarkedSubjects);
        json.WriteNumber("结果行", result.OutputRows);
        json.WriteNumber("未读入的行", result.RejectedRows);
        WriteNumbers(json, "状态", Enum.GetValues<ClauseStatus>().Select(status => (status.Word(), result.Summary.CountOf(status))));
    }

    private static void WriteClause(Utf8JsonWriter json, ClauseSummary clause)
    {
        json.WriteStartObject();
        json.WriteString("文号", clause.Policy.Number);
        json.WriteString("条款", clause.Clause.Number);
        json.WriteString("标题", clause.Clause.LegalBasis.Title);
        json.WriteBoolean("计入合计", clause.CountsInTotals && clause.Clause is { Kind: ClauseKind.Award, Form.Length: 0 });
        WriteAmount(json, clause.Amount);
        json.WriteString("本年已兑现", QuantityFormat.Ledger(clause.PaidThisYear));
        WriteNumbers(json, "状态", Enum.GetValues<ClauseStatus>().Select(status => (status.Word(), clause.Statuses[(int)status])));
        WriteNumbers(json, "不满足的条件", clause.Failed.Select((count, index) => (clause.Clause.Conditions[index].Text, count))
            .Where(static pair => pair.count > 0).GroupBy(static pair => pair.Text)
            .Select(static group => (group.Key, group.Sum(static pair => pair.count))));
        WriteNumbers(json, "缺少", clause.Missing.Select(static pair => (pair.Key, pair.Value)));
        WriteNumbers(json, "等待", clause.Awaited.Select(static pair => (pair.Key, pair.Value)));
        json.WriteEndObject();
    }

    private static void WriteRegistry(Utf8JsonWriter json, RegistryResult report)
    {
        json.WriteStartArray("目标");
        foreach (var target in report.Targets)
        {
            WriteBasis(json, target.Policy, target.Target.LegalBasis);
            WriteFigure(json, target.Figure, target.Target.Type);
            json.WriteStartArray("其中");
            foreach (var part in target.Parts)
            {
                json.WriteStartObject();
                json.WriteString("标题", part.Text);
                WriteFigure(json, part, target.Target.Type);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("资金池");
        foreach (var pool in report.Pools)
        {
            WriteBasis(json, pool.Policy, pool.Pool.LegalBasis);
            json.WriteString("规模", pool.Size is { IsPoint: true, Low: { } size } ? QuantityFormat.Ledger(size) : null);
            if (!pool.Pool.Levels.IsEmpty)
                json.WriteString("资金", string.Join("、", pool.Pool.Levels));
            if (!pool.Pool.Clauses.IsEmpty)
            {
                json.WriteStartObject("已用");
                json.WriteString("金额", QuantityFormat.Ledger(pool.Drawn.Low ?? 0));
                json.WriteString("最高", QuantityFormat.Ledger(pool.Drawn.High ?? 0));
                json.WriteNumber("不封顶", pool.Unbounded);
                json.WriteEndObject();
                json.WriteString("超出规模", pool.IsExceeded.Word());
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("义务");
        foreach (var duty in report.Duties)
        {
            WriteBasis(json, duty.Policy, duty.Duty.LegalBasis);
            json.WriteString("期限", duty.Due is { } date ? CivilDate.Format(date) : null);
            json.WriteString("已到期", duty.IsPast.Word());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteFigure(Utf8JsonWriter json, TargetFigure figure, DslType type)
    {
        json.WriteString("状态", figure.Status.Word());
        json.WriteString("比较", Wording.Word(figure.Comparison));
        foreach (var (name, bounds) in (ReadOnlySpan<(string, Bounds)>)[("现值", figure.Indicator), ("目标值", figure.Goal),
            ("差额", figure.Shortfall)])
        {
            json.WriteStartArray(name);
            json.WriteStringValue(bounds.Low is { } low ? QuantityFormat.Display(low, type) : null);
            json.WriteStringValue(bounds.High is { } high ? QuantityFormat.Display(high, type) : null);
            json.WriteEndArray();
        }
    }

    private static void WriteBasis(Utf8JsonWriter json, IrPolicy policy, IrLegalBasis basis)
    {
        json.WriteStartObject();
        json.WriteString("文号", policy.Number);
        json.WriteString("编号", basis.Number);
        json.WriteString("标题", basis.Title);
        json.WriteString("责任", string.Join('、', basis.Lead.Concat(basis.Responsible)));
    }

    private static void WriteSums(Utf8JsonWriter json, string name, SortedDictionary<string, AmountSum> sums)
    {
        json.WriteStartObject(name);
        foreach (var (key, sum) in sums)
            WriteSum(json, key, sum);
        json.WriteEndObject();
    }

    private static void WriteSum(Utf8JsonWriter json, string name, AmountSum sum)
    {
        json.WriteStartObject(name);
        WriteAmount(json, sum);
        json.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter json, AmountSum sum)
    {
        json.WriteString("金额", QuantityFormat.Ledger(sum.Low));
        json.WriteString("最高", QuantityFormat.Ledger(sum.High));
        json.WriteNumber("不封顶", sum.Unbounded);
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<(string Name, long Count)> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
            json.WriteNumber(key, count);
        json.WriteEndObject();
    }
}
