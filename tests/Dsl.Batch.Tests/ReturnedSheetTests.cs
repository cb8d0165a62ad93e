// The sheet of what is 待核定 comes back: what was changed besides the amounts is said row by row, and the row is not taken.
using System.Collections.Immutable;
using System.Text.Json;
using Dsl.Data.DuckDb;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Batch.Tests.DuckDb;
using Dsl.Batch.Tests.Excel;
using Dsl.Data.Excel;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class ReturnedSheetTests : IDisposable
{
    private const int Key = 0, Policy = 1, Clause = 2, Year = 4, Amount = 5, Name = 6, Title = 7, Highest = 8, Check = 11;

    private static readonly IrProgram Program = Clauses(("3.1", "一次性奖励", 200_000), ("3.10", "建设奖励", 300_000));

    private readonly TemporaryFolder _folder = new();

    public ReturnedSheetTests() => _folder.Write(
        "in/企业.csv", "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n"
            + "A1,\"甲, 公司\",渝中区,2020-01-01,是,50,0,\nA2,乙,渝中区,2020-01-01,是,50,0,\n");

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, int, string, string> Changes => new()
    {
        { "主键", Key, "A2", "DSL5242" },
        { "条款少了零", Clause, "3.1", "DSL5242" },
        { "年度", Year, "2023", "DSL5242" },
        { "别的文号", Policy, "测府〔2031〕99号", "DSL5242" },
        { "名称", Name, "乙", "DSL5242" },
        { "标题", Title, "一次性奖励", "DSL5242" },
        { "最高", Highest, "900000", "DSL5242" },
        { "没有校验", Check, "", "DSL5246" },
        { "不像校验", Check, "12345", "DSL5246" },
        { "金额是负数", Amount, "-1", "DSL5215" },
        { "金额是文字", Amount, "同意", "DSL5301" },
        { "金额的单位", Amount, "5人", "DSL5308" },
    };

    [Theory]
    [InlineData("核定.csv")]
    [InlineData("核定.xlsx")]
    [InlineData("核定.xls")]
    [InlineData("核定.json")]
    [InlineData("核定.parquet")]
    [InlineData("核定.duckdb")]
    public void 填好的表照数采用_次序和写法不计(string file)
    {
        var rows = Exported(file);
        Assert.Equal(["A1", Program.Policies[0].Number, "3.10", "", "2024", "", "甲, 公司", "建设奖励", "300000.00", "核定", ""],
            Plain(rows[1]));
        rows[1][Amount] = "18万元";
        rows[1][Highest] = "300,000";
        rows[1][Name] = "甲,  公司 ";
        rows[1][Year] = "２０２４";
        rows.Reverse();
        Return(rows, file);
        Assert.Empty(Rejected());
        Assert.Contains($"A1,{Program.Policies[0].Number},3.10,,符合,180000.00", _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void 改动过的行不采用(string what, int column, string text, string code)
    {
        foreach (var file in (string[])["核定.csv", "核定.xlsx", "核定.xls", "核定.jsonl", "核定.parquet"])
        {
            var rows = Exported(file);
            rows[1][Amount] = "180000";
            rows[1][column] = text;
            Return(rows, file);
            Assert.Equal((what, code), (what, Assert.Single(Rejected())[4]));
            Assert.DoesNotContain(",符合,", _folder.Read("out.csv"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void 只排了主键一列_每一行都说明()
    {
        var rows = Exported("核定.csv");
        foreach (var (row, key) in rows.Zip(rows.Select(static row => row[Key]).Reverse().ToList()))
            (row[Key], row[Amount]) = (key, "100000");
        Return(rows, "核定.csv");
        Assert.Equal(["2", "3", "4", "5"], Rejected().Select(static row => row[1]));
        Assert.All(Rejected(), static row => Assert.Equal("DSL5242", row[4]));
    }

    [Fact]
    public void 重复的_增加的_删去的行()
    {
        var rows = Exported("核定.csv");
        foreach (var row in rows)
            row[Amount] = "100000";
        rows.RemoveAt(3);
        rows.Add([.. rows[0]]);
        rows.Add(["A2", Program.Policies[0].Number, "3.10", "", "2024", "100000", "乙", "建设奖励", "300000.00", "核定", "", ""]);
        Return(rows, "核定.csv");
        Assert.Equal(["2 DSL5208", "5 DSL5208", "6 DSL5246"],
            Rejected().Select(static row => $"{row[1]} {row[4]}").Order(StringComparer.Ordinal));
        Assert.Contains("A2,测府〔2021〕1号,3.10,,待核定,0.00", _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void 别的年度的表()
    {
        var rows = Exported("核定.csv", TestProgram.Context with { Year = 2023 });
        rows[0][Amount] = "100000";
        Return(rows, "核定.csv");
        Assert.Equal("DSL5244", Assert.Single(Rejected())[4]);
        // A table that is kept over the years has rows of all of them.
        _folder.Write("已填/核定.csv", "主键,条款,年度,金额\nA1,3.10,2023,10万元\nA2,3.10,2024,9万元\n");
        var outcome = Run(With("已填/核定.csv"));
        Assert.Empty(Rejected());
        Assert.Equal("有 1 条核定不是 2024 年度的（第 2 行 2023 年度），未采用。",
            Assert.Single(outcome.Findings, static finding => finding.Code == "DSL5247").Problem.Message);
        Assert.Contains("A2,测府〔2021〕1号,3.10,,符合,90000.00", _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void 条款改过以后_以前导出的行不采用()
    {
        var rows = Exported("核定.csv");
        (rows[0][Amount], rows[1][Amount]) = ("100000", "100000");
        Return(rows, "核定.csv", Clauses(("3.1", "一次性奖励", 200_000), ("3.10", "建设奖励", 500_000)));
        Assert.Equal("3 DSL5245", Assert.Single(Rejected().Select(static row => $"{row[1]} {row[4]}")));
        Assert.Contains("A1,测府〔2021〕1号,3.1,,符合,100000.00", _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void 没有校验的旧表_按标题核对()
    {
        const string Head = "主键,文号,条款,事项行,年度,金额,名称,条款标题,最高,等待,备注\n";
        _folder.Write("已填/核定.csv", Head + "A1,测府〔2021〕1号,3.1,,2024,100000,甲,建设奖励,300000.00,核定,\n"
            + "A2,测府〔2021〕1号,3.10,,2024,100000,乙,建设奖励,300000.00,核定,\n"
            + "A1,测府〔2021〕1号,3.10,,2023,1,甲,建设奖励,300000.00,核定,\n");
        Run(With("已填/核定.csv"));
        Assert.Equal(["2 DSL5243", "4 DSL5244"], Rejected().Select(static row => $"{row[1]} {row[4]}"));
        Assert.Contains("A2,测府〔2021〕1号,3.10,,符合,100000.00", _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void 编号变成了数或日期()
    {
        string[] header = ["t:主键", "t:条款", "t:金额"];
        _folder.WriteBytes("已填/核定.xlsx", new TestWorkbook()
            .Sheet("核定",
                [header, ["t:A1", "n:3.1", "n:1"], ["t:A2", "n2:44265", "n:2"], ["n:2021.1", "t:3.1", "n:3"], ["n2:44265", "t:3.1", "n:4"]])
            .ToArray());
        Run(With("已填/核定.xlsx"));
        Assert.Equal(["2 DSL5241", "3 DSL5240", "4 DSL5241", "5 DSL5240"], Rejected().Select(static row => $"{row[1]} {row[4]}"));
        _folder.Write("已填/核定.json", "[{\"主键\": \"A1\", \"条款\": 3.10, \"金额\": 1}, {\"主键\": \"A2\", \"条款\": \"3.1\", \"金额\": "
            + "2}, {\"主键\": \"A1\", \"条款\": 3.1, \"金额\": 2}]");
        Run(With("已填/核定.json"));
        Assert.Equal(["3 DSL5241"], Rejected().Select((row, _) => $"3 {row[4]}").Distinct());
        // Where no other clause can be meant, the number is as good as the text.
        Run(With("已填/核定.xlsx"), Clauses(("3.1", "一次性奖励", 200_000)));
        Assert.Equal(["3", "4", "5"], Rejected().Select(static row => row[1]));
    }

    [Fact]
    public void 主键变成了科学计数法()
    {
        _folder.Write("in/企业.csv", "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n"
            + "9.15E+17,甲,渝中区,2020-01-01,是,50,0,\n915E17,乙,渝中区,2020-01-01,是,50,0,\n");
        Run(new(_folder["in"]));
        Assert.Equal(["2 DSL5321"], Rejected().Select(static row => $"{row[1]} {row[4]}"));
    }

    private static IrProgram Clauses(params ReadOnlySpan<(string Number, string Title, int Highest)> clauses)
    {
        var made = ImmutableArray.CreateBuilder<IrClause>();
        foreach (var (number, title, highest) in clauses)
        {
            made.Add(new()
            {
                LegalBasis = new() { Number = number, Title = title },
                Kind = ClauseKind.Award,
                Subject = TestProgram.Enterprise,
                Award = new IrApproval(new IrConstant(NumberValue.Of(highest), DslType.Money, SourceLocation.None)),
                Frequency = new(FrequencyKind.Once, null, null),
                Shares = [new("区级", 1, 1)],
            });
        }
        return TestProgram.Program with { Policies = [new() { Title = "测试办法", Number = TestProgram.PolicyNumber, Level = "区级",
            EffectiveDate = new(2021, 1, 1), Clauses = made.ToImmutable() }] };
    }

    private static string[] Plain(IReadOnlyList<string> row) =>
        [.. row.Take(Check)
            .Select(static (cell, column) => column == Highest && !cell.Contains('.', StringComparison.Ordinal) ? cell + ".00" : cell)];

    /// <summary>The rows of the sheet as it goes out, without its header: A1 and A2 under both clauses.</summary>
    private List<List<string>> Exported(string file, Evaluation.Interpreting.EvaluationContext? context = null)
    {
        if (!file.EndsWith(".xlsx", StringComparison.Ordinal))
            file = "核定.csv";
        Run(new(_folder["in"]), sheet: "待" + file, context: context);
        if (file.EndsWith(".csv", StringComparison.Ordinal))
            return [.. CsvRecords.Of(_folder.Read("待" + file)).Skip(1).Select(static row => row.ToList())];
        using var sheet = ExcelRows.Open(new(_folder["待" + file], "核定")).Rows;
        Assert.NotNull(sheet);
        var rows = new List<List<string>>();
        while (sheet.TryRead(out var row))
            rows.Add([.. row.Cells]);
        return rows;
    }

    private void Return(List<List<string>> rows, string file, IrProgram? program = null)
    {
        string[] header = ["主键", "文号", "条款", "事项行", "年度", "金额", "名称", "条款标题", "最高", "等待", "备注", "校验"];
        var text = string.Concat(
            rows.Prepend([.. header]).Select(static row => string.Join(',', row.Select(static cell => $"\"{cell}\"")) + "\n"));
        string[][] Cells() =>
            [[.. header.Select(static name => "t:" + name)],
                .. rows.Select(static row => row.Select(static cell => cell.Length == 0 ? "" : "t:" + cell).ToArray())];
        static string Value(string cell) => cell.Length == 0 ? "null" : JsonSerializer.Serialize(cell);
        string Members(List<string> row) =>
            $"{{{string.Join(", ", header.Zip(row, static (name, cell) => $"{JsonSerializer.Serialize(name)}: {Value(cell)}"))}}}";
        var read = $"read_csv({DuckDbSql.Text(_folder["已填/表.csv"])}, header = true, all_varchar = true, nullstr = '')";
        switch (Path.GetExtension(file))
        {
            case ".csv":
                _folder.Write("已填/" + file, text);
                break;
            case ".xlsx":
                _folder.WriteBytes("已填/" + file, new TestWorkbook().Sheet("核定", Cells()).ToArray());
                break;
            case ".xls":
                _folder.WriteBytes("已填/" + file, TestXls.Sheet("核定", Cells()));
                break;
            case ".json":
                _folder.Write("已填/" + file, $"[{string.Join(",\n", rows.Select(Members))}]");
                break;
            case ".jsonl":
                _folder.Write("已填/" + file, string.Join('\n', rows.Select(Members)));
                break;
            case ".parquet":
                _folder.Write("已填/表.csv", text);
                DuckDbFiles.Make($"COPY (SELECT * FROM {read}) TO {DuckDbSql.Text(_folder["已填/" + file])} (FORMAT parquet)");
                break;
            default:
                _folder.Write("已填/表.csv", text);
                DuckDbFiles.Make($"ATTACH {DuckDbSql.Text(_folder["已填/" + file])} AS d", $"CREATE TABLE d.核定 AS SELECT * FROM {read}");
                file += "#核定";
                break;
        }
        Run(With("已填/" + file), program);
    }

    private RegistrySource With(string file)
    {
        var source = new RegistrySource(_folder["in"]);
        return source with { Tables = source.Tables.Add("核定", _folder[file]) };
    }

    private BatchOutcome Run(RegistrySource source, IrProgram? program = null, string? sheet = null,
        Evaluation.Interpreting.EvaluationContext? context = null)
    {
        var options = new BatchOptions(source, _folder["out.csv"], context ?? TestProgram.Context)
        {
            ApprovalsPath = sheet is null ? null : _folder[sheet]
        };
        var outcome = BatchRunner.Run(program ?? Program, [], options, null, CancellationToken.None);
        Assert.NotNull(outcome.Result);
        return outcome;
    }

    private List<string[]> Rejected() =>
        File.Exists(_folder["out.csv.rejected.csv"])
            ? [.. CsvRecords.Of(_folder.Read("out.csv.rejected.csv")).Skip(1).Select(static row => row.ToArray())]
            : [];
}
