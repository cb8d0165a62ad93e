// A sentence with a sign for every character of a figure, so that patterns ask for kinds of figures and a digit that no figure took stays
// in the way.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Values.Quantities;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Drafting.Phrases;

/// <summary>A sentence in half width whose figures are signs; places are those of the sentence.</summary>
/// <param name="Text">The words with the signs.</param>
internal sealed partial record FigureMask(string Text, ImmutableArray<OfficialFigure> Figures)
{
    /// <summary>Money, such as 50万元.</summary>
    public const string Money = "\uE001";

    /// <summary>A share, such as 5%.</summary>
    public const string Share = "\uE002";

    /// <summary>A number of years, such as 3年.</summary>
    public const string Years = "\uE003";

    /// <summary>A ratio, such as 1:1.</summary>
    public const string Ratio = "\uE004";

    /// <summary>Money for each of something, such as 2万元/件.</summary>
    public const string Price = "\uE005";

    /// <summary>Money for each year, such as 100万元/年.</summary>
    public const string MoneyOfYear = "\uE006";

    /// <summary>A number of things that the language counts, such as 50人.</summary>
    public const string Count = "\uE007";

    /// <summary>A figure that nothing is drafted from: another currency, a unit that the language lacks, 10余万元.</summary>
    public const string Other = "\uE008";

    /// <summary>A day, a year, a month, a number of times.</summary>
    public const string Date = "\uE009";

    /// <summary>Money of another country, such as 100万美元.</summary>
    public const string Foreign = "\uE00A";

    /// <summary>Any figure, and digits that are none.</summary>
    public const string AnyFigure = "\uE001-\uE00A0-9";

    public static FigureMask Of(string sentence)
    {
        var folded = WidthFolding.Fold(sentence);
        var figures = WithUnits(OfficialFigures.Read(sentence), folded);
        var masked = folded.ToCharArray();
        foreach (var figure in figures.Where(figure => !figure.IsBare && !IsOrdinal(figure, folded) && !IsClass(figure, folded)))
            masked.AsSpan(figure.Start, figure.Length).Fill(SignOf(figure, sentence.Substring(figure.Start, figure.Length))[0]);
        return new(new string(masked), figures);
    }

    /// <summary>The figures within a span.</summary>
    public IEnumerable<OfficialFigure> In(int start, int length) =>
        Figures.Where(figure => figure.Start >= start && figure.End <= start + length);

    /// <summary>The figure that begins at a place.</summary>
    public OfficialFigure At(int start) => Figures.First(figure => figure.Start == start);

    /// <summary>
    /// 1亿至2亿元, 100万—500万美元, 30万、20万、10万元: a figure without a unit has that of the one behind it, and in a range (5—10万元)
    /// its scale too where it has none.
    /// </summary>
    private static ImmutableArray<OfficialFigure> WithUnits(ImmutableArray<OfficialFigure> figures, string folded)
    {
        var read = figures.ToBuilder();
        for (var i = read.Count - 2; i >= 0; i--)
        {
            if (read[i] is not { Kind: FigureKind.Quantity, Unit: "", PerUnit: "" } bare
                || read[i + 1] is not { Kind: FigureKind.Quantity, Unit.Length: > 0 } next
                || !(bare.IsBare ? Until() : Joint()).IsMatch(folded.AsSpan()[bare.End..next.Start]))
                continue;
            var with = bare with { Unit = next.Unit, PerUnit = next.PerUnit, PerScale = next.PerScale };
            if (!bare.IsBare)
                read[i] = with;
            else if (bare.Value * next.Scale is var scaled && scaled < next.Value)
                read[i] = with with { Value = scaled, Scale = next.Scale };
        }
        return read.ToImmutable();
    }

    /// <summary>第1年, 前3年, 后2年: which year, or some of the years, is no length of time.</summary>
    private static bool IsOrdinal(OfficialFigure figure, string folded) =>
        figure is { Kind: FigureKind.Quantity, Unit: "年", PerUnit: "" } && figure.Start > 0
            && folded[figure.Start - 1] is '第' or '前' or '后';

    /// <summary>1类新药: of which class something is, is no amount.</summary>
    private static bool IsClass(OfficialFigure figure, string folded) =>
        figure is { Kind: FigureKind.Quantity, Unit: "类", PerUnit: "" } && figure.Value <= 9
            && (figure.Start == 0 || folded[figure.Start - 1] is not ('增' or '少' or '于' or '到' or '满' or '过'));

    [GeneratedRegex("^(?:—+|[-–~至到、和])$", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex("^(?:—+|[-–~至到])$", RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    private static bool IsPrice(string perUnit) => Units.Find(perUnit) is { } unit
        ? unit.Name is not ("元" or "月" or "天")
        : perUnit.Split('/') is { Length: > 1 } several && several.All(static word => Units.Find(word) is not null);

    private static string SignOf(OfficialFigure figure, string written)
    {
        if (figure.Kind is FigureKind.Date or FigureKind.Year || figure.Unit is "月" or "天" or "次" or "工作日")
            return Date;
        if (written.Contains('余', StringComparison.Ordinal) || written.Contains('多', StringComparison.Ordinal)
            || Quantities.Write(figure) is null)
            return Other;
        return figure switch
        {
            { Kind: FigureKind.Percent } => written.Contains('点', StringComparison.Ordinal) ? Other : Share,
            { Kind: FigureKind.Ratio } => Ratio,
            { Kind: FigureKind.Quantity, Unit: "元", PerUnit: "" } => Money,
            { Kind: FigureKind.Quantity, Unit: "元", PerUnit: "年", PerScale: "" } => MoneyOfYear,
            { Kind: FigureKind.Quantity, Unit: "元", PerScale: "" }
                when IsPrice(figure.PerUnit) =>
                Price,
            { Kind: FigureKind.Quantity, PerUnit: "" }
                when figure.Unit != "元" && Units.Find(figure.Unit) is { Kind: UnitKind.Money } => Foreign,
            { Kind: FigureKind.Quantity, Unit: "年", PerUnit: "" } => Years,
            { Kind: FigureKind.Quantity, PerUnit: "" }
                when figure.Unit != "倍" && Units.Find(figure.Unit) is { Kind: not UnitKind.Money } unit && unit != Units.YearsOfAge =>
                Count,
            _ => Other,
        };
    }
}
