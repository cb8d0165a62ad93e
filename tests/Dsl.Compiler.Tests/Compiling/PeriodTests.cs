// Periods of 频次 and rows counted over the years, from the text to the money, against counting by hand.
using System.Collections.Immutable;
using Dsl.Compiler.Tests.Support;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Compiler.Tests.Compiling;

public class PeriodTests
{
    [Theory]
    [InlineData("次月起", 1)]
    [InlineData("当月起", 0)]
    public void 按月的期间与逐月数的相同(string from, int toFirst)
    {
        var random = new Random(20240701);
        foreach (var length in (int[])[1, 5, 12, 13, 36])
        {
            var program = Program($"条款 1 租金\n  频次 每年 自 登记日期 {from} 连续 {length}个月\n  奖补 = 1元/月 * 当年月数");
            for (var i = 0; i < 300; i++)
            {
                var (start, year) = (new DateOnly(2019, 1, 1).AddDays(random.Next(2600)), random.Next(2024, 2032));
                var first = new DateOnly(start.Year, start.Month, 1).AddMonths(toFirst);
                var months = Enumerable.Range(0, length).Count(month => first.AddMonths(month).Year == year);
                var result = Only(program, Known(program, start), year);
                Assert.Equal((months > 0 ? ClauseStatus.Eligible : ClauseStatus.NotEligible, Bounds.Exactly(months)),
                    (result.Status, result.Amount));
            }
        }
    }

    [Theory]
    [InlineData("次年起 连续 3年", 1, 3, 1)]
    [InlineData("当年起 连续 3年", 0, 3, 1)]
    [InlineData("第6年起 连续 2年", 5, 2, 6)]
    [InlineData("第 2年起", 1, 100, 2)]
    public void 按年的期间与逐年数的相同(string period, int toFirst, int length, int number)
    {
        var program = Program($"条款 1 奖励\n  频次 每年 自 登记日期 {period}\n  奖补 = 1元/年 * 第几年");
        for (var start = 2018; start < 2034; start++)
        {
            for (var year = 2024; year < 2032; year++)
            {
                var place = year - start - toFirst;
                var result = Only(program, Known(program, new(start, 12, 31)), year);
                Assert.Equal(Bounds.Exactly(place >= 0 && place < length ? place + number : 0), result.Amount);
            }
        }
    }

    [Theory]
    [InlineData("次月起 连续 36个月", "1元/月 * 当年月数")]
    [InlineData("当年起 连续 4年", "1元/年 * 第几年")]
    [InlineData("第3年起", "若 第几年 5年以上 则 2元 否则 1元")]
    public void 起点未知时的上下限包含每一种(string period, string formula)
    {
        var program = Program($"条款 1 奖励\n  频次 每年 自 登记日期 {period}\n  奖补 = {formula}");
        var bounds = Only(program, SubjectFacts.Empty(program.Schema.Subjects[0], "甲"), 2026);
        Assert.Equal(ClauseStatus.MissingFacts, bounds.Status);
        for (var start = new DateOnly(2015, 1, 1); start.Year < 2030; start = start.AddDays(17))
        {
            var known = Only(program, Known(program, start), 2026).Amount;
            Assert.True(bounds.Amount.Low <= known.Low && (bounds.Amount.High is not { } high || known.High <= high), $"{start} {known}");
        }
        Assert.True(bounds.Amount.High <= 12 || !period.Contains("月起", StringComparison.Ordinal));
    }

    [Fact]
    public void 没有终点的期间失效以后不给()
    {
        const string Head = "政策 测试政策\n  文号 测〔2024〕1号\n  施行日期 2024-01-01\n  失效日期 2026-12-31\n  级次 区级\n\n";
        static ClauseStatus Status(string period)
        {
            var program = Program($"{Head}条款 1 奖励\n  频次 每年 自 登记日期 {period}\n  奖补 = 1元");
            return Only(program, Known(program, new(2024, 5, 1)), 2027).Status;
        }
        Assert.Equal(ClauseStatus.NotInForce, Status("第2年起"));
        Assert.Equal(ClauseStatus.Eligible, Status("第2年起 连续 5年"));
        Assert.Equal(ClauseStatus.Eligible, Status("次月起 连续 36个月"));
    }

    [Fact]
    public void 累计最多几次取余下次数里高的几行()
    {
        var program = Program("条款 1 参展\n  每个 科技项目\n  频次 每次 累计 最多 3次\n  奖补 = 经费");
        var random = new Random(20240702);
        for (var i = 0; i < 300; i++)
        {
            var amounts = Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(1, 9)).ToList();
            ImmutableArray<PaymentRecord> paid =
                [.. Enumerable.Range(0, random.Next(0, 5))
                    .Select(row => new PaymentRecord(null, "1", $"旧{row}", 2023, random.Next(0, 3)))];
            var left = Math.Max(3 - paid.Count(static record => record.Amount.Sign > 0), 0);
            var facts = WithRows(program, amounts) with { Payments = paid };
            var result = Only(program, facts, 2024);
            Assert.Equal(Bounds.Exactly(amounts.OrderDescending().Take(left).Sum()), result.Amount);
            Assert.Equal(left == 0 ? ClauseStatus.NotEligible : ClauseStatus.Eligible, result.Status);
            Assert.Equal(left > 0 && left < amounts.Count,
                result.Notes.Any(static note => note.StartsWith("累计最多 3次", StringComparison.Ordinal)));
        }
    }

    private static IrProgram Program(string text)
    {
        var compilation = Prelude.Compile(text);
        Assert.Empty(compilation.Diagnostics.Where(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error)
            .Select(static finding => finding.ToString()));
        return compilation.Program;
    }

    private static SubjectFacts Known(IrProgram program, DateOnly start)
    {
        var facts = SubjectFacts.Empty(program.Schema.Subjects[0], "甲");
        var field = facts.Subject.Fields.First(static field => field.Name == "登记日期");
        return facts with { Values = facts.Values.SetItem(field.Ordinal, NumberValue.Of(CivilDate.ToNumber(start))) };
    }

    private static SubjectFacts WithRows(IrProgram program, IReadOnlyList<int> amounts)
    {
        var facts = SubjectFacts.Empty(program.Schema.Subjects[0], "甲");
        var detail = facts.Subject.Details.First(static detail => detail.Name == "科技项目");
        var amount = detail.Fields.First(static field => field.Name == "经费").Ordinal;
        ImmutableArray<RowFacts> rows = [.. amounts.Select((value, row) => new RowFacts($"新{row}",
            [.. detail.Fields.Select((_, index) => index == amount ? NumberValue.Of(value) : (Value?)null)]))];
        return facts with { Details = facts.Details.SetItem(detail.Ordinal, rows) };
    }

    private static ClauseResult Only(IrProgram program, SubjectFacts facts, int year) =>
        Assert.Single(new Interpreter(program, new(new(year, 12, 31), year)).Evaluate(facts).Policies[0].Clauses);
}
