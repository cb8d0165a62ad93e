// Nothing is accepted and ignored: each line of every form with something foreign after it, in it, or repeated is an error,
// or means something else.
using Dsl.Compiler.Tests.Support;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Xunit;

namespace Dsl.Compiler.Tests.Grammar;

public class GrammarWalkTests
{
    private static readonly string[] Tails =
    [
        "甲乙", "2个", "２个", "5", "100万元", "30%", "1:0.5", "2021-06-21", "2021年度", "\"文\"", "“文”", "「文」", "=", "＝", "+", "-",
        "|", "、", ",", "，", ";", "；", ":", "：", "..",
        "(", ")", "（甲）", "[甲]", "等", "且", "是", "最多", "条件", "第二款",
        "核定", "一次", "起", "外部", "认定", "行", "以上", "前", "其中",
    ];

    private static readonly string[] Between = ["甲乙", "2个", "\"文\"", "=", "、", "；", "（甲）", "条件", "是", "且"];

    private static readonly Lazy<string> Whole = new(() => IrText.Of(GrammarDocument.Compile(GrammarDocument.Lines).Program));

    public static TheoryData<int, string> Lines
    {
        get
        {
            var lines = new TheoryData<int, string>();
            foreach (var (index, line) in GrammarDocument.Lines.Index().Where(static line => line.Item.Trim().Length > 0))
                lines.Add(index, line.Trim());
            return lines;
        }
    }

    [Fact]
    public void 样本没有错误()
    {
        var whole = GrammarDocument.Compile(GrammarDocument.Lines);
        Assert.Empty(whole.Diagnostics.Where(static finding => finding.Severity == Severity.Error)
            .Select(static finding => $"{finding.Code} {finding.Message}"));
        Assert.Contains("IrPolicy", Whole.Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void 行末多出来的内容不会被放过(int index, string line) =>
        AssertNoneIgnored(index,
            Tails.Select(tail => $"{GrammarDocument.Lines[index]} {tail}").Append($"{GrammarDocument.Lines[index]} {After(line)}"));

    [Theory]
    [MemberData(nameof(Lines))]
    public void 行中多出来的内容不会被放过(int index, string line)
    {
        _ = line;
        var text = GrammarDocument.Lines[index];
        AssertNoneIgnored(index, Ends(index).SelectMany(end => Between.Select(word => $"{text[..end]} {word} {text[end..]}")));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void 写了两次的词不会被放过(int index, string line)
    {
        _ = line;
        var text = GrammarDocument.Lines[index];
        AssertNoneIgnored(index, Tokens(index).Select(token => $"{text[..token.End]} {text[token.Start..]}"));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void 写了两次的行不会被放过(int index, string line)
    {
        _ = line;
        var text = GrammarDocument.Lines[index];
        AssertNoneIgnored(index, [$"{text}\n{text}"]);
    }

    private static void AssertNoneIgnored(int index, IEnumerable<string> variants)
    {
        var ignored = new List<string>();
        foreach (var variant in variants)
        {
            var compilation = GrammarDocument.Compile(GrammarDocument.Lines.SetItem(index, variant));
            if (!HasErrors(compilation) && IrText.Of(compilation.Program) == Whole.Value && !IsWording(index)
                && !SaysTheSame(index, variant))
                ignored.Add(variant);
        }
        Assert.True(ignored.Count == 0, string.Join('\n', ignored));
    }

    // 达到 60家 以上, = 国家项目 in a table: said twice, and meant.
    private static bool SaysTheSame(int index, string variant) =>
        (variant.EndsWith("以上", StringComparison.Ordinal) && GrammarDocument.Lines[index].Contains("其中", StringComparison.Ordinal))
        || (variant.Contains("| =", StringComparison.Ordinal) && !variant.Contains("结果", StringComparison.Ordinal));

    // Free text is its own meaning; that of 参数 and 范围, and 说明 of a policy, is shown to readers only and is in no IR.
    private static bool IsWording(int index) =>
        GrammarDocument.Words(GrammarDocument.Lines).First(line => line.Index == index) is var (_, block, word)
        && (block is BlockKinds.Parameter or BlockKinds.Scope || (block, word) is (BlockKinds.Policy, "说明"))
        && SyntaxFacts.FindLineKeyword(word) is { Shape: LineForm.Text or LineForm.Quotes };

    private static string After(string line) =>
        line.Contains(' ', StringComparison.Ordinal) ? line[line.IndexOf(' ', StringComparison.Ordinal)..].Trim() : line;

    private static IEnumerable<int> Ends(int index) => Tokens(index).Select(static token => token.End).SkipLast(1);

    /// <summary>The tokens of a line, by their columns.</summary>
    private static List<(int Start, int End)> Tokens(int index)
    {
        var tree = GrammarDocument.Compile(GrammarDocument.Lines).Trees.First(static tree => tree.Source.Path == "main.policy");
        var span = tree.Source.LineSpan(index);
        return [.. tree.Root.Tokens.Where(token => token.Span.Start >= span.Start && token.Span.End <= span.End && token.Span.Length > 0)
            .Select(token => (token.Span.Start - span.Start, token.Span.End - span.Start))];
    }

    // Most variants are errors of form: they need not be bound.
    private static bool HasErrors(Compilation compilation) =>
        compilation.Trees.Any(static tree => HasErrors(tree.Diagnostics)) || HasErrors(compilation.Model.Diagnostics);

    private static bool HasErrors(IEnumerable<Diagnostic> found) => found.Any(static finding => finding.Severity == Severity.Error);
}
