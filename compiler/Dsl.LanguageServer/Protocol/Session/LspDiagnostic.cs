// A finding as the protocol has it.
using System.Text.Json.Nodes;
using Dsl.Syntax.Diagnostics;

namespace Dsl.LanguageServer.Protocol.Session;

internal static class LspDiagnostic
{
    /// <summary>The finding with its remedy in the message.</summary>
    public static JsonObject Of(Diagnostic finding)
    {
        var json = new JsonObject
        {
            ["range"] = Ranges.Range(finding.Source, finding.Span),
            ["severity"] = finding.Severity switch { Severity.Error => 1, Severity.Warning => 2, _ => 3 },
            ["code"] = finding.Code,
            ["source"] = "policy",
            ["message"] = finding.Remedy.Length == 0 ? finding.Message : $"{finding.Message}\n{finding.Remedy}",
        };
        // 多余的、用不到的: editors show them faded.
        if (finding.Code is "DSL3011" or "DSL3012" or "DSL3026")
            json["tags"] = new JsonArray(1);
        if (!finding.Related.IsEmpty)
            json["relatedInformation"] = new JsonArray([.. finding.Related.Select(static related =>
                new JsonObject { ["location"] = Ranges.Location(related.Source, related.Span), ["message"] = related.Note })]);
        return json;
    }
}
