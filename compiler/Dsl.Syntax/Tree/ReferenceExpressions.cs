// Nodes of references between clauses: 条款 26 的金额, 比照 条款 7 (年进出口额 = 监管仓出口额).
using System.Collections.Immutable;

namespace Dsl.Syntax.Tree;

/// <summary>条款 26 的金额: what another clause of the policy comes to.</summary>
public sealed class ClauseAmountExpression(SyntaxToken kind, SyntaxToken number, SyntaxToken of) : ExpressionSyntax
{
    /// <summary>The number of the clause.</summary>
    public SyntaxToken Number { get; } = number;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(kind, Number, of);
}

/// <summary>比照 条款 7 (年进出口额 = 监管仓出口额): conditions and formula of another clause, with facts replaced.</summary>
public sealed class LikeExpression(SyntaxToken word, SyntaxToken kind, SyntaxToken number, SyntaxToken? open,
    SeparatedList<ReplacementSyntax> replacements, SyntaxToken? close)
    : ExpressionSyntax
{
    /// <summary>比照.</summary>
    public SyntaxToken Word { get; } = word;

    /// <summary>The number of the clause.</summary>
    public SyntaxToken Number { get; } = number;

    public SeparatedList<ReplacementSyntax> Replacements { get; } = replacements;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren =>
        List(Word, kind, Number, open, Replacements.Elements, close);
}

/// <summary>年进出口额 = 监管仓出口额: the value on the right stands for the fact on the left.</summary>
public sealed class ReplacementSyntax(ExpressionSyntax fact, SyntaxToken equalsToken, ExpressionSyntax value) : SyntaxNode
{
    public ExpressionSyntax Fact { get; } = fact;

    public ExpressionSyntax Value { get; } = value;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Fact, equalsToken, Value);
}
