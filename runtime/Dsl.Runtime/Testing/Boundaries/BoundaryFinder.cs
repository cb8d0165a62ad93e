// Finds the boundaries of clauses, which sides of them examples lie on, and a case for each side.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Library.Types;
using Dsl.Library.Values;

namespace Dsl.Runtime.Testing.Boundaries;

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

    private IEnumerable<Boundary> Of(IrPolicy policy, IrClause clause, CancellationToken cancellation)
    {
        var pairs = Pairs(clause).ToList();
        if (pairs.Count == 0)
            yield break;
        var examples = policy.Examples.Where(example => !example.IsTarget && example.Number == clause.Number).Select(example => _runner.Run(policy, example)).ToList();
        foreach (var (left, right, origin) in pairs)
        {
            cancellation.ThrowIfCancellationRequested();
            var known = examples.SelectMany(example => Known(example, left, right)).ToList();
            var sides = known.Select(static place => SideOf(place.Difference)).ToImmutableHashSet();
            yield return new(policy, clause, left, right, origin, sides, Propose(policy, known, left, right));
        }
    }

    /// <summary>The two sides of each comparison of numbers, and of each part of min and max with a constant; a constant stands on the right.</summary>
    private static IEnumerable<(IrExpression Left, IrExpression Right, SourceLocation Origin)> Pairs(IrClause clause)
    {
        var award = clause.Award switch { IrFormula formula => formula.Amount, IrDiscretion discretion => discretion.Ceiling, _ => null };
        var roots = clause.Conditions.Where(static condition => !condition.FromScope).Select(static condition => condition.Expression)
            .Concat(clause.Locals.Select(static local => local.Value))
            .Concat(new[] { award, clause.SubjectCap, clause.CumulativeCap }.OfType<IrExpression>());
        foreach (var node in roots.SelectMany(IrWalk.All).Distinct())
        {
            switch (node)
            {
                case IrCompare compare when IsConstant(compare.Left) != IsConstant(compare.Right):
                    yield return IsConstant(compare.Left) ? (compare.Right, compare.Left, compare.Origin) : (compare.Left, compare.Right, compare.Origin);
                    break;
                case IrCall { Function.Name: "min" or "max" } call when call.Arguments.Length > 1:
                    foreach (var cap in call.Arguments.Where(IsConstant))
                    {
                        foreach (var part in call.Arguments.Where(static argument => !IsConstant(argument)))
                            yield return (part, cap, call.Origin);
                    }
                    break;
            }
        }
    }

    /// <summary>Whether no fact decides it.</summary>
    private static bool IsConstant(IrExpression node) => IrWalk.All(node).All(static part => part is not (IrFact or IrAggregate or IrLocalValue));

    private static BoundarySide SideOf(Rational difference) => difference.Sign < 0 ? BoundarySide.Below : difference.Sign == 0 ? BoundarySide.At : BoundarySide.Above;

    /// <summary>Every frame of an example in which both sides are certain.</summary>
    private static IEnumerable<Place> Known(ExampleResult example, IrExpression left, IrExpression right)
    {
        if (example.Trace is not { } trace)
            yield break;
        foreach (var (frame, node, value) in trace.Values)
        {
            if (ReferenceEquals(node, left) && Number(value) is { } one && trace.TryGetValue(right, frame, out var other) && Number(other) is { } limit)
                yield return new(example, frame, one - limit);
        }
    }

    private static Rational? Number(Value value) => value is NumberValue { IsCertain: true, Bounds.Low: { } number } ? number : null;

    private ImmutableArray<BoundaryProposal> Propose(IrPolicy policy, List<Place> known, IrExpression left, IrExpression right)
    {
        // An example in which the clause gives something tells more than one in which it is refused for another reason.
        foreach (var place in known.OrderBy(static place => place.Example.Clause?.Status switch { ClauseStatus.Eligible => 0, ClauseStatus.AwaitingDecision => 1, _ => 2 }))
        {
            foreach (var field in FactsIn(left).Where(static field => StepOf(field.Type) is not null).Distinct())
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
        if (StepOf(field.Type) is not { } step || ValueOf(place, field) is not { } now)
            return [];
        var probe = now + step * 1000;
        if (Difference(policy, place, field, probe, left, right) is not { } moved || moved == place.Difference)
            return [];
        var meeting = now - place.Difference * (probe - now) / (moved - place.Difference);
        var floor = new Rational((meeting / step).Floor(), 1) * step;
        var below = floor == meeting ? floor - step : floor;
        var candidates = floor == meeting ? new[] { below, meeting, meeting + step } : [below, below + step];
        var proposals = ImmutableArray.CreateBuilder<BoundaryProposal>();
        foreach (var value in candidates.Where(value => (field.InputRange.Low is not { } low || value >= low) && (field.InputRange.High is not { } high || value <= high)))
        {
            var result = _runner.Run(policy, With(place.Example.Example, place.Frame, field, value));
            if (Known(result, left, right).FirstOrDefault(other => IsSameRow(other.Frame, place.Frame)) is { } there)
                proposals.Add(new(SideOf(there.Difference), field, value, result));
        }
        return [.. proposals.DistinctBy(static proposal => proposal.Side).OrderBy(static proposal => proposal.Side)];
    }

    private Rational? Difference(IrPolicy policy, Place place, IrField field, Rational value, IrExpression left, IrExpression right) =>
        Known(_runner.Run(policy, With(place.Example.Example, place.Frame, field, value)), left, right)
            .FirstOrDefault(other => IsSameRow(other.Frame, place.Frame))?.Difference;

    private static bool IsSameRow(Frame left, Frame right) => left.Detail == right.Detail && left.Row?.Key == right.Row?.Key;

    /// <summary>The smallest step in which a fact is written; null for what is no number.</summary>
    private static Rational? StepOf(DslType type) => type switch
    {
        QuantityType { IsMoney: true } => new Rational(1, 100),
        QuantityType { IsRatio: true } => new Rational(1, 10_000),
        QuantityType or DateType or YearType => Rational.One,
        _ => null,
    };

    private static Rational? ValueOf(Place place, IrField field) =>
        (field.Detail is { } detail ? place.Frame.FindRow(detail)?.Row?.Values[field.Ordinal] : place.Frame.Subject?.Values[field.Ordinal]) is { } value ? Number(value) : null;

    /// <summary>The example with one fact changed, in the row of the frame where it is one of a row.</summary>
    private static IrExample With(IrExample example, Frame frame, IrField field, Rational value)
    {
        var facts = example.Facts;
        if (field.Detail is not { } name)
            return example with { Facts = facts with { Values = facts.Values.SetItem(field.Ordinal, NumberValue.Of(value)) } };
        var detail = facts.Subject.Details.First(detail => detail.Name == name);
        if (frame.FindRow(name)?.Row is not { } row || facts.Details[detail.Ordinal] is not { } rows)
            return example;
        var changed = rows.Select(other => other.Key == row.Key ? new RowFacts(other.Key, other.Values.SetItem(field.Ordinal, NumberValue.Of(value))) : other);
        return example with { Facts = facts with { Details = facts.Details.SetItem(detail.Ordinal, [.. changed]) } };
    }

    /// <summary>A place in an example at which both sides are known.</summary>
    private sealed record Place(ExampleResult Example, Frame Frame, Rational Difference);
}
