// The files of a run that is done.
using System.Text.Json;
using Dsl.Batch.Comparing;
using Dsl.Host.Access;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Runs;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>/api/v1/runs/{id}/result and its like.</summary>
internal static class ResultEndpoints
{
    // How many subjects a comparison names at most in each direction.
    private const int Named = 20;

    private const string Csv = "text/csv; charset=utf-8", Json = "application/json; charset=utf-8";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Add("result", "测算结果，每个主体每条一行", RunWork.ResultName, Csv);
        Add("rejected", "没有读入的行和出错的主体", RunWork.RejectedName, Csv);
        Add("manifest", "结果的清单：由什么算出，各文件的 SHA-256", RunWork.ManifestName, Json);
        Add("sheet", "待核定的表：填好金额交回 /api/v1/decisions/import", RunWork.SheetName, Csv);
        Add("summary", "汇总：合计、各条款、目标、资金池、义务", RunWork.SummaryName, Json);

        foreach (var (path, member) in ((string, string)[])[("targets", "目标"), ("pools", "资金池"), ("duties", "义务")])
        {
            routes.MapGet("/api/v1/runs/{id}/" + path, (string id, HttpContext http, JobStore jobs, JobFolders folders) =>
                Figures(id, http, jobs, folders, member)).WithSummary($"汇总里的{member}").WithTags("登记和测算")
                .RequireRole(JobEndpoints.Readers);
        }

        routes.MapGet("/api/v1/runs/{id}/compare", Compare).WithSummary("与另一次测算比较：谁增谁减、各条款、预算").WithTags("登记和测算")
            .Takes(new("with", "另一次测算的编号，当作新的一次"), Masking.Reason).RequireRole(JobEndpoints.Readers).DisableRequestTimeout();

        void Add(string path, string summary, string file, string type) =>
            routes.MapGet("/api/v1/runs/{id}/" + path, (string id, HttpContext http, JobStore jobs, JobFolders folders, AuditLog audit) =>
                Download(id, http, jobs, folders, audit, (file, type))).WithSummary(summary).WithTags("登记和测算")
                .RequireRole(JobEndpoints.Readers).DisableRequestTimeout();
    }

    private static async Task<IResult> Download(
        string id, HttpContext http, JobStore jobs, JobFolders folders, AuditLog audit, (string Name, string Type) file)
    {
        var (job, _) = await ResultOf(id, http, jobs, folders).ConfigureAwait(false);
        var path = Path.Combine(folders.Result(job.Result), file.Name);
        // Without rejected rows there is no file of them.
        if (!File.Exists(path))
            return Results.NoContent();
        await audit.Append(new(Caller.Of(http).Actor, "下载") { Detail = $"{id} {file.Name}", Request = http.TraceIdentifier })
            .ConfigureAwait(false);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(path, file.Type, file.Name, enableRangeProcessing: true);
    }

    /// <summary>A part of the summary as it was written.</summary>
    private static async Task Figures(string id, HttpContext http, JobStore jobs, JobFolders folders, string member)
    {
        var (job, _) = await ResultOf(id, http, jobs, folders).ConfigureAwait(false);
        await using var file = File.OpenRead(Path.Combine(folders.Result(job.Result), RunWork.SummaryName));
        using var summary = await JsonDocument.ParseAsync(file, default, http.RequestAborted).ConfigureAwait(false);
        http.Response.ContentType = Json;
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, JsonStyle.OneLine);
        json.WriteStartObject();
        json.WriteString("测算", id);
        json.WritePropertyName(member);
        summary.RootElement.GetProperty(member).WriteTo(json);
        json.WriteEndObject();
    }

    private static async Task Compare(string id, HttpContext http, JobStore jobs, JobFolders folders, AuditLog audit)
    {
        var other = RequestReading.Text(http.Request, "with")
            ?? throw new HostException(ApiDiagnostics.BadParameter.With("with", "", "要写另一次测算的编号"));
        var (old, before) = await ResultOf(id, http, jobs, folders).ConfigureAwait(false);
        var (@new, after) = await ResultOf(other, http, jobs, folders).ConfigureAwait(false);
        var masking = Masking.Of(http);
        await audit.Append(masking.Noted(new(Caller.Of(http).Actor, "比较")
            { Detail = $"{id} {other}", Request = http.TraceIdentifier })).ConfigureAwait(false);
        var (comparison, finding) =
            await Task.Run(() => ResultComparer.Compare(before, after, Named, http.RequestAborted), http.RequestAborted)
                .ConfigureAwait(false);
        if (comparison is null)
        {
            await ProblemAnswer.Write(http, JobDiagnostics.ResultDamaged.With(id, other), finding is null ? [] : [finding])
                .ConfigureAwait(false);
            return;
        }
        await JsonAnswer.Write(http, RunComparisonDocument.Of(JobDocument.Of(old), JobDocument.Of(@new), comparison, masking),
            RunComparisonShapes.Of.RunComparisonDocument).ConfigureAwait(false);
    }

    /// <summary>A run that has a result, and where it lies.</summary>
    /// <exception cref="HostException">There is no such run, or it has none.</exception>
    private static async Task<(Job Job, string Path)> ResultOf(string id, HttpContext http, JobStore jobs, JobFolders folders)
    {
        var job = await JobEndpoints.Find(jobs, JobKind.Run, id, http.RequestAborted).ConfigureAwait(false);
        return (job, Path.Combine(folders.Result(job.WithResult().Result), RunWork.ResultName));
    }
}
