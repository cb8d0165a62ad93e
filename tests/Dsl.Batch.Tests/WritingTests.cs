// Every way of writing in a field of every type: read as the one thing that it can mean, or said why not. And the same for headers.
using System.Text;
using Dsl.Facts.Tables;
using Dsl.Facts.Cells;
using Dsl.Ir.Schema;
using Dsl.Testing;
using Dsl.Values.Exact;
using Dsl.Values.Types;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class WritingTests
{
    private static readonly string[] Writings =
    [
        "1500", "1,500", "1，500", "１５００", "1500.00", "1 500", "1500元", "1,500元", "1,500 元", "1500元整", "1500（元）", "1500圆",
        "￥1500", "¥ 1,500.00", "人民币1500元", "人民币：1500元", "人民币 1500", "人民币￥1500", "RMB1500", "CNY 1500", "1500RMB",
        "1500元人民币", "1500元（人民币）", "3.5万元", "3.5 万元", "3.5万", "3.5（万元）", "人民币3.5万元", "3.5万元人民币", "0.15亿元",
        "2千元", "$1500", "1500美元", "USD1500", "1500港元", "1500元/年", "约1500元", "1500元左右", "1500元5角", "壹仟伍佰元整", "１.5亿",
        "-1500元", "(1,500)", "1.500,00",
        "5", "5名", "5人", "5 人", "5位", "５人", "5个人", "5人次", "5个", "5户", "3家", "12项", "12件", "1.2万人", "1.5人", "5.0", "5-6人",
        "五人", "5名以上",
        "35%", "35％", "35 %", "百分之35", "百分之 35", "千分之5", "5‰", "0.35", "35", "35个百分点", "三成",
        "120平方米", "120平米", "120㎡", "120m²", "120 m2", "120平方公里", "3年", "18个月", "18月", "3周年", "30天", "30日",
        "是", "否", "有", "无", "√", "✓", "✔", "☑", "×", "✗", "☒", "□", "Y", "N", "y", "Ｙ", "yes", "NO", "TRUE", "false", "1", "0", "1.0",
        "0.0", "2", "T", "对", "已认定",
        "2023-6-30", "2023-06-30", "2023.6.30", "2023.06.30", "2023．6．30", "2023/6/30", "2023年6月30日", "2023 年 6 月 30 日",
        "2023年6月30号", "20230630", "2023—06—30", "2023-06-30 00:00:00", "2023-06-30T00:00:00", "2023-06-30T00:00:00.000",
        "2023-06-30 08:00:00", "2023-06-30T00:00:00Z",
        "23.6.30", "6/30/2023", "30/6/2023", "2023.6", "2023年6月", "202306", "2023-2-30", "2023.13.1", "2023630", "45107", "2023",
        "2023年", "2023年度", "2023 年", "2023.0", "23", "2023财年",
        "", "—", "/", "暂无", "待定", "不详",
    ];

    private static readonly (string Name, DslType Type)[] Fields =
    [
        ("金额", DslType.Money), ("人", Unit("人")), ("名", Unit("名")), ("家", Unit("家")), ("项", Unit("项")), ("平方米", Unit("平方米")),
        ("元/人", PerPerson()), ("比率", DslType.Ratio), ("年", DslType.In(Units.Years)), ("月", DslType.In(Units.Months)),
        ("天", DslType.In(Units.Days)), ("是否", DslType.Truth), ("日期", DslType.Date), ("年度", DslType.Year),
    ];

    private static readonly string[] Headers =
    [
        "研发费用", "研发费用(万元)", "研发费用（万元）", "研发费用 （ 万元 ）", "研发费用（单位：万元）", "研发费用（单位: 人民币 万元）",
        "研发费用(人民币)", "研发费用（人民币万元）", "研发费用（人民币：万元）", "研发费用（人民币，万元）", "研发费用（万元人民币）",
        "研发费用(人民币)(万元)", "研发费用(万元)(人民币)",
        "研发费用（RMB）", "研发费用(￥)", "研发费用/万元", "研发费用／万元", "研发费用：万元", "研发费用_万元", "研发费用 万元",
        "研发费用-人民币", "研发费用（元整）", "研发费用（美元）", "研发费用（2023年）", "研发费用（含税）", "研发费用（万元，含税）",
        "面积（㎡）", "面积(平米)", "人数（名）", "人数(位)", "占比(%)", "占比％",
    ];

    [Fact]
    public void 一种写法在各种字段里()
    {
        var text = new StringBuilder();
        foreach (var (name, type) in Fields)
        {
            text.Append($"字段 {name}\n");
            var field = new IrField(name, type, 0, null)
            {
                InputRange = type is QuantityType { IsRatio: true } ? new Bounds(Rational.Zero, Rational.One)
                    : type is QuantityType ? new Bounds(Rational.Zero, 1_000_000_000_000)
                    : Bounds.Everything,
            };
            foreach (var group in Writings.GroupBy(writing => Outcome(writing, field))
                .OrderBy(static group => group.Key.StartsWith("DSL", StringComparison.Ordinal) ? 1 : 0)
                .ThenBy(static group => group.Key, StringComparer.Ordinal))
                text.Append(
                    $"  {group.Key}：{string.Join(" | ", group.Select(static writing => writing.Length == 0 ? "（空）" : writing))}\n");
        }
        text.Append("列名\n");
        foreach (var header in Headers)
            text.Append($"  {header}：{(HeaderUnit.Split(header) is { } split ? $"{split.Name}，单位 {split.Unit}" : "没有单位")}\n");
        Snapshot.Verify(RepositoryRoot.Combine("tests", "Dsl.Batch.Tests", "cases", "写法.verified.txt"), text.ToString());
    }

    private static string Outcome(string writing, IrField field)
    {
        var reading = ValueReader.Read(writing, field);
        return reading.Problem is { } problem ? problem.Rule.Code
            : reading.Value is null ? "未知"
            : ValueText.Written(reading.Value, field.Type) is { Length: > 0 } written ? written
            : ValueText.Cell(reading.Value, field.Type);
    }

    private static QuantityType Unit(string word) => (QuantityType)DslType.In(Units.Find(word) ?? Units.Yuan);

    private static QuantityType PerPerson() => new(Dimension.Of(Units.Yuan).Over(Dimension.Of(Units.Find("人") ?? Units.Yuan)));
}
