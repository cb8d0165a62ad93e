// The phrases of one sentence as they are read, and the clauses made of them.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;
using Dsl.Drafting.Shapes;

namespace Dsl.Drafting.Phrasing;

/// <summary>What was read of a sentence so far.</summary>
internal sealed partial class SentenceState(SentenceReading sentence, PhraseLine line, string lead, (PhraseSubject Head,
    PhraseSubject Whole) before)
{
    private readonly bool _isAfter = before.Whole.Text.Length > 0;

    private readonly List<(PhraseSubject Subject, PhraseAward Award, PhraseTerms Terms, int Start)> _awards = [];
    private List<Phrase> _open = [];
    private PhraseTerms _ahead = new();
    private (PhraseSubject Head, PhraseSubject Whole) _last = before;
    private (PhraseSubject Head, PhraseSubject Whole)? _bare;
    private readonly YearSpans _years = new();
    private bool _continues;
    private bool _hasAim;

    /// <summary>Whom the last award was for.</summary>
    public (PhraseSubject Head, PhraseSubject Whole) Last => _last;

    /// <summary>Takes the next phrase; false where it is of no kind.</summary>
    public bool Take(Phrase phrase)
    {
        if (_years.Take(line, phrase) is { } isTaken)
            return isTaken;
        if (!_years.IsEmpty && _awards.Count == 0 && !TakeYears(phrase.Start))
            return false;
        if (_awards.Count == 0 && _years.TakeBase(line, phrase))
            return true;
        if (_awards.Count > 0 && _open.Count == 0 && _awards[^1].Terms.Take(line, phrase))
        {
            AskOfOthers(phrase);
            return true;
        }
        if (_awards.Count > 0 && _open.Count == 0
            && SteppedAwards.Further(line, phrase, _awards[^1].Award, _awards[^1].Subject) is { } stepped)
        {
            _awards[^1] = _awards[^1] with { Award = stepped };
            return true;
        }
        if (_bare is not null || PhrasePatterns.Cap.IsMatch(phrase.Text) && (_open.Count > 0 || _awards.Count == 0))
        {
            if (CeilingOf(phrase))
                return true;
            if (_bare is not null || _open.Count == 0 && phrase.Text.AsSpan().IndexOfAny("单每同") == 0)
                return false;
        }
        if (AwardOf(phrase))
            return true;
        if (PhrasePatterns.BareGive.Match(phrase.Text) is { Success: true } bare && !AnyFigure(phrase.Text))
        {
            var words = bare.Groups["pre"].Value;
            _bare = SubjectOf(words.Length > 0 ? [.. _open, new Phrase(phrase.Start, words)] : [.. _open]);
            return _bare is not null && _ahead.TakeAdverbs(line, bare, phrase.Start);
        }
        if (_open.Count == 0 && PhrasePatterns.Aim().IsMatch(phrase.Text) && !OtherGiver().IsMatch(phrase.Text) && _awards.Count == 0
            && !phrase.Text.EndsWith('的'))
            return _hasAim = true;
        if (PhrasePatterns.Beside().IsMatch(phrase.Text))
            return _ahead.Take(line, phrase);
        if (PhrasePatterns.Window.Match(phrase.Text) is { Success: true } window && _awards.Count == 0 && _ahead.Years is null)
        {
            if (window.Groups["since"] is { Success: true } since)
                _ahead.Since = line.Original(phrase.Start, phrase.Start + since.Length);
            return (_ahead.Years = line.Written(window.Groups["years"], phrase.Start)) is not null;
        }
        if (phrase.Text is ['从' or '自', .., '起'])
        {
            _ahead.Since = line.Original(phrase.Start, phrase.End);
            return true;
        }
        if (PhrasePatterns.Judged().IsMatch(phrase.Text) && !phrase.Text.EndsWith('的'))
        {
            _ahead.IsJudged |= !phrase.Text.EndsWith('额') && !PhrasePatterns.Grounds().IsMatch(phrase.Text);
            return true;
        }
        _open.Add(phrase);
        return true;
    }

    /// <summary>同一企业累计不超过100万元 behind two awards: it may be of both.</summary>
    private void AskOfOthers(Phrase phrase)
    {
        if (_awards.Count < 2 || !PhrasePatterns.Cap.IsMatch(phrase.Text))
            return;
        foreach (var (_, _, terms, _) in _awards)
            terms.Notes.Add($"「{Names.Words(line.Original(phrase.Start, phrase.End), 40)}」是只管后面一笔，还是几笔合起来，请核对");
    }

    /// <summary>The award that differs from year to year, once its last year is read.</summary>
    private bool TakeYears(int start)
    {
        if (_years.Award() is not { } award || SubjectOf([.. _open]) is not { } subject)
            return false;
        var terms = _ahead.Copy();
        terms.Notes.AddRange(subject.Whole.Doubts);
        _awards.Add((subject.Whole, award, terms, start));
        (_open, _ahead, _last) = ([], new PhraseTerms { Level = terms.Level }, subject);
        return true;
    }

    /// <summary>The clauses; none where words are left over.</summary>
    public List<DraftBlock> Finish()
    {
        if (!_years.IsEmpty && (_awards.Count == 0 && !TakeYears(line.Text.Length - 1) || _awards.Count != 1))
            return [];
        if (_awards.Count == 0 || _open.Count > 0 || _bare is not null)
            return [];
        foreach (var (place, text) in line.LeftOver)
        {
            if (place > line.PlaceOf(_awards[0].Start) && text.AsSpan().IndexOfAnyInRange('0', '9') >= 0)
                return [];
            _awards[0].Terms.Notes.Add($"「{Names.Words(text, 60)}」没有写成条件");
        }
        var blocks = _awards.Select(Block).OfType<DraftBlock>().ToList();
        return blocks.Count == _awards.Count ? blocks : [];
    }

    /// <summary>最高10万元 as the award itself: behind 给予奖励, or behind whom it is for.</summary>
    private bool CeilingOf(Phrase phrase)
    {
        var terms = new PhraseTerms();
        if (_bare is null && (!phrase.Text.StartsWith('单') || _open.Count == 0 && !_hasAim) || !terms.Take(line, phrase)
            || terms.Ceilings is not [{ IsTotal: false, Facts: [] } ceiling])
            return false;
        if ((_bare ?? SubjectOf([.. _open])) is not { } subject || subject.Whole.Lists > 0)
            return false;
        (_ahead.IsYearly, _ahead.IsJudged) = (_ahead.IsYearly || terms.IsYearly, false);
        _ahead.Notes.AddRange(terms.Notes.Concat(subject.Whole.Doubts));
        _awards.Add((subject.Whole, new PhraseAward(ceiling.Written, true, []) { RowNoun = ceiling.RowNoun }, _ahead, phrase.Start));
        (_open, _ahead, _last, _bare) = ([], new PhraseTerms { Level = _ahead.Level }, subject, null);
        return true;
    }

    private static bool AnyFigure(string text) => text.AsSpan().IndexOfAnyInRange('\uE001', '\uE00A') >= 0;

    private bool AwardOf(Phrase phrase)
    {
        // 其中股改完成奖励30万元: a part of the award before it.
        // A ceiling that was not understood is no award either.
        if (_awards.Count > 0 && (phrase.Text.StartsWith("其中", StringComparison.Ordinal) || _open.Count == 0
            && PhrasePatterns.Cap.IsMatch(phrase.Text)))
            return false;
        foreach (var (match, read) in PhraseAward.Of(line, phrase))
        {
            var words = match.Groups["pre"].Value;
            words = Ends().Replace(words, "");
            var since = Since().Match(words);
            words = words[..^since.Length];
            var first = FirstYears().Match(words);
            words = words[..^first.Length];
            if (match.Groups["tier"].Success)
                words = PhraseCases.WithoutYears(words);
            if (Shared().IsMatch(words) || match.Groups["elliptic"].Success && _awards.Count == 0)
                continue;
            List<Phrase> subjects = words.Length > 0 ? [.. _open, new Phrase(phrase.Start, words)] : [.. _open];
            if (SubjectOf(subjects) is not { } subject || read(subject.Whole) is not { } award
                || subject.Whole.Lists > 0 != award.IsOfFloors)
                continue;
            var terms = _ahead.Copy();
            if (since.Success)
                terms.Since = since.Value;
            if (first.Success && !terms.RunFirst(first.Groups["years"].Value))
                continue;
            if (match.Groups["pay"].Value.Contains("分期", StringComparison.Ordinal))
                terms.Notes.Add("「分期」：分几期、各给多少，还没有写进来");
            if (award.Cap is { } cap)
                terms.Ceilings.Add(new(cap, "", false, false));
            if (!terms.TakeAdverbs(line, match, phrase.Start) || (terms.IsJudged || match.Groups["judge"].Success) && !award.IsCeiling
                && award.Decided is null
                || IsPersonal(match.Groups["pay"].Value, subject.Whole, award) || terms.Since is not null
                && terms.Years is null)
                continue;
            terms.Notes.AddRange(subject.Whole.Doubts);
            if (_continues && (subjects.Count > 0 || _isAfter) && _awards.Count == 0)
                terms.Notes.Add($"这一项接着前一句「{Names.Words(sentence.Sentence.Before, 40)}」，前面的条件是不是都适用，请核对");
            if (_awards.Count > 0 && award.Counts && _awards[^1].Award.Counts && subject.Whole.Thresholds.Length == 0
                && award.Facts[0].Type == _awards[^1].Award.Facts[0].Type && !phrase.Text.StartsWith('对'))
                terms.Notes.Add($"「{Names.Words(subject.Whole.Text, 40)}」与前一类有没有重合、重合的只给哪一份，请核对");
            _awards.Add((subject.Whole, award, terms, phrase.Start));
            (_open, _ahead, _last) = ([], new PhraseTerms { Level = terms.Level }, subject);
            return true;
        }
        return false;
    }

    /// <summary>Whom the next award is for: the phrases in front of it, below those of the award before where they go on from it.</summary>
    private (PhraseSubject Head, PhraseSubject Whole)? SubjectOf(List<Phrase> phrases)
    {
        var isNew = phrases.Count > 0 && phrases[0].Text is ['对' or '凡', ..];
        var goesOn = !isNew && (_awards.Count > 0 || sentence.Sentence.IsPart);
        _continues = goesOn && _awards.Count == 0;
        if (phrases.Count == 0)
            return goesOn && _last.Whole.Text.Length > 0 ? _last : goesOn ? null : (PhraseSubject.Empty, PhraseSubject.Empty);
        if (PhraseSubject.Read(line, phrases, goesOn ? _last.Whole : null) is not { } whole)
            return null;
        var head = phrases.Count == 1 ? PhraseSubject.Empty : PhraseSubject.Read(line, phrases[..^1], null) ?? PhraseSubject.Empty;
        if (!goesOn)
            return (head, whole);
        var isStep = whole.Fact is null && whole.Thresholds.Length > 0
            && whole.Thresholds.All(own => _last.Whole.Thresholds.Any(above => above.Fact.Name == own.Fact.Name));
        return isStep ? (_last.Whole, whole.Below(_last.Whole)) : (_last.Head, whole.Below(_last.Head));
    }

    private DraftBlock? Block((PhraseSubject Subject, PhraseAward Award, PhraseTerms Terms, int Start) read)
    {
        var (subject, award, terms, _) = read;
        var isShared = award.IsToFirm && award.RowNoun.Length == 0 && subject.RowNoun.Length > 0;
        var noun = RowNoun(subject, award, terms, isShared);
        var notes = new List<string>();
        if (noun.Length > 0 && award.Counts)
        {
            if (PhraseUnits.ForEach(award, noun, notes) is not { } one)
                return null;
            award = one;
        }
        if (AwardAmount.Of(award, terms, noun) is not { } capped)
            return null;
        var (amount, limits) = (capped.Amount, capped.Limits);
        if (award.Years > 0)
            terms.RunYears(award.Years);
        if (Monthly(amount, terms) is not { } ofMonths)
            return null;
        amount = ofMonths;
        var rows = noun.Length == 0 ? null : sentence.Details.For(sentence.Article.Place, noun);
        var (frequency, since) = terms.Frequency();
        notes.AddRange(award.Notes.Concat(terms.Notes));
        AskHowOften(subject, award, frequency, isShared, notes);
        List<DraftLine> lines = [];
        if (terms.Level.Length > 0)
            lines.Add(new("资金", terms.Level));
        if (award.Receiver.IndexOfAny(['或', '、', '和', '及']) >= 0)
            notes.Add($"给「{award.Receiver}」：分别给谁，照原文补「受益人」");
        else if (award.Receiver.Length > 0)
            lines.Add(new("受益人", award.Receiver));
        if (frequency is not null)
            lines.Add(frequency);
        if (rows is not null)
            lines.Add(new("每个", rows));
        List<Fact> facts = [.. since is null ? Array.Empty<Fact>() : [since], .. award.Facts, .. capped.Facts];
        AddConditions(subject, lines, facts, notes);
        lines.AddRange(award.Lines.Where(line => !lines.Contains(line)));
        lines.Add(new("奖补", (award.IsCeiling ? "= 核定 最高" : "=") + (amount.StartsWith('\n') ? "" : " ") + amount));
        notes.AddRange(capped.Notes);
        lines.AddRange(limits);
        lines.AddRange(terms.Parts is { } parts ? [new DraftLine("兑付", parts)] : Array.Empty<DraftLine>());
        AddQuestions(subject, notes, rows is null && !award.Counts);
        return new DraftBlock
        {
            Kind = "条款",
            Title = ClauseMaker.TitleOf(subject.Text, line.Original(read.Start, line.Text.Length), sentence.Article.Heading),
            Quote = [sentence.Text],
            Further = [.. subject.Thresholds.Select(static threshold => threshold.Text)
                .Where(words => words.Length > 0 && !sentence.Text.Contains(words, StringComparison.Ordinal))],
            Lines = [.. lines],
            Facts = [.. facts.DistinctBy(static fact => fact.Name).Select(fact => fact with { Table = rows })],
            Notes = [.. notes.Distinct()],
            IsWhole = true,
            Thresholds = subject.Thresholds,
            Limit = further => Limited(read, further),
        };
    }

    /// <summary>What each row of the clause is; empty where it has no rows.</summary>
    private static string RowNoun(PhraseSubject subject, PhraseAward award, PhraseTerms terms, bool isShared)
    {
        var scoped = terms.Ceilings.Select(static ceiling => ceiling.RowNoun).FirstOrDefault(static noun => noun.Length > 0)
            ?? terms.CapsByCase?.RowNoun ?? "";
        // 按面积每平方米15元，单个项目最高60万元: as much for each project.
        return award.Counts && scoped.Length > 0 && award.RowNoun.Length == 0 && PhraseUnits.IsCountedIn(award.Facts, scoped) ? scoped
            : award.Counts || isShared ? ""
            : award.RowNoun.Length > 0 ? award.RowNoun
            : subject.RowNoun.Length > 0 ? subject.RowNoun
            : scoped;
    }

    private static void AskHowOften(PhraseSubject subject, PhraseAward award, DraftLine? frequency, bool isShared, List<string> notes)
    {
        if (isShared)
            notes.Add($"给单位的是一笔，还是每个「{subject.RowNoun}」一笔：每个一笔的写「每个」");
        if (frequency is null)
            notes.Add("频次原文没有写明：一次性、每年，还是每次（不写会有 DSL3016 提醒）");
        if (award.Counts && frequency is { Content: "一次性" })
            notes.Add("「一次性」是对每一个的还是对申报主体的：以后又有新的还给不给");
    }

    /// <summary>The amount where only so many months are paid; null where it counts none.</summary>
    private static string? Monthly(string amount, PhraseTerms terms)
    {
        if (terms.Months is not { } months)
            return amount;
        if (!amount.Contains("补贴月数", StringComparison.Ordinal))
            return null;
        terms.Notes.Add($"「补贴月数」是本年的；一共只补 {months} 的，减去以前年度已补的月数");
        return amount.Replace("补贴月数", $"min(补贴月数, {months})", StringComparison.Ordinal);
    }

    private void AddQuestions(PhraseSubject subject, List<string> notes, bool isOne)
    {
        if (lead.Length > 0)
            notes.Add($"这一项列在「{Names.Words(lead, 60)}」下面，那里的条件也要写进来");
        if (subject.Noun.Length > 0 && !subject.IsFirm && isOne)
            notes.Add($"「{subject.Noun}」一家可能有几个：有的写「每个」，没有的删去这一行");
    }

    /// <summary>The clause with the ceilings of a further sentence; null where that says something else.</summary>
    private DraftBlock? Limited((PhraseSubject Subject, PhraseAward Award, PhraseTerms Terms, int Start) read, string further)
    {
        var (terms, more) = (read.Terms.Copy(), PhraseLine.Of(further));
        if (more.LeftOver.Length > 0 || more.Phrases.Length == 0 || more.Phrases.Any(phrase => !terms.Take(more, phrase)))
            return null;
        return Block(read with { Terms = terms }) is { } block ? block with { Further = block.Further.Add(further) } : null;
    }

    private void AddConditions(PhraseSubject subject, List<DraftLine> lines, List<Fact> facts, List<string> notes)
    {
        if (subject.Fact is { } fact)
        {
            facts.Add(fact);
            lines.Add(new("条件", fact.Name));
        }
        foreach (var threshold in subject.Thresholds)
        {
            facts.Add(threshold.Fact);
            lines.Add(new("条件", threshold.Expression));
        }
        foreach (var excluded in line.Exclusions)
        {
            var name = Names.Of(excluded, "除外情形");
            facts.Add(new Fact(null, name, "是否 认定", ""));
            lines.Add(new("排除", name));
        }
        if (subject.Fact is null && subject.Thresholds.Length == 0 && subject.Lists == 0)
            notes.Add("对象和条件原文在别处，补上「条件」");
    }

    /// <summary>Whether a firm is given what each of its people gets: 对引进院士的企业给予安家费.</summary>
    private static bool IsPersonal(string pay, PhraseSubject subject, PhraseAward award) =>
        subject.RowNoun.Length == 0 && award.RowNoun.Length == 0 && award.Receiver.Length == 0 && !award.Counts && Personal().IsMatch(pay)
        && subject.IsFirm;

    [GeneratedRegex("安家费|津贴|生活补|购房补|住房补|租房补|个人", RegexOptions.CultureInvariant)]
    private static partial Regex Personal();

    [GeneratedRegex("[从自][^,]{2,20}起$", RegexOptions.CultureInvariant)]
    private static partial Regex Since();

    // 前三年给予…: no other years follow, or the sentence was read as years.
    [GeneratedRegex("前(?<years>[一二三四五六七八九两1-9])年内?(?:每年)?$", RegexOptions.CultureInvariant)]
    private static partial Regex FirstYears();

    // 鼓励各镇加大投入: others are to give.
    [GeneratedRegex("(?:鼓励|支持|引导|要求)(?:各|区县|镇|乡|街道|园区|银行|社会资本|保险)|由(?:各|镇|街道|园区)",
        RegexOptions.CultureInvariant)]
    private static partial Regex OtherGiver();

    // What the words in front of an award end with and what says nothing of whom it is for.
    [GeneratedRegex("(?:每[家户](?:企业|单位)?|按照?|给予|予以)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    // Words that share one amount among several.
    [GeneratedRegex("(?:各|均|分别|共|合计|总计|累计|最高|最多|不超过|上限|不高于|至少|最低|[高低大少]于|超过|达到?|突破|[较比][^,]{0,6})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shared();
}
