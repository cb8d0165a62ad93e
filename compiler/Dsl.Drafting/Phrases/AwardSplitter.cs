// Groups the figures of a sentence into awards: 按20%给予补贴、最高30万元 is one, 一次性…最高50万元，并…每次…最高20万元 are two.
using System.Collections.Immutable;

namespace Dsl.Drafting.Phrases;

/// <summary>Splits sentences into awards.</summary>
internal static class AwardSplitter
{
    private static readonly string[] Openings =
        ["一次性", "给予", "予以", "按照", "按", "落实", "每年", "每次", "分别", "安排", "最高", "奖励", "补助", "资助", "奖补", "补贴"];

    /// <summary>The awards in the order of their places; none where nothing is paid.</summary>
    public static ImmutableArray<Award> Split(string sentence, IReadOnlyList<RoleFigure> figures)
    {
        var groups = Group(sentence, figures);
        if (groups.Count == 0)
            return [];
        var starts = new List<int> { FirstStart(sentence, groups[0][0].Figure.Start) };
        for (var i = 1; i < groups.Count; i++)
            starts.Add(Boundary(sentence, groups[i - 1][^1].Figure.End, groups[i][0].Figure.Start));
        var awards = ImmutableArray.CreateBuilder<Award>();
        for (var i = 0; i < groups.Count; i++)
        {
            var end = i + 1 < groups.Count ? starts[i + 1] : LastEnd(sentence, groups[i][^1].Figure.End);
            awards.Add(new(starts[i], end, [.. groups[i]]));
        }
        return awards.ToImmutable();
    }

    private static List<List<RoleFigure>> Group(string sentence, IReadOnlyList<RoleFigure> figures)
    {
        var groups = new List<List<RoleFigure>>();
        foreach (var figure in figures)
        {
            if (figure.OpensAward && (groups.Count == 0 || !Joins(sentence, groups[^1], figure)))
                groups.Add([figure]);
            else if (groups.Count > 0)
                groups[^1].Add(figure);
        }
        return groups;
    }

    /// <summary>Whether a figure says more of the award that is open.</summary>
    private static bool Joins(string sentence, List<RoleFigure> open, RoleFigure figure)
    {
        bool Has(params ReadOnlySpan<FigureRole> roles)
        {
            foreach (var role in roles)
            {
                if (open.Exists(other => other.Role == role))
                    return true;
            }
            return false;
        }

        var between = sentence[open[^1].Figure.End..figure.Figure.Start];
        if (between.Contains('并') && !between.Contains("最高", StringComparison.Ordinal))
            return false;
        return figure.Role switch
        {
            FigureRole.SubjectCap => true,
            FigureRole.Cap when Has(FigureRole.Rate, FigureRole.RateCap, FigureRole.Ratio, FigureRole.Amount) => !Has(FigureRole.Cap),
            FigureRole.Rate or FigureRole.RateCap => open.TrueForAll(static other => other.Role == FigureRole.Excess),
            _ => false,
        };
    }

    /// <summary>Where the words of the first award begin: behind the comma before it, else at the word that opens it.</summary>
    private static int FirstStart(string sentence, int figure)
    {
        var comma = sentence.LastIndexOf('，', Math.Max(0, figure - 1)) + 1;
        if (comma > 0 && sentence[comma] != '对')
            return comma;
        return Openings.Select(word => sentence.IndexOf(word, Math.Min(comma + 3, sentence.Length), StringComparison.Ordinal)).Where(place => place >= 0 && place < figure).DefaultIfEmpty(comma).Min();
    }

    private static int Boundary(string sentence, int from, int to)
    {
        var place = sentence.AsSpan(from, to - from).IndexOfAny("，、；并和");
        if (place < 0)
            return to;
        return from + place + (sentence[from + place] is '并' or '和' ? 0 : 1);
    }

    /// <summary>The words behind the last figure up to the next comma.</summary>
    private static int LastEnd(string sentence, int figure)
    {
        var comma = sentence.IndexOf('，', figure);
        return comma < 0 ? sentence.Length : comma;
    }
}
