// 竞合 between named clauses over five years of made-up subjects, each year published, against a plain count; gaps only narrow.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;

namespace Dsl.Evaluation.Tests.Properties;

public class ExclusionProperties
{
    private const string Contest = "甲 条款 1、2、3";

    private static readonly string[] Keys = ["a", "b", "c"];

    [Fact]
    public void 晋级补差五年与逐年计算的一样() => Properties.ForSeeds(2000, static seed => FiveYears(seed, ExclusionKind.StepUp));

    [Fact]
    public void 只给一项五年与逐年计算的一样() => Properties.ForSeeds(2000, static seed => FiveYears(seed, ExclusionKind.OnlyOne));

    [Fact]
    public void 补齐以后在原来的上下界之内() => Properties.ForSeeds(5000, static seed =>
    {
        var (world, random) = (new World(), new Random(seed));
        var kind = (ExclusionKind)(seed % 3);
        var policy = Policy(world, random, kind, withRows: null);
        var known = Facts(world, random);
        foreach (var clause in policy.Clauses.Where(_ => random.Next(3) == 0))
            known = known.Paid(clause.Number, 2019 + random.Next(5), random.Next(9), clause.PerRow is null ? null : Keys[random.Next(3)]);
        var open = known;
        foreach (var field in (IrField[])[world.Investment, world.Ranged, world.Honest])
            open = random.Next(3) == 0 ? open.With(field, (Value?)null) : open;
        open = open.WithRows(world.Projects, [.. (known.Details[world.Projects.Ordinal] ?? []).Select(row =>
            random.Next(4) == 0 ? row with { Values = row.Values.SetItem(world.Grant.Ordinal, null) } : row)]);
        var (before, after) = (world.Run(open, policy), world.Run(known, policy));
        return Properties.FindProblem(before, after) is { } problem
            ? $"种子 {seed} {kind}：{problem}\n{Text(before)}\n补齐以后\n{Text(after)}" : null;
    });

    private static string? FiveYears(int seed, ExclusionKind kind)
    {
        var (world, random) = (new World(), new Random(seed));
        // 只给一项 is of clauses with and without rows; a step up is of clauses that all have rows, or none has.
        var policy = Policy(world, random, kind, kind == ExclusionKind.OnlyOne ? null : random.Next(2) == 0);
        var (received, payments) = (new Dictionary<string, Rational>(), ImmutableArray<PaymentRecord>.Empty);
        for (var year = 2020; year < 2025; year++)
        {
            var facts = Facts(world, random) with { Payments = payments };
            var result = new Interpreter(world.Program(policy), new(new(year, 6, 30), year)).Evaluate(facts);
            var expected = kind == ExclusionKind.StepUp ? StepUp(world, policy, facts, received, year)
                : OnlyOne(world, policy, facts, received, payments);
            if (result.Totals.Amount != Bounds.Exactly(expected))
                return $"种子 {seed} {year}年：{result.Totals.Amount} 不是 {expected}\n{Text(result)}\n"
                    + string.Join('\n', payments.Select(static paid => $"{paid.Year} {paid.ClauseNumber} {paid.RowKey} {paid.Amount}"));
            foreach (var clause in result.Policies[0].Clauses.Where(static clause => clause.Amount.Low is { Sign: > 0 }))
                payments = payments.AddRange(Published(clause, year));
        }
        return null;
    }

    /// <summary>The records of a clause as they are published: rows, and what brings them to the amount.</summary>
    private static IEnumerable<PaymentRecord> Published(ClauseResult clause, int year)
    {
        if (clause.Clause.PerRow is null)
            return [new("甲", clause.Clause.Number, null, year, clause.Amount.Low ?? 0)];
        var rows = clause.Rows.Where(static row => row.Amount.Low is { Sign: > 0 })
            .Select(row => new PaymentRecord("甲", clause.Clause.Number, row.Key, year, row.Amount.Low ?? 0)).ToList();
        var rest = (clause.Amount.Low ?? 0) - rows.Aggregate(Rational.Zero, static (sum, row) => sum + row.Amount);
        return rest.IsZero ? rows : rows.Append(new("甲", clause.Clause.Number, PaymentRecord.CutRow, year, rest));
    }

    /// <summary>Row by row, or for the subject: what the highest is above what was received.</summary>
    private static Rational StepUp(World world, IrPolicy policy, SubjectFacts facts, Dictionary<string, Rational> received, int year)
    {
        var sum = Rational.Zero;
        foreach (var key in policy.Clauses[0].PerRow is null ? [""] : Keys.Where(key => RowOf(world, facts, key) is not null))
        {
            var best = policy.Clauses.Aggregate(Rational.Zero, (most, clause) => Rational.Max(most, Own(world, clause, facts, key)));
            var award = Rational.Max(best - received.GetValueOrDefault(key), 0);
            received[key] = received.GetValueOrDefault(key) + award;
            sum += award;
        }
        return sum;
    }

    /// <summary>The highest of all clauses and rows that are not paid yet, less what was received where clauses look back.</summary>
    private static Rational OnlyOne(World world, IrPolicy policy, SubjectFacts facts, Dictionary<string, Rational> received,
        ImmutableArray<PaymentRecord> payments)
    {
        var isOnce = policy.Clauses[0].Frequency.Kind == FrequencyKind.Once;
        var best = Rational.Zero;
        foreach (var clause in policy.Clauses)
        {
            foreach (var key in clause.PerRow is null ? [""] : Keys.Where(key => RowOf(world, facts, key) is not null))
            {
                var isPaid = payments.Any(paid => paid.ClauseNumber == clause.Number && (paid.RowKey ?? "") == key);
                if (!isOnce || !isPaid)
                    best = Rational.Max(best, Own(world, clause, facts, key));
            }
        }
        var award = isOnce ? Rational.Max(best - received.GetValueOrDefault(""), 0) : best;
        received[""] = received.GetValueOrDefault("") + award;
        return award;
    }

    private static Rational Own(World world, IrClause clause, SubjectFacts facts, string key)
    {
        if (clause.Conditions.Any(condition => world.Truth(condition.Expression, facts).Truth != Truth.Yes))
            return 0;
        var frame = Frame.OfSubject(null, facts);
        frame = clause.PerRow is null ? frame : frame.ForRow(world.Projects, RowOf(world, facts, key));
        var amount = (clause.Award as IrFormula)?.Amount is { } formula
            && new ExpressionEvaluator(world.Context).Visit(formula, frame) is NumberValue value ? value.Bounds.Low ?? 0 : 0;
        return Rational.Max(amount, 0);
    }

    private static RowFacts? RowOf(World world, SubjectFacts facts, string key) =>
        facts.Details[world.Projects.Ordinal]?.FirstOrDefault(row => row.Key == key);

    private static SubjectFacts Facts(World world, Random random) => world.Facts.With(world.Investment, random.Next(12))
        .With(world.Ranged, random.Next(12)).With(world.Honest, random.Next(5) > 0)
        .WithRows(world.Projects, [.. Keys.Where(_ => random.Next(3) > 0).Select(key => World.Project(key, random.Next(12), true))]);

    private static IrPolicy Policy(World world, Random random, ExclusionKind kind, bool? withRows)
    {
        var isOnce = random.Next(2) == 0;
        var clauses = Enumerable.Range(1, 1 + random.Next(3)).Select(number =>
        {
            var each = withRows ?? random.Next(2) == 0 ? world.Projects : null;
            var amount = each is not null ? random.Next(2) == 0 ? Of(world.Grant) : Add(Of(world.Grant), Money(random.Next(3)))
                : random.Next(3) == 0 ? Money(random.Next(9)) : Of(random.Next(2) == 0 ? world.Investment : world.Ranged);
            return world.Clause($"{number}", new IrFormula(amount), new()
            {
                PerRow = each, Contest = Contest, PaysOneRow = kind == ExclusionKind.OnlyOne && each is not null,
                Conditions = random.Next(3) == 0 ? [Condition(Of(world.Honest))] : [],
                Frequency = new(isOnce ? FrequencyKind.Once : FrequencyKind.Yearly, null, null) { IsStepUp = kind == ExclusionKind.StepUp },
            });
        }).ToImmutableArray();
        return new()
        {
            Title = "甲", Number = "甲", Area = "渝中区", EffectiveDate = new(2018, 1, 1), Clauses = clauses,
            Exclusions = [new(kind, "竞合", clauses, [])],
        };
    }

    private static string Text(SubjectResult result) => string.Join('\n', result.Policies[0].Clauses.Select(static clause =>
        $"{clause.Clause.Number} {(clause.Clause.Award as IrFormula)?.Amount.Origin.Text} {clause.Clause.Frequency.Kind} {clause.Status} "
        + $"{clause.Amount.Low}..{clause.Amount.High} {clause.DisplacedBy}"
        + string.Concat(clause.Rows.Select(static row => $" {row.Key}={row.Amount.Low}..{row.Amount.High}"))))
        + $"\n合计 {result.Totals.Amount.Low}..{result.Totals.Amount.High}";
}
