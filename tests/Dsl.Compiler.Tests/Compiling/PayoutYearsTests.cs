// Awards that are paid in parts, over the years, from the text to the money: nothing is lost, nothing is paid twice.
using System.Collections.Immutable;
using Dsl.Compiler.Tests.Support;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Compiler.Tests.Compiling;

public class PayoutYearsTests
{
    [Theory]
    [InlineData("次年起 40%、30%、30%", "100.01", "0 40.00 30.00 30.01 0")]
    [InlineData("当年起 40%、30%、余款", "100.01", "40.00 30.00 30.01 0 0")]
    [InlineData("分 3年", "100", "33.33 33.33 33.34 0 0")]
    [InlineData("次年起 分 2年", "0.01", "0 0 0.01 0 0")]
    public void 逐年付完_加起来是应得(string payout, string award, string paid)
    {
        var program = Program($"条款 1 甲\n  频次 一次性\n  条件 依法纳税\n  奖补 = 研发费用\n  兑付 {payout}");
        var (records, got) = (ImmutableArray<PaymentRecord>.Empty, new List<string>());
        for (var year = 2024; year < 2029; year++)
        {
            // The condition holds in the first year only, and the policy has ended by then.
            var facts = Facts(program, award, year == 2024) with { Payments = records };
            var result = Only(program, facts, year);
            got.Add($"{result.Amount.Low}");
            Assert.True(result.Amount.IsPoint);
            if (year == 2024)
                records = [new("测〔2024〕1号", "1", null, 2024, Money(award))];
            records = [.. records, .. result.Parts.Select(part => new PaymentRecord("测〔2024〕1号", "1", null, year,
                part.Amount.Low ?? 0) { Part = part.Part })];
            Assert.Equal(Bounds.Exactly(year == 2024 ? Money(award) : 0), result.Entitled);
            // Computed anew with what was published for the year itself, it is the same.
            Assert.Equal(result.Amount, Only(program, facts with { Payments = records }, year).Amount);
        }
        Assert.Equal(paid.Split(' ').Select(text => $"{Money(text)}"), got);
    }

    [Fact]
    public void 按阶段_到了哪一步付到哪一步_付过的不再看()
    {
        var program = Program("条款 1 甲\n  频次 一次性\n  奖补 = 100.01元\n  兑付 按 阶段: 依法纳税 30%、诚信经营 30%、高新技术企业 余款");
        ImmutableArray<PaymentRecord> award = [new(null, "1", null, 2024, Money("100.01"))];
        Assert.Equal(new Bounds(0, Money("100.01")), Only(program, Stages(program, null, null, null), 2024).Amount);
        Assert.Equal(Bounds.Exactly(30), Only(program, Stages(program, true, false, false), 2024).Amount);
        var paid = award.Add(new(null, "1", null, 2024, 30) { Part = new(2024, 1) });
        Assert.Equal(Bounds.Exactly(30), Only(program, Stages(program, false, true, false) with { Payments = paid }, 2025).Amount);
        Assert.Equal(Bounds.Exactly(Money("70.01")),
            Only(program, Stages(program, true, true, true) with { Payments = paid }, 2026).Amount);
        var open = Only(program, Stages(program, true, true, null) with { Payments = paid }, 2026);
        Assert.Equal((new Bounds(30, Money("70.01")), ClauseStatus.AwaitingDecision), (open.Amount, open.Status));
    }

    [Fact]
    public void 更正少了的_已付超过应付就不再付()
    {
        var program = Program("条款 1 甲\n  频次 一次性\n  条件 依法纳税\n  奖补 = 研发费用\n  兑付 次年起 50%、50%");
        ImmutableArray<PaymentRecord> records = [
            new(null, "1", null, 2024, 100), new(null, "1", null, 2025, 50) { Part = new(2024, 1) }, new(null, "1", null, 2024, -60),
        ];
        Assert.Equal(Bounds.Exactly(0), Only(program, Facts(program, "0", false) with { Payments = records }, 2026).Amount);
        // A part that was not paid in its year is paid with the next one.
        Assert.Equal(Bounds.Exactly(100),
            Only(program, Facts(program, "0", false) with { Payments = [records[0]] }, 2026).Amount);
    }

    [Fact]
    public void 多付的从后面的期里扣_没有应得的不猜()
    {
        var program = Program("条款 1 甲\n  频次 一次性\n  条件 依法纳税\n  奖补 = 研发费用\n  兑付 次年起 50%、50%");
        ImmutableArray<PaymentRecord> records = [
            new(null, "1", null, 2024, 100), new(null, "1", null, 2025, 50) { Part = new(2024, 1) }, new(null, "1", null, 2024, -20),
        ];
        // 80 in all, 50 of it paid: 30 is left, and no part is taken back.
        var result = Only(program, Facts(program, "0", false) with { Payments = records }, 2026);
        Assert.Equal(new PartResult(new(2024, 2), Bounds.Exactly(30)), Assert.Single(result.Parts));
        var last = records.Add(new(null, "1", null, 2026, 30) { Part = new(2024, 2) });
        Assert.Equal(Bounds.Exactly(0), Only(program, Facts(program, "0", false) with { Payments = last }, 2027).Amount);
        var orphan = Only(program, Facts(program, "0", false) with { Payments = [records[1]] }, 2026);
        Assert.Equal((Bounds.Exactly(0), ClauseStatus.NotEligible), (orphan.Amount, orphan.Status));
        Assert.Contains(orphan.Notes, static note => note.Contains("没有 2024年度的应得", StringComparison.Ordinal));
    }

    [Fact]
    public void 不知道的给上下限_以前的一期照付()
    {
        var program = Program("条款 1 甲\n  频次 每年\n  条件 依法纳税\n  奖补 = 研发费用\n  兑付 50%、余款");
        var facts = With(SubjectFacts.Empty(program.Schema.Subjects[0], "甲"), "研发费用", NumberValue.Of(100)) with
        {
            Payments = [new(null, "1", null, 2024, 60), new(null, "1", null, 2024, 30) { Part = new(2024, 1) }],
        };
        var result = Only(program, facts, 2025);
        Assert.Equal((new Bounds(0, 100), new Bounds(30, 80), ClauseStatus.MissingFacts),
            (result.Entitled, result.Amount, result.Status));
        Assert.Equal([new PartResult(new(2024, 2), Bounds.Exactly(30)), new(new(2025, 1), new(0, 50))], result.Parts.AsEnumerable());
    }

    [Fact]
    public void 累计上限和已得看的是应得()
    {
        var program = Program("""
            条款 1 甲
              频次 每年
              奖补 = 60元
              累计上限 100元
              兑付 次年起 50%、50%

            条款 2 乙
              频次 每年
              奖补 = 1元 + 已得(条款 1)
            """);
        var facts = Facts(program, "0", true) with
        {
            Payments = [new(null, "1", null, 2024, 60), new(null, "1", null, 2025, 30) { Part = new(2024, 1) }],
        };
        var clauses = new Interpreter(program, new(new(2025, 12, 31), 2025)).Evaluate(facts).Policies[0].Clauses;
        Assert.Equal((Bounds.Exactly(40), Bounds.Exactly(30)), (clauses[0].Entitled, clauses[0].Amount));
        Assert.Equal((Rational?)30, clauses[0].PaidThisYear);
        Assert.Equal(Bounds.Exactly(61), clauses[1].Amount);
    }

    private static Rational Money(string text) => new(System.Numerics.BigInteger.Parse(
        text.Contains('.', StringComparison.Ordinal) ? text.Replace(".", "", StringComparison.Ordinal) : text + "00",
        System.Globalization.CultureInfo.InvariantCulture), 100);

    private static IrProgram Program(string text)
    {
        var compilation = Prelude.Compile(text);
        Assert.Empty(compilation.Diagnostics.Where(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error)
            .Select(static finding => finding.ToString()));
        return compilation.Program;
    }

    private static SubjectFacts Facts(IrProgram program, string spent, bool pays) =>
        With(With(SubjectFacts.Empty(program.Schema.Subjects[0], "甲"), "研发费用", NumberValue.Of(Money(spent))), "依法纳税",
            pays ? TruthValue.Yes : TruthValue.No);

    private static SubjectFacts Stages(IrProgram program, params bool?[] reached)
    {
        var facts = SubjectFacts.Empty(program.Schema.Subjects[0], "甲");
        foreach (var (name, truth) in ((string[])["依法纳税", "诚信经营", "高新技术企业"]).Zip(reached))
            facts = truth is { } known ? With(facts, name, known ? TruthValue.Yes : TruthValue.No) : facts;
        return facts;
    }

    private static SubjectFacts With(SubjectFacts facts, string field, Value value) => facts with
    {
        Values = facts.Values.SetItem(facts.Subject.Fields.First(known => known.Name == field).Ordinal, value),
    };

    private static ClauseResult Only(IrProgram program, SubjectFacts facts, int year) =>
        Assert.Single(new Interpreter(program, new(new(year, 12, 31), year)).Evaluate(facts).Policies[0].Clauses);
}
