// 兑付: in which years, or at which stages, an award is paid.
using System.Collections.Immutable;

namespace Dsl.Syntax.Tree;

/// <summary>
/// 兑付 [次年起 | 当年起] 40%、30%、余款 | 兑付 [次年起 | 当年起] 分 3年 | 兑付 按 阶段: 主体封闭 30%、竣工验收 30%、正常运营 余款.
/// </summary>
public sealed class PayoutLine(SyntaxToken? firstYear, ImmutableArray<SyntaxElement> form, ImmutableArray<PayoutPartSyntax> parts)
    : LineSyntax
{
    /// <summary>次年起 or 当年起; null where it is not said.</summary>
    public SyntaxToken? FirstYear { get; } = firstYear;

    /// <summary>N年 of 分 N年; null for other forms.</summary>
    public ExpressionSyntax? Years => form.OfType<ExpressionSyntax>().FirstOrDefault();

    /// <summary>Whether parts are paid as stages are reached.</summary>
    public bool IsByStage { get; init; }

    /// <summary>The parts, in order; empty for 分 N年.</summary>
    public ImmutableArray<PayoutPartSyntax> Parts { get; } = parts;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line([FirstYear, .. form]);
}

/// <summary>主体封闭 30%, 40%, 余款.</summary>
public sealed class PayoutPartSyntax(ExpressionSyntax? stage, SyntaxToken share) : SyntaxNode
{
    /// <summary>What must be reached; null where parts are paid year by year.</summary>
    public ExpressionSyntax? Stage { get; } = stage;

    /// <summary>A percentage, or 余款.</summary>
    public SyntaxToken Share { get; } = share;

    /// <summary>Whether it is what the other parts leave.</summary>
    public bool IsRest => Share.Value == SyntaxFacts.PayoutRest;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Stage, Share);
}
