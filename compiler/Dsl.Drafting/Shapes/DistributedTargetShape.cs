// 高新技术企业和科技型企业……分别超过1.28万家和8.6万家（其中，中心城区分别超过7110家、46560家，…）: a sentence that sets several totals and
// their shares by area.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed partial class DistributedTargetShape : ISentenceShape
{
    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        var text = sentence.Text;
        if (Targets.TermOf(sentence) is not { } term || Whole().Match(text) is not { Success: true } match)
            return [];
        var figures = FiguresIn(sentence, match.Groups["figures"]);
        var names = Separator().Split(Leading().Replace(match.Groups["names"].Value, "")).Where(static name => name.Length > 1).ToList();
        if (figures.Count < 2 || names.Count != figures.Count)
            return [];
        var parts = PartsOf(sentence, match, figures.Count);
        var blocks = new List<DraftBlock>();
        for (var i = 0; i < figures.Count; i++)
        {
            if (Quantities.TypeOf(figures[i].Figure) is not { } type || Comparison(match, figures[i]) is not { } value)
                return [];
            var place = i;
            var lines = parts.Select(part => (part.Name, Value: Comparison(part.Match, part.Figures[place])))
                .Where(static part => part.Value is not null)
                .Select(static part => new DraftLine("其中", $"{part.Name} : {part.Value}")).ToList();
            blocks.Add(Targets.Make(names[i], [text[..End(text, match)]], term, type, value, lines));
        }
        sentence.Claim(figures.Concat(parts.SelectMany(static part => part.Figures)));
        return blocks;
    }

    private static int End(string text, Match match)
    {
        var close =
            match.Groups["parts"].Success ? match.Index + match.Length : match.Groups["figures"].Index + match.Groups["figures"].Length;
        return Math.Min(text.Length, close);
    }

    private static List<(string Name, Match Match, List<RoleFigure> Figures)> PartsOf(SentenceReading sentence, Match whole, int count)
    {
        var parts = new List<(string, Match, List<RoleFigure>)>();
        if (!whole.Groups["parts"].Success)
            return parts;
        var start = whole.Groups["parts"].Index;
        for (var match = Part().Match(sentence.Text, start);
            match.Success && match.Index < start + whole.Groups["parts"].Length;
            match = match.NextMatch())
        {
            var figures = FiguresIn(sentence, match.Groups["figures"]);
            if (figures.Count == count && Names.Of(match.Groups["name"].Value, "") is { Length: > 1 } name)
                parts.Add((name, match, figures));
        }
        return parts;
    }

    private static List<RoleFigure> FiguresIn(SentenceReading sentence, Group group) =>
        [.. sentence.Figures.Where(figure => figure.Figure.Start >= group.Index && figure.Figure.End <= group.Index + group.Length)];

    /// <summary>The comparison that stands before the first figure is that of all.</summary>
    private static string? Comparison(Match match, RoleFigure figure) => Quantities.Write(figure.Figure) is not { } written ? null
        : match.Groups["word"].Value switch { "超过" or "突破" =>
            $"超过 {written}", "不低于" => $"不低于 {written}", "不少于" => $"不少于 {written}", _ => written };

    [GeneratedRegex(
        "(?<names>[^，。；（）]{4,60}?)(?:在[^，。；（）]{1,40}?上实现[^，。；（）]{1,20})?(?:，)?分别(?<word>超过|突破|达到|不低于|不少于"
        + "|为|达)?(?<figures>[^，。；（）]{2,60})(?<parts>（其中[^（）]{4,400}）)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(
        "(?:其中)?[，：]?(?<name>[^，。；：（）]{2,20}?)分别(?<word>超过|突破|达到|不低于|不少于|为|达)?(?<figures>[^，。；（）]{2,60})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex("^.*，|^全[市区县省]|^(?:力争|到[0-9]{4}年)", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex("[、和及与]", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
