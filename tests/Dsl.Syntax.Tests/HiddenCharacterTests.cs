// Marks of direction, invisible and control characters are found wherever they stand, with place and code point;
// what belongs to a text is not.
using System.Globalization;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.Syntax.Tests;

public class HiddenCharacterTests
{
    private static readonly string[] Places =
    [
        "条款 1 甲\n  // 注{0}释\n  奖补 = 1万元\n", "条款 1 甲\n  依据 「引{0}文」\n  奖补 = 1万元\n", "条款 1 标{0}题\n  奖补 = 1万元\n",
        "条款 1 甲\n  条件 名{0}称 > 1人\n", "条款 1 甲\n  条件 名称 = \"文{0}字\"\n", "条款 1 甲\n  牵头 市{0}局\n",
        "条款 1 甲\n  奖补 ={0} 1万元\n",
        "// 头{0}\n条款 1 甲\n  奖补 = 1万元\n", "条款 1 甲\n  奖补 = 1万元\n// 尾{0}",
    ];

    private static readonly int[] Directions =
        [0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C];

    private static readonly int[] Hidden =
    [
        0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2061, 0x2064, 0x206A, 0x206F,
        0x2800, 0x3164, 0xFE00, 0xFE0F,
        0xFEFF, 0xFFA0, 0xFFF9, 0xE0001, 0xE0020, 0xE007F, 0xE0100, 0xE01EF, 0x1BCA0, 0x1D173,
    ];

    private static readonly int[] Controls = [0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1C, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x2028, 0x2029];

    [Fact]
    public void 改变方向的字符在任何位置都是错误() => AssertFound(Directions, static found => found.Severity == Severity.Error);

    [Fact]
    public void 看不见的字符在任何位置都指出来() => AssertFound(Hidden, static _ => true);

    [Fact]
    public void 控制字符在任何位置都指出来() => AssertFound(Controls, static _ => true);

    [Fact]
    public void 看不见的字符在注释里是警告_在引文里是错误()
    {
        Assert.Equal(["DSL1068 Warning"],
            Found("条款 1 甲 // 注\u200B释\n  奖补 = 1万元\n").Select(static found => $"{found.Code} {found.Severity}"));
        Assert.Equal(["DSL1068 Error"],
            Found("条款 1 甲\n  依据 「引\u200B文」\n  奖补 = 1万元\n").Select(static found => $"{found.Code} {found.Severity}"));
    }

    [Theory]
    [InlineData("\uFEFF条款 1 甲\n  奖补 = 1万元\n")]
    [InlineData("条款 1 甲\r\n\t奖补 = 1万元 // 制表\t符\u3000和\u00A0空格\r\n")]
    [InlineData("条款 1 甲\n  // ✔️ 已核对 👨\u200D👩\u200D👧 ①②③ ℃ ㎡ 〇 𠮷 ☎\uFE0E\n  奖补 = 1万元\n")]
    [InlineData("条款 1 甲\n  依据 「《办法》（试行）——“引号”…… ﹙﹚ ￥ ㈠」\n  奖补 = 1万元\n")]
    public void 平常的文字不误报(string text) => Assert.Empty(Found(text).Select(static found => $"{found.Code} {found.Message}"));

    [Fact]
    public void 错误满了上限_不再列出()
    {
        var found = Found(string.Concat(Enumerable.Repeat("// \u202E\n", 2000)));
        Assert.Equal(501, found.Count);
        Assert.Equal("DSL1014", found[^1].Code);
    }

    private static void AssertFound(int[] characters, Func<Diagnostic, bool> isRight)
    {
        foreach (var character in characters)
        {
            foreach (var place in Places)
            {
                var (at, written) = (place.IndexOf("{0}", StringComparison.Ordinal), char.ConvertFromUtf32(character));
                var name = string.Create(CultureInfo.InvariantCulture, $"U+{character:X4}");
                var found = Found(place.Replace("{0}", written, StringComparison.Ordinal));
                if (!found.Any(one =>
                    one.Span.Start == at && one.Message.Contains(name, StringComparison.Ordinal) && one.Remedy.Length > 0 && isRight(one)))
                    Assert.Fail(
                        $"{name} in {place}: {string.Join(" | ", found.Select(static one => $"{one.Code} {one.Message}"))}");
            }
        }
    }

    private static List<Diagnostic> Found(string text) => [.. SyntaxTree.Parse(new SourceText("t.policy", text)).Diagnostics];
}
