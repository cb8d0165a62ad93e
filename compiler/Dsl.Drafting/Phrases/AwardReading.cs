// An award with all that shapes ask of it: its words, whom it is for, the rows that it is counted by.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;

namespace Dsl.Drafting.Phrases;

/// <summary>An award of a sentence, as shapes read it.</summary>
internal sealed partial class AwardReading
{
    public AwardReading(SentenceReading sentence, Award award, int index, int firstStart)
    {
        Sentence = sentence;
        Award = award;
        Index = index;
        FirstStart = firstStart;
        Own = sentence.Text[award.Start..award.End].TrimEnd('，', '、');
        Subject = sentence.SubjectBefore(firstStart);
        Lead = index == 0 ? sentence.Text[..award.Start] : "";
        RowNoun = NounOfRows();
        Rows = RowNoun.Length == 0 ? null : sentence.Details.For(sentence.Article.Place, RowNoun);
    }

    /// <summary>The sentence.</summary>
    public SentenceReading Sentence { get; }

    /// <summary>The award.</summary>
    public Award Award { get; }

    /// <summary>Which award of the sentence it is, from 0.</summary>
    public int Index { get; }

    /// <summary>Where the first award of the sentence begins.</summary>
    public int FirstStart { get; }

    /// <summary>Its own words.</summary>
    public string Own { get; }

    /// <summary>The words between the beginning of the sentence and the first award; empty for later awards.</summary>
    public string Lead { get; }

    /// <summary>Whom it is for.</summary>
    public string Subject { get; }

    /// <summary>The 明细 whose rows it is given for; null where it is given to the subject as a whole.</summary>
    public string? Rows { get; }

    /// <summary>The unit of the rows, such as 件; empty for none.</summary>
    public string RowUnit => Award.Figures.FirstOrDefault(static figure => figure.Figure.PerUnit.Length > 0 && figure.Figure.PerUnit != "年")?.Figure.PerUnit ?? "";

    private string RowNoun { get; }

    /// <summary>The figure that caps one award: 最高…, or 每个单位最高… where the firm is given only one.</summary>
    public RoleFigure? Cap => Award.First(FigureRole.Cap) ?? (Rows is null ? Award.First(FigureRole.SubjectCap) : null);

    /// <summary>A figure of the award as the language writes it.</summary>
    public static string Written(RoleFigure figure) => Quantities.Write(figure.Figure) ?? "0元";

    /// <summary>A fact in the table that the award is counted by.</summary>
    public Fact Fact(string name, string type, string comment = "") => new(Rows, name, type, comment);

    /// <summary>The amount that a share is taken of, from the words before it; null where they name none.</summary>
    public string? BaseOf(RoleFigure share)
    {
        var words = Sentence.Text[..share.Figure.Start];
        var segment = words[(words.AsSpan().LastIndexOfAny("，；。") + 1)..];
        foreach (var pattern in (Regex[])[TakenOf(), GivenOf()])
        {
            if (pattern.Match(segment) is { Success: true } match && IsAmount(match.Groups["base"].Value))
                return AmountName(match.Groups["base"].Value);
        }
        if (TakenBefore().Matches(words) is { Count: > 0 } earlier)
            return AmountName(earlier[^1].Groups["base"].Value);
        return TakenOf().Match(segment) is { Success: true } taken && taken.Groups["base"].Length > 1 ? AmountName(taken.Groups["base"].Value) : null;
    }

    private string NounOfRows()
    {
        var words = Own;
        if (RowUnit.Length > 0)
            return Names.Of(SubjectNoun(), "申报事项");
        if (EachCapped().IsMatch(words) && Award.Figures.Any(static figure => figure.Role is FigureRole.Rate or FigureRole.RateCap))
            return Names.Of(SubjectNoun(), "申报事项");
        if (PerRow().Match(words) is { Success: true } match)
            return match.Groups["noun"].Value;
        if (!words.Contains("每次", StringComparison.Ordinal))
            return "";
        return Evaluation().IsMatch(words) ? "绩效评价" : Names.Of(SubjectNoun(), "申报事项") + "事项";
    }

    /// <summary>The last noun of the subject: 对…取得国外发明专利的 → 国外发明专利.</summary>
    public string SubjectNoun()
    {
        var match = Obtained().Match(Subject);
        return match.Success ? match.Groups["noun"].Value : Subject;
    }

    private static bool IsAmount(string words) => AmountWord().IsMatch(words);

    private static string AmountName(string words)
    {
        var name = Names.Of(words, "计算基数");
        return IsAmount(name) || name == "计算基数" ? name : name.Length < Names.Longest ? name + "额" : name;
    }

    // 按投资额20%, 按照再融资额0.2%, 按上级奖励经费给予最高50%
    [GeneratedRegex("^.*(?:按照?|以|依|占)其?(?<base>[^，。；、]{2,40}?)(?:的|给予|最高|不超过)*$", RegexOptions.CultureInvariant)]
    private static partial Regex TakenOf();

    // 给予总投资额最高30%, 给予主办方实际发生费用30%
    [GeneratedRegex("^.*(?:给予|予以|补贴|奖励|补助|承担)(?<base>[^，。；、按]{2,40}?)(?:的|最高|不超过|给予)*$", RegexOptions.CultureInvariant)]
    private static partial Regex GivenOf();

    // 按其技术合同成交实际到账额，由市级给予科技成果完成人5%
    [GeneratedRegex("(?:按照?|以|对)其?(?<base>[^，。；]{2,40}?(?:额|费|费用|经费|资金|投入|投资|收入|利息|租金|税|税收|成本|金额|造价|产值|价款|到账额))(?:为基数|为基准|为依据)?，", RegexOptions.CultureInvariant)]
    private static partial Regex TakenBefore();

    [GeneratedRegex("(?:额|费|费用|经费|资金|投入|投资|收入|利息|租金|税|税收|成本|造价|产值|价款|增量|部分|资助|奖金|奖励|补助|贡献)$", RegexOptions.CultureInvariant)]
    private static partial Regex AmountWord();

    [GeneratedRegex("(?:每个|单个|每一个?|每项|单项|每场|每批|每部|每届|每期|每笔)(?!单位|企业|机构|主体|公司|年度|自然年|申报|申请)(?<noun>[\u4e00-\u9fff]{2,6}?)(?=奖励|给予|补贴|最高|资助|奖补|补助|不超过|按|支持|一次|可|$)", RegexOptions.CultureInvariant)]
    private static partial Regex PerRow();

    [GeneratedRegex("每(?:台|套|件|辆|人|名)[^，。；、0-9]{0,4}(?:最高|不超过)", RegexOptions.CultureInvariant)]
    private static partial Regex EachCapped();

    [GeneratedRegex("评价|评估|考核", RegexOptions.CultureInvariant)]
    private static partial Regex Evaluation();

    [GeneratedRegex("(?:取得|获得|新增|授权|制定|举办|承办|引进|购买|购置|完成|获)的?(?:授权的)?(?<noun>[^，。；、的]{2,12})(?:的(?:企业|单位|机构)?)?，?$", RegexOptions.CultureInvariant)]
    private static partial Regex Obtained();
}
