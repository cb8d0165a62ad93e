// One subject: facts in, how its clauses stand out, in the depth that was asked for.
using System.Text.Json;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>POST /api/v1/evaluate.</summary>
internal static class EvaluateEndpoint
{
    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/evaluate", Evaluate).WithSummary("测算一个主体").WithTags("测算").Accepts<object>("application/json")
            .Takes(Evaluation.Parameters).RequireRole(Roles.Enterprise | Roles.Officer | Roles.Reviewer);

    private static async Task Evaluate(HttpContext http, RequestedDay day, AuditLog audit)
    {
        var asked = Evaluation.Of(http.Request, day);
        var text = await RequestReading.Json(http.Request, http.RequestAborted).ConfigureAwait(false);
        var prepared = asked.Read(text);
        if (prepared.Facts is not { } facts)
        {
            HostMeter.Evaluation(0, 1);
            await ProblemAnswer.Write(http, ApiDiagnostics.BadFacts.With(prepared.Errors.Count), prepared.Errors).ConfigureAwait(false);
            return;
        }
        var caller = Caller.Of(http);
        caller.Require(facts.Key);
        // The record first: an answer that nobody could account for is not given.
        await audit.Append(new(caller.Actor, "测算") { Subject = facts.Key, Detail = prepared.Set.Hash, Request = http.TraceIdentifier })
            .ConfigureAwait(false);
        HostMeter.Evaluation(1, 0);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await using (var json = new Utf8JsonWriter(http.Response.BodyWriter, JsonStyle.OneLine))
            asked.Answer(json, prepared, facts);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }
}
