// 竞合 remembers: what earlier years paid for a 事项 comes off; rows compete by key, their sum against clauses without rows.
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;
using static Dsl.Evaluation.Tests.Support.World;

namespace Dsl.Evaluation.Tests.Interpreting;

public class MemoryTests
{
    private static readonly IrCombination Within = new(false, true, false), Area = new(true, false, false), Both = new(true, true, false);
    private static readonly IrFrequency Once = new(FrequencyKind.Once, null, null), Yearly = new(FrequencyKind.Yearly, null, null);
    private readonly World _world = new();

    private IrClause On(string number, IrExpression amount, IrFrequency? frequency = null, IrExpression? when = null,
        IrExpression? cap = null, bool additional = false, string matter = "平台") =>
        _world.Clause(number, new IrFormula(amount),
            new() { Conditions = when is null ? [] : [Condition(when)], Frequency = frequency ?? Once, SubjectCap = cap,
                BenefitItem = matter, IsStackable = additional });

    private IrClause PerRow(string number, IrExpression amount, IrFrequency? frequency = null, IrExpression? cap = null) =>
        _world.Clause(number, new IrFormula(amount),
            new() { PerRow = _world.Projects, Frequency = frequency ?? Once, SubjectCap = cap, BenefitItem = "平台" });

    private SubjectResult InOne(SubjectFacts facts, params IrClause[] clauses) =>
        _world.Run(facts, Policy("甲", new(2021, 1, 1), Within, clauses));

    private static string Text(ClauseResult result) =>
        $"{result.Status.Word()} [{result.Amount.Low}, {result.Amount.High?.ToString() ?? "不封顶"}]"
        + (result.Unknowns.IsNone ? "" : $" {result.Unknowns}")
        + (result.DisplacedBy is { } by ? $" 让位于 {by.PolicyNumber} {by.ClauseNumber}（{by.Rule}）" : "");

    private static string Text(SubjectResult result) =>
        string.Join("；", result.Policies.SelectMany(static policy => policy.Clauses).Select(Text));

    [Fact]
    public void 以前年度已得的扣除()
    {
        var result = InOne(_world.Facts.Paid("1", 2020, 80 * Wan), On("1", Money(80 * Wan)), On("2", Money(200 * Wan)));
        Assert.Equal("不符合 [0, 0]；符合 [1200000, 1200000]", Text(result));
        Assert.Equal("同一事项以前年度已得（2020年度 甲 条款 1 80万元）：由 200万元 减为 120万元。",
            Assert.Single(result.Policies[0].Clauses[1].Notes));
        Assert.Equal(Exactly(120 * Wan), result.Totals.Amount);
    }

    [Fact]
    public void 上一年的输家不再得() =>
        Assert.Equal("不符合 [0, 0]；让位 [0, 0] 让位于 甲 1（从高不重复，2020年度已得）",
            Text(InOne(_world.Facts.Paid("1", 2020, 80), On("1", Money(80)), On("2", Money(60)))));

    [Theory]
    [InlineData(79, "符合 [1, 1]")]
    [InlineData(80, "让位 [0, 0] 让位于 甲 1（从高不重复，2020年度已得）")]
    [InlineData(81, "让位 [0, 0] 让位于 甲 1（从高不重复，2020年度已得）")]
    public void 正好得满(int received, string expected) =>
        Assert.Equal(expected,
            Text(InOne(_world.Facts.Paid("1", 2020, received), On("1", Money(9)), On("2", Money(80))).Policies[0].Clauses[1]));

    [Fact]
    public void 几年几条的合起来() =>
        Assert.Equal("不符合 [0, 0]；不符合 [0, 0]；符合 [50, 50]",
            Text(
                InOne(_world.Facts.Paid("1", 2021, 80).Paid("2", 2022, 20), On("1", Money(80)), On("2", Money(100)), On("3", Money(150)))));

    [Fact]
    public void 退回的不算已得() =>
        Assert.Equal("符合 [150, 150]", Text(
            InOne(_world.Facts.Paid("1", 2021, 80).Paid("1", 2022, -80), On("1", Money(80)), On("3", Money(150))).Policies[0].Clauses[1]));

    [Fact]
    public void 本年和以后年度的记录不是以前年度()
    {
        var facts = _world.Facts.Paid("1", 2024, 80).Paid("1", 2025, 80);
        Assert.Equal("让位 [0, 0] 让位于 甲 2（从高不重复）；符合 [100, 100]", Text(InOne(facts, On("1", Money(80)), On("2", Money(100)))));
    }

    [Fact]
    public void 每年的条款只在当年比较()
    {
        var facts = _world.Facts.Paid("1", 2023, 80).Paid("2", 2023, 90);
        Assert.Equal("让位 [0, 0] 让位于 甲 2（从高不重复）；符合 [100, 100]",
            Text(InOne(facts, On("1", Money(80), Yearly), On("2", Money(100), Yearly))));
        // 没有写频次的也一样。
        Assert.Equal("让位 [0, 0] 让位于 甲 2（从高不重复）；符合 [100, 100]",
            Text(InOne(facts, On("1", Money(80), IrFrequency.Unlimited), On("2", Money(100), IrFrequency.Unlimited))));
    }

    [Fact]
    public void 一次性的与每年的比较余下的()
    {
        var facts = _world.Facts.Paid("3", 2023, 80).Paid("2", 2023, 500);
        IrClause[] Clauses(int yearly) => [On("1", Money(200)), On("2", Money(yearly), Yearly), On("3", Money(80))];
        Assert.StartsWith("符合 [120, 120]；让位 [0, 0] 让位于 甲 1（从高不重复）", Text(InOne(facts, Clauses(119))),
            StringComparison.Ordinal);
        Assert.StartsWith("让位 [0, 0] 让位于 甲 2（从高不重复）；符合 [121, 121]", Text(InOne(facts, Clauses(121))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void 另行给予的和别的事项的不算()
    {
        var facts = _world.Facts.Paid("2", 2023, 80).Paid("3", 2023, 70);
        var result = InOne(facts, On("1", Money(200)), On("2", Money(80), additional: true), On("3", Money(70), matter: "别的"));
        Assert.StartsWith("符合 [200, 200]；", Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public void 不竞合的政策的记录不算()
    {
        var facts = _world.Facts.Paid("1", 2023, 80, policy: "乙");
        var other = Policy("乙", new(2020, 1, 1), IrCombination.None, On("1", Money(80)));
        Assert.EndsWith("符合 [200, 200]", Text(_world.Run(facts, other, Policy("甲", new(2021, 1, 1), Within, On("1", Money(200))))),
            StringComparison.Ordinal);
        Assert.EndsWith("符合 [120, 120]", Text(_world.Run(facts, other, Policy("甲", new(2021, 1, 1), Area, On("1", Money(200))))),
            StringComparison.Ordinal);
        // 已经失效的政策，给过的仍然算。
        var expired = new IrPolicy
        {
            Title = "乙", Number = "乙", Area = "渝中区", EffectiveDate = new(2020, 1, 1), ExpiryDate = new(2023, 12, 31),
            Clauses = [On("1", Money(80))]
        };
        Assert.EndsWith("符合 [120, 120]", Text(_world.Run(facts, expired, Policy("甲", new(2021, 1, 1), Area, On("1", Money(200))))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void 没有写文号的记录只算一次()
    {
        var facts = _world.Facts.Paid("1", 2023, 80);
        var other = Policy("乙", new(2020, 1, 1), Both, On("1", Money(80)));
        Assert.EndsWith("；符合 [120, 120]",
            Text(_world.Run(facts, other, Policy("甲", new(2021, 1, 1), Both, On("2", Money(200)), On("1", Money(9)))))
                .Replace("；不符合 [0, 0]", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void 以前年度的其他政策支持()
    {
        var policy = Policy("甲", new(2021, 1, 1), Area, On("1", Money(200)));
        string With(IrPolicy under, params RowFacts[] rows) => Text(_world.First(_world.Facts.WithRows(_world.OtherSupport, rows), under));
        Assert.Equal("符合 [120, 120]", With(policy, OtherGrant("1", "平台", 80, year: 2023)));
        Assert.Equal("符合 [90, 90]", With(policy, OtherGrant("1", "平台", 80, year: 2023), OtherGrant("2", "平台", 30, year: 2020)));
        Assert.Equal("让位 [0, 0] 让位于 市〔2020〕9号 （从高不重复，2023年度已得）",
            With(policy, OtherGrant("1", "平台", 200, year: 2023)));
        Assert.Equal("符合 [200, 200]", With(policy, OtherGrant("1", "别的", 80, year: 2023)));
        Assert.Equal("符合 [200, 200]", With(policy, OtherGrant("1", "平台", 80, year: 2025)));
        Assert.Equal("资料不全 [120, 200] 其他政策支持[1].事项", With(policy, OtherGrant("1", null, 80, year: 2023)));
        Assert.Equal("资料不全 [0, 200] 其他政策支持[1].金额", With(policy, OtherGrant("1", "平台", null, year: 2023)));
        // 当年的与余下的比较；只在本政策内竞合的不看其他政策。
        Assert.Equal("让位 [0, 0] 让位于 市〔2020〕9号 （从高不重复）",
            With(policy, OtherGrant("1", "平台", 80, year: 2023), OtherGrant("2", "平台", 120)));
        Assert.Equal("符合 [200, 200]",
            With(Policy("甲", new(2021, 1, 1), Within, On("1", Money(200))), OtherGrant("1", "平台", 80, year: 2023)));
        Assert.Equal("符合 [200, 200]",
            With(Policy("甲", new(2021, 1, 1), Area, On("1", Money(200), Yearly)), OtherGrant("1", "平台", 80, year: 2023)));
    }

    [Fact]
    public void 以前年度的其他支持只从同一行扣除()
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 60), Project("b", 50));
        SubjectResult With(string? row) =>
            _world.Run(facts.WithRows(_world.OtherSupport, OtherGrant("1", "平台", 40, row, year: 2023)),
                Policy("甲", new(2021, 1, 1), Both, PerRow("1", Of(_world.Grant)), On("2", Money(9))));
        Assert.Equal(Exactly(70), With("a").Totals.Amount);
        Assert.Equal(Exactly(110), With("c").Totals.Amount);
        // 没有写是哪一行的，不是给今年这些行的。
        Assert.Equal(Exactly(110), With(null).Totals.Amount);
    }

    [Fact]
    public void 从几条的各行里按比例扣除到分()
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 1), Project("b", 2)).Paid("9", 2020, 1);
        // 甲 1 得 a 行 1.5，甲 2 得 b 行 2：扣除的 1 元按 3:4 分。
        var result = InOne(facts, PerRow("1", Money(new Rational(3, 2))), PerRow("2", Of(_world.Grant)), On("9", Money(1)));
        Assert.Equal("符合 [1.07, 1.07]；符合 [1.43, 1.43]；不符合 [0, 0]", Text(result));
        Assert.Equal(Exactly(new Rational(5, 2)), result.Totals.Amount);
    }

    [Fact]
    public void 金额未知的两头都扣除()
    {
        IrClause[] clauses = [On("1", Money(80)), On("2", Min(Of(_world.Investment), Money(200)))];
        Assert.Equal("资料不全 [0, 120] 投资额", Text(InOne(_world.Facts.Paid("1", 2020, 80), clauses).Policies[0].Clauses[1]));
        Assert.Equal("让位 [0, 0] 让位于 甲 1（从高不重复，2020年度已得）",
            Text(InOne(_world.Facts.Paid("1", 2020, 200), clauses).Policies[0].Clauses[1]));
        // 条件未知的也是。
        Assert.Equal("资料不全 [0, 20] 诚信经营",
            Text(InOne(_world.Facts.Paid("1", 2020, 80), clauses[0], On("2", Money(100), when: Of(_world.Honest))).Policies[0].Clauses[1]));
    }

    [Fact]
    public void 扣除以后谁高未定的一组()
    {
        var result = InOne(_world.Facts.Paid("1", 2020, 80), On("1", Money(80)), On("2", Min(Of(_world.Investment), Money(200))),
            On("3", Money(100)));
        Assert.Equal("不符合 [0, 0]；资料不全 [0, 120] 投资额；待核定 [0, 20] 甲 条款 2", Text(result));
        Assert.Equal(Between(20, 120), result.Totals.Amount);
    }

    [Fact]
    public void 单位上限之后才扣除() =>
        Assert.Equal("符合 [70, 70]",
            Text(InOne(_world.Facts.Paid("1", 2020, 80), On("1", Money(80)), On("2", Money(200), cap: Money(150))).Policies[0].Clauses[1]));

    [Fact]
    public void 逐行扣除同一行已得的()
    {
        var facts =
            _world.Facts.WithRows(_world.Projects, Project("a", 10), Project("b", 30)).Paid("1", 2020, 8, "a").Paid("1", 2021, 40, "b");
        var result = InOne(facts, PerRow("1", Money(8)), PerRow("2", Of(_world.Grant)));
        Assert.Equal("不符合 [0, 0]；符合 [2, 2]", Text(result));
        Assert.Equal(["符合 2", "让位 0"], result.Policies[0].Clauses[1].Rows.Select(row => $"{row.Status.Word()} {row.Amount.High}"));
        Assert.Equal("事项行 a：同一事项以前年度已得（2020年度 甲 条款 1 8元）：由 10元 减为 2元。",
            result.Policies[0].Clauses[1].Notes[0]);
        Assert.Equal(["a", "b"], result.Policies[0].Clauses[1].ReceivedNotes.Select(note => note.RowKey));
    }

    [Theory]
    [InlineData(14, "符合 [5, 5]；符合 [10, 10]；让位 [0, 0] 让位于 甲 2（从高不重复）")]
    [InlineData(15, "符合 [5, 5]；符合 [10, 10]；让位 [0, 0] 让位于 甲 2（从高不重复）")]
    [InlineData(16, "让位 [0, 0] 让位于 甲 3（从高不重复）；让位 [0, 0] 让位于 甲 3（从高不重复）；符合 [16, 16]")]
    public void 各行胜出的合起来与没有行的比较(int whole, string expected)
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 2), Project("b", 10));
        Assert.Equal(expected, Text(InOne(facts, PerRow("1", Money(5)), PerRow("2", Of(_world.Grant)), On("3", Money(whole)))));
    }

    [Fact]
    public void 各行未定时一组只算一次()
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", null), Project("b", 1));
        SubjectResult With(int whole) =>
            InOne(facts, PerRow("1", Money(5)), PerRow("2", Min(Of(_world.Grant), Money(8))), On("3", Money(whole)));
        // 各行胜出的合计在 10 与 13 之间。
        Assert.EndsWith("符合 [14, 14]", Text(With(14)), StringComparison.Ordinal);
        Assert.EndsWith("让位 [0, 0] 让位于 甲 1（从高不重复）", Text(With(10)), StringComparison.Ordinal);
        Assert.Equal(Between(10, 13), With(10).Totals.Amount);
        Assert.Equal(Between(12, 13), With(12).Totals.Amount);
    }

    [Fact]
    public void 没有行的已得从各行的合计里扣除一次()
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 60), Project("b", 50)).Paid("3", 2020, 100);
        var result = InOne(facts, PerRow("1", Of(_world.Grant)), PerRow("2", Money(1)), On("3", Money(100)));
        Assert.Equal(Exactly(10), result.Totals.Amount);
        Assert.Equal("符合 [10, 10]", Text(result.Policies[0].Clauses[0]));
        Assert.Equal(["60", "50"], result.Policies[0].Clauses[0].Rows.Select(row => $"{row.Amount.High}"));
        // 下一年：行已经各记足额，扣除的记在上限扣减里，不再扣第二次。
        var later = facts.WithRows(_world.Projects, Project("a", 60), Project("b", 50), Project("c", 30))
            .Paid("1", 2022, 60, "a").Paid("1", 2022, 50, "b").Paid("1", 2022, -100, PaymentRecord.CutRow);
        Assert.Equal(Exactly(30), InOne(later, PerRow("1", Of(_world.Grant)), PerRow("2", Money(1)), On("3", Money(100))).Totals.Amount);
        // 没有行的，扣除各行已得的净额。
        Assert.Equal("符合 [80, 80]",
            Text(
                InOne(later, PerRow("1", Of(_world.Grant)), On("3", Money(100)), On("4", Money(190)),
                    On("5", Money(60))).Policies[0].Clauses[
                    2]));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(3000)]
    public void 行再多_上限削减的说明也很快得出(int rows)
    {
        var facts = _world.Facts.WithRows(_world.Projects, [.. Enumerable.Range(1, rows).Select(static i => Project($"p{i}", 60))]);
        var note = Assert.Single(
            InOne(facts, PerRow("1", Of(_world.Grant), cap: Money(5)), PerRow("2", Money(2))).Policies[0].Clauses[0].ReceivedNotes);
        Assert.Contains("请核对", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void 上限削减到败出的行以下的注明()
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 60));
        ClauseResult With(int cap, int loser) =>
            InOne(facts, PerRow("1", Of(_world.Grant), cap: Money(cap)), PerRow("2", Money(loser))).Policies[0].Clauses[0];
        Assert.Equal(
            "逐行比较时让位的 甲 条款 2 算得 50元，高于本条款过了上限、扣除以前年度已得以后的 10元；比较在上限之前，不再改给，请核对。",
            Assert.Single(With(10, 50).ReceivedNotes).Text);
        Assert.Contains(With(10, 50).Notes, static note => note.Contains("请核对", StringComparison.Ordinal));
        Assert.Empty(With(50, 50).ReceivedNotes);
        Assert.Empty(With(60, 50).ReceivedNotes);
        // 几条合起来才更高的也注明：a 行让给条款 2，条款 1 仍得满 60 元。
        var several = InOne(facts.WithRows(_world.Projects, Project("a", 60), Project("b", 90)),
            PerRow("1", Of(_world.Grant), cap: Money(60)), PerRow("2", Money(25))).Policies[0].Clauses[0];
        Assert.Equal("逐行比较在上限之前：有的行改给让位的条款，这一事项合计是 85元，高于现在的 60元；不再改给，请核对。",
            Assert.Single(several.ReceivedNotes).Text);
    }

    [Fact]
    public void 一次性的行已由没有行的条款得足_让给每年的行()
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 60), Project("b", 30)).Paid("3", 2020, 80);
        SubjectResult With(int yearly) =>
            InOne(facts, PerRow("1", Of(_world.Grant)), PerRow("2", Money(yearly), Yearly), On("3", Money(80)));
        // 一次性的 60 + 30 扣除 80 余 10；每年的 b 行 40：50 - 80 不够扣，每年的两行 80 更高。
        Assert.StartsWith("让位 [0, 0] 让位于 甲 3（从高不重复，2020年度已得）；符合 [80, 80]；不符合", Text(With(40)),
            StringComparison.Ordinal);
        // 每年的每行 4 元，合计 8 元，低于余下的 10 元。
        Assert.StartsWith("符合 [10, 10]；让位 [0, 0] 让位于 甲 1（从高不重复）；不符合", Text(With(4)), StringComparison.Ordinal);
        Assert.Equal(Exactly(12), With(6).Totals.Amount);
    }

    [Fact]
    public void 只有一方写明竞合的_行与没有行的一并决定()
    {
        // 乙 2 与乙 1 相加，甲与两条都竞合：给甲 60，或者给乙 50 + 100。
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 60));
        var second = Policy("乙", new(2020, 1, 1), IrCombination.None, PerRow("1", Money(50)), On("2", Money(100)));
        var result = _world.Run(facts, second, Policy("甲", new(2021, 1, 1), Area, PerRow("1", Of(_world.Grant))));
        Assert.Equal("符合 [50, 50]；符合 [100, 100]；让位 [0, 0] 让位于 乙 2（从高不重复）", Text(result));
        // 条件未知的，谁也不确定。
        var open = Policy("乙", new(2020, 1, 1), IrCombination.None, PerRow("1", Money(50)), On("2", Money(100), when: Of(_world.Honest)));
        result = _world.Run(facts, open, Policy("甲", new(2021, 1, 1), Area, PerRow("1", Of(_world.Grant))));
        Assert.Equal([Between(0, 50), Between(0, 100), Between(0, 60)],
            result.Policies.SelectMany(static policy => policy.Clauses).Select(static clause => clause.Amount));
        Assert.True(result.Totals.Amount.Low <= 60 && result.Totals.Amount.High >= 150);
    }

    [Fact]
    public void 相加的一条扣除过的_别的一条不再扣()
    {
        // 2020 年乙得 50，2021 年甲 1 算得 60 只给 10；今年甲 2 的 30 与甲 1 相加，高于乙。
        var facts = _world.Facts.Paid("1", 2020, 50, policy: "乙").Paid("1", 2021, 10, policy: "甲");
        var second = Policy("乙", new(2020, 1, 1), IrCombination.None, On("1", Money(50)), On("2", Money(70)));
        IrPolicy First(int amount) => Policy("甲", new(2021, 1, 1), Area, On("1", Money(60)), On("2", Money(amount)));
        Assert.Equal("不符合 [0, 0]；符合 [60, 60]；不符合 [0, 0]；让位 [0, 0] 让位于 乙 2（从高不重复）",
            Text(_world.Run(facts, second, First(30))));
        Assert.Equal(Exactly(70), _world.Run(facts, second, First(70)).Totals.Amount);
    }

    [Fact]
    public void 同一明细相加的一条从合计里扣除过的_别的一条不再扣()
    {
        // 2020 年乙得 50，2021 年甲 1 的 a 行 60 扣去 50 给 10；今年甲 2 的 b 行与甲 1 相加。
        var facts = _world.Facts.WithRows(_world.Projects, Project("b", 70)).Paid("1", 2020, 50, policy: "乙")
            .Paid("1", 2021, 60, "a", policy: "甲").Paid("1", 2021, -50, PaymentRecord.CutRow, policy: "甲");
        var second = Policy("乙", new(2020, 1, 1), IrCombination.None, On("1", Money(50)));
        var first = Policy("甲", new(2021, 1, 1), Area, PerRow("1", Money(0)), PerRow("2", Of(_world.Grant)));
        Assert.Equal(Exactly(70), _world.Run(facts, second, first).Totals.Amount);
        // 两条各扣过一部分的，也不再扣。
        facts = facts.Paid("2", 2021, 40, "a", policy: "甲").Paid("2", 2021, -20, PaymentRecord.CutRow, policy: "甲")
            .Paid("1", 2021, 20, PaymentRecord.CutRow, policy: "甲");
        Assert.Equal(Exactly(70), _world.Run(facts, second, first).Totals.Amount);
        // 甲写明本政策内竞合的，两条也不相加：b 行没有得过，合计里扣过的不再扣。
        Assert.Equal(Exactly(70),
            _world.Run(facts, second,
                Policy("甲", new(2021, 1, 1), Both, PerRow("1", Money(0)), PerRow("2", Of(_world.Grant)))).Totals.Amount);
    }

    [Fact]
    public void 转付的条款不分摊要扣除的()
    {
        // 丙付 60，甲转付丙的；乙以前年度得 40，丙余 20。
        var facts = _world.Facts.Paid("1", 2020, 40, policy: "乙");
        var passing =
            _world.Clause("1", new IrFormula(Money(30)),
                new() { Frequency = Once, BenefitItem = "平台", PassThrough = new("丙", "1", true) });
        var result = _world.Run(facts, Policy("乙", new(2019, 1, 1), IrCombination.None, On("1", Money(40))),
            Policy("丙", new(2020, 1, 1), Area, On("1", Money(60))), Policy("甲", new(2021, 1, 1), Area, passing));
        Assert.Equal(Exactly(20), result.Totals.Amount);
    }

    [Fact]
    public void 给某一行的其他支持只与那一行比较()
    {
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 60), Project("b", 50));
        SubjectResult With(int? year) =>
            _world.Run(facts.WithRows(_world.OtherSupport, OtherGrant("1", "平台", 100, row: "a", year: year)),
                Policy("甲", new(2021, 1, 1), Both, PerRow("1", Of(_world.Grant)), On("2", Money(51))));
        Assert.Equal(Exactly(51), With(null).Totals.Amount);
        Assert.Equal(Exactly(51), With(2023).Totals.Amount);
    }

    [Fact]
    public void 两条相加的胜过单独更高的一条()
    {
        // 甲 1 与甲 2 相加，各自与乙竞合：60 + 60 高于 100。
        var first = Policy("甲", new(2021, 1, 1), Area, On("1", Money(60)), On("2", Money(60)));
        var second = Policy("乙", new(2020, 1, 1), IrCombination.None, On("1", Money(100)));
        Assert.Equal(Exactly(120), _world.Run(_world.Facts, first, second).Totals.Amount);
        // 乙以前年度得的 50，只扣一次。
        Assert.Equal(Exactly(70), _world.Run(_world.Facts.Paid("1", 2020, 50, policy: "乙"), first, second).Totals.Amount);
    }
}
