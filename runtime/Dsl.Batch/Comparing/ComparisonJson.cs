// A comparison as JSON with a format version; amounts are texts with two decimals.
using System.Buffers;
using System.Text;
using System.Text.Json;
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

    private static readonly string[] SubjectNames = ["增加", "减少", "最高增加", "最高减少", "其他变化", "没有变化"];

    /// <summary>The whole comparison.</summary>
    public static string Write(ComparisonReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonStyle.Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("格式版本", FormatVersion);
            json.WriteBoolean("含义有变化", !report.Difference.IsSameMeaning);
            json.WriteNumber("含义变化", report.Difference.Count);
            json.WriteNumber("文字改动", report.Difference.WordingCount);
            WriteArray(json, "政策", report.Difference.Policies, WritePolicy);
            WriteArray(json, "数据定义", report.Difference.Definitions, WriteItem);
            if (report.Registry is { } registry)
                WriteRegistry(json, registry);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WritePolicy(Utf8JsonWriter json, PolicyDifference policy)
    {
        json.WriteStartObject();
        json.WriteString("变化", policy.Kind.Word());
        json.WriteString("旧文号", policy.Old?.Number);
        json.WriteString("新文号", policy.New?.Number);
        json.WriteString("标题", policy.Title);
        WriteArray(json, "改动", policy.Changes, WriteChange);
        WriteArray(json, "条目", policy.Items, WriteItem);
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, ItemDifference item)
    {
        json.WriteStartObject();
        json.WriteString("类别", item.Type);
        json.WriteString("变化", item.Kind.Word());
        json.WriteString("旧编号", item.OldNumber.Length == 0 ? null : item.OldNumber);
        json.WriteString("新编号", item.NewNumber.Length == 0 ? null : item.NewNumber);
        json.WriteString("标题", item.Title);
        if (item.Origin != SourceLocation.None)
        {
            json.WriteString("文件", item.Origin.Path);
            json.WriteNumber("行号", item.Origin.Line);
        }
        WriteArray(json, "改动", item.Changes, WriteChange);
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject();
        json.WriteString("项目", change.Label);
        json.WriteString("变化", change.Kind.Word());
        json.WriteString("旧", change.Old.Length == 0 ? null : change.Old);
        json.WriteString("新", change.New.Length == 0 ? null : change.New);
        WriteArray(json, "差在", change.Details, static (writer, detail) => writer.WriteStringValue(detail));
        json.WriteBoolean("只是文字", change.IsWording);
        json.WriteEndObject();
    }

    private static void WriteRegistry(Utf8JsonWriter json, RegistryComparison registry)
    {
        json.WriteStartObject("测算");
        json.WriteString("测算日", CivilDate.Format(registry.Context.AsOf));
        json.WriteNumber("年度", registry.Context.Year);
        json.WriteStartObject("主体");
        json.WriteNumber("比较", registry.Compared);
        foreach (var (index, name) in SubjectNames.Index())
            json.WriteNumber(name, registry.Subjects[index]);
        json.WriteNumber("只有旧版读入", registry.OnlyOld);
        json.WriteNumber("只有新版读入", registry.OnlyNew);
        json.WriteEndObject();
        json.WriteStartObject("未读入的行");
        json.WriteNumber("旧", registry.OldRejectedRows);
        json.WriteNumber("新", registry.NewRejectedRows);
        json.WriteEndObject();
        WriteArray(json, "缺少的列", registry.AbsentColumns, static (writer, column) => writer.WriteStringValue(column));
        WriteSums(json, "合计", registry.Old.Total, registry.New.Total);
        json.WriteStartObject("资金");
        foreach (var level in registry.Old.Levels.Keys.Union(registry.New.Levels.Keys).Order(StringComparer.Ordinal))
            WriteSums(json, level, registry.Old.Levels.GetValueOrDefault(level) ?? new(),
                registry.New.Levels.GetValueOrDefault(level) ?? new());
        json.WriteEndObject();
        WriteStatuses(json, registry.StatusChanges);
        WriteArray(json, "条款", registry.Clauses, WriteClause);
        WriteArray(json, "得益", registry.Gains, WriteExample);
        WriteArray(json, "受损", registry.Losses, WriteExample);
        json.WriteEndObject();
    }

    private static void WriteClause(Utf8JsonWriter json, ClauseComparison clause)
    {
        json.WriteStartObject();
        WritePair(json, clause.Pair);
        json.WriteString("标题", (clause.Pair.New ?? clause.Pair.Old)?.LegalBasis.Title);
        WriteSums(json, "合计", clause.Old, clause.New);
        json.WriteNumber("增加", clause.Gainers);
        json.WriteNumber("减少", clause.Losers);
        WriteStatuses(json, clause.StatusChanges.Select(static change => (change.Key.Old, change.Key.New, change.Value)));
        json.WriteEndObject();
    }

    private static void WriteExample(Utf8JsonWriter json, SubjectExample example)
    {
        json.WriteStartObject();
        json.WriteString("对象", example.Kind);
        json.WriteString("主键", example.Key);
        json.WriteString("差额", QuantityFormat.Ledger(example.Difference));
        WriteTotals(json, "旧", example.Old);
        WriteTotals(json, "新", example.New);
        WriteArray(json, "条款", example.Clauses, static (writer, clause) =>
        {
            writer.WriteStartObject();
            WritePair(writer, clause.Pair);
            WriteResult(writer, "旧", clause.Old);
            WriteResult(writer, "新", clause.New);
            writer.WriteString("原因", clause.Reason);
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, ClausePair pair)
    {
        json.WriteString("旧文号", pair.OldPolicy?.Number);
        json.WriteString("旧编号", pair.Old?.Number);
        json.WriteString("新文号", pair.NewPolicy?.Number);
        json.WriteString("新编号", pair.New?.Number);
    }

    private static void WriteResult(Utf8JsonWriter json, string name, ClauseResult? result)
    {
        if (result is null)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        json.WriteString("状态", result.Status.Word());
        json.WriteString("金额", QuantityFormat.Ledger(result.Amount.Low ?? 0));
        json.WriteString("最高", result.Amount.High is { } high ? QuantityFormat.Ledger(high) : null);
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, string name, Totals totals)
    {
        json.WriteStartObject(name);
        WriteAmounts(json, totals.Amount.Low ?? 0, totals.Amount.High ?? 0, totals.Unbounded);
        json.WriteEndObject();
    }

    private static void WriteSums(Utf8JsonWriter json, string name, AmountSum old, AmountSum @new)
    {
        json.WriteStartObject(name);
        json.WriteStartObject("旧");
        WriteAmounts(json, old.Low, old.High, old.Unbounded);
        json.WriteEndObject();
        json.WriteStartObject("新");
        WriteAmounts(json, @new.Low, @new.High, @new.Unbounded);
        json.WriteEndObject();
        json.WriteStartObject("差额");
        WriteAmounts(json, @new.Low - old.Low, @new.High - old.High, @new.Unbounded - old.Unbounded);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAmounts(Utf8JsonWriter json, Rational low, Rational high, long unbounded)
    {
        json.WriteString("金额", QuantityFormat.Ledger(low));
        json.WriteString("最高", QuantityFormat.Ledger(high));
        json.WriteNumber("不封顶", unbounded);
    }

    private static void WriteStatuses(Utf8JsonWriter json, IEnumerable<(ClauseStatus? Old, ClauseStatus? New, long Count)> changes)
    {
        var all = changes.OrderByDescending(static change => change.Count).ThenBy(static change => change.Old)
            .ThenBy(static change => change.New);
        WriteArray(json, "状态变化", all, static (writer, change) =>
        {
            writer.WriteStartObject();
            writer.WriteString("旧", change.Old?.Word());
            writer.WriteString("新", change.New?.Word());
            writer.WriteNumber("个数", change.Count);
            writer.WriteEndObject();
        });
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }
}
