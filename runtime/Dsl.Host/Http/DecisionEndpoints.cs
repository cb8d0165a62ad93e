// The work list of 核定: what waits in a run, entered one by one or as the sheet that was filled in.
using System.Text.Json;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Publishing;
using Dsl.Loading.Findings;
using Dsl.Values.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>/api/v1/decisions.</summary>
internal static class DecisionEndpoints
{
    private const string Tag = "核定", SheetName = "待核定";
    private const int MostRows = 1000, UsualRows = 100, MostBytes = 64 << 20;

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/decisions", List).WithSummary("一次测算里待核定的各项；format=csv 或 xlsx 下载成表").WithTags(Tag)
            .Takes(new("run", "测算的编号"), new("policy", "文号"), new("clause", "条款"), new("subject", "主键"),
                new("offset", "跳过几行"), new("limit", "最多几行，缺省 100"), new("format", "json（缺省）、csv 或 xlsx"), Masking.Reason)
            .RequireRole(JobEndpoints.Readers).DisableRequestTimeout();
        routes.MapPost("/api/v1/decisions", Enter).WithSummary("填写核定，或撤回；全部记下或一笔都不记").WithTags(Tag)
            .Accepts<object>("application/json").RequireRole(Roles.Officer);
        routes.MapPost("/api/v1/decisions/import", Import).WithSummary("交回填好的待核定表（.csv 或 .xlsx）；全部记下或一笔都不记")
            .WithTags(Tag).Takes(new ApiParameter("run", "测算的编号")).Accepts<object>("application/octet-stream")
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes)).RequireRole(Roles.Officer).DisableRequestTimeout();
    }

    private static async Task<IResult> List(HttpContext http, DecisionDesk desk, DataFolder data, AuditLog audit)
    {
        var request = http.Request;
        var run = RunOf(request);
        var format = RequestReading.Word(request, "format", "json", "csv", "xlsx");
        var (_, sheet, path) = await desk.SheetOf(run, http.RequestAborted).ConfigureAwait(false);
        var subject = RequestReading.Text(request, "subject");
        var masking = Masking.Of(http);
        await audit.Append(masking.Noted(new(Caller.Of(http).Actor, format == "json" ? "查看待核定" : "下载待核定")
            { Subject = subject ?? "", Detail = run, Request = http.TraceIdentifier })).ConfigureAwait(false);
        http.Response.Headers.CacheControl = "no-store";
        if (format == "csv")
            return Results.File(path, "text/csv; charset=utf-8", $"{SheetName}.csv");
        if (format == "xlsx")
            return Workbook(sheet, data);
        var (policy, clause) = (RequestReading.Text(request, "policy"), RequestReading.Text(request, "clause"));
        var rows = sheet.Rows.Where(row => (subject is null || Identity.Same(row.Key, subject))
            && (policy is null || Identity.Same(row.PolicyNumber, policy)) && (clause is null || Identity.Same(row.ClauseNumber, clause)));
        var current = await desk.Current(http.RequestAborted).ConfigureAwait(false);
        var (first, most) = (RequestReading.Number(request, "offset", 0, int.MaxValue) ?? 0,
            RequestReading.Number(request, "limit", 1, MostRows) ?? UsualRows);
        var (count, page) = (0L, new List<AwaitedLine>());
        foreach (var row in rows)
        {
            if (count++ >= first && page.Count < most)
                page.Add(AwaitedLine.Of(row, current.GetValueOrDefault(DecisionDesk.PlaceOf(row)), masking));
        }
        return Results.Json(new AwaitedDocument(run, count, page), DecisionShapes.Of.AwaitedDocument);
    }

    private static IResult Workbook(AwaitedSheet sheet, DataFolder data)
    {
        var path = TemporaryFile(data, ".xlsx");
        try
        {
            if (ApprovalWorkbook.Write(sheet, path) is { } unfit)
                throw new HostException(unfit.Problem);
            return Results.File(File.ReadAllBytes(path), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                $"{SheetName}.xlsx");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task Enter(HttpContext http, DecisionDesk desk)
    {
        var sent = Read(await RequestReading.Json(http.Request, http.RequestAborted).ConfigureAwait(false));
        var (count, problems) = await desk
            .Enter(sent.Run, [.. sent.Decisions.Select(static line => line.Decision)], ActorOf(http), http.RequestAborted)
            .ConfigureAwait(false);
        await Answer(http, count, problems).ConfigureAwait(false);
    }

    private static async Task Import(HttpContext http, DecisionDesk desk, DataFolder data)
    {
        var run = RunOf(http.Request);
        var path = TemporaryFile(data, ".csv");
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
                await http.Request.Body.CopyToAsync(file, http.RequestAborted).ConfigureAwait(false);
            // A workbook is a ZIP file, which no text begins like.
            if (IsZip(path))
            {
                var workbook = Path.ChangeExtension(path, ".xlsx");
                File.Move(path, workbook);
                path = workbook;
            }
            var (count, problems) = await desk.Import(run, path, ActorOf(http), http.RequestAborted).ConfigureAwait(false);
            await Answer(http, count, problems).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Task Answer(HttpContext http, int count, IReadOnlyList<DataFinding> problems) => problems.Count > 0
        ? ProblemAnswer.Write(http, LedgerDiagnostics.BadDecisions.With(problems.Count), problems)
        : JsonAnswer.Write(http, new EnteredDocument(count), DecisionShapes.Of.EnteredDocument);

    /// <summary>Who decides; while the service has no accounts that is nobody by name.</summary>
    private static Actor ActorOf(HttpContext http) => new(Caller.Of(http).Actor, http.TraceIdentifier);

    private static SentDecisions Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, DecisionShapes.Of.SentDecisions) is { Decisions: { } lines } sent
                && lines.All(static line =>
                    line is { Key: not null, PolicyNumber: not null, ClauseNumber: not null, IsClear: true })
                ? sent : throw new HostException(LedgerDiagnostics.BadDecisionForm.With());
        }
        catch (JsonException error)
        {
            throw new HostException(LedgerDiagnostics.BadDecisionForm.With(), error);
        }
    }

    private static string RunOf(HttpRequest request) => RequestReading.Text(request, "run")
        ?? throw new HostException(ApiDiagnostics.BadParameter.With("run", "", "要写测算的编号"));

    /// <summary>A file that goes away again, where nobody else reads it.</summary>
    private static string TemporaryFile(DataFolder data, string extension)
    {
        var folder = Path.Combine(data.Path, "uploads");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $"{Guid.NewGuid():N}{extension}");
    }

    private static bool IsZip(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[2];
        return file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start.SequenceEqual("PK"u8);
    }
}
