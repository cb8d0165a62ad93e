// What is served: policies, their clauses, the facts that they ask for.
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>/api/v1/policies, /api/v1/clauses and /api/v1/schema.</summary>
internal static class PolicyEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/policies", Policies).WithSummary("测算日适用的政策").WithTags("政策")
            .Takes(ApiParameter.Date, ApiParameter.Set).RequireRole(Roles.Any);
        routes.MapGet("/api/v1/clauses", Clauses).WithSummary("一份政策的条款和原文依据，连同全文").WithTags("政策")
            .Takes(new ApiParameter("policy", "文号"), ApiParameter.Date, ApiParameter.Set).RequireRole(Roles.Any);
        routes.MapGet("/api/v1/schema", Schema).WithSummary("可以提供哪些事实，各是什么类型").WithTags("政策")
            .Takes(ApiParameter.Date, ApiParameter.Set).RequireRole(Roles.Any);
    }

    private static Task Policies(HttpContext http, RequestedDay day)
    {
        var set = day.SetOf(http.Request);
        return JsonAnswer.Write(http, new PoliciesDocument(set.Hash, set.LoadedAt,
            [.. set.Program.Policies.Select(static policy => new PolicyLine(policy.Number, policy.Title,
                CivilDate.Format(policy.EffectiveDate), policy.ExpiryDate is { } end ? CivilDate.Format(end) : null,
                policy.Clauses.Length))]),
            PolicyShapes.Of.PoliciesDocument);
    }

    private static Task Clauses(HttpContext http, RequestedDay day)
    {
        var set = day.SetOf(http.Request);
        var number = RequestReading.Text(http.Request, "policy") ?? "";
        var policy = set.Program.Policies.FirstOrDefault(policy => Values.Text.Identity.Same(policy.Number, number))
            ?? throw new HostException(ApiDiagnostics.BadParameter.With("policy", number, "没有这个文号的政策，/api/v1/policies 列出全部"));
        return JsonAnswer.Write(http, new ClausesDocument(set.Hash, policy.Number, policy.Title, [.. policy.Clauses.Select(LineOf)],
            TextOf(set, policy)), PolicyShapes.Of.ClausesDocument);
    }

    private static Task Schema(HttpContext http, RequestedDay day)
    {
        var set = day.SetOf(http.Request);
        return JsonAnswer.Write(http, new SchemaDocument(set.Hash, [.. set.Program.Schema.Subjects.Select(static subject =>
            new SchemaTable(subject.Name, FieldsOf(subject.Fields),
                [.. subject.Details.Select(static detail => new SchemaTable(detail.Name, FieldsOf(detail.Fields), null))]))]),
            PolicyShapes.Of.SchemaDocument);
    }

    /// <summary>The whole document (原文); null where the set does not have it.</summary>
    private static string? TextOf(PolicySet set, IrPolicy policy)
    {
        var compilation = set.Policies.Compilation;
        var path = compilation.Model.Policies.FirstOrDefault(bound => bound.Number == policy.Number)?.OfficialTextPath;
        return path is not null && compilation.OfficialTexts.TryGetValue(path, out var text) ? text.Content : null;
    }

    private static ClauseLine LineOf(IrClause clause) =>
        new(clause.Number, clause.LegalBasis.Title, clause.LegalBasis.Quotes, clause.Subject.Name, clause.LegalBasis.Lead);

    private static IReadOnlyList<SchemaField> FieldsOf(IEnumerable<IrField> fields) =>
        [.. fields.Select(static field => new SchemaField(field.Name, field.Type.DisplayName, (field.Type as EnumType)?.Members))];
}
