// What the registry knows of one subject, so that nobody is asked for it again.
using System.Text.Json;
using Dsl.Batch.Snapshots;
using Dsl.Facts.Json;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Runs;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>GET /api/v1/subjects.</summary>
internal static class SubjectEndpoint
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/subjects", Show).WithSummary("一个主体登记了哪些事实，写成测算所要的 JSON").WithTags("登记和测算")
            .Takes(new ApiParameter("kind", "哪一种主体，如 企业"), new ApiParameter("key", "主键"), ApiParameter.Date, ApiParameter.Set)
            .RequireRole(Roles.Enterprise | Roles.Officer | Roles.Reviewer);

    private static async Task Show(HttpContext http, RequestedDay day, RegistryStore registries, JobFolders folders, AuditLog audit)
    {
        var (kind, key) = (RequestReading.Text(http.Request, "kind") ?? "", RequestReading.Text(http.Request, "key") ?? "");
        var caller = Caller.Of(http);
        caller.Require(key);
        var set = day.SetOf(http.Request);
        if (await registries.All(http.RequestAborted).ConfigureAwait(false) is not [var registry, ..])
            throw new HostException(ApiDiagnostics.NoSubject.With());
        var year = (RequestReading.Date(http.Request, "date") ?? day.OfSettings ?? day.Today).Year;
        var (facts, finding) = await Task.Run(
            () => SnapshotSubject.Find(set.Program, folders.Registry(registry.Id), (kind, key), year, http.RequestAborted),
            http.RequestAborted).ConfigureAwait(false);
        if (finding is not null)
            throw new HostException(finding.Problem);
        if (facts is null)
            throw new HostException(ApiDiagnostics.NoSubject.With());
        await audit.Append(new(caller.Actor, "查看登记数据")
            { Subject = facts.Key, Detail = registry.Id, Request = http.TraceIdentifier }).ConfigureAwait(false);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await using (var json = new Utf8JsonWriter(http.Response.BodyWriter, JsonStyle.OneLine))
        {
            json.WriteStartObject();
            json.WriteString("登记", registry.Id);
            json.WriteString("导入时间", registry.ImportedAt);
            json.WritePropertyName("事实");
            FactsJsonWriter.Write(json, facts, null, null, []);
            json.WriteEndObject();
        }
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }
}
