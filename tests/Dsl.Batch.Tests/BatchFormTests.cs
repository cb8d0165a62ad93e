// The forms that results take: wide, JSON, summary, manifest.
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Batch.Running;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class BatchFormTests : IDisposable
{
    private const string Header = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n";
    private const string ProjectHeader = "统一社会信用代码,项目编号,国拨经费\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 宽表和JSON()
    {
        _folder.Write("in/企业.csv", Header + "A1,甲,渝中区,2020-01-01,是,50,200万元,35%\nA2,乙,渝中区,2020-01-01,否,50,0,35%\n");
        Assert.NotNull(Outcome(Options() with { Form = OutputForm.Wide, ByteOrderMark = true }).Result);
        var lines = Encoding.UTF8.GetString(File.ReadAllBytes(_folder["out.csv"])).Split('\n');
        Assert.StartsWith("\uFEFF统一社会信用代码,对象,金额,最高,不封顶,市级,区级,1 状态,1 金额,1 最高,2 状态", lines[0],
            StringComparison.Ordinal);
        Assert.StartsWith("A1,企业,200000.00,", lines[1], StringComparison.Ordinal);

        Assert.NotNull(Outcome(Options() with { Output = _folder["out.json"] }).Result);
        using var json = System.Text.Json.JsonDocument.Parse(_folder.Read("out.json"));
        Assert.Equal(["A1", "A2"], json.RootElement.EnumerateArray().Select(static item => item.GetProperty("主键").GetString()));
    }

    [Fact]
    public void 摘要和清单()
    {
        _folder.Write("in/企业.csv", Header + "A1,甲,渝中区,2020-01-01,是,50,2000万元,35%\nA2,乙,渝中区,2020-01-01,否,,,\n"
            + "A3,丙,渝中区,2020-01-01,,,1万元,\nA4,丁,渝中区,,是,一,,\n");
        _folder.Write("in/科技项目.csv", ProjectHeader + "A1,P1,1000万元\n");
        Assert.NotNull(Outcome(Options() with { SummaryPath = _folder["sum.txt"] }).Result);
        Dsl.Testing.Snapshot.Verify(Dsl.Testing.RepositoryRoot.Combine("tests", "Dsl.Batch.Tests", "cases", "摘要.verified.txt"),
            _folder.Read("sum.txt"));
        using var manifest = System.Text.Json.JsonDocument.Parse(_folder.Read("out.csv.manifest.json"));
        Assert.Equal(3, manifest.RootElement.GetProperty("计数").GetProperty("主体").GetInt32());
        Assert.Equal(1, manifest.RootElement.GetProperty("计数").GetProperty("未读入的行").GetInt32());
        Assert.Equal("1300000.00", manifest.RootElement.GetProperty("合计").GetProperty("金额").GetString());
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_folder["out.csv"]))),
            manifest.RootElement.GetProperty("输出")[0].GetProperty("SHA-256").GetString());
    }

    private BatchOptions Options() => new(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context) { Threads = 2 };

    private static BatchOutcome Outcome(BatchOptions options) =>
        BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None);
}
