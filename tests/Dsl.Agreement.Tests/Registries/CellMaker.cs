// Cells around what the policies compare with: at, just below, just above; ends of ranges; finer than a fen; unknown; unreadable.
using Dsl.Agreement.Tests.Generating;
using Dsl.Evaluation.Questions;
using Dsl.Facts.Cells;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;
using Dsl.Verification.Sampling;

namespace Dsl.Agreement.Tests.Registries;

/// <summary>Makes cells.</summary>
/// <param name="draw">The choices.</param>
/// <param name="program">The policies.</param>
/// <param name="unknownPercent">How many of a hundred cells are empty.</param>
internal sealed class CellMaker(Draw draw, IrProgram program, int unknownPercent)
{
    private static readonly Rational Fen = new(1, 100);

    private readonly Thresholds _thresholds = new(program);

    /// <summary>A cell of a field; rarely one that cannot be read.</summary>
    public string Next(IrField field) =>
        draw.Chance(unknownPercent) ? ""
        : draw.Between(0, 999) < 3 ? draw.Pick("无", "-", "1e5", "２０元，", "2021-02-30", "20.5")
        : Known(field);

    /// <summary>A cell that can be read.</summary>
    public string Known(IrField field) => field.Type switch
    {
        TruthType => draw.Pick("是", "是", "是", "否", "1", "0"),
        EnumType list => draw.Chance(10) && list.IsOpen ? "名录以外的" + field.Name : draw.Pick<string>(list.Members),
        TextType => draw.Pick("甲", "乙类企业", "丙", "丁,戊", "\"己\""),
        DateType => ValueText.Cell(NumberValue.Of(Clamp(Number(field, 1, Day), field.InputRange)), field.Type),
        YearType => ValueText.Cell(NumberValue.Of(Clamp(Number(field, 1, () => draw.Between(2015, 2026)), field.InputRange)), field.Type),
        QuantityType quantity => Quantity(field, quantity),
        _ => "",
    };

    /// <summary>An amount of a record, near a figure of the policies or anywhere.</summary>
    public string Amount(IrClause? clause, bool mayBeNegative)
    {
        var ceilings = clause is null ? [] : Thresholds.CeilingOf(clause);
        var amount = !ceilings.IsEmpty && draw.Chance(50)
            ? draw.Pick<Rational>(ceilings) + Fen * draw.Between(-1, 1)
            : ValueSampler.Amount(draw.Source);
        var sign = mayBeNegative && draw.Chance(20) ? -1 : 1;
        return Decimal((mayBeNegative ? amount : Rational.Max(amount, 0)) * sign);
    }

    private string Quantity(IrField field, QuantityType type)
    {
        var step = type.IsMoney ? Fen : type.Dimension == Dimension.None ? new Rational(1, 1000) : 1;
        var value = Clamp(Number(field, step, () => Plain(field, type)), field.InputRange);
        // Counts are read whole.
        if (type.IsCount)
            value = value.Floor();
        var text = Decimal(value);
        return type.IsRatio && draw.Chance(40) ? Decimal(value * 100) + "%"
            : type.IsMoney && draw.Chance(20) ? Decimal(value / 10_000) + "万元"
            : text;
    }

    private Rational Plain(IrField field, QuantityType type) => draw.IsWild && draw.Chance(20) ? Wild() : draw.Make(
        () => 0,
        () => field.InputRange.Low ?? -3, () => field.InputRange.High ?? 1_000_000,
        () => type.IsMoney ? new Rational(draw.Between(1, 999_999), 1000) : draw.Between(0, 30),
        () => type.IsMoney ? Fen : 1,
        () => type.IsMoney ? new Rational(99_999_999_999_999, 100) : draw.Between(0, 4000),
        () => type.IsMoney ? ValueSampler.Amount(draw.Source)
            : type.Dimension == Dimension.None ? new Rational(draw.Between(0, 1000), 1000)
            : draw.Between(0, 120),
        () => type.IsMoney ? ValueSampler.Amount(draw.Source)
            : type.Dimension == Dimension.None ? new Rational(draw.Between(0, 1000), 1000)
            : draw.Between(0, 120));

    /// <summary>At the ends of what columns and lanes hold, and finer than any.</summary>
    private Rational Wild() => draw.Pick<Rational>(
        new(1, 10_000_000_000), new(-1, 100), new(1, 3), new(49_999, 10_000_000), 9_007_199_254_740_993,
        new(9_223_372_036_854_775_807, 100), 1_000_000_000_000, new(999_999_999_999_999, 1000));

    private Rational Number(IrField field, Rational step, Func<Rational> plain) =>
        draw.Chance(45) && _thresholds.Numbers(field) is { IsEmpty: false } numbers
            ? draw.Pick<Rational>(numbers) + step * draw.Between(-1, 1)
            : plain();

    private Rational Day() => draw.IsWild && draw.Chance(20)
        ? draw.Pick<DateOnly>(DateOnly.MinValue, DateOnly.MaxValue, new(1, 12, 31), new(9999, 1, 1), new(1900, 2, 28)).DayNumber
        : draw.Chance(30)
        ? draw.Pick<DateOnly>(new(2020, 2, 29), new(2021, 6, 21), new(2024, 2, 29), new(2023, 12, 31), new(2000, 1, 1)).DayNumber
        : draw.Between(new DateOnly(2015, 1, 1).DayNumber, new DateOnly(2026, 12, 31).DayNumber);

    private static Rational Clamp(Rational value, Bounds range) =>
        range.Low is { } low && value < low ? low : range.High is { } high && value > high ? high : value;

    /// <summary>A decimal cell: an endless fraction is cut far beyond the fen.</summary>
    private static string Decimal(Rational value)
    {
        Rational fine = 10_000_000_000;
        var digits = (value * fine).RoundHalfAwayFromZero();
        var text = System.Numerics.BigInteger.Abs(digits).ToString().PadLeft(11, '0');
        var fraction = text[^10..].TrimEnd('0');
        return $"{(digits.Sign < 0 ? "-" : "")}{text[..^10]}{(fraction.Length > 0 ? "." : "")}{fraction}";
    }
}
