// Names: where they are looked up, and what is said where nothing is found.
using Xunit;
using static Dsl.Compiler.Tests.Support.DiagnosticCheck;

namespace Dsl.Compiler.Tests.Binding;

public class NameTests
{
    [Fact] public void 写错的名称() => Check("奖补 = ⟦研发费拥⟧ * 3%", "DSL2001 没有「研发费拥」这个名称。是不是「研发费用」？");
    [Fact] public void 写错的名称的修正() => Assert.Equal("奖补 = 研发费用 * 3%", Fixed("奖补 = 研发费拥 * 3%"));
    [Fact] public void 行和主体都有的名称() => Check("每个 科技项目\n条件 ⟦名称⟧ = \"甲\"\n奖补 = 10万元", "DSL2002");
    [Fact] public void 写明企业的名称() => Check("每个 科技项目\n条件 企业.名称 = \"甲\" 且 科技项目.名称 = \"乙\"\n奖补 = 10万元");
    [Fact]
    public void 连写的词() =>
        Check("条件 ⟦依法纳税且诚信经营⟧\n奖补 = 10万元", "DSL2003 「依法纳税且诚信经营」连在一起了，应写「依法纳税 且 诚信经营」");
    [Fact]
    public void 连写的词的修正() =>
        Assert.Equal("条件 依法纳税 且 诚信经营\n奖补 = 10万元", Fixed("条件 依法纳税且诚信经营\n奖补 = 10万元"));
    [Fact]
    public void 连写的比较() => Assert.Equal("条件 研发人员数 超过 50人\n奖补 = 10万元", Fixed("条件 研发人员数超过50人\n奖补 = 10万元"));
    [Fact]
    public void 连写的非() =>
        Assert.Equal("条件 非 依法纳税 或 诚信经营\n奖补 = 10万元", Fixed("条件 非依法纳税或诚信经营\n奖补 = 10万元"));
    [Fact] public void 右边的词先看左边的名录() => Check("条件 注册区县 = 渝中区\n奖补 = 10万元");
    [Fact]
    public void 不在名录里的值() =>
        Check("条件 注册区县 = ⟦渝中⟧\n奖补 = 10万元", "DSL2004 「渝中」不是 名录 区县 的取值。是不是「渝中区」？");
    [Fact] public void 属于名录() => Check("名录 示范区 = [江津区, 永川区]\n条款 1 测试\n条件 注册区县 属于 示范区\n奖补 = 10万元");
    [Fact] public void 属于开放列举() => Check("条件 所属行业 属于 [文化旅游, 专业服务, 等]\n奖补 = 10万元");
    [Fact] public void 列举里写错的值() => Check("条件 所属行业 属于 [文化旅游, ⟦专业服物⟧]\n奖补 = 10万元", "DSL2004");
    [Fact] public void 没有的函数() => Check("奖补 = ⟦较小⟧(研发费用, 100万元)", "DSL2005");
    [Fact] public void 别的表的字段() => Check("奖补 = ⟦经费⟧ * 3%", "DSL2016 「经费」是明细 科技项目 的字段");
    [Fact] public void 汇总明细() => Check("奖补 = min(合计(科技项目, 经费, 项目类别 = 国家项目) * 3%, 100万元)");
    [Fact] public void 汇总明细的字段() => Check("奖补 = 合计(科技项目.经费) * 3%");
    [Fact] public void 没有的明细() => Check("奖补 = 合计(⟦科技项木⟧, 经费)", "DSL2012");
    [Fact] public void 每个写错() => Check("每个 ⟦科技项木⟧\n奖补 = 10万元", "DSL2012");
    [Fact] public void 汇总里不能用外面的行() => Check("每个 科技项目\n奖补 = 2万元/件 * 计数(专利, ⟦经费⟧ 超过 10万元)", "DSL2010");
    [Fact] public void 名录不是值() => Check("条件 ⟦区县⟧\n奖补 = 10万元", "DSL2011");
    [Fact] public void 取值不能单独写() => Check("条件 ⟦渝中区⟧\n奖补 = 10万元", "DSL2017");
    [Fact] public void 令先后不论() => Check("令 甲 = 乙 * 2\n令 乙 = 研发费用\n奖补 = 甲");
    [Fact]
    public void 令不能绕圈() =>
        Check("令 甲 = 乙 * 2\n令 乙 = ⟦甲⟧ + 1元\n奖补 = 甲", "DSL2014 令「甲」绕了一圈又用到自己，算不出来：甲 → 乙 → 甲");
    [Fact] public void 令不能与事实同名() => Check("令 ⟦研发费用⟧ = 1元\n奖补 = 10万元", "DSL2007");
    [Fact] public void 奖补只在恒有里() => Check("奖补 = ⟦奖补⟧ * 2", "DSL2015");
    [Fact] public void 恒有() => Check("条款 1 甲\n奖补 = min(研发费用, 100万元)\n恒有 条款 1 奖补 <= 100万元");
    [Fact] public void 目标里的事实要汇总() => Check("目标 1 甲\n指标 = ⟦研发费用⟧\n值 1亿元", "DSL2009");
    [Fact]
    public void 目标() =>
        Check("目标 1 甲\n期限 2025年度\n指标 = 计数(企业, 高新技术企业)\n值 超过 1万家\n其中 注册区县 = 渝中区 : 超过 7110家");
    [Fact] public void 外部的目标() => Check("目标 1 甲\n期限 2025年度\n指标 外部 : 比率\n值 超过 36%");
    [Fact] public void 文本右边要加引号() => Check("条件 名称 = ⟦某公司⟧\n奖补 = 10万元", "DSL2116");
    [Fact] public void 单位上限里不能用行的事实() => Check("每个 科技项目\n奖补 = 经费\n单位上限 ⟦经费⟧", "DSL2229");
}
