// Calls: builtin functions, and aggregates over rows.
using System.Collections.Immutable;
using Dsl.Values.Quantities;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Binds calls of functions.</summary>
internal sealed class CallBinder(DiagnosticSink sink, BindingFrame frame, ExpressionBinder expressions)
{
    public BoundExpression Bind(CallExpression syntax)
    {
        if (AggregateFunctions.Find(syntax.Name.Value) is { } aggregate)
            return BindAggregate(syntax, aggregate);
        if (BuiltinFunctions.Find(syntax.Name.Value) is { } function)
            return BindFunction(syntax, function);
        if (HistoryBinder.Find(syntax.Name.Value) is { } history)
            return new HistoryBinder(sink, frame).Bind(syntax, history);
        if (expressions.Years.BindCall(syntax) is { } ofYear)
            return ofYear;
        if (syntax.Name.Value == SyntaxFacts.Progressive)
        {
            sink.Report(BandDiagnostics.WithoutTable, syntax.Span, sink.Source[syntax.Span]);
            return new BoundError(syntax);
        }
        if (ReportUnitBehindFact(syntax))
            return new BoundError(syntax);
        // What an unknown function does with names is not known: only an editor wants to know of what they are.
        using (sink.Mute())
        {
            foreach (var argument in syntax.Arguments.Items)
                expressions.Bind(argument);
        }
        var names = BuiltinFunctions.All.Select(static known => known.Name)
            .Concat(AggregateFunctions.All.Select(static known => known.Name)).Concat(SyntaxFacts.HistoryFunctions).ToList();
        if (names.FirstOrDefault(known => known.Equals(syntax.Name.Value, StringComparison.OrdinalIgnoreCase)) is var same
            && (same ?? NameOfMisnomer(syntax.Name.Value.ToUpperInvariant())) is { } ours)
        {
            sink.Add(NameDiagnostics.FunctionOfOthers.At(sink.Source, syntax.Name.Span, syntax.Name.Text, ours)
                .WithFix($"改为「{ours}」", new TextEdit(syntax.Name.Span, ours)));
            return new BoundError(syntax);
        }
        var best = sink.Nearest(syntax.Name.Value,
            BuiltinFunctions.Names.Concat(names).Where(known => NameLikeness.Of(syntax.Name.Value, known) != Likeness.Contrary));
        if (best is null)
            sink.Report(NameDiagnostics.UnknownFunction, syntax.Name.Span, syntax.Name.Text, string.Join('、', names));
        else
            sink.Add(Spelling.WithRename(NameDiagnostics.MisspeltFunction.At(sink.Source, syntax.Name.Span, syntax.Name.Text, best),
                syntax.Name.Span, best));
        return new BoundError(syntax);
    }

    private static string? NameOfMisnomer(string name) =>
        BuiltinFunctions.All.FirstOrDefault(known => known.Misnomers.Contains(name))?.Name
        ?? AggregateFunctions.All.FirstOrDefault(known => known.Misnomers.Contains(name))?.Name;

    /// <summary>研发费用（万元）: the name of a fact with a unit in brackets, as tables have it.</summary>
    private bool ReportUnitBehindFact(CallExpression syntax)
    {
        if (syntax.Arguments.Items is not [NameExpression { Name.Value: var unit }] || !frame.IsKnownWord(syntax.Name.Value)
            || unit.Length > 6
            || (Units.Find(unit) is null && !FigureScanner.Source.TryReadRun(unit, out _)))
            return false;
        sink.Add(NameDiagnostics.UnitBehindName.At(sink.Source, syntax.Span, sink.Source[syntax.Span], syntax.Name.Text)
            .WithFix($"改为「{syntax.Name.Text}」", new TextEdit(syntax.Span, syntax.Name.Text)));
        return true;
    }

    private BoundExpression BindFunction(CallExpression syntax, BuiltinFunction function)
    {
        var arguments = syntax.Arguments.Items.Select(expressions.Bind).ToImmutableArray();
        if (arguments.Length < function.MinArity || arguments.Length > function.MaxArity)
        {
            ReportArgumentCount(syntax, function.MinArity, function.MaxArity, string.Join(", ", function.Parameters));
            return new BoundError(syntax);
        }
        if (arguments.Any(static argument => argument.IsError))
            return new BoundError(syntax);
        if (function.UnifiesArguments)
        {
            var unified = expressions.Unifier.UnifyAll(arguments, (first, other) => TypeDiagnostics.ArgumentsDiffer.At(
                sink.Source, other.Span, function.Name, "", string.Join(", ", function.Parameters), function.Summary,
                sink.TextOf(first), TypeWords.Of(first.Type), sink.TextOf(other), TypeWords.Of(other.Type)));
            if (unified is not { } same)
                return new BoundError(syntax);
            arguments = same;
        }
        if (function.LastArgument is { } context && arguments.Length < function.MaxArity)
            arguments = arguments.Add(new BoundIntrinsic(syntax, syntax.Span, context, IntrinsicNames.TypeOf(context)));
        var typing = function.Typing([.. arguments.Select(static argument => argument.Type)]);
        if (typing.Problem is { } problem || typing.Result.IsError)
        {
            sink.Report(TypeDiagnostics.FunctionArguments, syntax.Span, function.Name, typing.Problem ?? "类型不符",
                string.Join(", ", function.Parameters), function.Summary);
            return new BoundError(syntax);
        }
        return new BoundCall(syntax, syntax.Span, function, arguments, typing.Result);
    }

    private void ReportArgumentCount(CallExpression syntax, int least, int most, string parameters)
    {
        var wanted = least == most ? $"{least}" : most == int.MaxValue ? $"至少 {least}" : $"{least} 或 {most}";
        sink.Report(TypeDiagnostics.ArgumentCount, syntax.Span, syntax.Name.Text, wanted, syntax.Arguments.Items.Length, parameters);
    }

    private BoundExpression BindAggregate(CallExpression syntax, AggregateFunction aggregate)
    {
        var items = syntax.Arguments.Items;
        var isQualified = items is [QualifiedNameExpression, ..] && aggregate.TakesSelector;
        var before = aggregate.TakesSelector && !isQualified ? 2 : 1;
        if (items.Length < before || items.Length > before + 1)
        {
            ReportArgumentCount(syntax, before, before + 1, aggregate.TakesSelector ? "明细, 值, 条件" : "明细, 条件");
            return new BoundError(syntax);
        }
        if (BindRows(items[0]) is not { } rows)
            return new BoundError(syntax);
        var inner = new ExpressionBinder(sink, frame with
        {
            Row = rows as DetailSymbol,
            OuterRow = frame.Row is { } outer && outer != rows ? outer : null,
            Subject = rows is DetailSymbol { Subject: var owner } ? owner : (SubjectSymbol)rows,
            InAggregate = true,
            PartFilter = null,
        });
        var selector = !aggregate.TakesSelector ? null : BindSelector(inner, isQualified ? items[0] : items[1], aggregate.Kind);
        var filter = JoinFilters(inner, items.Length > before ? items[before] : null, frame.PartFilter);
        if (selector is { IsError: true } || filter is { IsError: true })
            return new BoundError(syntax);
        return new BoundAggregate(syntax, syntax.Span, aggregate.Kind, rows, selector, filter, TypeOf(aggregate.Kind, rows, selector));
    }

    /// <summary>The rows that an aggregate goes over: a detail of the subject, or in 目标 any table of the registry.</summary>
    private TableSymbol? BindRows(ExpressionSyntax syntax)
    {
        var token = syntax switch
        {
            NameExpression name => name.Name,
            QualifiedNameExpression name => name.Qualifier,
            _ => null,
        };
        if (token is null)
        {
            if (syntax is not ErrorExpression)
                sink.Report(TypeDiagnostics.DetailExpected, syntax.Span, sink.Source[syntax.Span],
                    frame.Subject is { Details: [var first, ..] } ? first.Name : "科技项目");
            return null;
        }
        if (token.IsMissing)
            return null;
        var known = KnownRows();
        if (known.FirstOrDefault(table => table.Name == token.Value) is { } found)
        {
            sink.Names.Add(token, found);
            return found;
        }
        expressions.Unknown.ReportTable(token, frame.OverRegistry ? "数据或明细" : $"明细（{frame.Subject?.Name} 名下的）",
            known.Select(static table => table.Name));
        return null;
    }

    private IReadOnlyList<TableSymbol> KnownRows() =>
        frame.OverRegistry && !frame.InAggregate
            ? [.. frame.Declarations.Subjects.Values, .. frame.Declarations.Details.Values,
                .. frame.Subject?.Details.Where(static detail => detail.IsBuiltIn) ?? []]
            : frame.Subject?.Details ?? [];

    private static BoundExpression BindSelector(ExpressionBinder rows, ExpressionSyntax syntax, AggregateKind kind)
    {
        var bound = rows.Bind(syntax);
        var fits =
            bound.Type is QuantityType || (bound.Type is DateType or YearType && kind is AggregateKind.Largest or AggregateKind.Smallest);
        return bound.IsError || fits ? bound : rows.Arithmetic.ReportOperand(syntax, bound, "汇总");
    }

    private static BoundExpression? JoinFilters(ExpressionBinder rows, ExpressionSyntax? written, ExpressionSyntax? part)
    {
        var filters = new[] { written, part }.OfType<ExpressionSyntax>().Select(rows.BindTruth).ToImmutableArray();
        return filters switch
        {
            [] => null,
            [var one] => one,
            _ => filters.FirstOrDefault(static filter => filter.IsError)
                ?? new BoundLogical(filters[0].Syntax, filters[0].Span, IsAnd: true, filters),
        };
    }

    private static DslType TypeOf(AggregateKind kind, TableSymbol rows, BoundExpression? selector) => kind switch
    {
        AggregateKind.Exists => DslType.Truth,
        AggregateKind.Count =>
            rows is DetailSymbol { Unit: { } unit } ? DslType.In(unit) : new QuantityType(Dimension.None) { IsBare = true },
        _ => selector?.Type ?? DslType.Error,
    };
}
