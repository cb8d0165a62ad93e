// 从新 and 从高不重复: between clauses, between rows, with support under other policies; open groups count once.
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;
using static Dsl.Evaluation.Tests.Support.World;

namespace Dsl.Evaluation.Tests.Interpreting;

public class CombinationTests
{
    private static readonly IrCombination Within = new(false, true, false), Area = new(true, false, false), Newer = new(false, false, true);
    private readonly World _world = new();

    private IrClause On(string number, IrExpression amount, string? matter = "引才", IrExpression? when = null) =>
        _world.Formula(number, amount, when, matter: matter);

    private static void Check(ClauseResult result, ClauseStatus status, Bounds amount, string unknowns = "", string? by = null) =>
        Assert.Equal(
            (status, amount, unknowns, by),
            (result.Status, result.Amount, result.Unknowns.ToString(),
                result.DisplacedBy is { } winner ? $"{winner.PolicyNumber} {winner.ClauseNumber} {winner.Rule}".Trim() : null));

    private SubjectResult InOne(params IrClause[] clauses) => _world.Run(_world.Facts, Policy("甲", new(2021, 1, 1), Within, clauses));

    [Fact]
    public void 高者得()
    {
        var result = InOne(On("1", Money(5)), On("2", Money(8)));
        Check(result.Policies[0].Clauses[0], ClauseStatus.Displaced, Exactly(0), by: "甲 2 从高不重复");
        Check(result.Policies[0].Clauses[1], ClauseStatus.Eligible, Exactly(8));
        Assert.Equal(Exactly(8), result.Totals.Amount);
    }

    [Fact]
    public void 相等时先者得()
    {
        var result = InOne(On("1", Money(5)), On("2", Money(5)));
        Check(result.Policies[0].Clauses[0], ClauseStatus.Eligible, Exactly(5));
        Check(result.Policies[0].Clauses[1], ClauseStatus.Displaced, Exactly(0), by: "甲 1 从高不重复");
    }

    [Fact]
    public void 没有事项或事项不同或另行给予不竞合()
    {
        var additional = _world.Clause("4", new IrFormula(Money(4)), new() { BenefitItem = "引才", IsStackable = true });
        var result = InOne(On("1", Money(1)), On("2", Money(2), matter: null), On("3", Money(3), matter: "研发"), additional);
        Assert.Equal(Exactly(10), result.Totals.Amount);
    }

    [Fact]
    public void 不写从高就相加() =>
        Assert.Equal(Exactly(3), _world.Run(_world.Facts, Policy(On("1", Money(1)), On("2", Money(2)))).Totals.Amount);

    [Fact]
    public void 三者有一个未知()
    {
        // 3 号在 0..6 之间，可能高于 5：谁也没有确定胜出；一组只算一次，最低 5，最高 6。
        var unknown = Min(Of(_world.Investment), Money(6));
        var result = InOne(On("1", Money(5)), On("2", Money(2)), On("3", unknown));
        Check(result.Policies[0].Clauses[0], ClauseStatus.AwaitingDecision, Between(0, 5), "甲 条款 3");
        Check(result.Policies[0].Clauses[1], ClauseStatus.AwaitingDecision, Between(0, 2), "甲 条款 3");
        Check(result.Policies[0].Clauses[2], ClauseStatus.MissingFacts, Between(0, 6), "投资额");
        Assert.Equal(Between(5, 6), result.Totals.Amount);
        Assert.Same(result.Policies[0].Clauses[0].Group, result.Policies[0].Clauses[2].Group);
    }

    [Fact]
    public void 三者有一个未知但不会更高()
    {
        var result = InOne(On("1", Money(5)), On("2", Money(2)), On("3", Min(Of(_world.Investment), Money(4))));
        Check(result.Policies[0].Clauses[0], ClauseStatus.Eligible, Exactly(5));
        Check(result.Policies[0].Clauses[2], ClauseStatus.Displaced, Exactly(0), by: "甲 1 从高不重复");
    }

    [Fact]
    public void 先者上界等于后者时后者不能算确定胜出()
    {
        var result = InOne(On("1", Min(Of(_world.Investment), Money(5))), On("2", Money(5)));
        Check(result.Policies[0].Clauses[1], ClauseStatus.AwaitingDecision, Between(0, 5), "甲 条款 1");
        Assert.Equal(Exactly(5), result.Totals.Amount);
    }

    [Fact]
    public void 条件未知的不能胜出()
    {
        var result = InOne(On("1", Money(9), when: Of(_world.Honest)), On("2", Money(5)));
        Check(result.Policies[0].Clauses[0], ClauseStatus.MissingFacts, Between(0, 9), "诚信经营");
        Check(result.Policies[0].Clauses[1], ClauseStatus.AwaitingDecision, Between(0, 5), "甲 条款 1");
        Assert.Equal(Between(5, 9), result.Totals.Amount);
    }

    [Fact]
    public void 不符合的不参加()
    {
        var result = InOne(On("1", Money(9), when: No), On("2", Money(5)));
        Check(result.Policies[0].Clauses[0], ClauseStatus.NotEligible, Exactly(0));
        Check(result.Policies[0].Clauses[1], ClauseStatus.Eligible, Exactly(5));
    }

    [Fact]
    public void 本区其他政策()
    {
        var first = Policy("甲", new(2021, 1, 1), Area, On("1", Money(5)), On("2", Money(3)));
        var second = Policy("乙", new(2020, 1, 1), IrCombination.None, On("1", Money(4)));
        var result = _world.Run(_world.Facts, first, second);
        // 乙 4 让位于甲的 5；甲之内的两条不竞合。
        Check(result.Policies[1].Clauses[0], ClauseStatus.Displaced, Exactly(0), by: "甲 1 从高不重复");
        Assert.Equal(Exactly(8), result.Totals.Amount);
        var elsewhere =
            new IrPolicy { Title = "丙", Number = "丙", Area = "永川区", EffectiveDate = new(2020, 1, 1), Clauses = [On("1", Money(4))] };
        Assert.Equal(Exactly(12), _world.Run(_world.Facts, first, elsewhere).Totals.Amount);
    }

    [Fact]
    public void 不两两竞合的一组按竞合的部分计()
    {
        // 甲 1 与甲 2 相加，各自与乙竞合：可能给 5 + 3，也可能给乙。
        var first = Policy("甲", new(2021, 1, 1), Area, On("1", Min(Of(_world.Investment), Money(5))),
            On("2", Min(Of(_world.Investment), Money(3))));
        var second = Policy("乙", new(2020, 1, 1), IrCombination.None, On("1", Min(Of(_world.Investment), Money(4))));
        Assert.Equal(Between(0, 8), _world.Run(_world.Facts, first, second).Totals.Amount);
    }

    [Fact]
    public void 从新不论数额()
    {
        var older = Policy("旧", new(2020, 1, 1), IrCombination.None, On("1", Money(9)));
        var newer = Policy("新", new(2021, 1, 1), Newer, On("1", Money(2)));
        var result = _world.Run(_world.Facts, older, newer);
        Check(result.Policies[0].Clauses[0], ClauseStatus.Displaced, Exactly(0), by: "新 1 从新");
        Check(result.Policies[1].Clauses[0], ClauseStatus.Eligible, Exactly(2));
    }

    [Fact]
    public void 新政策不一定适用时旧的保留()
    {
        var older = Policy("旧", new(2020, 1, 1), IrCombination.None, On("1", Money(9)));
        var newer = Policy("新", new(2021, 1, 1), Newer, On("1", Money(2), when: Of(_world.Honest)));
        Check(_world.First(_world.Facts, older, newer), ClauseStatus.AwaitingDecision, Between(0, 9), "新 条款 1");
        Check(_world.First(_world.Facts.With(_world.Honest, false), older, newer), ClauseStatus.Eligible, Exactly(9));
        var later = Policy("新", new(2025, 1, 1), Newer, On("1", Money(2)));
        Check(_world.First(_world.Facts, older, later), ClauseStatus.Eligible, Exactly(9));
    }

    [Fact]
    public void 先从新后从高()
    {
        // 旧 9 先被从新排除，不再与甲比高低；甲 5 高于新 2。
        var older = Policy("旧", new(2019, 1, 1), Area, On("1", Money(9)));
        var middle = Policy("甲", new(2022, 1, 1), Area, On("1", Money(5)));
        var newer = Policy("新", new(2021, 1, 1), Newer, On("1", Money(2)));
        var result = _world.Run(_world.Facts, older, middle, newer);
        Check(result.Policies[0].Clauses[0], ClauseStatus.Displaced, Exactly(0), by: "新 1 从新");
        Check(result.Policies[1].Clauses[0], ClauseStatus.Eligible, Exactly(5));
        Check(result.Policies[2].Clauses[0], ClauseStatus.Displaced, Exactly(0), by: "甲 1 从高不重复");
    }

    private IrClause PerRow(string number, IrExpression amount, IrExpression? cap = null, IrExpression? when = null) =>
        _world.Clause(number, new IrFormula(amount),
            new() { PerRow = _world.Projects, Conditions = when is null ? [] : [Condition(when)], SubjectCap = cap, BenefitItem = "项目" });

    [Fact]
    public void 同一明细逐行竞合()
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 2), Project("b", 10));
        var result = _world.Run(facts, Policy("甲", new(2021, 1, 1), Within, PerRow("1", Money(5)), PerRow("2", Of(_world.Grant))));
        var (first, second) = (result.Policies[0].Clauses[0], result.Policies[0].Clauses[1]);
        Assert.Equal([(ClauseStatus.Eligible, Exactly(5)), (ClauseStatus.Displaced, Exactly(0))],
            first.Rows.Select(row => (row.Status, row.Amount)));
        Assert.Equal([(ClauseStatus.Displaced, Exactly(0)), (ClauseStatus.Eligible, Exactly(10))],
            second.Rows.Select(row => (row.Status, row.Amount)));
        Check(first, ClauseStatus.Eligible, Exactly(5));
        Check(second, ClauseStatus.Eligible, Exactly(10));
        Assert.Equal(Exactly(15), result.Totals.Amount);
    }

    [Fact]
    public void 让位的行不占上限()
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 20), Project("b", 1));
        var result =
            _world.Run(facts, Policy("甲", new(2021, 1, 1), Within, PerRow("1", Money(5), cap: Money(6)), PerRow("2", Of(_world.Grant))));
        Check(result.Policies[0].Clauses[0], ClauseStatus.Eligible, Exactly(5));
        Assert.Empty(result.Policies[0].Clauses[0].Notes);
    }

    [Fact]
    public void 全部行让位则条款让位()
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 20), Project("b", 30, false));
        var result = _world.Run(facts,
            Policy("甲", new(2021, 1, 1), Within, PerRow("1", Money(5), when: Not(AtLeast(Of(_world.Grant), Money(30)))),
                PerRow("2", Of(_world.Grant))));
        Check(result.Policies[0].Clauses[0], ClauseStatus.Displaced, Exactly(0), by: "甲 2 从高不重复");
    }

    [Fact]
    public void 行的竞合未定时合计只算一次()
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", null), Project("b", 1));
        var result =
            _world.Run(facts, Policy("甲", new(2021, 1, 1), Within, PerRow("1", Money(5)), PerRow("2", Min(Of(_world.Grant), Money(8)))));
        var (first, second) = (result.Policies[0].Clauses[0], result.Policies[0].Clauses[1]);
        Check(first, ClauseStatus.AwaitingDecision, Between(5, 10), "甲 条款 2");
        Check(second, ClauseStatus.MissingFacts, Between(0, 8), "科技项目[a].国拨经费");
        Assert.Equal(Between(5, 8), first.Rows[0].Group?.Amount);
        Assert.Equal(Between(10, 13), result.Totals.Amount);
    }

    [Fact]
    public void 其他政策支持()
    {
        var policy = Policy("甲", new(2021, 1, 1), Area, On("1", Money(5)));
        ClauseResult With(params Dsl.Ir.Facts.RowFacts[] rows) => _world.First(_world.Facts.WithRows(_world.OtherSupport, rows), policy);
        Check(With(OtherGrant("1", "引才", 4)), ClauseStatus.Eligible, Exactly(5));
        Check(With(OtherGrant("1", "引才", 5)), ClauseStatus.Displaced, Exactly(0), by: "市〔2020〕9号  从高不重复");
        Check(With(OtherGrant("1", "引才", 9, year: 2024)), ClauseStatus.Displaced, Exactly(0), by: "市〔2020〕9号  从高不重复");
        Check(With(OtherGrant("1", "引才", 9, year: 2023)), ClauseStatus.Eligible, Exactly(5));
        Check(With(OtherGrant("1", "研发", 9)), ClauseStatus.Eligible, Exactly(5));
        Check(With(OtherGrant("1", "引才", null)), ClauseStatus.MissingFacts, Between(0, 5), "其他政策支持[1].金额");
        Check(With(OtherGrant("1", null, 9)), ClauseStatus.MissingFacts, Between(0, 5), "其他政策支持[1].事项");
    }

    [Fact]
    public void 其他政策支持未提供()
    {
        var facts = _world.Facts.WithoutTable(_world.OtherSupport);
        Check(_world.First(facts, Policy("甲", new(2021, 1, 1), Area, On("1", Money(5)))), ClauseStatus.MissingFacts, Between(0, 5),
            "其他政策支持");
        Check(_world.First(facts, Policy("甲", new(2021, 1, 1), Area, On("1", Money(5), matter: null))), ClauseStatus.Eligible, Exactly(5));
        Check(_world.First(facts, Policy("甲", new(2021, 1, 1), Within, On("1", Money(5)))), ClauseStatus.Eligible, Exactly(5));
    }

    [Fact]
    public void 其他政策支持按行()
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 1), Project("b", 1))
            .WithRows(_world.OtherSupport, OtherGrant("1", "项目", 9, row: "b"));
        var result = _world.First(facts, Policy("甲", new(2021, 1, 1), Area, PerRow("1", Money(5))));
        Assert.Equal([ClauseStatus.Eligible, ClauseStatus.Displaced], result.Rows.Select(row => row.Status));
        Check(result, ClauseStatus.Eligible, Exactly(5));
    }

    [Fact]
    public void 落实的条款不与所落实的竞合()
    {
        var higher = Policy("乙", new(2020, 1, 1), Area, On("1", Money(5)));
        var passing = _world.Clause("1", new IrFormula(Money(5)), new() { BenefitItem = "引才", PassThrough = new("乙", "1", true) });
        var result = _world.Run(_world.Facts, higher, Policy("甲", new(2021, 1, 1), Area, passing));
        Assert.Equal([ClauseStatus.Eligible, ClauseStatus.Eligible], result.Policies.Select(policy => policy.Clauses[0].Status));
        Assert.Equal(Exactly(5), result.Totals.Amount);
    }

    [Fact]
    public void 竞合之后才分担()
    {
        var shared = _world.Clause("1", new IrFormula(Money(5)), new() { BenefitItem = "引才", Shares = [new("市级", 1, 1)] });
        var other = _world.Clause("2", new IrFormula(Min(Of(_world.Investment), Money(9))),
            new() { BenefitItem = "引才", Shares = [new("区级", 1, 1)] });
        var result = InOne(shared, other);
        Assert.Equal([new LevelAmount("未定", Between(5, 9))], result.Totals.Levels.ToArray());
        Assert.Equal([new LevelAmount("市级", Between(0, 5))], result.Policies[0].Clauses[0].Levels.ToArray());
        Assert.Equal([new LevelAmount("市级", Exactly(0))],
            _world.Run(_world.Facts.With(_world.Investment, 9),
                Policy("甲", new(2021, 1, 1), Within, shared, other)).Policies[0].Clauses[0].Levels.ToArray());
    }

    [Fact]
    public void 形式不同的竞合未定时各计各的()
    {
        // 奖补与股权投资哪个给还不一定：两边都可能是 0，股权投资不算进奖补的合计。
        var grant = _world.Clause("1", new IrFormula(Min(Of(_world.Investment), Money(5))), new() { BenefitItem = "引才" });
        var equity = _world.Clause("2", new IrCaseByCase(), new() { BenefitItem = "引才", Form = "股权投资" });
        var result = InOne(grant, equity, On("3", Money(2)));
        Assert.Equal((Between(0, 5), 0), (result.Totals.Amount, result.Totals.Unbounded));
        var form = Assert.Single(result.Totals.Forms);
        Assert.Equal(("股权投资", Bounds.NonNegative), (form.Level, form.Amount));
    }
}
