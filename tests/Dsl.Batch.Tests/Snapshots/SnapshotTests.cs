// Snapshots: reading them part by part comes to what reading the registry at once does, whatever is odd about it.
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Tables;
using Dsl.Loading.Policies;
using Xunit;

namespace Dsl.Batch.Tests.Snapshots;

public sealed class SnapshotTests : IDisposable
{
    private const string Schema = """
        名录 支持事项 = [研发补助, 展会补助]
        数据 企业
          主键 代码 : 文本
          额 : 金额
          成立 : 日期
        明细 项目 属于 企业
          主键 编号 : 文本
          费 : 金额
        明细 活动 属于 企业
          时间 : 日期
        数据 人才
          主键 证件号 : 文本
          酬 : 金额
        参数 补贴率 : 比率 外部
        """;

    private const string Policy = """
        政策 甲办法
          文号 渝中府〔2021〕19号
          地区 示
          施行日期 2021-01-01
          级次 区级
        条款 1 没有项目的
          频次 每年
          条件 非 存在(项目)
          奖补 = 额 * 10%
        条款 2 一次性
          频次 一次性
          奖补 = 5万元
        条款 3 核定的
          频次 每年
          奖补 = 核定 最高 额
        条款 4 每个项目
          频次 一次性
          每个 项目
          奖补 = 费
        条款 5 成立的
          频次 每年
          条件 成立 >= 1990-01-01
          奖补 = 额 * 补贴率
        条款 6 办活动的
          频次 每年
          条件 存在(活动, 时间 >= 2000-01-01)
          奖补 = 1万元
        条款 7 人才的
          对象 人才
          频次 每年
          奖补 = 酬
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("企业", "A,100,\nB,1,\nA,200,\na,100,\nＢ,1,\nC,5,2020-01-01")]
    [InlineData("企业", "合计,300,\nA,100,1900-01-01\nB,2,1900-01-00\n合计,400,\n小计：,1,\n,5,\n 同上,3,\n备注：甲,,\nB,5,1899-12-31")]
    [InlineData("企业", "A,\"100,\nB,5,2020-01-01\nC,7\"7,\nD,1\nE,1,2,3\nF,\"5\n\",2020-01-01\nG,\"很多8\",\n")]
    [InlineData("企业", "\n\nA,1,\n\n\nE,8,\n甲,乙,丙\nB,2,\n代码,额,成立\n1,2,3\n—,元,\nC,3,\n\n\nD,4,\nF,很多,\n")]
    [InlineData("企业", "—,元,\n1,2,3\nA,1,\nB,2,\n第1页,,\n代码,额,成立\n—,元,\n甲,1,2\nC,3,\n#N/A,4,\nNULL,5,\n")]
    [InlineData("企业", "甲公司,1,\n乙公司,2,\n\n\n丙公司,,\n丁公司,4,\n甲公司小计,7,\n戊公司,5,\n")]
    [InlineData("企业", "代码,额,成立\nA,1,\n代码,额,成立\nB,1,\n代码,额,成立\n\n\nC,1,\n①,②,③\nD,2,\n")]
    [InlineData("项目", "A,P1,1\nA,p1,2\nA,Ｐ１,3\nB,P1,1\nB,,4\n,P2,1\nZ,P1,1\nА,P1,5\nA\u200B,P9,1\nB,P2,很多\nB,合计,5\nA,小计,1")]
    [InlineData("项目", "9.15E+17,P1,1\nA\uFFFD,P1,1\n合计,,7\nC,P1,1\nC,P1,1\n同上,P3,1\nD,\"P1,1\nD,P2,2\n")]
    [InlineData("项目", "Б,P1,1\nВ,P1,1\nA ,P1,1\nA,P2,1\nаA,P1,1\nAa,P3,1\nА,P1,1\nА,P1,2")]
    [InlineData("活动", "A,1900-01-01\nB,1900-01-02\nZ,1900-01-03\nА,1900-01-04\nC,2020-02-30\n,2020-01-01\nD,2020-01-01\nE,1900-01-05")]
    [InlineData("核定", "A,渝中府〔2021〕19号,3,,2023,60\nA,,3,,2023,50\nB,,3,,,5o\nB,,3,,2023,5\nC,,3,,,\nD,,3,,2022,7\n"
        + "Z,,3,,,1\nА,,3,,,1\nE,,33,,,1")]
    [InlineData("核定", "A,,3,,2022,1\nB,,3,,2022,2\nC,,3,,2021,3\nD,,3,P1,,3\n,,3,,,1\n合计,,,,,9\nE,别府〔2020〕1号,3,,,1\n"
        + "Е,别府〔2020〕1号,3,,,1\nА,,3,,,1\nА,,3,,2023,2\nА,,3,,2023,x")]
    [InlineData("兑现记录", "A,,2,,2022,50000\nА,,2,,2022,50000\nB,渝中府〔2021〕9号,2,,2022,1\nC,别府〔2020〕1号,7,,2020,1\n"
        + "D,,4,P7,2022,5\nE,,2,,2029,1")]
    [InlineData("兑现记录", "9.15E+17,,2,,2022,50000\nB,,2,,2022,x\nb,,2,,2022,1\nZ,,2,,2022,1\nB\u200B,,2,,2020,50000\n"
        + "С,别府〔2020〕1号,7,,2020,1\n9.15E+17,,2,,2022,x")]
    public void 逐个分区测算与整个测算相同(string table, string rows)
    {
        var tables = new Dictionary<string, (string Header, string Rows)>
        {
            ["企业"] = ("代码,额,成立", "A,100,\nB,200,1995-01-01\nC,300,\nD,1,2020-02-30\nE,500,\n915001234567890123,600,\n"
                + "914991234567890123,1,\n916001234567890123,7,\nAB公司,1,\n"),
            ["项目"] = ("代码,编号,费", "A,P1,7\nC,P1,很多\nB,P2,1\n"),
            ["活动"] = ("代码,时间", "A,2020-01-01\n"),
            ["核定"] = ("主键,文号,条款,事项行,年度,金额", "C,,3,,2023,5\n"),
            ["兑现记录"] = ("主键,文号,条款,事项行,年度,金额", "D,,2,,2022,50000\n"),
            ["人才"] = ("证件号,酬", "T1,5\nA,6\nT2,很多\n"),
        };
        foreach (var (name, (header, usual)) in tables)
            _folder.Write($"in/{name}.csv", $"{header}\n{(name == table ? rows : usual)}\n");
        _folder.Write("in/参数.csv", "参数,值\n补贴率,10%\n");
        Assert.NotNull(Check().Result);
    }

    [Theory]
    [InlineData("in/企业.json", "[{\"代码\": \"A\", \"额\": 1}, {\"代码\": 12.50, \"额\": \"2\"}, {\"代码\": \"A\", \"额\": [1]}, 5, "
        + "{\"代码\": \"B\", \"额\": \"3\", \"额\": 4}, {\"额\": 1}]")]
    [InlineData("in/企业.jsonl", "{\"代码\": \"A\", \"额\": true}\n{\"代码\": \"\\uD800\", \"额\": 1}\n\n{\"代码\": 7, \"额\": 1e3}\n")]
    public void JSON的表(string file, string text)
    {
        _folder.Write(file, text);
        _folder.Write("in/项目.json",
            """
            [{"代码": "A", "编号": 1.50, "费": 1}, {"代码": "А", "编号": "P", "费": null}, {"代码": "A", "编号": {"a": 1}, "费": 2}]
            """);
        Check();
    }

    [Fact]
    public void 列名对照和单位()
    {
        _folder.Write("in/企业.csv", "信用代码,研发(万元),多余,成立\nA,1,x,\nB,2万元,合计,\nC,3元,,\n,4,,\n");
        var (mapping, finding) = ColumnMapping.Read(_folder.Write("map.json",
            """{"信用代码": "代码", "研发(万元)": {"字段": "额", "单位": "万元"}, "没有的": "费"}"""));
        Assert.Null(finding);
        Check(new RegistrySource(_folder["in"]) { Mapping = mapping });
    }

    [Fact]
    public void 别的文件的记录()
    {
        _folder.Write("in/企业.csv", "代码,额,成立\nA,1,\nB,2,\nC,3,\n");
        _folder.Write("in/兑现记录.csv", "主键,文号,条款,年度,金额\nA,别府〔2020〕1号,7,2020,1\nВ,别府〔2020〕1号,7,2020,1\n"
            + "B,又府〔2020〕2号,7,2020,1\n");
        Check(new RegistrySource(_folder["in"]) { OtherDocuments = ["别府〔2020〕1号"] });
    }

    [Theory]
    [InlineData("代码,额\nA,1\n")]
    [InlineData("代码,额,成立\nA,1,\n\n单位：万元,,\n")]
    [InlineData("代码,额,成立\nA,\"100,\nB,5,2020-01-01\nC,7\"7,\nD,1\nE,1,2,3\nF,\"5\n\",2020-01-01\nG,\"很多\",\n")]
    [InlineData("代码,额,成立\n\n\nA,1,\n\n\n甲,乙,丙\nB,2,\n代码,额,成立\n1,2,3\n—,万元,\nC,3,\n\n\nD,4,\n甲,很多,\n")]
    [InlineData("代码,额,成立\n代码,额,成立\nA,1,\n代码,额,成立\nB,1,\n\n代码,额,成立\n\n\nC,1,\n①,②,③\nD,2,\n")]
    [InlineData("")]
    public void 整个读不了的_不能导入(string main)
    {
        _folder.Write("in/企业.csv", main);
        Assert.Null(Check().Result);
    }

    private BatchOutcome Check(RegistrySource? source = null)
    {
        _folder.Write("p/s.policy", Schema);
        _folder.Write("p/a.policy", Policy);
        return Cut.Check(PolicyLoader.Load([_folder["p"]]).Compilation.Program,
            new(source ?? new RegistrySource(_folder["in"]), _folder["out.csv"], new EvaluationContext(new DateOnly(2023, 6, 30), 2023))
                { Threads = 2 }, _folder.Path, 1, 2, 7);
    }
}
