// 首次 营业收入 超过 … : …: what is paid for levels, with the history that they are compared with.
using System.Collections.Immutable;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Bound;

/// <summary>A level of 首次.</summary>
/// <param name="Least">What is to be passed or reached; a figure.</param>
/// <param name="Amount">What it gives; a figure, no less than that of the level below.</param>
public sealed record BoundMilestone(BoundExpression Least, BoundExpression Amount);

/// <summary>首次: the amount of the highest level that the fact reaches this year, where no earlier year reached it.</summary>
/// <param name="Syntax">Where it comes from.</param>
/// <param name="Span">The place in the text.</param>
/// <param name="ThisYear">The fact of the application year.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Rows">The detail that holds it, a row for each year.</param>
/// <param name="IsInclusive">达到 rather than 超过.</param>
/// <param name="Levels">Lowest first; at least one.</param>
public sealed record BoundMilestones(ExpressionSyntax Syntax, TextSpan Span, BoundExpression ThisYear, FieldSymbol Fact,
    DetailSymbol Rows, bool IsInclusive, ImmutableArray<BoundMilestone> Levels)
    : BoundExpression(Syntax, Span, DslType.Money)
{
    /// <summary>The clause whose records say which levels were paid.</summary>
    public required string ClauseNumber { get; init; }

    /// <summary>超过 or 达到 as it is written.</summary>
    public required string Word { get; init; }
}
