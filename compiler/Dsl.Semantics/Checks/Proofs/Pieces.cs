// A number as lines in one input: x × 12, min(x, 50) as x or 50. What no lines say (roundings, products of facts) is no piece.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Bound;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>input × <paramref name="Input"/> + input in bounds × <paramref name="Bound"/> + <paramref name="Constant"/>.</summary>
internal readonly record struct Line(Rational Input, Rational Bound, Rational Constant)
{
    public bool IsConstant => Input.IsZero && Bound.IsZero;

    public static Line Of(Rational constant) => new(Rational.Zero, Rational.Zero, constant);

    public static Line operator +(Line left, Line right) =>
        new(left.Input + right.Input, left.Bound + right.Bound, left.Constant + right.Constant);

    public static Line operator -(Line left, Line right) => left + (right * -1);

    public static Line operator *(Line line, Rational factor) => new(line.Input * factor, line.Bound * factor, line.Constant * factor);
}

/// <summary>Reads numbers as lines, each of which the number may follow.</summary>
/// <param name="settled">What else has a value.</param>
internal sealed class Pieces(BoundExpression input, Settled settled)
{
    /// <summary>More lines than any table of an official text has.</summary>
    private const int MostLines = 32;

    /// <summary>The lines of a number; null where it is none of lines in the input.</summary>
    public ImmutableArray<Line>? Of(BoundExpression node)
    {
        if (Leaves.Same(node, input))
            return [new Line(Rational.One, Rational.Zero, Rational.Zero)];
        if (settled.IsBound(node))
            return [new Line(Rational.Zero, Rational.One, Rational.Zero)];
        if (settled.Of(node) is { } value)
            return value is NumberValue { Bounds: { IsPoint: true, Low: { } known } } ? [Line.Of(known)] : null;
        return node switch
        {
            BoundConstant { Value: NumberValue { Bounds: { IsPoint: true, Low: { } number } } } => [Line.Of(number)],
            BoundLocal { Let.Value: var formula } => Of(formula),
            BoundNegate n => Each(Of(n.Operand), static line => line * -1),
            BoundArithmetic n => Arithmetic(n.Operator, Of(n.Left), Of(n.Right)),
            BoundDateShift { InMonths: false } n => Arithmetic(ArithmeticOperator.Add, Of(n.Date), Of(n.Amount)),
            BoundDateShift n => Constant(Of(n.Date)) is { } date && Constant(Of(n.Amount)) is { } months
                ? [Line.Of(CivilDate.ToNumber(CivilDate.AddMonths(CivilDate.FromNumber(date), months)))] : null,
            BoundConditional n => Any([n.WhenTrue, n.WhenFalse]),
            BoundTable n => Any([.. n.Rows.Select(static row => row.Result)]),
            BoundCall { Function.Meaning: ExtremeMeaning } n => Any(n.Arguments),
            BoundCall n => Call(n),
            _ => null,
        };
    }

    private static Rational? Constant(ImmutableArray<Line>? lines) => lines is [{ IsConstant: true } line] ? line.Constant : null;

    private ImmutableArray<Line>? Any(ImmutableArray<BoundExpression> nodes)
    {
        var lines = new HashSet<Line>();
        foreach (var node in nodes)
        {
            if (Of(node) is not { } some)
                return null;
            lines.UnionWith(some);
        }
        return lines.Count <= MostLines ? [.. lines] : null;
    }

    private ImmutableArray<Line>? Call(BoundCall call)
    {
        var arguments = call.Arguments.Select(argument => Constant(Of(argument))).ToList();
        return !arguments.Contains(null)
            && call.Function.Evaluate([.. arguments.OfType<Rational>().Select(NumberValue.Of)])
                is NumberValue { IsCertain: true, Bounds.Low: { } number }
                ? [Line.Of(number)]
                : null;
    }

    private static ImmutableArray<Line>? Arithmetic(ArithmeticOperator op, ImmutableArray<Line>? left, ImmutableArray<Line>? right)
    {
        if (left is not { } a || right is not { } b || a.Length * b.Length > MostLines)
            return null;
        switch (op)
        {
            case ArithmeticOperator.Add:
                return [.. a.SelectMany(line => b.Select(other => line + other)).Distinct()];
            case ArithmeticOperator.Subtract:
                return [.. a.SelectMany(line => b.Select(other => line - other)).Distinct()];
            case ArithmeticOperator.Multiply:
                if (a.All(static line => line.IsConstant))
                    (a, b) = (b, a);
                return b.All(static line => line.IsConstant)
                    ? [.. a.SelectMany(line => b.Select(other => line * other.Constant)).Distinct()]
                    : null;
            default:
                return b.All(static line => line is { IsConstant: true, Constant.IsZero: false })
                    ? [.. a.SelectMany(line => b.Select(other => line * (Rational.One / other.Constant))).Distinct()] : null;
        }
    }

    private static ImmutableArray<Line>? Each(ImmutableArray<Line>? lines, Func<Line, Line> change) =>
        lines is { } some ? [.. some.Select(change)] : null;
}
