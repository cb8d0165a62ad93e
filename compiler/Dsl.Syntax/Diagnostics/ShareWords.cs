// 分担 as documents write it: 市级、区级 = 6:4, 市级60%、区级40%, 市:区 6比4.
using System.Text.RegularExpressions;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.Syntax.Diagnostics;

/// <summary>Reads the levels and shares out of a line that is not written as the language has it.</summary>
public static partial class ShareWords
{
    /// <summary>市级:区级 = 6:4; null where it is not certain who pays how much.</summary>
    public static string? Read(string text)
    {
        if (text.Length > 200)
            return null;
        var half = WidthFolding.HalfWidth(text).Trim().TrimEnd('。', ';', '.');
        return Ratio().Match(half) is { Success: true } ratio ? Joined(ratio.Groups["level"], ratio.Groups["part"])
            : Shares().Match(half) is { Success: true } shares ? Joined(shares.Groups["level"], shares.Groups["part"]) : null;
    }

    private static string? Joined(Group levels, Group parts)
    {
        var names = levels.Captures.Select(static level => Level(level.Value)).ToList();
        return names.Count < 2 || names.Count != parts.Captures.Count || names.Contains(null)
            || names.Distinct(StringComparer.Ordinal).Count() < names.Count
            ? null
            : $"{string.Join(':', names)} = {string.Join(':', parts.Captures.Select(static part => part.Value))}";
    }

    /// <summary>市, 市级, 市财政, 市级财政: 市级.</summary>
    public static string? Level(string word)
    {
        var core = word.Replace("财政", "", StringComparison.Ordinal).Replace("承担", "", StringComparison.Ordinal);
        return SyntaxFacts.GovernmentLevels.FirstOrDefault(level => level == core || level == core + "级");
    }

    [GeneratedRegex(
        "^(?<level>[^\\s:、,;/=0-9和与及比按]{1,8})(?:\\s*(?:[:、,/]|和|与|及|\\s)\\s*(?<level>[^\\s:、,;/=0-9和与及比按]{1,8}))+\\s*(?:="
        + "|按|为|分别按|分别为)?\\s*(?<part>[0-9]+(?:\\.[0-9]+)?)%?(?:\\s*(?:[:∶比、,])\\s*(?<part>[0-9]+(?:\\.[0-9]+)?)%?)+(?:的?比例)?(?"
        + ":分担|承担)?$",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ratio();

    [GeneratedRegex(
        "^(?<level>[^\\s:、,;/=0-9]{1,8})\\s*[:=]?\\s*(?<part>[0-9]+(?:\\.[0-9]+)?)%(?:\\s*[、,;和及与]?\\s*(?<level>[^\\s:、,;/=0-9和及与"
        + "]{1,8})\\s*[:=]?\\s*(?<part>[0-9]+(?:\\.[0-9]+)?)%)+$",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shares();
}
