// Cells of our CSV that a spreadsheet would run as a formula; the same cells read back.
using Dsl.Batch.Publishing;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Facts.Cells;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class FormulaCellTests : IDisposable
{
    private const string Header = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")")]
    [InlineData("+86", "+86")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("－甲", "'－甲")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("'甲", "''甲")]
    [InlineData(" =1+1", "' =1+1")]
    [InlineData("\u3000@x", "'\u3000@x")]
    [InlineData("\uFEFF=1", "'\uFEFF=1")]
    [InlineData("\u200B+甲", "'\u200B+甲")]
    [InlineData(" '甲", "' '甲")]
    [InlineData(" -5", " -5")]
    [InlineData("\r\n=1", "'\r\n=1")]
    [InlineData("＋＝", "'＋＝")]
    [InlineData("-100000.00", "-100000.00")]
    [InlineData("-5", "-5")]
    [InlineData("甲=乙", "甲=乙")]
    [InlineData("", "")]
    [InlineData("-", "-")]
    public void 会被当作公式的加撇号_读回来是原样(string text, string cell)
    {
        Assert.Equal(cell, SpreadsheetText.Neutral(text));
        Assert.Equal(text, SpreadsheetText.Unwrap(cell));
    }

    [Theory]
    [InlineData("'甲", "''甲")]
    [InlineData("=\"00123\"", "'=\"00123\"")]
    [InlineData("=A1", "=A1")]
    [InlineData("-甲", "-甲")]
    [InlineData("'", "'")]
    public void 照原样写的也读得回来(string text, string cell)
    {
        Assert.Equal(cell, SpreadsheetText.Kept(text));
        Assert.Equal(text, SpreadsheetText.Unwrap(cell));
    }

    [Theory]
    [InlineData(false, "'")]
    [InlineData(true, "")]
    public void 结果_未读入_待核定_兑现记录_主键不变(bool isRaw, string mark)
    {
        _folder.Write("in/企业.csv", Header + "=A1+B1,甲,渝中区,2020-01-01,是,50,10000,0.5\n@乙,乙,渝中区,2020-01-01,是,50,=1+1,0.5\n");
        _folder.Write("in/科技项目.csv", "统一社会信用代码,项目编号,国拨经费\n=A1+B1,-P1+x,100万\n=A1+B1,P2,2000万\n");
        var options = new BatchOptions(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context)
        {
            RawCsv = isRaw, ApprovalsPath = _folder["待核定.csv"]
        };
        Assert.NotNull(BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None).Result);
        Assert.Contains($"\n{mark}=A1+B1,测府〔2021〕1号,2,{mark}-P1+x,符合,30000.00,", _folder.Read("out.csv"), StringComparison.Ordinal);
        Assert.Contains("（上限扣减）,符合,-130000.00,", _folder.Read("out.csv"), StringComparison.Ordinal);
        Assert.Contains($",{mark}=1+1,DSL5301,", _folder.Read("out.csv.rejected.csv"), StringComparison.Ordinal);
        Assert.Contains($"\n{mark}=A1+B1,测府〔2021〕1号,3,", _folder.Read("待核定.csv"), StringComparison.Ordinal);
        // Published, the record belongs to the same subject and row: computing again finds all paid.
        for (var time = 0; time < 2; time++)
        {
            var published = Publisher.Run(new(_folder["out.csv"], _folder["in/兑现记录.csv"]), CancellationToken.None);
            Assert.True(published.Report is not null, string.Join('\n', published.Findings));
            Assert.Equal(time == 0 ? 4 : 0, published.Report.Appended.Length);
        }
        _folder.Write("in/核定.csv", _folder.Read("待核定.csv").Replace(",2024,,", ",2024,1000,", StringComparison.Ordinal));
        var again = BatchRunner.Run(TestProgram.Program, [], options with { ApprovalsPath = null }, null, CancellationToken.None);
        Assert.Equal(1, again.Result?.RejectedRows);
        Assert.Contains("=A1+B1,测府〔2021〕1号,3,,符合,1000.00,", _folder.Read("out.csv"), StringComparison.Ordinal);
    }
}
