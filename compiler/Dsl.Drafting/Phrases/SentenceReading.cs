// A sentence with everything that shapes need: its article, its figures and which of them are used, its addressees.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Structure;

namespace Dsl.Drafting.Phrases;

/// <summary>A sentence of an article.</summary>
internal sealed partial class SentenceReading
{
    private readonly HashSet<int> _claimed = [];

    public SentenceReading(Article article, Sentence sentence, DetailNames details)
    {
        Article = article;
        Sentence = sentence;
        Details = details;
        Figures = FigureRoles.Read(sentence.Text);
    }

    /// <summary>The article that it stands in.</summary>
    public Article Article { get; }

    public Sentence Sentence { get; }

    public string Text => Sentence.Text;

    /// <summary>Names of 明细.</summary>
    public DetailNames Details { get; }

    public ImmutableArray<RoleFigure> Figures { get; }

    /// <summary>The figures that no shape has used yet.</summary>
    public IEnumerable<RoleFigure> Open => Figures.Where(figure => !_claimed.Contains(figure.Figure.Start));

    /// <summary>Uses up figures.</summary>
    public void Claim(params IEnumerable<RoleFigure> figures) => _claimed.UnionWith(figures.Select(static figure => figure.Figure.Start));

    /// <summary>Whether it goes on with what the words before it speak of: 经认定后，…; 从评定次年起，….</summary>
    public bool GoesOn =>
        Continuing().IsMatch(Text)
        || (Sentence.IsPart && Sentence.Before.Length > 0 && !Text.StartsWith('对') && !Text.Contains("，对", StringComparison.Ordinal));

    /// <summary>Whether the words up to a place say plainly who gets something: 对…, 将…纳入, 推荐…进入.</summary>
    public bool NamesSubject(int end) =>
        Subjects().IsMatch(Text[..Math.Clamp(end, 0, Text.Length)]) || Chosen().IsMatch(Text)
        || (GoesOn && Subjects().IsMatch(Sentence.Before));

    /// <summary>Where the words end that say who gets something; 0 where they do not stand before a comma.</summary>
    public int SubjectEnd
    {
        get
        {
            var places = Subjects().Matches(Text);
            return places.Count == 0 ? 0 : Math.Max(0, Text.IndexOf('，', places[^1].Index));
        }
    }

    /// <summary>The words up to a place that say who gets something: from the last 对 on, up to the next comma.</summary>
    public string SubjectBefore(int end)
    {
        var words = Text[..Math.Clamp(end, 0, Text.Length)];
        var places = Subjects().Matches(words);
        if (places.Count > 0)
        {
            var subject = words[places[^1].Index..];
            var comma = subject.IndexOf('，');
            var alone = comma > 0 ? subject[..comma] : subject;
            return alone.Length > 6 ? alone : words;
        }
        if (Chosen().Match(Text) is { Success: true } chosen)
            return chosen.Groups["who"].Value;
        if (GoesOn && Sentence.Before.Length > 0)
        {
            var before = Sentence.Before;
            var inherited = Subjects().Matches(before);
            var from = inherited.Count > 0 ? inherited[^1].Index : 0;
            var comma = inherited.Count > 0 ? before.IndexOf('，', from) : -1;
            return before[from..(comma > from ? comma : before.Length)];
        }
        return words;
    }

    [GeneratedRegex("^(?:经[^，]{0,6}(?:认定|评定|评审|审核)后?|从评定|自评定|根据|按照|给予|同时)", RegexOptions.CultureInvariant)]
    private static partial Regex Continuing();

    // 将达标企业及时纳入, 遴选优质企业进入, 选择一批…的企业，纳入
    [GeneratedRegex("(?:将|推荐|遴选|选择)(?:一批)?(?<who>[^。；]{2,40}?)，?(?:及时|优先)?(?:纳入|列入|进入)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Chosen();

    [GeneratedRegex("(?<=^|[，；、。])对于?(?!接|口|应|标|照)|对(?=[^，。；对]{2,16}(?:给予|予以|进行))", RegexOptions.CultureInvariant)]
    private static partial Regex Subjects();
}
