// Comparisons: what stands on the other side says what a word or a figure means.
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Dates;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Binds comparisons, 以上, 以下, 满.</summary>
internal sealed class ComparisonBinder(DiagnosticSink sink, BindingFrame frame, ExpressionBinder expressions)
{
    private UnitUnifier Unifier => expressions.Unifier;

    /// <summary>The comparison of a sign; null for any other sign.</summary>
    public static ComparisonOperator? Of(SyntaxKind kind) => kind switch
    {
        SyntaxKind.Equals => ComparisonOperator.Equal,
        SyntaxKind.NotEquals => ComparisonOperator.NotEqual,
        SyntaxKind.Less => ComparisonOperator.Less,
        SyntaxKind.LessOrEqual => ComparisonOperator.LessOrEqual,
        SyntaxKind.Greater => ComparisonOperator.Greater,
        SyntaxKind.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
        _ => null,
    };

    /// <summary>研发人员数 50人以上.</summary>
    public BoundExpression BindSuffix(SuffixComparisonExpression syntax)
    {
        var isAtLeast = syntax.Suffix.Kind == SyntaxKind.OrMoreSuffix;
        var wanted = isAtLeast ? SyntaxKind.GreaterOrEqual : SyntaxKind.LessOrEqual;
        // A comparison before the literal that disagrees with the suffix was reported by the parser.
        return syntax.Operator is { } written && written.Kind != wanted ? new BoundError(syntax)
            : Compare(syntax, syntax.Span, isAtLeast ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.LessOrEqual,
                expressions.BindBefore(syntax.Left, wanted, syntax.Bound), syntax.Bound);
    }

    /// <summary>登记日期 满 3年  →  登记日期 + 36个月 ≤ 测算日; 工作年限 满 3年  →  工作年限 ≥ 3年.</summary>
    public BoundExpression BindReached(BinaryExpression link, BoundExpression left, int start)
    {
        var (right, span) = (expressions.Bind(link.Right), TextSpan.FromBounds(start, link.Right.Span.End));
        if (left.IsError || right.IsError)
            return new BoundError(link, span);
        if (right.Type is QuantityType { IsBare: true })
        {
            sink.Report(TypeDiagnostics.DurationExpected, right.Span, sink.TextOf(right));
            return new BoundError(link, span);
        }
        if (Durations.Is(left.Type) && Durations.Is(right.Type))
            return Compare(link, span, ComparisonOperator.GreaterOrEqual, left, right);
        if (left.Type != DslType.Date || !Durations.Is(right.Type))
        {
            var (odd, wanted) = left.Type != DslType.Date ? (left, DslType.Date) : (right, DslType.In(Units.Years));
            sink.Report(TypeDiagnostics.TypeExpected, odd.Span, wanted == DslType.Date ? "日期" : "时间长度", sink.TextOf(odd),
                TypeWords.Of(odd.Type), wanted == DslType.Date ? "登记日期" : "3年");
            return new BoundError(link, span);
        }
        var asOf = new BoundIntrinsic(link, span, ContextKind.AsOfDate, DslType.Date);
        return new BoundComparison(link, span, ComparisonOperator.LessOrEqual,
            ArithmeticBinder.Shift(link, span, isMinus: false, left, right), asOf);
    }

    /// <summary>Compares a value with what is not bound yet.</summary>
    public BoundExpression Compare(ExpressionSyntax syntax, TextSpan span, ComparisonOperator op, BoundExpression left,
        ExpressionSyntax rightSyntax)
    {
        if (left.IsError && rightSyntax is NameExpression name)
        {
            // It may be a value of a list that is not known: nothing is said of it. If it is a name, an editor wants to know of what.
            using (sink.Mute())
                expressions.Names.Bind(name);
            return new BoundError(syntax, span);
        }
        var right = ExpressionBinder.RatioIn(rightSyntax) is { } ratio
            ? expressions.BindRatio(ratio, RatioUse.Compared)
            : BindOperand(rightSyntax, left.Type);
        return left.IsError || right.IsError ? new BoundError(syntax, span) : Compare(syntax, span, op, left, right);
    }

    private BoundExpression Compare(ExpressionSyntax syntax, TextSpan span, ComparisonOperator op, BoundExpression left,
        BoundExpression right)
    {
        if (op is ComparisonOperator.Equal or ComparisonOperator.NotEqual && SameValue(syntax, span, left, right) is { } same)
            return op == ComparisonOperator.Equal ? same : new BoundNot(syntax, span, same);
        if ((PercentMistake(left, right) ?? PercentMistake(right, left)) is { } percent)
        {
            sink.Add(percent);
            return new BoundError(syntax, span);
        }
        if (YearMistake(left, right) || YearMistake(right, left))
            return new BoundError(syntax, span);
        (left, right) = (YearBeside(left, right), YearBeside(right, left));
        if (left.Type == DslType.Year && Unifier.TryConvert(right, DslType.Year) is { } year)
            right = year;
        else if (right.Type == DslType.Year && Unifier.TryConvert(left, DslType.Year) is { } otherYear)
            left = otherYear;
        var isOrdered = left.Type is QuantityType or DateType or YearType;
        if (isOrdered && Unifier.TryUnify(ref left, ref right))
            return new BoundComparison(syntax, span, op, left, right);
        var meant = Meant(left.Type, right);
        var remedy = TypeRemedies.Comparison(left.Type, sink.TextOf(left), right.Type, meant);
        var finding = TypeDiagnostics.ComparisonMismatch.At(sink.Source, span, sink.TextOf(left), TypeWords.Of(left.Type),
            sink.TextOf(right), TypeWords.Of(right.Type), remedy);
        sink.Add(meant is not null ? finding.WithFix($"改为「{meant}」", new TextEdit(right.Span, meant)) : finding);
        return new BoundError(syntax, span);
    }

    /// <summary>认定日期 = 年度: a date beside a year is the year that it lies in.</summary>
    private static BoundExpression YearBeside(BoundExpression date, BoundExpression year) =>
        date.Type == DslType.Date && year.Type == DslType.Year
            ? new BoundCall(date.Syntax, date.Span, YearOf.Definition, [date], DslType.Year)
            : date;

    /// <summary>Binds what stands beside a value of a type: a word is first a value of the type's list.</summary>
    public BoundExpression BindOperand(ExpressionSyntax syntax, DslType other)
    {
        if (syntax is not NameExpression { Name: { IsMissing: false } word } name)
            return syntax is ParenthesizedExpression { Inner: var inner } ? BindOperand(inner, other) : BindOther(syntax, other);
        if (other is EnumType list)
        {
            sink.Names.AddMember(word, list, word.Value);
            return list.Members.Contains(word.Value) || (list.IsOpen && frame.AllowsOpenValues)
                ? new BoundConstant(syntax, word.Span, TextValue.Of(word.Value), list)
                : BindNonMember(name, list);
        }
        if (other is TextType && !frame.IsValueName(word.Value) && !IsNameNearby(word.Value))
        {
            var known = sink.Nearest(word.Value, frame.ValueNames);
            var finding = TypeDiagnostics.TextExpected.At(sink.Source, word.Span, word.Text);
            // Where a name is near, the word may be that name: in quotes it would be compared as it stands, and never be equal.
            sink.Add(known is null
                ? finding.WithGuess($"改为「“{word.Text}”」", new TextEdit(word.Span, $"“{word.Text}”"))
                : Spelling.WithRename(finding, word.Span, known));
            return new BoundError(syntax);
        }
        return expressions.Names.Bind(name, type => Fitting.IsOneKind(type, other));
    }

    private BoundExpression BindOther(ExpressionSyntax syntax, DslType other)
    {
        var bound = expressions.Bind(syntax);
        if (bound is not BoundConstant { Value: TextValue { Text: { } text }, Type: TextType } || other is not EnumType list
            || syntax is not LiteralExpression literal)
            return bound;
        sink.Names.AddMember(literal.Token, list, text);
        return list.IsOpen || list.Members.Contains(text) ? bound : expressions.Unknown.ReportMember(syntax, literal.Token, list);
    }

    private BoundExpression BindNonMember(NameExpression syntax, EnumType list) =>
        frame.IsValueName(syntax.Name.Value) ? expressions.Names.Bind(syntax) : expressions.Unknown.ReportMember(syntax, syntax.Name, list);

    /// <summary>
    /// Whether a word that is no value here is the name of something: a fact of the row outside, of another table, a list or a table.
    /// </summary>
    private bool IsNameNearby(string name) =>
        frame.OuterRow?.FindField(name) is not null || frame.PerRow?.FindField(name) is not null || frame.TableWithField(name) is not null
        || NameRemedies.OfNonValue(frame.Declarations, name) is not null;
    /// <summary>= between texts, list values or truths; null for everything that is compared as a number.</summary>
    private static BoundExpression? SameValue(ExpressionSyntax syntax, TextSpan span, BoundExpression left, BoundExpression right) =>
        (left.Type, right.Type) switch
        {
            (TextType or EnumType, TextType or EnumType) => new BoundSameText(syntax, span, left, right),
            (TruthType, TruthType) => new BoundSameTruth(syntax, span, left, right),
            _ => null,
        };

    /// <summary>30 beside a 比率: almost surely 30% was meant.</summary>
    private Diagnostic? PercentMistake(BoundExpression ratio, BoundExpression figure)
    {
        if (ratio.Type is not QuantityType { IsRatio: true } || ratio is BoundConstant
            || figure is not BoundConstant { Type: QuantityType { IsBare: true }, Value: NumberValue { Bounds.Low: { } value } }
            || value <= Rational.One)
            return null;
        var text = sink.Source[figure.Span];
        var finding = TypeDiagnostics.PercentAsBareNumber.At(sink.Source, figure.Span, sink.TextOf(ratio), text, value * 100);
        var edit = new TextEdit(new TextSpan(figure.Span.End, 0), "%");
        // A share is never more than 1; what may be more (增长率 超过 2) can be meant as so many times.
        return ratio is BoundFact { Field.InputRange.High: { } high } && high < value
            ? finding.WithFix($"改为「{text}%」", edit)
            : finding.WithGuess($"改为「{text}%」", edit);
    }

    /// <summary>年度 = 2021年: the year was written as a length of time.</summary>
    private bool YearMistake(BoundExpression year, BoundExpression figure)
    {
        if (year.Type != DslType.Year || figure is not BoundConstant || !Durations.Is(figure.Type, Units.Years))
            return false;
        ReportYearAsDuration(figure);
        return true;
    }

    /// <summary>Reports 2021年 where 2021年度 is meant.</summary>
    public BoundError ReportYearAsDuration(BoundExpression figure)
    {
        var text = sink.Source[figure.Span];
        sink.Add(TypeDiagnostics.YearAsDuration.At(sink.Source, figure.Span, text, text + "度")
            .WithFix($"改为「{text}度」", new TextEdit(new TextSpan(figure.Span.End, 0), "度")));
        return new BoundError(figure.Syntax);
    }

    /// <summary>20240101, "2024-01-01" beside a date; "是" beside a truth: what is certainly meant; null for anything else.</summary>
    public string? Meant(DslType wanted, BoundExpression written)
    {
        var text = written.Syntax is LiteralExpression { Token: { Kind: SyntaxKind.TextLiteral } quoted } ? quoted.Value.Trim()
            : written is BoundConstant { Type: QuantityType { IsBare: true } } ? sink.Source[written.Span]
            : null;
        return text is null ? null
            : wanted is DateType && text.Length >= 8 && CivilDate.TryParse(text.Replace('.', '-'), DateForms.Text, out var day)
                ? CivilDate.Format(day)
            : wanted is TruthType && text is "是" or "否" ? text : null;
    }
}
