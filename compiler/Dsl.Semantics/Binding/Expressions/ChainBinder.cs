// Chains of operators. The tree nests them to the left; here they are walked without recursion, 且 and 或 become flat, and
// long sums and products become balanced, so that no later stage recurses deeper than the text nests.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Binds chains of operators.</summary>
internal sealed class ChainBinder(DiagnosticSink sink, ExpressionBinder expressions)
{
    /// <summary>Up to here a chain keeps the shape in which it is written, which explanations show.</summary>
    private const int LongChain = 64;

    /// <summary>Binds a chain.</summary>
    public BoundExpression Bind(BinaryExpression syntax)
    {
        var links = new Stack<BinaryExpression>();
        ExpressionSyntax first = syntax;
        for (; first is BinaryExpression binary; first = binary.Left)
            links.Push(binary);

        var (op, right) = (links.Peek().Operator.Kind, links.Peek().Right);
        var left = op is SyntaxKind.AndKeyword or SyntaxKind.OrKeyword ? expressions.BindTruth(first)
            : ExpressionBinder.RatioIn(first) is { } ratio && (op == SyntaxKind.Star || ComparisonBinder.Of(op) is not null)
                ? expressions.BindRatio(ratio, op == SyntaxKind.Star ? RatioUse.Factor : RatioUse.Compared)
            : expressions.BindBefore(first, op, right);
        var start = first.Span.Start;
        while (links.TryPeek(out var next))
        {
            left = next.Operator.Kind switch
            {
                SyntaxKind.AndKeyword or SyntaxKind.OrKeyword => BindLogicalRun(left, start, links),
                SyntaxKind.Plus or SyntaxKind.Minus => BindSumRun(left, start, links),
                SyntaxKind.Star or SyntaxKind.Slash => BindProductRun(left, start, links),
                SyntaxKind.ReachedKeyword => expressions.Comparisons.BindReached(links.Pop(), left, start),
                _ => BindComparisonLink(links.Pop(), left, start),
            };
        }
        return left;
    }

    private BoundExpression BindComparisonLink(BinaryExpression link, BoundExpression left, int start)
    {
        var span = Covering(start, link);
        return ComparisonBinder.Of(link.Operator.Kind) is { } op
            ? expressions.Comparisons.Compare(link, span, op, left, link.Right)
            : new BoundError(link, span);
    }

    private BoundExpression BindLogicalRun(BoundExpression left, int start, Stack<BinaryExpression> links)
    {
        var kind = links.Peek().Operator.Kind;
        var run = TakeRun(links, other => other == kind);
        ImmutableArray<BoundExpression> operands =
        [
            left.IsError || left.Type == DslType.Truth ? left : expressions.ReportNotTruth(left),
            .. run.Select(link => expressions.BindTruth(link.Right)),
        ];
        var (last, span) = (run[^1], Covering(start, run[^1]));
        return operands.Any(static operand => operand.IsError)
            ? new BoundError(last, span) : new BoundLogical(last, span, kind == SyntaxKind.AndKeyword, operands);
    }

    private BoundExpression BindSumRun(BoundExpression left, int start, Stack<BinaryExpression> links)
    {
        var run = TakeRun(links, static kind => kind is SyntaxKind.Plus or SyntaxKind.Minus);
        if (run.Count > LongChain)
            return BindLongSum(left, start, run);
        foreach (var link in run)
            left = expressions.Arithmetic.Add(link, Covering(start, link), link.Operator.Kind == SyntaxKind.Minus, link.Operator.Text, left,
                expressions.BindBeside(link.Right, link.Operator.Kind, left));
        return left;
    }

    /// <summary>a + b − c + …  →  balanced sums of a, b, −c, …: exact, since figures are rationals and bounds add end by end.</summary>
    private BoundExpression BindLongSum(BoundExpression left, int start, List<BinaryExpression> run)
    {
        var terms = new List<BoundExpression> { left };
        foreach (var link in run)
            terms.Add(expressions.Bind(link.Right));
        var last = run[^1];
        if (terms.Exists(static term => term.IsError))
            return new BoundError(last, Covering(start, last));
        if (terms.Find(static term => term.Type is not QuantityType) is { } odd)
            return expressions.Arithmetic.ReportOperand(last, odd, run[0].Operator.Text);
        var unified = expressions.Unifier.UnifyAll([.. terms], (pivot, term) => TypeDiagnostics.UnitMismatch.At(
            sink.Source, term.Span, sink.TextOf(pivot), TypeWords.Unit(pivot.Type), sink.TextOf(term), TypeWords.Unit(term.Type),
            "相加减"));
        if (unified is not { } values)
            return new BoundError(last, Covering(start, last));
        var signed = values.Select((term, index) =>
            index > 0 && run[index - 1].Operator.Kind == SyntaxKind.Minus ? new BoundNegate(term.Syntax, term.Span, term) : term).ToList();
        return Balance(signed, 0, signed.Count, (a, b) =>
            new BoundArithmetic(last, a.Span.Cover(b.Span), ArithmeticOperator.Add, a, b, UnitUnifier.Joined(a.Type, b.Type)));
    }

    private BoundExpression BindProductRun(BoundExpression left, int start, Stack<BinaryExpression> links)
    {
        var run = TakeRun(links, static kind => kind is SyntaxKind.Star or SyntaxKind.Slash);
        if (run.Count > LongChain)
            return BindLongProduct(left, start, run);
        foreach (var link in run)
        {
            var other = link.Operator.Kind == SyntaxKind.Star && ExpressionBinder.RatioIn(link.Right) is { } ratio
                ? expressions.BindRatio(ratio, RatioUse.Factor)
                : expressions.BindBeside(link.Right, link.Operator.Kind, left);
            left = expressions.Arithmetic.Multiply(link, Covering(start, link), link.Operator.Kind == SyntaxKind.Slash, link.Operator.Text,
                left, other);
        }
        return left;
    }

    /// <summary>A long product is balanced; a long chain with ÷ is refused, because bounds of quotients depend on the order.</summary>
    private BoundExpression BindLongProduct(BoundExpression left, int start, List<BinaryExpression> run)
    {
        var last = run[^1];
        if (run.Exists(static link => link.Operator.Kind == SyntaxKind.Slash))
        {
            sink.Report(TypeDiagnostics.ChainTooLong, Covering(start, last), run.Count + 1);
            return new BoundError(last, Covering(start, last));
        }
        var factors = new List<BoundExpression> { left };
        foreach (var link in run)
            factors.Add(expressions.BindFactor(link.Right));
        return Balance(factors, 0, factors.Count,
            (a, b) => expressions.Arithmetic.Multiply(last, a.Span.Cover(b.Span), isOver: false, last.Operator.Text, a, b));
    }

    private static BoundExpression Balance(List<BoundExpression> items, int from, int to,
        Func<BoundExpression, BoundExpression, BoundExpression> join) =>
        to - from == 1 ? items[from] : join(Balance(items, from, (from + to) / 2, join), Balance(items, (from + to) / 2, to, join));

    private static List<BinaryExpression> TakeRun(Stack<BinaryExpression> links, Func<SyntaxKind, bool> belongs)
    {
        var run = new List<BinaryExpression>();
        while (links.TryPeek(out var next) && belongs(next.Operator.Kind))
            run.Add(links.Pop());
        return run;
    }

    private static TextSpan Covering(int start, BinaryExpression link) => TextSpan.FromBounds(start, link.Right.Span.End);
}
