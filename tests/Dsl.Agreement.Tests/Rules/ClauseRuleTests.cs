// Each clause rule is one text: over all that holds numbers in a kernel it must say what it says over exact numbers.
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Xunit;

namespace Dsl.Agreement.Tests.Rules;

public class ClauseRuleTests
{
    private const int Rounds = 4000;

    private static readonly Rational[] Steps = [new(1, 100), new(1, 10), 1, 100, 10_000];

    [Fact]
    public void 频次在各种数上相同()
    {
        var random = new Random(1);
        for (var i = 0; i < Rounds; i++)
        {
            var isYear = random.Next(2) == 0;
            var frequency = Frequency(random, isYear);
            var anchor = isYear ? random.Number(2018, 2028) : random.Number(Day(2018), Day(2028));
            var (paidYears, year) = (random.Next(4), random.Next(2019, 2028));
            var law = FrequencyRule.Allows<Unit<NumberValue>, NumberValue, TruthValue>(frequency, paidYears, year, new(anchor.Law(1)));
            Assert.Equal(law, FrequencyRule.Allows<Unit<Interval>, Interval, Tristate>(frequency, paidYears, year, new(anchor)).Law());
            if (anchor.IsPoint)
                Assert.Equal(law.IsYes, FrequencyRule.Allows<Unit<Lane<long>>, Lane<long>, Tristate>(
                    frequency, paidYears, year, new(new((long)anchor.Low))).IsYes);
        }
    }

    [Theory]
    [InlineData(2021, 2020, false)] // The year of X does not count under 次年起 …
    [InlineData(2021, 2021, false)]
    [InlineData(2021, 2022, true)]
    [InlineData(2021, 2024, true)] // … and three years follow.
    [InlineData(2021, 2025, false)]
    public void 次年起连续三年(int anchor, int year, bool expected) => Assert.Equal(
        expected, FrequencyRule.Allows<Unit<Interval>, Interval, Tristate>(
            new(FrequencyKind.Consecutive, 3, Anchor(isYear: true)), 9, year, new(Interval.Of(anchor))).IsYes);

    [Fact]
    public void 施行期在各种数上相同()
    {
        var random = new Random(2);
        for (var i = 0; i < Rounds; i++)
        {
            var first = new DateOnly(2020, 1, 1).AddDays(random.Next(700));
            var policy = new IrPolicy
            {
                Title = "测试", Number = "测试", EffectiveDate = first,
                    ExpiryDate = random.Next(3) == 0 ? null : first.AddDays(random.Next(900)),
            };
            var isYear = random.Next(2) == 0;
            var frequency = Frequency(random, isYear);
            // The ends of the period are met often.
            var asOf = random.Next(4) switch { 0 => first,
                1 => policy.ExpiryDate ?? first, 2 => first.AddDays(-1), _ => first.AddDays(random.Next(-100, 2000)) };
            var anchor = isYear ? random.Number(2018, 2026)
                : random.Number(first.DayNumber - 3, (policy.ExpiryDate ?? first).DayNumber + 3);
            var law = ForceRule.IsInForce<Unit<NumberValue>, NumberValue, TruthValue>(policy, frequency, asOf, new(anchor.Law(1)));
            Assert.Equal(law, ForceRule.IsInForce<Unit<Interval>, Interval, Tristate>(policy, frequency, asOf, new(anchor)).Law());
            if (anchor.IsPoint)
                Assert.Equal(law.IsYes, ForceRule.IsInForce<Unit<Lane<long>>, Lane<long>, Tristate>(
                    policy, frequency, asOf, new(new((long)anchor.Low))).IsYes);
            Assert.Equal(policy.ExpiryDate is null && asOf >= first, law.IsYes && policy.ExpiryDate is null);
        }
    }

    [Fact]
    public void 奖补和取整在各种数上相同()
    {
        var random = new Random(4);
        for (var i = 0; i < Rounds; i++)
        {
            var denominator = random.Next(3) switch { 0 => 100, 1 => 10_000, _ => 300 };
            var least = random.Next(2) == 0 ? null : Anchor(false);
            IrAward? award = random.Next(4) switch
            {
                0 => new IrFormula(Anchor(false)), 1 => new IrApproval(Anchor(false), least),
                    2 => new IrCaseByCase(least), _ => random.Next(3) == 0 ? null : new IrApproval(null, least),
            };
            var rounding = new IrRounding((RoundingMode)random.Next(3), Steps[random.Next(Steps.Length)]);
            var amount = random.Number(-denominator * 9L, denominator * 30_000L);
            var floor = random.Number(-denominator * 9L, denominator * 30_000L);
            // Approvals are of fen, and may be negative.
            var approved = random.Next(3) == 0 ? Interval.NonNegative(1) : Interval.Of(random.Next(-900, 3_000_000) * (denominator / 100));
            var law = Evaluated(award, new Award<NumberValue, NumberValue>(
                amount.Law(denominator), floor.Law(denominator), approved.Law(denominator), new YuanRounding(rounding).Round));
            var steps = new FixedRounding(rounding.Mode, RoundingSteps.Of(rounding.Step, denominator));
            Assert.Equal(law, Evaluated(award, new Award<Interval, Interval>(amount, floor, approved, steps.Round)));
            Assert.Equal(law, Evaluated(award, new Award<ExactInterval, Interval>(
                ExactInterval.From(amount, denominator), ExactInterval.From(floor, denominator), ExactInterval.From(approved, denominator),
                new ExactRounding(rounding.Mode, rounding.Step).Round)));
            if (!amount.IsPoint || !floor.IsPoint || !approved.IsPoint)
                continue;
            Assert.Equal(law, Evaluated(award,
                new Award<Lane<long>, Interval>(new((long)amount.Low), new((long)floor.Low), new((long)approved.Low), steps.Round)));
            Assert.Equal(law,
                Evaluated(award, new Award<Lane<Int128>, Interval>(new(amount.Low), new(floor.Low), new(approved.Low), steps.Round)));
        }
    }

    private static (NumberValue Money, bool IsCut, bool IsLifted) Evaluated(IrAward? award, Award<NumberValue, NumberValue> unit) => (
        AwardRule.Of<Award<NumberValue, NumberValue>, NumberValue, NumberValue>(award, unit),
        AwardRule.IsOverCeiling<Award<NumberValue, NumberValue>, NumberValue, NumberValue, TruthValue>(award, unit),
        AwardRule.IsUnderFloor<Award<NumberValue, NumberValue>, NumberValue, NumberValue, TruthValue>(award, unit));

    private static (NumberValue Money, bool IsCut, bool IsLifted) Evaluated<TNumber>(IrAward? award, Award<TNumber, Interval> unit)
        where TNumber : IOrderedFace<TNumber, Tristate> => (
        AwardRule.Of<Award<TNumber, Interval>, TNumber, Interval>(award, unit).Law(100),
        AwardRule.IsOverCeiling<Award<TNumber, Interval>, TNumber, Interval, Tristate>(award, unit),
        AwardRule.IsUnderFloor<Award<TNumber, Interval>, TNumber, Interval, Tristate>(award, unit));

    [Fact]
    public void 应得和上限在各种数上相同()
    {
        var random = new Random(5);
        for (var i = 0; i < Rounds; i++)
        {
            var (isDue, award) = (random.Truth(), random.Number(0, 5000));
            Assert.Equal(AwardRule.WhereDue(isDue.Law(), award.Law(100)), AwardRule.WhereDue(isDue, award).Law(100));
            var denominator = random.Next(2) == 0 ? 100 : 100_000;
            var (cap, paid) = (random.Number(-5L * denominator, 60L * denominator), HistoryRule.TakenOff((Int128)random.Next(-4000, 4000)));
            var law = CapRule.LeftOf(YuanRounding.ToFen.Round(cap.Law(denominator)), Interval.Of(paid).Law(100));
            var toFen = new FixedRounding(RoundingMode.HalfAwayFromZero, RoundingSteps.Of(new(1, 100), denominator));
            var limit = CapRule.LeftOf(toFen.Round(cap), Interval.Of(paid));
            Assert.Equal(law, limit.Law(100));
            var exact = new ExactRounding(RoundingMode.HalfAwayFromZero, new(1, 100)).Round(ExactInterval.From(cap, denominator));
            Assert.Equal(law, CapRule.LeftOf(exact, Interval.Of(paid)).Law(100));
            // What was paid comes off the cap as it was computed, and what is left is rounded: the same, as what was paid is whole fen.
            Assert.Equal(law, YuanRounding.ToFen.Round((cap.Law(denominator) - Interval.Of(paid).Law(100)).AtLeastZero()));
            Assert.Equal(CapRule.Cut(award.Law(100), law), CapRule.Cut(award, limit).Law(100));
        }
    }

    [Fact]
    public void 各行合计在各种数上相同()
    {
        var random = new Random(6);
        for (var i = 0; i < Rounds; i++)
        {
            var (kernel, law) = (UnitsRule<Tristate, Interval>.None, UnitsRule<TruthValue, NumberValue>.None);
            for (var units = random.Next(4); units > 0; units--)
            {
                var unit = Outcome(random);
                kernel.Add(unit);
                law.Add(Law(unit));
                var table = random.Next(2) == 0 ? Tristate.No : random.Unknown();
                Assert.Equal(UnitsRule<TruthValue, NumberValue>.OfUnknown(Law(unit), table.Law()).Outcome,
                    Law(UnitsRule<Tristate, Interval>.OfUnknown(unit, table).Outcome));
            }
            Assert.Equal(law.Outcome, Law(kernel.Outcome));
        }
    }

    [Fact]
    public void 取值表在各种值上相同()
    {
        var random = new Random(8);
        for (var i = 0; i < Rounds; i++)
        {
            var (isDisjoint, isComplete) = (random.Next(3) == 0, random.Next(2) == 0);
            var kernel = Tables.Of<Interval>(isDisjoint, isComplete, 1, 2);
            var law = new TableRule<LawTable, NumberValue, TruthValue>(new(isDisjoint, isComplete));
            var known = Tables.OfKnown<long>(isDisjoint, isComplete);
            var isKnown = true;
            for (var rows = random.Next(5); rows > 0; rows--)
            {
                // Of rows that exclude one another at most one applies.
                var (test, value) = (random.Truth(), random.Number(0, 3));
                test = isDisjoint && kernel.Otherwise.IsNo ? Tristate.No : rows == 1 && random.Next(2) == 0 ? kernel.Otherwise : test;
                kernel.Add(test, value);
                law.Add(test.Law(), value.Law(1));
                isKnown &= test.Truth != Truth.Unknown && value.IsPoint;
                if (isKnown)
                    known.Add(test, new((long)value.Low));
                Assert.Equal((law.Otherwise, law.IsDecided), (kernel.Otherwise.Law(), kernel.IsDecided));
            }
            var result = law.Result();
            Assert.Equal(result, kernel.Result().Law(1));
            if (!isKnown)
                continue;
            Assert.Equal(result.IsCertain, !known.Result().IsOpen);
            if (result.IsCertain)
                Assert.Equal(new Rational(known.Result().Value, 1), result.Bounds.Low);
        }
    }

    [Fact]
    public void 以前年度的记录在各种数上相同()
    {
        var random = new Random(7);
        for (var i = 0; i < Rounds; i++)
        {
            var net = random.Next(-300, 300);
            Assert.Equal(net > 0, HistoryRule.IsPaidYear((Int128)net));
            Assert.Equal(net > 0, HistoryRule.IsPaidYear(new Rational(net, 100)));
            Assert.Equal(new Rational(Math.Max(0, net), 100), HistoryRule.TakenOff(new Rational(net, 100)));
            Assert.Equal(Math.Max(0, net), HistoryRule.TakenOff((Int128)net));
        }
    }

    private static UnitOutcome<Tristate, Interval> Outcome(Random random)
    {
        var (inForce, qualifies) = (random.Truth(), random.Truth());
        var isDue = qualifies & random.Truth();
        var amount = random.Number(0, 900);
        return new()
        {
            InForce = inForce, Frequency = inForce, Qualifies = qualifies, IsDue = isDue, Award = amount,
            Amount = AwardRule.WhereDue(isDue, amount), IsCut = false,
        };
    }

    private static UnitOutcome<TruthValue, NumberValue> Law(UnitOutcome<Tristate, Interval> unit) => new()
    {
        InForce = unit.InForce.Law(), Frequency = unit.Frequency.Law(), Qualifies = unit.Qualifies.Law(), IsDue = unit.IsDue.Law(),
        Award = unit.Award.Law(100), Amount = unit.Amount.Law(100), IsCut = unit.IsCut,
    };

    private static ClauseOutcome<TruthValue, NumberValue> Law(ClauseOutcome<Tristate, Interval> clause) =>
        new(clause.InForce.Law(), clause.Qualifies.Law(), clause.IsDue.Law(), clause.Amount.Law(100));

    private static IrFrequency Frequency(Random random, bool isYear)
    {
        var kind = (FrequencyKind)random.Next(4);
        int? years = random.Next(3) == 0 ? null : random.Next(1, 4);
        if (kind == FrequencyKind.Consecutive && !isYear && random.Next(2) == 0)
            return new(kind, null, Anchor(isYear)) { Months = random.Next(1, 40), MonthsToFirst = random.Next(2) };
        return new(kind, years, kind == FrequencyKind.Consecutive ? Anchor(isYear) : null) { YearsToFirst = random.Next(4) };
    }

    private static IrConstant Anchor(bool isYear) => new(NumberValue.Of(0), isYear ? DslType.Year : DslType.Date, SourceLocation.None);

    private static int Day(int year) => new DateOnly(year, 1, 1).DayNumber;

    /// <summary>X in some representation.</summary>
    private readonly record struct Unit<TNumber>(TNumber Anchor) : IAnchored<TNumber>;

    /// <summary>An award in some representation.</summary>
    private readonly record struct Award<TNumber, TMoney>(
        TNumber Amount, TNumber Floor, TNumber Approved, Func<TNumber, TMoney> Rounding)
        : IAwarded<TNumber, TMoney>
    {
        public bool IsApproved => true;

        public TMoney Round(TNumber amount) => Rounding(amount);
    }

    /// <summary>A table of exact numbers; the names of its unknowns are those of the bits 1 and 2.</summary>
    private readonly record struct LawTable(bool IsDisjoint, bool IsComplete) : ITable<NumberValue, TruthValue>
    {
        public TruthValue NoRow => Tristate.Unknown(1).Law();

        public TruthValue SeveralRows => Tristate.Unknown(2).Law();

        public NumberValue Either(TruthValue waiting, NumberValue left, NumberValue right) =>
            new(left.Bounds.Hull(right.Bounds), waiting.Unknowns | left.Unknowns | right.Unknowns);

        public NumberValue Anything(TruthValue waiting) => NumberValue.Everything(waiting);

        public TruthValue Waiting(NumberValue value) => value.Waiting;
    }
}
