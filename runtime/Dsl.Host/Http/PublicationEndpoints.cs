// Approving sets of policies, publishing runs, and the ledger that comes of it.
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Ledger;
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Host.Publishing;
using Dsl.Loading.Findings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>/api/v1/sets, /api/v1/publications and /api/v1/ledger.</summary>
internal static class PublicationEndpoints
{
    private const string Tag = "公布";
    private const int MostEntries = 1000, UsualEntries = 100;

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/sets", Sets).WithSummary("政策的各个版本，谁批准了哪些").WithTags(Tag).RequireRole(JobEndpoints.Readers);
        routes.MapPost("/api/v1/sets/{hash}/approve", Approve).WithSummary("批准一版政策：它的结果才能公布").WithTags(Tag)
            .RequireRole(Roles.Reviewer);
        routes.MapPost("/api/v1/runs/{id}/publication", Propose).WithSummary("提出公布一次测算：与台账的差额").WithTags(Tag)
            .Takes(new("missing", "结果里没有的主体以前的兑现：保留（缺省）或收回"), new("failed", "有算不出的主体时写 除外，其余照样公布"))
            .RequireRole(Roles.Officer | Roles.Reviewer).DisableRequestTimeout();
        routes.MapPost("/api/v1/publications/{id}/confirm", Confirm).WithSummary("确认公布：差额记入台账，不能由提出的人确认").WithTags(Tag)
            .RequireRole(Roles.Reviewer).DisableRequestTimeout();
        routes.MapGet("/api/v1/publications", All).WithSummary("提出和确认过的公布，最近的在前").WithTags(Tag)
            .RequireRole(JobEndpoints.Readers);
        routes.MapGet("/api/v1/publications/{id}", Show).WithSummary("一次公布").WithTags(Tag)
            .Takes(Masking.Reason).RequireRole(JobEndpoints.Readers);
        routes.MapGet("/api/v1/ledger", Ledger).WithSummary("台账：逐笔兑现和收回；企业只看到自己的").WithTags(Tag)
            .Takes(new("subject", "主键"), new("policy", "文号"), new("year", "年度"), new("offset", "跳过几笔"),
                new("limit", "最多几笔，缺省 100"), Masking.Reason).RequireRole(JobEndpoints.Readers | Roles.Enterprise);
        routes.MapGet("/api/v1/ledger/export", Export).WithSummary("台账作为兑现记录.csv，policy batch 可以读入").WithTags(Tag)
            .RequireRole(JobEndpoints.Readers).DisableRequestTimeout();
    }

    /// <summary>Who acts. While the service has no accounts nobody is known: what needs two people cannot be done.</summary>
    /// <exception cref="HostException">It is not known who acts.</exception>
    internal static Actor ActorOf(HttpContext http)
    {
        var caller = Caller.Of(http);
        return caller.Actor == Caller.OfOpenService.Actor
            ? throw new HostException(LedgerDiagnostics.NoAccounts.With())
            : new(caller.Actor, http.TraceIdentifier);
    }

    private static async Task Sets(HttpContext http, SetApprovals approvals, PolicySets sets)
    {
        var served = sets.Now.Slots.Select(static slot => slot.Serving?.Hash).ToHashSet();
        var all = await approvals.All(http.RequestAborted).ConfigureAwait(false);
        await JsonAnswer.Write(http, new SetsDocument([.. all.Select(set => new SetLine(set.Hash, set.LoadedAt, set.Numbers.Split('、'),
            served.Contains(set.Hash), set.ApprovedBy.Length == 0 ? null : set.ApprovedBy,
            set.ApprovedAt.Length == 0 ? null : set.ApprovedAt))]), PublicationShapes.Of.SetsDocument).ConfigureAwait(false);
    }

    private static async Task<IResult> Approve(string hash, HttpContext http, SetApprovals approvals, PolicySets sets)
    {
        var actor = ActorOf(http);
        // What cannot be loaded any more cannot be looked at, either.
        _ = await Task.Run(() => sets.WithHash(hash, http.RequestAborted), http.RequestAborted).ConfigureAwait(false);
        await approvals.Approve(hash, actor.Name, actor.Request, http.RequestAborted).ConfigureAwait(false);
        return Results.NoContent();
    }

    private static async Task Propose(string id, HttpContext http, Publications publications)
    {
        var actor = ActorOf(http);
        var choice = new PublicationChoice(RequestReading.Word(http.Request, "missing", "保留", "收回") == "收回",
            RequestReading.Word(http.Request, "failed", "不公布", "除外") == "除外");
        var proposal = await publications.Propose(id, choice, actor, http.RequestAborted).ConfigureAwait(false);
        await JsonAnswer.Write(http, PublicationDocument.Of(proposal, Masking.Hiding), PublicationShapes.Of.PublicationDocument)
            .ConfigureAwait(false);
    }

    private static async Task Confirm(string id, HttpContext http, Publications publications) =>
        // Once the entries are written, they are, whether or not somebody waits for the answer.
        await JsonAnswer.Write(http,
            PublicationDocument.Of(await publications.Confirm(id, ActorOf(http), CancellationToken.None).ConfigureAwait(false),
                Masking.Hiding),
            PublicationShapes.Of.PublicationDocument).ConfigureAwait(false);

    private static async Task All(HttpContext http, PublicationStore store) => await JsonAnswer.Write(http,
        new PublicationsDocument([.. (await store.All(http.RequestAborted).ConfigureAwait(false)).Select(static row =>
            PublicationDocument.Of(row, Masking.Hiding))]),
        PublicationShapes.Of.PublicationsDocument).ConfigureAwait(false);

    private static async Task Show(string id, HttpContext http, PublicationStore store, AuditLog audit)
    {
        var masking = Masking.Of(http);
        var row = await store.Find(id, http.RequestAborted).ConfigureAwait(false);
        await audit.Append(masking.Noted(new(Caller.Of(http).Actor, "查看公布") { Detail = id, Request = http.TraceIdentifier }))
            .ConfigureAwait(false);
        await JsonAnswer.WriteSecret(http, PublicationDocument.Of(row, masking), PublicationShapes.Of.PublicationDocument)
            .ConfigureAwait(false);
    }

    private static async Task Ledger(HttpContext http, AwardLedger ledger, AuditLog audit)
    {
        var (caller, request) = (Caller.Of(http), http.Request);
        var subject = RequestReading.Text(request, "subject") ?? (caller.IsEnterprise ? caller.Subject : null);
        if (subject is not null)
            caller.Require(subject);
        var query = new LedgerQuery(subject, RequestReading.Text(request, "policy"), RequestReading.Number(request, "year", 1949, 2100),
            RequestReading.Number(request, "offset", 0, int.MaxValue) ?? 0,
            RequestReading.Number(request, "limit", 1, MostEntries) ?? UsualEntries);
        // Nothing is hidden from whom it is about.
        var masking = caller.IsEnterprise ? Masking.Nothing : Masking.Of(http);
        await audit.Append(masking.Noted(new(caller.Actor, "查看台账") { Subject = subject ?? "", Request = http.TraceIdentifier }))
            .ConfigureAwait(false);
        var now = await ledger.Now(http.RequestAborted).ConfigureAwait(false);
        var entries = await ledger.Entries(query, http.RequestAborted).ConfigureAwait(false);
        http.Response.Headers.CacheControl = "no-store";
        await JsonAnswer.Write(http, new LedgerDocument(now.Ledger, [.. entries.Select(entry => LedgerLine.Of(entry, masking))]),
            PublicationShapes.Of.LedgerDocument).ConfigureAwait(false);
    }

    private static async Task<IResult> Export(HttpContext http, RecordFiles records, AwardLedger ledger, AuditLog audit)
    {
        var tables = await records.Folder(await ledger.Now(http.RequestAborted).ConfigureAwait(false), http.RequestAborted)
            .ConfigureAwait(false);
        await audit.Append(new(Caller.Of(http).Actor, "下载") { Detail = RecordFiles.Payments, Request = http.TraceIdentifier })
            .ConfigureAwait(false);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(Path.Combine(tables, RecordFiles.Payments), "text/csv; charset=utf-8", RecordFiles.Payments);
    }
}
