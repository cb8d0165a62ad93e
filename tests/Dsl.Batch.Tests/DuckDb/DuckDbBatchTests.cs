// Batches that write Parquet files and tables of .duckdb files: the same rows as CSV, whole or not at all.
using System.Text.RegularExpressions;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Batch.Running;
using Xunit;

namespace Dsl.Batch.Tests.DuckDb;

public sealed partial class DuckDbBatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DuckDbBatchTests()
    {
        _folder.Write("in/企业.csv", "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n" +
            string.Concat(Enumerable.Range(0, 500).Select(static i => $"A{i},第{i}家企业,渝中区,2020-01-01,"
                + $"{(i % 3 == 0 ? "是" : i % 3 == 1 ? "否" : "")},50,{i * 12_345.67m},35%\n")));
        _folder.Write("in/科技项目.csv", "统一社会信用代码,项目编号,国拨经费\n" +
            string.Concat(Enumerable.Range(0, 500).Select(static i => $"A{i / 2},P{i},{(i % 7 == 0 ? "" : $"{i * 100_000}")}\n")));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(OutputForm.Long)]
    [InlineData(OutputForm.Wide)]
    public void 写成_Parquet_或数据库的表_与_CSV_逐格相同(OutputForm form)
    {
        Run("结果.csv", form);
        Run("结果 表.parquet", form);
        Run("结果.duckdb#测算 结果", form);
        var expected = File.ReadAllLines(_folder["结果.csv"]);
        Assert.True(expected.Length > 500);
        foreach (var output in (string[])["结果 表.parquet", "结果.duckdb#测算 结果"])
        {
            using var table = DuckDbFiles.Open(_folder[output]);
            Assert.Equal(expected[0], string.Join(',', table.Columns.Select(static column => column.Name)));
            Assert.All(table.Columns.Where(static column => column.Name.EndsWith("金额", StringComparison.Ordinal)),
                static column => Assert.Equal("DECIMAL(18,2)", column.SqlType));
            using var result = table.Read(Enumerable.Range(0, table.Columns.Length), CancellationToken.None);
            Assert.Equal(expected[1..].Select(static row => TrailingZeros().Replace(row, "$1")),
                DuckDbFiles.Rows(result).Select(static row => row.Replace('|', ',')));
        }
    }

    [Fact]
    public void 清单里的哈希_同样的输入得到同样的()
    {
        foreach (var output in (string[])["甲.parquet", "甲.duckdb#结果"])
        {
            Run(output, OutputForm.Long, threads: 1);
            var first = _folder.Read(output + ".manifest.json");
            Run(output, OutputForm.Long, threads: 4);
            Assert.Equal(first, _folder.Read(output + ".manifest.json"));
        }
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_folder["甲.parquet"])));
        Assert.Contains(hash, _folder.Read("甲.parquet.manifest.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void 数据库里别的表还在_没有留下别的文件()
    {
        DuckDbFiles.Make($"ATTACH '{_folder["库.duckdb"]}' AS d", "CREATE TABLE d.企业 AS SELECT 1 AS 列");
        Run("库.duckdb#结果", OutputForm.Long);
        using var other = DuckDbFiles.Open(_folder["库.duckdb"] + "#企业");
        Assert.Equal(1, other.RowCount);
        Assert.Equal(["库.duckdb", "库.duckdb#结果.manifest.json"],
            _folder.Names.Where(static name => !name.StartsWith("in", StringComparison.Ordinal)));
    }

    [Fact]
    public void 没写表名_不是数据库_正被使用_都在写之前停下()
    {
        Assert.Equal("DSL5135", Refused("库.duckdb"));
        _folder.Write("假.duckdb", "文本");
        Assert.Equal("DSL5133", Refused("假.duckdb#结果"));
        DuckDbFiles.Make($"ATTACH '{_folder["忙.duckdb"]}' AS d", "CREATE TABLE d.企业 AS SELECT 1 AS 列");
        _folder.Write("忙.duckdb.wal", "");
        Assert.Equal("DSL5006", Refused("忙.duckdb#结果"));
        Assert.Equal("文本", _folder.Read("假.duckdb"));
        Assert.Equal(["假.duckdb", "忙.duckdb", "忙.duckdb.wal"],
            _folder.Names.Where(static name => !name.StartsWith("in", StringComparison.Ordinal)));
    }

    [Fact]
    public void 取消时什么也不留下()
    {
        using var cancellation = new CancellationTokenSource();
        var progress = new Cancelling(cancellation);
        var options = new BatchOptions(new RegistrySource(_folder["in"]), _folder["结果.parquet"], TestProgram.Context);
        Assert.ThrowsAny<OperationCanceledException>(() => BatchRunner.Run(TestProgram.Program, [], options, progress, cancellation.Token));
        Assert.DoesNotContain(_folder.Names, static name => !name.StartsWith("in", StringComparison.Ordinal));
    }

    private void Run(string output, OutputForm form, int threads = 2)
    {
        var options =
            new BatchOptions(new RegistrySource(_folder["in"]), _folder[output], TestProgram.Context) { Form = form, Threads = threads };
        var outcome = BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None);
        Assert.False(outcome.HasErrors, string.Join('\n', outcome.Findings));
    }

    private string Refused(string output)
    {
        var options = new BatchOptions(new RegistrySource(_folder["in"]), _folder[output], TestProgram.Context);
        var outcome = BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None);
        Assert.Null(outcome.Result);
        return outcome.Findings.Single(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error).Code;
    }

    [GeneratedRegex(@"(?<=\d)(?:(\.[1-9])0|\.00)(?=,|$)")]
    private static partial Regex TrailingZeros();

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => source.Cancel();
    }
}
