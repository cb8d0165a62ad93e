// Reads the head of a document from its first paragraphs and its closing words.
using System.Globalization;
using System.Text.RegularExpressions;
using Dsl.Library.Text;
using Dsl.Library.Values;

namespace Dsl.Drafting.Structure;

/// <summary>Reads heads.</summary>
internal static partial class HeadReader
{
    /// <summary>The head stands within this many characters.</summary>
    private const int LongestHead = 4000;

    /// <summary>Some documents are dated at their end.</summary>
    private const int LongestTail = 600;

    private const int LongestTitle = 80;

    /// <summary>Reads the head of a document.</summary>
    /// <param name="paragraphs">All paragraphs.</param>
    public static DocumentHead Read(IReadOnlyList<string> paragraphs)
    {
        var whole = string.Join('\n', paragraphs);
        var head = whole[..Math.Min(whole.Length, LongestHead)];
        var (issuers, dated) = Signature(head);
        if (dated is null && whole.Length > head.Length)
            (issuers, dated) = Signature(whole[^LongestTail..]);
        var number = NumberIn(paragraphs);
        if (issuers.Count == 0 && Issuer().Match(paragraphs.Count > 0 ? paragraphs[0] : "") is { Success: true } first)
            issuers = [first.Groups["office"].Value];
        var title = TitleIn(paragraphs, head);
        // 某市某区支持…若干措施: where nobody signed, the title says whose policy it is.
        var office = issuers.Count > 0 ? issuers[0] : title;
        var (effective, effectiveWords) = EffectiveIn(whole, dated);
        var (expires, expiryWords) = ExpiryIn(whole, effective ?? dated);
        return new DocumentHead(
            title, number, issuers, dated, effective, effectiveWords, expires, expiryWords,
            Governments.LevelOf(office), Governments.RegionOf(office), FollowedIn(head, number));
    }

    /// <summary>A date as the language writes it; null for a day that does not exist.</summary>
    public static string? DateOf(string written)
    {
        var folded = WidthFolding.Fold(written);
        if (CivilDate.TryParse(folded, out var date))
            return CivilDate.Format(date);
        return NumeralWords.Rewrite(written) is { } words && CivilDate.TryParse(words, out date) ? CivilDate.Format(date) : null;
    }

    private static (List<string> Issuers, string? Dated) Signature(string head)
    {
        for (var match = Signed().Match(head); match.Success; match = match.NextMatch())
        {
            if (DateOf(match.Groups["date"].Value) is { } date)
                return ([.. match.Groups["office"].Captures.Select(static capture => capture.Value).Distinct()], date);
        }
        for (var match = AnyDate().Match(head); match.Success; match = match.NextMatch())
        {
            if (DateOf(match.Value) is { } date)
                return ([], date);
        }
        return ([], null);
    }

    private static string TitleIn(IReadOnlyList<string> paragraphs, string head)
    {
        foreach (var pattern in (Regex[])[Issued(), Passed()])
        {
            if (pattern.Match(head) is { Success: true } match)
                return Short(match.Groups["title"].Value);
        }
        var title = paragraphs.Take(12).FirstOrDefault(static paragraph => paragraph.Length is > 4 and <= LongestTitle && TitleEnd().IsMatch(paragraph) && Markers.Read(paragraph) is null)
            ?? paragraphs.FirstOrDefault(static paragraph => paragraph.Length is > 3 and <= 40 && Markers.Read(paragraph) is null && !paragraph.EndsWith('。'));
        return title is null ? "（待定：标题）" : Short(title);
    }

    private static string Short(string title)
    {
        var plain = string.Concat(title.Where(static character => !char.IsWhiteSpace(character) && character is not ('《' or '》' or '「' or '」' or '/')));
        return plain.Length == 0 ? "（待定：标题）" : plain[..Math.Min(plain.Length, LongestTitle)];
    }

    /// <summary>The number that stands by itself or behind the title, not one that is mentioned in brackets.</summary>
    private static string? NumberIn(IReadOnlyList<string> paragraphs)
    {
        foreach (var paragraph in paragraphs.Take(40))
        {
            for (var match = DocumentNumber().Match(paragraph); match.Success; match = match.NextMatch())
            {
                if (match.Index == 0 || paragraph[match.Index - 1] is not ('（' or '('))
                    return CutNumber(match.Value);
            }
        }
        return null;
    }

    private static string CutNumber(string number)
    {
        var plain = number.Replace(" ", "", StringComparison.Ordinal);
        foreach (var word in (string[])["通知", "意见", "办法", "措施", "文号：", "文号", "字号"])
        {
            if (plain.LastIndexOf(word, StringComparison.Ordinal) is var at and >= 0 && at + word.Length < plain.Length - 6)
                plain = plain[(at + word.Length)..];
        }
        return plain;
    }

    private static string? FollowedIn(string head, string? own)
    {
        var others = DocumentNumber().Matches(head).Select(static match => CutNumber(match.Value))
            .Where(number => number != own).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return others is [var only] && Following().IsMatch(head) ? only : null;
    }

    private static (string? Date, string? Words) EffectiveIn(string whole, string? dated)
    {
        if (EffectiveFrom().Match(whole) is { Success: true } from && DateOf(from.Groups["date"].Value) is { } date)
            return (date, from.Value);
        if (SinceIssue().Match(whole) is { Success: true } issue)
        {
            var days = issue.Groups["days"] is { Success: true } group && int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
            return dated is not null && CivilDate.TryParse(dated, out var day) ? (CivilDate.Format(day.AddDays(days)), issue.Value) : (null, issue.Value);
        }
        return (null, null);
    }

    private static (string? Date, string? Words) ExpiryIn(string whole, string? effective)
    {
        if (Until().Match(whole) is { Success: true } until && DateOf(until.Groups["date"].Value) is { } date)
            return (date, until.Value);
        if (Validity().Match(whole) is not { Success: true } validity)
            return (null, null);
        var years = validity.Groups["years"].Value;
        if (effective is null || !CivilDate.TryParse(effective, out var start) || start.Year > 9000
            || !(Rational.TryParse(years, out var count) || ChineseNumerals.TryParse(years, out count)) || count > 50)
            return (null, validity.Value);
        return (CivilDate.Format(start.AddYears((int)count.RoundHalfAwayFromZero()).AddDays(-1)), validity.Value);
    }

    // 重庆市人民政府办公厅 2022年5月6日; several offices one after the other.
    [GeneratedRegex("""
        (?<![\u4e00-\u9fff（])(?:(?<office>[\u4e00-\u9fff]{2,22}(?:政府|办公厅|办公室|委员会|管委会|局|厅|部|分行|法院|检察院|中心))\s*){1,12}
        (?<date>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Signed();

    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日", RegexOptions.CultureInvariant)]
    private static partial Regex AnyDate();

    [GeneratedRegex("关于印发[《<]?(?<title>[^《》。]{4,80}?)[》>]?的\\s*通知", RegexOptions.CultureInvariant)]
    private static partial Regex Issued();

    [GeneratedRegex("《(?<title>[^《》。]{4,80})》已经?[^。]{2,30}(?:同意|通过)", RegexOptions.CultureInvariant)]
    private static partial Regex Passed();

    [GeneratedRegex("(?:措施|办法|意见|通知|规定|政策|方案|计划|细则|决定|条例|若干条|行动)(?:（[^（）]{1,20}）)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleEnd();

    [GeneratedRegex("^(?<office>[\u4e00-\u9fff]{4,30}?(?:人民政府办公厅|人民政府办公室|人民政府|委员会|管委会|局|厅))(?:关于|\\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Issuer();

    [GeneratedRegex("[\u4e00-\u9fff]{2,12} ?[〔﹝［\\[（(][0-9]{4}[〕﹞］\\]）)] ?[0-9]{1,5} ?号", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex("(?:按照|根据|依据|落实)[^。]{0,80}[〔\\[][0-9]{4}[〕\\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Following();

    [GeneratedRegex("自(?<date>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)起(?:正式)?(?:施行|实施|执行|生效)", RegexOptions.CultureInvariant)]
    private static partial Regex EffectiveFrom();

    [GeneratedRegex("自(?:印发|发布|公布|发文)之日起(?:(?<days>[0-9]{1,3})日后)?(?:正式)?(?:施行|实施|执行|生效)", RegexOptions.CultureInvariant)]
    private static partial Regex SinceIssue();

    [GeneratedRegex("(?:有效期|实施期|执行期|有效)[^。；]{0,12}?(?:至|到)(?<date>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)", RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex("有效期(?:限)?(?:为|是)?(?<years>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})年", RegexOptions.CultureInvariant)]
    private static partial Regex Validity();
}
