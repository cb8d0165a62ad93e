// Reads formulas as shares of costs, case by case.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Bound;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks.Shares;

/// <summary>The cases of an amount; none where a formula says something else than shares.</summary>
internal static class ShareReader
{
    /// <summary>How many cases of a formula are distinguished.</summary>
    private const int MostCases = 64;

    /// <summary>What a clause gives, with the caps of the clause.</summary>
    public static ImmutableArray<CostShare> Of(BoundClause clause)
    {
        if (clause.Award?.Amount is not { } amount || clause.Form.Length > 0 || clause.PassThrough is not null)
            return [];
        var cases = Read(amount).AsEnumerable();
        foreach (var cap in new[] { clause.SubjectCap, clause.CumulativeCap }.OfType<BoundExpression>().Select(NumberOf).OfType<Rational>())
            cases = cases.Select(share => share.UpTo(cap));
        return clause.Award.Mode == BoundAwardMode.Formula ? [.. cases] : [.. cases.Select(static share => share with { IsExact = false })];
    }

    private static ImmutableArray<CostShare> Read(BoundExpression node)
    {
        if (NumberOf(node) is { } number)
            return [CostShare.Of(number)];
        var cases = node switch
        {
            BoundFact { Type: QuantityType { IsMoney: true } } fact => [CostShare.Of(fact.Field)],
            BoundLocal { Let.Value: var value } => Read(value),
            BoundArithmetic sum => Combine(sum),
            BoundCall call => Call(call),
            BoundConditional choice =>
                [.. Under(choice.WhenTrue, (choice.Condition, true)), .. Under(choice.WhenFalse, (choice.Condition, false))],
            BoundTable table => [.. table.Rows
                .SelectMany(static row => Under(row.Result, [.. row.Cells.OfType<BoundExpression>().Select(static cell => (cell, true))]))],
            BoundAggregate { Kind: AggregateKind.Sum, Selector: { } selector } rows =>
                rows.Filter is null ? Read(selector) : [.. Read(selector).Select(static share => share with { IsExact = false })],
            _ => ImmutableArray<CostShare>.Empty,
        };
        return cases.Length <= MostCases ? cases : [];
    }

    private static IEnumerable<CostShare> Under(BoundExpression node, params (BoundExpression Truth, bool MustHold)[] truths) =>
        Read(node).Select(share => share.Where(truths));

    private static ImmutableArray<CostShare> Combine(BoundArithmetic node)
    {
        var (left, right) = (Read(node.Left), Read(node.Right));
        if (left.Length * right.Length > MostCases)
            return [];
        return [
            .. left.SelectMany(one => right.Select(other => (one with { When = [.. one.When, .. other.When] }, other with { When = [] })))
                .Select(pair => Combine(node.Operator, pair.Item1, pair.Item2)).OfType<CostShare>()];
    }

    private static CostShare? Combine(ArithmeticOperator op, CostShare left, CostShare right) => op switch
    {
        ArithmeticOperator.Add => left.Plus(right),
        ArithmeticOperator.Subtract => right.Number is { } less ? left.Plus(CostShare.Of(-less)) : null,
        ArithmeticOperator.Multiply when right.Number is { Sign: >= 0 } factor => left.Times(factor),
        ArithmeticOperator.Multiply when left.Number is { Sign: >= 0 } factor => right.Times(factor) with { When = left.When },
        ArithmeticOperator.Divide when right.Number is { Sign: > 0 } divisor => left.Times(Rational.One / divisor),
        _ => null,
    };

    private static ImmutableArray<CostShare> Call(BoundCall call)
    {
        if (call.Function.Meaning is RoundingMeaning)
            return Read(call.Arguments[0]);
        if (call.Function.Meaning is not ExtremeMeaning { IsLeast: var isLeast })
            return [];
        var limits = call.Arguments.Select(NumberOf).OfType<Rational>().ToList();
        var shares = call.Arguments.Where(static argument => NumberOf(argument) is null).ToList();
        if (!isLeast)
            return [.. shares.SelectMany(static share => Read(share))
                .Select(share => share with { IsExact = share.IsExact && limits.TrueForAll(static limit => limit.Sign <= 0) })];
        // Of several shares under one min the others may be as great as one likes, unless they are of the same cost:
        // then the lesser counts.
        var cases = shares.Count == 1
            ? Read(shares[0])
            : [.. shares.SelectMany(static share => Read(share)).Select(static share => share with { IsExact = false })];
        if (cases.Length > MostCases)
            return [];
        if (shares.Count > 1)
            cases = [.. cases.Where(share => share.Pieces.All(piece => piece.Cost is not { } cost
                || cases.All(other => other.RateOf(cost) is var rate && (rate.IsZero || rate >= share.RateOf(cost)))))];
        return limits.Count == 0 ? cases : [.. cases.Select(share => share.UpTo(limits.Min()))];
    }

    private static Rational? NumberOf(BoundExpression node) => node switch
    {
        BoundParameter { Parameter.History: [.., var latest] } =>
            latest.Value is NumberValue { Bounds: { IsPoint: true, Low: { } value } } ? value : null,
        BoundLocal { Let.Value: var local } => NumberOf(local),
        _ => ConstantFolder.Number(node),
    };
}
