// Builds small IR by hand: expressions, clauses and policies in one line each.
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Tests.Support;

/// <summary>Shorthands for IR nodes.</summary>
internal static class Build
{
    /// <summary>万.</summary>
    public static readonly Rational Wan = 10_000;

    public static SourceLocation At(string text) => new("测试.policy", 1, 1, 0, text.Length, text);

    public static IrExpression Constant(Value value, DslType type, string text = "") => new IrConstant(value, type, At(text));

    public static IrExpression Money(Rational yuan) => Constant(NumberValue.Of(yuan), DslType.Money, $"{yuan}元");

    public static IrExpression Number(Rational value) => Constant(NumberValue.Of(value), DslType.Number, value.ToString());

    public static IrExpression Percent(int value) => Constant(NumberValue.Of(new Rational(value, 100)), DslType.Ratio, $"{value}%");

    public static IrExpression Text(string text) => Constant(TextValue.Of(text), DslType.Text, text);

    public static IrExpression Yes { get; } = Constant(TruthValue.Yes, DslType.Truth, "是");

    public static IrExpression No { get; } = Constant(TruthValue.No, DslType.Truth, "否");

    public static IrExpression Date(int year, int month, int day) =>
        Constant(NumberValue.Of(CivilDate.ToNumber(new(year, month, day))), DslType.Date, $"{year}-{month}-{day}");

    public static IrExpression Of(IrField field) => new IrFact(field, At(field.Name));

    public static IrExpression Of(IrParameter parameter) => new IrParameterValue(parameter, At(parameter.Name));

    public static IrExpression Of(IrLocal local) => new IrLocalValue(local, At(local.Name));

    public static IrExpression Arithmetic(ArithmeticOperator op, IrExpression left, IrExpression right) =>
        new IrArithmetic(op, left, right, left.Type.IsMoney ? left.Type : right.Type,
            At(left is IrArithmetic { Left: IrArithmetic } ? "…" : $"{left.Origin.Text} {Sign(op)} {right.Origin.Text}"));

    private static string Sign(ArithmeticOperator op) => op switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "-",
        ArithmeticOperator.Multiply => "*",
        _ => "/",
    };

    public static IrExpression Add(IrExpression left, IrExpression right) => Arithmetic(ArithmeticOperator.Add, left, right);

    public static IrExpression Subtract(IrExpression left, IrExpression right) => Arithmetic(ArithmeticOperator.Subtract, left, right);

    public static IrExpression Times(IrExpression left, IrExpression right) => Arithmetic(ArithmeticOperator.Multiply, left, right);

    public static IrExpression Over(IrExpression left, IrExpression right) => Arithmetic(ArithmeticOperator.Divide, left, right);

    public static IrExpression Compare(ComparisonOperator op, IrExpression left, IrExpression right) =>
        new IrCompare(op, left, right, At($"{left.Origin.Text} {op} {right.Origin.Text}"));

    public static IrExpression AtLeast(IrExpression left, IrExpression right) => Compare(ComparisonOperator.GreaterOrEqual, left, right);

    public static IrExpression And(params IrExpression[] operands) => new IrAnd([.. operands], At("且"));

    public static IrExpression Or(params IrExpression[] operands) => new IrOr([.. operands], At("或"));

    public static IrExpression Not(IrExpression operand) => new IrNot(operand, At($"非 {operand.Origin.Text}"));

    public static IrExpression If(IrExpression condition, IrExpression whenTrue, IrExpression whenFalse) =>
        new IrChoose(condition, whenTrue, whenFalse, At("若"));

    public static IrExpression Member(IrExpression operand, bool isOpen, params string[] values) =>
        new IrMember(operand, [.. values], isOpen, At("属于"));

    public static IrExpression Min(params IrExpression[] arguments) => Call("min", arguments);

    public static IrExpression Call(string name, params IrExpression[] arguments) =>
        new IrCall(BuiltinFunctions.Find(name) ?? throw new InvalidOperationException(name), [.. arguments], arguments[0].Type, At(name));

    public static IrExpression Aggregate(AggregateKind kind, IrDetail detail, IrExpression? selector = null, IrExpression? filter = null) =>
        new IrAggregate(kind, detail, null, selector, filter,
            selector?.Type ?? (kind == AggregateKind.Exists ? DslType.Truth : DslType.Number), At($"{kind}({detail.Name})"));

    public static IrCondition Condition(IrExpression expression, string text = "条件", bool fromScope = false) =>
        new(expression, false, fromScope, text);

    public static IrLegalBasis LegalBasis(string number) => new() { Number = number };

    public static Value Known(Rational value) => NumberValue.Of(value);

    public static Value Known(string value) => TextValue.Of(value);

    public static Value Known(DateOnly value) => NumberValue.Of(CivilDate.ToNumber(value));

    public static Bounds Between(Rational? low, Rational? high) => new(low, high);

    public static Bounds Exactly(Rational value) => Bounds.Exactly(value);
}
