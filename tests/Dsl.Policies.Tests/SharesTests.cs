// 分担 市级:区级 = 6:4 of clause 1.1, and the single level of the others, as paid out.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Xunit;

namespace Dsl.Policies.Tests;

public sealed class SharesTests
{
    private static readonly Lazy<IrProgram> Program = new(() => PolicyFolder.Repository.Compile().Program);

    [Theory]
    [InlineData("1000", "600", "400")]
    [InlineData("0.01", "0.01", "0")]       // 0.006 元四舍五入到分，余额归最后列名的区级
    [InlineData("0.02", "0.01", "0.01")]    // 0.012 元
    [InlineData("100.01", "60.01", "40")]   // 60.006 元
    [InlineData("100.04", "60.02", "40.02")] // 60.024 元
    public void 投入按六比四由市级和区级分担(string investment, string city, string district)
    {
        var clause = Evaluate("设施投入", ("设施类型", TextValue.Of("国家实验室")), ("重点培育", TruthValue.Yes),
            ("投入类别", TextValue.Of("设备购置")),
            ("投入金额", NumberValue.Of(Number(investment))))["1.1"];
        Assert.Equal([("市级", Number(city)), ("区级", Number(district))], Levels(clause));
    }

    [Fact]
    public void 一级出资的条款全由这一级出()
    {
        var clause =
            Evaluate("主题活动", ("已认定", TruthValue.Yes), ("协同举办", TruthValue.Yes), ("实际费用", NumberValue.Of(2_000_000)))["20"];
        Assert.Equal([("区级", (Rational)600_000)], Levels(clause));
    }

    private static IEnumerable<(string Level, Rational Amount)> Levels(ClauseResult clause)
    {
        Assert.Equal(ClauseStatus.Eligible, clause.Status);
        Assert.All(clause.Levels, level => Assert.True(level.Amount.IsPoint));
        return clause.Levels.Select(level => (level.Level, level.Amount.Low ?? -1));
    }

    /// <summary>An enterprise within the scope, with one row in one detail and nothing in the others.</summary>
    private static Dictionary<string, ClauseResult> Evaluate(string detailName, params (string Field, Value Value)[] row)
    {
        var program = Program.Value;
        var subject = program.Schema.FindSubject("企业") ?? throw new InvalidDataException("no 企业");
        var detail = Assert.Single(subject.Details, detail => detail.Name == detailName);
        (string Field, Value Value)[] scope =
            [("注册区县", TextValue.Of("渝中区")), ("依法纳税", TruthValue.Yes), ("诚信经营", TruthValue.Yes),
                ("单位性质", TextValue.Of("企业"))];
        var details = subject.Details
            .Select(table => (ImmutableArray<RowFacts>?)(table == detail ? [new RowFacts("R1", Values(detail.Fields, row))] : []))
            .ToImmutableArray();
        var facts = new SubjectFacts(subject, "S1", Values(subject.Fields, scope), details);
        var result = new Interpreter(program, new EvaluationContext(new DateOnly(2021, 6, 21), 2021)).Evaluate(facts);
        return result.Policies.Single(policy => policy.Policy.Number == "渝中府办〔2021〕13号").Clauses
            .ToDictionary(clause => clause.Clause.Number);
    }

    private static ImmutableArray<Value?> Values(ImmutableArray<IrField> fields, (string Field, Value Value)[] known) =>
        [.. fields.Select(field => known.FirstOrDefault(fact => fact.Field == field.Name).Value)];

    private static Rational Number(string text) => Rational.TryParse(text, out var number) ? number : throw new FormatException(text);
}
