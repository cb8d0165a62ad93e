// 名额 and 总额 against brute force: every way in which unknown scores, claims and amounts of a small set may come out.
using System.Collections.Immutable;
using Dsl.Evaluation.Places;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Xunit;

namespace Dsl.Evaluation.Tests.Places;

public class PlaceSettlingTests
{
    private const int Lowest = 1, Highest = 3;

    private static readonly IrExpression Nothing = new IrConstant(NumberValue.Zero, DslType.Number, SourceLocation.None);

    /// <summary>One way in which everything comes out: null for one who does not claim.</summary>
    private sealed record Case(int Places, int Budget, ImmutableArray<(int Score, int Fen)?> Claims);

    private static ClauseClaims Clause(Bounds places, Bounds budget, bool hasQuota, bool? isPostponed, bool isYearly = true,
        bool isLowestFirst = false)
    {
        var order = new IrOrder(Nothing, isLowestFirst, false);
        var clause = new IrClause
        {
            LegalBasis = new() { Number = "1" },
            Kind = ClauseKind.Award,
            Subject = new IrSubject("企业"),
            Quota = hasQuota ? new(Nothing, isYearly, order) : null,
            Budget = isPostponed is { } waits ? new(Nothing, waits ? order : null) : null,
        };
        return new(new IrPolicy { Title = "甲", Number = "甲", EffectiveDate = default }, clause,
            new(hasQuota ? places : Bounds.Everything, isPostponed is null ? Bounds.Everything : budget));
    }

    private static Bounds Between(int low, int high) => new(low, high);

    private static Bounds Fen(int low, int high) => new(new Rational(low, 100), new Rational(high, 100));

    private static int FenOf(Rational? yuan) => (int)((yuan ?? 0) * 100).Floor();

    private static Bounds Range(Random random, int low, int high)
    {
        var (one, other) = (random.Next(low, high + 1), random.Next(low, high + 1));
        return random.Next(3) == 0 ? Between(Math.Min(one, other), Math.Max(one, other)) : Between(one, one);
    }

    private static ClauseClaims Random(Random random, bool hasQuota, bool? isPostponed, int most)
    {
        var budget = Range(random, 0, 8);
        var clause = Clause(Range(random, 0, 3), Fen((int)(budget.Low ?? 0).Floor(), (int)(budget.High ?? 0).Floor()), hasQuota,
            isPostponed);
        for (var i = random.Next(1, most + 1); i > 0; i--)
        {
            var isDue = random.Next(4) == 0 ? Truth.Unknown : Truth.Yes;
            var amount = Range(random, 0, 3);
            var (low, high) = ((int)(amount.Low ?? 0).Floor(), (int)(amount.High ?? 0).Floor());
            var score = Range(random, Lowest, Highest);
            clause.Claims.Add(new($"K{i}", isDue, Fen(isDue == Truth.Yes ? low : 0, high), score, score, false));
        }
        return clause;
    }

    // All cases; amounts are those of the claim, from 0 where it may not claim.
    private static IEnumerable<Case> Cases(ClauseClaims clause)
    {
        static IEnumerable<int> Whole(Bounds bounds) =>
            Enumerable.Range((int)(bounds.Low ?? 0).Floor(), (int)((bounds.High ?? 0).Floor() - (bounds.Low ?? 0).Floor()) + 1);
        IEnumerable<ImmutableArray<(int, int)?>> ways = [[]];
        foreach (var claim in clause.Claims)
        {
            var (low, high) = (FenOf(claim.Amount.Low), FenOf(claim.Amount.High));
            List<(int, int)?> own =
            [
                .. Whole(claim.Score)
                    .SelectMany(_ => Enumerable.Range(low, high - low + 1), static (score, fen) => ((int, int)?)(score, fen)),
            ];
            if (claim.IsDue == Truth.Unknown)
                own.Add(null);
            ways = ways.SelectMany(way => own.Select(way.Add));
        }
        var all = ways.ToList();
        return from places in clause.Terms.Places.High is null ? [0] : Whole(clause.Terms.Places)
               from budget in clause.Terms.Budget.High is null ? [0]
                   : Enumerable.Range(FenOf(clause.Terms.Budget.Low), FenOf(clause.Terms.Budget.High) - FenOf(clause.Terms.Budget.Low) + 1)
               from way in all
               select new Case(places, budget, way);
    }

    private static PlaceOutcome Together(IEnumerable<PlaceOutcome> outcomes) =>
        outcomes.Distinct().ToList() is [var only] ? only : PlaceOutcome.Open;

    /// <summary>Who ties may come out in any order: then it is within in some and beyond in others.</summary>
    private static PlaceOutcome InQuota(Case one, int index)
    {
        var own = one.Claims[index]?.Score ?? 0;
        var (better, equal) = (one.Claims.Count(claim => claim?.Score > own), one.Claims.Count(claim => claim?.Score == own));
        return better + equal <= one.Places ? PlaceOutcome.Within : better >= one.Places ? PlaceOutcome.Beyond : PlaceOutcome.Open;
    }

    private static PlaceOutcome InTurn(Case one, int index)
    {
        var own = one.Claims[index] ?? default;
        var before = one.Claims.Where(claim => claim?.Score > own.Score).Sum(static claim => claim?.Fen ?? 0);
        var equal = one.Claims.Where(claim => claim?.Score == own.Score).Sum(static claim => claim?.Fen ?? 0);
        return before + equal <= one.Budget ? PlaceOutcome.Within
            : before + own.Fen > one.Budget ? PlaceOutcome.Beyond
            : PlaceOutcome.Open;
    }

    private static int[] Shared(Case one)
    {
        var asked = one.Claims.Select(static claim => claim?.Fen ?? 0).ToArray();
        var all = asked.Sum();
        if (all <= one.Budget)
            return asked;
        var parts = asked.Select(fen => fen * one.Budget / all).ToArray();
        var rests = asked.Select(fen => fen * one.Budget % all).ToArray();
        for (var left = one.Budget - parts.Sum(); left > 0; left--)
        {
            var next = Enumerable.Range(0, parts.Length).MaxBy(index => (rests[index], index));
            (parts[next], rests[next]) = (parts[next] + 1, -1);
        }
        return parts;
    }

    [Fact]
    public void 名额_恰好是各种情形都在或都不在的()
    {
        var random = new Random(3);
        for (var round = 0; round < 400; round++)
        {
            var clause = Random(random, hasQuota: true, null, 4);
            var settled = PlaceSettling.Settle(clause);
            var cases = Cases(clause).ToList();
            for (var i = 0; i < clause.Claims.Count; i++)
            {
                var index = i;
                var expected = Together(cases.Where(one => one.Claims[index] is not null).Select(one => InQuota(one, index)));
                Assert.True(settled[i]?.Outcome == expected,
                    $"{round} {i}: {expected}\n{string.Join('\n', clause.Claims)}\n{clause.Terms}");
                Assert.Equal(expected switch
                {
                    PlaceOutcome.Within => clause.Claims[i].Amount,
                    PlaceOutcome.Beyond => Bounds.Exactly(0),
                    _ => clause.Claims[i].Amount with { Low = 0 },
                }, settled[i]?.Amount);
            }
        }
    }

    [Fact]
    public void 延至下年_恰好是各种情形都给或都不给的()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var clause = Random(random, hasQuota: false, true, 3);
            var settled = PlaceSettling.Settle(clause);
            var cases = Cases(clause).ToList();
            for (var i = 0; i < clause.Claims.Count; i++)
            {
                var index = i;
                var expected = Together(cases.Where(one => one.Claims[index] is not null).Select(one => InTurn(one, index)));
                Assert.True(settled[i]?.Outcome == expected,
                    $"{round} {i}: {expected}\n{string.Join('\n', clause.Claims)}\n{clause.Terms}");
            }
        }
    }

    [Fact]
    public void 按比例压缩_各种情形都在界限以内_全部确定时准确()
    {
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            var clause = Random(random, hasQuota: false, false, 4);
            clause.Claims.Sort(static (left, right) => string.CompareOrdinal(right.Key, left.Key));
            var settled = PlaceSettling.Settle(clause);
            var cases = Cases(clause).ToList();
            var results = cases.ConvertAll(Shared);
            var isCertain = clause.Claims.TrueForAll(static claim => claim is { IsDue: Truth.Yes, Amount.IsPoint: true })
                && clause.Terms.Budget.IsPoint;
            for (var i = 0; i < clause.Claims.Count; i++)
            {
                var given = settled[i]?.Amount ?? default;
                var (least, most) = (results.Min(parts => parts[i]), results.Max(parts => parts[i]));
                var slack = isCertain ? 0 : 1;
                Assert.True(
                    FenOf(given.Low) <= least && FenOf(given.High) >= most && FenOf(given.Low) >= least - slack
                        && FenOf(given.High) <= most + slack,
                    $"{round} {i}: {least}..{most} {given}\n{string.Join('\n', clause.Claims)}\n{clause.Terms}");
            }
            if (isCertain)
                Assert.Equal(results[0].Sum(), settled.Sum(static place => FenOf(place?.Amount.Low)));
        }
    }

    [Fact]
    public void 名额和总额一起_各种情形都在界限以内()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var isPostponed = random.Next(2) == 0;
            var clause = Random(random, hasQuota: true, isPostponed, 3);
            var settled = PlaceSettling.Settle(clause);
            foreach (var one in Cases(clause))
            {
                var within = Enumerable.Range(0, one.Claims.Length)
                    .Where(index => one.Claims[index] is not null && InQuota(one, index) == PlaceOutcome.Within).ToHashSet();
                if (Enumerable.Range(0, one.Claims.Length)
                    .Any(index => one.Claims[index] is not null && InQuota(one, index) == PlaceOutcome.Open))
                    continue;
                var left = one with { Claims = [.. one.Claims.Select((claim, index) => within.Contains(index) ? claim : null)] };
                var parts = isPostponed ? null : Shared(left);
                for (var i = 0; i < one.Claims.Length; i++)
                {
                    if (one.Claims[i] is null || (parts is null && within.Contains(i) && InTurn(left, i) == PlaceOutcome.Open))
                        continue;
                    var fen = !within.Contains(i) ? 0
                        : parts?[i] ?? (InTurn(left, i) == PlaceOutcome.Within ? one.Claims[i]?.Fen ?? 0 : 0);
                    Assert.True(settled[i] is { } place && FenOf(place.Amount.Low) <= fen && FenOf(place.Amount.High) >= fen,
                        $"{round} {i}: {fen} {settled[i]}\n{string.Join('\n', clause.Claims)}\n{clause.Terms}");
                }
            }
        }
    }

    [Fact]
    public void 申报的次序不影响结果_余下的分给主键在前的()
    {
        var random = new Random(13);
        var clause = Clause(Between(2, 2), Fen(1000, 1000), true, false);
        for (var i = 0; i < 40; i++)
            clause.Claims.Add(new($"K{i:00}", Truth.Yes, Fen(77, 77), Range(random, 1, 9), Bounds.Everything, false));
        var first = Settled(clause);
        for (var round = 0; round < 5; round++)
        {
            var shuffled = new ClauseClaims(clause.Policy, clause.Clause, clause.Terms);
            shuffled.Claims.AddRange(clause.Claims.OrderBy(_ => random.Next()));
            Assert.Equal(first, Settled(shuffled));
        }
        var shared = Clause(default, Fen(100, 100), false, false);
        // By code point 丙 comes first.
        shared.Claims.AddRange(
            ((string[])["甲", "丙", "乙"]).Select(static key => new PlaceClaim(key, Truth.Yes, Fen(50, 50), default, default, false)));
        Assert.Equal([("丙", 34), ("乙", 33), ("甲", 33)], Settled(shared));
    }

    private static List<(string Key, int Fen)> Settled(ClauseClaims clause) =>
        [.. clause.Claims.Zip(PlaceSettling.Settle(clause), static (claim, place) => (claim.Key, FenOf(place?.Amount.Low)))
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>名额 of all years: who was paid before keeps the place, also where it claims nothing now.</summary>
    [Fact]
    public void 以前年度得到过的占着名额()
    {
        var clause = Clause(Between(3, 3), default, true, null, isYearly: false);
        clause.Claims.AddRange(
        [
            new("旧", Truth.No, Bounds.Exactly(0), Bounds.Everything, Bounds.Everything, true),
            new("又", Truth.Yes, Fen(5, 5), Between(1, 1), Bounds.Everything, true),
            new("甲", Truth.Yes, Fen(5, 5), Between(9, 9), Bounds.Everything, false),
            new("乙", Truth.Yes, Fen(5, 5), Between(8, 8), Bounds.Everything, false),
        ]);
        var settled = PlaceSettling.Settle(clause);
        Assert.Null(settled[0]);
        Assert.Equal([PlaceOutcome.Within, PlaceOutcome.Within, PlaceOutcome.Beyond],
            settled.Skip(1).Select(static place => place?.Outcome ?? default));
        Assert.True(settled[1]?.HoldsPlace);
        Assert.Null(settled[1]?.Position);
        Assert.Equal(new PlaceRange(2, 2), settled[3]?.Position);
    }

    /// <summary>Who is not known at all may be before all and after all; 不封顶 leaves nothing sure to others.</summary>
    [Fact]
    public void 完全不知道的_不封顶的()
    {
        var clause = Clause(Between(1, 1), default, true, null, isLowestFirst: true);
        clause.Claims.AddRange(
        [
            new("甲", Truth.Yes, Fen(5, 5), Between(1, 1), default, false), new("乙", Truth.Yes, Fen(5, 5), Between(2, 2), default, false),
            new("疑", Truth.Yes, Fen(5, 5), Bounds.Everything, default, false),
        ]);
        Assert.Equal([PlaceOutcome.Open, PlaceOutcome.Beyond, PlaceOutcome.Open],
            PlaceSettling.Settle(clause).Select(static place => place?.Outcome ?? default));

        var shared = Clause(default, Fen(10, 10), false, false);
        shared.Claims.AddRange(
        [
            new("甲", Truth.Yes, Fen(20, 20), default, default, false),
            new("乙", Truth.Yes, new(new Rational(1, 100), null), default, default, false),
        ]);
        var settled = PlaceSettling.Settle(shared);
        Assert.Equal(new Bounds(0, new Rational(10, 100)), settled[0]?.Amount);
        Assert.Equal(new Bounds(0, new Rational(10, 100)), settled[1]?.Amount);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-5, 0)]
    [InlineData(999, 7)]
    public void 总额是零_负数_够用(int budget, int expected)
    {
        var clause = Clause(default, Fen(budget, budget), false, false);
        clause.Claims.Add(new("甲", Truth.Yes, Fen(7, 7), default, default, false));
        clause.Claims.Add(new("乙", Truth.Yes, Fen(0, 0), default, default, false));
        Assert.Equal([("乙", 0), ("甲", expected)], Settled(clause).OrderBy(static pair => pair.Key, StringComparer.Ordinal));
    }
}
