// 令 in the head of a policy: used by a clause at least, with figures that a clause which uses them quotes.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks;

/// <summary>The 令 that clauses share.</summary>
public sealed class PolicyLocalCheck : ICheck
{
    private static readonly DiagnosticRule Unused = new("DSL3080", Severity.Warning,
        "政策开头的 令「{0}」没有条款用到。", "在条款里用它，或删去这一行。");

    private static readonly DiagnosticRule NotQuoted = new("DSL3081", Severity.Error,
        "政策开头的 令「{0}」里的「{1}」不在用到它的各条的依据里。",
        "按原文改正，或把写有这个数的原文补进其中一条的依据；原文没有的数写成参数。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Unused, NotQuoted];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies.Where(static policy => !policy.Locals.IsEmpty))
        {
            if (context.IsSound(policy))
                CheckUse(context, policy);
            CheckFigures(context, policy);
        }
    }

    private static void CheckUse(CheckContext context, BoundPolicy policy)
    {
        var used = policy.Clauses.SelectMany(static clause => clause.Locals)
            .Concat(policy.JointRules.SelectMany(static rules => rules.Caps).SelectMany(static cap => cap.Locals))
            .Select(static let => let.Symbol).ToHashSet();
        foreach (var local in policy.Locals.Select(static let => let.Symbol).Where(local => !used.Contains(local)))
            context.Report(Unused.At(local.Source, local.Span, local.Name));
    }

    private static void CheckFigures(CheckContext context, BoundPolicy policy)
    {
        var users = context.CitedBlocksOf(policy).Where(static block => !block.Shared.IsEmpty && !block.Quoted.IsEmpty)
            .Select(static block => (block.Shared, Quoted: FigureIndex.Of(block.Quoted.Select(static quoted => quoted.Figure)))).ToList();
        foreach (var written in users.SelectMany(static user => user.Shared).Where(static written => !written.IsExempt)
            .DistinctBy(static written => written.Token))
        {
            var isQuoted = users.Exists(user => user.Shared.Any(other => other.Token == written.Token)
                && (user.Quoted.SameAs(written.Figure).Any() || (written.Also is { } also && user.Quoted.SameAs(also).Any())));
            if (!isQuoted && policy.Locals.FirstOrDefault(let => let.Symbol.Syntax.Tokens.Contains(written.Token)) is { } let)
                context.Report(
                    NotQuoted.At(policy.Source, written.Span, let.Symbol.Name, policy.Source[written.Span]));
        }
    }
}
