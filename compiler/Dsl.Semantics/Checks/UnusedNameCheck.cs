// 令 and 参数 that nothing uses: usually a formula that was changed, or a name that was mistyped.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Bound;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks;

/// <summary>Unused names. Files with errors are left alone: their uses were not all seen.</summary>
public sealed class UnusedNameCheck : ICheck
{
    private static readonly DiagnosticRule UnusedLocal = new("DSL3011", Severity.Warning,
        "令「{0}」没有用到。", "在奖补、条件或上限中用它，或删去这一行。");

    private static readonly DiagnosticRule UnusedParameter = new("DSL3012", Severity.Warning,
        "参数「{0}」没有用到。", "在条款中用它，或删去这个参数。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [UnusedLocal, UnusedParameter];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies.Where(context.IsSound))
            CheckLocals(context, policy);
        if (!context.Model.Policies.IsEmpty && context.Model.Policies.All(context.IsSound))
            CheckParameters(context);
    }

    private static void CheckLocals(CheckContext context, BoundPolicy policy)
    {
        var invariants = policy.Invariants.ToLookup(static invariant => invariant.Clause, static invariant => invariant.Condition);
        foreach (var clause in policy.Clauses)
        {
            var used = BoundParts.Of(clause).Concat(invariants[clause])
                .SelectMany(static root => root.DescendantsAndSelf()).OfType<BoundLocal>().Select(static use => use.Let.Symbol).ToHashSet();
            foreach (var local in clause.Locals.Select(static let => let.Symbol).Where(local => !used.Contains(local)))
                context.Report(UnusedLocal.At(local.Source, local.Span, local.Name));
        }
    }

    private static void CheckParameters(CheckContext context)
    {
        var used = context.Model.Policies.SelectMany(BoundParts.Of)
            .SelectMany(static root => root.DescendantsAndSelf()).OfType<BoundParameter>().Select(static use => use.Parameter).ToHashSet();
        foreach (var parameter in context.Model.Parameters.Where(parameter => !used.Contains(parameter)))
            context.Report(UnusedParameter.At(parameter.Source, parameter.Span, parameter.Name));
    }
}
