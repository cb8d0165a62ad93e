// One subject: facts in, how its clauses stand out, in the depth that was asked for.
using Dsl.Batch.Results;
using Dsl.Evaluation.Explaining;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Facts.Results;
using Dsl.Host.Audit;
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Ir.Facts;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>POST /api/v1/evaluate.</summary>
internal static class EvaluateEndpoint
{
    /// <summary>The depths of an answer, as ?detail= names them.</summary>
    public const string Status = "状态", Missing = "缺什么", Everything = "全部";

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/evaluate", Evaluate)
            .WithSummary("测算一个主体（?detail=状态|缺什么|全部&date=测算日&year=年度&set=政策版本）");

    private static async Task Evaluate(HttpContext http, RequestedDay day, AuditLog audit, HostSettings settings)
    {
        var depth = RequestReading.Word(http.Request, "detail", Status, Missing, Everything);
        var text = await RequestReading.Json(http.Request, http.RequestAborted).ConfigureAwait(false);
        var set = day.SetOf(http.Request, text);
        var (asOf, year) = (RequestReading.Date(http.Request, "date"), RequestReading.Number(http.Request, "year", 1900, 9999));
        EvaluationContext ContextOf(DateOnly? ofFacts, int? yearOfFacts) =>
            set.Policies.Context(asOf ?? ofFacts ?? settings.AsOf, year ?? (asOf is null ? yearOfFacts : null), day.Today);
        var reading = FactsJson.Read(set.Program, "请求", text, yearOf: (ofFacts, ofYear) => ContextOf(ofFacts, ofYear).Year,
            otherDocuments: set.Policies.Documents([]));
        if (reading.Facts is not { } facts)
        {
            var errors = reading.Findings.Where(static finding => finding.Severity == Severity.Error).ToList();
            await ProblemAnswer.Write(http, ApiDiagnostics.BadFacts.With(errors.Count), errors).ConfigureAwait(false);
            return;
        }
        var context = ContextOf(reading.AsOf, reading.Year) with { Parameters = reading.Parameters };
        // The record first: an answer that nobody could account for is not given.
        await audit.Append(new("匿名", "测算") { Subject = facts.Key, Detail = set.Hash, Request = http.TraceIdentifier })
            .ConfigureAwait(false);
        await Answer(http, set, facts, context, depth).ConfigureAwait(false);
    }

    private static async Task Answer(HttpContext http, PolicySet set, SubjectFacts facts, EvaluationContext context, string depth)
    {
        var stamp = new ResultStamp(set.Hash, ProgramIdentity.Version);
        var interpreter = new Interpreter(set.Program, context);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        if (depth == Everything)
        {
            var trace = new EvaluationTrace();
            var result = interpreter.Evaluate(facts, trace);
            ResultJson.Write(http.Response.BodyWriter, result, Explainer.Explain(result, trace), stamp);
        }
        else
        {
            StatusJson.Write(http.Response.BodyWriter, interpreter.Evaluate(facts), depth == Missing, stamp);
        }
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }
}
