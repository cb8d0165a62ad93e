// Plausible values of a field, with the policies' thresholds hit often: exactly, just below, just above.
using Dsl.Evaluation.Questions;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Verification.Sampling;

internal sealed class ValueSampler(Thresholds thresholds, long unknownPartsPerMillion)
{
    private const long ThresholdShare = 350_000;
    private const long WordShare = 700_000;
    private const long YesShare = 800_000;
    private const long OutsideShare = 30_000;

    private static readonly long FirstDay = new DateOnly(2015, 1, 1).DayNumber;
    private static readonly long LastDay = new DateOnly(2025, 12, 31).DayNumber;

    /// <summary>A value, or null where the fact is to be missing.</summary>
    public Value? Next(IrField field, SplitMix64 random) => random.Chance(unknownPartsPerMillion) ? null : Known(field, random);

    /// <summary>A value that is never missing.</summary>
    public Value Known(IrField field, SplitMix64 random) => field.Type switch
    {
        TruthType => TruthValue.Of(random.Chance(YesShare)),
        EnumType list => TextValue.Of(Member(field, list, random)),
        TextType when field.IsCreditCode => TextValue.Of(CreditCode.Make(random.Between(1, 999_999_999))),
        TextType => TextValue.Of(thresholds.Words(field) is { IsEmpty: false } words && random.Chance(WordShare)
            ? random.Pick(words)
            : $"{field.Name}{random.Between(1, 99)}"),
        DateType => NumberValue.Of(Near(field, random, 1) ?? random.Between(FirstDay, LastDay)),
        YearType => NumberValue.Of(Near(field, random, 1) ?? random.Between(2016, 2025)),
        QuantityType quantity =>
            NumberValue.Of(Clamp(Whole(Near(field, random, StepOf(quantity)) ?? Plain(quantity, random), quantity), field.InputRange)),
        _ => TextValue.Of(field.Name),
    };

    /// <summary>An amount in yuan, small ones as often as large ones.</summary>
    public static Rational Amount(SplitMix64 random) =>
        (Rational)random.Between(1, 9_999) * System.Numerics.BigInteger.Pow(10, (int)random.Between(0, 6))
        + new Rational(random.Chance(200_000) ? random.Between(1, 99) : 0, 100);

    private string Member(IrField field, EnumType list, SplitMix64 random)
    {
        var words = thresholds.Words(field);
        if (!words.IsEmpty && random.Chance(WordShare))
            return random.Pick(words);
        return list.Members.IsEmpty || (list.IsOpen && random.Chance(OutsideShare)) ? $"未列明的{field.Name}" : random.Pick(list.Members);
    }

    private Rational? Near(IrField field, SplitMix64 random, Rational step) =>
        random.Chance(ThresholdShare) && thresholds.Numbers(field) is { IsEmpty: false } numbers
            ? random.Pick(numbers) + step * random.Between(-1, 1)
            : null;

    private static Rational StepOf(QuantityType type) =>
        type.IsMoney ? new Rational(1, 100) : type.Dimension == Dimension.None ? new Rational(1, 1000) : Rational.One;

    private static Rational Plain(QuantityType type, SplitMix64 random) =>
        type.IsMoney ? Amount(random)
        : type.IsRatio ? new Rational(random.Between(0, 1_000), 1_000)
        : type.Dimension == Dimension.Of(Units.Years) ? random.Between(0, 12)
        : random.Chance(500_000) ? random.Between(0, 60)
        : random.Between(0, 2_000);

    // Counts are read whole, thresholds between two of them may be none.
    private static Rational Whole(Rational value, QuantityType type) => type.IsCount ? value.Floor() : value;

    private static Rational Clamp(Rational value, Bounds range)
    {
        var raised = range.Low is { } low && value < low ? low : value;
        return range.High is { } high && raised > high ? high : raised;
    }
}
