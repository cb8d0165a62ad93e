// The result of one subject with its derivation, as JSON: the members of the result, and 解释 beside them.
using System.Text.Json;
using Dsl.Evaluation.Explaining;
using Dsl.Facts.Results;
using Dsl.Ir.Results;

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
                ClauseExplanationJson.Write(json, clause);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
