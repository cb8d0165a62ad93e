// The result of one subject as JSON, with a format version. Amounts are texts with two decimals.
using System.Buffers;
using System.Text;
using System.Text.Json;
using Dsl.Ir.Results;
using Dsl.Loading.Json;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Facts.Results;

/// <summary>Writes results as JSON.</summary>
public static class ResultJson
{
    /// <summary>The version of the format; raised when a reader of the old one would go wrong.</summary>
    public const int FormatVersion = 1;

    /// <summary>The result as an indented text.</summary>
    public static string Write(SubjectResult result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonStyle.Indented))
            Write(json, result);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the result as one object.</summary>
    /// <param name="json">Where to.</param>
    public static void Write(Utf8JsonWriter json, SubjectResult result)
    {
        json.WriteStartObject();
        json.WriteNumber("格式版本", FormatVersion);
        json.WriteString("主键", result.Key);
        json.WriteString("测算日", CivilDate.Format(result.AsOf));
        json.WriteNumber("年度", result.Year);
        json.WriteStartArray("政策");
        foreach (var policy in result.Policies)
        {
            json.WriteStartObject();
            json.WriteString("文号", policy.Policy.Number);
            json.WriteString("标题", policy.Policy.Title);
            json.WriteStartArray("条款");
            foreach (var clause in policy.Clauses)
                WriteClause(json, clause);
            json.WriteEndArray();
            json.WritePropertyName("合计");
            WriteTotals(json, policy.Totals);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WritePropertyName("合计");
        WriteTotals(json, result.Totals);
        WriteTexts(json, "说明", result.Notes);
        json.WriteEndObject();
    }

    /// <summary>Writes totals: {"金额", "最高", "不封顶", "资金", "形式"}.</summary>
    internal static void WriteTotals(Utf8JsonWriter json, Totals totals)
    {
        json.WriteStartObject();
        WriteBounds(json, totals.Amount);
        json.WriteNumber("不封顶", totals.Unbounded);
        WriteLevels(json, "资金", totals.Levels);
        if (!totals.Forms.IsEmpty)
            WriteLevels(json, "形式", totals.Forms);
        json.WriteEndObject();
    }

    /// <summary>Writes 金额 and 最高 (null: 不封顶).</summary>
    internal static void WriteBounds(Utf8JsonWriter json, Bounds amount)
    {
        json.WriteString("金额", QuantityFormat.Ledger(amount.Low ?? 0));
        if (amount.High is { } high)
            json.WriteString("最高", QuantityFormat.Ledger(high));
        else
            json.WriteNull("最高");
    }

    private static void WriteClause(Utf8JsonWriter json, ClauseResult result)
    {
        json.WriteStartObject();
        json.WriteString("条款", result.Clause.Number);
        json.WriteString("标题", result.Clause.LegalBasis.Title);
        json.WriteString("状态", result.Status.Word());
        WriteBounds(json, result.Amount);
        WriteLevels(json, "资金", result.Levels);
        WriteOpen(json, result.Unknowns, result.DisplacedBy);
        json.WriteBoolean("计入合计", result.CountsInTotals && result.Clause.Form.Length == 0);
        if (result.Clause.Form.Length > 0)
            json.WriteString("形式", result.Clause.Form);
        if (result.Clause.Entitlement.Length > 0)
            json.WriteString("享受", result.Clause.Entitlement);
        if (result.Group is { } group)
        {
            json.WriteStartObject("竞合");
            json.WriteString("事项", group.BenefitItem);
            WriteBounds(json, group.Amount);
            json.WriteEndObject();
        }
        if (result.PaidThisYear is { } paid)
            json.WriteString("本年已兑现", QuantityFormat.Ledger(paid));
        WriteTexts(json, "不满足的条件", result.FailedConditions.Select(index => result.Clause.Conditions[index].Text));
        json.WriteStartArray("行");
        foreach (var row in result.Rows)
            WriteRow(json, row);
        json.WriteEndArray();
        WriteTexts(json, "说明", result.Notes);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, RowResult row)
    {
        json.WriteStartObject();
        json.WriteString("事项行", row.Key);
        json.WriteString("状态", row.Status.Word());
        WriteBounds(json, row.Amount);
        WriteOpen(json, row.Unknowns, row.DisplacedBy);
        json.WriteEndObject();
    }

    private static void WriteOpen(Utf8JsonWriter json, Unknowns unknowns, Displacement? displacedBy)
    {
        WriteTexts(json, "缺少", UnknownText.Missing(unknowns));
        WriteTexts(json, "等待", UnknownText.Awaited(unknowns));
        if (displacedBy is null)
        {
            json.WriteNull("让位于");
            return;
        }
        json.WriteStartObject("让位于");
        json.WriteString("文号", displacedBy.PolicyNumber);
        json.WriteString("条款", displacedBy.ClauseNumber);
        json.WriteString("规则", displacedBy.Rule);
        json.WriteEndObject();
    }

    private static void WriteLevels(Utf8JsonWriter json, string name, IEnumerable<LevelAmount> levels)
    {
        json.WriteStartObject(name);
        foreach (var level in levels)
            json.WriteString(level.Level, QuantityFormat.Ledger(level.Amount.Low ?? 0));
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
