// What was done, by whom and to whom: for auditors. That it was looked at is recorded, too.
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>/api/v1/audit.</summary>
internal static class AuditEndpoints
{
    private const int UsualCount = 100, MostCount = 1_000;

    private const string Tag = "审计";

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/audit", List).WithSummary("审计记录，最近的在前").WithTags(Tag).Takes(
            new("actor", "谁"), new("act", "做了什么"), new("subject", "对哪个主体"), new("from", "从哪一天（北京时间）起"),
            new("to", "到哪一天为止"), new("before", "只要编号比它小的：上一次回答里的“下一页”"),
            new("count", "最多几条，缺省 100，最多 1000"),
            Masking.Reason).RequireRole(Roles.Auditor);
        routes.MapGet("/api/v1/audit/verification", Verify).WithSummary("核对审计记录的校验链").WithTags(Tag)
            .Takes(new ApiParameter("head", "以前核对时记下的校验值；里面应当还有它")).RequireRole(Roles.Auditor).DisableRequestTimeout();
    }

    private static async Task List(HttpContext http, IControlStore store, AuditLog audit)
    {
        var request = http.Request;
        var filter = new AuditFilter
        {
            Actor = RequestReading.Text(request, "actor"), Act = RequestReading.Text(request, "act"),
            Subject = RequestReading.Text(request, "subject"), Before = RequestReading.Long(request, "before"),
            From = RequestReading.Date(request, "from") is { } from ? ChinaDay.Begin(from) : null,
            Until = RequestReading.Date(request, "to") is { } to ? ChinaDay.Begin(to.AddDays(1)) : null,
        };
        var count = RequestReading.Number(request, "count", 1, MostCount) ?? UsualCount;
        var masking = Masking.Of(http);
        await audit.Append(masking.Noted(new(Caller.Of(http).Actor, "查看审计记录")
            { Subject = filter.Subject ?? "", Request = http.TraceIdentifier })).ConfigureAwait(false);
        // One more than is shown says whether there are more.
        var records = await AuditReader.Last(store, filter, count + 1, http.RequestAborted).ConfigureAwait(false);
        await JsonAnswer.WriteSecret(http, new AuditDocument(
            [.. records.Take(count).Select(record => AuditLine.Of(record, masking))],
            records.Count > count ? records[count - 1].Seq : null), AuditShapes.Of.AuditDocument).ConfigureAwait(false);
    }

    private static async Task Verify(HttpContext http, IControlStore store, AuditLog audit)
    {
        var head = RequestReading.Text(http.Request, "head");
        var verified = await AuditReader.Verify(store, head, http.RequestAborted).ConfigureAwait(false);
        await audit.Append(new(Caller.Of(http).Actor, "核对审计记录")
            { Detail = verified.Problem?.Rule.Code ?? $"完好 {verified.Count}", Request = http.TraceIdentifier }).ConfigureAwait(false);
        await JsonAnswer.WriteSecret(http, new AuditVerificationDocument(verified.Problem is null, verified.Count, verified.Head,
            verified.Problem?.Message, verified.Problem?.Remedy), AuditShapes.Of.AuditVerificationDocument).ConfigureAwait(false);
    }
}
