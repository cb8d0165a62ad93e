// Exact numbers: the arithmetic that decides money.
using System.Numerics;

namespace Dsl.Values.Exact;

/// <summary>An exact fraction in lowest terms with a positive denominator. The default value is 0.</summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly BigInteger _denominatorLessOne;

    /// <summary>Makes numerator/denominator in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        if (!denominator.IsOne)
        {
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
            if (!divisor.IsOne)
                (numerator, denominator) = (numerator / divisor, denominator / divisor);
        }
        Numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    private Rational(BigInteger whole) => Numerator = whole;

    public static Rational Zero => default;

    public static Rational One { get; } = new(BigInteger.One);

    /// <summary>The numerator, with the sign of the number.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator, at least 1.</summary>
    public BigInteger Denominator => _denominatorLessOne + 1;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    public bool IsZero => Numerator.IsZero;

    public bool IsInteger => _denominatorLessOne.IsZero;

    /// <summary>A whole number as a fraction.</summary>
    public static implicit operator Rational(int value) => new((BigInteger)value);

    /// <summary>A whole number as a fraction.</summary>
    public static implicit operator Rational(long value) => new((BigInteger)value);

    /// <summary>A whole number as a fraction.</summary>
    public static implicit operator Rational(BigInteger value) => new(value);

    public static Rational operator +(Rational left, Rational right) =>
        left.IsZero ? right : right.IsZero ? left
            : left.IsInteger && right.IsInteger
            ? new(left.Numerator + right.Numerator)
            : new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    public static Rational operator *(Rational left, Rational right) =>
        left.IsInteger && right.IsInteger
            ? new(left.Numerator * right.Numerator)
            : new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    /// <summary>The greatest whole number that is not greater.</summary>
    public BigInteger Floor() => Whole(RoundingMode.Down);

    /// <summary>The least whole number that is not less.</summary>
    public BigInteger Ceiling() => Whole(RoundingMode.Up);

    /// <summary>The nearest whole number, halves away from zero.</summary>
    public BigInteger RoundHalfAwayFromZero() => Whole(RoundingMode.HalfAwayFromZero);

    /// <summary>The nearest whole number in a direction.</summary>
    public BigInteger Whole(RoundingMode mode) => WholeNumbers.Divide(Numerator, Denominator, mode);

    /// <summary>The nearest multiple of a positive step in a direction.</summary>
    public Rational RoundTo(Rational step, RoundingMode mode) => (this / step).Whole(mode) * step;

    /// <summary>
    /// Reads digits with an optional sign and an optional point (no exponent, no grouping, full-width digits allowed).
    /// Never goes through binary floating point. False for anything else, and for more than 200 characters.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        if (text.Length is 0 or > 200)
            return false;
        var negative = text[0] is '-' or '－';
        if (negative || text[0] is '+' or '＋')
            text = text[1..];
        BigInteger digits = 0, scale = 1;
        var (seenDigit, seenPoint) = (false, false);
        foreach (var character in text)
        {
            var digit = character is >= '0' and <= '9' ? character - '0' : character is >= '０' and <= '９' ? character - '０' : -1;
            if (digit >= 0)
            {
                digits = digits * 10 + digit;
                scale = seenPoint ? scale * 10 : scale;
                seenDigit = true;
            }
            else if (character is '.' or '．' && !seenPoint && seenDigit)
            {
                seenPoint = true;
                seenDigit = false;
            }
            else
            {
                return false;
            }
        }
        if (!seenDigit)
            return false;
        value = new(negative ? -digits : digits, scale);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Rational other) =>
        IsInteger && other.IsInteger
            ? Numerator.CompareTo(other.Numerator)
            : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    /// <summary>A finite decimal where there is one (0.125), else a fraction (1/3).</summary>
    public override string ToString()
    {
        if (IsInteger)
            return Numerator.ToString();
        var (rest, places) = (Denominator, 0);
        var (twos, fives) = (0, 0);
        for (; (rest % 2).IsZero; rest /= 2) twos++;
        for (; (rest % 5).IsZero; rest /= 5) fives++;
        if (!rest.IsOne)
            return $"{Numerator}/{Denominator}";
        places = Math.Max(twos, fives);
        var digits = (BigInteger.Abs(Numerator) * BigInteger.Pow(10, places) / Denominator).ToString().PadLeft(places + 1, '0');
        return $"{(Sign < 0 ? "-" : "")}{digits[..^places]}.{digits[^places..]}";
    }
}
