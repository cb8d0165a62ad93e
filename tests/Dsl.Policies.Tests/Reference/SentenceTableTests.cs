// The table of the language reference: a sentence of a document, the lines for it, facts and the award. Every row is compiled with the
// sentence as its document and computed.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Compiler;
using Dsl.Evaluation.Examples;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.Policies.Tests.Reference;

public sealed partial class SentenceTableTests
{
    private const string Section = "## 原文怎么说，就怎么写", SchemaPath = "schema/对照.policy", FileMark = "// file: ";
    private const int FewestRows = 60, Columns = 4;

    private const string Heading =
        "政策 对照\n  文号 示府办〔2020〕1号\n  发文机关 示例区人民政府\n  地区 示例区\n  成文日期 2020-01-01\n  施行日期 2020-01-01\n"
        + "  级次 区级\n  原文 sources/对照.txt\n  使用 schema/对照.policy\n  竞合 本政策内 从高不重复\n\n条款 1 对照\n";

    private static readonly ImmutableArray<Row> Rows = [.. Read(File.ReadAllLines(ReferencePage.Path))];

    private static readonly string Schema = ReferencePage.Blocks.SelectMany(static block => block.Files)
        .Select(static file => file.Content).First(static text => text.StartsWith(FileMark + SchemaPath, StringComparison.Ordinal));

    public static TheoryData<string> Sentences => [.. Rows.Select(static row => row.Sentence)];

    [Fact]
    public void 至少有六十种句子() => Assert.True(Rows.Length >= FewestRows, $"{Rows.Length} rows");

    [Theory]
    [MemberData(nameof(Sentences))]
    public void 每一行都通过检查并算得应得(string sentence)
    {
        var row = Rows.First(row => row.Sentence == sentence);
        // 竞合 and 合计上限 stand in the head.
        var lines = row.Lines.Split('\n').ToLookup(static line => line.StartsWith("  竞合 ", StringComparison.Ordinal)
            || line.StartsWith("  合计上限 ", StringComparison.Ordinal));
        var combination = string.Concat(lines[true].Select(static line => $"{line}\n"));
        var head = Heading.Replace("\n\n", $"\n{combination}\n", StringComparison.Ordinal);
        var policy = $"{head}  依据 「{sentence.TrimEnd('。')}」\n{string.Join('\n', lines[false])}\n"
            + $"\n算例 条款 1 对照\n{row.Facts}\n  应得 {row.Award}\n";
        var compilation = Compilation.Create([new SourceText(SchemaPath, Schema), new SourceText("对照.policy", policy)],
            [new SourceText("sources/对照.txt", $"示例区人民政府\n示府办〔2020〕1号\n2020年1月1日\n{sentence}\n")]);
        Assert.Empty(compilation.Diagnostics.Where(static finding => finding.Severity != Severity.Remark)
            .Select(static finding => $"{finding.Code} {finding.Message}"));
        var result = Assert.Single(new ExampleRunner(compilation.Program).RunAll());
        Assert.True(result.Passed, $"应得 {result.Expected}，实得 {result.Got}");
    }

    private static IEnumerable<Row> Read(string[] page)
    {
        foreach (var line in page.SkipWhile(static line => line != Section).Skip(1)
            .TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal)))
        {
            string[] cells = [.. Column().Split(line.Trim('|')).Select(static cell => cell.Trim())];
            if (cells.Length == Columns && cells[0] is not ("原文" or "---"))
                yield return new(cells[0], Written(cells[1]), Written(cells[2]), cells[3].Trim('`'));
        }
    }

    /// <summary>The lines of a cell: each in backquotes, with a break between them.</summary>
    private static string Written(string cell) =>
        string.Join('\n', cell.Split("<br>").Select(static line => "  " + line.Trim('`').Replace("\\|", "|", StringComparison.Ordinal)));

    private sealed record Row(string Sentence, string Lines, string Facts, string Award);

    [GeneratedRegex("(?<!\\\\)\\|")]
    private static partial Regex Column();
}
