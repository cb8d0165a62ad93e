// Totals, remarks, rows of units and of numbers, headers on two lines: listed and not paid, whatever the format;
// what only looks like them is paid.
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Facts.Json;
using Dsl.Facts.Tables;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class NonDataRowTests : IDisposable
{
    private const string Header = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n";
    private const string Good = "A1,甲,渝中区,2020-01-01,是,50,1000,0.5\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("合计")]
    [InlineData("合 计")]
    [InlineData("合　计")]
    [InlineData("小计：")]
    [InlineData("总计")]
    [InlineData("累计")]
    [InlineData("本页合计")]
    [InlineData("合计（3家）")]
    [InlineData("【合计】")]
    [InlineData("渝中区小计")]
    [InlineData("A1 汇总")]
    [InlineData("TOTAL")]
    [InlineData("备注：单位为元")]
    [InlineData("备注")]
    [InlineData("备 注：另附")]
    [InlineData("注：数据截至六月")]
    [InlineData("注1：数据截至六月")]
    [InlineData("填表人：张某")]
    [InlineData("填表人张某")]
    [InlineData("制表：")]
    [InlineData("审核人：")]
    [InlineData("负责人（签字）：")]
    [InlineData("日期：2024年6月")]
    [InlineData("填报单位：区科技局")]
    [InlineData("单位：元")]
    [InlineData("第1页，共3页")]
    [InlineData("共 3 家")]
    [InlineData("其中：区属企业")]
    [InlineData("平均值")]
    [InlineData("续表")]
    [InlineData("转下页")]
    [InlineData("∑")]
    [InlineData("----")]
    [InlineData("……")]
    [InlineData("一、高新技术企业")]
    [InlineData("（二）科技型企业")]
    [InlineData("法定代表人：")]
    [InlineData("联系电话：63000000")]
    [InlineData("2024年6月30日")]
    public void 不是数据的行列出来_不付钱(string key)
    {
        Write("企业", Header + Good + $"{key},,,,是,,90000,\n");
        Assert.Equal(["A1"], Paid());
        Assert.Equal([$"3,DSL5230"], Rejected());
    }

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#REF!")]
    [InlineData("＃N/A")]
    [InlineData("同上")]
    [InlineData("同 上")]
    [InlineData("NULL")]
    [InlineData("None")]
    [InlineData("无")]
    [InlineData("暂无")]
    [InlineData("（空白）")]
    [InlineData("示例：91500000EXAMPLE01X")]
    public void 填的不是编号的主键退回_不付钱(string key)
    {
        Write("企业", Header + Good + $"{key},乙,渝中区,2020-01-01,是,50,90000,0.5\n");
        Write("科技项目", $"统一社会信用代码,项目编号,国拨经费\nA1,P1,100\n{key},P2,100\n");
        Assert.Equal(["A1", "A1"], Paid());
        Assert.Equal(["3,DSL5138", "3,DSL5138"], Rejected());
    }

    [Theory]
    [InlineData("无限动力公司")]
    [InlineData("空港物流")]
    [InlineData("同上堂教育")]
    [InlineData("未来科技")]
    [InlineData("示例01")]
    [InlineData("NO-1")]
    [InlineData("总计科技有限公司")]
    [InlineData("备注明公司")]
    [InlineData("小计网络")]
    [InlineData("合计平台升级")]
    [InlineData("注册会计师事务所")]
    [InlineData("说明书公司")]
    [InlineData("联系人才服务公司")]
    [InlineData("共青团之家")]
    [InlineData("审核通过公司")]
    [InlineData("单位幼儿园")]
    [InlineData("日期食品厂")]
    [InlineData("累计算法研究院")]
    [InlineData("其中科技公司")]
    [InlineData("一品科技")]
    [InlineData("大写字母公司")]
    [InlineData("平均律乐器厂")]
    public void 只是像的照付(string key)
    {
        Write("企业", Header + Good + $"{key},乙,渝中区,2020-01-01,是,50,90000,0.5\n");
        Write("科技项目", $"统一社会信用代码,项目编号,国拨经费\nA1,{key},100\n");
        Assert.Equal(["A1", "A1", key], Paid());
    }

    [Fact]
    public void 明细的小计行不算_也不连累主体()
    {
        Write("企业", Header + Good);
        Write("科技项目", "统一社会信用代码,项目编号,国拨经费\nA1,P1,100\nA1,P2,50\nA1,小计,150\n合计,,150\n,合计,150\n,,\n备注：,,\n");
        Assert.Equal(["A1", "A1", "A1"], Paid());
        Assert.Equal(["4,DSL5230", "5,DSL5230", "6,DSL5230", "7,DSL5230", "8,DSL5230"], Rejected());
    }

    [Fact]
    public void 别的列里的小计也看_用不到的列也看()
    {
        Write("企业", Header + Good);
        Write("科技项目", "序号,统一社会信用代码,项目编号,国拨经费\n1,A1,P1,100\n小计,A1,,100\n");
        Assert.Equal(["A1", "A1"], Paid());
        Assert.Equal(["3,DSL5230"], Rejected());
    }

    [Fact]
    public void 拿不准的退回_明细按未知算()
    {
        Write("企业", Header + Good + "B2,合计,渝中区,2020-01-01,是,50,1000,0.5\n");
        Write("科技项目", "序号,统一社会信用代码,项目编号,国拨经费\n1,A1,P1,100\n小计,A1,P2,100\n");
        Assert.Equal(["A1"], Paid());
        Assert.Equal(["3,DSL5231", "3,DSL5231"], Rejected());
    }

    [Fact]
    public void 名称以合计结尾的明细_拿不准()
    {
        Write("企业", Header + Good);
        Write("科技项目", "统一社会信用代码,项目编号,国拨经费\nA1,P1,100\nA1,P1合计,100\n");
        Assert.Equal(["A1"], Paid());
        Assert.Equal(["3,DSL5231"], Rejected());
    }

    [Theory]
    [InlineData("1,2,3,4,5,6,7,8\n")]
    [InlineData("甲,乙,1,2,3,4,5,6\n")]
    [InlineData("①,②,③,④,⑤,⑥,⑦,⑧\n")]
    [InlineData("A,B,C,D,E,F,G,H\n")]
    [InlineData("（1）,（2）,（3）,（4）,（5）,（6）,（7）,（8）=（6）÷（7）\n")]
    [InlineData("栏次,1,2,3,4,5,6,7\n")]
    [InlineData("统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n")]
    [InlineData("—,—,—,—,—,人,元,—\n")]
    [InlineData("单位,,,,,人,（元）,\n")]
    [InlineData(",,,,,,,\n")]
    public void 表头下面的行(string row)
    {
        Write("企业", Header + row + Good);
        Assert.Equal(["A1"], Paid());
        Assert.Equal(["2,DSL5230"], Rejected());
    }

    [Theory]
    [InlineData("甲", "1")]
    [InlineData("A", "1")]
    [InlineData("A", "1,2")]
    [InlineData("1", "3")]
    [InlineData("2", "3")]
    [InlineData("10", "11")]
    public void 第一行数据不是栏次(string key, string figures)
    {
        Write("企业", Header + Good);
        Write("科技项目",
            figures.Contains(',', StringComparison.Ordinal)
                ? $"项目编号,国拨经费,备注,统一社会信用代码\n{key},{figures},A1\n"
                : $"项目编号,国拨经费,主键\n{key},{figures},A1\n");
        Assert.Equal(["A1", "A1"], Paid());
    }

    [Theory]
    [InlineData("—,—,—,—,—,人,万元,—\n" + Good, "DSL5122")]
    [InlineData(Good + "单位：万元,,,,,,,\n", "DSL5122")]
    [InlineData(Good + "备注：金额单位为万元,,,,,,,\n", "DSL5122")]
    [InlineData(Good + ",,,,,,单位：万元,\n", "DSL5122")]
    [InlineData("填代码,填全称,,,,人,万元,\n" + Good, "DSL5122")]
    [InlineData(Good + "B2,乙,渝中区,2020-01-01,是,50,万元,0.5\n", null)]
    [InlineData(Good + "备注：以上金额均以万元计,,,,,,,\n", "DSL5122")]
    [InlineData(Good + "说明：研发投入按万元填报,,,,,,,\n", "DSL5122")]
    [InlineData(Good + "备注：单位为元,,,,,,,\n", null)]
    [InlineData(Good + "单位：人,,,,,,,\n", null)]
    public void 表里写的单位_不采用就停下(string rows, string? code)
    {
        Write("企业", Header + rows);
        Assert.Equal(code,
            Run().Findings.FirstOrDefault(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error)?.Code);
        Write("企业", Header.Replace("研发投入", "研发投入(万元)", StringComparison.Ordinal) + rows);
        Assert.False(Run().HasErrors);
    }

    [Theory]
    [InlineData("附件1：2024年统计表\n")]
    [InlineData("附件1：2024年统计表,,,,,,,\n单位：万元,,,,,,,\n")]
    [InlineData("基本情况,,,,经营情况,,,\n")]
    public void 标题和分组在表头上面_停下并说在第几行(string titles)
    {
        Write("企业", titles + Header + Good);
        var finding = Assert.Single(Run().Findings, static finding => finding.Code == "DSL5121");
        Assert.Equal(titles.Split('\n').Length, finding.Place.Row);
    }

    [Fact]
    public void 两行的表头_停下()
    {
        Write("企业",
            "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,,研发占比\n,,,,,,申报数,核定数,\n"
                + "A1,甲,渝中区,2020-01-01,是,50,1000,900,0.5\n");
        Assert.Contains(Run().Findings, static finding => finding.Code == "DSL5121");
    }

    [Fact]
    public void 记录里的合计行不算_也不让主体停下()
    {
        Write("企业", Header + Good);
        Write("兑现记录", "主键,文号,条款,事项行,年度,金额\nA1,,1,,2020,1\nA1,小计,,,,1\n合计,,,,,1\n");
        Write("核定", "主键,条款,金额\nA1,3,1000\n合计,,1000\n");
        Assert.Equal(["A1", "A1"], Paid());
        Assert.Equal(["4,DSL5230", "3,DSL5230", "3,DSL5230"], Rejected().OrderDescending());
    }

    [Fact]
    public void JSON和事实文件里的合计()
    {
        _folder.Write("in/企业.json", "[{\"统一社会信用代码\":\"A1\",\"名称\":\"甲\",\"注册区县\":\"渝中区\",\"登记日期\":\"2020-01-01\","
            + "\"依法纳税\":true,\"职工总数\":50,\"研发投入\":1000,\"研发占比\":0.5},\n{\"统一社会信用代码\":\"合 计\",\"依法纳税\":true,"
            + "\"研发投入\":1000}]");
        Assert.Equal(["A1"], Paid());
        Assert.Equal(["2,DSL5230"], Rejected());
        var facts = FactsJson.Read(TestProgram.Program, "facts.json", """{"企业": {"统一社会信用代码": "A1"}, "科技项目": [{"项目编号": "P1", "国拨经费": 1}, {"项目编号": "小计", "国拨经费": 1}]}""");
        Assert.Contains(facts.Findings, static finding => finding.Code == "DSL5230");
    }

    [Theory]
    [InlineData("万元", "DSL5122")]
    [InlineData("元", null)]
    [InlineData("区科技局", null)]
    public void 另有一列写单位(string unit, string? code)
    {
        Write("企业", Header.TrimEnd() + ",金额单位\n" + Good.TrimEnd() + $",{unit}\n");
        Assert.Equal(code,
            Run().Findings.FirstOrDefault(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error)?.Code);
    }

    [Fact]
    public void 文件名里的单位_不采用就停下()
    {
        string[] Codes(string header)
        {
            _folder.Write("in/企业(万元).csv", header + Good);
            return [.. BatchRunner.Run(TestProgram.Program, [],
                new BatchOptions(new RegistrySource(_folder["in/企业(万元).csv"]), _folder["out.csv"], TestProgram.Context) { Threads = 1 },
                null, CancellationToken.None)
                .Findings.Where(static finding => finding.Severity == Dsl.Syntax.Diagnostics.Severity.Error)
                    .Select(static finding => finding.Code)];
        }
        Assert.Equal(["DSL5122"], Codes(Header));
        Assert.Empty(Codes(Header.Replace("研发投入", "研发投入(万元)", StringComparison.Ordinal)));
    }

    [Fact]
    public void 中间又有表头_列名不同的停下_相同的下面可以又有栏次()
    {
        Write("企业", Header + Good + Header + "1,2,3,4,5,6,7,8\n");
        Assert.Equal(["A1"], Paid());
        Assert.Equal(["3,DSL5230", "4,DSL5230"], Rejected());
        Write("企业", Header + Good + Header.Replace("研发投入", "研发投入(万元)", StringComparison.Ordinal) + Good);
        Assert.Contains(Run().Findings, static finding => finding is { Code: "DSL5121", Place.Row: 3 });
        Write("企业", Header + Good + Header.Replace("统一社会信用代码", "序号", StringComparison.Ordinal) + Good);
        Assert.Contains(Run().Findings, static finding => finding is { Code: "DSL5121", Place.Row: 3 });
    }

    [Fact]
    public void 明细的栏次行和备注_可能是某一个主体的数据_不当作没有()
    {
        Write("企业", Header + Good);
        Write("科技项目", "统一社会信用代码,项目编号,国拨经费\n1,2,3\nA1,P1,100\nA1,备注：含税,10\n");
        Assert.Equal(["A1"], Paid());
        Assert.Equal(["2,DSL5231", "4,DSL5231"], Rejected());
    }

    [Theory]
    [InlineData("研发投入(万元)", "研发投入", "万元")]
    [InlineData("研发投入（万元）", "研发投入", "万元")]
    [InlineData("研发投入/万元", "研发投入", "万元")]
    [InlineData("研发投入：万元", "研发投入", "万元")]
    [InlineData("研发投入(单位：万元)", "研发投入", "万元")]
    [InlineData("研发投入［亿元］", "研发投入", "亿元")]
    [InlineData("研发投入【万元】", "研发投入", "万元")]
    [InlineData("研发投入\n（万元）", "研发投入", "万元")]
    [InlineData("研发投入 万元", "研发投入", "万元")]
    [InlineData("研发投入，人民币万元", "研发投入", "万元")]
    [InlineData("研发占比（％）", "研发占比", "%")]
    [InlineData("研发占比%", "研发占比", "%")]
    [InlineData("每平方米租金(元/平方米)", "每平方米租金", "元/平方米")]
    [InlineData("研发投入(2023年)", null, null)]
    [InlineData("研发投入(预计)", null, null)]
    [InlineData("研发投入", null, null)]
    public void 列名里的单位(string header, string? name, string? unit) =>
        Assert.Equal((name, unit), HeaderUnit.Split(header) is { } split ? (split.Name, split.Unit) : (null, null));

    [Theory]
    [InlineData("区县,户数,,,,职工人数,研发经费,\n渝中区,1,,,,50,200,\n")]
    [InlineData("附：分区县情况,,,,,,,\n区县,,,,,人数,,\n渝中区,,,,,50,,\n")]
    public void 空行下面又是一张表_停下(string below)
    {
        Write("企业", Header + Good + ",,,,,,,\n" + below);
        Assert.Contains("DSL5248", Run().Findings.Select(static finding => finding.Code));
    }

    [Theory]
    [InlineData(",,,,,,,\nA2,乙,渝中区,2020-01-01,是,待定,1000,0.5\n")]
    [InlineData(",,,,,,,\n丙公司,丙,渝中区,,是,暂缺,,\n")]
    [InlineData("丙公司,丙,渝中区,,是,没有填,,\n")]
    [InlineData(",,,,,,,\n合计,,,,,人数,,\n")]
    public void 空行下面的数据和合计不是另一张表(string below)
    {
        Write("企业", Header + Good + below);
        Assert.DoesNotContain("DSL5248", Run().Findings.Select(static finding => finding.Code));
        Assert.Equal("A1", Paid()[0]);
    }

    [Theory]
    [InlineData("单位：万元", "备注一", true)]
    [InlineData("备注", "（金额单位：万元）", true)]
    [InlineData("备注", "单位:千元", true)]
    [InlineData("单位：元", "金额单位：元", false)]
    [InlineData("备注", "本单位为3人", false)]
    [InlineData("申报单位", "单位：甲公司", false)]
    public void 表的旁边写着单位_按元算还是按万元算要问(string header, string cell, bool stops)
    {
        Write("企业", Header.TrimEnd('\n') + $",{header}\n" + Good.TrimEnd('\n') + $",{cell}\n");
        Assert.Equal(stops, Run().Findings.Any(static finding => finding.Code == "DSL5122"));
        Write("企业",
            Header.TrimEnd('\n').Replace("研发投入", "研发投入(万元)", StringComparison.Ordinal) + $",{header}\n" + Good.TrimEnd('\n')
                + $",{cell}\n");
        Assert.DoesNotContain("DSL5122", Run().Findings.Select(static finding => finding.Code));
    }

    private void Write(string table, string text) => _folder.Write($"in/{table}.csv", text);

    private BatchOutcome Run() =>
        BatchRunner.Run(TestProgram.Program, [],
            new BatchOptions(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context) { Threads = 1 }, null,
            CancellationToken.None);

    /// <summary>The keys of the rows that pay, in order.</summary>
    private string[] Paid()
    {
        var outcome = Run();
        Assert.False(outcome.HasErrors, string.Join('\n', outcome.Findings));
        return [.. _folder.Read("out.csv").Split('\n').Skip(1).Where(static line => line.Contains(",符合,", StringComparison.Ordinal))
            .Select(static line => line.Split(',')[0]).Order(StringComparer.Ordinal)];
    }

    private string[] Rejected() =>
        [.. _folder.Read("out.csv.rejected.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(static line => line.Split(',')).Select(static cells => $"{cells[1]},{cells[4]}")];
}
