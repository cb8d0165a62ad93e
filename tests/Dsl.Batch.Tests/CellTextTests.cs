// One reading of cells: tables, both engines and the facts of one subject take every way of writing for the same value,
// or say the same of it.
using System.Text.Json;
using Dsl.Values.Text;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Columns.Blocks;
using Dsl.Facts.Cells;
using Dsl.Facts.Json;
using Dsl.Facts.Tables;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class CellTextTests : IDisposable
{
    private const string Header = "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\n";

    private static readonly string[] Cores =
    [
        "0", "1", "5", "35", "1500", "1500.5", "1500.50", "00123", "0.35", ".5", "5.", "1,500", "1，500", "1,50", "15,00", "1.500,00",
        "1 500", "1'500", "1,500,000.25", ",500", "1,,500",
        "-5", "+5", "－5", "−5", "–5", "5-", "(1,500)", "（1,500）", "--5", "35%", "５０％", "50‰", "50‱", "0.5%", "１２３", "１，５００",
        "١٢٣", "१२३", "①", "②③", "Ⅲ", "²", "5²", "½", "1½", "三十", "三十万", "30万", "1.5万", "2亿", "1.5w", "5千",
        "1500元", "1,500元", "150万元", "1500万", "0.15亿元", "50人", "50 人", "5万人", "3家", "12个月", "1年", "元", "万元", "￥1500",
        "¥1,500", "￥", "1500元整", "约1500", "1500左右", "1500（含税）", "10-20", "10~20", "1/2", "1500/年",
        "-", "—", "——", "/", "无", "暂无", "N/A", "#N/A", "null", "NULL", "?", "0x10", "0b1", "1e3", "1E3", "1.5E+6", "1.5e6", "9.15E+17",
        "9.15001E+17", "１．５Ｅ＋６", "1.5×10^6", "Infinity", "-Infinity", "∞", "NaN", "1_500", "1.5.0",
        "\u00A01500\u00A0", "　1500　", "1\u00A0500", "1\u2009500", "1\u200B500", "1500\u200B", "\uFEFF1500", "15\u00AD00", "1500\u202C",
        "\u202D1500", "\t1500", "1500。", "1500;", "１500", "𝟏𝟓", "〇", "壹佰",
        "=\"1500\"", "=\"00123\"", "=1500", "=1+1", "'1500", "'00123", "''5", "’1500", "是", "否", "是 ", " 否", "是。", "１", "０", "TRUE",
        "true", "True", "ＴＲＵＥ", "FALSE", "yes", "Y", "√", "×", "有", "对", "T", "F", "1.0", "真",
        "2021", "２０２１", "2021年", "2021年度", "2021.0", "21",
        "02021", "2021-06-21", "2021/6/21", "2021.6.21", "20210621", "2021年6月21日", "２０２１－０６－２１", "2021-02-30",
        "2021-06-21 00:00:00", "2021-06-21T08:00:00", "21/6/2021", "二〇二一年六月", "44368",
        "渝中区", "渝中 区", "渝中区 ", "渝中", "江津区", "火星", "\uFFFD", "渝\uFFFD区", "100%", "1000%", "10%%", "% 10", "１００％",
        "35 %", "1e400", "1E-7", "0.1e1", "9E17", "12E5A", "3.14E", "1E+", "99999999999999999999", "0.000000000000001", "-0", "-0.00", "+",
        "+-5", "5 5", "5　5",
    ];

    private static readonly (string Name, DslType Type)[] Types =
    [
        ("钱", DslType.Money), ("率", DslType.Ratio), ("数", DslType.Number), ("人", DslType.In(Units.Find("人") ?? Units.Yuan)),
        ("月", DslType.In(Units.Months)),
        ("真假", DslType.Truth), ("日", DslType.Date), ("年", DslType.Year), ("文", DslType.Text),
        ("列", new EnumType("区县", ["渝中区", "江津区"], IsOpen: false)), ("开", new EnumType("区县", ["渝中区"], IsOpen: true)),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static IEnumerable<string> Texts =>
        Cores.Concat(Cores.Select(static core => core + "元")).Concat(Cores.Select(static core => $" {core} ")).Distinct();

    [Fact]
    public void 两种读法一致_读得的值就是写的值()
    {
        foreach (var (name, type) in Types)
        {
            var field = new IrField(name, type, 0, null)
            {
                InputRange = type is QuantityType ? new Bounds(-1_000_000_000_000, 1_000_000_000_000) : Bounds.Everything
            };
            var pool = new StringDictionary([]);
            var reader = FieldReader.Of(field, pool);
            foreach (var text in Texts)
            {
                var (cells, column) = (new TextCells(), new FieldColumn(field, 1));
                cells.Add(text);
                var problem = reader.Read(cells, 0, null, column, 0);
                var expected = ValueReader.Read(text, field);
                Assert.True(problem?.Message == expected.Problem?.Message,
                    $"{name}“{text}”：{problem?.Message} / {expected.Problem?.Message}");
                if (problem is null)
                    Assert.True(Shown(column.ValueAt(0, pool), type) == Shown(expected.Value, type),
                        $"{name}“{text}”：{Shown(column.ValueAt(0, pool), type)} / {Shown(expected.Value, type)}");
            }
        }
    }

    [Fact]
    public void 表和事实文件读得一样()
    {
        // The same texts in a table for both engines, and one by one as facts.
        var texts = Texts.Where(static text => !text.Contains('\t', StringComparison.Ordinal)).ToList();
        _folder.Write("in/企业.csv", Header + string.Concat(texts.Select(static (text, i) => $"A{i},甲,渝中区,2020-01-01,是,50,"
            + $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",0.5\n")));
        var outputs = EvaluationEngines.Names.Select(engine =>
        {
            var options = new BatchOptions(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context) { Engine = engine };
            Assert.NotNull(BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None).Result);
            return _folder.Read("out.csv") + _folder.Read("out.csv.rejected.csv");
        }).Distinct().ToList();
        Assert.Single(outputs);
        foreach (var (i, text) in texts.Index())
        {
            var facts = FactsJson.Read(TestProgram.Program, "facts.json",
                $"{{\"企业\": {{\"统一社会信用代码\": \"A{i}\", \"研发投入\": {JsonSerializer.Serialize(text)}}}}}");
            var isRejected = outputs[0].Contains($"企业.csv,{i + 2},研发投入,", StringComparison.Ordinal);
            Assert.True(isRejected == (facts.Facts is null), text);
            if (facts.Facts?.Values[6] is NumberValue { Bounds.Low: { } amount } && !amount.IsZero)
                Assert.Contains(
                    $"A{i},测府〔2021〕1号,1,,符合,"
                    + $"{QuantityFormat.Ledger(Rational.Min(new Rational((amount * 10).RoundHalfAwayFromZero(), 100), 1_000_000))},",
                    outputs[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("1500", "1500")]
    [InlineData("1,500元", "1500")]
    [InlineData("1，500", "1500")]
    [InlineData("１２３", "123")]
    [InlineData("￥1,500", "1500")]
    [InlineData("¥ 1500", "1500")]
    [InlineData("+5", "5")]
    [InlineData("30万", "300000")]
    [InlineData("=\"1500\"", "1500")]
    [InlineData("'1500", "1500")]
    [InlineData("1,50", null)]
    [InlineData("1.500,00", null)]
    [InlineData("1 500", null)]
    [InlineData("1'500", null)]
    [InlineData("(1,500)", null)]
    [InlineData("5-", null)]
    [InlineData("١٢٣", null)]
    [InlineData("१२३", null)]
    [InlineData("①", null)]
    [InlineData("Ⅲ", null)]
    [InlineData("5²", null)]
    [InlineData("1½", null)]
    [InlineData("三十", null)]
    [InlineData("1.5E+6", null)]
    [InlineData("1e3", null)]
    [InlineData("0x10", null)]
    [InlineData("Infinity", null)]
    [InlineData("N/A", null)]
    [InlineData("—", null)]
    [InlineData("1\u200B500", null)]
    [InlineData("=1500", null)]
    [InlineData("5.", null)]
    public void 金额读对或者退回(string text, string? amount)
    {
        var reading = ValueReader.Read(text, DslType.Money, Bounds.Everything);
        Assert.Equal(amount, (reading.Value as NumberValue)?.Bounds.Low?.ToString());
        Assert.Equal(amount is null, reading.Problem is not null);
    }

    [Theory]
    [InlineData("1500", "万元", "15000000")]
    [InlineData("１５００", "万元", "15000000")]
    [InlineData("=\"1500\"", "万元", "15000000")]
    [InlineData("'1500", "万元", "15000000")]
    [InlineData("￥1500", "万元", "15000000")]
    [InlineData(" 1500 ", "万元", "15000000")]
    [InlineData("1500元", "万元", "1500")]
    [InlineData("2亿元", "万元", "200000000")]
    [InlineData("50人", "万元", null)]
    [InlineData("1E5", "万元", null)]
    [InlineData("1.5E+3", "万元", null)]
    [InlineData("1500\u200B", "万元", null)]
    [InlineData("1500.", "万元", null)]
    [InlineData("35", "万元", "350000")]
    public void 列名的单位只给没有单位的数(string text, string unit, string? amount)
    {
        var field = new IrField("钱", DslType.Money, 0, null) { InputRange = Bounds.Everything };
        var (cells, column, pool) = (new TextCells(), new FieldColumn(field, 1), new StringDictionary([]));
        cells.Add(text);
        var problem = FieldReader.Of(field, pool).Read(cells, 0, unit, column, 0);
        Assert.Equal(amount is null, problem is not null);
        Assert.Equal(amount, (column.ValueAt(0, pool) as NumberValue)?.Bounds.Low?.ToString());
    }

    [Theory]
    [InlineData("9.15E+17")]
    [InlineData("9.15001E+17")]
    [InlineData("9.15e17")]
    [InlineData("9E+17")]
    public void 编号成了科学计数法_退回(string key)
    {
        _folder.Write("in/企业.csv", Header + $"A1,甲,渝中区,2020-01-01,是,50,10,0.5\n{key},甲,渝中区,2020-01-01,是,50,10,0.5\n");
        _folder.Write("in/科技项目.csv", $"统一社会信用代码,项目编号,国拨经费\nA1,{key},100\n{key},P1,100\n");
        _folder.Write("in/兑现记录.csv", $"主键,条款,年度,金额\n{key},1,2020,1\n");
        Assert.NotNull(BatchRunner.Run(TestProgram.Program, [],
            new(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context), null, CancellationToken.None).Result);
        Assert.Equal(4, _folder.Read("out.csv.rejected.csv").Split(",DSL5321,").Length - 1);
        Assert.DoesNotContain(key, _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=\"00123\"")]
    [InlineData("\"=\"\"00123\"\"\"")]
    [InlineData("'00123")]
    public void 包起来的编号就是里面的编号(string key)
    {
        _folder.Write("in/企业.csv", Header + $"{key},甲,渝中区,2020-01-01,是,50,10,0.5\n");
        _folder.Write("in/科技项目.csv", "统一社会信用代码,项目编号,国拨经费\n00123,P1,100\n");
        Assert.Equal(0,
            BatchRunner.Run(TestProgram.Program, [], new(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context), null,
                CancellationToken.None).Result?.RejectedRows);
        Assert.Contains("\n00123,测府〔2021〕1号,2,P1,符合", _folder.Read("out.csv"), StringComparison.Ordinal);
    }

    private static string Shown(Value? value, DslType type) =>
        value is NumberValue { Bounds: { Low: { } low, High: { } high } } ? $"{low}..{high}" : ValueText.Cell(value, type);
}
