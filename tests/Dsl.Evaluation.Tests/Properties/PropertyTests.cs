// Properties over random policies and facts: what is computed with gaps holds for every way to fill them.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Rules;
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Evaluation.Tests.Properties;

public class PropertyTests
{
    [Fact]
    public void 补齐事实之后的数在原来的上下界之内() => Properties.ForSeeds(3000, seed =>
    {
        var world = new World();
        var ir = new RandomIr(world, seed);
        var expression = ir.Amount(3, inRow: false);
        var (open, known) = ir.Facts();
        var (before, after) = (world.Number(expression, open), world.Number(expression, known));
        return !Properties.Within(after.Bounds, before.Bounds) ? $"{after.Bounds} 不在 {before.Bounds} 之内"
            : before.Bounds.IsPoint && !before.Unknowns.IsNone ? "确定的数还列着未知"
            : !before.Bounds.IsPoint && before.Unknowns.IsNone ? "不确定的数没有说等什么"
            : null;
    });

    [Fact]
    public void 补齐事实之后是否只会由未知变为确定() => Properties.ForSeeds(3000, seed =>
    {
        var world = new World();
        var ir = new RandomIr(world, seed);
        var expression = ir.Truth(3, inRow: false);
        var (open, known) = ir.Facts();
        var (before, after) = (world.Truth(expression, open), world.Truth(expression, known));
        return before.Truth != Truth.Unknown && before.Truth != after.Truth ? $"{before.Truth} 变为 {after.Truth}"
            : before.Truth == Truth.Unknown == before.Unknowns.IsNone ? "未知与所列不符"
            : null;
    });

    [Fact]
    public void 补齐事实之后的奖补与合计在原来的上下界之内() => Properties.ForSeeds(2000, seed =>
    {
        var world = new World();
        var ir = new RandomIr(world, seed);
        var policies = ir.Policies();
        var (open, known) = ir.Facts();
        var (before, after) = (world.Run(open, policies), world.Run(known, policies));
        return Properties.FindProblem(before, after);
    });

    [Fact]
    public void 事实齐全时各级之和等于金额() => Properties.ForSeeds(1000, seed =>
    {
        var world = new World();
        var ir = new RandomIr(world, seed);
        var result = world.Run(ir.Facts().Open, ir.Policies());
        foreach (var clause in result.Policies.SelectMany(policy => policy.Clauses).Where(clause => !clause.Levels.IsEmpty))
        {
            var sum = clause.Levels.Select(level => level.Amount).Aggregate(static (left, right) => left + right);
            if (sum != clause.Amount)
                return $"{sum} 不等于 {clause.Amount}";
            if (clause.Amount.Low is { } low && !(low * 100).IsInteger)
                return $"{low} 不是整分";
        }
        return null;
    });

    [Fact]
    public void 听的人不改变结果() => Properties.ForSeeds(500, seed =>
    {
        var world = new World();
        var ir = new RandomIr(world, seed);
        var interpreter = new Interpreter(world.Program(ir.Policies()), world.Context);
        var facts = ir.Facts().Open;
        var (silent, heard) = (interpreter.Evaluate(facts), interpreter.Evaluate(facts, new EvaluationTrace()));
        return silent.Totals.Amount == heard.Totals.Amount
            && silent.Policies.SelectMany(policy => policy.Clauses).Zip(heard.Policies.SelectMany(policy => policy.Clauses))
                .All(pair => pair.First.Amount == pair.Second.Amount && pair.First.Unknowns.Equals(pair.Second.Unknowns))
                    ? null
                    : "结果不同";
    });

    [Fact]
    public void 分担之和等于金额_没有负数_离比例不到一分() => Properties.ForSeeds(2000, seed =>
    {
        var random = new Random(seed);
        var shares = RandomShares(random);
        var amount = new Rational(random.Next(seed % 3 == 0 ? 20 : 100_000), 100);
        var levels = SharingRule.Split(Bounds.Exactly(amount), shares).Select(level => level.Amount.Low ?? -1).ToList();
        var isFair = levels.Zip(shares).All(pair => pair.First.Sign >= 0 && (pair.Second.Parts.Sign > 0 || pair.First.IsZero)
            && Distance(pair.First, amount * pair.Second.Parts / pair.Second.TotalParts) < new Rational(1, 100));
        return Sum(levels) == amount && isFair ? null : $"{amount}：{string.Join('、', levels)}";
    });

    [Fact]
    public void 各行分担加起来是条款的分担_没有负数() => Properties.ForSeeds(2000, seed =>
    {
        var random = new Random(seed);
        var shares = RandomShares(random);
        var rows = Enumerable.Range(0, 1 + random.Next(6))
            .Select(_ => Bounds.Exactly(new Rational(random.Next(seed % 2 == 0 ? 9 : 10_000), 100))).ToList();
        var split = SharingRule.SplitRows(rows, shares);
        var whole = SharingRule.Split(rows.Aggregate(static (left, right) => left + right), shares);
        var ofRows = split.Zip(rows).All(pair => Sum(pair.First.Select(level => level.Amount.Low ?? -1)) == pair.Second.Low);
        var ofLevels =
            whole.Select((level, i) => Sum(split.Select(row => row[i].Amount.Low ?? -1)) == level.Amount.Low).All(static fits => fits);
        return ofRows && ofLevels && split.All(row => row.All(level => level.Amount.Low >= 0)) ? null : string.Join('；', rows);
    });

    private static ImmutableArray<IrShare> RandomShares(Random random)
    {
        var parts = Enumerable.Range(0, 1 + random.Next(5)).Select(_ => (Rational)random.Next(9)).Append(1 + random.Next(3)).ToList();
        return [.. parts.Select((part, index) => new IrShare($"{index}", part, Sum(parts)))];
    }

    private static Rational Sum(IEnumerable<Rational> values) => values.Aggregate(Rational.Zero, static (left, right) => left + right);

    private static Rational Distance(Rational left, Rational right) => Rational.Max(left - right, right - left);
}
