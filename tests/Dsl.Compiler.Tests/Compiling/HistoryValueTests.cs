// 已得 and 可补月数 from records of earlier years, from the text to the money, against adding up by hand.
using System.Collections.Immutable;
using Dsl.Compiler.Tests.Support;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Compiler.Tests.Compiling;

public class HistoryValueTests
{
    private const string Two = """
        条款 2 乙
          频次 每年
          奖补 = 1元


        """;

    [Fact]
    public void 只算以前年度的净额_也认别的写法()
    {
        var program = Program(Two + "条款 1 甲\n  频次 每年\n  奖补 = 1元 + 已得(条款 2) + 1元 * (已得年数(条款 2) / 1年)");
        var result = Only(program, [
            new("测〔2024〕1号", "2", null, 2021, 100), new("测[２０２４]1号", "２", null, 2022, 70), new(null, "2", null, 2022, -70),
            new("测〔2024〕1号", "2", null, 2023, -30), new("测〔2024〕1号", "2", null, 2025, 1000),
            new("测〔2024〕1号", "2", null, 2026, 1000), new("别的〔2020〕1号", "2", null, 2020, 1000),
            new("测〔2024〕1号", "1", null, 2020, 5),
        ], 2025);
        Assert.Equal(Bounds.Exactly(1 + 70 + 1), result.Amount);
    }

    [Fact]
    public void 退得比得的多_当作没有得过() => Assert.Equal(Bounds.Exactly(1), Only(
        Program(Two + "条款 1 甲\n  频次 每年\n  奖补 = 1元 + 已得(条款 2)"), [new(null, "2", null, 2022, -500)], 2025).Amount);

    [Fact]
    public void 没有兑现记录的是零_并注明()
    {
        var program = Program(Two + "条款 1 甲\n  奖补 = 1元 + 已得(条款 2)");
        var all = new Interpreter(program, new(new(2025, 6, 30), 2025)).Evaluate(SubjectFacts.Empty(program.Schema.Subjects[0], "甲"));
        Assert.Contains("没有兑现记录，按从未兑现计算。", all.Notes);
    }

    [Fact]
    public void 逐行的按行_不逐行的按主体()
    {
        var program = Program("""
            条款 2 乙
              每个 科技项目
              频次 每年
              奖补 = 1元

            条款 1 甲
              每个 科技项目
              频次 每年
              奖补 = 1元 + 已得(条款 2)

            条款 3 丙
              频次 每年
              奖补 = 已得(条款 2) + 已得(条款 4)

            条款 4 丁
              频次 每年
              奖补 = 1元

            条款 5 戊
              每个 专利
              频次 每年
              奖补 = 已得(条款 2)
            """);
        ImmutableArray<PaymentRecord> paid = [
            new(null, "2", "新0", 2023, 10), new(null, "2", "新1", 2023, 20), new(null, "2", "旧", 2022, 40),
            new(null, "2", PaymentRecord.CutRow, 2023, -5), new(null, "4", null, 2023, 100),
        ];
        var facts = WithRows(program, 2) with { Payments = paid };
        var results = Evaluate(program, facts, 2025);
        ClauseResult Of(string number) => results.Single(result => result.Clause.Number == number);
        Assert.Equal([1 + 10, 1 + 20], Of("1").Rows.Select(static row => row.Amount.Low));
        Assert.Equal(Bounds.Exactly(65 + 100), Of("3").Amount);
        // Rows of another detail have nothing to do with those of the clause: what the subject got.
        Assert.Equal([65], Of("5").Rows.Select(static row => row.Amount.Low));
    }

    [Fact]
    public void 行不知道的_在两头之间()
    {
        var program = Program("条款 1 甲\n  每个 科技项目\n  频次 每年\n  奖补 = 100元 - 已得(条款 1)");
        var facts = SubjectFacts.Empty(program.Schema.Subjects[0], "甲") with { Payments = [new(null, "1", "P", 2023, 30)] };
        Assert.Equal(ClauseStatus.MissingFacts, Evaluate(program, facts, 2025)[0].Status);
    }

    [Fact]
    public void 可补的逐年用完_与逐年数的相同()
    {
        var program = Program(
            "条款 1 甲\n  频次 每年 累计 最多 36人 计 研发人员数\n  奖补 = 1元/人 * min(研发人员数, 可补数量)");
        var random = new Random(20240801);
        for (var i = 0; i < 200; i++)
        {
            var (left, paid) = (36, ImmutableArray<PaymentRecord>.Empty);
            for (var year = 2024; year < 2032; year++)
            {
                var stated = random.Next(0, 25);
                var result = Assert.Single(Evaluate(program, With(program, stated) with { Payments = paid }, year));
                var taken = Math.Min(stated, left);
                Assert.Equal(left == 0 ? ClauseStatus.NotEligible : ClauseStatus.Eligible, result.Status);
                Assert.Equal(Bounds.Exactly(taken), result.Amount);
                if (left > 0)
                    Assert.Equal(Bounds.Exactly(taken), result.Quantity);
                paid = [.. paid, new(null, "1", null, year, taken) { Quantity = taken }];
                left -= taken;
                // A part is given back: the quantity is free again.
                if (random.Next(4) == 0 && taken > 0)
                {
                    paid = [.. paid, new(null, "1", null, year, -1) { Quantity = -1 }];
                    left++;
                }
            }
        }
    }

    [Fact]
    public void 计的数未知_在零和余下的之间()
    {
        var program = Program("条款 1 甲\n  频次 每年 累计 最多 36人 计 研发人员数\n  奖补 = 1元/人 * min(研发人员数, 可补数量)");
        var facts = SubjectFacts.Empty(program.Schema.Subjects[0], "甲") with
        {
            Payments = [new(null, "1", null, 2023, 20) { Quantity = 20 }],
        };
        var result = Assert.Single(Evaluate(program, facts, 2025));
        Assert.Equal((ClauseStatus.MissingFacts, new Bounds(0, 16), new Bounds(0, 16)), (result.Status, result.Amount, result.Quantity));
    }

    private static IrProgram Program(string text)
    {
        var compilation = Prelude.Compile(text);
        Assert.Empty(compilation.Diagnostics.Where(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error)
            .Select(static finding => finding.ToString()));
        return compilation.Program;
    }

    private static SubjectFacts With(IrProgram program, int persons)
    {
        var facts = SubjectFacts.Empty(program.Schema.Subjects[0], "甲");
        var field = facts.Subject.Fields.First(static field => field.Name == "研发人员数");
        return facts with { Values = facts.Values.SetItem(field.Ordinal, NumberValue.Of(persons)) };
    }

    private static SubjectFacts WithRows(IrProgram program, int count)
    {
        var facts = SubjectFacts.Empty(program.Schema.Subjects[0], "甲");
        foreach (var detail in facts.Subject.Details.Where(static detail => !detail.IsBuiltIn))
        {
            ImmutableArray<RowFacts> rows = [.. Enumerable.Range(0, detail.Name == "科技项目" ? count : 1)
                .Select(row => new RowFacts($"新{row}", [.. detail.Fields.Select(static _ => (Value?)null)]))];
            facts = facts with { Details = facts.Details.SetItem(detail.Ordinal, rows) };
        }
        return facts;
    }

    private static ImmutableArray<ClauseResult> Evaluate(IrProgram program, SubjectFacts facts, int year) =>
        new Interpreter(program, new(new(year, 12, 31), year)).Evaluate(facts).Policies[0].Clauses;

    private static ClauseResult Only(IrProgram program, ImmutableArray<PaymentRecord> paid, int year) =>
        Evaluate(program, SubjectFacts.Empty(program.Schema.Subjects[0], "甲") with { Payments = paid }, year)
            .Single(static result => result.Clause.Number == "1");
}
