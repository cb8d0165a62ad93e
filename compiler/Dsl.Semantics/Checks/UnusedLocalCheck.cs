// 令 that nothing uses: usually a formula that was changed, or a name that was mistyped.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks;

/// <summary>Unused 令. Files with errors are left alone: their uses were not all seen.</summary>
public sealed class UnusedLocalCheck : ICheck
{
    private static readonly DiagnosticRule Unused = new("DSL3011", Severity.Warning,
        "令「{0}」没有用到。", "在奖补、条件或上限中用它，或删去这一行。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Unused];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies.Where(context.IsSound))
        {
            var invariants = policy.Invariants.ToLookup(static invariant => invariant.Clause, static invariant => invariant.Condition);
            foreach (var clause in policy.Clauses.Where(static clause => !clause.Locals.IsEmpty))
            {
                var used = BoundParts.Of(clause).Concat(invariants[clause])
                    .SelectMany(static root => root.DescendantsAndSelf()).OfType<BoundLocal>()
                    .Select(static use => use.Let.Symbol).ToHashSet();
                foreach (var local in clause.Locals.Select(static let => let.Symbol).Where(local => !used.Contains(local)))
                    context.Report(Unused.At(local.Source, local.Span, local.Name));
            }
        }
    }
}
