// The period in which a document is in force, from the sentences about the document itself.
using System.Text.RegularExpressions;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Drafting.Structure;

/// <summary>When a document is in force.</summary>
/// <param name="Effective">施行日期; null where it is not certain.</param>
/// <param name="EffectiveWords">The words that say so.</param>
/// <param name="Expires">失效日期; null where it is not certain.</param>
/// <param name="ExpiryWords">The words that say so.</param>
internal sealed record Force(string? Effective, string? EffectiveWords, string? Expires, string? ExpiryWords);

/// <summary>Reads when documents are in force.</summary>
internal static partial class ForceReader
{
    private const int MostYears = 50;

    /// <summary>Reads the sentences of a document.</summary>
    /// <param name="paragraphs">All paragraphs.</param>
    /// <param name="dated">成文日期; null for none.</param>
    /// <param name="doubts">Receives the uncertain points.</param>
    public static Force Read(IReadOnlyList<string> paragraphs, string? dated, List<string> doubts)
    {
        var sentences = paragraphs
            .SelectMany(static paragraph => Sentences.Units(Markers.Read(paragraph) is { } marker ? paragraph[marker.Length..] : paragraph))
            .ToList();
        var own = sentences.Where(static sentence => Own().IsMatch(sentence)).ToList();
        var (effective, words) = EffectiveIn(own, dated, doubts);
        if (words is null && effective is null)
        {
            var others = sentences.FirstOrDefault(static sentence => Any().IsMatch(sentence));
            doubts.Add(others is null
                ? "施行日期，原文没有写，按成文日期起算"
                : $"施行日期，原文写「{Any().Match(others).Value}」，没有把握说的是本文件");
        }
        var (expires, until) =
            ExpiryIn([.. own, .. sentences.Where(static sentence => OwnValidity().IsMatch(sentence))], effective, doubts);
        if (until is null && sentences.FirstOrDefault(static sentence => Ending().IsMatch(sentence)) is { } ending)
            doubts.Add($"失效日期，原文写「{Ending().Match(ending).Value}」，没有把握说的是本文件");
        if (expires is not null && string.CompareOrdinal(expires, effective ?? dated ?? "") <= 0)
        {
            doubts.Add($"失效日期，原文写「{until}」，不在施行日期之后");
            expires = null;
        }
        return new(effective, words, expires, until);
    }

    private static (string? Date, string? Words) EffectiveIn(List<string> own, string? dated, List<string> doubts)
    {
        var found = new List<(string? Date, string Words)>();
        foreach (var sentence in own)
        {
            foreach (Match match in From().Matches(sentence))
                found.Add((SignatureReader.DateOf(match.Groups["date"].Value), match.Value));
            foreach (Match match in SinceIssue().Matches(sentence))
                found.Add((match.Groups["days"].Success ? null : dated, match.Value));
        }
        var dates = found.Select(static pair => pair.Date).Distinct(StringComparer.Ordinal).ToList();
        if (dates is [{ } only])
            return (only, found[0].Words);
        if (found.Count > 0)
            doubts.Add($"施行日期，"
                + $"原文写「{string.Join("」「", found.Select(static pair => pair.Words).Distinct(StringComparer.Ordinal).Take(3))}」，"
                + $"推不出确定的一天");
        return (null, found.Count > 0 ? found[0].Words : null);
    }

    private static (string? Date, string? Words) ExpiryIn(List<string> own, string? effective, List<string> doubts)
    {
        var found = new List<(string? Date, string Words)>();
        foreach (var sentence in own.Distinct(StringComparer.Ordinal))
        {
            foreach (Match match in Until().Matches(sentence))
                found.Add((SignatureReader.DateOf(match.Groups["date"].Value), match.Value));
            foreach (Match match in Validity().Matches(sentence))
                found.Add((match.Groups["term"].Value == "有效期" ? After(effective, match.Groups["years"].Value) : null, match.Value));
        }
        var dates = found.Select(static pair => pair.Date).Distinct(StringComparer.Ordinal).ToList();
        if (dates is [{ } only])
            return (only, found[0].Words);
        if (found.Count > 0)
            doubts.Add($"失效日期，"
                + $"原文写「{string.Join("」「", found.Select(static pair => pair.Words).Distinct(StringComparer.Ordinal).Take(3))}」，"
                + $"推不出确定的一天");
        return (null, found.Count > 0 ? found[0].Words : null);
    }

    private static string? After(string? effective, string years) =>
        effective is not null && CivilDate.TryParse(effective, DateForms.Text, out var start) && start.Year < 9000
        && (Rational.TryParse(years, out var count) || ChineseNumerals.TryParse(years, out count)) && count <= MostYears
            ? CivilDate.Format(start.AddYears((int)count.RoundHalfAwayFromZero()).AddDays(-1)) : null;

    private const string Day = "(?<date>[0-9]{4} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1"
        + ",3}月[一二三四五六七八九十]{1,3}日)";

    private const string InForce = "起?(?:正式)?(?:施行|实施|执行|生效|实行|试行)";

    // 本办法（…）自…起施行, and nothing else in the sentence. A sentence that names another document or a beneficiary
    // is about that.
    [GeneratedRegex("^(?:本[^《。；对给]{1,40}?|以上政策|上述政策)?，?自[^《。；对给]{2,24}" + InForce, RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex("^本[^《。；对给]{1,40}?有效期", RegexOptions.CultureInvariant)]
    private static partial Regex OwnValidity();

    [GeneratedRegex("自[^。；，]{2,24}" + InForce, RegexOptions.CultureInvariant)]
    private static partial Regex Any();

    [GeneratedRegex("自" + Day + InForce, RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(
        "自(?:印发|发布|公布|发文)之日(?:起(?<days>[0-9]{1,3}|[一二三四五六七八九十]{1,3})日后|起满?(?<days>[0-9]{1,3}"
        + "|[一二三四五六七八九十]{1,3})日?后?)?"
        + InForce + "|自(?:印发|发布|公布|发文)之日起(?<days>[^，。；]{2,10})(?:施行|实施|执行|生效)",
        RegexOptions.CultureInvariant)]
    private static partial Regex SinceIssue();

    [GeneratedRegex(
        "(?:有效期|实施期|执行期|有效)[^。；]{0,12}?(?:至|到)" + Day + "|(?<=，)(?:执行|实施|施行|试行|有效)?(?:至|到)" + Day
        + "(?:止|结束|截止|终止|失效|废止|有效|期满)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    // Words of expiry in a sentence that may be about the document.
    [GeneratedRegex("^(?:本[^《。；]{1,20}?|以上政策|上述政策|政策|措施|有效期|试行期|执行期|实施期)?，?(?:自[^。；《]{2,40}"
        + "|[^。；《，]{0,6})?(?:(?:至|到)" + Day + "(?:止|结束|截止|终止|失效|废止|有效|期满)?|(?:有效期|试行期?|暂定|暂行|执行期"
        + "|实施期)限?(?:为|是)?[0-9一二两三四五六七八九十]{1,2}(?:个月|年))",
            RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex("(?<term>有效期|试行期?|暂定|暂行|执行期|实施期)(?:限)?(?:为|是)?(?<years>[0-9]{1,2}|[一二两三四五六七八九十]{1,2})年",
        RegexOptions.CultureInvariant)]
    private static partial Regex Validity();
}
