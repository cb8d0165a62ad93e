// 属于 and the cells of tables: whether a value is one of several, or lies within a range.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Binds memberships in lists, sets and ranges.</summary>
internal sealed class MembershipBinder(DiagnosticSink sink, BindingFrame frame, ExpressionBinder expressions)
{
    /// <summary>Binds 属于 and 不属于.</summary>
    public BoundExpression Bind(MembershipExpression syntax)
    {
        var operand = expressions.BindFitting(syntax.Left, type => IsOperandOf(syntax.Set, type));
        if (operand.IsError)
            return new BoundError(syntax);
        var bound = operand.Type is EnumType or TextType ? BindTextMembership(syntax, operand) : BindNumberMembership(syntax, operand);
        return syntax.Operator.Kind == SyntaxKind.NotInKeyword && !bound.IsError ? new BoundNot(syntax, syntax.Span, bound) : bound;
    }

    /// <summary>Whether something of a type could be one of a set: the words of a set are values of the type's list.</summary>
    private static bool IsOperandOf(ExpressionSyntax set, DslType type) => set switch
    {
        SetExpression { Items.Items: var items } when items.Any(static item => item is NameExpression) =>
            type is TextType
            || (type is EnumType list && items.OfType<NameExpression>().Any(item => list.Members.Contains(item.Name.Value))),
        NameExpression => type is TextType or EnumType,
        _ => type is not TruthType,
    };

    private BoundExpression BindTextMembership(MembershipExpression syntax, BoundExpression operand)
    {
        switch (syntax.Set)
        {
            case SetExpression set:
                return set.Items.Items.IsEmpty ? new BoundError(syntax) : OneOfWords(syntax, set, operand);
            case NameExpression { Name.IsMissing: false } name:
                return BindNamedList(syntax, operand, name);
            case ErrorExpression:
                return new BoundError(syntax);
            default:
                sink.Report(TypeDiagnostics.MembershipOperand, syntax.Set.Span, sink.TextOf(operand), TypeWords.Of(operand.Type),
                    sink.Source[syntax.Set.Span]);
                return new BoundError(syntax);
        }
    }

    private BoundExpression BindNamedList(MembershipExpression syntax, BoundExpression operand, NameExpression name)
    {
        if (operand.Type is EnumType own && own.Members.Contains(name.Name.Value))
        {
            sink.Names.AddMember(name.Name, own, name.Name.Value);
            return new BoundMembership(syntax, syntax.Span, operand, [name.Name.Value], IsOpen: false);
        }
        if (frame.Declarations.Lists.GetValueOrDefault(name.Name.Value) is not { } list)
        {
            expressions.Unknown.ReportTable(name.Name, "名录", frame.Declarations.Lists.Keys);
            return new BoundError(syntax);
        }
        sink.Names.Add(name.Name, list);
        if (operand.Type is EnumType { IsOpen: false } type && !list.Type.Members.Intersect(type.Members).Any())
        {
            sink.Report(TypeDiagnostics.MembershipOperand, name.Name.Span, sink.TextOf(operand), TypeWords.Of(operand.Type),
                name.Name.Text);
            return new BoundError(syntax);
        }
        return new BoundMembership(syntax, syntax.Span, operand, list.Type.Members, list.Type.IsOpen);
    }

    /// <summary>Whether a word or text is one of a set.</summary>
    /// <param name="syntax">What the result stands for.</param>
    /// <param name="operand">The word or text.</param>
    public BoundExpression OneOfWords(ExpressionSyntax syntax, SetExpression set, BoundExpression operand)
    {
        var values = set.Items.Items.Select(item => MemberOf(item, operand.Type)).ToList();
        return values.Contains(null)
            ? new BoundError(syntax)
            : new BoundMembership(syntax, syntax.Span, operand, [.. values.OfType<string>()], set.Etc is not null);
    }

    /// <summary>The text of a member of a set; null (reported) where it is none.</summary>
    private string? MemberOf(ExpressionSyntax item, DslType type)
    {
        var (token, text) = item switch
        {
            NameExpression { Name: { IsMissing: false } name } => (name, name.Value),
            LiteralExpression { Token: { Kind: SyntaxKind.TextLiteral } literal } => (literal, literal.Value),
            LiteralExpression { Token: var other } => (other, other.Text),
            _ => ((SyntaxToken?)null, ""),
        };
        if (token is null)
        {
            if (item is not ErrorExpression)
                sink.Report(TypeDiagnostics.NotInExpression, item.Span, sink.Source[item.Span]);
            return null;
        }
        if (type is not EnumType list)
            return text;
        sink.Names.AddMember(token, list, text);
        if (list.Members.Contains(text))
            return text;
        expressions.Unknown.ReportMember(item, token, list);
        return null;
    }

    private BoundExpression BindNumberMembership(MembershipExpression syntax, BoundExpression operand)
    {
        if (syntax.Set is not SetExpression set || operand.Type is TruthType)
        {
            sink.Report(TypeDiagnostics.MembershipOperand, syntax.Set.Span, sink.TextOf(operand), TypeWords.Of(operand.Type),
                sink.Source[syntax.Set.Span]);
            return new BoundError(syntax);
        }
        return OneOfNumbers(syntax, set, operand);
    }

    /// <summary>年度 属于 [2021年度, 2022年度], 档次 属于 [1, 3..5]: 或 of comparisons.</summary>
    /// <param name="syntax">What the result stands for.</param>
    /// <param name="set">The numbers and ranges.</param>
    /// <param name="operand">What is one of them or not.</param>
    public BoundExpression OneOfNumbers(ExpressionSyntax syntax, SetExpression set, BoundExpression operand)
    {
        if (set.Etc is { } etc)
        {
            sink.Add(TypeDiagnostics.OpenListOfNumbers.At(sink.Source, etc.Span));
            return new BoundError(syntax);
        }
        var tests = set.Items.Items.Select(item => Within(syntax, item, operand)).ToImmutableArray();
        return tests.IsEmpty || tests.Any(static test => test.IsError) ? new BoundError(syntax)
            : tests.Length == 1 ? tests[0] : new BoundLogical(syntax, syntax.Span, IsAnd: false, tests);
    }

    /// <summary>Whether a value is the one said, or lies within the range said.</summary>
    /// <param name="syntax">What is to be reported as wrong.</param>
    /// <param name="item">The value or the range.</param>
    /// <param name="operand">What lies there or not.</param>
    /// <param name="above">How a range begins: with its lower end, or above it.</param>
    public BoundExpression Within(
        ExpressionSyntax syntax, ExpressionSyntax item, BoundExpression operand,
        ComparisonOperator above = ComparisonOperator.GreaterOrEqual)
    {
        if (item is not RangeExpression range)
            return expressions.Comparisons.Compare(item, item.Span, ComparisonOperator.Equal, operand, item);
        var below = range.Operator.Kind == SyntaxKind.RangeExclusive ? ComparisonOperator.Less : ComparisonOperator.LessOrEqual;
        var low = range.Low is null ? null : expressions.Comparisons.Compare(range.Low, range.Span, above, operand, range.Low);
        var high = range.High is null ? null : expressions.Comparisons.Compare(range.High, range.Span, below, operand, range.High);
        if (low is { IsError: true } || high is { IsError: true } || (low ?? high) is not { } one)
            return new BoundError(syntax);
        if (low is null || high is null)
            return one;
        return ReportReversed(range, low, high) ? new BoundError(syntax) : new BoundLogical(range, range.Span, IsAnd: true, [low, high]);
    }

    private bool ReportReversed(RangeExpression range, BoundExpression low, BoundExpression high)
    {
        if (low is not BoundComparison { Right: var from } || high is not BoundComparison { Right: var to } || range.Low is null
            || range.High is null)
            return false;
        if (ConstantFolder.Number(from) is not { } a || ConstantFolder.Number(to) is not { } b || a <= b)
            return false;
        var (lowText, highText) = (sink.Source[range.Low.Span], sink.Source[range.High.Span]);
        sink.Add(TypeDiagnostics.ReversedRange.At(sink.Source, range.Span, sink.Source[range.Span], lowText, highText)
            .WithGuess("对调两端", new TextEdit(range.Low.Span, highText), new TextEdit(range.High.Span, lowText)));
        return true;
    }
}
