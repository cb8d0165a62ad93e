// References of a clause to others: 条款 26 的金额, 比照 条款 7.
using System.Collections.Immutable;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Bound;

/// <summary>条款 26 的金额.</summary>
/// <param name="Syntax">Where it comes from.</param>
/// <param name="Span">The place in the text.</param>
/// <param name="Number">The number of the clause.</param>
public sealed record BoundClauseAmount(ExpressionSyntax Syntax, TextSpan Span, string Number)
    : BoundExpression(Syntax, Span, DslType.Money);

/// <summary>A fact of another clause with the value that stands for it.</summary>
/// <param name="Syntax">Where it is written.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Value">A value of the same unit.</param>
public sealed record BoundReplacement(ReplacementSyntax Syntax, FieldSymbol Fact, BoundExpression Value);

/// <summary>比照 条款 7 (甲 = 乙).</summary>
/// <param name="Syntax">Where it is written.</param>
/// <param name="Number">The number of the clause.</param>
/// <param name="Replacements">What stands for its facts.</param>
public sealed record BoundLikeness(LikeExpression Syntax, string Number, ImmutableArray<BoundReplacement> Replacements);

/// <summary>A reference to a clause.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Span">Where it is named.</param>
public readonly record struct ClauseReference(string Number, TextSpan Span)
{
    /// <summary>The references of a clause, in the order of its parts.</summary>
    public static ImmutableArray<ClauseReference> Of(BoundClause clause)
    {
        var amounts = BoundParts.Of(clause).SelectMany(static root => root.DescendantsAndSelf()).OfType<BoundClauseAmount>()
            .Select(static amount => new ClauseReference(amount.Number, amount.Span));
        return clause.Award?.Like is { } like ? [.. amounts, new(like.Number, like.Syntax.Span)] : [.. amounts];
    }
}
