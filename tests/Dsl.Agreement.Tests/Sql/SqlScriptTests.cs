// Scripts as texts and at their edges: baselines, names of any kind, cells that cannot be taken, what the page about SQL shows.
using System.Text;
using System.Text.RegularExpressions;
using Dsl.Batch.Scripting;
using Dsl.Compiler;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Loading.Policies;
using Dsl.Sql.Dialects;
using Dsl.Sql.Scripts;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Testing;
using DuckDB.NET.Data;
using Xunit;

namespace Dsl.Agreement.Tests.Sql;

public partial class SqlScriptTests
{
    private static readonly SqlDialect Dialect = SqlDialects.All[0];

    private static readonly Lazy<LoadedPolicies> Policies = new(() => PolicyLoader.Load([RepositoryRoot.Combine("policies")]));

    private static readonly SqlOptions Options = new(new EvaluationContext(new(2023, 6, 30), 2023));

    private static IrProgram Five => Policies.Value.Compilation.Program;

    [Fact]
    public void 五份文件的脚本() => Snapshot.Verify(
        RepositoryRoot.Combine("tests", "Dsl.Agreement.Tests", "Sql", "五份文件.verified.sql"),
        SqlEmitter.Emit(Five, Dialect, Options).Text);

    [Fact]
    public void 每次写出的脚本相同() =>
        Assert.Equal(SqlEmitter.Emit(Five, Dialect, Options).Text, SqlEmitter.Emit(Five, Dialect, Options).Text);

    [Fact]
    public void 五份文件的条款至少写成九十项() =>
        Assert.InRange(SqlEmitter.Emit(Five, Dialect, Options).Clauses.Count(static clause => clause.Refusal is null), 90, 91);

    [Fact]
    public void 样本的合计等于逐户相加_文档里的例子能运行()
    {
        var folder = RepositoryRoot.Combine("policies", "sample");
        SqlScript Script(SqlOptions options) =>
            RegistryScript.Emit(Five, Dialect, options, folder).Script ?? throw new InvalidOperationException();
        var (rows, totals) = (Script(Options), Script(Options with { Totals = true }));
        using var database = new SqlDatabase();
        var byRow = database.Results(rows.Text).GroupBy(static row => (row.Key.Item1, row.Key.Item3, row.Key.Item4))
            .ToDictionary(static group => group.Key, static group => (
                Eligible: group.Count(static row => row.Value.Status == "符合"),
                Low: group.Aggregate(System.Numerics.BigInteger.Zero, static (sum, row) => sum + (row.Value.Low ?? 0))));
        var added = database.Query(totals.Text);
        Assert.Equal(byRow.Count, added.Count);
        foreach (var row in added)
            Assert.Equal($"{byRow[(row[0] ?? "", row[1] ?? "", row[2] ?? "")]}", $"({row[3]}, {row[6]})");
        Assert.Contains(byRow.Values, static sum => sum.Low > 0);
        var page = File.ReadAllText(RepositoryRoot.Combine("compiler", "docs", "SQL.md"));
        var example = Assert.Single(SqlBlock().Matches(page)).Groups[1].Value;
        Assert.NotEqual("0", Assert.Single(database.Query(example))[0]);
    }

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex SqlBlock();


    [Theory]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("--")]
    [InlineData("'; DROP TABLE 企业; --")]
    [InlineData("\n换行\r\t")]
    [InlineData("\0零")]
    [InlineData("（中文，标点。）")]
    public void 文本里的任何字符(string text)
    {
        using var database = new SqlDatabase();
        Assert.Equal("true", database.Query($"SELECT CAST({Dialect.Text(text)} = {Dialect.Text(text)} AS VARCHAR)")[0][0]);
        Assert.Equal($"{Encoding.UTF8.GetByteCount(text)}", database.Query($"SELECT strlen({Dialect.Text(text)})")[0][0]);
        if (!text.Any(char.IsControl))
            database.Run($"CREATE TABLE {Dialect.Quote(text)} ({Dialect.Quote(text)} INTEGER)");
        Assert.Equal(!text.Any(char.IsControl), SqlDialect.CanQuote(text));
    }

    [Fact]
    public void 舍入和日期与测算相同()
    {
        using var database = new SqlDatabase();
        database.Run(Dialect.Helpers);
        foreach (var (sql, expected) in new[]
        {
            ("\"政策·四舍五入\"(5, 10)", "1"), ("\"政策·四舍五入\"(-5, 10)", "-1"), ("\"政策·四舍五入\"(-4, 10)", "0"),
            ("\"政策·四舍五入\"(4, 10)", "0"), ("\"政策·四舍五入\"(7, 3)", "2"), ("\"政策·四舍五入\"(-8, 3)", "-3"),
            ("\"政策·向下\"(-1, 100)", "-1"), ("\"政策·向下\"(-100, 100)", "-1"), ("\"政策·向下\"(199, 100)", "1"),
            ("\"政策·向上\"(-199, 100)", "-1"), ("\"政策·向上\"(1, 100)", "1"), ("\"政策·向上\"(0, 100)", "0"),
            ("\"政策·四舍五入\"(170141183460469231731687303715884105, 1000)", "170141183460469231731687303715884"),
            ("\"政策·日\"(-5)", "0001-01-01"), ("\"政策·日\"(99999999)", "9999-12-31"),
            ("\"政策·日\"(\"政策·月移\"(DATE '2024-01-31' - DATE '0001-01-01', 1))", "2024-02-29"),
            ("\"政策·日\"(\"政策·月移\"(DATE '2024-03-31' - DATE '0001-01-01', -13))", "2023-02-28"),
            ("\"政策·日\"(\"政策·月移\"(0, -1))", "0001-01-01"), ("\"政策·日\"(\"政策·月移\"(3652058, 1))", "9999-12-31"),
            ("\"政策·月数\"(DATE '2018-06-21' - DATE '0001-01-01', DATE '2021-06-20' - DATE '0001-01-01')", "35"),
            ("\"政策·月数\"(DATE '2021-06-20' - DATE '0001-01-01', DATE '2018-06-21' - DATE '0001-01-01')", "-35"),
            ("\"政策·月移\"(NULL, 1)", null), ("\"政策·月移\"(5, NULL)", null), ("\"政策·月数\"(NULL, 5)", null),
        })
            Assert.Equal((sql, expected), (sql, database.Query($"SELECT CAST({sql} AS VARCHAR)")[0][0]));
    }

    private const string Plain = """
        数据 企业
          主键 编号 : 文本
          费用     : 金额
          人数     : 人
          上市日   : 日期
          类别     : [甲, 乙]

        明细 项目 属于 企业
          主键 项目编号 : 文本
          投资         : 金额

        政策 测试政策
          文号 测〔2024〕1号
          发文机关 测试区
          施行日期 2024-01-01
          对象 企业

        条款 1 按费用
          条件 类别 = 甲
          奖补 = 费用 * 10%

        条款 2 按项目
          每个 项目
          奖补 = 投资 * 20%
          单位上限 100万元
        """;

    private static SqlScript Emit(string text)
    {
        var compilation = Compilation.Create([new SourceText("测.policy", text)], []);
        Assert.Empty(compilation.Diagnostics.Where(static finding => finding.Severity == Severity.Error).Select(static one => one.Message));
        return SqlEmitter.Emit(compilation.Program, Dialect, new(new EvaluationContext(new(2024, 6, 30), 2024)));
    }

    private static SqlDatabase With(string subjects, string projects)
    {
        var database = new SqlDatabase();
        database.Run("CREATE TABLE 企业 (编号 VARCHAR, 费用 DECIMAL(20, 4), 人数 BIGINT, 上市日 DATE, 类别 VARCHAR);"
            + "CREATE TABLE 项目 (编号 VARCHAR, 项目编号 VARCHAR, 投资 DECIMAL(20, 2));"
            + (subjects.Length > 0 ? $"INSERT INTO 企业 VALUES {subjects};" : "")
            + (projects.Length > 0 ? $"INSERT INTO 项目 VALUES {projects};" : ""));
        return database;
    }

    [Fact]
    public void 没有明细_没有主体_没有主体的明细()
    {
        var script = Emit(Plain).Text;
        using (var empty = With("", ""))
            Assert.Empty(empty.Query(script));
        using var database = With("('A', 100.05, 1, NULL, '甲'), ('B', NULL, 1, NULL, '甲')", "('没有的', 'P', 5), ('B', 'P', NULL)");
        Assert.Equal(["A 1 符合 1001 1001", "A 2 不符合 0 0", "B 1 未定 0 ∞", "B 2 未定 0 100000000"],
            database.Query(script).Select(static row => $"{row[1]} {row[3]} {row[4]} {row[6]} {row[7] ?? "∞"}")
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("('A', 1, 1, NULL, '甲'), ('A', 2, 1, NULL, '甲')", "", "企业：主键有空的或者重复的")]
    [InlineData("(NULL, 1, 1, NULL, '甲')", "", "企业：主键有空的或者重复的")]
    [InlineData("('A', 1, 1, NULL, '甲')", "('A', 'P', 1), ('A', 'P', 2)", "项目：主键有空的或者重复的")]
    [InlineData("('A', 0.001, 1, NULL, '甲')", "", "企业.费用：不能用的值")]
    [InlineData("('A', -1, 1, NULL, '甲')", "", "企业.费用：不能用的值")]
    [InlineData("('A', 1000000000000.01, 1, NULL, '甲')", "", "企业.费用：不能用的值")]
    [InlineData("('A', 1, 1, NULL, '丙')", "", "企业.类别：不能用的值")]
    public void 不能用的数据报错(string subjects, string projects, string message)
    {
        using var database = With(subjects, projects);
        Assert.Contains(message, Assert.Throws<DuckDBException>(() => database.Query(Emit(Plain).Text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void 说不了的条款写明原因()
    {
        var script = Emit(Plain + """


            条款 3 平均
              奖补 = 平均(项目, 项目.投资)

            条款 4 相除
              奖补 = 费用 / 人数 * 1人
            """);
        Assert.Equal(["", "", "平均没有整数的写法", "除数不是常数"], script.Clauses.Select(static clause => clause.Refusal?.Reason ?? ""));
        Assert.Contains("--   没有写的：测〔2024〕1号 条款 4：除数不是常数", script.Text, StringComparison.Ordinal);
    }

    private const string Hostile = """"
        数据 select
          主键 from : 文本
          order     : 金额
          ORDER    : 金额
          where     : 是否
          类别     : ["引'号", "a--b", "甲；乙，丙"]

        明细 group 属于 select
          主键 by : 文本
          union   : 金额

        政策 hostile
          文号 某';--〔2024〕"1"号
          发文机关 测试区
          施行日期 2024-01-01
          对象 select

        条款 1 按费用
          条件 where
          奖补 = order * 10%

        条款 2 按项目
          每个 group
          奖补 = union * 20%

        条款 3 按类别
          条件 类别 属于 ["引'号", "a--b"]
          奖补 = 100元

        条款 4 大小写
          条件 ORDER 1元以上
          奖补 = 1元
        """";

    [Fact]
    public void 名称和取值里的引号_关键字_注释()
    {
        var script = Emit(Hostile);
        Assert.Equal(["", "", "", "列名「order」「ORDER」只有大小写不同"],
            script.Clauses.Select(static clause => clause.Refusal?.Reason ?? ""));
        using var database = new SqlDatabase();
        database.Run("""
            CREATE TABLE "select" ("from" VARCHAR, "order" BIGINT, "where" BOOLEAN, 类别 VARCHAR);
            CREATE TABLE "group" ("from" VARCHAR, "by" VARCHAR, "union" DECIMAL(18, 2));
            INSERT INTO "select" VALUES ('''; DROP TABLE "select"; --', 70, TRUE, '引''号'), ('（乙）' || chr(0), 1, FALSE, '甲；乙，丙');
            INSERT INTO "group" VALUES ('''; DROP TABLE "select"; --', '--', 0.03);
            """);
        var rows = database.Query(script.Text);
        Assert.All(rows, static row => Assert.Equal("某';--〔2024〕\"1\"号", row[2]));
        Assert.Equal(["'; DROP TABLE \"select\"; -- 1 符合 700", "'; DROP TABLE \"select\"; -- 2 符合 1",
            "'; DROP TABLE \"select\"; -- 3 符合 10000", "（乙）\0 1 不符合 0", "（乙）\0 2 不符合 0", "（乙）\0 3 不符合 0"],
            rows.Select(static row => $"{row[1]} {row[3]} {row[4]} {row[5]}").Order(StringComparer.Ordinal));
    }
}
