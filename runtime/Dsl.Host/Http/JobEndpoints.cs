// Imports and runs: asked for, watched, stopped, gone on with.
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Problems;
using Dsl.Host.Runs;
using Dsl.Loading.Findings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>/api/v1/registries, /api/v1/imports and /api/v1/runs.</summary>
internal static class JobEndpoints
{
    private const string Tag = "登记和测算";

    /// <summary>Whoever may see what all enterprises get.</summary>
    internal const Roles Readers = Roles.Officer | Roles.Reviewer | Roles.Auditor;

    /// <summary>Whoever may have the machine work.</summary>
    private const Roles Workers = Roles.Officer | Roles.SystemAdmin;

    // The row of the job is looked at so often; whichever process works on it.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/registries", Registries).WithSummary("导入的登记数据，最近的在前").WithTags(Tag)
            .RequireRole(Readers | Workers);
        routes.MapPost("/api/v1/imports", Import).WithSummary("导入登记数据").WithTags(Tag).RequireRole(Workers);
        routes.MapPost("/api/v1/runs", Run).WithSummary("测算全部主体").WithTags(Tag).Takes(ApiParameter.Date, ApiParameter.Set,
            new("year", "年度，缺省是测算日所在的年"), new("registry", "登记数据的编号，缺省是最近导入的"))
            .RequireRole(Roles.Officer);
        MapKind(routes, "/api/v1/imports", JobKind.Import);
        MapKind(routes, "/api/v1/runs", JobKind.Run);
        MapKind(routes, "/api/v1/curves", JobKind.Curve);
    }

    /// <summary>A job of a kind.</summary>
    /// <exception cref="HostException">There is none.</exception>
    internal static async Task<Job> Find(JobStore jobs, JobKind kind, string id, CancellationToken cancellation) =>
        await jobs.Find(id, cancellation).ConfigureAwait(false) is { } job && job.Kind == kind
            ? job
            : throw new HostException(JobDiagnostics.NoSuchJob.With(id));

    private static void MapKind(IEndpointRouteBuilder routes, string path, JobKind kind)
    {
        var word = JobWords.Of(kind);
        routes.MapGet(path, (HttpContext http, JobStore jobs) => List(http, jobs, kind))
            .WithSummary($"{word}的任务，最近的在前").WithTags(Tag).RequireRole(Readers | Workers);
        routes.MapGet(path + "/{id}", (string id, HttpContext http, JobStore jobs) => Show(id, http, jobs, kind))
            .WithSummary($"一个{word}任务").WithTags(Tag).RequireRole(Readers | Workers);
        routes.MapGet(path + "/{id}/events", (string id, HttpContext http, JobStore jobs, TimeProvider clock) =>
            Events(id, http, jobs, clock, kind)).WithSummary($"{word}的进度，随有随送（text/event-stream）").WithTags(Tag)
            .RequireRole(Readers | Workers).DisableRequestTimeout();
        routes.MapPost(path + "/{id}/cancel", (string id, HttpContext http, JobStore jobs) => Cancel(id, http, jobs, kind))
            .WithSummary($"取消{word}；算完的部分留着").WithTags(Tag).RequireRole(Workers);
        routes.MapPost(path + "/{id}/resume", (string id, HttpContext http, JobStore jobs, JobQueue queue) =>
            Resume(id, http, jobs, queue, kind)).WithSummary($"从停下的地方继续{word}").WithTags(Tag)
            .RequireRole(Workers);
    }

    private static async Task Registries(HttpContext http, RegistryStore registries)
    {
        var all = await registries.All(http.RequestAborted).ConfigureAwait(false);
        await JsonAnswer.Write(http, new RegistriesDocument([.. all.Select(static entry => new RegistryLine(entry.Id, entry.Source,
            entry.ImportedAt, entry.Subjects, entry.Partitions, entry.RejectedRows, entry.Sha256))]), JobShapes.Of.RegistriesDocument)
            .ConfigureAwait(false);
    }

    private static async Task Import(HttpContext http, RequestedDay day, JobQueue queue) =>
        await Accepted(http, "/api/v1/imports",
            await queue.Import(day.SetOf(http.Request), Caller.Of(http).Actor, http.TraceIdentifier, http.RequestAborted)
                .ConfigureAwait(false))
            .ConfigureAwait(false);

    private static async Task Run(HttpContext http, RequestedDay day, JobQueue queue)
    {
        var request = http.Request;
        var asked = new RunRequest(day.SetOf(request), RequestReading.Date(request, "date") ?? day.OfSettings,
            RequestReading.Number(request, "year", 1900, 9999), RequestReading.Text(request, "registry"));
        await Accepted(http, "/api/v1/runs",
            await queue.Run(asked, Caller.Of(http).Actor, http.TraceIdentifier, http.RequestAborted).ConfigureAwait(false))
            .ConfigureAwait(false);
    }

    /// <summary>Answers that a job waits.</summary>
    internal static Task Accepted(HttpContext http, string path, Job job)
    {
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.Headers.Location = $"{path}/{job.Id}";
        return JsonAnswer.Write(http, JobDocument.Of(job), JobShapes.Of.JobDocument);
    }

    private static async Task List(HttpContext http, JobStore jobs, JobKind kind) =>
        await JsonAnswer.Write(http,
            new JobsDocument([.. (await jobs.All(kind, http.RequestAborted).ConfigureAwait(false)).Select(JobDocument.Of)]),
            JobShapes.Of.JobsDocument).ConfigureAwait(false);

    private static async Task Show(string id, HttpContext http, JobStore jobs, JobKind kind) =>
        await JsonAnswer.Write(http, JobDocument.Of(await Find(jobs, kind, id, http.RequestAborted).ConfigureAwait(false)),
            JobShapes.Of.JobDocument).ConfigureAwait(false);

    private static async Task Cancel(string id, HttpContext http, JobStore jobs, JobKind kind)
    {
        await Find(jobs, kind, id, http.RequestAborted).ConfigureAwait(false);
        var job = await jobs.Cancel(id, Caller.Of(http).Actor, http.TraceIdentifier, http.RequestAborted).ConfigureAwait(false);
        await JsonAnswer.Write(http, JobDocument.Of(job), JobShapes.Of.JobDocument).ConfigureAwait(false);
    }

    private static async Task Resume(string id, HttpContext http, JobStore jobs, JobQueue queue, JobKind kind)
    {
        await Find(jobs, kind, id, http.RequestAborted).ConfigureAwait(false);
        var job = await jobs.Resume(id, Caller.Of(http).Actor, http.TraceIdentifier, http.RequestAborted).ConfigureAwait(false);
        queue.Wake();
        await JsonAnswer.Write(http, JobDocument.Of(job), JobShapes.Of.JobDocument).ConfigureAwait(false);
    }

    private static async Task<IResult> Events(string id, HttpContext http, JobStore jobs, TimeProvider clock, JobKind kind)
    {
        // Whoever asks for a job that is not there hears of it before the stream begins.
        var job = await Find(jobs, kind, id, http.RequestAborted).ConfigureAwait(false);
        return TypedResults.ServerSentEvents(Watch(job, jobs, clock, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> Watch(
        Job job, JobStore jobs, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (Job? sent = null; ;)
        {
            if (job != sent)
            {
                yield return new(JsonSerializer.Serialize(JobDocument.Of(job), JobShapes.Of.JobDocument), "job");
                sent = job;
            }
            if (job.IsOver)
                yield break;
            await Task.Delay(Look, clock, cancellation).ConfigureAwait(false);
            if (await jobs.Find(job.Id, cancellation).ConfigureAwait(false) is not { } now)
                yield break;
            job = now;
        }
    }
}
