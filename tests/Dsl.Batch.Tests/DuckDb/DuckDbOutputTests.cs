// Results on their way into Parquet and .duckdb files: rows wait packed, amounts are exact or refused, no temporary file remains.
using Dsl.Batch.Results;
using Dsl.Data.DuckDb;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;
using Xunit;

namespace Dsl.Batch.Tests.DuckDb;

public sealed class DuckDbOutputTests : IDisposable
{
    private static readonly ResultTable Table = ResultOutputs.Table(OutputForm.Long, TestProgram.Program);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("9999999999999999.99", 18)]
    [InlineData("-9999999999999999.99", 18)]
    [InlineData("10000000000000000.00", 38)]
    [InlineData("-999999999999999999999999999999999999.99", 38)]
    public void 金额的列只宽到需要的那么宽(string amount, int width)
    {
        foreach (var file in (string[])["结果.parquet", "结果.duckdb#表"])
        {
            Assert.Null(Write(file, "0.05", amount));
            using var table = DuckDbFiles.Open(_folder[file]);
            var column = table.Columns.Select(static column => column.Name).ToList().IndexOf("金额");
            Assert.Equal(width, table.Columns[column].Width);
            using var rows = table.Read([column], CancellationToken.None);
            Assert.Equal(["0.05", amount.Replace(".00", "", StringComparison.Ordinal)], DuckDbFiles.Rows(rows));
        }
    }

    [Theory]
    [InlineData("1000000000000000000000000000000000000.00")]
    [InlineData("-170141183460469231731687303715884105728.00")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890.12")]
    public void 放不下的金额_指出来_什么都不写(string amount)
    {
        foreach (var file in (string[])["结果.parquet", "结果.duckdb#表"])
        {
            var finding = Write(file, "0.05", amount);
            Assert.Equal("DSL5145", finding?.Code);
            Assert.Contains("第 2 行（主键“A1”）的“金额”", finding?.Problem.Message, StringComparison.Ordinal);
            Assert.Empty(_folder.Names);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(2048)]
    [InlineData(5000)]
    public void 行怎样分块都是同样的文件_中途变长的金额也一样(int blockRows)
    {
        var random = new Random(7);
        string[] texts = ["", "渝", "正好十二字节ab", "比十二个字节长的文字", new string('长', 3000), "\0", "😀"];
        // The first amounts are short; at two places longer ones come.
        string[] amounts = ["", "0.05", "-0.01", "9999999999999999.99"];
        var rows = Enumerable.Range(0, 6000).Select(i => Table.Columns.Select(column => column.Cell switch
        {
            ResultCell.Amount when i == 3000 && column.Name == "金额" => "-92233720368547758.08",
            ResultCell.Amount when i == 4500 && column.Name == "最高" => "12345678901234567890123456.78",
            ResultCell.Amount => amounts[random.Next(amounts.Length)],
            ResultCell.Truth => random.Next(3) switch { 0 => "是", 1 => "否", _ => "" },
            _ => texts[random.Next(texts.Length)],
        }).ToArray()).ToList();
        foreach (var file in (string[])["结果.parquet", "结果.duckdb#表"])
        {
            WriteRows(file, rows, blockRows);
            using var table = DuckDbFiles.Open(_folder[file]);
            Assert.Equal(rows.Count, table.RowCount);
            using var read = table.Read([.. Enumerable.Range(0, Table.Columns.Length)], CancellationToken.None);
            Assert.Equal(rows.Select(row => string.Join('|', row.Select(Plain))), DuckDbFiles.Rows(read).Select(row =>
                string.Join('|', row.Split('|').Select(Plain))));
            Assert.Equal(file.Split('#')[0], Assert.Single(_folder.Names));
            File.Delete(_folder[file.Split('#')[0]]);
        }

        // Numbers are written without zeros at the end, truth as DuckDB says it.
        static string Plain(string cell) => cell switch
        {
            "是" or "true" => "1",
            "否" or "false" => "0",
            _ => decimal.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out var number) ? $"{number:0.##}" : cell,
        };
    }

    [Fact]
    public void 存着的行原样取回()
    {
        var random = new Random(3);
        string[] texts = ["", "渝", "同上", "\0", "\"引号\",逗号\n换行", new string('长', 70_000), "😀 和别的", "-0.05"];
        var rows = Enumerable.Range(0, 5000)
            .Select(_ => Enumerable.Range(0, 4)
                .Select(_ => texts[random.Next(100) == 0 ? 5 : random.Next(texts.Length) % 5 + random.Next(2)]).ToArray())
            .ToList();
        using var spool = new RowSpool(_folder["行"], 4);
        foreach (var row in rows)
            spool.Write(row);
        if (!OperatingSystem.IsWindows())
            Assert.Empty(_folder.Names);
        using var reader = spool.Read();
        foreach (var row in rows)
        {
            Assert.True(reader.TryRead());
            for (var i = 0; i < row.Length; i++)
                Assert.Equal(row[i], System.Text.Encoding.UTF8.GetString(reader[i]));
        }
        Assert.False(reader.TryRead());
    }

    [Fact]
    public void 存着的行不占内存()
    {
        using var spool = new RowSpool(_folder["行"], 3);
        var rows = Enumerable.Range(0, 1000).Select(static i => new[] { $"主键{i}", $"{i * 7919}.00", i % 2 == 0 ? "" : "符合" }).ToList();
        spool.Write(rows[0]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 300; i++)
            rows.ForEach(spool.Write);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private void WriteRows(string file, List<string[]> rows, int blockRows)
    {
        var target = DuckDbSource.Parse(_folder[file]);
        Assert.NotNull(target);
        using var output = new AtomicOutput();
        var (opened, finding) = DuckDbOutput.Open(target, Table, output);
        Assert.True(opened is not null, $"{finding}");
        using (opened)
        {
            foreach (var some in rows.Chunk(blockRows))
            {
                var block = opened.NewBlock();
                foreach (var row in some)
                    block.Add(row);
                opened.Take(block);
            }
            opened.Finish(CancellationToken.None);
            output.Commit();
        }
    }

    private DataFinding? Write(string file, params string[] amounts)
    {
        var target = DuckDbSource.Parse(_folder[file]);
        Assert.NotNull(target);
        using var output = new AtomicOutput();
        var (opened, finding) = DuckDbOutput.Open(target, Table, output);
        Assert.True(opened is not null, $"{finding}");
        using (opened)
        {
            var block = opened.NewBlock();
            foreach (var amount in amounts)
                block
                    .Add([.. Table.Columns.Select(column => column.Name == "金额" ? amount : column.Cell == ResultCell.Text ? "A1" : "")]);
            opened.Take(block);
            if (opened.Fatal is not null)
                return opened.Fatal;
            opened.Finish(CancellationToken.None);
            output.Commit();
            return null;
        }
    }
}
