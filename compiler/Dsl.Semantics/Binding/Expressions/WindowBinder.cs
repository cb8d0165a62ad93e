// 频次 自 X 次年起 连续 N年, and the names 第几年 and 当年月数 that have a value in its clause.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Binds the period of a clause, once, and its names wherever they stand.</summary>
internal sealed class WindowBinder(DiagnosticSink sink, BindingFrame frame, UnknownNames unknown)
{
    private const int MostYears = 1000;

    /// <summary>Whether a name is one of a period.</summary>
    public static bool IsName(string name) => name is BoundWindow.NumberOfYear or BoundWindow.MonthsOfYear;

    /// <summary>Binds a name of the period.</summary>
    public BoundExpression BindName(NameExpression syntax)
    {
        var (name, span) = (syntax.Name.Value, syntax.Name.Span);
        if (frame.Window is not { } window || window.TypeOf(name) is null)
        {
            sink.Report(name == BoundWindow.MonthsOfYear ? WindowDiagnostics.NoMonths : WindowDiagnostics.NoYears, span, name);
            return new BoundError(syntax);
        }
        if (window.IsOpen)
        {
            sink.Report(WindowDiagnostics.Cycle, span, name);
            return new BoundError(syntax);
        }
        var bound = Bind(window);
        if (bound.Anchor.IsError || (bound.Length is null && window.Line.Limit is not null))
            return new BoundError(syntax);
        var readsRow = bound.Anchor.ReadsRow();
        if (readsRow && frame.InAggregate)
            return unknown.ReportOuterRow(syntax, name);
        if (readsRow && frame is { Row: null, PerRow: { } each })
            return unknown.ReportRowInCap(syntax, name, each);
        return bound.At(syntax, span);
    }

    /// <summary>The period, bound in the frame of the clause.</summary>
    public BoundWindow Bind(WindowTable window)
    {
        if (window.Bound is { } known)
            return known;
        window.IsOpen = true;
        var ofClause = new ExpressionBinder(
            sink, frame with { Row = frame.PerRow, OuterRow = null, InAggregate = false, IsOfSubject = false });
        var anchor = BindAnchor(ofClause, window.Anchor, window.Line);
        var length = window.Line.Limit is { } limit ? Length(ofClause, limit, window.Line.IsMonthly) : null;
        window.IsOpen = false;
        return window.Bound = new(window.Line, anchor, length);
    }

    private BoundExpression BindAnchor(ExpressionBinder binder, ExpressionSyntax syntax, FrequencyLine line)
    {
        var bound = binder.Bind(syntax);
        if (bound.IsError || bound.Type is DateType || (bound.Type is YearType && !line.IsMonthly))
            return bound;
        if (bound.Type is not YearType)
            return binder.BindAs(syntax, DslType.Date);
        sink.Report(WindowDiagnostics.MonthsFromYear, bound.Span, sink.Source[bound.Span], line.FirstYear);
        return new BoundError(syntax, bound.Span);
    }

    /// <summary>N of 连续 N年, 连续 N个月, 最多 N年; null where it was reported.</summary>
    public int? Length(ExpressionBinder binder, ExpressionSyntax limit, bool isMonthly)
    {
        var bound = binder.Bind(limit);
        if (bound.IsError)
            return null;
        var inYears = bound.Type == DslType.In(Units.Years);
        if (bound.Type is QuantityType { IsBare: true })
            sink.Report(TypeDiagnostics.DurationExpected, bound.Span, sink.Source[bound.Span]);
        else if (!(inYears || (isMonthly && bound.Type == DslType.In(Units.Months)))
            || ConstantFolder.Number(bound) is not { IsInteger: true, Sign: > 0 } number || number > MostYears)
            sink.Report(isMonthly ? WindowDiagnostics.NotMonths : DeclarationDiagnostics.NotYears, bound.Span, sink.Source[bound.Span]);
        else
            return (int)number.Numerator * (isMonthly && inYears ? 12 : 1);
        return null;
    }
}
