// The parts of clauses besides their amount: title, name of the condition, frequency, who pays, who gets it.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Values.Quantities;

namespace Dsl.Drafting.Shapes;

internal static partial class ClauseMaker
{
    /// <summary>资金, 落实, 受益人, 形式, 另行给予: said in the words themselves.</summary>
    public static void AddPayer(List<DraftLine> lines, SentenceReading sentence, string words)
    {
        if (Payer().Match(words) is { Success: true } payer)
            lines.Add(new("资金", payer.Groups["level"].Value + "级"));
        if (Beneficiary().Match(words) is { Success: true } beneficiary)
            lines.Add(new("受益人", beneficiary.Groups["who"].Value));
        if (words.Contains("股权投资", StringComparison.Ordinal) && !words.Contains("股权投资机构", StringComparison.Ordinal)
            && !words.Contains("股权投资基金", StringComparison.Ordinal))
            lines.Add(new("形式", "股权投资"));
        if (sentence.Text.Contains("另行给予", StringComparison.Ordinal))
            lines.Add(new("另行给予", ""));
    }

    /// <summary>频次, from 一次性, 每年, 每次, 连续N年, 不超过N年.</summary>
    public static void AddFrequency(List<DraftLine> lines, List<Fact> facts, List<string> notes, string words, string? rows, string own)
    {
        var years = RunYears().Match(words);
        var count = years.Success && ChineseNumerals.TryParse(years.Groups["years"].Value, out var number)
            ? number.ToString()
            : years.Groups["years"].Value;
        if (years.Success && NextYear().IsMatch(words))
        {
            facts.Add(new Fact(null, "评定日期", "日期", "从这一天的次年起算"));
            lines.Add(new("频次", $"每年 自 评定日期 次年起 连续 {count}年"));
        }
        else if (years.Success)
        {
            lines.Add(new("频次", $"每年 最多 {count}年"));
        }
        else if (own.Contains("一次性", StringComparison.Ordinal))
        {
            lines.Add(new("频次", "一次性"));
        }
        else if (rows is not null && words.Contains("每次", StringComparison.Ordinal))
        {
            lines.Add(new("频次", "每次"));
        }
        else if (Yearly().IsMatch(words))
        {
            lines.Add(new("频次", "每年"));
        }
        else
        {
            notes.Add("频次原文没有写明：一次性、每年，还是每次（不写会有 DSL3016 提醒）");
        }
    }

    /// <summary>A title from whom it is for and what is given.</summary>
    public static string TitleOf(string subject, string own, string heading)
    {
        var kind = Kind().Matches(own) is { Count: > 0 } kinds ? kinds[^1].Value : "支持";
        var who = Names.Title(Dropped().Replace(subject, ""), "");
        if (who.Length < 3 || Empty().IsMatch(who))
            who = Names.Title(heading, "支持事项");
        who = Names.Short(who);
        return who.EndsWith(kind, StringComparison.Ordinal) ? who : who + kind;
    }

    /// <summary>The name of a fact for those whom a clause is for; null where the words say nothing of them.</summary>
    public static string? Named(string subject)
    {
        var plain = Kinds().Replace(Dropped().Replace(Joint().Replace(subject, ""), ""), "").Trim('，', '的', '且', '、', ' ');
        return plain.Length < 2 || Empty().IsMatch(plain) ? null : Names.Of(plain, "") is { Length: > 1 } name ? name : null;
    }

    [GeneratedRegex(
        "(?:落实|由)(?<level>国家|省|市|区|县)级|(?<level>省|市|区|县)级(?:财政)?(?:资金|专项资金|同比例|按照|按|给予|再|配套)"
        + "|[从在由](?<level>省|市|区|县)级?(?:财政|[^，。；、]{0,14}专项)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Payer();

    [GeneratedRegex(
        "(?:奖励|给予|补贴给?|支付给)(?<who>研发团队|科技成果完成人|成果完成人|完成人|主办方|承办方|团队负责人|发明人|个人"
        + "|创业团队|经营团队)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Beneficiary();

    [GeneratedRegex(
        "(?:连续(?:补贴|资助|支持|奖励|奖补|补助|给予)?|不超过|最长|最多|不超)(?<years>[0-9]{1,2}|[一二两三四五六七八九十])年|(?:期限"
        + "|为期)为?(?<years>[0-9]{1,2}|[一二两三四五六七八九十])年",
        RegexOptions.CultureInvariant)]
    private static partial Regex RunYears();

    [GeneratedRegex("次年起|次年开始|第二年起", RegexOptions.CultureInvariant)]
    private static partial Regex NextYear();

    [GeneratedRegex("每年|/年|按年度|逐年|每年度", RegexOptions.CultureInvariant)]
    private static partial Regex Yearly();

    [GeneratedRegex("(?:一次性|配套|综合|引导)?(?:奖励|奖补|补助|补贴|资助|贴息|股权投资|支持|配套|补偿)", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();

    // The remaining words between two conditions after one was removed.
    [GeneratedRegex("(?:且|并|或|，|、)+(?=的|，|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex("的(?:企业|单位|机构|个人|项目)，?$", RegexOptions.CultureInvariant)]
    private static partial Regex Kinds();

    [GeneratedRegex("^对于?|(?:落实|由)?[市省区县]级$|的?，?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dropped();

    [GeneratedRegex("^(?:符合条件|其|经认定后?|同时|并|企业|单位|项目|由?[省市区县、和]+|分别(?:一次性)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Empty();
}
