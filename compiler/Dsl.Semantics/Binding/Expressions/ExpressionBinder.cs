// Binds expressions. One file per concern: names, literals, operators, chains, units, membership, dates, calls, aggregates, tables.
using Dsl.Library.Types;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;

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
        SetExpression set => Misplaced(set, "列表"),
        RangeExpression range => Misplaced(range, "区间"),
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
        sink.Report(TypeDiagnostics.TypeExpected, bound.Span, wanted, TextOf(bound), Describe(bound.Type), TypeSamples.Of(wanted));
        return Error(syntax);
    }

    private BoundExpression ReportNotTruth(BoundExpression bound)
    {
        var text = TextOf(bound);
        sink.Report(TypeDiagnostics.ConditionNotTruth, bound.Span, text, Describe(bound.Type), $"{text} {TypeSamples.Comparison(bound.Type)}");
        return Error(bound.Syntax);
    }

    private BoundError Misplaced(ExpressionSyntax syntax, string what)
    {
        sink.Report(TypeDiagnostics.NotInExpression, syntax.Span, what, sink.Source[syntax.Span]);
        return Error(syntax);
    }

    private static BoundError Error(ExpressionSyntax syntax) => new(syntax, syntax.Span);

    private string TextOf(BoundExpression bound) => Abbreviate(sink.Source[bound.Span]);

    private static string Abbreviate(string text)
    {
        var folded = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return folded.Length <= 40 ? folded : folded[..38] + "……";
    }

    private static string Describe(DslType type) => type switch
    {
        QuantityType { IsMoney: true } => "金额",
        QuantityType { IsBare: true } => "没有单位的数",
        QuantityType { IsRatio: true } => "比率",
        // 元/件 is a price; 元·元/平方米 is no unit that anybody has met.
        QuantityType { Dimension: var dimension } when dimension.Factors.Length > 2 || dimension.Factors.Any(static factor => Math.Abs(factor.Power) > 1) => $"单位成了「{dimension}」的数",
        QuantityType { Dimension: var dimension } when dimension != Dimension.None => $"以 {dimension} 为单位的数",
        EnumType list => list.Name is { } name ? $"名录 {name} 的取值" : $"{list.DisplayName} 里的一个值",
        TruthType => "是否（条件）",
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
