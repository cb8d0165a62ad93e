// 频次 and history: one-off, years, consecutive years, paybacks, rows; caps of the subject.
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Facts;
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

public class HistoryTests
{
    private static readonly IrFrequency Once = new(FrequencyKind.Once, null, null);
    private readonly World _world = new();

    private ClauseStatus Status(IrFrequency frequency, SubjectFacts facts) =>
        _world.Only(facts, _world.Formula("1", Money(5), frequency: frequency)).Status;

    [Fact]
    public void 一次性以前年度兑现过就用尽()
    {
        Assert.Equal(ClauseStatus.Eligible, Status(Once, _world.Facts));
        var result = _world.Only(_world.Facts.Paid("1", 2020, 50 * Wan), _world.Formula("1", Money(5), frequency: Once));
        Assert.Equal((ClauseStatus.NotEligible, Exactly(0)), (result.Status, result.Amount));
        Assert.Equal("频次已用尽：一次性，已兑现 2020年度 50万元。", Assert.Single(result.Notes));
        Assert.Empty(result.FailedConditions);
    }

    [Fact]
    public void 频次用尽的核定不采用_写明是频次而不是条件()
    {
        var facts = _world.Facts.Paid("1", 2020, 50 * Wan).Approved("1", 18 * Wan);
        var result = _world.Only(facts, _world.Clause("1", new IrApproval(Money(50 * Wan)), new() { Frequency = Once }));
        Assert.Equal((ClauseStatus.NotEligible, Exactly(0)), (result.Status, result.Amount));
        Assert.Equal(["频次已用尽：一次性，已兑现 2020年度 50万元。", "核定的 18万元 不采用：频次已用尽，以前年度已经兑现。"],
            result.Notes.ToArray());
        Assert.Equal("核定的 18万元 不采用：频次已用尽，以前年度已经兑现。", Assert.Single(result.ApprovalNotes).Text);
    }

    [Fact]
    public void 退回的兑现不算() =>
        Assert.Equal(ClauseStatus.Eligible, Status(Once, _world.Facts.Paid("1", 2020, 50).Paid("1", 2020, -50)));

    [Fact]
    public void 退回一部分仍然算() =>
        Assert.Equal(ClauseStatus.NotEligible, Status(Once, _world.Facts.Paid("1", 2020, 50).Paid("1", 2020, -49)));

    [Fact]
    public void 本年兑现不影响应得()
    {
        var result = _world.Only(_world.Facts.Paid("1", 2024, 3).Paid("1", 2024, 2), _world.Formula("1", Money(5), frequency: Once));
        Assert.Equal((ClauseStatus.Eligible, Exactly(5), (Rational?)5), (result.Status, result.Amount, result.PaidThisYear));
    }

    [Fact] public void 以后年度的兑现不算() => Assert.Equal(ClauseStatus.Eligible, Status(Once, _world.Facts.Paid("1", 2025, 3)));

    [Fact]
    public void 别的政策同号条款的兑现不算() =>
        Assert.Equal(ClauseStatus.Eligible, Status(Once, _world.Facts.Paid("1", 2020, 3, policy: "乙")));

    [Fact]
    public void 最多三年()
    {
        var frequency = new IrFrequency(FrequencyKind.Yearly, 3, null);
        var two = _world.Facts.Paid("1", 2020, 5).Paid("1", 2021, 5).Paid("1", 2021, 5);
        Assert.Equal(ClauseStatus.Eligible, Status(frequency, two));
        Assert.Equal(ClauseStatus.NotEligible, Status(frequency, two.Paid("1", 2023, 5)));
        Assert.Equal(ClauseStatus.Eligible, Status(frequency, two.Paid("1", 2023, 5).Paid("1", 2023, -5)));
        Assert.Equal(ClauseStatus.Eligible, Status(new(FrequencyKind.Yearly, null, null), two.Paid("1", 2023, 5)));
    }

    [Theory]
    [InlineData(2020, ClauseStatus.NotEligible)]
    [InlineData(2021, ClauseStatus.NotEligible)]
    [InlineData(2022, ClauseStatus.Eligible)]
    [InlineData(2024, ClauseStatus.Eligible)]
    [InlineData(2025, ClauseStatus.NotEligible)]
    public void 当年起连续三年(int year, ClauseStatus expected)
    {
        var frequency = new IrFrequency(FrequencyKind.Consecutive, 3, Of(_world.Founded)) { YearsToFirst = 0 };
        Assert.Equal(expected, Status(frequency, _world.Facts.With(_world.Founded, new DateOnly(year, 12, 31))));
    }

    [Theory]
    [InlineData(2019, ClauseStatus.NotEligible)]
    [InlineData(2020, ClauseStatus.NotEligible)]
    [InlineData(2021, ClauseStatus.Eligible)]
    [InlineData(2023, ClauseStatus.Eligible)]
    [InlineData(2024, ClauseStatus.NotEligible)]
    public void 次年起连续三年(int year, ClauseStatus expected)
    {
        var frequency = new IrFrequency(FrequencyKind.Consecutive, 3, Of(_world.Founded));
        Assert.Equal(expected, Status(frequency, _world.Facts.With(_world.Founded, new DateOnly(year, 12, 31))));
    }

    [Fact]
    public void 连续年度的起点未知()
    {
        var clause = _world.Formula("1", Money(5), frequency: new(FrequencyKind.Consecutive, 3, Of(_world.Founded)));
        var result = _world.Only(_world.Facts, clause);
        Assert.Equal((ClauseStatus.MissingFacts, Between(0, 5), "登记日期"), (result.Status, result.Amount, result.Unknowns.ToString()));
    }

    [Theory]
    [InlineData(2022, 3, ClauseStatus.Eligible)]
    [InlineData(2022, 2, ClauseStatus.NotEligible)]
    [InlineData(2023, 3, ClauseStatus.NotInForce)]
    public void 当年起的连续年度失效之后也给完(int year, int years, ClauseStatus expected)
    {
        var clause =
            _world.Formula("1", Money(5), frequency: new(FrequencyKind.Consecutive, years, Of(_world.Founded)) { YearsToFirst = 0 });
        var policy = new IrPolicy
        {
            Title = "甲", Number = "甲", EffectiveDate = new(2021, 6, 1), ExpiryDate = new(2022, 12, 31), Clauses = [clause]
        };
        Assert.Equal(expected, _world.First(_world.Facts.With(_world.Founded, new DateOnly(year, 12, 31)), policy).Status);
    }

    [Fact]
    public void 起点在施行期内的连续年度失效之后仍然享受()
    {
        var clause = _world.Formula("1", Money(5), frequency: new(FrequencyKind.Consecutive, 3, Of(_world.Founded)));
        var plain = _world.Formula("2", Money(5));
        var policy = new IrPolicy
        {
            Title = "甲", Number = "甲", EffectiveDate = new(2021, 6, 1), ExpiryDate = new(2022, 12, 31), Clauses = [clause, plain]
        };
        ClauseStatus On(DateOnly day) => _world.First(_world.Facts.With(_world.Founded, day), policy).Status;
        Assert.Equal(ClauseStatus.Eligible, On(new(2022, 12, 31)));
        Assert.Equal(ClauseStatus.NotInForce, On(new(2023, 1, 1)));
        Assert.Equal(ClauseStatus.NotInForce, On(new(2021, 5, 31)));
        Assert.Equal(ClauseStatus.MissingFacts, _world.First(_world.Facts, policy).Status);
        Assert.Equal(ClauseStatus.NotInForce, _world.Run(_world.Facts, policy).Policies[0].Clauses[1].Status);
    }

    [Fact]
    public void 以年度为起点()
    {
        var year = new IrField("认定年度", DslType.Year, 1, null);
        var subject = new IrSubject("企业") { Fields = [_world.Key, year], Details = [] };
        var clause = new IrClause
        {
            LegalBasis = LegalBasis("1"), Kind = ClauseKind.Award, Subject = subject, Award = new IrFormula(Money(5)),
            Frequency = new(FrequencyKind.Consecutive, 2, Of(year))
        };
        var policy = new IrPolicy
        {
            Title = "甲", Number = "甲", EffectiveDate = new(2021, 6, 1), ExpiryDate = new(2022, 12, 31), Clauses = [clause]
        };
        ClauseStatus In(int value) => _world.First(SubjectFacts.Empty(subject, "E").With(year, value), policy).Status;
        Assert.Equal(ClauseStatus.NotEligible, In(2021));
        Assert.Equal(ClauseStatus.Eligible, In(2022));
        Assert.Equal(ClauseStatus.NotInForce, In(2023));
    }

    [Fact]
    public void 每行各有自己的历史()
    {
        var clause = _world.Formula("1", Money(5), each: _world.Projects, frequency: Once);
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 1), Project("b", 1)).Paid("1", 2020, 5, "a").Paid("1", 2020, 5);
        var result = _world.Only(facts, clause);
        Assert.Equal([ClauseStatus.NotEligible, ClauseStatus.Eligible], result.Rows.Select(row => row.Status));
        Assert.Equal((ClauseStatus.Eligible, Exactly(5)), (result.Status, result.Amount));
    }

    [Fact]
    public void 单位上限()
    {
        var clause = _world.Clause("1", new IrFormula(Of(_world.Grant)), new() { PerRow = _world.Projects, SubjectCap = Money(10) });
        var result = _world.Only(_world.Facts.WithRows(_world.Projects, Project("a", 7), Project("b", 8)), clause);
        Assert.Equal((ClauseStatus.Eligible, Exactly(10)), (result.Status, result.Amount));
        Assert.Equal([Exactly(7), Exactly(8)], result.Rows.Select(row => row.Amount));
        Assert.Equal("单位上限 10元：由 15元 减为 10元。", Assert.Single(result.Notes));
        var open = _world.Only(_world.Facts.WithRows(_world.Projects, Project("a", 7), Project("b", null)), clause);
        Assert.Equal((ClauseStatus.MissingFacts, Between(7, 10), "科技项目[b].国拨经费"),
            (open.Status, open.Amount, open.Unknowns.ToString()));
        var full = _world.Only(_world.Facts.WithRows(_world.Projects, Project("a", 10), Project("b", null)), clause);
        Assert.Equal((ClauseStatus.Eligible, Exactly(10), ""), (full.Status, full.Amount, full.Unknowns.ToString()));
    }

    [Fact]
    public void 上限按事实计算也到分()
    {
        var clause = _world.Clause("1", new IrFormula(Of(_world.Grant)),
            new() { PerRow = _world.Projects, SubjectCap = Over(Of(_world.Investment), Number(3)) });
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 7), Project("b", 8));
        Assert.Equal(Exactly(new Rational(333, 100)), _world.Only(facts.With(_world.Investment, 10), clause).Amount);
        var open = _world.Only(facts, clause);
        Assert.Equal((ClauseStatus.MissingFacts, Between(0, 15), "投资额"), (open.Status, open.Amount, open.Unknowns.ToString()));
    }

    [Fact]
    public void 累计上限扣除以前年度各行的兑现()
    {
        var clause = _world.Clause("1", new IrFormula(Of(_world.Grant)), new() { PerRow = _world.Projects, CumulativeCap = Money(20) });
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 7), Project("b", 8)).Paid("1", 2022, 6, "a").Paid("1", 2023, 5, "z")
            .Paid("1", 2023, -1, "z").Paid("1", 2024, 9, "a");
        var result = _world.Only(facts, clause);
        Assert.Equal((ClauseStatus.Eligible, Exactly(10)), (result.Status, result.Amount));
        Assert.Equal("累计上限 10元（已扣除以前年度兑现的 10元）：由 15元 减为 10元。", Assert.Single(result.Notes));
        Assert.Equal(Exactly(0), _world.Only(facts.Paid("1", 2021, 100, "a"), clause).Amount);
    }

    [Fact]
    public void 先单位上限后累计上限()
    {
        var clause = _world.Clause("1", new IrFormula(Money(100)), new() { SubjectCap = Money(50), CumulativeCap = Money(60) });
        Assert.Equal(Exactly(50), _world.Only(_world.Facts.Paid("1", 2023, 10), clause).Amount);
        Assert.Equal(Exactly(40), _world.Only(_world.Facts.Paid("1", 2023, 20), clause).Amount);
    }
}
