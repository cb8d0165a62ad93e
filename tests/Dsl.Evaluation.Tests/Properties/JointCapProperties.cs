// 合计上限 over random groups that compete and have a past, against a plain count in fen; gaps only narrow.
using System.Collections.Immutable;
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;

namespace Dsl.Evaluation.Tests.Properties;

public class JointCapProperties
{
    [Fact]
    public void 资料齐全的与逐分计算的一样() => Properties.ForSeeds(4000, static seed =>
    {
        var (world, random) = (new World(), new Random(seed));
        var contest = new RandomCompetition(world, seed);
        var facts = contest.Facts(percentUnknown: 0).Known;
        IrPolicy[] capped = [.. contest.Policies.Select(policy => Capped(world, policy, random))];
        var (before, after) = (world.Run(facts, contest.Policies), world.Run(facts, capped));
        var expected = before.Policies.Zip(capped, (result, policy) => ByHand(result, policy, world, facts)).SelectMany(static one => one)
            .ToList();
        var found = after.Policies.SelectMany(static policy => policy.Clauses).Select(static clause => clause.Amount).ToList();
        var sum = expected.Aggregate(Rational.Zero, static (total, amount) => total + amount);
        return !found.SequenceEqual(expected.Select(Bounds.Exactly))
                ? $"种子 {seed}：{string.Join(' ', found)} 不是 {string.Join(' ', expected)}\n{contest.Describe(facts, after)}"
            : after.Totals.Amount != Bounds.Exactly(sum) ? $"种子 {seed}：合计 {after.Totals.Amount} 不是 {sum}"
            : null;
    });

    [Fact]
    public void 补齐以后在原来的上下界之内() => Properties.ForSeeds(6000, static seed =>
    {
        var (world, random) = (new World(), new Random(seed));
        var contest = new RandomCompetition(world, seed);
        var (open, known) = contest.Facts(percentUnknown: 15 + seed % 40);
        IrPolicy[] capped = [.. contest.Policies.Select(policy => Capped(world, policy, random))];
        var (before, after) = (world.Run(open, capped), world.Run(known, capped));
        return Properties.FindProblem(before, after) is { } problem
            ? $"种子 {seed}：{problem}\n{contest.Describe(open, before)}\n补齐以后\n{contest.Describe(known, after)}" : null;
    });

    [Fact]
    public void 各行按比例分的与逐分计算的一样_补齐以后在上下界之内() => Properties.ForSeeds(3000, static seed =>
    {
        var (world, random) = (new World(), new Random(seed));
        var limit = random.Next(3) > 0 ? Money(random.Next(40)) : Of(world.Investment);
        var clause = world.Clause("1", new IrFormula(Of(world.Grant)),
            new() { PerRow = world.Projects, SubjectCap = limit, IsSubjectCapShared = true });
        var rows = Enumerable.Range(0, random.Next(5))
            .Select(row => World.Project($"{row}", random.Next(20) + new Rational(random.Next(3), 100)))
            .ToArray();
        var known = world.Facts.With(world.Investment, random.Next(40)).WithRows(world.Projects, rows);
        var open = known.WithRows(world.Projects,
            [.. rows.Select(row => random.Next(3) == 0 ? row with { Values = row.Values.SetItem(world.Grant.Ordinal, null) } : row)]);
        open = random.Next(3) == 0 ? open.With(world.Investment, (Value?)null) : open;
        var (before, after) = (world.Only(open, clause), world.Only(known, clause));
        var amounts = rows.Select(row => ((row.Values[world.Grant.Ordinal] as NumberValue)?.Bounds.Low ?? 0)).ToList();
        var expected = Shared(amounts, [], world.Number(limit, known).Bounds.Low ?? 0);
        return !after.Rows.Select(static row => row.Amount).SequenceEqual(expected.Select(Bounds.Exactly))
                ? $"种子 {seed}：{string.Join(' ', after.Rows.Select(static row => row.Amount))} 不是 {string.Join(' ', expected)}"
            : after.Rows.Zip(before.Rows).FirstOrDefault(static pair => !Properties.Within(pair.First.Amount, pair.Second.Amount)) is
                { First: { } first, Second: var second } ? $"种子 {seed}：{first.Amount} 不在 {second.Amount} 之内"
            : null;
    });

    /// <summary>The policy with one to three caps over some of its clauses.</summary>
    private static IrPolicy Capped(World world, IrPolicy policy, Random random)
    {
        var caps = Enumerable.Range(0, 1 + random.Next(3)).Select(_ =>
        {
            var clauses = policy.Clauses.Where(_ => random.Next(4) > 0).OrderBy(_ => random.Next()).ToImmutableArray();
            var limit = random.Next(3) == 0 ? Of(world.Ranged) : random.Next(4) == 0 ? Of(world.Investment) : Money(random.Next(25));
            return new IrJointCap("几条", world.Enterprise, clauses, limit)
            {
                First = [.. clauses.Where(_ => random.Next(3) == 0).Take(Math.Max(clauses.Length - 1, 0))],
            };
        });
        return new()
        {
            Title = policy.Title, Number = policy.Number, Area = policy.Area, EffectiveDate = policy.EffectiveDate,
            Combination = policy.Combination, Clauses = policy.Clauses, JointCaps = [.. caps.Where(static cap => !cap.Clauses.IsEmpty)],
        };
    }

    /// <summary>The amounts of a policy without caps, each cap applied by a plain count.</summary>
    private static List<Rational> ByHand(PolicyResult before, IrPolicy policy, World world, SubjectFacts facts)
    {
        var amounts = before.Clauses.ToDictionary(static clause => clause.Clause, static clause => clause.Amount.Low ?? 0);
        foreach (var cap in policy.JointCaps)
        {
            var left = Shared([.. cap.Clauses.Select(clause => amounts[clause])],
                [.. cap.First.Select(clause => cap.Clauses.IndexOf(clause))],
                Rational.Max(world.Number(cap.Limit, facts).Bounds.Low ?? 0, 0));
            foreach (var (clause, amount) in cap.Clauses.Zip(left))
                amounts[clause] = amount;
        }
        return [.. before.Clauses.Select(clause => amounts[clause.Clause])];
    }

    /// <summary>Fen by fen: first some one after the other, then the others by the largest remainder.</summary>
    private static List<Rational> Shared(List<Rational> amounts, List<int> first, Rational limit)
    {
        static long Fen(Rational amount) => (long)(amount * 100).Floor();
        var (fen, left) = (amounts.ConvertAll(Fen), Math.Max(Fen(limit), 0));
        foreach (var index in first)
        {
            fen[index] = Math.Min(fen[index], left);
            left -= fen[index];
        }
        var rest = Enumerable.Range(0, fen.Count).Except(first).ToList();
        var sum = rest.Sum(index => fen[index]);
        if (sum > left)
        {
            var parts = rest.ConvertAll(index => (Index: index, Whole: fen[index] * left / sum, Remainder: fen[index] * left % sum));
            var missing = left - parts.Sum(static part => part.Whole);
            foreach (var (place, part) in parts.OrderByDescending(static part => part.Remainder).Index())
                fen[part.Index] = part.Whole + (place < missing ? 1 : 0);
        }
        return fen.ConvertAll(static amount => new Rational(amount, 100));
    }
}
