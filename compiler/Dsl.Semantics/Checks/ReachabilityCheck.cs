// Conditions that contradict each other or add nothing, and branches that the conditions never let through.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Proofs;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks;

/// <summary>What can never happen in a clause, by the conditions on each fact.</summary>
public sealed class ReachabilityCheck : ICheck
{
    private static readonly DiagnosticRule Never = new("DSL3024", Severity.Warning,
        "「{0}」永远不成立：{1}，本条没有人能符合。", "对照原文改正其中一处；不同情形分写成几条，或者用「或」连接。");

    private static readonly DiagnosticRule Always = new("DSL3025", Severity.Warning,
        "「{0}」从不起作用：{1}，它总是成立。", "对照原文检查数和比较词；确实多余的，删去它。");

    private static readonly DiagnosticRule DeadBranch = new("DSL3026", Severity.Warning,
        "「{0}」在本条里总是{1}，「{2}」后面的部分用不到。", "对照原文检查条件；确实用不到的，只留下用得到的部分。");

    /// <summary>Why a condition never or always holds.</summary>
    private static class ReachabilityPhrases
    {
        public static readonly DiagnosticPhrase SettledBefore = new("前面的条件已经定下了「{0}」");

        public static readonly DiagnosticPhrase WithinRange = new("「{0}」的取值就在这个范围里");
    }

    /// <summary>How many conditions of a clause are reported as adding nothing.</summary>
    private const int MostIdle = 10;

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Never, Always, DeadBranch];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, clause) in context.Clauses.Where(entry => context.IsSound(entry.Policy)))
            Check(context, policy, clause);
    }

    private static void Check(CheckContext context, BoundPolicy policy, BoundClause clause)
    {
        var domain = ClauseDomain.Any(policy.Source);
        var (isReachable, idle) = (true, 0);
        foreach (var (truth, mustHold, isOwn) in ClauseDomain.Conditions(clause))
        {
            var written = mustHold ? policy.Source[truth.Span] : $"非 {policy.Source[truth.Span]}";
            if (domain.TruthOf(truth) is { } known && isOwn)
            {
                var reason = ReasonOf(policy, domain, truth);
                if (known != mustHold)
                {
                    context.Report(Never.At(policy.Source, truth.Span, written, reason));
                    isReachable = false;
                }
                else if (idle++ < MostIdle)
                    context.Report(Always.At(policy.Source, truth.Span, written, reason));
            }
            domain = domain.With(truth, mustHold);
        }
        if (!isReachable)
            return;
        foreach (var root in clause.Locals.Select(static local => local.Value).Append(clause.Award?.Amount).OfType<BoundExpression>())
            CheckBranches(context, policy, root, domain);
    }

    private static string ReasonOf(BoundPolicy policy, ClauseDomain domain, BoundExpression truth)
    {
        var about =
            truth.DescendantsAndSelf().Select(node => Restriction.Of(node, mustHold: true, policy.Source)).OfType<Restriction>().First();
        return (domain.Sets.ContainsKey(about.Key) ? ReachabilityPhrases.SettledBefore : ReachabilityPhrases.WithinRange)
            .With(policy.Source[about.On.Span]);
    }

    private static void CheckBranches(CheckContext context, BoundPolicy policy, BoundExpression node, ClauseDomain domain)
    {
        if (node is not BoundConditional choice)
        {
            foreach (var child in node.ChildNodes())
                CheckBranches(context, policy, child, domain);
            return;
        }
        if (domain.TruthOf(choice.Condition) is { } known)
        {
            context.Report(DeadBranch.At(policy.Source, choice.Condition.Span, policy.Source[choice.Condition.Span],
                known ? "成立" : "不成立", known ? "否则" : "则"));
            CheckBranches(context, policy, known ? choice.WhenTrue : choice.WhenFalse, domain);
            return;
        }
        CheckBranches(context, policy, choice.WhenTrue, domain.With(choice.Condition, mustHold: true));
        CheckBranches(context, policy, choice.WhenFalse, domain.With(choice.Condition, mustHold: false));
    }
}
