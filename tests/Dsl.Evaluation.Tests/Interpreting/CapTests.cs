// Caps of rows, caps that rows share, and 合计上限 over several clauses.
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;
using static Dsl.Evaluation.Tests.Support.World;

namespace Dsl.Evaluation.Tests.Interpreting;

public class CapTests
{
    private static readonly IrFrequency Yearly = new(FrequencyKind.Yearly, null, null);

    private readonly World _world = new();

    [Fact]
    public void 每行的累计上限扣去这一行以前年度的()
    {
        var clause = _world.Clause("1", new IrFormula(Of(_world.Grant)),
            new() { PerRow = _world.Projects, Frequency = Yearly, RowCap = Money(100) });
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 80), Project("b", 80), Project("c", 80))
            .Paid("1", 2022, 50, "a").Paid("1", 2023, 30, "a").Paid("1", 2023, 120, "b").Paid("1", 2024, 70, "c");
        var result = _world.Only(facts, clause);
        Assert.Equal([Exactly(20), Exactly(0), Exactly(80)], result.Rows.Select(static row => row.Amount));
        Assert.Equal(Exactly(100), result.Amount);
        Assert.Contains(result.Notes,
            static note => note.Contains("累计上限每行 20元（已扣除以前年度兑现的 80元）", StringComparison.Ordinal));
    }

    [Fact]
    public void 每行的累计上限不知道的给上下界()
    {
        var clause = _world.Clause("1", new IrFormula(Of(_world.Grant)),
            new() { PerRow = _world.Projects, Frequency = Yearly, RowCap = Of(_world.Investment) });
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 80)).Paid("1", 2022, 50, "a");
        var result = _world.Only(facts, clause);
        Assert.Equal((ClauseStatus.MissingFacts, new Bounds(0, 80)), (result.Status, result.Amount));
        Assert.Equal(Exactly(30), _world.Only(facts.With(_world.Investment, 80), clause).Amount);
    }

    [Fact]
    public void 单位上限按比例分到各行()
    {
        var clause = _world.Clause("1", new IrFormula(Of(_world.Grant)),
            new() { PerRow = _world.Projects, SubjectCap = Money(100), IsSubjectCapShared = true });
        var result = _world.Only(_world.Facts.WithRows(_world.Projects, Project("a", 50), Project("b", 50), Project("c", 50)), clause);
        Assert.Equal([new Rational(3334, 100), new(3333, 100), new(3333, 100)], result.Rows.Select(static row => row.Amount.Low));
        Assert.Equal(Exactly(100), result.Amount);
        // What is under the cap stays as it is.
        var under = _world.Only(_world.Facts.WithRows(_world.Projects, Project("a", 50), Project("b", 20)), clause);
        Assert.Equal([Exactly(50), Exactly(20)], under.Rows.Select(static row => row.Amount));
    }

    [Fact]
    public void 有一行不知道的各行给上下界()
    {
        var clause = _world.Clause("1", new IrFormula(Min(Of(_world.Grant), Money(60))),
            new() { PerRow = _world.Projects, SubjectCap = Money(100), IsSubjectCapShared = true });
        var result = _world.Only(_world.Facts.WithRows(_world.Projects, Project("a", 60), Project("b", 40), Project("c", null)), clause);
        Assert.Equal([new Bounds(new Rational(3750, 100), 60), new Bounds(25, 40), new Bounds(0, new Rational(3750, 100))],
            result.Rows.Select(static row => row.Amount));
        Assert.Equal(Exactly(100), result.Amount);
        Assert.All(result.Rows, static row => Assert.Equal(ClauseStatus.MissingFacts, row.Status));
    }

    [Fact]
    public void 合计上限按比例()
    {
        var result = Under(Money(100), [], Money(90), Money(60));
        Assert.Equal([Exactly(60), Exactly(40)], Amounts(result));
        Assert.Equal(Exactly(100), result.Totals.Amount);
        Assert.Contains("合计上限 全部 不超过 100元：合计 150元，超过 50元，本条款由 90元 减为 60元。",
            result.Policies[0].Clauses[0].Notes);
    }

    [Fact]
    public void 合计上限先给一条()
    {
        Assert.Equal([Exactly(40), Exactly(60)], Amounts(Under(Money(100), [1], Money(90), Money(60))));
        Assert.Equal([Exactly(0), Exactly(50)], Amounts(Under(Money(50), [1], Money(90), Money(60))));
        Assert.Equal([Exactly(90), Exactly(5), Exactly(5)], Amounts(Under(Money(100), [0], Money(90), Money(60), Money(60))));
    }

    [Fact]
    public void 合计上限未超过的不削减()
    {
        var result = Under(Money(150), [], Money(90), Money(60));
        Assert.Equal([Exactly(90), Exactly(60)], Amounts(result));
        Assert.Empty(result.Policies[0].Clauses[0].Notes);
    }

    [Fact]
    public void 上限不知道的给上下界()
    {
        var result = Under(Of(_world.Investment), [], Money(90), Money(60));
        Assert.Equal([new Bounds(0, 90), new Bounds(0, 60)], Amounts(result));
        Assert.Equal(new Bounds(0, 150), result.Totals.Amount);
        Assert.All(result.Policies[0].Clauses, static clause => Assert.Equal("投资额", $"{clause.Unknowns}"));
    }

    [Fact]
    public void 一条不知道的合计比各条之和知道得多()
    {
        var result = Under(Money(100), [], Min(Of(_world.Investment), Money(90)), Money(60));
        Assert.Equal([new Bounds(0, 60), new Bounds(40, 60)], Amounts(result));
        Assert.Equal(new Bounds(60, 100), result.Totals.Amount);
    }

    [Fact]
    public void 几行依次适用()
    {
        var clauses = new[] { Money(80), Money(80), Money(80) }.Select((amount, index) => _world.Clause($"{index + 1}", amount)).ToArray();
        var policy = Capped(clauses,
            new IrJointCap("条款 1、2", _world.Enterprise, [clauses[0], clauses[1]], Money(100)),
            new IrJointCap("条款 2、3", _world.Enterprise, [clauses[1], clauses[2]], Money(65)));
        Assert.Equal([Exactly(50), Exactly(25), Exactly(40)], Amounts(_world.Run(_world.Facts, policy)));
    }

    [Fact]
    public void 让位的不占合计上限()
    {
        var one = _world.Formula("1", Money(80), matter: "平台");
        var other = _world.Formula("2", Money(60), matter: "平台");
        var third = _world.Clause("3", Money(40));
        var policy = new IrPolicy
        {
            Title = "甲", Number = "甲", Area = "渝中区", EffectiveDate = new(2021, 1, 1), Combination = new(false, true, false),
            Clauses = [one, other, third],
            JointCaps = [new("全部", _world.Enterprise, [one, other, third], Money(90))],
        };
        var result = _world.Run(_world.Facts, policy);
        Assert.Equal([Exactly(60), Exactly(0), Exactly(30)], Amounts(result));
    }

    private static Bounds Exactly(Rational amount) => Bounds.Exactly(amount);

    private static IEnumerable<Bounds> Amounts(SubjectResult result) =>
        result.Policies.SelectMany(static policy => policy.Clauses).Select(static clause => clause.Amount);

    private SubjectResult Under(IrExpression limit, int[] first, params IrExpression[] amounts)
    {
        var clauses = amounts.Select((amount, index) => _world.Clause($"{index + 1}", amount)).ToArray();
        var cap = new IrJointCap("全部", _world.Enterprise, [.. clauses], limit) { First = [.. first.Select(index => clauses[index])] };
        return _world.Run(_world.Facts, Capped(clauses, cap));
    }

    private static IrPolicy Capped(IrClause[] clauses, params IrJointCap[] caps) => new()
    {
        Title = "甲", Number = "甲〔2021〕1号", Area = "渝中区", EffectiveDate = new(2021, 1, 1), Clauses = [.. clauses],
        JointCaps = [.. caps],
    };
}
