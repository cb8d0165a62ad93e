// 兑付 of a clause.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds in which parts an award is paid.</summary>
internal sealed class PayoutBinder(DiagnosticSink sink, ExpressionBinder expressions)
{
    /// <summary>Binds a line; null where there is none, or where it was reported.</summary>
    public BoundPayout? Bind(PayoutLine? line)
    {
        if (line is null)
            return null;
        var first = line.FirstYear is { Value: "次年起" } ? 1 : 0;
        if (line.Years is { } years)
            return YearsOf(years) is { } count
                ? new(line, first, [.. Enumerable.Repeat(new BoundPayoutPart(new Rational(1, count), null), count)]) : null;
        // The stages are those of the subject: the sum of the rows is paid in parts.
        var ofSubject = new ExpressionBinder(sink, expressions.Frame with { Row = null, IsOfSubject = true });
        var parts = ImmutableArray.CreateBuilder<BoundPayoutPart>();
        var (sum, isWhole) = (Rational.Zero, true);
        foreach (var (index, part) in line.Parts.Index())
        {
            var isLast = index == line.Parts.Length - 1;
            var share = part.IsRest ? Rational.One - sum : ShareOf(part.Share);
            if (part.IsRest && !isLast)
                sink.Report(PayoutDiagnostics.RestNotLast, part.Share.Span);
            else if (part.IsRest && share.Sign <= 0)
                sink.Report(PayoutDiagnostics.NothingLeft, part.Share.Span, QuantityFormat.Display(sum, DslType.Ratio));
            else if (!part.Share.IsMissing && (share.Sign <= 0 || share > Rational.One))
                sink.Report(PayoutDiagnostics.NoShare, part.Share.Span, part.Share.Text);
            isWhole &= !part.Share.IsMissing && share.Sign > 0 && (!part.IsRest || isLast);
            sum += share;
            parts.Add(new(share, part.Stage is { } stage ? ofSubject.BindTruth(stage) : null));
        }
        if (isWhole && sum != Rational.One)
            sink.Report(PayoutDiagnostics.NotWhole, line.Parts[0].Share.Span.Cover(line.Parts[^1].Share.Span),
                QuantityFormat.Display(sum, DslType.Ratio));
        return isWhole && sum == Rational.One ? new(line, first, parts.ToImmutable()) : null;
    }

    private int? YearsOf(ExpressionSyntax syntax)
    {
        var bound = expressions.Bind(syntax);
        if (bound.IsError)
            return null;
        if (bound.Type == DslType.In(Units.Years) && ConstantFolder.Number(bound) is { IsInteger: true } count && count > Rational.One
            && count <= BoundPayout.MostYears)
            return (int)count.Numerator;
        sink.Report(PayoutDiagnostics.NotYears, bound.Span, sink.Source[bound.Span]);
        return null;
    }

    private static Rational ShareOf(SyntaxToken share) => share.Number?.Figure ?? Rational.Zero;
}
