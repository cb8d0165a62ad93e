// 参数: which there are, and what all subjects get under other values.
using System.Text;
using System.Text.Json;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Runs;
using Dsl.Ir.Printing;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>/api/v1/parameters and /api/v1/curves; their jobs as those of runs.</summary>
internal static class CurveEndpoints
{
    private const string Tag = "登记和测算";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/parameters", Parameters).WithSummary("政策里的参数：类型、沿革，可以试别的值").WithTags(Tag)
            .Takes(ApiParameter.Date, ApiParameter.Set).RequireRole(JobEndpoints.Readers);
        routes.MapPost("/api/v1/curves", Start).WithSummary("试一个参数的几个值：各值下全部主体的合计、谁增谁减").WithTags(Tag)
            .Accepts<CurveRequest>("application/json").Takes(ApiParameter.Date, ApiParameter.Set, new("year", "年度，缺省是测算日所在的年"),
                new("registry", "登记数据的编号，缺省是最近导入的")).RequireRole(Roles.Officer);
        routes.MapGet("/api/v1/curves/{id}/result", Result).WithSummary("试算的结果；format=csv 下载成表").WithTags(Tag)
            .Takes(new ApiParameter("format", "json（缺省）或 csv")).RequireRole(JobEndpoints.Readers);
    }

    private static Task Parameters(HttpContext http, RequestedDay day)
    {
        var set = day.SetOf(http.Request);
        return JsonAnswer.Write(http, new ParametersDocument(set.Hash, [.. CurveValues.All(set.Program).Select(static found =>
            new ParameterLine(found.PolicyNumber, found.Parameter.Name, found.Parameter.Type.DisplayName, found.Parameter.IsExternal,
                [.. found.Parameter.History.Select(entry => new ParameterValueLine(
                    entry.From is { } from ? CivilDate.Format(from) : null, Wording.Of(entry.Value, found.Parameter.Type)))]))]),
            CurveRequestShapes.Of.ParametersDocument);
    }

    private static async Task Start(HttpContext http, RequestedDay day, JobQueue queue)
    {
        var request = http.Request;
        var sent = Read(await RequestReading.Json(request, http.RequestAborted).ConfigureAwait(false));
        var set = day.SetOf(request);
        var (policy, parameter) = CurveValues.Find(set.Program, sent.Parameter, sent.PolicyNumber ?? "");
        var values = sent.Values ?? CurveValues.Range(parameter, sent.From ?? "", sent.To ?? "", sent.Step ?? "");
        // What cannot be used is said before the job waits.
        CurveValues.Read(parameter, values);
        var asked = new RunRequest(set, RequestReading.Date(request, "date") ?? day.OfSettings,
            RequestReading.Number(request, "year", 1900, 9999), RequestReading.Text(request, "registry"));
        await JobEndpoints.Accepted(http, "/api/v1/curves", await queue.Curve(asked,
            new(parameter.Name, policy, values, sent.Parts), Caller.Of(http).Actor, http.TraceIdentifier, http.RequestAborted)
            .ConfigureAwait(false)).ConfigureAwait(false);
    }

    private static async Task<IResult> Result(string id, HttpContext http, JobStore jobs, JobFolders folders, AuditLog audit)
    {
        var format = RequestReading.Word(http.Request, "format", "json", "csv");
        var job = await JobEndpoints.Find(jobs, JobKind.Curve, id, http.RequestAborted).ConfigureAwait(false);
        var path = Path.Combine(folders.Result(job.WithResult().Result), CurveWork.ResultName);
        if (format == "json")
            return Results.File(path, "application/json; charset=utf-8");
        await using var file = File.OpenRead(path);
        var curve = await JsonSerializer.DeserializeAsync(file, CurveShapes.Of.CurveDocument, http.RequestAborted).ConfigureAwait(false)
            ?? throw new HostException(JobDiagnostics.NoResult.With(id, JobWords.Of(job.State)));
        await audit.Append(new(Caller.Of(http).Actor, "下载") { Detail = $"{id} 曲线.csv", Request = http.TraceIdentifier })
            .ConfigureAwait(false);
        return Results.File(Encoding.UTF8.GetBytes(TableOf(curve)), "text/csv; charset=utf-8", "曲线.csv");
    }

    /// <summary>
    /// As a table: one row a value, the one of now first. Which share of the subjects it is of stands in each row, so that nobody takes it
    /// for the whole.
    /// </summary>
    private static string TableOf(CurveDocument curve)
    {
        var text = new StringBuilder("参数,值,金额,最高,不封顶,增加的主体,减少的主体,可能增加的主体,可能减少的主体,主体数,分区,全部分区\n");
        foreach (var (line, value) in curve.Lines.Select(static line => (line, line.Value))
            .Prepend((curve.Current, $"现在（{curve.Current.Value}）")))
        {
            text.AppendJoin(',', Quoted(curve.Parameter), Quoted(value), line.Amount, line.Highest, line.Unbounded, line.Gainers,
                line.Losers, line.MayGain, line.MayLose, curve.Subjects, curve.Parts, curve.AllParts).Append('\n');
        }
        return text.ToString();
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static CurveRequest Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, CurveRequestShapes.Of.CurveRequest) is { IsClear: true } sent
                ? sent : throw new HostException(JobDiagnostics.BadCurve.With());
        }
        catch (JsonException error)
        {
            throw new HostException(JobDiagnostics.BadCurve.With(), error);
        }
    }
}
