// Nodes of facts by year: 年度经营.营业收入(年度 - 2年), 首次 … 超过 … : …, … 每增加 … : ….
using System.Collections.Immutable;

namespace Dsl.Syntax.Tree;

/// <summary>年度经营.营业收入(年度 - 2年): a fact of a named detail in a year.</summary>
public sealed class QualifiedCallExpression(QualifiedNameExpression name, SyntaxToken open, SeparatedList<ExpressionSyntax> arguments,
    SyntaxToken close)
    : ExpressionSyntax
{
    public QualifiedNameExpression Name { get; } = name;

    public SeparatedList<ExpressionSyntax> Arguments { get; } = arguments;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Name, open, Arguments.Elements, close);
}

/// <summary>首次 营业收入 超过 1亿元、3亿元 : 10万元、20万元: the highest level that was not reached in any year before.</summary>
public sealed class MilestoneExpression(SyntaxToken first, ExpressionSyntax fact, SyntaxToken comparison,
    SeparatedList<ExpressionSyntax> levels, SyntaxToken colon, SeparatedList<ExpressionSyntax> amounts)
    : ExpressionSyntax
{
    /// <summary>首次.</summary>
    public SyntaxToken First { get; } = first;

    public ExpressionSyntax Fact { get; } = fact;

    /// <summary>超过 or 达到, in whatever words; missing where it was reported.</summary>
    public SyntaxToken Comparison { get; } = comparison;

    public SeparatedList<ExpressionSyntax> Levels { get; } = levels;

    /// <summary>As many as there are levels, where nothing was reported.</summary>
    public SeparatedList<ExpressionSyntax> Amounts { get; } = amounts;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren =>
        List(First, Fact, Comparison, Levels.Elements, colon, Amounts.Elements);
}

/// <summary>营业收入 每增加 1亿元 : 10万元: so much for every full step over the year before.</summary>
public sealed class PerIncreaseExpression(ExpressionSyntax fact, SyntaxToken word, ExpressionSyntax step, SyntaxToken colon,
    ExpressionSyntax amount)
    : ExpressionSyntax
{
    public ExpressionSyntax Fact { get; } = fact;

    /// <summary>每增加.</summary>
    public SyntaxToken Word { get; } = word;

    public ExpressionSyntax Step { get; } = step;

    public ExpressionSyntax Amount { get; } = amount;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Fact, Word, Step, colon, Amount);
}
