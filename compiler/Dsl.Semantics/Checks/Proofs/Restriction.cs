// A truth about one value, read as what it leaves of that value.
using Dsl.Values.Terms;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Text;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>What a truth says about one fact or one expression.</summary>
/// <param name="On">The fact or expression.</param>
/// <param name="Key">Equal for the same fact, and for expressions that are written alike.</param>
/// <param name="Set">The values that it leaves.</param>
internal sealed record Restriction(BoundExpression Truth, BoundExpression On, object Key, ValueSet Set)
{
    /// <summary>Reads a truth.</summary>
    /// <param name="mustHold">Whether it has to hold, or has to fail.</param>
    /// <param name="source">The file that it stands in.</param>
    /// <returns>null where it is about several values, or about one in a way that no <see cref="ValueSet"/> says.</returns>
    public static Restriction? Of(BoundExpression truth, bool mustHold, SourceText source)
    {
        switch (truth)
        {
            case BoundNot not:
                return Of(not.Operand, !mustHold, source);
            case BoundFact:
                return Make(truth, ValueSet.Words([mustHold ? "是" : "否"]));
            case BoundLocal { Let.Value: var value } when truth.Type is TruthType:
                return Of(value, mustHold, source) is { } inner ? inner with { Truth = truth } : null;
            case BoundSameTruth { Left: var on, Right: BoundConstant { Value: TruthValue { IsCertain: true } word } }:
                return Make(on, ValueSet.Words([(word.Truth == Dsl.Values.Exact.Truth.Yes) == mustHold ? "是" : "否"]));
            case BoundSameText { Left: var on, Right: BoundConstant { Value: TextValue { Text: { } text } } }:
                return Make(on, mustHold ? ValueSet.Words([text]) : new() { Without = [text] });
            case BoundMembership { IsOpen: false } member:
                return Make(member.Operand, mustHold ? ValueSet.Words(member.Values) : new() { Without = [.. member.Values] });
            case BoundComparison comparison:
                return OfComparison(comparison, mustHold);
            default:
                return null;
        }

        Restriction? OfComparison(BoundComparison comparison, bool mustHold)
        {
            var op = mustHold ? comparison.Operator : Opposite(comparison.Operator);
            if (ConstantFolder.Number(comparison.Right) is { } right && ConstantFolder.Number(comparison.Left) is null)
                return ValueSet.Compared(op, right) is { } set ? Make(comparison.Left, set) : null;
            if (ConstantFolder.Number(comparison.Left) is { } left && ConstantFolder.Number(comparison.Right) is null)
                return ValueSet.Compared(Mirrored(op), left) is { } set ? Make(comparison.Right, set) : null;
            return null;
        }

        Restriction Make(BoundExpression on, ValueSet set) => new(truth, on, KeyOf(on, source), set);
    }

    /// <summary>Equal for the same fact, and for expressions that are written alike.</summary>
    public static object KeyOf(BoundExpression on, SourceText source) => on switch
    {
        BoundFact fact => fact.Field,
        BoundLocal { Let.Value: BoundFact fact } => fact.Field,
        // 第几年 of two clauses is the same where it is computed alike.
        BoundLocal { Let.Value: var value } when !value.DescendantsAndSelf().Any(static node => node is BoundLocal) => KeyOf(value, source),
        BoundLocal local => local.Let,
        _ => string.Concat(source[on.Span].Where(static letter => !char.IsWhiteSpace(letter))),
    };

    /// <summary>What holds where a comparison fails.</summary>
    public static ComparisonOperator Opposite(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Equal => ComparisonOperator.NotEqual,
        ComparisonOperator.NotEqual => ComparisonOperator.Equal,
        ComparisonOperator.Less => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.LessOrEqual => ComparisonOperator.Greater,
        ComparisonOperator.Greater => ComparisonOperator.LessOrEqual,
        _ => ComparisonOperator.Less,
    };

    /// <summary>The comparison with its sides exchanged.</summary>
    public static ComparisonOperator Mirrored(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => op,
    };
}
