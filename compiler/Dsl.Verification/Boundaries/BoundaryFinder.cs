// Finds the boundaries of clauses, which sides of them examples lie on, and a case for each side.
using System.Collections.Immutable;
using Dsl.Evaluation.Examples;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Verification.Boundaries;

/// <summary>
/// A case beside a boundary is made from an example of the clause in which both sides are known: one fact is moved to where the two
/// sides meet (they are taken as linear in it, which the case then shows or not), and a smallest step below and above.
/// </summary>
public sealed class BoundaryFinder(IrProgram program)
{
    private readonly ExampleRunner _runner = new(program);

    /// <summary>The boundaries of all clauses, in the order of the files.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IEnumerable<Boundary> All(CancellationToken cancellation) =>
        program.Policies.SelectMany(policy => policy.Clauses.SelectMany(clause => Of(policy, clause, cancellation)));

    /// <summary>The boundaries of one clause.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IEnumerable<Boundary> Of(IrPolicy policy, IrClause clause, CancellationToken cancellation)
    {
        var pairs = Pairs(clause).ToList();
        if (pairs.Count == 0)
            yield break;
        var examples = policy.Examples.Where(example => !example.IsTarget && example.Number == clause.Number)
            .Select(example => _runner.Trace(policy, example)).ToList();
        foreach (var (left, right, origin, _) in pairs)
        {
            cancellation.ThrowIfCancellationRequested();
            var known = examples.SelectMany(example => Known(example, left, right)).ToList();
            var sides = known.Select(static place => SideOf(place.Difference)).ToImmutableHashSet();
            yield return new(policy, clause, left, right, origin, sides, Propose(policy, known, left, right));
        }
    }

    /// <summary>The pairs of a clause of which one side is constant; the constant is the right side.</summary>
    private static IEnumerable<ComparedPair> Pairs(IrClause clause)
    {
        var roots = clause.Conditions.Where(static condition => !condition.FromScope).Select(static condition => condition.Expression)
            .Concat(clause.Locals.Select(static local => local.Value)).Concat(clause.Amounts);
        return ComparedPair.In(roots).Where(static pair => ComparedPair.IsConstant(pair.Right) && !ComparedPair.IsConstant(pair.Left));
    }

    private static BoundarySide SideOf(Rational difference) =>
        difference.Sign < 0 ? BoundarySide.Below : difference.Sign == 0 ? BoundarySide.At : BoundarySide.Above;

    /// <summary>Every frame of an example in which both sides are certain.</summary>
    private static IEnumerable<Place> Known(ExampleResult example, IrExpression left, IrExpression right) =>
        example.Trace is not { } trace ? []
            : new ComparedPair(left, right, left.Origin, ComparedKind.Comparison).KnownIn(trace)
                .Select(known => new Place(example, known.Frame, known.Left - known.Right));

    private ImmutableArray<BoundaryProposal> Propose(IrPolicy policy, List<Place> known, IrExpression left, IrExpression right)
    {
        // An example in which the clause pays something is more informative than one refused for another reason.
        foreach (var place in known.OrderBy(static place =>
            place.Example.Clause?.Status switch { ClauseStatus.Eligible => 0, ClauseStatus.AwaitingDecision => 1, _ => 2 }))
        {
            foreach (var field in FactsIn(left).Where(static field => FactStep.Of(field.Type) is not null).Distinct())
            {
                if (Move(policy, place, field, left, right) is { IsEmpty: false } proposals)
                    return proposals;
            }
        }
        return [];
    }

    /// <summary>The facts that an expression reads, also through 令.</summary>
    private static IEnumerable<IrField> FactsIn(IrExpression node) => IrWalk.All(node).SelectMany(static part => part switch
    {
        IrFact fact => [fact.Field],
        IrLocalValue local => FactsIn(local.Local.Value),
        _ => Enumerable.Empty<IrField>(),
    });

    private ImmutableArray<BoundaryProposal> Move(IrPolicy policy, Place place, IrField field, IrExpression left, IrExpression right)
    {
        if (FactStep.Of(field.Type) is not { } step || ValueOf(place, field) is not { } now)
            return [];
        var probe = now + step * 1000;
        if (Difference(policy, place, field, probe, left, right) is not { } moved || moved == place.Difference)
            return [];
        var meeting = now - place.Difference * (probe - now) / (moved - place.Difference);
        var floor = new Rational((meeting / step).Floor(), 1) * step;
        var below = floor == meeting ? floor - step : floor;
        var candidates = floor == meeting ? new[] { below, meeting, meeting + step } : [below, below + step];
        var proposals = ImmutableArray.CreateBuilder<BoundaryProposal>();
        foreach (var value in candidates.Where(value =>
            (field.InputRange.Low is not { } low || value >= low) && (field.InputRange.High is not { } high || value <= high)))
        {
            var result = _runner.Trace(policy, With(place.Example.Example, place.Frame, field, value));
            if (Known(result, left, right).FirstOrDefault(other => IsSameRow(other.Frame, place.Frame)) is { } there)
                proposals.Add(new(SideOf(there.Difference), field, value, result));
        }
        return [.. proposals.DistinctBy(static proposal => proposal.Side).OrderBy(static proposal => proposal.Side)];
    }

    private Rational? Difference(IrPolicy policy, Place place, IrField field, Rational value, IrExpression left, IrExpression right) =>
        Known(_runner.Trace(policy, With(place.Example.Example, place.Frame, field, value)), left, right)
            .FirstOrDefault(other => IsSameRow(other.Frame, place.Frame))?.Difference;

    private static bool IsSameRow(Frame left, Frame right) => left.Detail == right.Detail && left.Row?.Key == right.Row?.Key;

    private static Rational? ValueOf(Place place, IrField field) =>
        (field.Detail is { } detail ? place.Frame.FindRow(detail)?.Row?.Values[field.Ordinal] : place.Frame.Subject?.Values[field.Ordinal])
            is { } value
            ? ComparedPair.Number(value)
            : null;

    /// <summary>The example with one fact changed, in the row of the frame where it is one of a row.</summary>
    private static IrExample With(IrExample example, Frame frame, IrField field, Rational value)
    {
        var facts = example.Facts;
        if (field.Detail is not { } name)
            return example with { Facts = facts with { Values = facts.Values.SetItem(field.Ordinal, NumberValue.Of(value)) } };
        var detail = facts.Subject.Details.First(detail => detail.Name == name);
        if (frame.FindRow(name)?.Row is not { } row || facts.Details[detail.Ordinal] is not { } rows)
            return example;
        var changed = rows.Select(other =>
            other.Key == row.Key ? new RowFacts(other.Key, other.Values.SetItem(field.Ordinal, NumberValue.Of(value))) : other);
        return example with { Facts = facts with { Details = facts.Details.SetItem(detail.Ordinal, [.. changed]) } };
    }

    /// <summary>A place in an example at which both sides are known.</summary>
    private sealed record Place(ExampleResult Example, Frame Frame, Rational Difference);
}
