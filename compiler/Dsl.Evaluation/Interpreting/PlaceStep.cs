// 名额 and 总额 of a subject: what it claims, and what the registry leaves to it. After 竞合, before 分担.
using System.Collections.Frozen;
using Dsl.Evaluation.Places;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>What 名额 and 总额 made of a clause.</summary>
/// <param name="Claimed">What it came to before.</param>
/// <param name="Given">The place in the registry; null where the subject is looked at alone.</param>
internal sealed record PlaceStanding(Bounds Claimed, SettledPlace? Given);

/// <summary>Applies places.</summary>
/// <param name="context">With the places of a registry, where there is one.</param>
/// <param name="evaluator">Evaluates expressions.</param>
internal sealed class PlaceStep(EvaluationContext context, ExpressionEvaluator evaluator)
{
    /// <summary>What gives way to those who come first is told so.</summary>
    private const string Earlier = "排在前面的主体";

    private const string QuotaName = "名额", BudgetName = "总额";

    /// <summary>What there is to give under a clause: the same for all subjects.</summary>
    public static PlaceTerms TermsOf(IrPolicy policy, IrClause clause, EvaluationContext context)
    {
        var evaluator = new ExpressionEvaluator(context);
        var frame = Frame.ForRegistry(policy, FrozenDictionary<IrAggregate, Value>.Empty);
        Bounds Of(IrExpression? expression) =>
            expression is null ? Bounds.Everything : evaluator.EvaluateNumber(expression, frame).Bounds;
        return new(Of(clause.Quota?.Count), Of(clause.Budget?.Amount));
    }

    /// <summary>What a subject claims; null where it claims nothing and holds no place.</summary>
    public PlaceClaim? ClaimOf(ClauseEvaluation work, string key)
    {
        var isDue = IsClaimed(work);
        var holds = work.Clause.Quota is { IsYearly: false } && work.Records.WasPaid;
        return isDue == Truth.No && !holds ? null
            : new(key, isDue, isDue == Truth.Yes ? work.Amount.Bounds : work.Amount.Bounds with { Low = 0 },
                Score(work, work.Clause.Quota?.Order).Bounds, Score(work, work.Clause.Budget?.Order).Bounds, holds);
    }

    /// <summary>Puts what the registry leaves to a subject in the place of its claims.</summary>
    public void Apply(IReadOnlyList<ClauseEvaluation> works, SubjectFacts facts)
    {
        foreach (var work in works)
        {
            if (!work.Clause.NeedsPlaces || IsClaimed(work) == Truth.No)
                continue;
            var place = context.Places?.Find(work.Clause, facts.Key);
            work.Place = new(work.Amount.Bounds, place);
            var (before, group) = (work.Standing, work.Group);
            work.Standing = Standing(work, place);
            if (group is not null && work.Standing != before)
                Loosen(works, group);
        }
    }

    // It may get nothing though it would win: nothing of its group is sure any more.
    private static void Loosen(IReadOnlyList<ClauseEvaluation> works, CompetingGroup group)
    {
        var members = works.Where(member => ReferenceEquals(member.Group, group)).ToList();
        var most = members.Aggregate(Bounds.Exactly(0), static (amount, member) => Bounds.Max(amount, member.Amount.Bounds));
        var loose = group with
        {
            Amount = new(0, Bounds.Min(group.Amount, most).High),
            Forms = [.. group.Forms.Select(static form => form with { Amount = form.Amount with { Low = 0 } })],
        };
        foreach (var member in members)
            member.Standing = member.Standing with { Group = loose };
    }

    private ClauseStanding Standing(ClauseEvaluation work, SettledPlace? place)
    {
        var standing = work.Standing;
        if (place is { Outcome: PlaceOutcome.Beyond })
        {
            var name = place.OfQuota == PlaceOutcome.Beyond ? QuotaName : BudgetName;
            return standing with
            {
                Amount = NumberValue.Zero, IsDue = TruthValue.No, DisplacedBy = new(Earlier, "", name), Group = null, MayLose = true,
            };
        }
        if (place is { Outcome: PlaceOutcome.Within } && place.Amount == place.Claimed)
            return standing;
        if (place is { Outcome: PlaceOutcome.Within })
            return standing with
            {
                Amount = new(place.Amount, standing.Amount.Unknowns | Unknowns.Of(UnknownKind.Place, BudgetName)), MayLose = true,
            };
        var ofQuota = work.Clause.Quota is not null && place is not { OfQuota: PlaceOutcome.Within };
        var order = ofQuota ? work.Clause.Quota?.Order : work.Clause.Budget?.Order;
        var waits = Unknowns.Of(UnknownKind.Place, ofQuota ? QuotaName : BudgetName) | Score(work, order).Unknowns;
        return standing with
        {
            Amount = new((place?.Amount ?? work.Amount.Bounds) with { Low = 0 }, standing.Amount.Unknowns | waits),
            IsDue = new(Truth.Unknown, standing.IsDue.Unknowns | waits),
            MayLose = true,
        };
    }

    // What is open against a rival, or may be taken off as a whole, is claimed perhaps.
    private static Truth IsClaimed(ClauseEvaluation work) =>
        work.Displacement is not null || work.IsDue.IsNo ? Truth.No
        : work.IsDue.IsYes && work is { Group: null, Total.Takes.IsYes: true }
            && (!work.Standing.MayLose || work.Amount.IsCertain || work.Amount.Bounds.Low is { Sign: > 0 }) ? Truth.Yes
        : Truth.Unknown;

    private NumberValue Score(ClauseEvaluation work, IrOrder? order) =>
        order is null ? new(Bounds.Everything, Unknowns.None) : evaluator.EvaluateNumber(order.By, work.Subject);
}
