// Explanations as text, clause by clause, against checked-in files; single renderings as one-line tests.
using System.Runtime.CompilerServices;
using Dsl.Evaluation.Explaining;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Values.Terms;
using Dsl.Testing;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;
using static Dsl.Evaluation.Tests.Support.World;

namespace Dsl.Evaluation.Tests.Explaining;

public class ExplanationTests
{
    private readonly World _world = new();

    private void Verify(SubjectFacts facts, IrPolicy[] policies, [CallerMemberName] string name = "")
    {
        var trace = new EvaluationTrace();
        var result = new Interpreter(_world.Program(policies), _world.Context).Evaluate(facts, trace);
        Snapshot.Verify(RepositoryRoot.Combine("tests", "Dsl.Evaluation.Tests", "Explaining", "cases", name + ".verified.txt"),
            ExplanationText.Write(Explainer.Explain(result, trace)));
    }

    private IrExpression ShareOfInvestment => Min(Times(Of(_world.Investment), Percent(30)), Money(100 * Wan));

    [Fact]
    public void 按比例有封顶()
    {
        var clause = new IrClause
        {
            LegalBasis = new()
            {
                Number = "20", Title = "主题活动补贴", Place = "二(七)20", Quotes = ["给予主办方实际发生费用30%、最高100万元的补贴"],
                Origin = new("渝中.policy", 34, 1, 0, 0, "")
            },
            Kind = ClauseKind.Award,
            Subject = _world.Enterprise,
            Conditions =
            [
                Condition(Of(_world.Honest), "诚信经营", fromScope: true),
                new(Not(Of(_world.Done)), true, false, "列入失信名单"),
                Condition(AtLeast(Over(Of(_world.Second), Of(_world.Staff)), Percent(30)), "研发人员数 / 职工总数 达到 30%"),
            ],
            Award = new IrFormula(ShareOfInvestment),
            Shares = [new("市级", 6, 10), new("区级", 4, 10)],
        };
        var facts = _world.Facts.With(_world.Honest, true).With(_world.Done, false).With(_world.Second, 20).With(_world.Staff, 50)
            .With(_world.Investment, 200 * Wan);
        Verify(facts, [Policy(clause)]);
    }

    [Fact]
    public void 缺少与等待()
    {
        var policy = Policy(
            _world.Formula("1", ShareOfInvestment, And(Of(_world.Honest), Member(Of(_world.Industry), true, "文化旅游", "专业服务"))),
            _world.Clause("2", new IrApproval(Money(50 * Wan)), new() { Conditions = [Condition(Of(_world.Recognised), "已认定")] }),
            _world.Formula("3", Over(Money(10), Of(_world.Staff))));
        Verify(_world.Facts.With(_world.Industry, "制造"), [policy]);
    }

    [Fact]
    public void 逐行与上限和历史()
    {
        var clause = _world.Clause("3.1", new IrFormula(Min(Times(Of(_world.Grant), Percent(3)), Money(100 * Wan))),
            new() { PerRow = _world.Projects, Conditions = [Condition(Of(_world.Lead), "承担方式 = 牵头")],
                Frequency = new(FrequencyKind.Yearly, 3, null), SubjectCap = Money(150 * Wan), CumulativeCap = Money(200 * Wan),
                Rounding = new(RoundingMode.Down, Wan) });
        var rows = new[] { Project("P-01", 2000 * Wan, true), Project("P-02", 3333 * Wan, true), Project("P-03", 10, false) };
        Verify(
            _world.Facts.WithRows(_world.Projects, rows).Paid("3.1", 2022, 60 * Wan, "P-01").Paid("3.1", 2023, 10 * Wan, "P-01")
                .Paid("3.1", 2023, -10 * Wan, "P-01").Paid("3.1", 2024, 5 * Wan, "P-01"),
            [Policy(clause)]);
    }

    [Fact]
    public void 竞合与核定()
    {
        var area = new IrCombination(true, true, false);
        var policy = Policy("甲〔2021〕1号", new(2021, 1, 1), area,
            _world.Formula("1", Money(30 * Wan), matter: "引才"),
            _world.Clause("2", new IrApproval(Money(50 * Wan)), new() { BenefitItem = "引才" }),
            _world.Clause("3", new IrApproval(Money(20 * Wan)), new() { BenefitItem = "研发" }),
            _world.Formula("4", Money(10 * Wan), matter: "研发"));
        Verify(_world.Facts.Approved("3", 25 * Wan), [policy]);
    }

    [Fact]
    public void 没有行与不在施行期()
    {
        Verify(_world.Facts.WithRows(_world.Projects), [
            Policy(_world.Formula("1", Of(_world.Grant), And(Of(_world.Honest), Of(_world.Lead)), _world.Projects)),
            Policy("乙", new(2025, 1, 1), IrCombination.None, _world.Formula("1", Money(5)))]);
    }

    private ILookup<string, string> Remarks(SubjectFacts facts, params IrPolicy[] policies)
    {
        var trace = new EvaluationTrace();
        var result = new Interpreter(_world.Program(policies), _world.Context).Evaluate(facts, trace);
        return Explainer.Explain(result, trace).Policies
            .SelectMany(static policy =>
                policy.Clauses.SelectMany(clause => clause.Notes.Select(note => (Clause: $"{policy.Number} {clause.Number}", Note: note))))
            .Where(static note => note.Note.Contains("金额相加", StringComparison.Ordinal))
            .ToLookup(static note => note.Clause, static note => note.Note);
    }

    private static IrPolicy Elsewhere(params IrClause[] clauses) =>
        new()
        {
            Title = "乙", Number = "乙", Area = "重庆市", EffectiveDate = new(2020, 1, 1), Combination = IrCombination.None,
            Clauses = [.. clauses]
        };

    [Fact]
    public void 几份文件同一事项相加时两边都注明()
    {
        var here = Policy("甲", new(2021, 1, 1), new(true, true, false), _world.Formula("1", Money(5), matter: "引才"),
            _world.Formula("2", Money(5), matter: "研发"));
        var remarks = Remarks(_world.Facts, here, Elsewhere(_world.Formula("7", Money(3), matter: "引才"), _world.Formula("8", Money(3))));
        Assert.Equal(["与 乙 条款 7 属同一事项「引才」，两份文件都没有规定两者如何并用，金额相加。"], remarks["甲 1"]);
        Assert.Equal(["与 甲 条款 1 属同一事项「引才」，两份文件都没有规定两者如何并用，金额相加。"], remarks["乙 7"]);
        Assert.Equal(2, remarks.Count);
    }

    [Fact]
    public void 还不一定得到的也注明()
    {
        var remarks = Remarks(_world.Facts, Policy(_world.Clause("1", new IrCaseByCase(), new() { BenefitItem = "引才" })),
            Elsewhere(_world.Formula("7", Money(3), Of(_world.Honest), matter: "引才")));
        Assert.Equal(2, remarks.Count);
    }

    [Fact]
    public void 没有相加的不注明()
    {
        var plain = _world.Formula("1", Money(5), matter: "引才");
        Assert.Empty(Remarks(_world.Facts, Policy(plain, _world.Formula("2", Money(5), matter: "引才"))));
        Assert.Empty(Remarks(_world.Facts, Policy(plain), Elsewhere(_world.Formula("7", Money(3), No, matter: "引才"))));
        Assert.Empty(Remarks(_world.Facts, Policy(plain), Elsewhere(_world.Formula("7", Money(0), matter: "引才"))));
        Assert.Empty(Remarks(_world.Facts, Policy(plain),
            Elsewhere(_world.Clause("7", new IrFormula(Money(3)), new() { BenefitItem = "引才", IsStackable = true }))));
        Assert.Empty(Remarks(_world.Facts, Policy(plain),
            Elsewhere(_world.Clause("7", new IrFormula(Money(3)), new() { BenefitItem = "引才", Form = "股权投资" }))));
        Assert.Empty(Remarks(_world.Facts,
            Policy(_world.Clause("1", new IrFormula(Money(5)), new() { BenefitItem = "引才", PassThrough = new("乙", null, true) })),
            Elsewhere(_world.Formula("7", Money(3), matter: "引才"))));
        // From here on the documents say how: from the higher, or from the newer.
        Assert.Empty(Remarks(_world.Facts, Policy(plain),
            Policy("乙", new(2020, 1, 1), new(true, false, false), _world.Formula("7", Money(3), matter: "引才"))));
        Assert.Empty(Remarks(_world.Facts, Policy("甲", new(2021, 1, 1), new(false, false, true), plain),
            Elsewhere(_world.Formula("7", Money(3), matter: "引才"))));
    }

    [Fact]
    public void 同一明细只有同一行相加才注明()
    {
        IrPolicy[] Policies(IrExpression first, IrExpression second) =>
            [Policy(_world.Formula("1", Money(5), first, _world.Projects, "项目")),
                Elsewhere(_world.Formula("7", Money(3), second, _world.Projects, "项目"))];
        var facts = _world.Facts.WithRows(_world.Projects, Project("a", 10, true), Project("b", 20, false));
        Assert.Empty(Remarks(facts, Policies(Of(_world.Lead), Not(Of(_world.Lead)))));
        Assert.Equal(2, Remarks(facts, Policies(Of(_world.Lead), Yes)).Count);
    }

    private string Figures(IrExpression expression, SubjectFacts facts)
    {
        var trace = new EvaluationTrace();
        var result = new Interpreter(_world.Program(Policy(_world.Formula("1", expression))), _world.Context).Evaluate(facts, trace);
        return Explainer.Explain(result.Policies[0].Policy, result.Policies[0].Clauses[0], trace).Units[0].Figures;
    }

    private SubjectFacts Known => _world.Facts.With(_world.Investment, 200 * Wan).With(_world.Staff, 50).With(_world.Honest, true);

    [Fact] public void 代入数字() => Assert.Equal("min(200万元 × 30% = 60万元, 100万元) = 60万元", Figures(ShareOfInvestment, Known));

    [Fact]
    public void 未知的事实写名字() =>
        Assert.Equal("min(投资额（0元..不封顶） × 30% = 0元..不封顶, 100万元) = 0元..100万元", Figures(ShareOfInvestment, _world.Facts));

    [Fact] public void 单个数字不重复() => Assert.Equal("500万元", Figures(Money(500 * Wan), Known));

    [Fact]
    public void 括号按需要()
    {
        Assert.Equal("(200万元 + 1元) × 2 = 4,000,002元", Figures(Times(Add(Of(_world.Investment), Money(1)), Number(2)), Known));
        Assert.Equal("200万元 − (1元 − 2元) = 2,000,001元", Figures(Subtract(Of(_world.Investment), Subtract(Money(1), Money(2))), Known));
        Assert.Equal("200万元 + 1元 × 2 = 2,000,002元", Figures(Add(Of(_world.Investment), Times(Money(1), Number(2))), Known));
    }

    [Fact]
    public void 若只写走到的一边()
    {
        Assert.Equal("若 诚信经营（是）则 10万元", Figures(If(Of(_world.Honest), Money(10 * Wan), Money(2 * Wan)), Known));
        Assert.Equal("若 诚信经营（否） 否则 2万元",
            Figures(If(Of(_world.Honest), Money(10 * Wan), Money(2 * Wan)), Known.With(_world.Honest, false)));
        Assert.Equal("若 诚信经营（未知）则 10万元 否则 2万元 = 2万元..10万元",
            Figures(If(Of(_world.Honest), Money(10 * Wan), Money(2 * Wan)), _world.Facts));
    }

    [Fact]
    public void 合计写出各行之和()
    {
        var sum = Times(Aggregate(AggregateKind.Sum, _world.Projects, Of(_world.Grant)), Percent(10));
        Assert.Equal("Sum(科技项目)（30元） × 10% = 3元",
            Figures(sum, Known.WithRows(_world.Projects, Project("a", 10), Project("b", 20))));
    }

    [Fact]
    public void 很长的连加只写首尾()
    {
        var sum = Money(1);
        for (var i = 0; i < 10_000; i++)
            sum = Add(sum, Money(1));
        Assert.Equal("1元 + 1元 + 1元 + 1元 + 1元 + 1元 + 1元 …… + 1元 + 1元 + 1元 + 1元 + 1元 + 1元 = 10,001元", Figures(sum, Known));
    }

    [Fact]
    public void 每一种等待都有一句话()
    {
        foreach (var kind in Enum.GetValues<UnknownKind>())
            Assert.EndsWith("。", Wording.Need(new(kind, "名")), StringComparison.Ordinal);
    }
}
