// Targets whose parts do not add up to the whole.
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class TargetPartsCheckTests
{
    [Theory]
    [InlineData("达到 100家", "达到 60家", "达到 40家", "")]
    [InlineData("超过 100家", "达到 60家", "40家", "")]
    [InlineData("不超过 100家", "不超过 60家", "不超过 50家", "")]
    [InlineData("达到 100家", "达到 60家", "不超过 50家", "")]
    [InlineData("达到 100家", "达到 60家", "达到 39家",
        "DSL3022 |100家| 各部分之和是99家，比总数100家少1家：各部分都达到了，总数仍可能没有达到。")]
    [InlineData("1.28万家", "7110家", "5700家",
        "DSL3023 |1.28万家| 各部分之和是12810家，比总数1.28万家多10家：总数达到了，不等于各部分都达到。")]
    public void 外部指标的各部分(string whole, string first, string second, string expected) =>
        Assert.Equal(expected,
            CheckRun.Describe($"目标 1 测试\n  指标 外部 : 家\n  值 {whole}\n  其中 甲类 : {first}\n  其中 乙类 : {second}", ""));

    [Theory]
    [InlineData("  其中 行业 = 文化旅游 : 超过 60家\n  其中 行业 = 专业服务 : 超过 30家\n  其中 行业 = 其他 : 超过 9家",
        "DSL3022 |100家| 各部分之和是99家，比总数100家少1家：各部分都达到了，总数仍可能没有达到。")]
    [InlineData("  其中 行业 = 文化旅游 : 超过 60家\n  其中 行业 = 专业服务 : 超过 30家\n  其中 行业 = 其他 : 超过 10家", "")]
    [InlineData("  其中 行业 = 文化旅游 : 超过 60家\n  其中 行业 = 专业服务 : 超过 30家", "")]
    [InlineData("  其中 行业 = 文化旅游 : 超过 60家\n  其中 职工总数 超过 30人 : 超过 30家\n  其中 行业 = 其他 : 超过 9家", "")]
    [InlineData("  其中 行业 = 文化旅游 : 超过 60家\n  其中 行业 = 专业服务 : 超过 30家\n  其中 行业 != 其他 : 超过 9家", "")]
    [InlineData("  其中 行业 = 文化旅游 : 超过 60家", "")]
    public void 登记册指标的各部分要分尽一个字段的取值(string parts, string expected) =>
        Assert.Equal(expected, CheckRun.Describe($"目标 1 测试\n  指标 = 计数(企业, 已认定)\n  值 超过 100家\n{parts}", ""));

    [Theory]
    [InlineData("比率", "36%", "20%", "10%")]
    [InlineData("件/元", "17件/亿元", "10件/亿元", "3件/亿元")]
    public void 比重和强度不能相加(string type, string whole, string first, string second) =>
        Assert.Equal("",
            CheckRun.Describe($"目标 1 测试\n  指标 外部 : {type}\n  值 {whole}\n  其中 甲类 : {first}\n  其中 乙类 : {second}", ""));

    [Fact]
    public void 金额和面积可以相加()
    {
        Assert.StartsWith("DSL3022 |10亿元| 各部分之和是9亿元",
            CheckRun.Describe("目标 1 测试\n  指标 外部 : 金额\n  值 10亿元\n  其中 甲类 : 5亿元\n  其中 乙类 : 4亿元", ""),
            StringComparison.Ordinal);
        Assert.StartsWith("DSL3023 |10万平方米|",
            CheckRun.Describe("目标 1 测试\n  指标 外部 : 平方米\n  值 10万平方米\n  其中 甲类 : 5万平方米\n  其中 乙类 : 6万平方米", ""),
            StringComparison.Ordinal);
    }
}
