// Binds expressions: a visitor that knows each form, the types that places ask for, and literals.
// Names, units, operators, tables and calls have a class each.
using Dsl.Values.Text;
using Dsl.Values.Types;
using Dsl.Values.Exact;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Where a ratio stands.</summary>
internal enum RatioUse
{
    /// <summary>As a value of its own (令, 参数, arguments): equal parts only.</summary>
    Value,

    /// <summary>As a factor: 配套, b for each a.</summary>
    Factor,

    /// <summary>As a side of a comparison: a to b.</summary>
    Compared,
}

/// <summary>
/// Binds the expressions of one place. Never throws on a user's mistake; what it cannot bind is a <see cref="BoundError"/>.
/// </summary>
internal sealed class ExpressionBinder
{
    private readonly DiagnosticSink _sink;
    private readonly ChainBinder _chains;
    private readonly TableBinder _tables;
    private readonly CallBinder _calls;

    public ExpressionBinder(DiagnosticSink sink, BindingFrame frame)
    {
        (_sink, Frame) = (sink, frame);
        Unifier = new(sink, frame);
        Unknown = new(sink, frame);
        Names = new(sink, frame, Unknown);
        Arithmetic = new(sink, frame, Unifier);
        Comparisons = new(sink, frame, this);
        Members = new(sink, frame, this);
        _chains = new(sink, this);
        _tables = new(sink, frame, this);
        _calls = new(sink, frame, this);
    }

    /// <summary>The frame that names are looked up in.</summary>
    public BindingFrame Frame { get; }

    public UnitUnifier Unifier { get; }

    public UnknownNames Unknown { get; }

    public NameResolver Names { get; }

    public ArithmeticBinder Arithmetic { get; }

    public ComparisonBinder Comparisons { get; }

    public MembershipBinder Members { get; }

    /// <summary>Facts by year.</summary>
    public YearBinder Years => new(_sink, Frame, this);

    /// <summary>Binds an expression of any type.</summary>
    public BoundExpression Bind(ExpressionSyntax syntax) => syntax switch
    {
        LiteralExpression literal => BindLiteral(literal),
        NameExpression name => Names.Bind(name),
        QualifiedNameExpression name when YearBinder.IsYear(name.Qualifier.Value, Frame) => Years.BindOfYear(name),
        QualifiedNameExpression name => Names.BindQualified(name),
        QualifiedCallExpression call => Years.BindCall(call),
        MilestoneExpression milestones => Years.Bind(milestones),
        PerIncreaseExpression increase => Years.Bind(increase),
        ClauseAmountExpression amount => new ReferenceBinder(_sink, Frame).Bind(amount),
        LikeExpression like => new ReferenceBinder(_sink, Frame).BindInside(like),
        UnaryExpression unary => BindUnary(unary),
        BinaryExpression binary => _chains.Bind(binary),
        SuffixComparisonExpression comparison => Comparisons.BindSuffix(comparison),
        MembershipExpression membership => Members.Bind(membership),
        ConditionalExpression conditional => BindConditional(conditional),
        CallExpression call => _calls.Bind(call),
        ParenthesizedExpression parenthesized => Bind(parenthesized.Inner),
        TableExpression table => _tables.Bind(table),
        ProgressiveExpression progressive => new ProgressiveBinder(_sink, this).Bind(progressive),
        SetExpression set => Misplaced(set, TypeDiagnostics.SetAsValue),
        RangeExpression range => Misplaced(range, TypeDiagnostics.RangeAsValue),
        _ => new BoundError(syntax),
    };

    /// <summary>Binds a condition; reports what is not a truth.</summary>
    public BoundExpression BindTruth(ExpressionSyntax syntax)
    {
        var bound = BindFitting(syntax, static type => type is TruthType);
        return bound.IsError || bound.Type == DslType.Truth ? bound : ReportNotTruth(bound);
    }

    /// <summary>Binds a value of a wanted type: a word is first a value of the type's list, a bare figure takes the type.</summary>
    public BoundExpression BindAs(ExpressionSyntax syntax, DslType wanted)
    {
        var bound = Comparisons.BindOperand(syntax, wanted);
        if (bound.IsError || wanted.IsError)
            return bound;
        if (Unifier.TryConvert(bound, wanted) is { } converted)
            return converted;
        if (wanted == DslType.Year && bound is BoundConstant && Durations.Is(bound.Type, Units.Years))
            return Comparisons.ReportYearAsDuration(bound);
        var meant = Comparisons.Meant(wanted, bound);
        var finding = TypeDiagnostics.TypeExpected.At(_sink.Source, bound.Span, wanted.ToString() ?? "", _sink.TextOf(bound),
            TypeWords.Of(bound.Type), meant ?? TypeSamples.Of(wanted));
        _sink.Add(meant is not null ? finding.WithFix($"改为「{meant}」", new TextEdit(bound.Span, meant)) : finding);
        return new BoundError(syntax);
    }

    /// <summary>Binds an amount of money; reports anything else.</summary>
    public BoundExpression BindMoney(ExpressionSyntax syntax, string what) => new AmountBinder(_sink, Frame, this).Bind(syntax, what);

    /// <summary>Binds the value of a 令, if that is not done.</summary>
    public BoundLet BindLet(LocalTable locals, LocalSymbol local)
    {
        if (locals.ValueOf(local) is { } known)
            return known;
        locals.Open(local);
        var let = new BoundLet(local, locals.OpenCount > FormulaSize.MostDepth ? ReportTooLong(local) : Bind(local.Syntax.Value));
        if (!let.Size.Fits)
            let = new(local, ReportTooLong(local));
        locals.Close(let);
        return let;
    }

    /// <summary>Binds an expression; if it is an unknown name, only names of types that fit are proposed.</summary>
    public BoundExpression BindFitting(ExpressionSyntax syntax, Func<DslType, bool> fits) =>
        Fitting.Bare(syntax) is NameExpression name ? Names.Bind(name, fits) : Bind(syntax);

    /// <summary>Binds one side of an operator whose other side is known.</summary>
    public BoundExpression BindBeside(ExpressionSyntax syntax, SyntaxKind op, BoundExpression other) =>
        BindFitting(syntax, type => Fitting.GoesWith(op, type, other.IsError ? null : other.Type));

    /// <summary>Binds one side of an operator whose other side is bound after it.</summary>
    public BoundExpression BindBefore(ExpressionSyntax syntax, SyntaxKind op, ExpressionSyntax other) =>
        BindFitting(syntax, type => Fitting.GoesWith(op, type, Fitting.TypeOf(Frame, other)));

    /// <summary>Reports a condition that is no truth.</summary>
    public BoundExpression ReportNotTruth(BoundExpression bound)
    {
        var text = _sink.TextOf(bound);
        _sink.Report(TypeDiagnostics.ConditionNotTruth, bound.Span, text, TypeWords.Of(bound.Type),
            $"{text} {TypeSamples.Comparison(bound.Type)}");
        return new BoundError(bound.Syntax);
    }

    /// <summary>Says that branches or results are of different types.</summary>
    public Diagnostic BranchesDiffer(BoundExpression first, BoundExpression other) =>
        TypeDiagnostics.BranchesDiffer.At(_sink.Source, other.Span, _sink.TextOf(first), TypeWords.Of(first.Type), _sink.TextOf(other),
            TypeWords.Of(other.Type));

    /// <summary>A factor of × : a ratio is 配套 there.</summary>
    public BoundExpression BindFactor(ExpressionSyntax syntax) =>
        RatioIn(syntax) is { } ratio ? BindRatio(ratio, RatioUse.Factor) : Bind(syntax);

    /// <summary>The ratio that an expression is, in brackets or not; null for any other.</summary>
    public static LiteralExpression? RatioIn(ExpressionSyntax syntax) => syntax switch
    {
        LiteralExpression { Token.Kind: SyntaxKind.RatioLiteral } ratio => ratio,
        ParenthesizedExpression { Inner: var inner } => RatioIn(inner),
        _ => null,
    };

    public BoundExpression BindRatio(LiteralExpression syntax, RatioUse use)
    {
        var token = syntax.Token;
        var parts = token.Value.Split(':');
        if (parts.Length != 2 || !Rational.TryParse(parts[0], out var first) || !Rational.TryParse(parts[1], out var second) || first.IsZero
            || second.IsZero)
        {
            _sink.Report(TypeDiagnostics.RatioParts, token.Span, token.Text);
            return new BoundError(syntax);
        }
        var (matched, quotient) = (second / first, first / second);
        if (use == RatioUse.Value && first != second)
        {
            _sink.Report(TailDiagnostics.RatioAlone, token.Span, token.Text, matched, quotient);
            return new BoundError(syntax);
        }
        // 1:0.5 is how documents say 配套; of 2:1 they might as well mean twice as much.
        if (use == RatioUse.Factor && first > second && first != Rational.One)
        {
            var found = TailDiagnostics.RatioReadings.At(_sink.Source, token.Span, token.Text, matched, quotient);
            foreach (var reading in new[] { $"{matched}", $"{quotient}" }.Where(static reading => !reading.Contains('/')))
                found = found.WithFix($"写成 1:{reading}", new TextEdit(token.Span, $"1:{reading}"));
            _sink.Add(found);
        }
        return new BoundConstant(syntax, token.Span, NumberValue.Of(use == RatioUse.Compared ? quotient : matched), DslType.Ratio);
    }

    private BoundExpression BindUnary(UnaryExpression syntax)
    {
        if (syntax.Operator.Kind == SyntaxKind.NotKeyword)
        {
            var truth = BindTruth(syntax.Operand);
            return truth.IsError ? new BoundError(syntax) : new BoundNot(syntax, syntax.Span, truth);
        }
        var operand = Bind(syntax.Operand);
        if (operand.IsError)
            return new BoundError(syntax);
        return operand.Type is QuantityType
            ? new BoundNegate(syntax, syntax.Span, operand)
            : Arithmetic.ReportOperand(syntax, operand, syntax.Operator.Text);
    }

    private BoundExpression BindConditional(ConditionalExpression syntax)
    {
        var condition = BindTruth(syntax.Condition);
        var branches = Unifier.UnifyAll([Bind(syntax.WhenTrue), Bind(syntax.WhenFalse)], BranchesDiffer);
        return condition.IsError || branches is not [var whenTrue, var whenFalse]
            ? new BoundError(syntax)
            : new BoundConditional(syntax, syntax.Span, condition, whenTrue, whenFalse, UnitUnifier.Joined(whenTrue.Type, whenFalse.Type));
    }

    private BoundExpression BindLiteral(LiteralExpression syntax)
    {
        var token = syntax.Token;
        return token.Kind switch
        {
            SyntaxKind.NumberLiteral => BindNumber(syntax, token.Number),
            SyntaxKind.RatioLiteral => BindRatio(syntax, RatioUse.Value),
            SyntaxKind.DateLiteral => CivilDate.TryParse(token.Value, DateForms.Text, out var date)
                ? new BoundConstant(syntax, token.Span, NumberValue.Of(CivilDate.ToNumber(date)), DslType.Date) : new BoundError(syntax),
            SyntaxKind.YearLiteral => Rational.TryParse(DigitsOf(token.Value), out var year)
                ? new BoundConstant(syntax, token.Span, NumberValue.Of(year), DslType.Year) : new BoundError(syntax),
            SyntaxKind.TextLiteral => new BoundConstant(syntax, token.Span, TextValue.Of(token.Value), DslType.Text),
            SyntaxKind.YesKeyword => new BoundConstant(syntax, token.Span, TruthValue.Yes, DslType.Truth),
            SyntaxKind.NoKeyword => new BoundConstant(syntax, token.Span, TruthValue.No, DslType.Truth),
            _ => new BoundError(syntax),
        };
    }

    private static BoundExpression BindNumber(LiteralExpression syntax, NumberLiteral? number)
    {
        // The lexer reported a unit that the table does not have.
        if (number?.Dimension is not { } dimension)
            return new BoundError(syntax);
        var isPure = dimension == Dimension.None;
        var type = new QuantityType(dimension) { IsRatio = number.IsShare && isPure, IsBare = number.Unit.Length == 0 && isPure };
        return new BoundConstant(syntax, syntax.Token.Span, NumberValue.Of(number.Figure), type);
    }

    private static string DigitsOf(string text) => new([.. WidthFolding.HalfWidth(text).Where(char.IsAsciiDigit)]);

    private BoundError Misplaced(ExpressionSyntax syntax, DiagnosticRule rule)
    {
        _sink.Report(rule, syntax.Span, _sink.Source[syntax.Span]);
        return new BoundError(syntax);
    }

    private BoundError ReportTooLong(LocalSymbol local)
    {
        _sink.Report(NameDiagnostics.LocalTooLong, local.Syntax.Name.Span, local.Name, FormulaSize.MostNodes, FormulaSize.MostDepth);
        return new BoundError(local.Syntax.Value);
    }
}
