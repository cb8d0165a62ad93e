// Facts by year: 本年.营业收入, 营业收入(年度 - 2年), 首次 …, … 每增加 …, as aggregates over the one row of a year.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Functions.Extremes;
using Dsl.Values.Functions.Rounding;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Binds facts of details that are 按年度.</summary>
/// <remarks>
/// 营业收入(Y) is 最大值(年度经营, 营业收入, 年度经营.年度 = Y): a year has one row at most, and none leaves the value unknown.
/// </remarks>
internal sealed class YearBinder(DiagnosticSink sink, BindingFrame frame, ExpressionBinder expressions)
{
    /// <summary>本年, the application year.</summary>
    public const string ThisYear = "本年";

    /// <summary>上年, the year before it.</summary>
    public const string LastYear = "上年";

    /// <summary>Whether a word before a dot is a year, and nothing that is declared.</summary>
    public static bool IsYear(string qualifier, BindingFrame frame) => qualifier is ThisYear or LastYear
        && frame.FindTable(qualifier) is null && !frame.Declarations.Lists.ContainsKey(qualifier);

    /// <summary>本年.营业收入, 上年.营业收入.</summary>
    public BoundExpression BindOfYear(QualifiedNameExpression syntax) => Find(syntax.Name, YearDiagnostics.SeveralFacts) is { } field
        ? Of(syntax, field, YearOf(syntax, syntax.Qualifier.Value == LastYear))
        : new BoundError(syntax);

    /// <summary>营业收入(年度 - 2年); null where the name is none of a fact by year.</summary>
    public BoundExpression? BindCall(CallExpression syntax)
    {
        if (Candidates(syntax.Name.Value).IsEmpty)
            return null;
        return Find(syntax.Name, YearDiagnostics.SeveralFacts) is { } field ? Of(syntax, field, syntax.Arguments) : new BoundError(syntax);
    }

    /// <summary>年度经营.营业收入(年度 - 2年).</summary>
    public BoundExpression BindCall(QualifiedCallExpression syntax) =>
        FindOf(syntax.Name) is { } field ? Of(syntax, field, syntax.Arguments) : new BoundError(syntax);

    /// <summary>营业收入 每增加 1亿元 : 10万元.</summary>
    /// <remarks>向下取整(max(本年.营业收入 - 上年.营业收入, 0元) / 1亿元) * 10万元.</remarks>
    public BoundExpression Bind(PerIncreaseExpression syntax)
    {
        var (field, amount) = (FindOf(syntax.Fact), expressions.BindMoney(syntax.Amount, "每增加的奖补"));
        if (field is null || amount.IsError)
            return new BoundError(syntax);
        var (now, before) = (Of(syntax, field, YearOf(syntax, isLast: false)), Of(syntax, field, YearOf(syntax, isLast: true)));
        if (now.IsError || before.IsError)
            return new BoundError(syntax);
        var step = expressions.BindAs(syntax.Step, field.Type);
        if (step.IsError || field.Type is not QuantityType)
            return step.IsError ? new BoundError(syntax) : expressions.Arithmetic.ReportOperand(syntax.Fact, now, syntax.Word.Text);
        if (ConstantFolder.Number(step) is not { Sign: > 0 })
        {
            sink.Report(YearDiagnostics.NoStep, step.Span, sink.TextOf(step));
            return new BoundError(syntax);
        }
        var difference = new BoundArithmetic(syntax, syntax.Span, ArithmeticOperator.Subtract, now, before, field.Type);
        var increase = new BoundCall(syntax, syntax.Span, LeastAndGreatest.Greatest,
            [difference, new BoundConstant(syntax, syntax.Span, NumberValue.Zero, field.Type)], field.Type);
        var steps = expressions.Arithmetic.Multiply(syntax, syntax.Span, isOver: true, "/", increase, step);
        var full = new BoundCall(syntax, syntax.Span, MultipleRounding.Down, [steps], steps.Type);
        return expressions.Arithmetic.Multiply(syntax, syntax.Span, isOver: false, "*", full, amount);
    }

    /// <summary>首次 营业收入 超过 1亿元、5亿元 : 10万元、30万元.</summary>
    public BoundExpression Bind(MilestoneExpression syntax)
    {
        if (frame is not { PerRow: null, ClauseNumber: { } clause })
        {
            sink.Report(YearDiagnostics.MisplacedMilestone, syntax.First.Span);
            return new BoundError(syntax);
        }
        if (FindOf(syntax.Fact) is not { Table: DetailSymbol rows } field)
            return new BoundError(syntax);
        var now = Of(syntax, field, YearOf(syntax, isLast: false));
        var levels = syntax.Levels.Items.Select(level => expressions.BindAs(level, field.Type)).ToImmutableArray();
        var amounts = syntax.Amounts.Items.Select(amount => expressions.BindMoney(amount, "首次的奖补")).ToImmutableArray();
        if (now.IsError || levels.Concat(amounts).Any(static part => part.IsError) || syntax.Comparison.IsMissing)
            return new BoundError(syntax);
        if (levels.Length != amounts.Length)
        {
            sink.Report(YearDiagnostics.LevelsAndAmounts, syntax.Span, levels.Length, amounts.Length);
            return new BoundError(syntax);
        }
        return Rises(levels, YearDiagnostics.LevelNotRising, isStrict: true)
            && Rises(amounts, YearDiagnostics.AmountFalling, isStrict: false)
            ? new BoundMilestones(syntax, syntax.Span, now, field, rows, syntax.Comparison.Kind == SyntaxKind.GreaterOrEqual,
                [.. levels.Zip(amounts, static (level, amount) => new BoundMilestone(level, amount))])
                { ClauseNumber = clause, Word = syntax.Comparison.Text }
            : new BoundError(syntax);
    }

    private bool Rises(ImmutableArray<BoundExpression> figures, DiagnosticRule rule, bool isStrict)
    {
        Rational? last = isStrict ? null : Rational.Zero;
        foreach (var (index, figure) in figures.Index())
        {
            if (ConstantFolder.Number(figure) is not { } number || (last is { } before && (isStrict ? number <= before : number < before)))
            {
                sink.Report(rule, figure.Span, index + 1, sink.TextOf(figure));
                return false;
            }
            last = number;
        }
        return true;
    }

    private static BoundExpression YearOf(ExpressionSyntax syntax, bool isLast)
    {
        var year = new BoundIntrinsic(syntax, syntax.Span, ContextKind.ApplicationYear, DslType.Year);
        return !isLast ? year : new BoundArithmetic(syntax, syntax.Span, ArithmeticOperator.Subtract, year,
            new BoundConstant(syntax, syntax.Span, NumberValue.Of(1), DslType.In(Units.Years)), DslType.Year);
    }

    private BoundExpression Of(ExpressionSyntax syntax, FieldSymbol field, SeparatedList<ExpressionSyntax> arguments)
    {
        if (arguments.Items is [var argument])
            return expressions.BindAs(argument, DslType.Year) is { IsError: false } year ? Of(syntax, field, year) : new BoundError(syntax);
        sink.Report(YearDiagnostics.OneYear, syntax.Span, field.Name);
        return new BoundError(syntax);
    }

    private BoundExpression Of(ExpressionSyntax syntax, FieldSymbol field, BoundExpression year)
    {
        if (field.Table is not DetailSymbol { Year: { } ofRow } rows)
            return new BoundError(syntax);
        if (field.Type is not (QuantityType or DateType or YearType))
        {
            if (!field.Type.IsError)
                sink.Report(YearDiagnostics.NoNumber, syntax.Span, field.Name, TypeWords.Of(field.Type), rows.Name);
            return new BoundError(syntax);
        }
        if (frame.OverRegistry && !frame.InAggregate)
            return expressions.Unknown.ReportOutsideAggregate(syntax, field.Name);
        if (year.DescendantsAndSelf().OfType<BoundFact>().Any(fact => fact.Field.Table == rows))
        {
            sink.Report(YearDiagnostics.YearOfRow, year.Span, field.Name, rows.Name);
            return new BoundError(syntax);
        }
        var isYear = new BoundComparison(syntax, syntax.Span, ComparisonOperator.Equal, new BoundFact(syntax, syntax.Span, ofRow), year);
        return new BoundAggregate(syntax, syntax.Span, AggregateKind.Largest, rows, new BoundFact(syntax, syntax.Span, field), isYear,
            field.Type) { Year = year };
    }

    private ImmutableArray<FieldSymbol> Candidates(string name) =>
        [.. frame.Subject?.Details.Where(static detail => detail.Year is not null).Select(detail => detail.FindField(name))
            .OfType<FieldSymbol>().Where(static field => !field.IsKey) ?? []];

    /// <summary>The fact of a name or of a qualified name; null where it is none (reported).</summary>
    private FieldSymbol? FindOf(ExpressionSyntax syntax)
    {
        if (syntax is NameExpression name)
            return Find(name.Name, YearDiagnostics.SeveralFactsOfPhrase);
        if (syntax is not QualifiedNameExpression { Qualifier: var table } qualified)
        {
            if (syntax is not ErrorExpression)
                ReportNone(syntax, sink.Source[syntax.Span]);
            return null;
        }
        if (table.IsMissing || qualified.Name.IsMissing)
            return null;
        if (frame.Subject?.FindDetail(table.Value) is not { Year: not null } detail)
        {
            ReportNone(syntax, qualified.Name.Value);
            return null;
        }
        sink.Names.Add(table, detail);
        if (detail.FindField(qualified.Name.Value) is { IsKey: false } field)
        {
            sink.Names.Add(qualified.Name, field);
            return field;
        }
        expressions.Unknown.ReportField(qualified.Name, detail);
        return null;
    }

    private FieldSymbol? Find(SyntaxToken name, DiagnosticRule several)
    {
        if (name.IsMissing)
            return null;
        switch (Candidates(name.Value))
        {
            case [var field]:
                sink.Names.Add(name, field);
                return field;
            case []:
                if (!frame.IsIncomplete)
                    ReportNone(name, name.Value);
                return null;
            case [var first, ..] fields:
                sink.Report(several, name.Span, name.Value, string.Join("、", fields.Select(static field => field.Table.Name)),
                    first.Table.Name);
                return null;
        }
    }

    private void ReportNone(SyntaxElement place, string name)
    {
        var known = frame.Subject?.Details.Where(static detail => detail.Year is not null)
            .SelectMany(static detail => detail.Fields.Where(static field => !field.IsKey)).Select(static field => field.Name)
            .Distinct(StringComparer.Ordinal).ToList() ?? [];
        var best = sink.Nearest(name, known);
        sink.Add(Spelling.WithRename(YearDiagnostics.NoSuchFact.At(sink.Source, place.Span, name,
            best is not null ? SpellingPhrases.Meant.With(best) : known.Count > 0 ? YearPhrases.Known.With(string.Join("、", known)) : "",
            frame.Subject?.Name ?? "企业"), place.Span, place is SyntaxToken ? best : null));
    }
}
