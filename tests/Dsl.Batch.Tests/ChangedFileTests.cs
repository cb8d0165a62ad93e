// A table that changes between being looked at and being read, or while it is read: no result, whatever the format.
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Data;
using Dsl.Data.Csv;
using Dsl.Facts.Tables;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class ChangedFileTests : IDisposable
{
    private const string Header = "统一社会信用代码,名称\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>What is done to a file, by name.</summary>
    public static TheoryData<string, string> Changes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var format in (string[])["csv", "json", "jsonl", "xlsx"])
            {
                foreach (var change in (string[])["cut", "empty", "same size", "longer", "replaced", "gone"])
                    data.Add(format, change);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void 看过之后改动的表_不当作读完(string format, string change)
    {
        var path = Write(format);
        var source = TableSources.Open(path).Source;
        Assert.NotNull(source);
        Change(path, change);
        using var reader = source.Open([0, 1]);
        ReadAll(reader);
        Assert.NotNull(reader.Fatal);
        Assert.NotEqual(0, reader.Fatal.ToString().Length);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("jsonl")]
    [InlineData("xlsx")]
    public void 没有改动的表_可以读几遍(string format)
    {
        var path = Write(format);
        var source = TableSources.Open(path).Source;
        Assert.NotNull(source);
        var hash = source.Input.Sha256;
        for (var i = 0; i < 2; i++)
        {
            using var reader = source.Open([0, 1]);
            Assert.Equal(3_000, ReadAll(reader));
            Assert.Null(reader.Fatal);
        }
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))), hash);
    }

    [Fact]
    public void 读到一半改动的表_到末尾才知道_也不算读完()
    {
        // Far more than is read at once.
        var path = _folder.Write("企业.csv", Header + string.Concat(Enumerable.Range(10_000, 50_000).Select(static i => $"S{i},公司\n")));
        var (source, _) = CsvSource.Inspect(path);
        Assert.NotNull(source);
        using var reader = source.Open([0, 1]);
        Assert.True(reader.Read(new TableBatch()));
        // Same size; the last key becomes another one.
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            file.Position = file.Length - ",公司\n"u8.Length - 1;
            file.WriteByte((byte)'Z');
        }
        ReadAll(reader);
        Assert.Equal("DSL5005", reader.Fatal?.Code);
    }

    [Fact]
    public void 清单记的是读到的内容()
    {
        _folder.Write("in/企业.csv",
            "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\nA1,甲,渝中区,2020-01-01,是,50,200万元,35%\n");
        var options = new BatchOptions(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context);
        Assert.NotNull(BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None).Result);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_folder["in/企业.csv"])));
        Assert.Contains(hash, _folder.Read("out.csv.manifest.json"), StringComparison.Ordinal);
    }

    private static long ReadAll(ITableReader reader)
    {
        var rows = 0L;
        for (var chunk = new TableBatch(); reader.Read(chunk); chunk = new TableBatch())
            rows += chunk.Count;
        return rows;
    }

    private string Write(string format)
    {
        var rows = Enumerable.Range(0, 3_000).Select(static i => (Key: $"S{i:0000}", Name: "公司")).ToList();
        switch (format)
        {
            case "csv":
                return _folder.Write("企业.csv", Header + string.Concat(rows.Select(static row => $"{row.Key},{row.Name}\n")));
            case "json":
                return _folder.Write("企业.json", "[" + string.Join(",\n", rows.Select(Json)) + "]");
            case "jsonl":
                return _folder.Write("企业.jsonl", string.Concat(rows.Select(static row => Json(row) + "\n")));
            default:
                using (var stream = File.Create(_folder["企业.xlsx"]))
                using (var writer = new Data.Excel.XlsxWriter(stream, "企业.xlsx", "企业",
                    [new("统一社会信用代码", Data.Excel.XlsxContent.Text), new("名称", Data.Excel.XlsxContent.Text)]))
                {
                    foreach (var (key, name) in rows)
                        Assert.Null(writer.Write([key, name]));
                    writer.Finish();
                }
                return _folder["企业.xlsx"];
        }
    }

    private static string Json((string Key, string Name) row) => $"{{\"统一社会信用代码\": \"{row.Key}\", \"名称\": \"{row.Name}\"}}";

    private static void Change(string path, string change)
    {
        var bytes = File.ReadAllBytes(path);
        switch (change)
        {
            case "cut":
                File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
                break;
            case "empty":
                File.WriteAllBytes(path, []);
                break;
            case "same size":
                var at = bytes.AsSpan().LastIndexOf("2999"u8) is >= 0 and var found ? found : bytes.Length / 2;
                bytes[at] ^= 1;
                File.WriteAllBytes(path, bytes);
                break;
            case "longer":
                File.WriteAllBytes(path, [.. bytes, .. Encoding.UTF8.GetBytes("T1,公司\n")]);
                break;
            case "replaced":
                bytes[^3] ^= 1;
                File.WriteAllBytes(path + ".new", bytes);
                File.Move(path + ".new", path, overwrite: true);
                break;
            default:
                File.Delete(path);
                break;
        }
    }
}
