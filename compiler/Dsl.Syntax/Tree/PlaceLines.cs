// Lines that say what all who claim a clause get together: 名额 and 总额.
using System.Collections.Immutable;

namespace Dsl.Syntax.Tree;

/// <summary>先到先得 按 X, or 按 X [从高 | 从低].</summary>
/// <param name="firstCome">先到先得; null without it.</param>
/// <param name="by">按.</param>
/// <param name="value">X.</param>
/// <param name="direction">从高 or 从低; null where it is not said.</param>
public sealed class OrderSyntax(SyntaxToken? firstCome, SyntaxToken by, ExpressionSyntax value, SyntaxToken? direction) : SyntaxNode
{
    /// <summary>先到先得; null without it.</summary>
    public SyntaxToken? FirstCome { get; } = firstCome;

    /// <summary>What subjects are ordered by.</summary>
    public ExpressionSyntax Value { get; } = value;

    /// <summary>从高 or 从低; null where it is not said.</summary>
    public SyntaxToken? Direction { get; } = direction;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(FirstCome, by, Value, Direction);
}

/// <summary>名额 [每年] N家 先到先得 按 X | 名额 [每年] N家 按 X [从高 | 从低].</summary>
public sealed class QuotaLine(SyntaxToken? yearly, ExpressionSyntax count, OrderSyntax order) : LineSyntax
{
    /// <summary>每年; null where the places are those of all years.</summary>
    public SyntaxToken? Yearly { get; } = yearly;

    /// <summary>How many.</summary>
    public ExpressionSyntax Count { get; } = count;

    /// <summary>Who comes first.</summary>
    public OrderSyntax Order { get; } = order;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Yearly, Count, Order);
}

/// <summary>总额 B 超出的 按比例压缩 | 总额 B 超出的 延至下年 [先到先得 按 X | 按 X [从高 | 从低]].</summary>
public sealed class BudgetLine(ExpressionSyntax amount, SyntaxToken excess, SyntaxToken mode, OrderSyntax? order) : LineSyntax
{
    /// <summary>The most that all get together.</summary>
    public ExpressionSyntax Amount { get; } = amount;

    /// <summary>按比例压缩 or 延至下年.</summary>
    public SyntaxToken Mode { get; } = mode;

    /// <summary>Who comes first; null where 名额 says it, or nobody does.</summary>
    public OrderSyntax? Order { get; } = order;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Amount, excess, Mode, Order);
}

/// <summary>The words of these lines.</summary>
public static class PlaceWords
{
    /// <summary>Before what subjects are ordered by.</summary>
    public const string By = "按";

    /// <summary>先到先得 before 按: the earliest first.</summary>
    public const string FirstCome = "先到先得";

    /// <summary>Which end comes first where subjects are ordered.</summary>
    public static ImmutableArray<string> OrderDirections { get; } = ["从高", "从低"];

    /// <summary>Before what becomes of claims beyond 总额.</summary>
    public const string Excess = "超出的";

    /// <summary>Claims beyond 总额 wait for the next year.</summary>
    public const string Postponed = "延至下年";

    /// <summary>What becomes of claims beyond 总额.</summary>
    public static ImmutableArray<string> BudgetModes { get; } = ["按比例压缩", Postponed];

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [By, FirstCome, .. OrderDirections, Excess, .. BudgetModes];
}
