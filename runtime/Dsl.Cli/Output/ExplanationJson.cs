// The result of one subject with its derivation, as JSON: the members of the result, and 解释 beside them.
using System.Text.Json;
using Dsl.Ir.Explaining;
using Dsl.Ir.Results;
using Dsl.Library.Values;
using Dsl.Runtime.Results;

namespace Dsl.Cli.Output;

/// <summary>Writes a result together with its explanation.</summary>
internal static class ExplanationJson
{
    /// <summary>Writes one document.</summary>
    public static void Write(TextWriter output, SubjectResult result, Explanation explanation) => JsonText.Write(output, json =>
    {
        using var members = JsonDocument.Parse(ResultJson.Write(result));
        json.WriteStartObject();
        foreach (var member in members.RootElement.EnumerateObject())
            member.WriteTo(json);
        json.WriteStartObject("解释");
        json.WriteNumber("格式版本", Explanation.FormatVersion);
        json.WriteStartArray("政策");
        foreach (var policy in explanation.Policies)
        {
            json.WriteStartObject();
            json.WriteString("文号", policy.Number);
            json.WriteStartArray("条款");
            foreach (var clause in policy.Clauses)
                WriteClause(json, clause);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteClause(Utf8JsonWriter json, ClauseExplanation clause)
    {
        json.WriteStartObject();
        json.WriteString("条款", clause.Number);
        json.WriteString("条", clause.Place);
        json.WriteString("文件", clause.Path);
        json.WriteNumber("行号", clause.Line);
        WriteTexts(json, "依据", clause.Quotes);
        json.WriteString("状态", clause.Status.Word());
        json.WriteString("金额", clause.Amount);
        json.WriteStartArray("计算");
        foreach (var unit in clause.Units)
            WriteUnit(json, unit);
        json.WriteEndArray();
        WriteTexts(json, "步骤", clause.Steps);
        WriteTexts(json, "还需要", clause.Needs.Select(static need => need.Text));
        WriteTexts(json, "说明", clause.Notes);
        json.WriteEndObject();
    }

    private static void WriteUnit(Utf8JsonWriter json, UnitExplanation unit)
    {
        json.WriteStartObject();
        json.WriteString("事项行", unit.RowKey);
        json.WriteString("状态", unit.Status.Word());
        json.WriteString("金额", unit.Amount);
        json.WriteStartArray("条件");
        foreach (var condition in unit.Conditions)
            WriteCondition(json, condition);
        json.WriteEndArray();
        if (unit.Frequency is { } frequency)
        {
            json.WritePropertyName("频次");
            WriteCondition(json, frequency);
        }
        WriteTexts(json, "令", unit.Locals);
        json.WriteString("算式", unit.Formula);
        json.WriteString("代入", unit.Figures);
        WriteTexts(json, "步骤", unit.Steps);
        WriteTexts(json, "还需要", unit.Needs.Select(static need => need.Text));
        json.WriteEndObject();
    }

    private static void WriteCondition(Utf8JsonWriter json, ConditionExplanation condition)
    {
        json.WriteStartObject();
        json.WriteString("条件", condition.Text);
        json.WriteString("成立", condition.Truth.Word());
        json.WriteBoolean("范围", condition.FromScope);
        json.WriteBoolean("排除", condition.IsExclusion);
        json.WriteString("代入", condition.Figures);
        json.WriteStartObject("事实");
        foreach (var fact in condition.Facts.DistinctBy(static fact => fact.Name))
            json.WriteString(fact.Name, fact.Value);
        json.WriteEndObject();
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
