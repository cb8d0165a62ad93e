// The derivation of a clause as JSON: what `policy eval --explain --format json` and the panels of the editor show.
using System.Text.Json;
using Dsl.Evaluation.Explaining;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Facts.Results;

/// <summary>Writes explanations of clauses.</summary>
public static class ClauseExplanationJson
{
    /// <summary>Writes one clause as an object.</summary>
    public static void Write(Utf8JsonWriter json, ClauseExplanation clause)
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
            Write(json, unit);
        json.WriteEndArray();
        WriteTexts(json, "步骤", clause.Steps);
        WriteTexts(json, "还需要", clause.Needs.Select(static need => need.Text));
        WriteTexts(json, "说明", clause.Notes);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, UnitExplanation unit)
    {
        json.WriteStartObject();
        json.WriteString("事项行", unit.RowKey);
        json.WriteString("状态", unit.Status.Word());
        json.WriteString("金额", unit.Amount);
        json.WriteStartArray("条件");
        foreach (var condition in unit.Conditions)
            Write(json, condition);
        json.WriteEndArray();
        if (unit.Frequency is { } frequency)
        {
            json.WritePropertyName("频次");
            Write(json, frequency);
        }
        WriteTexts(json, "令", unit.Locals);
        json.WriteString("算式", unit.Formula);
        json.WriteString("代入", unit.Figures);
        WriteTexts(json, "步骤", unit.Steps);
        WriteTexts(json, "还需要", unit.Needs.Select(static need => need.Text));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ConditionExplanation condition)
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
