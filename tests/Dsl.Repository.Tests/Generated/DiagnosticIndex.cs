// The index page of diagnostics, made from their declarations.
using System.Text;
using Dsl.Cli.Output;
using Dsl.Compiler;

namespace Dsl.Repository.Tests.Generated;

/// <summary>Writes compiler/docs/diagnostics/README.md.</summary>
public static class DiagnosticIndex
{
    private static readonly (char Digit, string Title)[] Groups =
        [('1', "写法"), ('2', "名称、类型与单位"), ('3', "检查"), ('4', "后端"), ('5', "数据与运行"), ('6', "服务")];

    /// <summary>The page.</summary>
    public static string Write()
    {
        var page = new StringBuilder(
            "# 诊断码\n\n由各诊断的声明生成；每个码一页，说明错在哪里、怎么改。命令行用 `policy explain 诊断码` 查看。\n");
        foreach (var (digit, title) in Groups)
        {
            var group = DeclaredDiagnostics.All.Where(declared => declared.Rule.Code[3] == digit)
                .DistinctBy(static declared => declared.Rule.Code).ToList();
            if (group.Count == 0)
                continue;
            page.Append($"\n## {title}（DSL{digit}xxx）\n\n| 诊断码 | 程度 | 含义 |\n| --- | --- | --- |\n");
            foreach (var (rule, _) in group)
                page.Append($"| [{rule.Code}]({rule.Code}.md) | {rule.Severity.Word()} | {Title(rule.Code)} |\n");
        }
        return page.ToString();
    }

    private static string Title(string code) =>
        DiagnosticPages.Title(code) is var title && title.StartsWith(code, StringComparison.Ordinal) ? title[code.Length..].Trim() : title;
}
