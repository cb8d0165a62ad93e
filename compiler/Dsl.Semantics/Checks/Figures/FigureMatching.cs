// When a figure of a clause and a figure of the document say the same, and when one is the other with 万 or % forgotten.
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks.Figures;

/// <summary>Comparisons between figures.</summary>
public static class FigureMatching
{
    /// <summary>Factors that a forgotten or doubled word makes, with the words.</summary>
    private static readonly (Rational Factor, string Name)[] Slips =
    [
        (10_000, "一万倍"), (new(1, 10_000), "一万分之一"), (100_000_000, "一亿倍"), (new(1, 100_000_000), "一亿分之一"),
        (100, "一百倍"), (new(1, 100), "百分之一"), (10, "十倍"), (new(1, 10), "十分之一"),
    ];

    private static readonly string[] PeopleWords = ["人", "名"];

    /// <summary>Whether both say the same.</summary>
    public static bool Same(OfficialFigure left, OfficialFigure right) => (left.Kind, right.Kind) switch
    {
        (FigureKind.Date, FigureKind.Date) or (FigureKind.Year, FigureKind.Year) => left.Value == right.Value,
        (FigureKind.Date, FigureKind.Year) => YearOf(left) == right.Value,
        (FigureKind.Year, FigureKind.Date) => YearOf(right) == left.Value,
        (FigureKind.Date or FigureKind.Year, _) or (_, FigureKind.Date or FigureKind.Year) => false,
        (FigureKind.Ratio, FigureKind.Ratio) => IsProportional(left, right),
        (FigureKind.Ratio, _) => IsPartOf(right.Value, left),
        (_, FigureKind.Ratio) => IsPartOf(left.Value, right),
        _ => InParts(left) == InParts(right) && UnitsAgree(left.Unit, right.Unit),
    };

    /// <summary>Keys of a figure: two figures say the same only where they share one.</summary>
    public static IEnumerable<(FigureKey Key, Rational Value)> KeysOf(OfficialFigure figure)
    {
        switch (figure.Kind)
        {
            case FigureKind.Date:
                return [(FigureKey.Year, YearOf(figure))];
            case FigureKind.Year:
                return [(FigureKey.Year, figure.Value)];
            case FigureKind.Ratio:
                var over = figure.Parts is [{ IsZero: false } first, var second, ..] ? second / first : Rational.Zero;
                return SharesOf(figure).Select(static share => (FigureKey.Share, share)).Prepend((FigureKey.Ratio, over));
            default:
                return [(FigureKey.Number, InParts(figure)), (FigureKey.Share, figure.Value)];
        }
    }

    /// <summary>Whether a figure needs no source: 0 of anything, 1 without a unit that matters, 100%.</summary>
    public static bool IsTrivial(OfficialFigure figure) => figure.Kind switch
    {
        FigureKind.Quantity => figure.Value.IsZero
            || (figure.Value == Rational.One && figure.Scale == Rational.One
                && (figure.Unit.Length == 0 || KindOf(figure.Unit) == UnitKind.Counting)),
        FigureKind.Percent => figure.Value.IsZero || figure.Value == Rational.One,
        FigureKind.Ratio => figure.Parts.All(static part => part == Rational.One),
        _ => false,
    };

    /// <summary>
    /// How many times the written figure is the quoted one, where a forgotten or doubled 万, 亿 or % explains it; null otherwise.
    /// </summary>
    public static string? Slip(OfficialFigure written, OfficialFigure quoted)
    {
        if (written.Kind is not (FigureKind.Quantity or FigureKind.Percent)
            || quoted.Kind is not (FigureKind.Quantity or FigureKind.Percent)
            || quoted.Value.IsZero || !UnitsAgree(written.Unit, quoted.Unit))
            return null;
        var factor = written.Value / quoted.Value;
        var isPercent = written.Kind == FigureKind.Percent || quoted.Kind == FigureKind.Percent;
        return Slips.FirstOrDefault(slip => slip.Factor == factor && (isPercent == IsOfPercent(slip.Factor))).Name;
    }

    /// <summary>A factor in words, such as 一亿倍.</summary>
    public static string Times(Rational factor) => Slips.FirstOrDefault(slip => slip.Factor == factor).Name ?? $"{factor} 倍";

    /// <summary>Whether a figure could have been meant by the other: the same kind of quantity, whatever the number.</summary>
    public static bool IsAlike(OfficialFigure left, OfficialFigure right) =>
        left.Kind == right.Kind
        && (left.Kind != FigureKind.Quantity || (left.Unit.Length > 0 && right.Unit.Length > 0 && UnitsAgree(left.Unit, right.Unit)));

    /// <summary>The figure as the language writes it; null where the language lacks its unit.</summary>
    public static string? InLanguage(OfficialFigure figure)
    {
        DslType? type = figure.Kind switch
        {
            FigureKind.Date => DslType.Date,
            FigureKind.Year => DslType.Year,
            FigureKind.Percent => DslType.Ratio,
            FigureKind.Quantity when figure.Unit.Length == 0 => DslType.Number,
            FigureKind.Quantity when Units.Find(figure.Unit) is { } unit => DslType.In(unit),
            _ => null,
        };
        if (figure.Kind == FigureKind.Ratio)
            return string.Join(':', figure.Parts);
        if (type is null)
            return null;
        if (QuantityFormat.Display(figure.Value, type).StartsWith('≈'))
            return null;
        var text = QuantityFormat.Typeable(figure.Value, type);
        return figure.PerUnit.Length > 0 ? $"{text}/{figure.PerUnit}" : text;
    }

    private static Rational YearOf(OfficialFigure date) => CivilDate.FromNumber(date.Value).Year;

    /// <summary>Percent slips are by 10 (‰ for %) and 100; those of amounts and counts by 万 and 亿.</summary>
    private static bool IsOfPercent(Rational factor) => factor <= 100 && factor >= new Rational(1, 100);

    /// <summary>In the smaller unit: 3年 is 36, 2吨 is 2000.</summary>
    private static Rational InParts(OfficialFigure figure) =>
        Units.Find(figure.Unit) is { Part: { } part } ? figure.Value * part.Times : figure.Value;

    /// <summary>
    /// Counting words say the same here (50名, 50人), but for people and things (50人, 50家); a missing unit and 倍 go with anything.
    /// </summary>
    private static bool UnitsAgree(string left, string right) =>
        left == right || left is "" or "倍" || right is "" or "倍"
        || (KindOf(left) is { } a && KindOf(right) is { } b && a == b && a is UnitKind.Counting or UnitKind.Duration && !IsDays(left, right)
            && !ArePeopleAndThings(left, right))
        || (left is "工作日" or "天" && right is "工作日" or "天")
        || (Units.Find(left) is { } one && Units.Find(right) is { } other && one.Base.Unit == other.Base.Unit);

    /// <summary>个 counts both.</summary>
    private static bool ArePeopleAndThings(string left, string right) =>
        left != "个" && right != "个" && PeopleWords.Contains(left) != PeopleWords.Contains(right);

    private static bool IsDays(string left, string right) => (left == Units.Days.Name) != (right == Units.Days.Name);

    private static UnitKind? KindOf(string unit) => Units.Find(unit)?.Kind;

    private static bool IsProportional(OfficialFigure left, OfficialFigure right) =>
        left.Parts.Length == right.Parts.Length
        && left.Parts.Zip(right.Parts).All(pair => pair.First * right.Parts[0] == pair.Second * left.Parts[0]);

    /// <summary>60% and 40% for 6:4; also 1.5 and 2/3.</summary>
    private static bool IsPartOf(Rational value, OfficialFigure ratio) => SharesOf(ratio).Contains(value);

    private static IEnumerable<Rational> SharesOf(OfficialFigure ratio)
    {
        if (ratio.Parts.Any(static part => part.IsZero))
            return [];
        var whole = ratio.Parts.Aggregate(Rational.Zero, static (sum, part) => sum + part);
        return ratio.Parts.Select(part => part / whole).Concat(ratio.Parts.SelectMany(part => ratio.Parts.Select(other => part / other)));
    }
}
