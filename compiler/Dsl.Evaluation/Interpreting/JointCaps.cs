// 合计上限: what several clauses of a policy come to together, after the competitions and before 分担.
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>A 合计上限 as it was applied to a subject. Reference identity.</summary>
/// <param name="cap">The cap.</param>
/// <param name="limit">Its amount, to the fen.</param>
/// <param name="members">The clauses under it that may get something.</param>
/// <param name="order">Its place among the caps that were applied.</param>
internal sealed class JointCapRun(IrJointCap cap, NumberValue limit, List<ClauseEvaluation> members, int order)
{
    public IrJointCap Cap { get; } = cap;

    public NumberValue Limit { get; } = limit;

    public List<ClauseEvaluation> Members { get; } = members;

    public int Order { get; } = order;

    /// <summary>What the clauses came to before it, once for clauses of which only one is paid.</summary>
    public Bounds Before { get; init; }
}

/// <summary>What a 合计上限 did to one clause.</summary>
/// <param name="Run">The cap.</param>
/// <param name="Before">The amount before it.</param>
/// <param name="After">The amount after it.</param>
internal sealed record JointCut(JointCapRun Run, NumberValue Before, NumberValue After)
{
    /// <summary>Whether it changed anything.</summary>
    public bool Bites => Before.Bounds != After.Bounds;

    /// <summary>What it did, as a sentence.</summary>
    public string Text
    {
        get
        {
            var cap = $"{Run.Cap} 不超过 {Wording.Money(Run.Limit.Bounds)}";
            if (!Bites)
                return $"{cap}：合计 {Wording.Money(Run.Before)}，未超过。";
            var over = Run is { Before: { IsPoint: true, Low: { } sum }, Limit.Bounds: { IsPoint: true, Low: { } limit } }
                ? $"合计 {Wording.Money(Run.Before)}，超过 {Wording.Money(Bounds.Exactly(sum - limit))}，"
                : $"合计 {Wording.Money(Run.Before)}，";
            return $"{cap}：{over}本条款由 {Wording.Money(Before.Bounds)} 减为 {Wording.Money(After.Bounds)}。";
        }
    }
}

/// <summary>Applies the caps of a subject's clauses.</summary>
internal static class JointCaps
{
    /// <summary>
    /// Applies them, policy by policy in the order of the text: a later cap sees what an earlier one left. Clauses that are displaced or
    /// get nothing stand under none.
    /// </summary>
    /// <param name="works">The clauses after the competitions.</param>
    /// <param name="limitOf">The amount of a cap for the subject of a frame, to the fen.</param>
    public static void Apply(List<ClauseEvaluation> works, Func<IrJointCap, Frame, NumberValue> limitOf)
    {
        var order = 0;
        foreach (var cap in works.Select(static work => work.Policy).Distinct().SelectMany(static policy => policy.JointCaps))
        {
            var members = cap.Clauses.Select(clause => works.Find(work => ReferenceEquals(work.Clause, clause)))
                .OfType<ClauseEvaluation>()
                .Where(static work => work.DisplacedBy is null && work.Amount.Bounds.High is not { Sign: <= 0 }).ToList();
            if (members.Count == 0)
                continue;
            var before = JointTotals.Inside([.. TotalsRule.Items(works)], members, order);
            var run = new JointCapRun(cap, limitOf(cap, members[0].Subject).AtLeastZero(), members, order++) { Before = before };
            var first = cap.First.Select(clause => members.FindIndex(member => ReferenceEquals(member.Clause, clause)))
                .Where(static index => index >= 0).ToList();
            foreach (var (member, after) in members.Zip(
                JointCapRule.Left(members.ConvertAll(static member => member.Amount), first, run.Limit, before.High)))
                member.Cut(new(run, member.Amount, after));
        }
    }
}
