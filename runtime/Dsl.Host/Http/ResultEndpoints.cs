// The files of a run that is done.
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Runs;
using Dsl.Loading.Findings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>/api/v1/runs/{id}/result and its like.</summary>
internal static class ResultEndpoints
{
    private const string Csv = "text/csv; charset=utf-8", Json = "application/json; charset=utf-8";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Add("result", "测算结果，每个主体每条一行", RunWork.ResultName, Csv);
        Add("rejected", "没有读入的行和出错的主体", RunWork.RejectedName, Csv);
        Add("manifest", "结果的清单：由什么算出，各文件的 SHA-256", RunWork.ManifestName, Json);
        Add("summary", "汇总：合计、各条款、目标、资金池、义务", RunWork.SummaryName, Json);

        void Add(string path, string summary, string file, string type) =>
            routes.MapGet("/api/v1/runs/{id}/" + path, (string id, HttpContext http, JobStore jobs, JobFolders folders, AuditLog audit) =>
                Download(id, http, jobs, folders, audit, (file, type))).WithSummary(summary).WithTags("登记和测算");
    }

    private static async Task<IResult> Download(
        string id, HttpContext http, JobStore jobs, JobFolders folders, AuditLog audit, (string Name, string Type) file)
    {
        var job = await JobEndpoints.Find(jobs, JobKind.Run, id, http.RequestAborted).ConfigureAwait(false);
        var path = Path.Combine(folders.Result(job.Result), file.Name);
        if (job.Result.Length == 0)
            throw new HostException(JobDiagnostics.NoResult.With(id, JobWords.Of(job.State)));
        // Without rejected rows there is no file of them.
        if (!File.Exists(path))
            return Results.NoContent();
        await audit.Append(new(RequestActor.Of(http), "下载") { Detail = $"{id} {file.Name}", Request = http.TraceIdentifier })
            .ConfigureAwait(false);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(path, file.Type, file.Name, enableRangeProcessing: true);
    }
}
