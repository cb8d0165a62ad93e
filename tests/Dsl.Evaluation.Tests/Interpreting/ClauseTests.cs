// One clause: force, conditions, statuses, kinds of award, rounding.
using Dsl.Evaluation.Rules;
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;
using static Dsl.Evaluation.Tests.Support.World;

namespace Dsl.Evaluation.Tests.Interpreting;

public class ClauseTests
{
    private readonly World _world = new();

    private static void Check(ClauseResult result, ClauseStatus status, Bounds amount, string unknowns = "")
    {
        Assert.Equal((status, amount, unknowns), (result.Status, result.Amount, result.Unknowns.ToString()));
    }

    private IrClause Share(IrExpression? when = null) =>
        _world.Formula("20", Min(Times(Of(_world.Investment), Percent(30)), Money(100 * Wan)), when);

    [Fact]
    public void 按比例与封顶()
    {
        Check(_world.Only(_world.Facts.With(_world.Investment, 200 * Wan), Share()), ClauseStatus.Eligible, Exactly(60 * Wan));
        Check(_world.Only(_world.Facts.With(_world.Investment, 400 * Wan), Share()), ClauseStatus.Eligible, Exactly(100 * Wan));
        Check(_world.Only(_world.Facts, Share()), ClauseStatus.MissingFacts, Between(0, 100 * Wan), "投资额");
    }

    [Fact]
    public void 条件是否未知()
    {
        var facts = _world.Facts.With(_world.Investment, 200 * Wan);
        Check(_world.Only(facts.With(_world.Honest, true), Share(Of(_world.Honest))), ClauseStatus.Eligible, Exactly(60 * Wan));
        Check(_world.Only(facts.With(_world.Honest, false), Share(Of(_world.Honest))), ClauseStatus.NotEligible, Exactly(0));
        Check(_world.Only(facts, Share(Of(_world.Honest))), ClauseStatus.MissingFacts, Between(0, 60 * Wan), "诚信经营");
        Check(_world.Only(facts, Share(Of(_world.Recognised))), ClauseStatus.AwaitingDecision, Between(0, 60 * Wan), "已认定");
        Check(_world.Only(facts, Share(And(Of(_world.Recognised), Of(_world.Honest)))), ClauseStatus.MissingFacts, Between(0, 60 * Wan),
            "诚信经营、已认定");
    }

    [Fact]
    public void 缺的事实不要紧时仍然符合() =>
        Check(_world.Only(_world.Facts, _world.Formula("1", Min(Add(Of(_world.Investment), Money(9)), Money(5)))), ClauseStatus.Eligible,
            Exactly(5));

    [Fact]
    public void 哪条条件不成立()
    {
        var clause = _world.Clause("1", new IrFormula(Money(1)),
            new() { Conditions = [Condition(Of(_world.Honest)), Condition(Yes), Condition(No)] });
        Assert.Equal([0, 2], _world.Only(_world.Facts.With(_world.Honest, false), clause).FailedConditions.ToArray());
        Assert.Equal([2], _world.Only(_world.Facts, clause).FailedConditions.ToArray());
    }

    [Fact]
    public void 不在施行期()
    {
        var clause = _world.Formula("1", Money(1));
        var early = Policy("甲", new(2024, 7, 1), IrCombination.None, clause);
        var result = _world.First(_world.Facts, early);
        Check(result, ClauseStatus.NotInForce, Exactly(0));
        Assert.Equal("施行期 2024-07-01 至 （未定失效日期），测算日 2024-06-30 不在其中。", Assert.Single(result.Notes));
    }

    [Theory]
    [InlineData(30, ClauseStatus.Eligible)]
    [InlineData(29, ClauseStatus.NotInForce)]
    public void 失效日当天仍然施行(int lastDay, ClauseStatus expected)
    {
        var policy = new IrPolicy
        {
            Title = "甲", Number = "甲", EffectiveDate = new(2021, 1, 1), ExpiryDate = new(2024, 6, lastDay),
            Clauses = [_world.Formula("1", Money(1))]
        };
        Assert.Equal(expected, _world.First(_world.Facts, policy).Status);
    }

    [Fact]
    public void 按成文日期施行要说明()
    {
        var policy = new IrPolicy
        {
            Title = "甲", Number = "甲", EffectiveDate = new(2021, 1, 1), EffectiveDateIsAssumed = true,
            Clauses = [_world.Formula("1", Money(1))]
        };
        Assert.Contains("甲 未写施行日期，按成文日期 2021-01-01 起施行计算。", _world.Run(_world.Facts, policy).Notes);
    }

    [Fact]
    public void 只有对象相同的条款才有结果()
    {
        var talent = new IrSubject("人才") { Fields = [new("姓名", DslType.Text, 0, null)] };
        var clause = new IrClause { LegalBasis = LegalBasis("2"), Kind = ClauseKind.Award, Subject = talent,
            Award = new IrFormula(Money(1)) };
        var declared = new IrClause { LegalBasis = LegalBasis("3"), Kind = ClauseKind.Declaratory, Subject = _world.Enterprise };
        var result = _world.Run(_world.Facts, Policy(_world.Formula("1", Money(1)), clause, declared));
        Assert.Equal("1", Assert.Single(result.Policies[0].Clauses).Clause.Number);
        Assert.Equal(Exactly(1), result.Totals.Amount);
    }

    [Fact]
    public void 奖补不为负()
    {
        var result = _world.Only(_world.Facts, _world.Formula("1", Subtract(Money(1), Money(5))));
        Check(result, ClauseStatus.Eligible, Exactly(0));
        Assert.Equal("算得 -4元，奖补不为负，按 0元 计算。", Assert.Single(result.Notes));
        Check(_world.Only(_world.Facts, _world.Formula("1", Of(_world.Ranged))), ClauseStatus.MissingFacts, Between(0, 500), "利润");
    }

    [Theory]
    [InlineData(RoundingMode.HalfAwayFromZero, 1234, 1000, "1.234", "1")]
    [InlineData(RoundingMode.HalfAwayFromZero, 15, 10, "1.5", "2")]
    [InlineData(RoundingMode.HalfAwayFromZero, -15, 10, "-1.5", "-2")]
    [InlineData(RoundingMode.HalfAwayFromZero, 25, 10, "2.5", "3")]
    [InlineData(RoundingMode.Down, 19, 10, "1.9", "1")]
    [InlineData(RoundingMode.Down, -11, 10, "-1.1", "-2")]
    [InlineData(RoundingMode.Up, 11, 10, "1.1", "2")]
    [InlineData(RoundingMode.Up, -19, 10, "-1.9", "-1")]
    [InlineData(RoundingMode.Up, 20, 10, "2", "2")]
    public void 取整方式(RoundingMode mode, int numerator, int denominator, string shown, string expected)
    {
        var value = new Rational(numerator, denominator);
        Assert.Equal(shown, value.ToString());
        Assert.Equal(expected, Interpreting_Round(new(mode, 1), value));
        Assert.Equal(expected + "0000", Interpreting_Round(new(mode, Wan), value * Wan));

        static string Interpreting_Round(IrRounding rounding, Rational value) => new YuanRounding(rounding).Round(value).ToString();
    }

    [Fact]
    public void 默认四舍五入到分()
    {
        Check(_world.Only(_world.Facts, _world.Formula("1", Over(Money(10), Number(3)))), ClauseStatus.Eligible,
            Exactly(new Rational(333, 100)));
        Check(_world.Only(_world.Facts, _world.Formula("1", Money(new Rational(1005, 1000)))), ClauseStatus.Eligible,
            Exactly(new Rational(101, 100)));
        var toWan = _world.Clause("1", new IrFormula(Of(_world.Investment)), new() { Rounding = new(RoundingMode.Down, Wan) });
        Check(_world.Only(_world.Facts.With(_world.Investment, 19_999), toWan), ClauseStatus.Eligible, Exactly(10_000));
    }

    [Fact]
    public void 核定没有记录()
    {
        var ceiling = _world.Clause("1", new IrApproval(Money(50 * Wan)));
        Check(_world.Only(_world.Facts, ceiling), ClauseStatus.AwaitingDecision, Between(0, 50 * Wan), "核定");
        Check(_world.Only(_world.Facts, _world.Clause("1", new IrApproval(null))), ClauseStatus.AwaitingDecision, Between(0, null),
            "核定");
        Check(_world.Only(_world.Facts, _world.Clause("1", new IrCaseByCase())), ClauseStatus.AwaitingDecision, Between(0, null), "核定");
        Check(_world.Only(_world.Facts, _world.Clause("1", new IrApproval(Times(Of(_world.Investment), Percent(30))))),
            ClauseStatus.MissingFacts, Between(0, null), "投资额、核定");
    }

    [Fact]
    public void 核定有记录()
    {
        var clause = _world.Clause("1", new IrApproval(Money(50 * Wan)));
        Check(_world.Only(_world.Facts.Approved("1", 18 * Wan), clause), ClauseStatus.Eligible, Exactly(18 * Wan));
        Check(_world.Only(_world.Facts.Approved("1", 18 * Wan, policy: "甲〔2021〕1号", year: 2024), clause), ClauseStatus.Eligible,
            Exactly(18 * Wan));
        Check(_world.Only(_world.Facts.Approved("1", 18 * Wan, policy: "乙"), clause), ClauseStatus.AwaitingDecision, Between(0, 50 * Wan),
            "核定");
        Check(_world.Only(_world.Facts.Approved("1", 18 * Wan, year: 2023), clause), ClauseStatus.AwaitingDecision, Between(0, 50 * Wan),
            "核定");
        Check(_world.Only(_world.Facts.Approved("2", 18 * Wan), clause), ClauseStatus.AwaitingDecision, Between(0, 50 * Wan), "核定");
    }

    [Fact]
    public void 核定超过最高按最高()
    {
        var result = _world.Only(_world.Facts.Approved("1", 60 * Wan), _world.Clause("1", new IrApproval(Money(50 * Wan))));
        Check(result, ClauseStatus.Eligible, Exactly(50 * Wan));
        Assert.Equal("核定的 60万元 超过最高 50万元，按最高计算。", Assert.Single(result.Notes));
    }

    [Fact]
    public void 核定有最低的没有记录从最低起()
    {
        var range = new IrApproval(Money(10 * Wan), Money(5 * Wan));
        Check(_world.Only(_world.Facts, _world.Clause("1", range)), ClauseStatus.AwaitingDecision, Between(5 * Wan, 10 * Wan), "核定");
        Check(_world.Only(_world.Facts, _world.Clause("1", new IrCaseByCase(Money(5 * Wan)))), ClauseStatus.AwaitingDecision,
            Between(5 * Wan, null), "核定");
        Check(_world.Only(_world.Facts, _world.Clause("1", range, new() { Conditions = [Condition(Of(_world.Honest))] })),
            ClauseStatus.MissingFacts, Between(0, 10 * Wan), "诚信经营、核定");
        // The ceiling goes before the floor.
        Check(_world.Only(_world.Facts, _world.Clause("1", new IrApproval(Money(3), Money(5)))), ClauseStatus.Eligible,
            Exactly(3));
        Check(_world.Only(_world.Facts, _world.Clause("1", new IrApproval(Money(5), Money(5)))), ClauseStatus.Eligible,
            Exactly(5));
    }

    [Fact]
    public void 核定低于最低按最低()
    {
        var range = new IrApproval(Money(10 * Wan), Money(5 * Wan));
        var result = _world.Only(_world.Facts.Approved("1", 3 * Wan), _world.Clause("1", range));
        Check(result, ClauseStatus.Eligible, Exactly(5 * Wan));
        Assert.Equal("核定的 3万元 低于最低 5万元，按最低计算。", Assert.Single(result.Notes));
        Assert.Empty(_world.Only(_world.Facts.Approved("1", 5 * Wan), _world.Clause("1", range)).Notes);
        Assert.Equal("核定的 11万元 超过最高 10万元，按最高计算。",
            Assert.Single(_world.Only(_world.Facts.Approved("1", 11 * Wan), _world.Clause("1", range)).Notes));
        var lifted = _world.Only(_world.Facts.Approved("1", 3 * Wan), _world.Clause("1", new IrCaseByCase(Money(5 * Wan))));
        Check(lifted, ClauseStatus.Eligible, Exactly(5 * Wan));
    }

    [Fact]
    public void 核定的上限未知时取两端的低者()
    {
        var clause = _world.Clause("1", new IrApproval(If(Of(_world.Honest), Money(10), Money(2))));
        Check(_world.Only(_world.Facts.Approved("1", 5), clause), ClauseStatus.MissingFacts, Between(2, 5), "诚信经营");
        Check(_world.Only(_world.Facts.Approved("1", 1), clause), ClauseStatus.Eligible, Exactly(1));
    }

    [Fact]
    public void 条件不满足的核定不采用()
    {
        var clause = _world.Clause("1", new IrApproval(Money(50 * Wan)), new() { Conditions = [Condition(Of(_world.Honest))] });
        var result = _world.Only(_world.Facts.Approved("1", 18 * Wan).With(_world.Honest, false), clause);
        Check(result, ClauseStatus.NotEligible, Exactly(0));
        Assert.Equal("核定的 18万元 不采用：条件不满足。", Assert.Single(result.Notes));
        Check(_world.Only(_world.Facts.Approved("1", 18 * Wan), clause), ClauseStatus.MissingFacts, Between(0, 18 * Wan), "诚信经营");
    }

    [Fact]
    public void 一事一议按记录() =>
        Check(_world.Only(_world.Facts.Approved("1", 999 * Wan), _world.Clause("1", new IrCaseByCase())), ClauseStatus.Eligible,
            Exactly(999 * Wan));

    [Fact]
    public void 享受没有金额()
    {
        var clause = new IrClause
        {
            LegalBasis = LegalBasis("1"), Kind = ClauseKind.Entitlement, Subject = _world.Enterprise,
            Conditions = [Condition(Of(_world.Recognised))], Entitlement = "优先立项"
        };
        Check(_world.Only(_world.Facts.With(_world.Recognised, true), clause), ClauseStatus.Eligible, Exactly(0));
        Check(_world.Only(_world.Facts, clause), ClauseStatus.AwaitingDecision, Exactly(0), "已认定");
        Check(_world.Only(_world.Facts.With(_world.Recognised, false), clause), ClauseStatus.NotEligible, Exactly(0));
    }

    [Fact]
    public void 书写的参数当天没有取值是条款的错误()
    {
        var parameter = new IrParameter("标准", DslType.Money) { History = [(new(2025, 1, 1), Known(100))] };
        _world.Parameters.Add(parameter);
        var result = _world.Run(_world.Facts, Policy(_world.Formula("1", Of(parameter)), _world.Formula("2", Money(3))));
        Check(result.Policies[0].Clauses[0], ClauseStatus.MissingFacts, Between(0, null), "标准");
        Assert.StartsWith("错误：参数「标准」在 2024-06-30 没有取值", Assert.Single(result.Policies[0].Clauses[0].Notes),
            StringComparison.Ordinal);
        Check(result.Policies[0].Clauses[1], ClauseStatus.Eligible, Exactly(3));
    }

    [Fact]
    public void 没有记录只说一次()
    {
        var clause = _world.Clause("1", new IrApproval(null), new() { Frequency = new(FrequencyKind.Once, null, null) });
        var result = _world.Run(_world.Facts, Policy(clause, _world.Clause("2", new IrCaseByCase())));
        Assert.Equal(["没有核定记录，按尚未核定计算。", "没有兑现记录，按从未兑现计算。"], result.Notes.ToArray());
    }
}
