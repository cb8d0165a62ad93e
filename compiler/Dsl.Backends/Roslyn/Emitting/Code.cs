// A piece of generated code with what is known of its value.
using System.Numerics;
using Dsl.Library.Values;

namespace Dsl.Backends.Roslyn.Emitting;

/// <summary>Generated code for an expression.</summary>
/// <param name="Text">C#.</param>
/// <param name="IsPrimary">Whether a member access may follow without brackets.</param>
internal abstract record Code(string Text, bool IsPrimary)
{
    /// <summary>The code as an operand.</summary>
    public string Primary => IsPrimary ? Text : $"({Text})";
}

/// <summary>A truth.</summary>
internal sealed record TruthCode(string Text, bool IsPrimary) : Code(Text, IsPrimary);

/// <summary>A text or a value of a list.</summary>
internal sealed record TextCode(string Text, bool IsPrimary) : Code(Text, IsPrimary);

/// <summary>A number.</summary>
/// <param name="Text">C#: an Interval, or an ExactInterval where the shape is exact.</param>
/// <param name="IsPrimary">Whether a member access may follow without brackets.</param>
/// <param name="Shape">How it is held.</param>
/// <param name="Constant">Its value where it is a constant.</param>
internal sealed record NumberCode(string Text, bool IsPrimary, NumberShape Shape, Rational? Constant = null) : Code(Text, IsPrimary)
{
    /// <summary>A constant in its own fraction.</summary>
    public static NumberCode Of(Rational value)
    {
        var shape = NumberShape.Fixed(value.Denominator, BigInteger.Abs(value.Numerator));
        return shape.IsExact ? new($"ExactInterval.Of({BigLiteral(value.Numerator)}, {BigLiteral(value.Denominator)})", true, shape, value)
            : new($"Interval.Of({Literal(value.Numerator)})", true, shape, value);
    }

    /// <summary>The code in a finer fraction.</summary>
    public NumberCode In(BigInteger denominator)
    {
        if (Shape.IsExact || Shape.Denominator == denominator)
            return this;
        var factor = denominator / Shape.Denominator;
        var shape = Shape.In(denominator);
        return shape.IsExact ? ToExact()
            : Constant is { } value ? new($"Interval.Of({Literal((value * denominator).Numerator)})", true, shape, value)
            : new($"{Primary}.Times({Literal(factor)})", true, shape);
    }

    /// <summary>The code as an exact number.</summary>
    public NumberCode ToExact() => Shape.IsExact ? this
        : Constant is { } value ? new($"ExactInterval.Of({BigLiteral(value.Numerator)}, {BigLiteral(value.Denominator)})", true, NumberShape.Exact, value)
        : new($"ExactInterval.From({Text}, {BigLiteral(Shape.Denominator)})", true, NumberShape.Exact);

    /// <summary>A whole number in C#, with groups of three digits.</summary>
    public static string Literal(BigInteger value)
    {
        if (BigInteger.Abs(value) > long.MaxValue)
            return $"Int128.Parse(\"{value}\", CultureInfo.InvariantCulture)";
        var digits = BigInteger.Abs(value).ToString();
        for (var at = digits.Length - 3; at > 0; at -= 3)
            digits = digits.Insert(at, "_");
        return value.Sign < 0 ? $"-{digits}" : digits;
    }

    /// <summary>A whole number of any size in C#.</summary>
    private static string BigLiteral(BigInteger value) =>
        BigInteger.Abs(value) > long.MaxValue ? $"BigInteger.Parse(\"{value}\", CultureInfo.InvariantCulture)" : Literal(value);
}
