// A draft of policies: checked, compared with what is served, and kept so that it can be evaluated by its hash before anyone approves it.
using System.Buffers;
using System.Text.Json;
using Dsl.Batch.Comparing;
using Dsl.Diff;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Host.Publishing;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Loading.Policies;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>POST /api/v1/drafts.</summary>
internal static class DraftEndpoint
{
    private const string Files = "文件";
    private const int MostFiles = 500, MostBytes = 16 << 20, MostFindings = 1000;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\:*?\"<>|\0");

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/drafts", Check)
            .WithSummary("检查政策的草稿：发现、与现行的差别；没有错误的可以按版本号试算").WithTags("政策")
            .Accepts<object>("application/json").WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .Takes(ApiParameter.Date, ApiParameter.Set).RequireRole(Roles.Officer | Roles.Reviewer);

    private static async Task Check(
        HttpContext http, RequestedDay day, PolicySets sets, DataFolder data, SetApprovals approvals, AuditLog audit)
    {
        var cancellation = http.RequestAborted;
        var files = FilesOf(await RequestReading.Json(http.Request, cancellation).ConfigureAwait(false));
        // Without policies that are served there is nothing to compare with; a draft can be checked all the same.
        var served = sets.Now.Slots.Any(static slot => slot.Serving is not null) ? day.SetOf(http.Request) : null;
        var folder = Path.Combine(data.Path, "drafts", Guid.NewGuid().ToString("N"));
        try
        {
            foreach (var (name, text) in files)
            {
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
                await File.WriteAllTextAsync(path, text, cancellation).ConfigureAwait(false);
            }
            var policies = await Task.Run(() => PolicyLoader.Load([folder], new ClosedFolderFiles(folder)), cancellation)
                .ConfigureAwait(false);
            var isSound = !policies.Problems.Concat<object>(policies.Diagnostics).Any(IsError);
            var kept = isSound
                ? await Task.Run(() => sets.KeepDraft(folder, cancellation), cancellation).ConfigureAwait(false)
                : null;
            if (kept is not null)
                await approvals.NoteUpload(kept.Hash, Caller.Of(http).Actor, cancellation).ConfigureAwait(false);
            await audit.Append(new(Caller.Of(http).Actor, "检查草稿")
                { Detail = PolicySetHash.Of(policies.Files), Request = http.TraceIdentifier }).ConfigureAwait(false);
            http.Response.ContentType = "application/json; charset=utf-8";
            await using var json = new Utf8JsonWriter(http.Response.BodyWriter, JsonStyle.OneLine);
            Write(json, policies, kept, kept is null ? null : served, PathText.Shown(folder).Length + 1);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsError(object finding) =>
        finding is DataFinding { Severity: Severity.Error } or Diagnostic { Severity: Severity.Error };

    private static void Write(Utf8JsonWriter json, LoadedPolicies policies, PolicySet? kept, PolicySet? served, int prefix)
    {
        json.WriteStartObject();
        json.WriteString("政策版本", kept?.Hash);
        json.WriteBoolean("可以试算", kept is not null);
        json.WriteStartArray("发现");
        foreach (var problem in policies.Problems.Take(MostFindings))
        {
            WriteFinding(json, (problem.Code, problem.Severity), (Below(problem.Place.File, prefix), null),
                (problem.Problem.Message, problem.Problem.Remedy));
        }
        foreach (var finding in policies.Diagnostics.Take(MostFindings))
        {
            WriteFinding(json, (finding.Code, finding.Severity),
                (Below(finding.Source.Path, prefix), finding.Source.PositionOf(finding.Span.Start)), (finding.Message, finding.Remedy));
        }
        json.WriteEndArray();
        if (kept is not null && served is not null)
        {
            json.WriteString("现行版本", served.Hash);
            json.WritePropertyName("与现行的差别");
            json.WriteRawValue(ComparisonJson.Write(new(ProgramComparer.Compare(served.Program, kept.Program), null)));
        }
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, (string Code, Severity Severity) what,
        (string File, LinePosition? Position) place, (string Message, string Remedy) words)
    {
        json.WriteStartObject();
        json.WriteString("代码", what.Code);
        json.WriteString("级别", what.Severity switch { Severity.Error => "错误", Severity.Warning => "警告", _ => "提示" });
        json.WriteString("文件", place.File);
        if (place.Position is { } position)
        {
            json.WriteNumber("行", position.Line + 1);
            json.WriteNumber("列", position.Column + 1);
        }
        json.WriteString("说明", words.Message);
        json.WriteString("改法", words.Remedy);
        json.WriteEndObject();
    }

    private static string Below(string path, int prefix) => path.Length > prefix ? path[prefix..] : path;

    /// <summary>The files of a draft by their names below its folder.</summary>
    /// <exception cref="HostException">The text is none of a draft, or a name leads elsewhere.</exception>
    private static IReadOnlyList<(string Name, string Text)> FilesOf(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty(Files, out var files)
                || files.ValueKind != JsonValueKind.Object)
                throw new HostException(JobDiagnostics.BadDraft.With());
            var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var file in files.EnumerateObject())
            {
                if (found.Count == MostFiles || file.Value.ValueKind != JsonValueKind.String || !IsUsable(file.Name)
                    || !found.TryAdd(file.Name, file.Value.GetString() ?? ""))
                    throw new HostException(JobDiagnostics.BadDraftFile.With(file.Name));
            }
            return [.. found.Select(static file => (file.Key, file.Value))];
        }
        // A lone surrogate is JSON, but no text.
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new HostException(JobDiagnostics.BadDraft.With(), error);
        }
    }

    private static bool IsUsable(string name) =>
        name.Length is > 0 and <= 200 && !name.AsSpan().ContainsAny(Forbidden) && !name.Any(char.IsControl)
        && name.Split('/').All(static part => part.Length > 0 && part.AsSpan().Trim(" .").Length == part.Length)
        && (name.EndsWith(".policy", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase)
            || name == PolicyConfiguration.FileName);
}
