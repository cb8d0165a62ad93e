// Calls: builtin functions, and aggregates over rows.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

internal sealed partial class ExpressionBinder
{
    private BoundExpression BindCall(CallExpression syntax)
    {
        if (AggregateFunctions.Find(syntax.Name.Value) is { } aggregate)
            return BindAggregate(syntax, aggregate);
        if (BuiltinFunctions.Find(syntax.Name.Value) is { } function)
            return BindFunction(syntax, function);
        if (ReportUnitBehindFact(syntax))
            return Error(syntax);
        // What an unknown function does with names is not known: only an editor wants to know of what they are.
        using (sink.Mute())
        {
            foreach (var argument in syntax.Arguments.Items)
                Bind(argument);
        }
        var names = BuiltinFunctions.All.Select(static known => known.Name).Concat(AggregateFunctions.All.Select(static known => known.Name)).ToList();
        if (names.FirstOrDefault(known => known.Equals(syntax.Name.Value, StringComparison.OrdinalIgnoreCase)) is var same && (same ?? NameOfMisnomer(syntax.Name.Value.ToUpperInvariant())) is { } ours)
        {
            sink.Add(NameDiagnostics.UnknownFunction.At(sink.Source, syntax.Name.Span, syntax.Name.Text, "", $"写成 {ours}(…)。").WithFix($"改为「{ours}」", new Syntax.Diagnostics.TextEdit(syntax.Name.Span, ours)));
            return Error(syntax);
        }
        var best = sink.Nearest(syntax.Name.Value, BuiltinFunctions.Names.Concat(names).Where(known => NameLikeness.Of(syntax.Name.Value, known) != Likeness.Contrary));
        sink.Add(WithRename(NameDiagnostics.UnknownFunction.At(sink.Source, syntax.Name.Span, syntax.Name.Text, Spelling.Hint(best), best is null ? $"可以写的有：{string.Join('、', names)}。" : $"写成 {best}(…)；相乘的，括号前写 *。"), syntax.Name.Span, best));
        return Error(syntax);
    }

    private static string? NameOfMisnomer(string name) =>
        BuiltinFunctions.All.FirstOrDefault(known => known.Misnomers.Contains(name))?.Name ?? AggregateFunctions.All.FirstOrDefault(known => known.Misnomers.Contains(name))?.Name;

    /// <summary>研发费用（万元）: the name of a fact with a unit in brackets, as tables have it.</summary>
    private bool ReportUnitBehindFact(CallExpression syntax)
    {
        if (syntax.Arguments.Items is not [NameExpression { Name.Value: var unit }] || !IsKnownWord(syntax.Name.Value) || unit.Length > 6
            || (Units.Find(unit) is null && Units.Find(unit.TrimStart('百', '千', '万', '亿')) is null))
            return false;
        sink.Add(NameDiagnostics.WordsRunTogether.At(sink.Source, syntax.Span, sink.Source[syntax.Span], "后面带了单位", syntax.Name.Text, "名称后面不写单位，单位写在每个数后面，如 100万元。")
            .WithFix($"改为「{syntax.Name.Text}」", new Syntax.Diagnostics.TextEdit(syntax.Span, syntax.Name.Text)));
        return true;
    }

    private BoundExpression BindFunction(CallExpression syntax, BuiltinFunction function)
    {
        var arguments = syntax.Arguments.Items.Select(Bind).ToImmutableArray();
        if (arguments.Length < function.MinArity || arguments.Length > function.MaxArity)
        {
            ReportArgumentCount(syntax, function.MinArity, function.MaxArity, string.Join(", ", function.Parameters));
            return Error(syntax);
        }
        if (arguments.Any(static argument => argument.IsError))
            return Error(syntax);
        if (function.UnifiesArguments)
        {
            var unified = UnifyAll(arguments, (first, other) => TypeDiagnostics.FunctionArguments.At(sink.Source, other.Span, function.Name,
                $"「{TextOf(first)}」是 {Describe(first.Type)}，「{TextOf(other)}」是 {Describe(other.Type)}", string.Join(", ", function.Parameters), function.Summary));
            if (unified is not { } same)
                return Error(syntax);
            arguments = same;
        }
        var typing = function.Typing([.. arguments.Select(static argument => argument.Type)]);
        if (typing.Problem is { } problem || typing.Result.IsError)
        {
            sink.Report(TypeDiagnostics.FunctionArguments, syntax.Span, function.Name, typing.Problem ?? "类型不符", string.Join(", ", function.Parameters), function.Summary);
            return Error(syntax);
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
            return Error(syntax);
        }
        if (BindRows(items[0]) is not { } rows)
            return Error(syntax);
        var inner = InFrame(frame with
        {
            Row = rows as DetailSymbol,
            OuterRow = frame.Row is { } outer && outer != rows ? outer : null,
            Subject = rows is DetailSymbol { Subject: var owner } ? owner : (SubjectSymbol)rows,
            InAggregate = true,
            PartFilter = null,
        });
        var selector = !aggregate.TakesSelector ? null : inner.BindSelector(isQualified ? items[0] : items[1], aggregate.Kind);
        var filter = inner.JoinFilters(items.Length > before ? items[before] : null, frame.PartFilter);
        if (selector is { IsError: true } || filter is { IsError: true })
            return Error(syntax);
        return new BoundAggregate(syntax, syntax.Span, aggregate.Kind, rows as DetailSymbol, rows as SubjectSymbol, selector, filter, TypeOf(aggregate.Kind, rows, selector));
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
                sink.Report(TypeDiagnostics.TypeExpected, syntax.Span, "一张明细的名称", sink.Source[syntax.Span], "算式", frame.Subject is { Details: [var first, ..] } ? first.Name : "科技项目");
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
        ReportUnknownTable(token, frame.OverRegistry ? "数据或明细" : $"明细（{frame.Subject?.Name} 名下的）", known.Select(static table => table.Name));
        return null;
    }

    private IReadOnlyList<TableSymbol> KnownRows() =>
        frame.OverRegistry && !frame.InAggregate
            ? [.. frame.Declarations.Subjects.Values, .. frame.Declarations.Details.Values, .. frame.Subject?.Details.Where(static detail => detail.IsBuiltIn) ?? []]
            : frame.Subject?.Details ?? [];

    private BoundExpression BindSelector(ExpressionSyntax syntax, AggregateKind kind)
    {
        var bound = Bind(syntax);
        var fits = bound.Type is QuantityType || (bound.Type is DateType or YearType && kind is AggregateKind.Largest or AggregateKind.Smallest);
        return bound.IsError || fits ? bound : ReportOperand(syntax, bound, "汇总");
    }

    private BoundExpression? JoinFilters(ExpressionSyntax? written, ExpressionSyntax? part)
    {
        var filters = new[] { written, part }.OfType<ExpressionSyntax>().Select(BindTruth).ToImmutableArray();
        return filters switch
        {
            [] => null,
            [var one] => one,
            _ => filters.FirstOrDefault(static filter => filter.IsError) ?? new BoundLogical(filters[0].Syntax, filters[0].Span, IsAnd: true, filters),
        };
    }

    private static DslType TypeOf(AggregateKind kind, TableSymbol rows, BoundExpression? selector) => kind switch
    {
        AggregateKind.Exists => DslType.Truth,
        AggregateKind.Count => rows is DetailSymbol { Unit: { } unit } ? DslType.In(unit) : new QuantityType(Dimension.None) { IsBare = true },
        _ => selector?.Type ?? DslType.Error,
    };
}
