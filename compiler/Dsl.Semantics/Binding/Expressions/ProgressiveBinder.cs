// 超额累进: the part of the base in each band, times its rate, added up.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Extremes;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Binds 超额累进 to what it means.</summary>
/// <remarks>
/// <code>
/// 超额累进(x)              min(max(x, 0), 500) * 4%
/// | 500以内   | 4% |   →   + min(max(x - 500, 0), 1000 - 500) * 5%
/// | 500..1000 | 5% |       + max(x - 1000, 0) * 6%
/// | 1000以上  | 6% |
/// </code>
/// Every part grows with x, so that bounds of x are bounds of the whole. A bound that is no figure and lies below the one before it
/// leaves its band without a part.
/// </remarks>
internal sealed class ProgressiveBinder(DiagnosticSink sink, ExpressionBinder expressions)
{
    private sealed record Band(TableRowSyntax Row, BoundExpression? Low, BoundExpression? High, BoundExpression Rate);

    /// <summary>Binds it; an error where it was reported.</summary>
    public BoundExpression Bind(ProgressiveExpression syntax)
    {
        if (syntax.Rows.IsEmpty)
            return new BoundError(syntax);
        if (syntax.Call.Arguments.Items is not [var argument])
        {
            sink.Report(TypeDiagnostics.ArgumentCount, syntax.Call.Span, syntax.Call.Name.Text, "1", syntax.Call.Arguments.Items.Length,
                "净投资额");
            return new BoundError(syntax);
        }
        var of = expressions.Bind(argument);
        var bands = syntax.Bands.Select(BindBand).ToImmutableArray();
        if (of.IsError || bands.IsEmpty || bands.Contains(null))
            return new BoundError(syntax);
        if (of.Type is not QuantityType)
            return expressions.Arithmetic.ReportOperand(argument, of, syntax.Call.Name.Text);
        return Unified(of, [.. bands.OfType<Band>()]) is (var amount, var same) && Meet(same) ? Sum(syntax, amount, same)
            : new BoundError(syntax);
    }

    private Band? BindBand(TableRowSyntax row)
    {
        // Another number of cells was reported by the parser.
        if (row.Cells is not [var span, var share])
            return null;
        if (share is not { Content: { } written and not ErrorExpression, Suffix: null, Comparison: null })
        {
            if (share.Content is not ErrorExpression)
                sink.Report(TypeDiagnostics.TableResultMissing, share.Span.Length > 0 ? share.Span : row.Span, sink.Source[share.Span]);
            return null;
        }
        var (isBand, low, high) = EndsOf(span);
        if (!isBand)
        {
            if (span.Content is not ErrorExpression)
                sink.Report(BandDiagnostics.NoBand, span.Span.Length > 0 ? span.Span : row.Span, sink.Source[span.Span]);
            return null;
        }
        var (from, to, rate) =
            (low is null ? null : expressions.Bind(low), high is null ? null : expressions.Bind(high), expressions.Bind(written));
        if (from is { IsError: true } || to is { IsError: true } || rate.IsError)
            return null;
        if (ConstantFolder.Number(rate) is { Sign: < 0 })
        {
            sink.Report(BandDiagnostics.NegativeRate, rate.Span, sink.TextOf(rate));
            return null;
        }
        return new Band(row, from, to, rate);
    }

    private static (bool IsBand, ExpressionSyntax? Low, ExpressionSyntax? High) EndsOf(TableCellSyntax cell) => cell switch
    {
        { Content: RangeExpression { Low: var low, High: var high }, Suffix: null, Comparison: null or { Kind: SyntaxKind.Greater } } =>
            (low is not null || high is not null, low, high),
        { Content: null or RangeExpression or ErrorExpression or SetExpression } => (false, null, null),
        { Content: var end, Suffix.Kind: SyntaxKind.OrMoreSuffix, Comparison: null } => (true, end, null),
        { Content: var end, Suffix.Kind: SyntaxKind.OrLessSuffix, Comparison: null } => (true, null, end),
        { Content: var end, Suffix: null,
            Comparison.Kind: SyntaxKind.Greater or SyntaxKind.GreaterOrEqual or SyntaxKind.ReachedKeyword } => (true, end, null),
        { Content: var end, Suffix: null, Comparison.Kind: SyntaxKind.Less or SyntaxKind.LessOrEqual } => (true, null, end),
        _ => (false, null, null),
    };

    /// <summary>Base and bounds in one unit.</summary>
    private (BoundExpression Base, ImmutableArray<Band> Bands)? Unified(BoundExpression of, ImmutableArray<Band> bands)
    {
        ImmutableArray<BoundExpression> all =
            [of, .. bands.SelectMany(static band => new[] { band.Low, band.High }).OfType<BoundExpression>()];
        if (expressions.Unifier.UnifyAll(all, (first, other) => BandDiagnostics.UnitsDiffer.At(sink.Source, other.Span,
            sink.TextOf(first), TypeWords.Of(first.Type), sink.TextOf(other), TypeWords.Of(other.Type))) is not { } same)
            return null;
        var (at, unified) = (1, ImmutableArray.CreateBuilder<Band>(bands.Length));
        foreach (var band in bands)
        {
            unified.Add(band with
            {
                Low = band.Low is null ? null : same[at++],
                High = band.High is null ? null : same[at++],
            });
        }
        return (same[0], unified.MoveToImmutable());
    }

    private bool Meet(ImmutableArray<Band> bands)
    {
        if (bands[0].Low is { } first && ConstantFolder.Number(first) is not { IsZero: true })
            return Report(bands[0], BandDiagnostics.NotFromZero, sink.TextOf(first));
        for (var i = 0; i < bands.Length; i++)
        {
            var band = bands[i];
            if (band is { Low: { } low, High: { } high } && ConstantFolder.Number(low) is { } from && ConstantFolder.Number(high) is { } to
                && to <= from)
                return Report(band, BandDiagnostics.Empty, i + 1, sink.TextOf(low), sink.TextOf(high));
            if (i == bands.Length - 1)
                return band.High is not { } end || Report(band, BandDiagnostics.Ends, sink.TextOf(end));
            if (band.High is not { } last)
                return Report(band, BandDiagnostics.Overlaps, i + 1, i + 2);
            if (bands[i + 1].Low is not { } next)
                return Report(bands[i + 1], BandDiagnostics.Overlap, i + 1, sink.TextOf(last), i + 2, Rational.Zero);
            if (Differs(last, next) is { } how)
                return Report(bands[i + 1], how, i + 1, sink.TextOf(last), i + 2, sink.TextOf(next));
        }
        return true;
    }

    private static DiagnosticRule? Differs(BoundExpression last, BoundExpression next) =>
        (ConstantFolder.Number(last), ConstantFolder.Number(next)) switch
        {
            ({ } to, { } from) => to == from ? null : to < from ? BandDiagnostics.DoNotMeet : BandDiagnostics.Overlap,
            _ => Words(last) == Words(next) ? null : BandDiagnostics.MayDiffer,
        };

    private static string Words(BoundExpression bound) => string.Concat(bound.Syntax.Tokens.Select(static token => token.Value));

    private bool Report(Band band, DiagnosticRule rule, params object[] facts)
    {
        sink.Report(rule, band.Row.Cells[0].Span, facts);
        return false;
    }

    private BoundExpression Sum(ProgressiveExpression syntax, BoundExpression of, ImmutableArray<Band> bands)
    {
        BoundExpression? sum = null, from = null;
        foreach (var band in bands)
        {
            var node = new Nodes(syntax, band.Row.Span, of.Type);
            var part = node.AtLeastZero(from is null ? of : node.Less(of, from));
            if (band.High is { } high)
            {
                part = node.Extreme(isLeast: true, part, WidthOf(node, from, high));
                from = from is null || IsFigure(from, high) ? high : node.Extreme(isLeast: false, from, high);
            }
            var share = expressions.Arithmetic.Multiply(syntax, band.Row.Span, isOver: false, "*", part, band.Rate);
            sum = sum is null ? share : expressions.Arithmetic.Add(syntax, syntax.Span, isMinus: false, "+", sum, share);
        }
        return sum ?? new BoundError(syntax);
    }

    // Figures were compared; what else a bound comes to, a band is never less than nothing.
    private static BoundExpression WidthOf(Nodes node, BoundExpression? from, BoundExpression high) =>
        from is null ? (ConstantFolder.Number(high) is null ? node.AtLeastZero(high) : high)
        : IsFigure(from, high) ? node.Less(high, from) : node.AtLeastZero(node.Less(high, from));

    private static bool IsFigure(BoundExpression from, BoundExpression high) =>
        ConstantFolder.Number(from) is not null && ConstantFolder.Number(high) is not null;

    /// <summary>Makes nodes of the base's type at the place of a row.</summary>
    private readonly record struct Nodes(ProgressiveExpression Syntax, TextSpan Span, DslType Type)
    {
        public BoundExpression AtLeastZero(BoundExpression value) =>
            Extreme(isLeast: false, value, new BoundConstant(Syntax, Span, NumberValue.Zero, Type));

        public BoundExpression Extreme(bool isLeast, BoundExpression left, BoundExpression right) =>
            new BoundCall(Syntax, Span, isLeast ? LeastAndGreatest.Least : LeastAndGreatest.Greatest, [left, right], Type);

        public BoundExpression Less(BoundExpression left, BoundExpression right) =>
            new BoundArithmetic(Syntax, Span, ArithmeticOperator.Subtract, left, right, Type);
    }
}
