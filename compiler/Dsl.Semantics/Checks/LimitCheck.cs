// A part of min or max that never decides: min(x, 1亿元) where x is at most 5000万元, max(min(x, 100万元), 100万元).
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks;

/// <summary>Limits that never bite, by the bounds of what they limit.</summary>
public sealed class LimitCheck : ICheck
{
    private static readonly DiagnosticRule NeverDecides = new("DSL3017", Severity.Warning,
        "「{0}」在这个 {1} 里从不起作用：「{2}」总是{3}它。", "对照原文检查两个数和 min、max；确实用不到的，删去它。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [NeverDecides];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies.Where(context.IsSound))
        {
            var calls = BoundParts.Of(policy).SelectMany(static root => root.DescendantsAndSelf()).OfType<BoundCall>()
                .Where(static call => call is
                    { Function.Meaning: ExtremeMeaning, Syntax: not (ProgressiveExpression or PerIncreaseExpression) })
                .DistinctBy(static call => call.Span);
            foreach (var call in calls)
                Check(context, policy, call);
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, BoundCall call)
    {
        var isMin = call.Function.IsLeast;
        var bounds = call.Arguments.Select(argument => isMin ? BoundsOf(argument) : -BoundsOf(argument)).ToList();
        // Only what lies above the least upper end has a winner: a list of thousands is not compared each with each.
        var least = bounds.Select(static bound => bound.High).Where(static high => high is not null).Min();
        for (var i = 0; i < bounds.Count; i++)
        {
            if (bounds[i].Low is not { } lowest || least is null || lowest < least)
                continue;
            // Of two that are always the same, the later one is of no use.
            var winner = bounds.FindIndex(other => other.High is { } high && bounds[i].Low is { } low && high <= low && other != bounds[i]);
            if (winner < 0 && bounds[i].IsPoint)
                winner = bounds.FindIndex(0, i, other => other == bounds[i]);
            if (winner < 0)
                continue;
            context.Report(NeverDecides.At(policy.Source, call.Arguments[i].Span, policy.Source[call.Arguments[i].Span], call.Function.Name,
                policy.Source[call.Arguments[winner].Span], isMin ? "不高于" : "不低于"));
            return;
        }
    }

    /// <summary>
    /// What a value lies between, for every input that the schema allows; without a written 范围 a quantity is at least 0.
    /// </summary>
    private static Bounds BoundsOf(BoundExpression node) => node switch
    {
        _ when ConstantFolder.Number(node) is { } number => Bounds.Exactly(number),
        BoundFact fact => fact.Field.DeclaredRange ?? (fact.Type is QuantityType ? Bounds.NonNegative : Bounds.Everything),
        BoundLocal { Let.Value: var value } => BoundsOf(value),
        BoundNegate negate => -BoundsOf(negate.Operand),
        BoundArithmetic sum => Compute(sum.Operator, BoundsOf(sum.Left), BoundsOf(sum.Right)),
        BoundConditional choice => BoundsOf(choice.WhenTrue).Hull(BoundsOf(choice.WhenFalse)),
        BoundTable table => table.Rows.Select(static row => BoundsOf(row.Result)).Aggregate(static (left, right) => left.Hull(right)),
        BoundCall { Function.IsLeast: true } call => call.Arguments.Select(BoundsOf).Aggregate(Bounds.Min),
        BoundCall { Function.IsGreatest: true } call => call.Arguments.Select(BoundsOf).Aggregate(Bounds.Max),
        BoundAggregate { Selector: { } selector, Type: QuantityType } when BoundsOf(selector).Low is { Sign: >= 0 } => Bounds.NonNegative,
        _ => Bounds.Everything,
    };

    private static Bounds Compute(ArithmeticOperator op, Bounds left, Bounds right) => NumberLimits.Hold(op switch
    {
        ArithmeticOperator.Add => left + right,
        ArithmeticOperator.Subtract => left - right,
        ArithmeticOperator.Multiply => left * right,
        _ => right.HoldsZero ? Bounds.Everything : left / right,
    });
}
