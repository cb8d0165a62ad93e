// 每个: rows, their sum, what can be said without rows; gates; shares and totals.
using Dsl.Evaluation.Rules;
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;
using static Dsl.Evaluation.Tests.Support.World;

namespace Dsl.Evaluation.Tests.Interpreting;

public class RowTests
{
    private readonly World _world = new();

    private IrClause EachGrant(IrExpression? when = null) => _world.Formula("1", Of(_world.Grant), when, _world.Projects);

    private ClauseResult Rows(IrClause clause, params Dsl.Ir.Facts.RowFacts[] rows) =>
        _world.Only(_world.Facts.WithRows(_world.Projects, rows), clause);

    private static void Check(ClauseResult result, ClauseStatus status, Bounds amount, string unknowns = "") =>
        Assert.Equal((status, amount, unknowns), (result.Status, result.Amount, result.Unknowns.ToString()));

    [Fact]
    public void 逐行计算再合计()
    {
        var result = Rows(EachGrant(Of(_world.Lead)), Project("a", 3, true), Project("b", 4, false), Project("c", 5, true));
        Check(result, ClauseStatus.Eligible, Exactly(8));
        Assert.Equal([("a", ClauseStatus.Eligible), ("b", ClauseStatus.NotEligible), ("c", ClauseStatus.Eligible)],
            result.Rows.Select(row => (row.Key, row.Status)));
    }

    [Fact]
    public void 每行各自取整()
    {
        var third = _world.Formula("1", Over(Of(_world.Grant), Number(3)), each: _world.Projects);
        Check(Rows(third, Project("a", 10), Project("b", 10)), ClauseStatus.Eligible, Exactly(new Rational(666, 100)));
    }

    [Fact]
    public void 有一行未知()
    {
        Check(Rows(EachGrant(Of(_world.Lead)), Project("a", 3, true), Project("b", 4)), ClauseStatus.MissingFacts, Between(3, 7),
            "科技项目[b].牵头");
        Check(Rows(EachGrant(Of(_world.Lead)), Project("a", 3, true), Project("b", 0)), ClauseStatus.Eligible, Exactly(3));
        Check(Rows(EachGrant(Of(_world.Lead)), Project("b", 0)), ClauseStatus.MissingFacts, Exactly(0), "科技项目[b].牵头");
    }

    [Fact]
    public void 没有一行能符合()
    {
        Check(Rows(EachGrant(Of(_world.Lead)), Project("a", 3, false)), ClauseStatus.NotEligible, Exactly(0));
        Check(Rows(EachGrant(Of(_world.Lead))), ClauseStatus.NotEligible, Exactly(0));
    }

    [Fact]
    public void 表未提供()
    {
        Check(_world.Only(_world.Facts, EachGrant()), ClauseStatus.MissingFacts, Between(0, null), "科技项目");
        Check(_world.Only(_world.Facts, EachGrant(And(Of(_world.Lead), Of(_world.Honest)))), ClauseStatus.MissingFacts, Between(0, null),
            "诚信经营、科技项目");
        var refused = _world.Only(_world.Facts.With(_world.Honest, false), EachGrant(And(Of(_world.Lead), Of(_world.Honest))));
        Check(refused, ClauseStatus.NotEligible, Exactly(0));
        Assert.Equal([0], refused.FailedConditions.ToArray());
        var capped = _world.Clause("1", new IrFormula(Of(_world.Grant)), new() { PerRow = _world.Projects, SubjectCap = Money(9) });
        Check(_world.Only(_world.Facts, capped), ClauseStatus.MissingFacts, Between(0, 9), "科技项目");
    }

    [Fact]
    public void 表未提供时记录说不了行的事()
    {
        var clause = _world.Clause("1", new IrApproval(Money(9)),
            new() { PerRow = _world.Projects, Frequency = new(FrequencyKind.Once, null, null) });
        Check(_world.Only(_world.Facts.Approved("1", 0).Paid("1", 2020, 5), clause), ClauseStatus.MissingFacts, Between(0, null),
            "科技项目");
    }

    [Fact]
    public void 每行都不成立的条件才是不符合的原因()
    {
        var clause = _world.Clause("1", new IrFormula(Money(1)),
            new() { PerRow = _world.Projects, Conditions = [Condition(Of(_world.Lead)), Condition(AtLeast(Of(_world.Grant), Money(10)))] });
        var result = Rows(clause, Project("a", 1, true), Project("b", 1, false));
        Check(result, ClauseStatus.NotEligible, Exactly(0));
        Assert.Equal([1], result.FailedConditions.ToArray());
    }

    [Fact]
    public void 逐行核定()
    {
        var clause = _world.Clause("1", new IrApproval(Money(20)), new() { PerRow = _world.Projects });
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 1), Project("b", 1)).Approved("1", 15, "a").Approved("1", 5)
            .Approved("1", 7, "z");
        var result = _world.Only(facts, clause);
        Check(result, ClauseStatus.AwaitingDecision, Between(15, 35), "核定");
        Assert.Equal(["核定的 5元 不采用：本条款逐行核定，记录没有写明事项行。", "核定的 7元 不采用：没有事项行 z。"],
            result.Notes.ToArray());
    }

    private IrPolicy Gated(IrExpression? applies, params IrClause[] clauses) => new()
    {
        Title = "甲",
        Number = "甲",
        EffectiveDate = new(2021, 1, 1),
        Clauses = [.. clauses],
        Procedures = [new(LegalBasis("21"), _world.Enterprise, applies, [Condition(Of(_world.Done), "区科技领导小组研究")], ["1"])],
    };

    [Fact]
    public void 程序未完成时金额为零最高不变()
    {
        var policy = Gated(null, _world.Formula("1", Money(5)), _world.Formula("2", Money(6)));
        Check(_world.First(_world.Facts, policy), ClauseStatus.AwaitingDecision, Between(0, 5), "区科技领导小组研究");
        Check(_world.First(_world.Facts.With(_world.Done, false), policy), ClauseStatus.AwaitingDecision, Between(0, 5),
            "区科技领导小组研究");
        Check(_world.First(_world.Facts.With(_world.Done, true), policy), ClauseStatus.Eligible, Exactly(5));
        Check(_world.Run(_world.Facts, policy).Policies[0].Clauses[1], ClauseStatus.Eligible, Exactly(6));
    }

    [Fact]
    public void 程序的情形()
    {
        var policy = Gated(AtLeast(Of(_world.Investment), Money(100)), _world.Formula("1", Money(5)));
        Check(_world.First(_world.Facts.With(_world.Investment, 99), policy), ClauseStatus.Eligible, Exactly(5));
        Check(_world.First(_world.Facts.With(_world.Investment, 100), policy), ClauseStatus.AwaitingDecision, Between(0, 5),
            "区科技领导小组研究");
        Check(_world.First(_world.Facts, policy), ClauseStatus.MissingFacts, Between(0, 5), "投资额、区科技领导小组研究");
    }

    [Fact]
    public void 程序对逐行的条款和不符合的条款()
    {
        var policy = Gated(null, EachGrant(Of(_world.Lead)));
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 3, true), Project("b", 4, false));
        var result = _world.First(facts, policy);
        Check(result, ClauseStatus.AwaitingDecision, Between(0, 3), "区科技领导小组研究");
        Assert.Equal([ClauseStatus.AwaitingDecision, ClauseStatus.NotEligible], result.Rows.Select(row => row.Status));
        Check(_world.First(_world.Facts.WithRows(_world.Projects, Project("b", 4, false)), policy), ClauseStatus.NotEligible, Exactly(0));
    }

    private static IrShare[] Shares(params (string Level, int Parts)[] parts) =>
        [.. parts.Select(part => new IrShare(part.Level, part.Parts, parts.Sum(other => other.Parts)))];

    [Fact]
    public void 分担按最大余数()
    {
        var clause =
            _world.Clause("1", new IrFormula(Money(new Rational(1, 100))), new() { Shares = [.. Shares(("市级", 1), ("区级", 1))] });
        Assert.Equal([new("市级", Exactly(new Rational(1, 100))), new("区级", Exactly(0))],
            _world.Only(_world.Facts, clause).Levels.ToArray());
        var three = _world.Clause("1", new IrFormula(Money(100)), new() { Shares = [.. Shares(("市级", 1), ("区级", 1), ("镇级", 1))] });
        Assert.Equal([new Rational(3334, 100), new Rational(3333, 100), new Rational(3333, 100)],
            _world.Only(_world.Facts, three).Levels.Select(level => level.Amount.Low ?? 0));
    }

    [Theory]
    [InlineData(9999, new[] { 1, 1, 0 }, new[] { 5000, 4999, 0 })]
    [InlineData(2, new[] { 1, 1, 1, 1 }, new[] { 1, 1, 0, 0 })]
    [InlineData(10, new[] { 1, 2, 4 }, new[] { 1, 3, 6 })]
    [InlineData(1, new[] { 0, 0, 7 }, new[] { 0, 0, 1 })]
    [InlineData(0, new[] { 3, 7 }, new[] { 0, 0 })]
    public void 分担没有负数_份额为零的不出钱(int fen, int[] parts, int[] expected)
    {
        var shares = Shares([.. parts.Select((part, i) => ($"级{i}", part))]);
        var levels = SharingRule.Split(Exactly(new Rational(fen, 100)), [.. shares]).Select(level => level.Amount.Low ?? -1);
        Assert.Equal(expected.Select(part => new Rational(part, 100)), levels);
    }

    [Fact]
    public void 分担上下界分别计算()
    {
        var clause = _world.Clause("1", new IrFormula(Min(Of(_world.Investment), Money(new Rational(5, 100)))),
            new() { Shares = [.. Shares(("市级", 6), ("区级", 4))] });
        Assert.Equal([new LevelAmount("市级", Between(0, new Rational(3, 100))), new LevelAmount("区级", Between(0, new Rational(2, 100)))],
            _world.Only(_world.Facts, clause).Levels.ToArray());
        var open = _world.Clause("1", new IrFormula(Of(_world.Investment)), new() { Shares = [.. Shares(("市级", 6), ("区级", 4))] });
        Assert.Equal([new LevelAmount("市级", Between(0, null)), new LevelAmount("区级", Between(0, null))],
            _world.Only(_world.Facts, open).Levels.ToArray());
    }

    [Fact]
    public void 合计与不封顶()
    {
        var result = _world.Run(_world.Facts, Policy(
            _world.Clause("1", new IrFormula(Money(5)), new() { Shares = [.. Shares(("区级", 1))] }),
            _world.Clause("2", new IrApproval(null), new() { Shares = [.. Shares(("市级", 1))] }),
            _world.Clause("3", new IrApproval(Money(10)), new() { Shares = [.. Shares(("市级", 1), ("区级", 1))] })));
        Assert.Equal((Between(5, 15), 1), (result.Totals.Amount, result.Totals.Unbounded));
        Assert.Equal([new LevelAmount("区级", Between(5, 10)), new LevelAmount("市级", Between(0, 5))], result.Totals.Levels.ToArray());
    }

    [Fact]
    public void 形式另行合计()
    {
        var result = _world.Run(_world.Facts,
            Policy(_world.Formula("1", Money(5)), _world.Clause("2", new IrFormula(Money(7)), new() { Form = "股权投资" })));
        Assert.Equal(Exactly(5), result.Totals.Amount);
        Assert.Equal([new LevelAmount("股权投资", Exactly(7))], result.Totals.Forms.ToArray());
    }

    [Fact]
    public void 落实已有条款不重复计入()
    {
        var passThrough = _world.Clause("1", new IrFormula(Money(5)), new() { PassThrough = new("乙", "1", true) });
        var own = _world.Clause("2", new IrFormula(Money(6)), new() { PassThrough = new("丙", null, false) });
        var result = _world.Run(_world.Facts, Policy(passThrough, own),
            Policy("乙", new(2021, 1, 1), IrCombination.None, _world.Formula("1", Money(5))));
        Assert.Equal(Exactly(11), result.Totals.Amount);
        Assert.False(result.Policies[0].Clauses[0].CountsInTotals);
        Assert.True(result.Policies[0].Clauses[1].CountsInTotals);
    }
}
