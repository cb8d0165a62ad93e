// Messages for a name that is not allowed or hides another, and for operations that result in an unknown unit.
using Dsl.Compiler.Tests.Support;
using Xunit;
using static Dsl.Compiler.Tests.Support.DiagnosticCheck;

namespace Dsl.Compiler.Tests.Binding;

public class MessageTests
{
    [Theory]
    [InlineData("名录 别名 = ⟦区县⟧")]
    [InlineData("名录 别名 = ⟦[甲] + [乙]⟧")]
    public void 名录要逐个写出取值(string line) => Check(line, "DSL2224 这里没有写出取值。");

    [Fact]
    public void 两个分母的单价() =>
        Check("奖补 = ⟦40元/平方米/月 * 研发人员数⟧",
            "DSL2107 奖补应当是金额，「40元/平方米/月 * 研发人员数」却是单位成了「人·元/平方米·月」的数。");

    [Fact]
    public void 单位不能单独写() => Check("奖补 = 40元/人 * ⟦月⟧ * 研发人员数", "DSL2279 「月」是单位，前面要有数。");

    [Fact]
    public void 金额乘金额() =>
        Check("奖补 = ⟦研发费用 * 40元/平方米⟧", "DSL2107 奖补应当是金额，「研发费用 * 40元/平方米」却是单位成了「元·元/平方米」的数。");

    [Fact]
    public void 字段里列出的值() =>
        Check("每个 科技项目\n条件 项目类别 = ⟦国家⟧\n奖补 = 10万元", "DSL2004 「国家」不是 这个字段可以写的值。");

    [Theory]
    [InlineData("是", "DSL1064 「是」不能作名称：它是算式里的词，写在算式里就分不清了。")]
    [InlineData("等", "DSL1064 「等」不能作名称：它是算式里的词，写在算式里就分不清了。")]
    [InlineData("超过", "DSL1064 「超过」不能作名称：它是算式里的词，写在算式里就分不清了。")]
    [InlineData("条件", "DSL1024 「条件」是行首用的词，不能作字段名。")]
    public void 不能作字段名的词(string name, string expected) => Check($"数据 团队\n  主键 团队号 : 文本\n  ⟦{name}⟧ : 金额", expected);

    [Fact]
    public void 字段名带单位() =>
        Check("数据 团队\n  主键 团队号 : 文本\n  研发费用⟦（⟧万元） : 金额",
            "DSL1064 「研发费用（…」不能作名称：名称里不能有括号，单位也不写在名称里。");

    [Theory]
    [InlineData("条款 1⟦\u200B⟧ 测试\n  频次 一次性\n  奖补 = 10万元", "DSL1004 这里有看不见的字符（U+200B）")]
    [InlineData("牵头 区⟦\u200D⟧科技局\n奖补 = 10万元", "DSL1004 这里有看不见的字符（U+200D）")]
    [InlineData("条件 名称 = \"甲⟦\uFEFF⟧\"\n奖补 = 10万元", "DSL1004 这里有看不见的字符（U+FEFF）")]
    public void 看不见的字符写明是哪一个(string snippet, string expected) => Check(snippet, expected);

    [Theory]
    [InlineData("研发费用\u200B")]
    [InlineData("研发\u2060费用")]
    [InlineData("研发费用\uFE0F")]
    [InlineData("\u3164研发费用")]
    public void 名称里看不见的字符(string name) => Assert.Contains(Prelude.Compile($"奖补 = min({name}, 10万元)").Diagnostics, finding =>
        finding.Code == "DSL1004"
        && finding.Message.Contains($"U+{(int)name.First(static character => character is not ('研' or '发' or '费' or '用')):X4}",
            StringComparison.Ordinal));
}
