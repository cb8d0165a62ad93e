// Runs the checks on a small policy with a fixed schema and the text of a document.
using System.Collections.Immutable;
using Dsl.Semantics.Binding;
using Dsl.Semantics.Checks;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

/// <summary>A policy under test: header and schema are fixed, clauses and document are the test's.</summary>
internal static class CheckRun
{
    private const string Header = """
        政策 支持科技创新若干政策
          文号     试政发〔2021〕1号
          发文机关 试验区人民政府
          施行日期 2021-06-21
          级次     区级
          原文     原文.txt
          使用     schema.policy

        """;

    private const string Schema = """
        名录 行业 = [文化旅游, 专业服务, 其他]

        数据 企业
          主键 统一社会信用代码 : 文本
          行业       : 行业
          已认定     : 是否 认定
          成立日期   : 日期
          研发人员数 : 人
          职工总数   : 人
          研发费用   : 金额
          实际费用   : 金额
          占比       : 比率
          面积       : 平方米
          运营年限   : 年
          支出       : 金额 范围 0元..50万元

        明细 科技项目 属于 企业
          主键 项目编号 : 文本
          经费 : 金额

        """;

    /// <summary>
    /// The findings of the checks: errors of form and meaning fail the test. The document begins with the number of the header;
    /// clauses may leave out 频次 (the check of 频次 has its own tests).
    /// </summary>
    public static ImmutableArray<Diagnostic> Run(string clauses, string document)
    {
        ImmutableArray<SyntaxTree> trees =
            [SyntaxTree.Parse(new SourceText("a.policy", HeaderFor(document) + clauses + "\n")),
                SyntaxTree.Parse(new SourceText("schema.policy", Schema))];
        var texts = new Dictionary<string, SourceText> { ["原文.txt"] = new("原文.txt", $"试政发〔2021〕1号\n{document}") };
        var model = Binder.Bind(trees, texts.ContainsKey);
        ImmutableArray<Diagnostic> before = [.. trees.SelectMany(tree => tree.Diagnostics), .. model.Diagnostics];
        Assert.Empty(before.Where(finding => finding.Severity == Severity.Error)
            .Select(finding => $"{finding.Code} {finding.Message} |{finding.Source[finding.Span]}|"));
        return [.. PolicyChecks.Run(Task.FromResult(new Suppressions(trees)), model, texts, before)
            .Where(static finding => finding.Code != "DSL3016")];
    }

    private static string HeaderFor(string document) =>
        document.Length > 0 ? Header : Header.Replace("  原文     原文.txt\n", "", StringComparison.Ordinal);

    /// <summary>Each finding as code, place and message, in the order of the text.</summary>
    public static string Describe(string clauses, string document) =>
        string.Join('\n',
            Run(clauses, document).OrderBy(finding => finding.Span.Start)
                .Select(finding => $"{finding.Code} |{finding.Source[finding.Span]}| {finding.Message}"));

    /// <summary>The policy after the first fix of the only finding.</summary>
    public static string Fixed(string clauses, string document)
    {
        var finding = Assert.Single(Run(clauses, document));
        var text = finding.Source.Content;
        foreach (var edit in finding.Fixes[0].Edits.OrderByDescending(edit => edit.Span.Start))
            text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        return text[HeaderFor(document).Length..].TrimEnd('\n');
    }
}
