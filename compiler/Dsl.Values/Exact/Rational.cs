// Exact numbers: the arithmetic that decides money.
using System.Numerics;

namespace Dsl.Values.Exact;

/// <summary>An exact fraction in lowest terms with a positive denominator. The default value is 0.</summary>
/// <remarks>
/// Both parts lie in place where they fit 64 bits, which nearly all do, and beside it otherwise: every number has one form only.
/// </remarks>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly long _numerator;
    private readonly long _denominatorLessOne;
    private readonly Parts? _large;

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
        if (IsSmall(numerator) && denominator <= long.MaxValue)
            (_numerator, _denominatorLessOne) = ((long)numerator, (long)denominator - 1);
        else
            _large = new(numerator, denominator);
    }

    private Rational(long numerator, long denominatorLessOne, Parts? large) =>
        (_numerator, _denominatorLessOne, _large) = (numerator, denominatorLessOne, large);

    public static Rational Zero => default;

    public static Rational One { get; } = 1;

    /// <summary>The numerator, with the sign of the number.</summary>
    public BigInteger Numerator => _large?.Numerator ?? _numerator;

    /// <summary>The denominator, at least 1.</summary>
    public BigInteger Denominator => _large?.Denominator ?? (BigInteger)_denominatorLessOne + 1;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => _large?.Numerator.Sign ?? Math.Sign(_numerator);

    public bool IsZero => _numerator == 0 && _large is null;

    public bool IsInteger => _denominatorLessOne == 0 && (_large is null || _large.Denominator.IsOne);

    /// <summary>Whether both parts fit 64 bits.</summary>
    internal bool FitsInPlace => _large is null;

    /// <summary>A whole number as a fraction.</summary>
    public static implicit operator Rational(int value) => new(value, 0, null);

    /// <summary>A whole number as a fraction.</summary>
    public static implicit operator Rational(long value) => value == long.MinValue ? new(value, BigInteger.One) : new(value, 0, null);

    /// <summary>A whole number as a fraction.</summary>
    public static implicit operator Rational(BigInteger value) => new(value, BigInteger.One);

    public static Rational operator +(Rational left, Rational right)
    {
        if (left.IsZero)
            return right;
        if (right.IsZero)
            return left;
        if (left._large is null && right._large is null)
        {
            var (a, b) = (left._denominatorLessOne, right._denominatorLessOne);
            // With a whole number in the sum, or in a sum of whole numbers, nothing can be shortened.
            if (a == 0 || b == 0)
            {
                var sum = (Int128)left._numerator * (b + 1) + (Int128)right._numerator * (a + 1);
                if (IsSmall(sum))
                    return new((long)sum, a | b, null);
            }
            else if (a == b)
            {
                return Shortened((Int128)left._numerator + right._numerator, a + 1);
            }
            else if ((Int128)(a + 1) * (b + 1) is var product && product <= long.MaxValue)
            {
                return Shortened((Int128)left._numerator * (b + 1) + (Int128)right._numerator * (a + 1), (long)product);
            }
        }
        return new(left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);
    }

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator -(Rational value) =>
        value._large is { } large ? new(-large.Numerator, large.Denominator) : new(-value._numerator, value._denominatorLessOne, null);

    public static Rational operator *(Rational left, Rational right)
    {
        if (left.IsZero || right.IsZero)
            return default;
        if (left._large is null && right._large is null)
        {
            var (a, b) = (left._denominatorLessOne + 1, right._denominatorLessOne + 1);
            var (crossed, other) = (Divisor(left._numerator, b), Divisor(right._numerator, a));
            var numerator = (Int128)(left._numerator / crossed) * (right._numerator / other);
            var denominator = (Int128)(a / other) * (b / crossed);
            if (IsSmall(numerator) && denominator <= long.MaxValue)
                return new((long)numerator, (long)denominator - 1, null);
        }
        return new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);
    }

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        right._large is null && right._numerator != 0
            ? left * new Rational(right._numerator < 0 ? -right._denominatorLessOne - 1 : right._denominatorLessOne + 1,
                Math.Abs(right._numerator) - 1, null)
            : new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

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
    public BigInteger Whole(RoundingMode mode) =>
        _large is { } large ? WholeNumbers.Divide(large.Numerator, large.Denominator, mode)
        : _denominatorLessOne == 0 ? _numerator
        : WholeNumbers.Divide<long>(_numerator, _denominatorLessOne + 1, mode);

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
        _large is not null || other._large is not null
            ? (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator)
            : _denominatorLessOne == other._denominatorLessOne
            ? _numerator.CompareTo(other._numerator)
            : ((Int128)_numerator * (other._denominatorLessOne + 1)).CompareTo((Int128)other._numerator * (_denominatorLessOne + 1));

    /// <inheritdoc/>
    public bool Equals(Rational other) =>
        _numerator == other._numerator && _denominatorLessOne == other._denominatorLessOne && Equals(_large, other._large);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_numerator, _denominatorLessOne, _large);

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

    // Without the least number, whose negative does not fit.
    private static bool IsSmall(Int128 value) => value > long.MinValue && value <= long.MaxValue;

    private static bool IsSmall(BigInteger value) => value <= long.MaxValue && value > long.MinValue;

    /// <summary>The greatest common divisor of a number other than 0 and a positive one.</summary>
    private static long Divisor(long value, long positive)
    {
        if (positive == 1)
            return 1;
        var (a, b) = (Math.Abs(value), positive);
        while (b != 0)
            (a, b) = (b, a % b);
        return a;
    }

    private static Rational Shortened(Int128 numerator, long denominator)
    {
        if (numerator == 0)
            return default;
        if (!IsSmall(numerator))
            return new((BigInteger)numerator, denominator);
        var divisor = Divisor((long)numerator, denominator);
        return new((long)numerator / divisor, denominator / divisor - 1, null);
    }

    private sealed record Parts(BigInteger Numerator, BigInteger Denominator);
}
