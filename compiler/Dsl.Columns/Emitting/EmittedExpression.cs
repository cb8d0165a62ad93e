// A piece of generated code with what is known of its value.
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Columns.Emitting;

/// <summary>Generated code for an expression.</summary>
/// <param name="Text">C#.</param>
/// <param name="IsPrimary">Whether a member access may follow without brackets.</param>
internal abstract record EmittedExpression(string Text, bool IsPrimary)
{
    /// <summary>The code as an operand.</summary>
    public string Primary => IsPrimary ? Text : $"({Text})";
}

/// <summary>A truth.</summary>
internal sealed record EmittedTruth(string Text, bool IsPrimary) : EmittedExpression(Text, IsPrimary);

/// <summary>A text or a value of a list.</summary>
internal sealed record EmittedText(string Text, bool IsPrimary) : EmittedExpression(Text, IsPrimary);

/// <summary>A number.</summary>
/// <param name="Text">C#.</param>
/// <param name="IsPrimary">Whether a member access may follow without brackets.</param>
/// <param name="Layout">How it is held.</param>
/// <param name="Constant">Its value where it is a constant.</param>
internal sealed record EmittedNumber(string Text, bool IsPrimary, FixedPointLayout Layout, Rational? Constant = null)
    : EmittedExpression(Text, IsPrimary)
{
    /// <summary>How it is held, with its value where it is a constant.</summary>
    public NumberForm Form => new(Layout, Constant);

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
    public static string BigLiteral(BigInteger value) =>
        BigInteger.Abs(value) > long.MaxValue ? $"BigInteger.Parse(\"{value}\", CultureInfo.InvariantCulture)" : Literal(value);
}
