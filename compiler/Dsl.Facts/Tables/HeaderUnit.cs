// The unit that a column name carries: 研发费用(万元), 研发费用/万元, 研发费用：万元, 研发占比%.
using System.Text.RegularExpressions;
using Dsl.Facts.Cells;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Facts.Tables;

/// <summary>Units of columns.</summary>
internal static partial class HeaderUnit
{
    private static readonly char[] Separators = ['/', ':', ',', '_', '—', '-', ' ', '\n', '\t'];

    private static readonly char[] Marks = [.. Separators, ';', '、', '。', '|'];

    /// <summary>The name before the unit of a column name, and the unit; null where no unit follows the name.</summary>
    /// <param name="header">The column name.</param>
    public static (string Name, string Unit)? Split(string header)
    {
        var name = FigureText.Normalize(header);
        if (Bracket().Match(name) is { Success: true } bracket && IsUnit(Said(bracket.Groups["inside"].Value)))
            return WithoutCurrency(bracket.Groups["name"].Value.Trim(), Said(bracket.Groups["inside"].Value));
        for (var at = name.IndexOfAny(Separators, Math.Min(1, name.Length)); at > 0; at = name.IndexOfAny(Separators, at + 1))
        {
            if (Said(name[(at + 1)..]) is var unit && IsUnit(unit))
                return (name[..at].TrimEnd([.. Separators]), unit);
        }
        return name is [_, .., '%' or '‰'] ? (name[..^1].Trim(), name[^1..]) : null;
    }

    /// <summary>研发费用(人民币)(万元) and 研发费用(万元)(人民币) say the unit once.</summary>
    private static (string Name, string Unit) WithoutCurrency(string name, string unit) =>
        Bracket().Match(name) is not { Success: true } more || Said(more.Groups["inside"].Value) is not { } other || !IsUnit(other)
            ? (name, unit)
        : UnitWords.Canonical(other) == "元" && other != "元" ? (more.Groups["name"].Value.Trim(), unit)
        : UnitWords.Canonical(unit) == "元" && unit != "元" ? (more.Groups["name"].Value.Trim(), other)
        : (name, unit);

    /// <summary>The unit that a column name mentions among other words, such as 研发费用(万元,含税); null for none.</summary>
    public static string? In(string header)
    {
        if (Split(header) is { } split)
            return split.Unit;
        foreach (Match bracket in Inside().Matches(FigureText.Normalize(header)))
        {
            var inside = bracket.Groups["inside"].Value;
            if (inside.Split(Marks).Prepend(inside).Select(Said).FirstOrDefault(IsUnit) is { } unit)
                return unit;
        }
        return null;
    }

    /// <summary>By what a bare figure in this unit is multiplied to be in the unit of a type; null where the unit does not fit.</summary>
    public static Rational? Factor(string unit, DslType? type) =>
        type is QuantityType quantity && IsUnit(FigureText.Normalize(unit))
        && FigureText.Read("1" + FigureText.Normalize(unit)) is { } figure
            ? ValueReader.InOwnUnit(figure, quantity)
            : null;

    /// <summary>
    /// Why a unit that a table states outside a column's name leaves its figures in doubt;
    /// null where they mean the same with it and without.
    /// </summary>
    /// <param name="header">The column.</param>
    /// <param name="type">What its figures are.</param>
    /// <param name="own">The unit of the column itself; null for none.</param>
    /// <param name="stated">The unit that is stated.</param>
    public static DataProblem? Doubt(string header, DslType? type, string? own, string stated)
    {
        var (said, given) = (Factor(stated, type), own is null ? 1 : Factor(own, type));
        if (said is { } factor && factor == given)
            return null;
        return (own ?? (type is null ? "" : ValueText.UnitOf(type))) is { Length: > 0 } unit
            ? FileDiagnostics.StatedUnit.With(stated, header, unit)
            : FileDiagnostics.StatedUnitOfPlain.With(stated, header);
    }

    /// <summary>Whether a normalised word is a unit that may follow a figure: 万元, 人, 元/件, %, 万.</summary>
    public static bool IsUnit(string word) =>
        word.Length > 0 && !char.IsAsciiDigit(word[0]) && word[0] is not ('.' or ',') && FigureText.Read("1" + word) is { } figure
        && (figure.IsPercentage || figure.Unit.Length == 0
            || Array.TrueForAll(figure.Unit.Split('/'), static part => UnitWords.Find(part) is not null));

    /// <summary>单位：万元 says 万元.</summary>
    private static string Said(string text)
    {
        var match = Saying().Match(text.Trim());
        return (match.Success ? match.Groups["unit"].Value : text).Trim();
    }

    [GeneratedRegex(@"^(?<name>.+?)\s*[(\[〔【{<](?<inside>[^()\[\]〔〕【】{}<>]+)[)\]〕】}>]$",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"[(\[〔【{<](?<inside>[^()\[\]〔〕【】{}<>]+)[)\]〕】}>]", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    [GeneratedRegex(
        @"^(?:金额|计量|货币|数量)?单位\s*(?:[:为是]|均为|统一为)?\s*(?:人民币[:,、/\s]*)?(?<unit>.+)$|^人民币[:,、/\s]*(?<unit>.+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Saying();
}
