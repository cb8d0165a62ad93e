// The scanners that the tests of the repository rely on find what they should and nothing else.
using Xunit;

namespace Dsl.Repository.Tests.Code;

public class CodeScannerTests
{
    [Theory]
    [InlineData("a = \"x!.y\"; b!.C();", "a =       ; b!.C();")]
    [InlineData("f('!'); // g!.h", "f(   );        ")]
    [InlineData("@\"a\"\"b\" + 1", "        + 1")]
    [InlineData("/* x */ y", "        y")]
    [InlineData("$\"{a}\\\"b\" + c", "$         + c")]
    public void 字符串和注释被抹去(string code, string blanked) => Assert.Equal(blanked, CodeText.WithoutStringsAndComments(code));

    [Fact]
    public void 多行字符串被抹去() => Assert.Equal("x =    \n   \n   ;", CodeText.WithoutStringsAndComments("x = \"\"\"\n a!\n\"\"\";"));

    [Fact]
    public void 方法按花括号计行()
    {
        const string Code = "class A\n{\n    void B(int x)\n    {\n        if (x > 0)\n        {\n            x++;\n        }\n    }\n\n    int C => 1;\n}\n";
        Assert.Equal([(3, 7)], MethodLengths.Of(Code));
    }

    [Fact]
    public void 类型的参数表不是方法() =>
        Assert.Empty(MethodLengths.Of("record A(\n    int X,\n    int Y)\n{\n    int Z => X;\n}\n"));

    [Fact]
    public void 仓库里找得到方法() => Assert.True(RepositoryFiles.Sources.Sum(static file => MethodLengths.Of(file.Text).Count()) > 100);
}
