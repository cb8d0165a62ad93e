// What to ask next of one subject: facts so far in, the questions that can still change something out. Nothing is kept in between.
using System.Text.Json;
using Dsl.Evaluation.Questions;
using Dsl.Facts.Json;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Http;
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Values.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Questions;

/// <summary>POST /api/v1/questions.</summary>
internal static class QuestionsEndpoint
{
    private const string Policy = "policy", Clause = "clause", Limit = "limit";

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/questions", Ask)
            .WithSummary($"还要问什么：只列还会改变状态或上下限的事实，关系金额大的在前；内容与测算相同，另可写「{FactsJson.Unclear}」")
            .WithTags("测算").Accepts<object>("application/json")
            .Takes(new ApiParameter(Policy, "只问这个文号的政策"),
                new ApiParameter(Clause, "只问这一条款，如 7.2；可与 policy 合用"),
                new ApiParameter(Limit, "最多列出几问，缺省全部"), ApiParameter.Date,
                new("year", "年度，缺省是测算日所在的年"), ApiParameter.Set)
            .RequireRole(Roles.Enterprise | Roles.Officer | Roles.Reviewer);

    private static async Task Ask(HttpContext http, RequestedDay day, AuditLog audit)
    {
        var asked = Http.Evaluation.Of(http.Request, day);
        var most = RequestReading.Number(http.Request, Limit, 1, 10_000) ?? int.MaxValue;
        var text = await RequestReading.Json(http.Request, http.RequestAborted).ConfigureAwait(false);
        var prepared = asked.Read(text);
        var clauses = ClausesOf(http.Request, prepared.Set);
        if (prepared.Facts is not { } facts)
        {
            await ProblemAnswer.Write(http, ApiDiagnostics.BadFacts.With(prepared.Errors.Count), prepared.Errors).ConfigureAwait(false);
            return;
        }
        var caller = Caller.Of(http);
        caller.Require(facts.Key);
        await audit.Append(new(caller.Actor, "问答") { Subject = facts.Key, Detail = prepared.Set.Hash, Request = http.TraceIdentifier })
            .ConfigureAwait(false);
        var questions = new QuestionFinder(prepared.Set.Questions, prepared.Context)
            .Find(facts, prepared.Unclear, clauses, http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await using (var json = new Utf8JsonWriter(http.Response.BodyWriter, JsonStyle.OneLine))
        {
            json.WriteStartObject();
            json.WritePropertyName("问答");
            JsonSerializer.Serialize(json, QuestionsDocument.Of(questions, most), QuestionShapes.Of.QuestionsDocument);
            json.WritePropertyName("结果");
            asked.Answer(json, prepared, facts);
            json.WriteEndObject();
        }
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The clauses that are asked about; null for all.</summary>
    /// <exception cref="HostException">There are none.</exception>
    private static HashSet<IrClause>? ClausesOf(HttpRequest request, PolicySet set)
    {
        var (policy, clause) = (RequestReading.Text(request, Policy), RequestReading.Text(request, Clause));
        if (policy is null && clause is null)
            return null;
        var ofPolicy = set.Program.Policies.Where(one => policy is null || Identity.Same(one.Number, policy)).ToList();
        if (ofPolicy.Count == 0)
            throw new HostException(ApiDiagnostics.BadParameter.With(Policy, policy ?? "",
                "没有这个文号的政策，/api/v1/policies 列出全部"));
        var clauses = ofPolicy.SelectMany(static one => one.Clauses)
            .Where(one => clause is null || Identity.Same(one.Number, clause)).ToHashSet();
        return clauses.Count > 0 ? clauses
            : throw new HostException(ApiDiagnostics.BadParameter.With(Clause, clause ?? "",
                "没有这个编号的条款，/api/v1/clauses 列出全部"));
    }
}
