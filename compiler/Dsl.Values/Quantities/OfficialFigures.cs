// Finds the figures of an official text. Numbers of paragraphs and documents (第3条, 〔2021〕13号, 5G) are no figures;
// 第三年 and 前三名 are, but no amounts.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Values.Quantities;

/// <summary>Reads the figures of a text in the order of their places.</summary>
public static partial class OfficialFigures
{
    private static readonly FigureScanner Scanner = FigureScanner.Prose;

    /// <summary>Units of what stands in an order: 第三年, 第2个月, 前三名.</summary>
    private static readonly string[] OrdinalUnits = ["年", "月", "名", "家", "人", "个", "次", "户", "件"];

    /// <summary>Words before 一年 that make it a certain year and no length of time: 同一年度, 上一年.</summary>
    private const string CertainYear = "同任某上下每这那当另逐前后其该新";

    /// <summary>The figures of a text that are amounts: neither 第三年 nor 三家.</summary>
    public static ImmutableArray<OfficialFigure> Read(string text) =>
        [.. ReadAll(text).Where(static figure => figure.Weight == FigureWeight.Amount)];

    /// <summary>Whether words between two figures make a range of them: 10万元至20万元.</summary>
    public static bool IsRange(string between) => FigureRanges.IsRange(between);

    /// <summary>All figures of a text, whatever their weight.</summary>
    public static ImmutableArray<OfficialFigure> ReadAll(string text)
    {
        var folded = WidthFolding.Fold(text);
        var figures = new List<OfficialFigure>();
        // One match after the other: a collection of them would keep every match of a long text.
        for (var match = Candidate().Match(folded); match.Success; match = match.NextMatch())
        {
            if (figures.Count > 0 && match.Index < figures[^1].End)
                continue;
            if (ReadAt(folded, match) is { } read && Ranked(folded, read, figures) is { } figure)
                figures.Add(figure);
        }
        FigureRanges.InheritUnits(folded, figures);
        // 第2条、第3条: a number that stands in no order of years or places. 一至三层: a numeral that no unit came to.
        figures.RemoveAll(figure => figure is { Weight: FigureWeight.Ordinal, IsBare: true }
            ? !folded.AsSpan(0, figure.Start).TrimEnd(' ').EndsWith("前")
            : figure.IsBare && !char.IsAsciiDigit(folded[figure.Start]));
        return [.. figures];
    }

    private static OfficialFigure? ReadAt(string text, Match match) =>
        match.Groups["half"].Success ? Percent(match.Index, match.Index + match.Length, 50, 100)
        : match.Groups["halfYear"].Success
            ? new(match.Index, match.Length, FigureKind.Quantity, 6, Units.Months.Name) { Weight = FigureWeight.Incidental }
        : match.Groups["double"].Success ? new(match.Index, match.Length, FigureKind.Quantity,
            match.Value is "翻两番" or "翻二番" ? 4 : match.Value == "翻三番" ? 8 : 2, "倍")
        : match.Groups["numeralDate"].Success ? FromNumeralDate(match)
        : match.Groups["words"].Success ? FromWords(text, match) : FromDigits(text, match);

    /// <summary>第三年, 前3名, 首三年, and what is listed with them (第2—3年, 第二、三年): a place in an order.</summary>
    private static OfficialFigure? Ranked(string text, OfficialFigure figure, List<OfficialFigure> before)
    {
        var isNumbered = text.AsSpan(0, figure.Start).TrimEnd(' ').EndsWith("第");
        var isListed = before is [.., { Weight: FigureWeight.Ordinal } last] && FigureRanges.IsListing(text[last.End..figure.Start]);
        if (!isNumbered && !isListed && !IsOrdinalAt(text, figure.Start))
            return figure;
        return figure.Kind == FigureKind.Quantity && figure.Scale == Rational.One && (figure.IsBare || OrdinalUnits.Contains(figure.Unit))
            ? figure with { Weight = FigureWeight.Ordinal }
            : isNumbered ? null : figure;
    }

    private static bool IsOrdinalAt(string text, int start)
    {
        while (start > 0 && text[start - 1] == ' ')
            start--;
        return start > 0 && (text[start - 1] is '第' or '前' or '首' or '头'
            // 后两年 beside 前三年; 认定后3年内 is a length of time.
            || (text[start - 1] == '后' && (start == 1 || !char.IsLetter(text[start - 2]) || text[start - 2] is '及' or '和' or '与')));
    }

    // A date, a half, a multiple, a ratio, digits, or a number in Chinese characters.
    [GeneratedRegex("""
        (?<date>[0-9]{4}\ *年\ *[0-9]{1,2}\ *月\ *[0-9]{1,2}\ *日|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})
        |(?<half>减半|一半|折半|半数|半价|各半|对半|半额)
        |(?<halfYear>半年)
        |(?<double>翻[一两二三]?番|翻倍|双倍)
        |(?<numeralDate>[零〇○一二三四五六七八九]{4}年(?:度|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号])?)
        |(?<ratio>[0-9]+(?:\.[0-9]+)?(?:\ *:\ *[0-9]+(?:\.[0-9]+)?)+)
        |(?<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)
        |(?<words>[
        """ + ChineseNumerals.Characters + "]+)", RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();

    private static OfficialFigure? FromDigits(string text, Match match)
    {
        if (match.Groups["date"].Success)
            return CivilDate.TryParse(match.Value.Replace(" ", "", StringComparison.Ordinal), DateForms.Text, out var date)
                ? new(match.Index, match.Length, FigureKind.Date, CivilDate.ToNumber(date), "")
                : null;
        if (match.Groups["ratio"].Success)
            return FromRatio(match);
        var (start, end) = (match.Index, match.Index + match.Length);
        if (IsPartOfName(text, start, end) || !Scanner.TryReadNumber(match.Value, out _, out var number))
            return null;
        var behind = end;
        if (number.IsInteger && number.Sign > 0 && At(text, ref behind, "分之"))
            return FromPartsOf(text, start, behind, number);
        if (TenthsAt(text, ref behind, number) is { } tenths)
            return Percent(start, behind, number, tenths);
        if (FractionAt(text, start, end, number) is { } fraction)
            return fraction;
        return Complete(text, start, end, number);
    }

    /// <summary>二〇二五年, 二〇二五年六月一日.</summary>
    private static OfficialFigure? FromNumeralDate(Match match)
    {
        var word = match.Value.Replace('○', '〇');
        if ((NumeralWords.Rewrite(word) ?? NumeralWords.Rewrite(word + "度")) is not { } written)
            return null;
        if (CivilDate.TryParse(written, DateForms.Text, out var date))
            return new(match.Index, match.Length, FigureKind.Date, CivilDate.ToNumber(date), "");
        return Rational.TryParse(written.AsSpan(0, 4), out var year) ? new(match.Index, match.Length, FigureKind.Year, year, "") : null;
    }

    /// <summary>Steps over 折 or 成 and says of how many the number is a part: 8折, 85折, 三成; null for anything else.</summary>
    private static Rational? TenthsAt(string text, ref int position, Rational number)
    {
        if (number.Sign <= 0 || number >= 100)
            return null;
        var end = position;
        var isTenths = At(text, ref end, "折") ? !IsOtherFold(text, end)
            : At(text, ref end, "成") && number < 10 && (end == text.Length || AfterTenths.Contains(text[end]));
        if (!isTenths)
            return null;
        position = end;
        return number < 10 ? 10 : 100;
    }

    /// <summary>What stands behind 三成, and not behind 三成立.</summary>
    private const string AfterTenths = "的给以予,，、。;；:：)） 至到—-~";

    /// <summary>1/3, 2/3: a part of one. Dates and numbers of documents are longer.</summary>
    private static OfficialFigure? FractionAt(string text, int start, int end, Rational number)
    {
        var stop = end + 1;
        if (end - start > 2 || !number.IsInteger || number.Sign <= 0 || end >= text.Length || text[end] != '/')
            return null;
        while (stop < text.Length && char.IsAsciiDigit(text[stop]))
            stop++;
        return stop - end is 2 or 3 && (stop == text.Length || text[stop] is not ('/' or '.')) && start > 0 && text[start - 1] != '/'
            && Rational.TryParse(text.AsSpan(end + 1, stop - end - 1), out var whole) && number < whole
                ? Percent(start, stop, number, whole)
                : null;
    }

    private static OfficialFigure? FromRatio(Match match)
    {
        var parts = ImmutableArray.CreateBuilder<Rational>();
        foreach (var part in match.Value.Split(':'))
        {
            if (!Rational.TryParse(part.Trim(), out var number))
                return null;
            parts.Add(number);
        }
        return new(match.Index, match.Length, FigureKind.Ratio, parts[0], "") { Parts = parts.ToImmutable() };
    }

    /// <summary>第3条, 〔2021〕13号, 5G, A4, （1）, 500强, and 1. at the start of a paragraph or sentence.</summary>
    private static bool IsPartOfName(string text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : '\n';
        var after = end < text.Length ? text[end] : '\n';
        return before is '〔' || char.IsAsciiLetter(before)
            || (char.IsAsciiLetter(after) && !text.AsSpan(end).StartsWith("BP", StringComparison.OrdinalIgnoreCase))
            || (before == '(' && after == ')')
            || after is '强' or '号' || (after == ' ' && text.AsSpan(end).TrimStart(' ') is ['号' or '强', ..])
            || (after is '.' or '、' && text.AsSpan(0, start).TrimEnd(" \t") is var lead
                && (lead.IsEmpty || lead[^1] is '\n' or '\r' or '。' or ';'));
    }

    /// <summary>Scale and unit after the digits, with spaces between.</summary>
    private static OfficialFigure? Complete(string text, int start, int end, Rational number)
    {
        var unscaledEnd = end;
        var measure = Scanner.ReadMeasure(text, ref end);
        var scale = Scales.Factor(measure.Scale);
        if (SmallerPartAt(text, ref end, measure, scale) is var (part, unitOfWhole))
            return new(start, end - start, FigureKind.Quantity, number * scale + part, UnitOf(unitOfWhole)) { Scale = scale };
        var unit = UnitOf(measure.Unit);
        if (WholeOf(unit) is { } whole)
            return Percent(start, end, number * scale, whole);
        if (measure is { Scale: "", Unit: "年" } && unscaledEnd - start == 4 && number.IsInteger)
        {
            At(text, ref end, "度");
            return new(start, end - start, FigureKind.Year, number, "");
        }
        // A day of a year (6月30日前) is no length of time, and a plan's name (3年行动计划) no figure.
        if (measure.Unit == "月" || (measure.Unit == "日" && text.AsSpan(0, start).TrimEnd(' ').EndsWith("月"))
            || (unit == "年" && IsPlan(text, end)))
            return null;
        if (unit == Units.Years.Name)
            number += HalfAt(text, ref end);
        var (perScale, perUnit) = unit.Length > 0 ? PerAt(text, ref end) : ("", "");
        return new(start, end - start, FigureKind.Quantity, number * scale, unit) { PerScale = perScale, PerUnit = perUnit, Scale = scale };
    }

    /// <summary>Steps over 5000万元 of 3亿5000万元, 5千元 of 1万5千元; null, and nothing is stepped over, where none follows.</summary>
    private static (Rational Part, string Unit)? SmallerPartAt(string text, ref int position, NumericSuffix whole, long scale)
    {
        if (whole.Scale.Length == 0 || whole.Unit.Length > 0 || position >= text.Length || !char.IsAsciiDigit(text[position])
            || !Scanner.TryReadNumber(text.AsSpan(position), out var length, out var number))
            return null;
        var end = position + length;
        var measure = Scanner.ReadMeasure(text, ref end);
        var part = number * Scales.Factor(measure.Scale);
        if (measure.Unit.Length == 0 || part >= scale)
            return null;
        position = end;
        return (part, measure.Unit);
    }

    /// <summary>Steps over 半 of 一年半.</summary>
    private static Rational HalfAt(string text, ref int position)
    {
        if (position >= text.Length || text[position] != '半' || (position + 1 < text.Length && text[position + 1] is '载' or '数' or '额'))
            return Rational.Zero;
        position++;
        return new(1, 2);
    }

    /// <summary>The canonical name of the unit of a word.</summary>
    private static string UnitOf(string word) => Scanner.Canonical(word) is var other && Units.Find(other) is { } unit ? unit.Name : other;

    /// <summary>What a share is counted in: 100 for %; null for any other unit.</summary>
    private static Rational? WholeOf(string unit) => unit switch { "%" => 100, "‰" => 1000, "BP" => 10_000, _ => null };

    /// <summary>
    /// Steps over /件, /亿元, /平方米/月 or /平方米·月; both empty, and nothing is stepped over, where no unit follows the stroke.
    /// </summary>
    private static (string Scale, string Unit) PerAt(string text, ref int position)
    {
        var (scale, units) = ("", new List<string>());
        for (var end = position; IsPerAt(text, ref end, isFirst: units.Count == 0); position = end)
        {
            if (Scanner.ReadMeasure(text, ref end) is not { Unit.Length: > 0 } below || (scale.Length > 0 && below.Scale.Length > 0))
                break;
            scale += below.Scale;
            units.Add(UnitOf(below.Unit));
        }
        return (scale, string.Join('/', units));
    }

    private static bool IsPerAt(string text, ref int position, bool isFirst)
    {
        if (At(text, ref position, "/"))
            return true;
        // 元/人.月 as well; what no unit follows is the end of a sentence.
        if (isFirst || position >= text.Length || !(CompoundUnits.IsDot(text[position]) || text[position] == '.'))
            return false;
        position++;
        return true;
    }

    /// <summary>百分之三十, 三年, 二十家; a lone numeral is an amount only before 年 and 个月 (一次性, 一人一策 say no figure).</summary>
    private static OfficialFigure? FromWords(string text, Match match)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        if (match.Value is "百" or "千" or "万" && At(text, ref end, "分之"))
            return FromPartsOf(text, start, end, Scales.Factor(match.Value));
        if (Scales.FactorOf(match.Value[0]) > 0 || !ChineseNumerals.TryParse(match.Value, out var number))
            return null;
        if (number.Sign > 0 && At(text, ref end, "分之"))
            return FromPartsOf(text, start, end, number);
        if (DecimalsAt(text, start, ref end) is { } exact)
            return Complete(text, start, end, exact);
        if (TenthsAt(text, ref end, number) is { } tenths)
            return Percent(start, end, number, tenths);
        var word = Scanner.ReadUnit(text, ref end);
        // 第二、三年, 三至五年: the numeral takes its unit from the next one.
        if (word.Length == 0)
            return IsOrdinalAt(text, start) || FigureRanges.IsBegunAt(text, end)
                ? new(start, match.Length, FigureKind.Quantity, number, "")
                : null;
        var unit = UnitOf(word);
        if (word is "月" or "日" || (unit == "年" && (IsPlan(text, end) || IsCertainYear(text, start, end, number))))
            return null;
        if (WholeOf(unit) is { } whole)
            return Percent(start, end, number, whole);
        var scale = ChineseNumerals.ScaleOf(match.Value);
        if (unit == Units.Years.Name)
            number += HalfAt(text, ref end);
        var isAmount =
            match.Length > 1 || word is "年" or "个月" or "周年" or "个年度" or "个百分点" or "个工作日" or "倍" or "周岁" or "岁";
        var (perScale, perUnit) = PerAt(text, ref end);
        return new(start, end - start, FigureKind.Quantity, number, unit)
        {
            PerScale = perScale, PerUnit = perUnit, Scale = scale, Weight = isAmount ? FigureWeight.Amount : FigureWeight.Incidental,
        };
    }

    /// <summary>Steps over 点五 of 一点五亿元 and gives the number; null where no decimals follow (两点要求).</summary>
    private static Rational? DecimalsAt(string text, int start, ref int position)
    {
        var end = position;
        if (end + 1 >= text.Length || text[end] != '点')
            return null;
        do
            end++;
        while (end < text.Length && "零〇一二三四五六七八九".Contains(text[end]));
        if (!ChineseNumerals.TryParseDecimal(text.AsSpan(start, end - start), out var number))
            return null;
        position = end;
        return number;
    }

    /// <summary>三年行动, 五年规划: the name of a plan.</summary>
    private static bool IsPlan(string text, int end) => At(text, ref end, "行动") || At(text, ref end, "规划") || At(text, ref end, "计划");

    /// <summary>同一年度, 上一年, 一年一次: a certain year or how often, no length of time.</summary>
    private static bool IsCertainYear(string text, int start, int end, Rational number) =>
        number == Rational.One && ((start > 0 && CertainYear.Contains(text[start - 1])) || (end < text.Length && text[end] is '一'));

    /// <summary>折合, 折算, 折旧.</summary>
    private static bool IsOtherFold(string text, int end) => end < text.Length && text[end] is '合' or '算' or '旧' or '成' or '股';

    private static OfficialFigure? FromPartsOf(string text, int start, int end, Rational whole)
    {
        var stop = end;
        while (stop < text.Length
            && ("零〇一二两三四五六七八九十百".Contains(text[stop]) || char.IsAsciiDigit(text[stop]) || text[stop] is '.' or '点'))
            stop++;
        var word = text[end..stop];
        return ChineseNumerals.TryParseDecimal(word, out var number) || Rational.TryParse(word, out number)
            ? Percent(start, stop, number, whole)
            : null;
    }

    private static OfficialFigure Percent(int start, int end, Rational number, Rational whole) =>
        new(start, end - start, FigureKind.Percent, number / whole, "%") { Scale = Rational.One / whole };

    /// <summary>Steps over a word, with spaces before it.</summary>
    private static bool At(string text, ref int position, string word)
    {
        var start = position;
        while (start < text.Length && text[start] == ' ')
            start++;
        if (string.CompareOrdinal(text, start, word, 0, word.Length) != 0)
            return false;
        position = start + word.Length;
        return true;
    }
}
