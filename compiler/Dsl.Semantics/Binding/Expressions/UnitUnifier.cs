// Units: bare figures take a type, 年 and 月 convert, 元/件 and 元/年 are what the clause implies.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Brings values to one type or to a wanted one.</summary>
internal sealed class UnitUnifier(DiagnosticSink sink, BindingFrame frame)
{
    /// <summary>A value as a wanted type; null where it is of another kind.</summary>
    public BoundExpression? TryConvert(BoundExpression value, DslType wanted)
    {
        if (value.IsError || value.Type == wanted || wanted.IsError)
            return value;
        if (value.Type is EnumType && wanted is EnumType or TextType)
            return value;
        if (value.Type is TextType && wanted is EnumType list)
            return value is BoundConstant { Value: TextValue { Text: { } text } } && !list.Members.Contains(text) && !list.IsOpen
                ? null
                : value with { Type = wanted };
        if (value.Type is QuantityType { IsBare: true } && wanted is QuantityType or YearType && CanTake(value, wanted))
            return Retype(value, wanted);
        if (value.Type is not QuantityType from || wanted is not QuantityType to)
            return null;
        if (from.Dimension == to.Dimension)
            return value;
        if (Implied(value) is { } implied && implied.Type is QuantityType { Dimension: var bare } && bare == to.Dimension)
            return implied;
        return UnitConversion.Scale(value, to.Dimension);
    }

    /// <summary>A count of rows without a unit may be 家 or 个, never money.</summary>
    private static bool CanTake(BoundExpression value, DslType wanted) =>
        wanted is YearType ? value is BoundConstant
        : !value.DescendantsAndSelf().Any(static node => node is BoundAggregate { Type: QuantityType { IsBare: true } })
            || wanted is QuantityType { Dimension.Factors: [{ Unit.Kind: UnitKind.Counting, Power: 1 }] or [] };

    /// <summary>Gives a bare value the type of the other side, down to its figures.</summary>
    public BoundExpression Retype(BoundExpression value, DslType type)
    {
        if (value.Type is not QuantityType { IsBare: true })
            return value;
        return value switch
        {
            BoundConstant constant => RetypeConstant(constant, type),
            BoundNegate negate => negate with { Operand = Retype(negate.Operand, type), Type = type },
            BoundArithmetic { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } sum =>
                sum with { Left = Retype(sum.Left, type), Right = Retype(sum.Right, type), Type = type },
            BoundConditional choice =>
                choice with { WhenTrue = Retype(choice.WhenTrue, type), WhenFalse = Retype(choice.WhenFalse, type), Type = type },
            BoundTable table =>
                table with { Rows = [.. table.Rows.Select(row => row with { Result = Retype(row.Result, type) })], Type = type },
            BoundCall call when call.Function.UnifiesArguments =>
                call with { Arguments = [.. call.Arguments.Select(argument => Retype(argument, type))], Type = type },
            _ => value with { Type = type },
        };
    }

    private BoundConstant RetypeConstant(BoundConstant constant, DslType type)
    {
        if (type.IsMoney && constant.Syntax is LiteralExpression { Token: { Number: { Scale: "" } number } token } && !number.Figure.IsZero)
        {
            var end = new TextSpan(token.Span.End, 0);
            sink.Add(TypeDiagnostics.MoneyWithoutUnit.At(sink.Source, token.Span, token.Text)
                .WithFix($"改为「{token.Text}元」", new TextEdit(end, "元"))
                .WithFix($"改为「{token.Text}万元」", new TextEdit(end, "万元")));
        }
        return constant with { Type = type };
    }

    /// <summary>Brings two numbers to one unit; false where they do not go together.</summary>
    public bool TryUnify(ref BoundExpression left, ref BoundExpression right)
    {
        if (left.Type is not QuantityType l || right.Type is not QuantityType r)
            return left.Type == right.Type;
        if (l.IsBare != r.IsBare)
        {
            var (bare, other) = l.IsBare ? (left, right) : (right, left);
            if (!CanTake(bare, other.Type))
                return false;
            (left, right) = l.IsBare ? (Retype(left, right.Type), right) : (left, Retype(right, left.Type));
            return true;
        }
        if (l.Dimension == r.Dimension)
            return true;
        if (UnitConversion.Shared(l.Dimension, r.Dimension) is { } shared)
        {
            if (UnitConversion.Scale(left, shared) is not { } newLeft || UnitConversion.Scale(right, shared) is not { } newRight)
                return false;
            (left, right) = (newLeft, newRight);
            return true;
        }
        return TryUnifyImplied(ref left, ref right);
    }

    private bool TryUnifyImplied(ref BoundExpression left, ref BoundExpression right)
    {
        if (Implied(left) is { } impliedLeft && impliedLeft.Type is QuantityType { Dimension: var a }
            && a == ((QuantityType)right.Type).Dimension)
        {
            left = impliedLeft;
            return true;
        }
        if (Implied(right) is { } impliedRight && impliedRight.Type is QuantityType { Dimension: var b }
            && b == ((QuantityType)left.Type).Dimension)
        {
            right = impliedRight;
            return true;
        }
        return false;
    }

    /// <summary>
    /// 2万元/件 as the row's amount under 每个, 100万元/年 as the year's under 每年; null where the clause implies nothing.
    /// </summary>
    private BoundExpression? Implied(BoundExpression value) =>
        frame.ImpliedType(value.Type) is var type && type == value.Type ? null : value with { Type = type };

    /// <summary>The type that two unified values result in.</summary>
    public static DslType Joined(DslType left, DslType right) =>
        left is QuantityType { IsRatio: false, IsBare: false } ? left : right is QuantityType { IsRatio: false, IsBare: false } ? right
        : left is QuantityType { IsBare: true } ? right : left;

    /// <summary>Brings several values to one type; null (after a report) where one does not fit.</summary>
    public ImmutableArray<BoundExpression>? UnifyAll(ImmutableArray<BoundExpression> values,
        Func<BoundExpression, BoundExpression, Diagnostic> report)
    {
        if (values.Any(static value => value.IsError))
            return null;
        if (Converted(values) is { } same)
            return same;

        // 10万元/件 beside 补助标准 (元) in a 每个 clause: both are the row's amount.
        var implied = values.Select(value => Implied(value) ?? value).ToImmutableArray();
        if (Converted(implied) is { } amounts)
            return amounts;
        var pivot = Pivot(values);
        sink.Add(report(pivot, values.First(value => TryConvert(value, pivot.Type) is null)));
        return null;
    }

    private ImmutableArray<BoundExpression>? Converted(ImmutableArray<BoundExpression> values)
    {
        var pivot = Pivot(values);
        var converted = values.Select(value => TryConvert(value, pivot.Type)).OfType<BoundExpression>().ToImmutableArray();
        return converted.Length == values.Length ? converted : null;
    }

    private static BoundExpression Pivot(ImmutableArray<BoundExpression> values) =>
        values.FirstOrDefault(static value => value.Type is not QuantityType { IsBare: true }) ?? values[0];
}
