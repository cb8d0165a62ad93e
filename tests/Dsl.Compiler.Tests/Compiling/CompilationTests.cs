// The facade: what gets into the program, settings, long chains, deep nesting, every policy that is checked in.
using System.Collections.Immutable;
using System.Text;
using Dsl.Compiler.Tests.Support;
using Dsl.Evaluation.Examples;
using Dsl.Ir.Nodes;
using Dsl.Syntax.Diagnostics;
using Dsl.Testing;
using Xunit;

namespace Dsl.Compiler.Tests.Compiling;

public class CompilationTests
{
    private const int ChainLength = 50_000;

    [Theory]
    [InlineData(" + ", "1元", "条件 依法纳税\n奖补 = ")]
    [InlineData(" - ", "1元", "奖补 = ")]
    [InlineData(" 且 ", "依法纳税", "奖补 = 1元\n条件 ")]
    [InlineData(" 或 ", "诚信经营", "奖补 = 1元\n条件 ")]
    public void 很长的一串运算(string sign, string term, string before)
    {
        var text = new StringBuilder(before).AppendJoin(sign, Enumerable.Repeat(term, ChainLength)).ToString();
        var compilation = Prelude.Compile(text);
        Assert.DoesNotContain(compilation.Diagnostics, static finding => finding.Severity == Severity.Error);
        var clause = Assert.Single(Assert.Single(compilation.Program.Policies).Clauses);
        var expression = clause.Award is IrFormula { Amount: IrArithmetic sum } ? sum : clause.Conditions[^1].Expression;
        Assert.True(Depth(expression) < 64);
    }

    [Fact]
    public void 有错误的政策不进入程序()
    {
        var compilation = Prelude.Compile("""
            // file: 甲.policy
            政策 甲政策
              施行日期 2024-01-01
            条款 1 测试
              奖补 = 没有的名称
            // file: 乙.policy
            政策 乙政策
              施行日期 2024-01-01
            条款 1 测试
              奖补 = 10万元
            """);
        Assert.Equal("乙政策", Assert.Single(compilation.Program.Policies).Title);
    }

    [Fact]
    public void 数据定义有错误时用到它的政策不进入程序()
    {
        var compilation = Prelude.Compile("""
            // file: schema/甲.policy
            数据 企业
              主键 代码 : 文本
              人数 : 仁
            // file: 甲.policy
            政策 甲政策
              施行日期 2024-01-01
            条款 1 测试
              奖补 = 10万元
            """);
        Assert.Equal("DSL2008", Assert.Single(compilation.Model.Diagnostics).Code);
        Assert.Empty(compilation.Program.Policies);
    }

    [Fact]
    public void 设置改变警告的程度但不能放过错误()
    {
        var severities = ImmutableDictionary<string, Severity>.Empty.Add("DSL2105", Severity.Error).Add("DSL2101", Severity.Remark);
        var compilation =
            Prelude.Compile("条件 研发费用 + 研发人员数 > 1元\n奖补 = 100").ApplyConfiguration(new CompilationConfiguration(severities));
        Assert.Equal([("DSL2101", Severity.Error), ("DSL2105", Severity.Error)],
            compilation.Diagnostics.Where(finding => severities.ContainsKey(finding.Code))
                .Select(static finding => (finding.Code, finding.Severity)));
    }

    [Fact]
    public void 诊断写明条款() => Assert.Equal("条款 3.1", BlockOf("条款 3.1 测试\n频次 每年\n奖补 = 没有的名称"));

    [Theory]
    [InlineData("资金池 9 基金\n规模 没有的名称", "资金池 9")]
    [InlineData("义务 22 印发细则\n期限 没有的名称", "义务 22")]
    [InlineData("程序 21 研究\n须经 没有的名称", "程序 21")]
    [InlineData("目标 0.1 家数\n指标 = 没有的名称\n值 1万家", "目标 0.1")]
    [InlineData("参数 比例 : 比率 = 没有的名称", "参数 比例")]
    [InlineData("范围\n没有的名称", "范围")]
    [InlineData("条款 1 测试\n频次 每年\n奖补 = 1万元\n算例 条款 1 甲\n已知 没有的名称 = 是\n应得 1万元", "算例 条款 1")]
    [InlineData("条款 1 测试\n频次 每年\n奖补 = 1万元\n恒有 条款 1 没有的名称 <= 1万元", "恒有 条款 1")]
    [InlineData("条款 1 测试\n频次 每年\n令 基数 = 没有的名称\n奖补 = 基数", "条款 1")]
    [InlineData("政策 甲\n文号 甲〔2024〕1号\n施行日期 没有的名称", null)]
    public void 诊断写明在哪一块(string snippet, string? block) => Assert.Equal(block, BlockOf(snippet));

    private static string? BlockOf(string snippet) =>
        Prelude.Compile(snippet).Diagnostics
            .First(static finding => finding.Message.Contains("没有的名称", StringComparison.Ordinal)).Block;

    [Fact]
    public void 收录的政策没有错误()
    {
        var compilation = CaseTests.Load(RepositoryRoot.Combine("policies"));
        Assert.DoesNotContain(compilation.Model.Diagnostics, static finding => finding.Severity == Severity.Error);
        Assert.NotEmpty(compilation.Model.Policies);
    }

    [Theory]
    [InlineData("设计中的例子")]
    [InlineData("各种声明")]
    public void 例子的算例都相符(string name)
    {
        var compilation = CaseTests.Load(RepositoryRoot.Combine("tests", "Dsl.Compiler.Tests", "cases", name));
        var results = new ExampleRunner(compilation.Program).RunAll().ToList();
        Assert.NotEmpty(results);
        Assert.All(results, static result => Assert.True(result.Passed, result.ToString()));
    }

    private static int Depth(IrExpression expression) => expression switch
    {
        IrArithmetic node => 1 + Math.Max(Depth(node.Left), Depth(node.Right)),
        IrNegate node => 1 + Depth(node.Operand),
        IrAnd node => 1 + node.Operands.Max(Depth),
        IrOr node => 1 + node.Operands.Max(Depth),
        _ => 1,
    };
}
