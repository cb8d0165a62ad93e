// Operators on two or one operands: the table of what goes with what.
using Dsl.Semantics.Binding.Bound;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

internal sealed partial class ExpressionBinder
{
    private BoundExpression BindUnary(UnaryExpression syntax)
    {
        if (syntax.Operator.Kind == SyntaxKind.NotKeyword)
        {
            var truth = BindTruth(syntax.Operand);
            return truth.IsError ? Error(syntax) : new BoundNot(syntax, syntax.Span, truth);
        }
        var operand = Bind(syntax.Operand);
        if (operand.IsError)
            return Error(syntax);
        return operand.Type is QuantityType ? new BoundNegate(syntax, syntax.Span, operand) : ReportOperand(syntax, operand, syntax.Operator.Text);
    }

    private BoundExpression BindConditional(ConditionalExpression syntax)
    {
        var condition = BindTruth(syntax.Condition);
        var branches = UnifyAll([Bind(syntax.WhenTrue), Bind(syntax.WhenFalse)], BranchesDiffer);
        return condition.IsError || branches is not [var whenTrue, var whenFalse]
            ? Error(syntax) : new BoundConditional(syntax, syntax.Span, condition, whenTrue, whenFalse, Joined(whenTrue.Type, whenFalse.Type));
    }

    private Diagnostic BranchesDiffer(BoundExpression first, BoundExpression other) =>
        TypeDiagnostics.BranchesDiffer.At(sink.Source, other.Span, TextOf(first), Describe(first.Type), TextOf(other), Describe(other.Type));

    private BoundExpression Add(ExpressionSyntax syntax, TextSpan span, bool isMinus, string symbol, BoundExpression left, BoundExpression right)
    {
        if (left.IsError || right.IsError)
            return new BoundError(syntax, span);
        var op = isMinus ? ArithmeticOperator.Subtract : ArithmeticOperator.Add;
        if (left.Type == DslType.Date)
            return ShiftDate(syntax, span, isMinus, left, right);
        if (left.Type == DslType.Year)
            return ShiftYear(syntax, span, op, left, right);
        if (left.Type is not QuantityType)
            return ReportOperand(syntax, left, symbol);
        if (right.Type is not QuantityType)
            return ReportOperand(syntax, right, symbol);
        if (!TryUnify(ref left, ref right))
        {
            sink.Report(TypeDiagnostics.UnitMismatch, span, TextOf(left), UnitName(left.Type), TextOf(right), UnitName(right.Type), isMinus ? "相减" : "相加");
            return new BoundError(syntax, span);
        }
        if (isMinus && IsWrittenBelow(left, right))
        {
            sink.Report(TypeDiagnostics.RangeAsDifference, span, sink.Source[span], TextOf(left), TextOf(right));
            return new BoundError(syntax, span);
        }
        return new BoundArithmetic(syntax, span, op, left, right, Joined(left.Type, right.Type));
    }

    // Nobody writes two figures to have less than nothing of them: 5-10万元 is how documents write a range.
    private static bool IsWrittenBelow(BoundExpression left, BoundExpression right) =>
        left is BoundConstant { Value: NumberValue { Bounds: { IsPoint: true, Low: { } low } } } && right is BoundConstant { Value: NumberValue { Bounds: { IsPoint: true, Low: { } high } } }
        && low.Sign >= 0 && low < high;

    private static string UnitName(DslType type) => type switch
    {
        QuantityType { IsMoney: true } => "元",
        QuantityType { Dimension: var dimension } when dimension == Dimension.None => "“无”",
        QuantityType { Dimension: var dimension } => dimension.ToString(),
        _ => type.DisplayName,
    };

    private BoundExpression Multiply(ExpressionSyntax syntax, TextSpan span, bool isOver, string symbol, BoundExpression left, BoundExpression right)
    {
        if (left.IsError || right.IsError)
            return new BoundError(syntax, span);
        if (left.Type is not QuantityType)
            return ReportOperand(syntax, left, symbol);
        if (right.Type is not QuantityType)
            return ReportOperand(syntax, right, symbol);
        MeetDurations(ref left, ref right);
        var (l, r) = ((QuantityType)left.Type, (QuantityType)right.Type);
        var dimension = isOver ? l.Dimension.Over(r.Dimension) : l.Dimension.Times(r.Dimension);
        var isShare = isOver && l.Dimension == r.Dimension && l.Dimension != Dimension.None;
        var type = new QuantityType(dimension)
        {
            IsBare = l.IsBare && r.IsBare,
            IsRatio = isShare || (!isOver && l.IsRatio && r.IsRatio),
        };
        return new BoundArithmetic(syntax, span, isOver ? ArithmeticOperator.Divide : ArithmeticOperator.Multiply, left, right, type);
    }

    /// <summary>Where one factor counts in years and the other in months, years become months, so that they cancel.</summary>
    private static void MeetDurations(ref BoundExpression left, ref BoundExpression right)
    {
        static bool Has(BoundExpression value, Unit unit) => value.Type is QuantityType { Dimension.Factors: var factors } && factors.Any(factor => factor.Unit == unit);
        if (Has(left, Units.Years) && Has(right, Units.Months))
            left = ScaleDurations(left, InMonths(((QuantityType)left.Type).Dimension)) ?? left;
        else if (Has(left, Units.Months) && Has(right, Units.Years))
            right = ScaleDurations(right, InMonths(((QuantityType)right.Type).Dimension)) ?? right;
    }

    private BoundError ReportOperand(ExpressionSyntax syntax, BoundExpression operand, string symbol)
    {
        var hint = operand.Type switch
        {
            TruthType => "按条件给不同金额的，写 若 条件 则 金额 否则 金额。",
            DateType => "日期只能加减时间，如 施行日期 + 1个月。",
            TextType when operand.Syntax is LiteralExpression literal && IsKnownWord(literal.Token.Value) => "名称不加引号。",
            _ => $"「{symbol}」的两边都写数或金额。",
        };
        var finding = TypeDiagnostics.OperandType.At(sink.Source, operand.Span, TextOf(operand), Describe(operand.Type), symbol, hint);
        sink.Add(operand is { Type: TextType, Syntax: LiteralExpression quoted } && IsKnownWord(quoted.Token.Value) ? finding.WithFix("去掉引号", new TextEdit(operand.Span, quoted.Token.Value)) : finding);
        return Error(syntax);
    }

    private BoundExpression Compare(ExpressionSyntax syntax, TextSpan span, ComparisonOperator op, BoundExpression left, ExpressionSyntax rightSyntax)
    {
        if (left.IsError && rightSyntax is NameExpression name)
        {
            // It may be a value of a list that is not known: nothing is said of it. If it is a name, an editor wants to know of what.
            using (sink.Mute())
                BindName(name);
            return new BoundError(syntax, span);
        }
        var right = RatioIn(rightSyntax) is { } ratio ? BindRatio(ratio, RatioUse.Compared) : BindOperand(rightSyntax, left.Type);
        return left.IsError || right.IsError ? new BoundError(syntax, span) : Compare(syntax, span, op, left, right);
    }

    private BoundExpression Compare(ExpressionSyntax syntax, TextSpan span, ComparisonOperator op, BoundExpression left, BoundExpression right)
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
        if (left.Type == DslType.Year && TryConvert(right, DslType.Year) is { } year)
            right = year;
        else if (right.Type == DslType.Year && TryConvert(left, DslType.Year) is { } otherYear)
            left = otherYear;
        var isOrdered = left.Type is QuantityType or DateType or YearType;
        if (isOrdered && TryUnify(ref left, ref right))
            return new BoundComparison(syntax, span, op, left, right);
        var finding = TypeDiagnostics.ComparisonMismatch.At(sink.Source, span, TextOf(left), Describe(left.Type), TextOf(right), Describe(right.Type), ComparisonHint(left, right));
        sink.Add(Meant(left.Type, right) is { } meant ? finding.WithFix($"改为「{meant}」", new TextEdit(right.Span, meant)) : finding);
        return new BoundError(syntax, span);
    }

    private string ComparisonHint(BoundExpression left, BoundExpression right) => (left.Type, right.Type) switch
    {
        _ when Meant(left.Type, right) is { } meant => $"写成 {meant}。",
        (DateType, QuantityType { IsBare: true }) => "日期写成 2021-06-21 或 2021年6月21日。",
        (DateType, QuantityType) => $"到测算日满几年，写 {TextOf(left)} 满 3年；不满几年，写 非 {TextOf(left)} 满 3年；与某一天比的，写出日期，如 2021-06-21。",
        (QuantityType { IsBare: false }, QuantityType { IsBare: false }) => $"两边要同一个单位：「{TextOf(left)}」按 {UnitName(left.Type)} 计，写如 {TypeSamples.Of(left.Type)}；用错了事实的，改正。",
        (TruthType, _) => $"写成 {TextOf(left)} = 是，或只写 {TextOf(left)}。",
        (TextType or EnumType, _) or (_, TextType or EnumType) => "文字只能用 =、!= 或 属于 来比。",
        _ => $"「{TextOf(left)}」写如 {TypeSamples.Of(left.Type)}。",
    };

    /// <summary>20240101, "2024-01-01" beside a date; "是" beside a truth: what is certainly meant; null for anything else.</summary>
    private string? Meant(DslType wanted, BoundExpression written)
    {
        var text = written.Syntax is LiteralExpression { Token: { Kind: SyntaxKind.TextLiteral } quoted } ? quoted.Value.Trim() : written is BoundConstant { Type: QuantityType { IsBare: true } } ? sink.Source[written.Span] : null;
        return text is null ? null
            : wanted is DateType && text.Length >= 8 && CivilDate.TryParse(text.Replace('.', '-'), out var day) ? CivilDate.Format(day)
            : wanted is TruthType && text is "是" or "否" ? text : null;
    }

    /// <summary>= between texts, list values or truths; null for everything that is compared as a number.</summary>
    private static BoundExpression? SameValue(ExpressionSyntax syntax, TextSpan span, BoundExpression left, BoundExpression right) => (left.Type, right.Type) switch
    {
        (TextType or EnumType, TextType or EnumType) => new BoundSameText(syntax, span, left, right),
        (TruthType, TruthType) => new BoundSameTruth(syntax, span, left, right),
        _ => null,
    };

    /// <summary>30 beside a 比率: almost surely 30% was meant.</summary>
    private Diagnostic? PercentMistake(BoundExpression ratio, BoundExpression figure)
    {
        if (ratio.Type is not QuantityType { IsRatio: true } || ratio is BoundConstant
            || figure is not BoundConstant { Type: QuantityType { IsBare: true }, Value: NumberValue { Bounds.Low: { } value } } || value <= Rational.One)
            return null;
        var text = sink.Source[figure.Span];
        var finding = TypeDiagnostics.PercentAsBareNumber.At(sink.Source, figure.Span, TextOf(ratio), text, value * 100);
        var edit = new TextEdit(new TextSpan(figure.Span.End, 0), "%");
        // A share is never more than 1; what may be more (增长率 超过 2) can be meant as so many times.
        return ratio is BoundFact { Field.InputRange.High: { } high } && high < value ? finding.WithFix($"改为「{text}%」", edit) : finding.WithGuess($"改为「{text}%」", edit);
    }

    /// <summary>年度 = 2021年: the year was written as a length of time.</summary>
    private bool YearMistake(BoundExpression year, BoundExpression figure)
    {
        if (year.Type != DslType.Year || figure is not BoundConstant || !IsDuration(figure.Type, Units.Years))
            return false;
        ReportYearAsDuration(figure);
        return true;
    }

    private BoundError ReportYearAsDuration(BoundExpression figure)
    {
        var text = sink.Source[figure.Span];
        sink.Add(TypeDiagnostics.YearAsDuration.At(sink.Source, figure.Span, text, text + "度")
            .WithFix($"改为「{text}度」", new TextEdit(new TextSpan(figure.Span.End, 0), "度")));
        return Error(figure.Syntax);
    }

    private BoundExpression BindSuffixComparison(SuffixComparisonExpression syntax)
    {
        var isAtLeast = syntax.Suffix.Kind == SyntaxKind.OrMoreSuffix;
        var wanted = isAtLeast ? SyntaxKind.GreaterOrEqual : SyntaxKind.LessOrEqual;
        // A comparison before the literal that disagrees with the suffix was reported by the parser.
        return syntax.Operator is { } written && written.Kind != wanted ? Error(syntax)
            : Compare(syntax, syntax.Span, isAtLeast ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.LessOrEqual, BindBefore(syntax.Left, wanted, syntax.Bound), syntax.Bound);
    }

    internal static ComparisonOperator? ComparisonOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.Equals => ComparisonOperator.Equal,
        SyntaxKind.NotEquals => ComparisonOperator.NotEqual,
        SyntaxKind.Less => ComparisonOperator.Less,
        SyntaxKind.LessOrEqual => ComparisonOperator.LessOrEqual,
        SyntaxKind.Greater => ComparisonOperator.Greater,
        SyntaxKind.GreaterOrEqual => ComparisonOperator.GreaterOrEqual,
        _ => null,
    };
}
