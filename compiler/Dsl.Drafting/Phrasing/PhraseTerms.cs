// What phrases besides the award say: ceilings, how often and how long, what for.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Drafting.Phrasing;

/// <summary>A ceiling.</summary>
/// <param name="Written">The amount.</param>
/// <param name="RowNoun">The thing that it is for, such as 项目; empty for none.</param>
/// <param name="IsOfFirm">Whether it says that it is for a firm.</param>
/// <param name="IsTotal">Whether it is for all years together.</param>
internal sealed record Ceiling(string Written, string RowNoun, bool IsOfFirm, bool IsTotal)
{
    /// <summary>The facts that it computes with.</summary>
    public ImmutableArray<Fact> Facts { get; init; } = [];

    /// <summary>The words of the document.</summary>
    public string Text { get; init; } = "";
}

/// <summary>The terms of one award, collected phrase by phrase.</summary>
internal sealed partial class PhraseTerms
{
    public List<Ceiling> Ceilings { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>Other figures for some.</summary>
    public List<Raise> Raises { get; } = [];

    /// <summary>Ceilings for some, each with the fact that says who.</summary>
    public List<(Fact Fact, string Cap)> CapsByFact { get; } = [];

    /// <summary>How many count at most.</summary>
    public List<(string Unit, string Written, string Text)> Counts { get; } = [];

    /// <summary>Ceilings by case; null for none.</summary>
    public (ImmutableArray<string> Caps, PhraseCases? Cases, string RowNoun)? CapsByCase { get; set; }

    /// <summary>In which parts it is paid, as 兑付 writes it; null where the document does not say.</summary>
    public string? Parts { get; set; }

    /// <summary>How many years it is given, such as 3年.</summary>
    public string? Years { get; set; }

    /// <summary>How many months it is given, such as 6个月.</summary>
    public string? Months { get; set; }

    /// <summary>From when on: the words of 从入选之年起.</summary>
    public string? Since { get; set; }

    public bool IsOnce { get; set; }

    public bool IsYearly { get; set; }

    public string Level { get; set; } = "";

    /// <summary>Whether an authority judges how much.</summary>
    public bool IsJudged { get; set; }

    public PhraseTerms Copy()
    {
        var copy = new PhraseTerms { Years = Years, Months = Months, Since = Since, IsOnce = IsOnce, IsYearly = IsYearly,
            Level = Level, IsJudged = IsJudged, CapsByCase = CapsByCase, Parts = Parts };
        copy.Ceilings.AddRange(Ceilings);
        copy.Notes.AddRange(Notes);
        copy.Raises.AddRange(Raises);
        copy.CapsByFact.AddRange(CapsByFact);
        copy.Counts.AddRange(Counts);
        return copy;
    }

    /// <summary>Takes a phrase that says a term; false where it says something else.</summary>
    public bool Take(PhraseLine line, Phrase phrase)
    {
        if (PhrasePatterns.Cap.Match(phrase.Text) is { Success: true } cap)
            return TakeCeiling(line, phrase, cap);
        if (PhrasePatterns.Period.Match(phrase.Text) is { Success: true } period)
        {
            if (period.Groups["months"] is not { Success: true } months)
                return (Years = line.Written(period.Groups["years"], phrase.Start)) is not null;
            Months = line.FigureAt(phrase.Start + months.Index, months.Length) is { Unit: "月", Kind: FigureKind.Quantity }
                ? line.Written(months, phrase.Start) : null;
            return Months is not null;
        }
        if (PhrasePatterns.Once().IsMatch(phrase.Text))
            return IsOnce = true;
        if (PhrasePatterns.Purpose().IsMatch(phrase.Text) || Effect().IsMatch(phrase.Text) || PhraseLimits.IsRest(phrase.Text)
            || TakeCase(line, phrase))
            return true;
        if (Parts is null && PhrasePayout.Of(line, phrase) is { } parts)
        {
            Parts = parts;
            if (!parts.StartsWith("次年", StringComparison.Ordinal))
                Notes.Add($"「{Names.Words(line.Original(phrase.Start, phrase.End), 60)}」从当年起还是从次年起，请核对「兑付」");
            return true;
        }
        if (NoDuplicate().IsMatch(phrase.Text) || Details().IsMatch(phrase.Text) || PhrasePatterns.Beside().IsMatch(phrase.Text)
            || PhraseLimits.IsAside(phrase.Text))
        {
            Notes.Add($"「{Names.Words(line.Original(phrase.Start, phrase.End), 60)}」还没有写进来");
            return true;
        }
        return false;
    }

    /// <summary>Takes what the words around the verb say; false where they contradict one another.</summary>
    public bool TakeAdverbs(PhraseLine line, Match match, int offset)
    {
        foreach (var often in match.Groups["often"].Captures.Select(static capture => capture.Value))
            (IsOnce, IsYearly) = (IsOnce || often == "一次性", IsYearly || often == "每年");
        if (match.Groups["years"] is { Success: true } years && Years is null && (Years = line.Written(years, offset)) is null)
            return false;
        if (match.Groups["level"].Success)
            Level = match.Groups["level"].Value + "级";
        if (match.Groups["more"].Success)
            Notes.Add("「再」「另」：与前面的一笔都给，条件是不是也要满足前面的，请核对");
        return !(IsOnce && (IsYearly || Years is not null));
    }

    /// <summary>Sets the years of 前三年; false where other years are said.</summary>
    public bool RunFirst(string years)
    {
        if (Years is not null)
            return false;
        RunYears(YearSpans.Number(years));
        return true;
    }

    /// <summary>Sets the years of an award that differs from year to year, which needs to know when they begin.</summary>
    public void RunYears(int years)
    {
        Years = $"{years}年";
        if (Since is not null)
            return;
        Since = "起算之日起";
        Notes.Add("从哪一天起算，原文没有写明：「起算日期」");
    }

    /// <summary>The line 频次; null where the document does not say how often.</summary>
    public (DraftLine? Line, Fact? Fact) Frequency()
    {
        if (Years is { } years)
        {
            if (Since is not { } since)
                return (new("频次", $"每年 最多 {years}"), null);
            if (since.Contains("之日", StringComparison.Ordinal))
                Notes.Add($"「{since}」按年度算：从这一天所在的年度起");
            var name = Names.Of(SinceWords().Replace(since, ""), "起始") + "日期";
            return (new("频次", $"每年 自 {name} {(since.Contains('次') ? "次年起" : "当年起")} 连续 {years}"), new Fact(null, name,
                "日期", "原文：" + since));
        }
        return IsYearly ? (new("频次", "每年"), null) : IsOnce ? (new("频次", "一次性"), null) : (null, null);
    }

    /// <summary>Takes a phrase that says something of some of them only, or of how many count.</summary>
    private bool TakeCase(PhraseLine line, Phrase phrase)
    {
        if (PhraseLimits.RaiseOf(line, phrase) is var (raise, isPartial))
        {
            Raises.Add(raise);
            if (isPartial && raise.IsShare)
                Notes.Add($"「{Names.Words(line.Original(phrase.Start, phrase.End), 60)}」：是整笔按这个比例，还是只有那一部分，请核对");
            return true;
        }
        if (PhraseLimits.PriceOf(line, phrase) is { } price)
        {
            Ceilings.Add(price);
            return true;
        }
        if (CapsByCase is null && PhraseLimits.CapsOf(line, phrase) is { } caps)
        {
            CapsByCase = caps;
            return true;
        }
        if (PhraseLimits.CountOf(line, phrase) is { } count)
        {
            Counts.Add(count);
            return true;
        }
        if (PhraseLimits.CapOf(line, phrase) is not { } cap)
            return false;
        CapsByFact.Add(cap);
        return true;
    }

    private bool TakeCeiling(PhraseLine line, Phrase phrase, Match match)
    {
        if (line.Written(match.Groups["cap"], phrase.Start) is not { } written)
            return false;
        var (unit, noun) = (match.Groups["scopeunit"].Value, match.Groups["scopenoun"].Value);
        var isFirm = match.Groups["scope"].Success && (unit is "家" or "户" || Firms().IsMatch(noun));
        if (match.Groups["scope"].Success && !isFirm && noun.Length == 0 && unit.Length == 0 || Whole().IsMatch(phrase.Text))
            return false;
        ImmutableArray<Fact> facts = [];
        var counted = unit.Length > 0 && noun.Length == 0 ? unit : noun;
        if (match.Groups["scope"].Success && !isFirm && (Units.Find(counted)?.Kind == UnitKind.Measure
            || counted is "立方米" or "标箱" or "人次"))
        {
            // 每亩最高不超过1500元: as many times as there are.
            if (match.Groups["monthly"].Success || PhraseUnits.Times(written, [counted], "", PhraseSubject.Empty) is not { } times)
                return false;
            (written, facts, unit, noun) = (times.Amount, times.Facts, "", "");
        }
        else if (match.Groups["monthly"].Success)
        {
            (written, facts) = ($"{written}/月 * {PhraseUnits.Months.Name}", [PhraseUnits.Months]);
        }
        var row = !match.Groups["scope"].Success || isFirm ? "" : noun.Length > 0 ? noun : unit is "项" or "个" ? "项目"
            : PhraseUnits.IsPerson(unit) ? "人员" : unit.Length == 0 ? ""
            : unit == "套" && line.Text.Contains('房', StringComparison.Ordinal) ? "房屋"
            : PhraseUnits.RowsOf(unit, "", PhraseSubject.Empty) ?? unit;
        if (phrase.Text.Contains("原则上", StringComparison.Ordinal))
            Notes.Add("原文是「原则上」，照上限写了");
        IsYearly |= match.Groups["period"].Value.Contains("年度", StringComparison.Ordinal)
            || match.Groups["period"].Value.StartsWith("全年", StringComparison.Ordinal)
            || match.Groups["period"].Value.StartsWith("每年", StringComparison.Ordinal);
        Ceilings.Add(new(written, row, isFirm, match.Groups["total"].Success && !match.Groups["period"].Value.StartsWith("每年",
            StringComparison.Ordinal))
        {
            Facts = facts, Text = line.Original(phrase.Start, phrase.End)
        });
        return true;
    }

    [GeneratedRegex("企业|单位|机构|主体|公司|平台|园区|基地|载体|孵化器|空间|中心|协会|商会|高校|申报人|车间|工厂|合作社|旅行社|景区|酒"
        + "店|农户|经营者|[举主承运]办?[办营]方|组织|消费者", RegexOptions.CultureInvariant)]
    private static partial Regex Firms();

    // 同一企业每年享受本办法扶持资金合计不超过…: a ceiling over all awards of the document.
    [GeneratedRegex("本(?:办法|细则|措施|政策|意见|规定|通知)|各项|所有", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex("^(?:且)?(?:(?:不|不得|不可)重复(?:享受|奖励|申报|补贴)|就高不重复|(?:按|遵循)?从?就?高不重复(?:原则|享受)*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex NoDuplicate();

    // 推动快递统仓统配: what the award is to bring about.
    [GeneratedRegex("^(?:推动|促进|带动)(?!的)" + PhraseWords.Plain + "{2,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Effect();

    [GeneratedRegex("^(?:具体(?:标准|办法|细则|按|由|补贴|奖励|金额)|最终以)" + PhraseWords.Plain + "*$", RegexOptions.CultureInvariant)]
    private static partial Regex Details();

    [GeneratedRegex("^[从自]|(?:的)?(?:次年|当年|之年|之日|当月|年度|年)?(?:度)?(?:开始)?(?:起|起算)$", RegexOptions.CultureInvariant)]
    private static partial Regex SinceWords();
}
