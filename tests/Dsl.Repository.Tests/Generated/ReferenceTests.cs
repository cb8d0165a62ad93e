// Reference pages that are made from the tables of the code.
using System.Text;
using Dsl.Values.Quantities;
using Dsl.Syntax.Tree;
using Dsl.Testing;
using Dsl.Values.Functions;
using Dsl.Values.Types;
using Xunit;

namespace Dsl.Repository.Tests.Generated;

public class ReferenceTests
{
    private static readonly (BlockKinds Block, string Word)[] Blocks =
        [.. SyntaxFacts.LineKeywords.Where(static keyword => keyword.Opens != BlockKinds.None)
            .Select(static keyword => (keyword.Opens, keyword.Word))];

    [Fact]
    public void 函数参考与函数表一致() => GeneratedFile.Check("compiler/docs/函数.md", Functions());

    [Fact]
    public void 关键字参考与关键字表一致() => GeneratedFile.Check("compiler/docs/关键字.md", Keywords());

    private static string Functions()
    {
        var page = new StringBuilder("# 函数\n\n由函数的声明生成。每个例子都由测试运行。\n\n## 对值计算\n");
        foreach (var function in BuiltinFunctions.All)
        {
            var parameters = string.Join(", ", function.Parameters) + (function.MaxArity == int.MaxValue ? ", …" : "");
            page.Append($"\n### {function.Name}({parameters})\n\n{function.Summary}\n");
            if (!function.Aliases.IsEmpty)
                page.Append($"\n也可写作 {string.Join('、', function.Aliases)}；排版时改为 {function.Name}。\n");
            page.Append("\n| 例 | 结果 |\n| --- | --- |\n");
            foreach (var (expression, result) in function.Examples)
                page.Append($"| `{Cell(expression)}` | `{Cell(result)}` |\n");
        }
        page.Append("\n## 对明细的各行计算\n\n条件可以省略；在目标中，对登记的全部主体计算。\n\n| 写法 | 含义 |\n| --- | --- |\n");
        foreach (var aggregate in AggregateFunctions.All)
            page.Append(
                $"| `{aggregate.Name}({(aggregate.TakesSelector ? "明细, 值[, 条件]" : "明细[, 条件]")})` | {aggregate.Summary} |\n");
        return page.ToString();
    }

    private static string Keywords()
    {
        var page = new StringBuilder(
            "# 关键字\n\n由关键字表生成。\n\n## 段落\n\n一行以这些词开头，即开始一个段落。\n\n| 词 | 含义 |\n| --- | --- |\n");
        foreach (var keyword in SyntaxFacts.LineKeywords.Where(static keyword => keyword.Opens != BlockKinds.None))
            page.Append($"| {keyword.Word} | {keyword.Summary} |\n");
        page.Append("\n## 行首的词\n\n| 词 | 用在 | 可多行 | 含义 |\n| --- | --- | --- | --- |\n");
        foreach (var keyword in SyntaxFacts.LineKeywords.Where(static keyword => keyword.Opens == BlockKinds.None))
        {
            var within = string.Join('、', Blocks.Where(block => keyword.Within.HasFlag(block.Block)).Select(static block => block.Word));
            page.Append($"| {string.Join(" / ", keyword.Aliases.Prepend(keyword.Word))} | {within} | {(keyword.Repeatable ? "是" : "")} | "
                + $"{keyword.Summary} |\n");
        }
        page.Append("\n## 算式中的词\n\n");
        page.Append($"{string.Join('、', SyntaxFacts.ExpressionWords.Keys.Order(StringComparer.Ordinal))}。\n\n");
        page.Append($"跟在数字后面：{string.Join('、', SyntaxFacts.LiteralSuffixes.Select(static suffix => suffix.Word))}（均含本数）。\n");
        page.Append($"\n## 数位与单位\n\n数位：{string.Join('、', Scales.All.Select(static scale => scale.Word))}。\n\n"
            + $"单位：{string.Join('、', Units.Words)}。\n");
        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
