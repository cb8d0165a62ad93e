// A clause from a sentence in which every word is understood; none if a word is left over.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Drafting.Shapes;

namespace Dsl.Drafting.Whole;

internal static partial class WholeClause
{
    /// <summary>A sentence that is longer says more than one thing.</summary>
    private const int Longest = 320;

    /// <summary>Fewer characters after 对 depend on the heading: 对省级企业, 对其他企业.</summary>
    private const int ShortestSubject = 5;

    private static readonly ImmutableArray<(Func<Regex> Pattern, Func<FigureMask, Match, SubjectReading?, AwardFormula?> Read)> Forms =
    [
        (AwardPatterns.Excess, AwardForms.Excess), (AwardPatterns.Increase, AwardForms.Increase),
        (AwardPatterns.Matching, AwardForms.Matching), (AwardPatterns.Tiers, AwardForms.Tiers),
        (AwardPatterns.PerUnit, AwardForms.PerUnit),
        (AwardPatterns.Rate, AwardForms.Rate), (AwardPatterns.RateGiven, AwardForms.Rate), (AwardPatterns.Fixed, AwardForms.Fixed),
    ];

    /// <summary>Whether a sentence speaks of support that is no money given, such as loans and shares.</summary>
    public static bool IsNoMoney(string sentence) => NoMoney().IsMatch(sentence);

    /// <summary>The clause of a sentence; null where a word is left over.</summary>
    public static DraftBlock? Read(SentenceReading sentence)
    {
        if (sentence.Text.Length > Longest || ContinuesAnother(sentence) || NoMoney().IsMatch(sentence.Text))
            return null;
        var mask = FigureMask.Of(sentence.Text);
        foreach (var (pattern, read) in Forms)
        {
            if (pattern().Match(mask.Text) is { Success: true } match && Clause(sentence, mask, match, read) is { } block)
                return block;
        }
        return null;
    }

    /// <summary>
    /// Whether it continues another sentence: a part without 对 after a semicolon, an item of a list with an introduction.
    /// </summary>
    private static bool ContinuesAnother(SentenceReading sentence) =>
        sentence.Article.Lead.Length > 0 || sentence.Sentence.Lead.Contains('：', StringComparison.Ordinal)
        || sentence.Sentence.Lead.Contains(':', StringComparison.Ordinal)
        || (sentence.Sentence.IsPart && !sentence.Text.StartsWith('对')) || Goes().IsMatch(sentence.Text)
        || SideBySide().IsMatch(sentence.Text);

    private static DraftBlock? Clause(SentenceReading sentence, FigureMask mask, Match match,
        Func<FigureMask, Match, SubjectReading?, AwardFormula?> read)
    {
        var subject =
            match.Groups["who"].Success ? SubjectReading.Read(sentence.Text, mask, match.Groups["lead"], match.Groups["who"]) : null;
        var tiers = match.Groups["tier"].Success ? SubjectReading.OfTiers(sentence.Text, mask, match) : null;
        if ((match.Groups["who"].Success && (subject ?? tiers) is null) || read(mask, match, tiers ?? subject) is not { } formula)
            return null;
        subject = tiers ?? subject;
        var own = sentence.Text[(match.Groups["who"].Index + match.Groups["who"].Length)..];
        var terms = TermsReading.Read(mask, match, subject?.RowNoun.Length > 0 && !formula.Counts);
        if (terms is null || (terms.Cap is not null && !formula.MayBeCapped) || (formula.Counts && (terms.Runs || terms.RowNoun.Length > 0))
            || Loan().IsMatch(own) || OtherGift().IsMatch(own))
            return null;
        // One amount for the firm is wrong where it has three of them, unless it grows with them.
        if (subject is { IsMany: true } && !formula.Counts && !(formula.IsLinear && terms.Cap is null && terms.Limits.Count == 0))
            return null;
        var noun = formula.Counts ? "" : subject?.RowNoun is { Length: > 0 } thing ? thing : terms.RowNoun;
        var rows = noun.Length == 0 ? null : sentence.Details.For(sentence.Article.Place, noun);
        return Block(sentence, subject, formula, terms, rows, own, match.Groups["who"].Index == 0);
    }

    private static DraftBlock Block(SentenceReading sentence, SubjectReading? subject, AwardFormula formula, TermsReading terms,
        string? rows, string own, bool isBare)
    {
        var conditions = subject?.Conditions ?? [];
        List<DraftLine> lines = [.. terms.Lines.Where(line => !formula.IsOfYears || line.Keyword != "频次")];
        if (formula.IsOfYears)
            lines.Add(new("频次", "每年"));
        if (rows is not null)
            lines.Add(new("每个", rows));
        lines.AddRange(conditions.Select(static condition => new DraftLine("条件", condition.Expression)));
        lines.AddRange(formula.Lines);
        var isTable = formula.Amount.StartsWith('\n');
        var amount = terms.Cap is { } cap ? $"min({formula.Amount}, {cap})" : formula.Amount;
        lines.Add(new("奖补", (formula.IsCeiling ? "= 核定 最高" : "=") + (isTable ? "" : " ") + amount));
        lines.AddRange(terms.Limits);
        string[] unnamed = subject is null ? [] : !subject.IsNamed ? ["对象和条件原文在别处，补上「条件」"]
            : isBare || subject.Who.Length <= ShortestSubject || LevelOnly().IsMatch(subject.Who)
                ? ["对象只有这几个字，请与标题和上下文核对条件"]
            : [];
        // 一次性 is said of every person or thing; the line would give it to the firm once in all.
        string[] once = formula.Counts && lines.Exists(static line => line is { Keyword: "频次", Content: "一次性" })
            ? ["「一次性」是对每一个的还是对申报主体的：以后又有新的还给不给"]
            : [];
        return new DraftBlock
        {
            Kind = "条款",
            Title = ClauseMaker.TitleOf(subject?.Who ?? "", own, sentence.Article.Heading),
            Quote = [sentence.Text],
            Lines = [.. lines],
            Facts = [.. conditions.Select(condition => condition.Fact with { Table = rows }),
                .. formula.Facts.Select(fact => fact with { Table = fact.Table ?? rows })],
            Notes = [.. formula.IsOfYears ? [] : terms.Notes, .. once, .. unnamed],
            IsWhole = true,
        };
    }

    // 批发业…达到1亿元、餐饮业…达到3000万元的: either may be meant.
    [GeneratedRegex("业[^，,、]{0,20}[0-9][^，,、]{0,10}、[^，,、]{1,12}业[^，,、]{0,20}[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex SideBySide();

    [GeneratedRegex(
        "^(?:新?(?:认定|获评|评定|评为|获得)?的?)?(?:国家级|省级|市级|区级|县级|其他|[特一二三四]等奖|[A-F]类|大型|中型|小型)的?(?:企业"
        + "|单位|项目|平台|机构)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex LevelOnly();

    // Support that is no money given: loans, shares, guarantees, what is paid to the authority.
    [GeneratedRegex(
        "授信|股权(?!市场|交易|投资(?:机构|企业|公司|类?基金))|担保(?!公司|机构)|借款|信贷|保证金|(?<!股权投资|产业投资)基金(?!管理"
            + "|公司)|罚|收取|"
            + "缴纳|缴交"
        + "|注册资本(?!金?(?:在|为|达到?|超过|不低于)?[0-9一二三四五六七八九十])|跟投|参股|入股|免息|融资租赁款|返还|抵扣|抵免"
        + "|减免|减按|两级|共担|分担",
        RegexOptions.CultureInvariant)]
    private static partial Regex NoMoney();

    [GeneratedRegex("贷款(?!贴息|的?实?际?利息|年利息)|融资(?:支持|额度)", RegexOptions.CultureInvariant)]
    private static partial Regex Loan();

    // What is no money for the one whom the sentence is for, or not the sum that is written: 左右, 加倍, 过桥资金, 团队奖励, 安家费.
    [GeneratedRegex("左右|上下|(?<=元)起|等[值额]|[加双翻]倍|翻番|减半|[上下]浮|预[拨付支]|先行|周转|引导(?!其)|过桥|转贷|应急|信贷|资本金"
        + "|投资(?=支持|扶持|资助|奖补|资金)|有偿|额度(?=支持|扶持|补|奖)|贷款贴息(?:支持|补贴|资金)?$|风险补偿"
        + "|团队|个人|高管|院士|人才|员工|职工|[研发新创消费代金服务]券|实物|总(?:额|量)?(?=奖|补|资助|资金)|[差余]额(?=奖|补)|补差|叠加"
        + "|额外|追加|浮动|基础(?=奖|补)|比例(?=奖|补|资)|联合|保底|累计(?=奖|补)|借[资款]|采购|订单|过渡|循环|拨改投|骨干|创始人|安家费"
        + "|津贴|生活补|购房补|住房补|租房补"
        + "|(?<!资金|经费|综合|专项|财政|奖励|补助|补贴|资助|配套|项目|运营|研发|建设|发展|创业|一次性|元|的)(?:支持|扶持)(?=$|，)",
            RegexOptions.CultureInvariant)]
    private static partial Regex OtherGift();

    [GeneratedRegex("^(?:其中|同时|并|且|另|再|此外|上述|以上|前款|根据|按照|经认定|经评|从评定|自评定|达到|超过)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Goes();
}
