// The sheet of what is 待核定: exported, filled in, read back.
using System.Collections.Immutable;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Loading.Findings;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class ApprovalSheetTests : IDisposable
{
    private const string Header = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n";
    private const string SheetHeader = "主键,文号,条款,事项行,年度,金额,名称,条款标题,最高,等待,备注,校验\n";

    private readonly TemporaryFolder _folder = new();

    public ApprovalSheetTests() =>
        _folder.Write("in/企业.csv",
            Header + "A1,\"甲,公司\",渝中区,2020-01-01,是,50,0,\nA2,乙,渝中区,2020-01-01,是,50,0,\nA3,丙,渝中区,2020-01-01,是,50,0,\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 待核定的各写一行_金额留空()
    {
        Run(Options());
        Assert.Equal(
            SheetHeader
            + "A1,测府〔2021〕1号,3,,2024,,\"甲,公司\",一次性奖励,200000.00,核定,,\n"
            + "A2,测府〔2021〕1号,3,,2024,,乙,一次性奖励,200000.00,核定,,\n"
            + "A3,测府〔2021〕1号,3,,2024,,丙,一次性奖励,200000.00,核定,,\n", Unchecked("待核定.csv"));
    }

    [Fact]
    public void 填好读回_没有填的仍待核定_超过最高的压到最高()
    {
        Run(Options());
        Fill("A1", "18万元");
        Fill("A2", "30万元");
        var filled = Options() with
        {
            Source = new RegistrySource(_folder["in"])
            {
                Tables = ImmutableDictionary<string, string>.Empty.Add("核定", _folder["待核定.csv"])
            },
            ApprovalsPath = _folder["下一批.csv"]
        };
        var findings = Run(filled);
        var text = _folder.Read("out.csv");
        Assert.Contains("A1,测府〔2021〕1号,3,,符合,180000.00,180000.00,,180000.00,,,,是,,企业,\n", text, StringComparison.Ordinal);
        Assert.Contains("A2,测府〔2021〕1号,3,,符合,200000.00,200000.00,,200000.00,,,,是,,企业,核定的 30万元 超过最高 20万元，按最高计算\n",
            text, StringComparison.Ordinal);
        Assert.Contains("A3,测府〔2021〕1号,3,,待核定,0.00,200000.00,", text, StringComparison.Ordinal);
        Assert.Equal(SheetHeader + "A3,测府〔2021〕1号,3,,2024,,丙,一次性奖励,200000.00,核定,,\n", Unchecked("下一批.csv"));
        Assert.Equal(["DSL5218", "DSL5219"],
            findings.Select(static finding => finding.Code).Where(static code => code is "DSL5218" or "DSL5219" or "DSL5103"));
        Assert.Equal("有 1 条核定没有照数采用，如“A2”条款 3：核定的 30万元 超过最高 20万元，按最高计算。",
            findings.Single(static finding => finding.Code == "DSL5219").Problem.Message);
    }

    [Fact]
    public void 放进数据文件夹也一样_填错的指明位置()
    {
        Run(Options());
        Fill("A1", "十八万");
        File.Move(_folder["待核定.csv"], _folder["in/核定.csv"]);
        Run(Options());
        Assert.Contains(",2,金额,十八万,DSL5301,", _folder.Read("out.csv.rejected.csv"), StringComparison.Ordinal);
        Assert.Contains("A1,测府〔2021〕1号,3,,待核定,", _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void 填了金额的表不覆盖_没有填的可以重写()
    {
        Run(Options());
        Run(Options());
        Fill("A1", "18万元");
        var filled = _folder.Read("待核定.csv");
        var outcome = BatchRunner.Run(TestProgram.Program, [], Options(), null, CancellationToken.None);
        Assert.Equal("DSL5118",
            Assert.Single(outcome.Findings, static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error).Code);
        Assert.Equal(filled, _folder.Read("待核定.csv"));
    }

    [Fact]
    public void 一份表不能兼作结果()
    {
        var outcome =
            BatchRunner.Run(TestProgram.Program, [], Options() with { ApprovalsPath = _folder["out.csv"] }, null, CancellationToken.None);
        Assert.Contains(outcome.Findings, static finding => finding.Code == "DSL5119");
        Assert.False(File.Exists(_folder["out.csv"]));
    }

    /// <summary>The sheet with the 校验 taken out of its rows.</summary>
    private string Unchecked(string name) =>
        System.Text.RegularExpressions.Regex.Replace(_folder.Read(name), ",J[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}\n", ",\n");

    private void Fill(string key, string amount) =>
        _folder.Write("待核定.csv",
            _folder.Read("待核定.csv")
                .Replace($"{key},测府〔2021〕1号,3,,2024,,", $"{key},测府〔2021〕1号,3,,2024,{amount},", StringComparison.Ordinal));

    private BatchOptions Options() =>
        new(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context)
        {
            Threads = 2, ApprovalsPath = _folder["待核定.csv"]
        };

    private static ImmutableArray<DataFinding> Run(BatchOptions options)
    {
        var outcome = BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None);
        Assert.NotNull(outcome.Result);
        return outcome.Findings;
    }
}
