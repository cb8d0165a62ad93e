// 属于, and words that are values because of what stands on the other side.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Bound;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

internal sealed partial class ExpressionBinder
{
    /// <summary>Binds what stands beside a value of a type: a word is first a value of the type's list.</summary>
    private BoundExpression BindOperand(ExpressionSyntax syntax, DslType other)
    {
        if (syntax is not NameExpression { Name: { IsMissing: false } word } name)
            return syntax is ParenthesizedExpression { Inner: var inner } ? BindOperand(inner, other) : BindOther(syntax, other);
        if (other is EnumType list)
        {
            sink.Names.AddMember(word, list, word.Value);
            return list.Members.Contains(word.Value) || (list.IsOpen && frame.AllowsOpenValues) ? new BoundConstant(syntax, word.Span, TextValue.Of(word.Value), list) : BindNonMember(name, list);
        }
        if (other is TextType && !IsValueName(word.Value) && !IsNameNearby(word.Value))
        {
            var (known, fits) = NearestFitting(word.Value);
            var finding = TypeDiagnostics.TypeExpected.At(sink.Source, word.Span, "文本", word.Text, "没有定义的名称", $"“{word.Text}”");
            // Where a name is near, the word may be that name: in quotes it would be compared as it stands, and never be equal.
            sink.Add(known is null ? finding.WithGuess($"改为「“{word.Text}”」", new TextEdit(word.Span, $"“{word.Text}”")) : WithRename(finding, word.Span, fits ? known : null));
            return Error(syntax);
        }
        return BindFitting(name, type => IsOneKind(type, other));
    }

    private BoundExpression BindOther(ExpressionSyntax syntax, DslType other)
    {
        var bound = Bind(syntax);
        if (bound is not BoundConstant { Value: TextValue { Text: { } text }, Type: TextType } || other is not EnumType list || syntax is not LiteralExpression literal)
            return bound;
        sink.Names.AddMember(literal.Token, list, text);
        return list.IsOpen || list.Members.Contains(text) ? bound : ReportListValue(syntax, literal.Token, list);
    }

    private BoundExpression BindNonMember(NameExpression syntax, EnumType list) =>
        IsValueName(syntax.Name.Value) ? BindName(syntax) : ReportListValue(syntax, syntax.Name, list);

    private bool IsValueName(string name) =>
        SpecialNames.Find(name) is not null || frame.Locals?.Find(name) is not null || frame.Row?.FindField(name) is not null
        || frame.Subject?.FindField(name) is not null || frame.Declarations.Parameters.ContainsKey(name);

    /// <summary>Whether a word that is no value here is the name of something: a fact of the row outside, of another table, a list or a table.</summary>
    private bool IsNameNearby(string name) =>
        frame.OuterRow?.FindField(name) is not null || frame.Each?.FindField(name) is not null || TableWithField(name) is not null || NonValueName(name) is not null;

    private BoundExpression BindMembership(MembershipExpression syntax)
    {
        var operand = BindFitting(syntax.Left, type => IsOperandOf(syntax.Set, type));
        if (operand.IsError)
            return Error(syntax);
        var bound = operand.Type is EnumType or TextType ? BindTextMembership(syntax, operand) : BindNumberMembership(syntax, operand);
        return syntax.Operator.Kind == SyntaxKind.NotInKeyword && !bound.IsError ? new BoundNot(syntax, syntax.Span, bound) : bound;
    }

    /// <summary>Whether something of a type could be one of a set: the words of a set are values of the type's list.</summary>
    private static bool IsOperandOf(ExpressionSyntax set, DslType type) => set switch
    {
        SetExpression { Items.Items: var items } when items.Any(static item => item is NameExpression) =>
            type is TextType || (type is EnumType list && items.OfType<NameExpression>().Any(item => list.Members.Contains(item.Name.Value))),
        NameExpression => type is TextType or EnumType,
        _ => type is not TruthType,
    };

    private BoundExpression BindTextMembership(MembershipExpression syntax, BoundExpression operand)
    {
        switch (syntax.Set)
        {
            case SetExpression set:
                var values = set.Items.Items.Select(item => MemberOf(item, operand.Type)).ToList();
                return values.Contains(null) || set.Items.Items.IsEmpty
                    ? Error(syntax) : new BoundMembership(syntax, syntax.Span, operand, [.. values.OfType<string>()], set.Etc is not null);
            case NameExpression { Name.IsMissing: false } name:
                return BindNamedList(syntax, operand, name);
            case ErrorExpression:
                return Error(syntax);
            default:
                sink.Report(TypeDiagnostics.MembershipOperand, syntax.Set.Span, TextOf(operand), Describe(operand.Type), sink.Source[syntax.Set.Span]);
                return Error(syntax);
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
            ReportUnknownTable(name.Name, "名录", frame.Declarations.Lists.Keys);
            return Error(syntax);
        }
        sink.Names.Add(name.Name, list);
        if (operand.Type is EnumType { IsOpen: false } type && !list.Type.Members.Intersect(type.Members).Any())
        {
            sink.Report(TypeDiagnostics.MembershipOperand, name.Name.Span, TextOf(operand), Describe(operand.Type), name.Name.Text);
            return Error(syntax);
        }
        return new BoundMembership(syntax, syntax.Span, operand, list.Type.Members, list.Type.IsOpen);
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
                sink.Report(TypeDiagnostics.NotInExpression, item.Span, "算式", sink.Source[item.Span], "方括号里只写一个一个的值，如 [渝中区, 江津区]。");
            return null;
        }
        if (type is not EnumType list)
            return text;
        sink.Names.AddMember(token, list, text);
        if (list.Members.Contains(text))
            return text;
        ReportListValue(item, token, list);
        return null;
    }

    /// <summary>年度 属于 [2021年度, 2022年度], 档次 属于 [1, 3..5]: 或 of comparisons.</summary>
    private BoundExpression BindNumberMembership(MembershipExpression syntax, BoundExpression operand)
    {
        if (syntax.Set is not SetExpression set || operand.Type is TruthType)
        {
            sink.Report(TypeDiagnostics.MembershipOperand, syntax.Set.Span, TextOf(operand), Describe(operand.Type), sink.Source[syntax.Set.Span]);
            return Error(syntax);
        }
        if (set.Etc is { } etc)
        {
            sink.Add(TypeDiagnostics.OpenListOfNumbers.At(sink.Source, etc.Span));
            return Error(syntax);
        }
        var tests = set.Items.Items.Select(item => InCell(syntax, item, operand)).ToImmutableArray();
        return tests.IsEmpty || tests.Any(static test => test.IsError) ? Error(syntax)
            : tests.Length == 1 ? tests[0] : new BoundLogical(syntax, syntax.Span, IsAnd: false, tests);
    }

    /// <summary>Whether a value is the one said, or lies within the range said.</summary>
    /// <param name="syntax">What is to be reported as wrong.</param>
    /// <param name="item">The value or the range.</param>
    /// <param name="operand">What lies there or not.</param>
    /// <param name="above">How a range begins: with its lower end, or above it.</param>
    private BoundExpression InCell(
        ExpressionSyntax syntax, ExpressionSyntax item, BoundExpression operand, ComparisonOperator above = ComparisonOperator.GreaterOrEqual)
    {
        if (item is not RangeExpression range)
            return Compare(item, item.Span, ComparisonOperator.Equal, operand, item);
        var below = range.Operator.Kind == SyntaxKind.RangeExclusive ? ComparisonOperator.Less : ComparisonOperator.LessOrEqual;
        var low = range.Low is null ? null : Compare(range.Low, range.Span, above, operand, range.Low);
        var high = range.High is null ? null : Compare(range.High, range.Span, below, operand, range.High);
        if (low is { IsError: true } || high is { IsError: true } || (low ?? high) is not { } one)
            return Error(syntax);
        if (low is null || high is null)
            return one;
        return ReportReversed(range, low, high) ? Error(syntax) : new BoundLogical(range, range.Span, IsAnd: true, [low, high]);
    }

    private bool ReportReversed(RangeExpression range, BoundExpression low, BoundExpression high)
    {
        if (low is not BoundComparison { Right: var from } || high is not BoundComparison { Right: var to } || range.Low is null || range.High is null)
            return false;
        if (ConstantFolder.Number(from) is not { } a || ConstantFolder.Number(to) is not { } b || a <= b)
            return false;
        var (lowText, highText) = (sink.Source[range.Low.Span], sink.Source[range.High.Span]);
        sink.Add(TypeDiagnostics.ReversedRange.At(sink.Source, range.Span, sink.Source[range.Span], lowText, highText)
            .WithGuess("对调两端", new TextEdit(range.Low.Span, highText), new TextEdit(range.High.Span, lowText)));
        return true;
    }
}
