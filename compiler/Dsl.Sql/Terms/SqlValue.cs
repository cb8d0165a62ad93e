// Values as SQL holds them: numbers between two ends, truths and texts that NULL leaves open.
using System.Numerics;
using Dsl.Values.Exact;

namespace Dsl.Sql.Terms;

/// <summary>A value. NULL always means that something is not known.</summary>
internal abstract record SqlValue;

/// <summary>A truth; NULL is 未知.</summary>
/// <param name="Term">BOOLEAN.</param>
/// <param name="MayBeOpen">Whether it can be NULL.</param>
internal sealed record SqlTruth(SqlTerm Term, bool MayBeOpen) : SqlValue
{
    public static SqlTruth Yes { get; } = new(SqlTerm.Constant("TRUE"), false);

    public static SqlTruth No { get; } = new(SqlTerm.Constant("FALSE"), false);

    public static SqlTruth Of(bool value) => value ? Yes : No;

    /// <summary>The truth where it is always the same.</summary>
    public bool? Known => MayBeOpen ? null : Term.Text switch { "TRUE" => true, "FALSE" => false, _ => null };
}

/// <summary>A text; NULL is unknown.</summary>
/// <param name="Term">VARCHAR.</param>
/// <param name="MayBeOpen">Whether it can be NULL.</param>
internal sealed record SqlText(SqlTerm Term, bool MayBeOpen) : SqlValue;

/// <summary>In which fraction a number is counted, and how far its finite ends can lie from 0: the range proof.</summary>
/// <param name="Denominator">Fractions per unit of the type.</param>
/// <param name="Magnitude">No finite end lies farther from 0, in fractions.</param>
/// <param name="IsNonNegative">The lower end is known, and never below 0.</param>
internal readonly record struct NumberShape(BigInteger Denominator, BigInteger Magnitude, bool IsNonNegative)
{
    /// <summary>What 128 bits hold, with room for a doubled remainder.</summary>
    public const int MostBits = 120;

    private const int NarrowBits = 62;

    /// <summary>A whole number from 0 to some end.</summary>
    public static NumberShape UpTo(BigInteger most) => new(1, most, IsNonNegative: true);

    /// <summary>Whether it fits 64 bits, also negated or doubled.</summary>
    public bool IsNarrow => Magnitude.GetBitLength() <= NarrowBits;

    /// <summary>Whether 128 bits hold it.</summary>
    public bool Fits => Magnitude.GetBitLength() <= MostBits && Denominator.GetBitLength() <= MostBits;

    /// <summary>The fraction in which both can be counted.</summary>
    public static BigInteger Common(NumberShape left, NumberShape right) =>
        left.Denominator / BigInteger.GreatestCommonDivisor(left.Denominator, right.Denominator) * right.Denominator;
}

/// <summary>A number as a whole count of fractions between two ends.</summary>
/// <param name="Low">The lower end; null where there never is one, NULL where there is none at run time.</param>
/// <param name="High">The upper end, alike. The same term as <paramref name="Low"/> where the number is known.</param>
/// <param name="Shape">Its fraction and range.</param>
internal sealed record SqlNumber(SqlTerm? Low, SqlTerm? High, NumberShape Shape) : SqlValue
{
    /// <summary>Whether the number is known whatever the facts: then the ends are one term that is never NULL.</summary>
    public bool IsPoint { get; init; }

    /// <summary>Whether the lower end can be NULL.</summary>
    public bool LowMayBeOpen { get; init; }

    /// <summary>Whether the upper end can be NULL.</summary>
    public bool HighMayBeOpen { get; init; }

    /// <summary>The value where it is written in the policy.</summary>
    public Rational? Constant { get; init; }

    /// <summary>A known number.</summary>
    public static SqlNumber Point(SqlTerm term, NumberShape shape) => new(term, term, shape) { IsPoint = true };

    /// <summary>A number of the policy.</summary>
    public static SqlNumber Of(Rational value) =>
        Point(SqlTerm.Number(value.Numerator), new(value.Denominator, BigInteger.Abs(value.Numerator), value.Sign >= 0))
            with { Constant = value };

    /// <summary>Anything.</summary>
    public static SqlNumber Anything(BigInteger denominator) =>
        new(null, null, new(denominator, 1, IsNonNegative: false)) { LowMayBeOpen = true, HighMayBeOpen = true };
}
