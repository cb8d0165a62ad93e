// The small schema and policy head that tests and diagnostic pages are wrapped in when they bring none of their own.
using System.Text.RegularExpressions;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Compiler.Tests.Support;

/// <summary>Makes whole sets of files out of snippets.</summary>
public static partial class Prelude
{
    /// <summary>The schema: 企业 with typical facts, two details, three lists.</summary>
    public const string Schema = """
        名录 区县 = [渝中区, 江津区, 永川区, 其他]
        名录 行业 = [文化旅游, 专业服务, 软件业, 制造业, 其他]
        名录 事项 = [研发投入, 活动补贴]

        数据 企业
          主键 统一社会信用代码 : 文本
          名称         : 文本
          注册区县     : 区县
          所属行业     : 行业
          登记日期     : 日期
          评定年度     : 年度
          依法纳税     : 是否
          诚信经营     : 是否
          研发人员数   : 人
          职工总数     : 人
          研发费用     : 金额
          营业收入     : 金额
          研发占比     : 比率
          工作年限     : 年
          高新技术企业 : 是否 认定

        明细 科技项目 属于 企业
          主键 项目编号 : 文本
          名称     : 文本
          项目类别 : [国家项目, 市级项目, 其他]
          经费     : 金额
          立项日期 : 日期

        明细 专利 属于 企业 计量 件
          主键 专利号 : 文本
          领域 : [区块链, 其他]
        """;

    private const string Head = """
        政策 测试政策
          文号     测〔2024〕1号
          发文机关 测试机关
          施行日期 2024-01-01
          级次     区级


        """;

    /// <summary>
    /// The files of a snippet: several where it has lines 「// file: path」; else one, below the policy head unless it has a 政策 of
    /// its own, and inside a clause unless it begins with a block. The schema stands beside it unless the snippet has a 数据.
    /// </summary>
    public static IReadOnlyList<SourceText> Files(string snippet)
    {
        snippet = snippet.ReplaceLineEndings("\n");
        var files = Marked(snippet);
        if (files.Count == 0)
            files.Add(new SourceText("main.policy", Whole(snippet)));
        if (!files.Exists(static file => StartsBlock(file.Content, "数据")))
            files.Add(new SourceText("schema/企业.policy", Schema));
        return files;
    }

    /// <summary>
    /// Compiles a snippet. Files ending in .txt are official texts; 「sources/原文.txt」 is at hand without being written.
    /// </summary>
    public static Compilation Compile(string snippet)
    {
        var files = Files(snippet).ToLookup(static file => file.Path.EndsWith(".txt", StringComparison.Ordinal));
        var official = new SourceText("sources/原文.txt", "一、给予最高100万元的补贴。\n");
        return Compilation.Create(files[false], files[true].Append(official).DistinctBy(static text => text.Path));
    }

    /// <summary>What stands before a snippet in main.policy.</summary>
    public static string Before(string snippet) =>
        (StartsBlock(snippet, "政策") ? "" : Head) + (BeginsWithBlock(snippet) ? "" : "条款 1 测试条款\n");

    private static string Whole(string snippet) => Before(snippet) + snippet;

    private static bool StartsBlock(string text, string keyword) =>
        text.Split('\n').Any(line => line.TrimStart().StartsWith(keyword + " ", StringComparison.Ordinal));

    private static bool BeginsWithBlock(string snippet)
    {
        var first =
            snippet.Split('\n').Select(static line => line.Trim())
                .FirstOrDefault(static line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            ?? "";
        var words = first.Replace("⟦", "", StringComparison.Ordinal).Split(' ');
        return SyntaxFacts.FindLineKeyword(words[0]) is { Shape: LineForm.BlockHeader }
            && !(words[0] == "范围" && words.Length > 1 && words[1] == "不限");
    }

    private static List<SourceText> Marked(string snippet)
    {
        var marks = FileMark().Matches(snippet);
        return [.. marks.Select((mark, index) => new SourceText(mark.Groups[1].Value,
            snippet[(mark.Index + mark.Length)..(index + 1 < marks.Count ? marks[index + 1].Index : snippet.Length)]))];
    }

    [GeneratedRegex(@"^// file: (\S+)[ \t]*\n", RegexOptions.Multiline)]
    private static partial Regex FileMark();
}
