// Keys of which a spreadsheet or a conversion lost a part: whose they may have been.
using System.Globalization;
using System.Numerics;
using Dsl.Facts.Cells;

namespace Dsl.Batch.Registries;

/// <summary>A key that cannot be read any more: 9.15E+17, or one with � in it.</summary>
/// <param name="Code">Its number.</param>
/// <param name="Start">What the key began with.</param>
/// <param name="End">What it ended with; empty where it is unknown.</param>
/// <param name="Digits">How many digits it had; null where it need not have been a number.</param>
internal sealed record LostKey(int Code, string Start, string End, int? Digits)
{
    /// <summary>The key that is lost; null where it can be read, or where nothing is left of it.</summary>
    public static LostKey? Of(int code, string key)
    {
        if (ValueReader.TextProblem(key) is null)
            return null;
        if (key.IndexOf('\uFFFD') is >= 0 and var first)
            return key.Any(char.IsLetterOrDigit) ? new(code, key[..first], key[(key.LastIndexOf('\uFFFD') + 1)..], null) : null;
        var power = key.LastIndexOf('E');
        if (power < 1 || !int.TryParse(key[(power + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            || exponent is < 1 or > 40)
            return null;
        var mantissa = string.Concat(key[..power].Where(char.IsAsciiDigit));
        return mantissa.Length <= exponent + 1 ? new(code, mantissa, "", exponent + 1) : null;
    }

    /// <summary>Whether it may have been this key.</summary>
    public bool MayBe(string canonical) =>
        Digits is { } digits ? canonical.Length == digits && canonical.All(char.IsAsciiDigit) && IsRoundedTo(canonical[..Start.Length])
        : canonical.Length >= Start.Length + End.Length && canonical.StartsWith(Start, StringComparison.Ordinal)
            && canonical.EndsWith(End, StringComparison.Ordinal);

    /// <summary>Whether figures were rounded to those that are left: the last one may have gone up.</summary>
    private bool IsRoundedTo(string figures) =>
        figures == Start
        || BigInteger.Parse(figures, CultureInfo.InvariantCulture) + 1 == BigInteger.Parse(Start, CultureInfo.InvariantCulture);
}
