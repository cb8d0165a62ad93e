// Binds expressions. One file per concern: names, literals, operators, chains, units, membership, dates, calls, aggregates, tables.
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Binds the expressions of one place. Never throws on a user's mistake; what it cannot bind is a <see cref="BoundError"/>.</summary>
internal sealed partial class ExpressionBinder(DiagnosticSink sink, BindingFrame frame)
{
    /// <summary>The frame that names are looked up in.</summary>
    public BindingFrame Frame => frame;

    /// <summary>Binds an expression of any type.</summary>
    public BoundExpression Bind(ExpressionSyntax syntax) => syntax switch
    {
        LiteralExpression literal => BindLiteral(literal),
        NameExpression name => BindName(name),
        QualifiedNameExpression name => BindQualifiedName(name),
        UnaryExpression unary => BindUnary(unary),
        BinaryExpression binary => BindChain(binary),
        SuffixComparisonExpression comparison => BindSuffixComparison(comparison),
        MembershipExpression membership => BindMembership(membership),
        ConditionalExpression conditional => BindConditional(conditional),
        CallExpression call => BindCall(call),
        ParenthesizedExpression parenthesized => Bind(parenthesized.Inner),
        TableExpression table => BindTable(table),
        SetExpression set => Misplaced(set, "方括号里的几个值", "几个值之一写成 属于 […]，如 注册区县 属于 [渝中区, 江津区]。"),
        RangeExpression range => Misplaced(range, "从多少到多少的一段", "条件里分成两个比较，如 研发费用 达到 100万元 且 研发费用 不超过 500万元。"),
        _ => Error(syntax),
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
        var bound = BindOperand(syntax, wanted);
        if (bound.IsError || wanted.IsError)
            return bound;
        if (TryConvert(bound, wanted) is { } converted)
            return converted;
        if (wanted == DslType.Year && bound is BoundConstant && IsDuration(bound.Type, Units.Years))
            return ReportYearAsDuration(bound);
        var finding = TypeDiagnostics.TypeExpected.At(sink.Source, bound.Span, wanted.ToString() ?? "", TextOf(bound), Describe(bound.Type), Meant(wanted, bound) ?? TypeSamples.Of(wanted));
        sink.Add(Meant(wanted, bound) is { } meant ? finding.WithFix($"改为「{meant}」", new Syntax.Diagnostics.TextEdit(bound.Span, meant)) : finding);
        return Error(syntax);
    }

    private BoundExpression ReportNotTruth(BoundExpression bound)
    {
        var text = TextOf(bound);
        sink.Report(TypeDiagnostics.ConditionNotTruth, bound.Span, text, Describe(bound.Type), $"{text} {TypeSamples.Comparison(bound.Type)}");
        return Error(bound.Syntax);
    }

    private BoundError Misplaced(ExpressionSyntax syntax, string what, string remedy)
    {
        sink.Report(TypeDiagnostics.NotInExpression, syntax.Span, what, sink.Source[syntax.Span], remedy);
        return Error(syntax);
    }

    private static BoundError Error(ExpressionSyntax syntax) => new(syntax, syntax.Span);

    private string TextOf(BoundExpression bound) => Abbreviate(sink.Source[bound.Span]);

    private static string Abbreviate(string text)
    {
        var folded = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Syntax.Diagnostics.Excerpt.Start(folded, 40);
    }

    private static string Describe(DslType type) => type switch
    {
        QuantityType { IsMoney: true } => "金额",
        QuantityType { IsBare: true } => "没有单位的数",
        QuantityType { IsRatio: true } => "比率",
        // 元/件 is a price; 元·元/平方米 is no unit that anybody has met.
        QuantityType { Dimension: var dimension } when dimension.Factors.Length > 2 || dimension.Factors.Any(static factor => Math.Abs(factor.Power) > 1) => $"单位成了「{dimension}」的数",
        QuantityType { Dimension: var dimension } when dimension != Dimension.None => $"以「{dimension}」为单位的数",
        EnumType list => list.Name is { } name ? $"名录 {name} 的取值" : $"{list.DisplayName} 里的一个值",
        TruthType => "「是」或「否」",
        _ => type.DisplayName,
    };

    private ExpressionBinder InFrame(BindingFrame inner) => new(sink, inner);

    /// <summary>Whether a value reads the row under 每个 (outside aggregates), also through 令.</summary>
    internal static bool ReadsRow(BoundExpression node) => node switch
    {
        BoundFact fact => fact.Field.Table is DetailSymbol,
        BoundLocal local => local.Local.ReadsRow,
        BoundAggregate => false,
        _ => node.ChildNodes().Any(ReadsRow),
    };
}
