// 合计上限 → IR: which clauses it is over.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Semantics.Bound;
using Dsl.Values.Terms;

namespace Dsl.Compiler.Lowering;

/// <summary>Lowers what the head of a policy says of several clauses.</summary>
internal sealed class JointLowering(BoundPolicy policy)
{
    private readonly ImmutableArray<BoundJointCap> _caps = [.. policy.JointRules.SelectMany(static rules => rules.Caps)];

    /// <summary>The expressions from which the caps over a clause are computed.</summary>
    public IEnumerable<BoundExpression> LimitsOver(BoundClause clause) => _caps.Where(cap => IsOver(cap, clause))
        .SelectMany(static cap => cap.Locals.Select(static let => let.Value).Append(cap.Limit));

    /// <summary>The caps, in the order of the text.</summary>
    /// <param name="clauses">The clauses of the policy as they were lowered, in its order.</param>
    public ImmutableArray<IrJointCap> Caps(ImmutableArray<IrClause> clauses, SchemaLowering schema, ExpressionLowering expressions)
    {
        IrClause Lowered(BoundClause clause) => clauses[policy.Clauses.IndexOf(clause)];
        IEnumerable<IrClause> Named(IEnumerable<string> numbers) =>
            numbers.Select(number => policy.Clauses.FirstOrDefault(clause => clause.Number == number)).OfType<BoundClause>()
                .Select(Lowered);
        return
        [
            .. _caps.Select(cap => new IrJointCap(
                cap.Clauses.IsEmpty ? "全部" : $"条款 {string.Join('、', cap.Clauses)}",
                schema[cap.Subject],
                cap.Clauses.IsEmpty ? [.. policy.Clauses.Where(clause => IsOver(cap, clause)).Select(Lowered)] : [.. Named(cap.Clauses)],
                expressions.Visit(cap.Limit))
            {
                First = [.. Named(cap.First)],
                Locals = [.. cap.Locals.Select(expressions.Lower)],
            }),
        ];
    }

    // 全部 is over the grants to its kind of subject: another 形式 is no part of their sum, and what is passed on is paid elsewhere.
    private static bool IsOver(BoundJointCap cap, BoundClause clause) => cap.Clauses.IsEmpty
        ? clause is { Kind: ClauseKind.Award, Form: "", PassThrough: not { IsInProgram: true } } && clause.Subject == cap.Subject
        : cap.Clauses.Contains(clause.Number);
}
