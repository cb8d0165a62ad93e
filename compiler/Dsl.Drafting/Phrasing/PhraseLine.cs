// A sentence with signs for its figures, without what only explains, cut at its commas; places lead back to the sentence.
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Dsl.Drafting.Phrases;
using Dsl.Values.Quantities;

namespace Dsl.Drafting.Phrasing;

/// <summary>A phrase: what stands between two commas.</summary>
internal readonly record struct Phrase(int Start, string Text)
{
    public int End => Start + Text.Length;
}

/// <summary>A sentence to be read phrase by phrase.</summary>
internal sealed partial class PhraseLine
{
    private readonly string _sentence;
    private readonly FigureMask _mask;
    private readonly ImmutableArray<int> _map;

    private PhraseLine(string sentence, FigureMask mask, string text, ImmutableArray<int> map)
    {
        (_sentence, _mask, Text, _map) = (sentence, mask, text, map);
        var start = 0;
        var phrases = ImmutableArray.CreateBuilder<Phrase>();
        foreach (var phrase in text.Split(','))
        {
            if (phrase.Length > 0)
                phrases.Add(new(start, phrase));
            start += phrase.Length + 1;
        }
        Phrases = phrases.ToImmutable();
    }

    /// <summary>The words with signs for figures, without brackets.</summary>
    public string Text { get; }

    public ImmutableArray<Phrase> Phrases { get; }

    /// <summary>Who is excluded by words in brackets: （房地产项目除外）.</summary>
    public ImmutableArray<string> Exclusions { get; private init; } = [];

    /// <summary>Brackets that say something which is not read, with their places in the sentence.</summary>
    public ImmutableArray<(int Place, string Text)> LeftOver { get; private init; } = [];

    /// <summary>Reads a sentence.</summary>
    public static PhraseLine Of(string sentence)
    {
        var mask = FigureMask.Of(sentence);
        var (exclusions, leftOver, drop) = (new List<string>(), new List<(int, string)>(), new bool[sentence.Length]);
        foreach (Match bracket in Bracket().Matches(mask.Text))
        {
            if (Inclusive().IsMatch(bracket.Value))
                continue;
            drop.AsSpan(bracket.Index, bracket.Length).Fill(true);
            if (Exclusion().Match(bracket.Value) is { Success: true } out_)
                exclusions.Add(out_.Groups["who"].Value);
            else if (AnyFigure().IsMatch(bracket.Value) || Restricting().IsMatch(bracket.Value))
                leftOver.Add((bracket.Index, sentence.Substring(bracket.Index, bracket.Length)));
        }
        foreach (Match prize in Prizes().Matches(mask.Text))
        {
            drop.AsSpan(prize.Index, prize.Length).Fill(true);
            leftOver.Add((prize.Index, sentence.Substring(prize.Index, prize.Length)));
        }
        foreach (Match words in Dropped().Matches(mask.Text))
            drop.AsSpan(words.Index, words.Length).Fill(true);
        var (text, map) = (new StringBuilder(), ImmutableArray.CreateBuilder<int>());
        for (var i = 0; i < mask.Text.Length; i++)
        {
            if (drop[i] || mask.Text[i] == ' ')
                continue;
            var isCut = mask.Text[i] == ':' && i + 1 < mask.Text.Length && mask.Text[i + 1] == '对' || mask.Text[i] == '、'
                && NextYears().IsMatch(mask.Text, i + 1);
            text.Append(isCut ? ',' : mask.Text[i]);
            map.Add(i);
        }
        var (joined, places) = Joined(text.ToString(), map.ToImmutable());
        return new(sentence, mask, joined, places) { Exclusions = [.. exclusions], LeftOver = [.. leftOver] };
    }

    /// <summary>The words of the sentence between two places of <see cref="Text"/>, brackets within them included.</summary>
    public string Original(int start, int end) => start >= end ? "" : _sentence[_map[start]..(_map[end - 1] + 1)];

    /// <summary>The place in the sentence of a place in <see cref="Text"/>.</summary>
    public int PlaceOf(int place) => _map[place];

    /// <summary>The figure of a run of signs; null where the run holds two of them side by side.</summary>
    public OfficialFigure? FigureAt(int start, int length) =>
        _mask.Figures.FirstOrDefault(figure => figure.Start == _map[start]) is { } found && found.Length == length ? found : null;

    /// <summary>A figure as the language writes it; null where it has no such figure.</summary>
    public string? Written(Capture capture, int offset) =>
        FigureAt(offset + capture.Index, capture.Length) is { } figure ? Quantities.Write(figure) : null;

    /// <summary>按投资额的10%，给予补助 is one phrase, and so is 每引进1家，给予1万元.</summary>
    private static (string Text, ImmutableArray<int> Map) Joined(string text, ImmutableArray<int> map)
    {
        foreach (var match in Comma.Matches(text).Reverse())
        {
            text = text.Remove(match.Index, 1);
            map = map.RemoveAt(match.Index);
        }
        return (text, map);
    }

    // 前两年按70%、第三年按50%给予补贴
    [GeneratedRegex("\\G(?:第[一二三四五六1-9]年|后[一二三四五两1-9]年)(?:按|每年|奖|补|给)", RegexOptions.CultureInvariant)]
    private static partial Regex NextYears();

    [GeneratedRegex("\\([^()]*\\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracket();

    [GeneratedRegex("^" + PhraseWords.Including + "$", RegexOptions.CultureInvariant)]
    private static partial Regex Inclusive();

    [GeneratedRegex("^\\((?<who>[^" + FigureMask.AnyFigure + ",;]{2,20})除外\\)$|^\\(不(?:含|包括)(?<who>[^" + FigureMask.AnyFigure
        + ",;]{2,20})\\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Exclusion();

    [GeneratedRegex("[" + FigureMask.AnyFigure + "]", RegexOptions.CultureInvariant)]
    private static partial Regex AnyFigure();

    [GeneratedRegex("不|未|非|除|仅|限|减|只", RegexOptions.CultureInvariant)]
    private static partial Regex Restricting();

    // 一等奖1名: how many there are.
    [GeneratedRegex("(?<=等奖|金奖|银奖|铜奖)各?[" + FigureMask.Count + "]+", RegexOptions.CultureInvariant)]
    private static partial Regex Prizes();

    // Words that say nothing here: the currency of the country, what leads on.
    [GeneratedRegex("(?:折合|折算成?|以)?人民币(?!计)|^[0-9][.、](?![0-9])|^(?:补贴|补助|奖励|扶持|支持|资助)(?:标准|方式|金额|额度):"
        + "|^(?:同时|此外|另外)[,、]|(?<=[,;])(?:同时|此外)[,、]", RegexOptions.CultureInvariant)]
    private static partial Regex Dropped();

    private static Regex Comma { get; } = new("(?<=[" + FigureMask.Share + "](?:的?(?:比例|标准|额度))?),(?=" + PhraseWords.Lead
        + "(?:给予|予以|进行|补贴|补助"
        + "|奖励))"
        + "|(?<=每[^,]{0,14}?(?:[" + FigureMask.Count + "]+|一(?:[家人名个项件户场套台]|次(?!性)))[^,]{0,50}),(?=" + PhraseWords.Lead
        + PhraseWords.Give + ")"
        + "|(?<=每(?:增加|增长|新增|满)?(?<sign>[" + FigureMask.Money + FigureMask.Count + FigureMask.Foreign + "])\\k<sign>*的?),(?="
        + PhraseWords.Lead + PhraseWords.Give + ")|(?<=部分),(?=" + PhraseWords.Lead + "(?:按|给予|每))"
        + "|(?<=(?:贷款|留成|留存|费用?|租金|税款|支出|投入|投资额?)),(?=" + PhraseWords.Lead + "按照?[" + FigureMask.Share
        + "]+(?:的?比例)?(?:给予|予以|奖|补))", RegexOptions.CultureInvariant);
}
