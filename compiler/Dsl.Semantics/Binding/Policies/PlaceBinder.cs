// 名额 and 总额 of a clause: how many or how much for all together, and who comes first.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds what all who claim a clause get together.</summary>
internal sealed class PlaceBinder(DiagnosticSink sink, NumberedBlock block, ExpressionBinder expressions)
{
    private readonly DiagnosticSink _sink = sink;

    /// <summary>名额; null where there is none.</summary>
    public BoundQuota? BindQuota()
    {
        if (block.First<QuotaLine>() is not { } line)
            return null;
        var count = OfSubject.Bind(line.Count);
        if (!IsOfAll("名额", count) || count.IsError)
            return new(line, count, Order(line.Order));
        if (!IsCount(count))
            _sink.Report(PlaceDiagnostics.NotPlaces, count.Span, _sink.Source[count.Span]);
        return new(line, count, Order(line.Order));
    }

    /// <summary>总额; null where there is none.</summary>
    /// <param name="quota">名额 of the same clause.</param>
    public BoundBudget? BindBudget(BoundQuota? quota)
    {
        if (block.First<BudgetLine>() is not { } line)
            return null;
        var amount = OfSubject.BindMoney(line.Amount, "总额");
        IsOfAll("总额", amount);
        if (line.Mode.Value != PlaceWords.Postponed)
            return new(line, amount, null);
        var order = line.Order is { } written ? Order(written) : quota?.Order;
        if (order is null)
            _sink.Report(PlaceDiagnostics.NoOrder, line.Mode.Span);
        else if (block.First<FrequencyLine>() is { Mode.Value: "每年" })
            _sink.Report(PlaceDiagnostics.PostponedYearly, line.Mode.Span);
        return new(line, amount, order);
    }

    private ExpressionBinder OfSubject =>
        new(_sink, expressions.Frame with { Row = null, IsOfSubject = true, IsYearly = false, Window = null });

    /// <summary>Whether what all get together reads the facts of none of them.</summary>
    private bool IsOfAll(string what, BoundExpression value)
    {
        var reading = value.DescendantsAndSelf().FirstOrDefault(static node =>
            node is BoundFact or BoundAggregate or BoundLocal { Let.ReadsSubject: true });
        if (reading is not null)
            _sink.Report(PlaceDiagnostics.DependsOnSubject, reading.Span, what, _sink.Source[reading.Span]);
        return reading is null;
    }

    private BoundOrder Order(OrderSyntax syntax)
    {
        var by = OfSubject.Bind(syntax.Value);
        var isDate = by.Type is DateType;
        if (!by.IsError && by.Type is not (DateType or YearType or QuantityType))
            _sink.Report(PlaceDiagnostics.NoOrderOf, by.Span, _sink.Source[by.Span], TypeWords.Of(by.Type));
        else if (isDate && syntax is { FirstCome: null, Direction: null })
            _sink.Report(PlaceDiagnostics.DateWithoutDirection, by.Span, _sink.Source[by.Span]);
        return new(syntax, by, syntax.FirstCome is not null || syntax.Direction is { Value: "从低" });
    }

    private static bool IsCount(BoundExpression count) =>
        count.Type is QuantityType { Dimension.Factors: [] or [{ Unit.Kind: UnitKind.Counting, Power: 1 }] }
        && ConstantFolder.Number(count) is null or { IsInteger: true, Sign: > 0 };
}
