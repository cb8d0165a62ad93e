// Nodes of expressions: what may follow =, 条件 and similar words.
using System.Collections.Immutable;

namespace Dsl.Syntax.Tree;

public abstract class ExpressionSyntax : SyntaxNode
{
    private protected ExpressionSyntax() { }
}

/// <summary>A literal: figure, ratio, date, year, text, 是, 否.</summary>
public sealed class LiteralExpression(SyntaxToken token) : ExpressionSyntax
{
    public SyntaxToken Token { get; } = token;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Token);
}

/// <summary>A name: a fact, a 令, a 参数, a value of a list, or a unit in 件/亿元.</summary>
public sealed class NameExpression(SyntaxToken name) : ExpressionSyntax
{
    public SyntaxToken Name { get; } = name;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Name);
}

/// <summary>企业.名称: a name of a table, a dot, a name in it.</summary>
public sealed class QualifiedNameExpression(SyntaxToken qualifier, SyntaxToken dot, SyntaxToken name) : ExpressionSyntax
{
    public SyntaxToken Qualifier { get; } = qualifier;

    public SyntaxToken Name { get; } = name;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Qualifier, dot, Name);
}

/// <summary>非 x, -x.</summary>
public sealed class UnaryExpression(SyntaxToken operatorToken, ExpressionSyntax operand) : ExpressionSyntax
{
    /// <summary>非 or -.</summary>
    public SyntaxToken Operator { get; } = operatorToken;

    public ExpressionSyntax Operand { get; } = operand;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Operator, Operand);
}

/// <summary>Arithmetic, comparison, 满, 且, 或. Left-associative chains nest to the left.</summary>
public sealed class BinaryExpression(ExpressionSyntax left, SyntaxToken operatorToken, ExpressionSyntax right) : ExpressionSyntax
{
    public ExpressionSyntax Left { get; } = left;

    public SyntaxToken Operator { get; } = operatorToken;

    public ExpressionSyntax Right { get; } = right;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Left, Operator, Right);

    /// <summary>
    /// The operands of the chain that ends here, first to last: a + b − c is (null, a), (+, b), (−, c). The chain holds the
    /// operators of one level (+ −, * /, 且, 或; a comparison is a chain of its own).
    /// Chains may be long: walk them with this, not by recursion.
    /// </summary>
    public ImmutableArray<ChainTerm> Chain()
    {
        var terms = new Stack<ChainTerm>();
        var (node, level) = (this, LevelOf(Operator.Kind));
        while (true)
        {
            terms.Push(new(node.Operator, node.Right));
            if (level == 0 || node.Left is not BinaryExpression inner || LevelOf(inner.Operator.Kind) != level)
                break;
            node = inner;
        }
        terms.Push(new(null, node.Left));
        return [.. terms];
    }

    private static int LevelOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.OrKeyword => 1,
        SyntaxKind.AndKeyword => 2,
        SyntaxKind.Plus or SyntaxKind.Minus => 3,
        SyntaxKind.Star or SyntaxKind.Slash => 4,
        _ => 0,
    };
}

/// <summary>A term of a chain of one operator level.</summary>
/// <param name="Operator">The operator before the operand; null for the first.</param>
public readonly record struct ChainTerm(SyntaxToken? Operator, ExpressionSyntax Operand);

/// <summary>人数 50人以上, 人数 达到 50人以上: a comparison whose direction is given (also) after the literal.</summary>
public sealed class SuffixComparisonExpression(ExpressionSyntax left, SyntaxToken? operatorToken, ExpressionSyntax bound,
    SyntaxToken suffix)
    : ExpressionSyntax
{
    public ExpressionSyntax Left { get; } = left;

    /// <summary>A comparison before the literal, which must agree with the suffix; usually absent.</summary>
    public SyntaxToken? Operator { get; } = operatorToken;

    public ExpressionSyntax Bound { get; } = bound;

    /// <summary>以上, 以下 …</summary>
    public SyntaxToken Suffix { get; } = suffix;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Left, Operator, Bound, Suffix);
}

/// <summary>x 属于 [a, b, 等], x 不属于 某名录.</summary>
public sealed class MembershipExpression(ExpressionSyntax left, SyntaxToken operatorToken, ExpressionSyntax set) : ExpressionSyntax
{
    public ExpressionSyntax Left { get; } = left;

    /// <summary>属于 or 不属于.</summary>
    public SyntaxToken Operator { get; } = operatorToken;

    /// <summary>A <see cref="SetExpression"/> or the <see cref="NameExpression"/> of a 名录.</summary>
    public ExpressionSyntax Set { get; } = set;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Left, Operator, Set);
}

/// <summary>若 c 则 a 否则 b.</summary>
public sealed class ConditionalExpression(
    SyntaxToken ifKeyword, ExpressionSyntax condition, SyntaxToken thenKeyword, ExpressionSyntax whenTrue, SyntaxToken elseKeyword,
    ExpressionSyntax whenFalse)
        : ExpressionSyntax
{
    public ExpressionSyntax Condition { get; } = condition;

    /// <summary>The value where the condition holds.</summary>
    public ExpressionSyntax WhenTrue { get; } = whenTrue;

    /// <summary>The value where it does not.</summary>
    public ExpressionSyntax WhenFalse { get; } = whenFalse;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren =>
        List(ifKeyword, Condition, thenKeyword, WhenTrue, elseKeyword, WhenFalse);
}

/// <summary>条款 2, as the argument of 已得.</summary>
public sealed class ClauseReferenceExpression(SyntaxToken keyword, SyntaxToken number) : ExpressionSyntax
{
    /// <summary>The number after 条款.</summary>
    public SyntaxToken Number { get; } = number;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(keyword, Number);
}

/// <summary>f(a, b): a builtin function or an aggregate.</summary>
public sealed class CallExpression(SyntaxToken name, SyntaxToken open, SeparatedList<ExpressionSyntax> arguments, SyntaxToken close)
    : ExpressionSyntax
{
    public SyntaxToken Name { get; } = name;

    public SeparatedList<ExpressionSyntax> Arguments { get; } = arguments;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Name, open, Arguments.Elements, close);
}

/// <summary>( x ).</summary>
public sealed class ParenthesizedExpression(SyntaxToken open, ExpressionSyntax inner, SyntaxToken close) : ExpressionSyntax
{
    /// <summary>What stands inside.</summary>
    public ExpressionSyntax Inner { get; } = inner;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(open, Inner, close);
}

/// <summary>[a, b, 等].</summary>
public sealed class SetExpression(SyntaxToken open, SeparatedList<ExpressionSyntax> items, SyntaxToken? etc, SyntaxToken close)
    : ExpressionSyntax
{
    /// <summary>The members (names, literals, ranges), without 等. The list's elements include 等's separator.</summary>
    public SeparatedList<ExpressionSyntax> Items { get; } = items;

    /// <summary>等 as the last member; null where the list is closed.</summary>
    public SyntaxToken? Etc { get; } = etc;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(open, Items.Elements, Etc, close);
}

/// <summary>a..b, a..&lt;b, a.., ..b: in tables, 范围 of a field, 应得.</summary>
public sealed class RangeExpression(ExpressionSyntax? low, SyntaxToken operatorToken, ExpressionSyntax? high) : ExpressionSyntax
{
    /// <summary>The lower end, included; null where open.</summary>
    public ExpressionSyntax? Low { get; } = low;

    /// <summary>.. or ..&lt;.</summary>
    public SyntaxToken Operator { get; } = operatorToken;

    /// <summary>The upper end; null where open.</summary>
    public ExpressionSyntax? High { get; } = high;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Low, Operator, High);
}

/// <summary>A decision table drawn with pipes: the first row is the header, the last column the result.</summary>
public sealed class TableExpression(ImmutableArray<TableRowSyntax> rows) : ExpressionSyntax
{
    /// <summary>All rows, header first; at least one.</summary>
    public ImmutableArray<TableRowSyntax> Rows { get; } = rows;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Rows);
}

/// <summary>超额累进(base) with its bands drawn with pipes below it: | band | rate |, perhaps with a row of headings.</summary>
public sealed class ProgressiveExpression(CallExpression call, ImmutableArray<TableRowSyntax> rows) : ExpressionSyntax
{
    /// <summary>超额累进(base).</summary>
    public CallExpression Call { get; } = call;

    /// <summary>All rows as they are drawn; none where they are missing (reported).</summary>
    public ImmutableArray<TableRowSyntax> Rows { get; } = rows;

    /// <summary>The rows that are bands: without the headings.</summary>
    public IEnumerable<TableRowSyntax> Bands => Rows.Skip(Rows is [var first, ..] && IsHeading(first) ? 1 : 0);

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Call, Rows);

    // A name alone is no band.
    private static bool IsHeading(TableRowSyntax row) =>
        row.Cells.Length > 0 && row.Cells[0] is { Content: NameExpression, Suffix: null, Comparison: null };
}

/// <summary>A row | a | b |.</summary>
public sealed class TableRowSyntax(ImmutableArray<TableCellSyntax> cells, ImmutableArray<SyntaxElement> elements) : SyntaxNode
{
    public ImmutableArray<TableCellSyntax> Cells { get; } = cells;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => elements;
}

public sealed class TableCellSyntax(SyntaxToken? any, ExpressionSyntax? content, SyntaxToken? suffix, SyntaxToken? comparison) : SyntaxNode
{
    /// <summary>- alone: any value. Null otherwise.</summary>
    public SyntaxToken? Any { get; } = any;

    /// <summary>A value, a range, a set, an error; null for <see cref="Any"/>.</summary>
    public ExpressionSyntax? Content { get; } = content;

    /// <summary>以上 or 以下 after the value; usually null.</summary>
    public SyntaxToken? Suffix { get; } = suffix;

    /// <summary>超过, &lt;= and the like before the value; usually null.</summary>
    public SyntaxToken? Comparison { get; } = comparison;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Any, Comparison, Content, Suffix);
}

/// <summary>Tokens that make no expression; already reported. May be empty (then it stands where one was expected).</summary>
public sealed class ErrorExpression(ImmutableArray<SyntaxToken> tokens) : ExpressionSyntax
{
    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(tokens);
}
