// From a figure of a run down to the subjects behind it, and to one subject's derivation.
using System.Text.Json;
using Dsl.Batch.Inspecting;
using Dsl.Batch.Results;
using Dsl.Facts.Results;
using Dsl.Host.Access;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Runs;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>/api/v1/runs/{id}/distribution, /subjects and /subject.</summary>
internal static class InspectionEndpoints
{
    private const string Tag = "登记和测算";
    private const int MostSubjects = 200, UsualSubjects = 50;

    private static readonly ApiParameter Policy = new("policy", "文号"), Clause = new("clause", "条款"), Status = new("status", "状态");

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/runs/{id}/distribution", Distribution)
            .WithSummary("结果怎样分布：各条款各状态多少主体、多少钱；写明条款的，再按级次和各项分类（如区县）").WithTags(Tag)
            .Takes(Policy, Clause).RequireRole(JobEndpoints.Readers).DisableRequestTimeout();
        routes.MapGet("/api/v1/runs/{id}/subjects", Subjects).WithSummary("一个条款下的主体，一页一页地列").WithTags(Tag)
            .Takes(Policy, Clause, Status, new("by", $"{SubjectGroup.Level}，或分类的名称，如 注册区县"), new("value", "分类里的哪一个"),
                new("why", $"{SubjectReason.Failed}、{SubjectReason.Missing} 或 {SubjectReason.Awaited}"), new("text", "条件、事实或认定"),
                new("after", "从哪里接着列，见上一页的“下一页”"), new("limit", "最多几个，缺省 50"), Masking.Reason)
            .RequireRole(JobEndpoints.Readers).DisableRequestTimeout();
        routes.MapGet("/api/v1/runs/{id}/subject", Subject).WithSummary("这次测算里一个主体的结果和推导").WithTags(Tag)
            .Takes(new ApiParameter("at", "列表里的“位置”")).RequireRole(JobEndpoints.Readers).DisableRequestTimeout();
    }

    private static async Task Distribution(string id, HttpContext http, JobStore jobs, RunInspector inspector)
    {
        var job = await RunOf(id, http, jobs).ConfigureAwait(false);
        var found = await inspector.Distribution(job, http.RequestAborted).ConfigureAwait(false);
        var clause = RequestReading.Text(http.Request, "policy") is { } policy
            ? ClauseOf(found, policy, RequestReading.Text(http.Request, "clause") ?? "") : null;
        await JsonAnswer.Write(http, DistributionDocument.Of(id, found, clause), InspectionShapes.Of.DistributionDocument)
            .ConfigureAwait(false);
    }

    private static async Task Subjects(string id, HttpContext http, JobStore jobs, RunInspector inspector, AuditLog audit)
    {
        var job = await RunOf(id, http, jobs).ConfigureAwait(false);
        var filter = FilterOf(http.Request);
        var from = PlaceOf(http.Request, "after") ?? new SubjectPlace(1, 0);
        var most = RequestReading.Number(http.Request, "limit", 1, MostSubjects) ?? UsualSubjects;
        var masking = Masking.Of(http);
        ClauseOf(await inspector.Distribution(job, http.RequestAborted).ConfigureAwait(false), filter.PolicyNumber, filter.ClauseNumber);
        await audit.Append(masking.Noted(new(Caller.Of(http).Actor, "查看名单")
            { Detail = $"{id} {filter.PolicyNumber} {filter.ClauseNumber}", Request = http.TraceIdentifier })).ConfigureAwait(false);
        var (page, count) = await inspector.Subjects(job, filter, (from, most), http.RequestAborted).ConfigureAwait(false);
        await JsonAnswer.WriteSecret(http, SubjectsDocument.Of(id, page, count, masking), InspectionShapes.Of.SubjectsDocument)
            .ConfigureAwait(false);
    }

    private static async Task Subject(string id, HttpContext http, JobStore jobs, RunInspector inspector, AuditLog audit)
    {
        var job = await RunOf(id, http, jobs).ConfigureAwait(false);
        var place = PlaceOf(http.Request, "at")
            ?? throw new HostException(ApiDiagnostics.BadParameter.With("at", "", "要写列表里的“位置”"));
        var found = await inspector.Subject(job, place, http.RequestAborted).ConfigureAwait(false)
            ?? throw new HostException(ApiDiagnostics.NoSubject.With());
        await audit.Append(new(Caller.Of(http).Actor, "查看推导") { Subject = found.Key, Detail = id, Request = http.TraceIdentifier })
            .ConfigureAwait(false);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await using (var json = new Utf8JsonWriter(http.Response.BodyWriter, JsonStyle.OneLine))
            ResultJson.Write(json, found.Result, found.Why, new ResultStamp(job.SetHash, ProgramIdentity.Version));
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    private static SubjectFilter FilterOf(HttpRequest request)
    {
        string? Text(string name) => RequestReading.Text(request, name) is { Length: > 0 } text ? text : null;
        var (by, value, why, reason) = (Text("by"), Text("value"), Text("why"), Text("text"));
        if ((by is null) != (value is null))
            throw new HostException(ApiDiagnostics.BadParameter.With("by", by ?? "", "by 和 value 要一起写"));
        if ((why is null) != (reason is null)
            || why is not (null or SubjectReason.Failed or SubjectReason.Missing or SubjectReason.Awaited))
            throw new HostException(ApiDiagnostics.BadParameter.With("why", why ?? "", "写 不满足、缺少 或 等待，并且写 text"));
        return new(Text("policy") ?? "", Text("clause") ?? "")
        {
            Status = Text("status") is not { } word ? null : ClauseStatusExtensions.Parse(word)
                ?? throw new HostException(ApiDiagnostics.BadParameter.With("status", word, "没有这种状态")),
            Group = by is null || value is null ? null : new(by, value),
            Reason = why is null || reason is null ? null : new(why, reason),
        };
    }

    private static ClauseDistribution ClauseOf(RunDistribution found, string policy, string clause) => found.Find(policy, clause)
        ?? throw new HostException(ApiDiagnostics.BadParameter.With("clause", $"{policy} {clause}", "这次测算没有这个条款"));

    private static SubjectPlace? PlaceOf(HttpRequest request, string name) => RequestReading.Text(request, name) is not { Length: > 0 } text
        ? null
        : SubjectPlace.Parse(text) ?? throw new HostException(ApiDiagnostics.BadParameter.With(name, text, "写成 1.0 的样子"));

    /// <summary>A run that has a result.</summary>
    /// <exception cref="HostException">There is no such run, or it has none.</exception>
    private static async Task<Job> RunOf(string id, HttpContext http, JobStore jobs) =>
        (await JobEndpoints.Find(jobs, JobKind.Run, id, http.RequestAborted).ConfigureAwait(false)).WithResult();
}
