// 已得(条款 2), 已得年数(条款 2), 已得数量(条款 2), and 可补月数 of the clause itself.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Binds figures from records of earlier years.</summary>
internal sealed class HistoryBinder(DiagnosticSink sink, BindingFrame frame)
{
    /// <summary>What a function asks for; null for other functions.</summary>
    public static HistoryKind? Find(string name) => SyntaxFacts.HistoryFunctions.IndexOf(name) switch
    {
        0 => HistoryKind.Amount,
        1 => HistoryKind.Years,
        2 => HistoryKind.Quantity,
        _ => null,
    };

    /// <summary>Binds a call.</summary>
    public BoundExpression Bind(CallExpression syntax, HistoryKind kind)
    {
        var name = syntax.Name.Value;
        if (frame.History is not { } scope)
        {
            sink.Report(HistoryDiagnostics.OutsideClause, syntax.Span, name);
            return new BoundError(syntax);
        }
        if (syntax.Arguments.Items is not [ClauseReferenceExpression { Number: var number }])
        {
            var items = syntax.Arguments.Items;
            var span = items.IsEmpty ? syntax.Span : items[0].Span.Cover(items[^1].Span);
            sink.Report(HistoryDiagnostics.ClauseExpected, span, name, items.IsEmpty ? "" : sink.Source[span]);
            return new BoundError(syntax);
        }
        if (!scope.Policy.CheckClause(number, SyntaxFacts.ClauseKind))
            return new BoundError(syntax);
        var known = scope.Policy.HistoryOf(number.Value);
        if (!known.Pays)
            sink.Report(HistoryDiagnostics.PaysNothing, number.Span, number.Value, name);
        else if ((known.Subject ?? scope.Policy.DefaultSubject?.Name) is { } other && other != frame.Subject?.Name)
            sink.Report(HistoryDiagnostics.OtherSubject, number.Span, number.Value, name, other, frame.Subject?.Name ?? "");
        else if (kind == HistoryKind.Quantity && known.Counted is null)
            sink.Report(HistoryDiagnostics.CountsNothing, number.Span, number.Value, name);
        else
            return new BoundHistory(syntax, syntax.Span, kind, number.Value, kind switch
            {
                HistoryKind.Amount => DslType.Money,
                HistoryKind.Years => DslType.In(Units.Years),
                _ => known.Counted ?? DslType.Number,
            });
        return new BoundError(syntax);
    }

    /// <summary>可补月数, 可补数量: of the row under 每个, so that caps of the subject have none.</summary>
    public BoundExpression BindLeft(NameExpression syntax, UnknownNames unknown)
    {
        if (frame is { History.Counted: not null, Row: null, PerRow: { } each })
            return unknown.ReportRowInCap(syntax, syntax.Name.Value, each);
        if (frame.History is { Counted: { } type } scope && BoundHistory.NameOfLeft(type) == syntax.Name.Value)
            return new BoundHistory(syntax, syntax.Name.Span, HistoryKind.Left, scope.Number, type) { IsOfRow = frame.PerRow is not null };
        sink.Report(HistoryDiagnostics.NothingLeft, syntax.Name.Span, syntax.Name.Value);
        return new BoundError(syntax);
    }

    /// <summary>累计 最多 36个月 计 X of a clause; null where it is not said, or was reported.</summary>
    public BoundAllowance? BindAllowance(FrequencyLine line, ExpressionBinder expressions)
    {
        if (line is not { InTotal: not null, Limit: { } limit, Counted: { } counted })
            return null;
        if (line.Mode.Value != "每年")
        {
            sink.Report(HistoryDiagnostics.CountedEachTime, counted.Keyword.Span.Cover(counted.Value.Span), line.Mode.Value);
            return null;
        }
        var bound = expressions.Bind(limit);
        var type = BoundHistory.CountedBy(line);
        if (bound.IsError)
            return null;
        if (type is null || expressions.Unifier.TryConvert(bound, type) is not { } inUnit
            || ConstantFolder.Number(inUnit) is not { Sign: > 0 } most)
        {
            sink.Report(HistoryDiagnostics.NoAllowance, limit.Span, sink.Source[limit.Span]);
            return null;
        }
        return new(most, expressions.BindAs(counted.Value, type));
    }
}
