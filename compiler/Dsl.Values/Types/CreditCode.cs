// 统一社会信用代码 (GB 32100-2015): 17 characters and one that checks them.
using System.Buffers;
using System.Globalization;
using Dsl.Values.Text;

namespace Dsl.Values.Types;

/// <summary>Checks and makes 统一社会信用代码, in canonical form (<see cref="Identity"/>).</summary>
public static class CreditCode
{
    /// <summary>The word for the type in 数据 and 明细.</summary>
    public const string TypeWord = "统一社会信用代码";

    /// <summary>How many digits the registrations have that came before.</summary>
    public const int OldLength = 15;

    private const int Length = 18;

    // In the order of their values. I, O, S, V and Z are not used.
    private const string Characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly SearchValues<char> Used = SearchValues.Create(Characters);

    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>What is wrong with a code; null where nothing is.</summary>
    public static CreditCodeFault? FaultOf(string code)
    {
        if (code.Length != Length)
            return new CreditCodeFault.Length(code.Length);
        var unknown = code.AsSpan().IndexOfAnyExcept(Used);
        if (unknown >= 0)
            return new CreditCodeFault.Character(unknown + 1, code[unknown]);
        return CheckOf(code) == code[^1] ? null : new CreditCodeFault.Check();
    }

    /// <summary>Whether a text is a code.</summary>
    public static bool IsValid(string code) => FaultOf(code) is null;

    /// <summary>A code for a number, always the same: of an enterprise that does not exist.</summary>
    public static string Make(long number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"91000000{number % 1_000_000_000:D9}");
        return body + CheckOf(body);
    }

    /// <summary>
    /// The codes that one slip of the keyboard makes of this one: one character for another, or two neighbours exchanged.
    /// </summary>
    public static IEnumerable<string> Neighbours(string code)
    {
        if (code.Length != Length)
            yield break;
        for (var i = 0; i < Length; i++)
        {
            foreach (var character in Characters)
            {
                if (character != code[i] && string.Concat(code.AsSpan(0, i), [character], code.AsSpan(i + 1)) is var changed
                    && IsValid(changed))
                    yield return changed;
            }
            if (i + 1 < Length && code[i] != code[i + 1]
                && string.Concat(code.AsSpan(0, i), [code[i + 1], code[i]], code.AsSpan(i + 2)) is var exchanged && IsValid(exchanged))
                yield return exchanged;
        }
    }

    private static char CheckOf(string code)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Characters.IndexOf(code[i], StringComparison.Ordinal) * Weights[i];
        return Characters[(31 - sum % 31) % 31];
    }
}

/// <summary>What is wrong with a 统一社会信用代码.</summary>
public abstract record CreditCodeFault
{
    private CreditCodeFault()
    {
    }

    /// <summary>It has another number of characters.</summary>
    public sealed record Length(int Written) : CreditCodeFault;

    /// <summary>A character that codes do not have.</summary>
    /// <param name="Place">Which one, from 1.</param>
    /// <param name="Written">The character.</param>
    public sealed record Character(int Place, char Written) : CreditCodeFault;

    /// <summary>The last character does not fit the others.</summary>
    public sealed record Check : CreditCodeFault;
}
