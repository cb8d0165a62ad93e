// Each rule of the code finds what breaks it, and nothing else.
using Microsoft.CodeAnalysis;
using Xunit;

namespace Dsl.Repository.Tests.Code;

public class CodeRulesTests
{
    private static readonly string LongBody = string.Concat(Enumerable.Repeat("        x++;\n", CodeRules.MostLinesOfMethod));

    [Fact]
    public void 长的方法() => Found(CodeRules.LongMethods, $"class A\n{{\n    void B(int x)\n    {{\n{LongBody}    }}\n}}\n", 3);

    [Fact]
    public void 长的类型不是长的方法() =>
        NotFound(CodeRules.LongMethods, $"record A(\n    int X)\n{{\n    int Z => X;\n{string.Concat(Enumerable.Repeat("\n", 99))}}}\n");

    [Theory]
    [InlineData("record A(int B, int C, int D, int E, int F, int G, int H, int I);")]
    [InlineData("class A { void B(int a, int b, int c, int d, int e, int f, int g, int h) { } }")]
    public void 长的参数表(string code) => Found(CodeRules.LongParameterLists, code, 1);

    [Fact]
    public void 七个参数可以() => NotFound(CodeRules.LongParameterLists, "record A(int B, int C, int D, int E, int F, int G, int H);");

    [Theory]
    [InlineData("class A { int B => c!.D; }")]
    [InlineData("class A { int B => c![0]; }")]
    [InlineData("class A { string B = null!; }")]
    public void 压制空值检查(string code) => Found(CodeRules.NullForgiving, code, 1);

    [Fact]
    public void 否定和文字里的感叹号不算() =>
        NotFound(CodeRules.NullForgiving, "class A { bool B => !c && d != e && \"x!.y\" != f; /* g!.h */ }");

    [Theory]
    [InlineData("class A { int B => throw new NotImplementedException(); }")]
    [InlineData("class A { int B => throw new NotSupportedException(); }")]
    public void 未完成的代码(string code) => Found(CodeRules.Unfinished, code, 1);

    [Fact]
    public void 说明理由的不支持可以() =>
        NotFound(CodeRules.Unfinished, "class A { int B => throw new NotSupportedException(\"because\"); // NotImplementedException\n }");

    [Fact]
    public void 类型的名称() => Assert.Equal(["A", "C", "D", "E"], CodeRules.TypeNames(CodeRules.Parse(
        "namespace N;\nclass A { class B; }\nrecord struct C(int X);\nenum D { F }\ndelegate void E();\n")));

    [Theory]
    [InlineData("class A { [Fact(Skip = \"later\")] void B() { } }")]
    [InlineData("#if false\nclass A;\n#endif")]
    public void 跳过的测试(string code) => Found(CodeRules.Skipped, code, 1);

    private static void Found(Func<SyntaxNode, IEnumerable<Breach>> rule, string code, int line) =>
        Assert.Equal(line, Assert.Single(rule(CodeRules.Parse(code))).Line);

    private static void NotFound(Func<SyntaxNode, IEnumerable<Breach>> rule, string code) => Assert.Empty(rule(CodeRules.Parse(code)));
}
