// SQL gives what the interpreter gives: on the policies of the repository and on generated ones. Enough of them is said.
using Dsl.Agreement.Tests.Comparing;
using Dsl.Agreement.Tests.Registries;
using Dsl.Batch.Sampling;
using Dsl.Compiler;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Policies;
using Dsl.Syntax.Text;
using Dsl.Testing;
using Dsl.Verification.Sampling;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.Agreement.Tests.Sql;

public class SqlAgreementTests(ITestOutputHelper output)
{
    private static readonly Lazy<LoadedPolicies> Policies = new(() => PolicyLoader.Load([RepositoryRoot.Combine("policies")]));

    private static EvaluationContext Context => Policies.Value.Context(null, null, new(2024, 6, 30));

    [Fact]
    public void 仓库的样本() => Compare(RepositoryRoot.Combine("policies", "sample"));

    [Theory]
    [InlineData(11, 60, 0)]
    [InlineData(12, 150, 100_000)]
    [InlineData(13, 60, 500_000)]
    public void 抽取的样本(long seed, long rows, long unknownPartsPerMillion)
    {
        var folder = Directory.CreateTempSubdirectory("policy-sql-").FullName;
        try
        {
            var options = new SampleOptions(rows, seed) { UnknownPartsPerMillion = unknownPartsPerMillion };
            Assert.Null(SampleWriter.Write(Policies.Value.Compilation.Program, options, folder, null, CancellationToken.None).Finding);
            Compare(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void 生成的政策和登记()
    {
        var tally = new SqlTally();
        var first = AgreementRun.Setting("AGREEMENT_SEED", 1);
        for (var seed = first; seed < first + AgreementRun.Setting("AGREEMENT_CASES", 40); seed++)
        {
            var one = AgreementCase.Make((ulong)seed);
            if (FindDifference(one, tally) is not { } difference)
                continue;
            var (smallest, problem) = Shrinker.Shrink(one, difference, static smaller => FindDifference(smaller, new()));
            Assert.Fail($"{problem}\n\n{smallest}");
        }
        Report(tally);
        // Many forms that are drawn are none of SQL: 核定 with a floor, 名额, 合计上限, 已得, 条款 n 的金额.
        Assert.True(tally.Said * 5 >= tally.Clauses, $"只写成了 {tally.Said} 项，共 {tally.Clauses} 项");
        Assert.True(tally.Unjudged * 20 <= tally.Rows, $"不判 {tally.Unjudged} 行，共 {tally.Rows} 行");
    }

    private const string Higher = """
        名录 事项 = [研发]

        数据 企业
          主键 编号 : 文本
          费用     : 金额
          投资     : 金额

        政策 竞合政策
          文号 竞〔2024〕1号
          发文机关 测试区
          施行日期 2024-01-01
          对象 企业
          竞合 本政策内 从高不重复

        条款 1 按费用
          事项 研发
          奖补 = 费用 * 10%

        条款 2 按投资
          事项 研发
          奖补 = 投资 * 20%

        条款 3 定额
          事项 研发
          条件 费用 100元以上
          奖补 = 50元
        """;

    [Fact]
    public void 从高不重复()
    {
        var compilation = Compilation.Create([new SourceText("竞.policy", Higher)], []);
        var folder = Directory.CreateTempSubdirectory("policy-sql-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "企业.csv"),
                "编号,费用,投资\nA,600,100\nB,200,100\nC,50,25\nD,,100\nE,500,250\nF,500,\nG,0,0\nH,499.99,250.01\n");
            File.WriteAllText(Path.Combine(folder, "其他政策支持.csv"), "主键,文号,事项,事项行,年度,金额\n");
            var (subjects, context) = FactsReader.Read(compilation.Program, new(new(2024, 6, 30), 2024), folder);
            var tally = new SqlTally();
            var difference = SqlRuns.FindDifference(compilation.Program, context, subjects, tally);
            Assert.True(difference is null, difference);
            Assert.Equal((3, 24, 6), (tally.Said, tally.Rows, tally.Unjudged));
            Assert.Equal(10, tally.Statuses["让位"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private const string Quotient = """
        数据 企业
          主键 编号 : 文本
          占比 : 比率

        政策 商政策
          文号 示府办〔2021〕9号
          施行日期 2021-01-01
          级次 区级

        条款 1 商与定数相比
          条件 (1亿元 / 占比) 100万元以上
          奖补 = 1万元
        """;

    // Constants have 32 bits in DuckDB, their products more.
    [Fact]
    public void 商与定数相比()
    {
        var compilation = Compilation.Create([new SourceText("商.policy", Quotient)], []);
        var folder = Directory.CreateTempSubdirectory("policy-sql-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "企业.csv"), "编号,占比\nA,100%\nB,0.5%\nC,\nD,0%\n");
            File.WriteAllText(Path.Combine(folder, "其他政策支持.csv"), "主键,文号,事项,事项行,年度,金额\n");
            var (subjects, context) = FactsReader.Read(compilation.Program, new(new(2024, 6, 30), 2024), folder);
            var difference = SqlRuns.FindDifference(compilation.Program, context, subjects, new SqlTally());
            Assert.True(difference is null, difference);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? FindDifference(AgreementCase one, SqlTally tally) => one.InFolder(folder =>
    {
        var program = one.Policies.Compilation.Program;
        var (subjects, context) = FactsReader.Read(program, one.Context, folder);
        return SqlRuns.FindDifference(program, context, subjects, tally);
    });

    private void Compare(string folder)
    {
        var program = Policies.Value.Compilation.Program;
        var (subjects, context) = FactsReader.Read(program, Context, folder);
        var tally = new SqlTally();
        var difference = SqlRuns.FindDifference(program, context, subjects, tally);
        Report(tally);
        Assert.True(difference is null, difference);
    }

    private void Report(SqlTally tally)
    {
        output.WriteLine($"写成 {tally.Said}/{tally.Clauses}，比较 {tally.Rows} 行");
        foreach (var (word, count) in tally.Statuses.Concat(tally.Reasons).OrderByDescending(static pair => pair.Value))
            output.WriteLine($"  {count}  {word}");
    }
}
