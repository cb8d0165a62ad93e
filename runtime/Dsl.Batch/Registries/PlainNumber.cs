// Figures as machines write them, straight to the fixed point: no fractions of big integers, no strings.
// The fast path of cells beside FigureScanner.Cells: most cells of a large registry go this way;
// whatever is written otherwise goes through the scanner.
namespace Dsl.Batch.Registries;

internal static class PlainNumber
{
    private const int MostDigits = 18;

    private static readonly long[] Powers = MakePowers();

    /// <summary>
    /// Digits with an optional minus, point and percent sign as a count of fractions 10^-<paramref name="scale"/>.
    /// False says nothing of the text but that it must be read the long way: it may be written otherwise, be finer than a fraction,
    /// or be no number.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, int scale, bool takesPercent, out long fractions)
    {
        fractions = 0;
        text = text.Trim(' ');
        var isNegative = text is ['-', ..];
        if (isNegative)
            text = text[1..];
        if (text is [.., '%'])
        {
            if (!takesPercent)
                return false;
            text = text[..^1];
            scale -= 2;
        }
        if (text.Length is 0 or > MostDigits + 1 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[^1]))
            return false;
        var (value, digits, behindPoint) = (0L, 0, -1);
        foreach (var character in text)
        {
            if (character == '.' && behindPoint < 0)
            {
                behindPoint = 0;
                continue;
            }
            if (!char.IsAsciiDigit(character) || ++digits > MostDigits)
                return false;
            value = value * 10 + (character - '0');
            behindPoint += behindPoint >= 0 ? 1 : 0;
        }
        return TryScale(isNegative ? -value : value, scale - Math.Max(0, behindPoint), out fractions);
    }

    /// <summary>value × 10^exponent where that is whole and fits.</summary>
    public static bool TryScale(long value, int exponent, out long result)
    {
        result = value;
        if (value == 0 || exponent == 0)
            return true;
        if (exponent is > MostDigits or < -MostDigits)
            return false;
        var power = Powers[Math.Abs(exponent)];
        if (exponent < 0)
        {
            result = value / power;
            return result * power == value;
        }
        var product = Math.BigMul(value, power);
        result = (long)product;
        return product == result;
    }

    private static long[] MakePowers()
    {
        var powers = new long[MostDigits + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
