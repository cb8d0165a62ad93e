// Binds a 目标: the figure, what it must reach, its parts.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds one target.</summary>
internal sealed class TargetBinder(PolicyContext context, NumberedBlock block)
{
    private readonly DiagnosticSink _sink = context.Sink;

    private readonly BindingFrame _frame = context.File.Frame with
    {
        Subject = block.Words("对象") is [var word, ..] ? SubjectNames.Find(context.File, word) : context.DefaultSubject,
        OverRegistry = true,
    };

    /// <summary>Binds it; null where 指标 or 值 is missing (reported).</summary>
    public BoundTarget? Bind()
    {
        var deadline = BindDeadline();
        if (block.LinesOf<TargetValueLine>("值").FirstOrDefault() is not { } value)
        {
            DutyBinder.ReportMissing(context, block, "值", "值 超过 1万家");
            return null;
        }
        if (block.First<IndicatorLine>() is not { } indicator)
        {
            DutyBinder.ReportMissing(context, block, "指标", "指标 = 计数(企业, 高新技术企业有效)，或 指标 外部 : 家");
            return null;
        }
        var figure = indicator.Expression is { } expression ? new ExpressionBinder(_sink, _frame).Bind(expression) : null;
        var type = figure?.Type ?? (indicator.Type is { } written ? TypeBinder.Bind(written, context.File) : DslType.Error);
        var goal = BindValue(value.Value, type);
        if (type is QuantityType { IsBare: true })
            type = goal.Type;
        var parts = block.LinesOf<TargetValueLine>("其中").Select(line => BindPart(line, indicator.Expression, type)).ToImmutableArray();
        return new BoundTarget(PolicyContext.LegalBasis(block), deadline, figure, type, Comparison(value), goal, parts);
    }

    private BoundExpression? BindDeadline()
    {
        if (block.Expression("期限") is not { } syntax)
            return null;
        var binder = new ExpressionBinder(_sink, _frame);
        // 每年: the year that is asked about, so that it is 进行中 until that year is over.
        if (syntax is NameExpression { Name.Value: "每年" })
            return new BoundIntrinsic(syntax, syntax.Span, ContextKind.ApplicationYear, DslType.Year);
        var bound = binder.Bind(syntax);
        return bound.IsError || bound.Type is DateType or YearType ? bound : binder.BindAs(syntax, DslType.Year);
    }

    private BoundExpression BindValue(ExpressionSyntax syntax, DslType type)
    {
        var binder = new ExpressionBinder(_sink, _frame);
        return type is QuantityType { IsBare: true } or { IsError: true } ? binder.Bind(syntax) : binder.BindAs(syntax, type);
    }

    private static ComparisonOperator Comparison(TargetValueLine line) =>
        line.Comparison is { } written && ComparisonBinder.Of(written.Kind) is { } op ? op
        : line.Suffix is { Kind: SyntaxKind.OrLessSuffix } ? ComparisonOperator.LessOrEqual : ComparisonOperator.GreaterOrEqual;

    /// <summary>
    /// A part of a figure from outside is a name; a part of a computed one is a condition, which only an aggregate takes.
    /// </summary>
    private void CheckPart(TargetValueLine line, ExpressionSyntax? indicator, BoundExpression? figure)
    {
        if (line.Part is not { } part || part is ErrorExpression)
            return;
        if (indicator is null && part is not NameExpression)
            _sink.Report(TailDiagnostics.UnusedPartOfExternal, part.Span, _sink.Source[part.Span]);
        else if (figure is { IsError: false } && !figure.DescendantsAndSelf().Any(static node => node is BoundAggregate))
            _sink.Report(TailDiagnostics.UnusedPart, part.Span, _sink.Source[part.Span]);
    }

    /// <summary>The indicator once more, with the part's condition taken into every aggregate.</summary>
    private BoundTargetPart BindPart(TargetValueLine line, ExpressionSyntax? indicator, DslType type)
    {
        BoundExpression? figure = null;
        if (indicator is not null && line.Part is { } part)
        {
            var frame = _frame with { PartFilter = part };
            figure = new ExpressionBinder(_sink, frame).Bind(indicator);
        }
        CheckPart(line, indicator, figure);
        var text = line.Part is { } named ? _sink.Source[named.Span].Trim() : "";
        return new BoundTargetPart(line, text, figure, Comparison(line), BindValue(line.Value, type));
    }
}
