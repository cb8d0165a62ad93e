// A folder in which every kind of name is declared and used, and marks in its texts.
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Workspaces;
using Xunit;

namespace Dsl.LanguageServer.Tests.Harness;

/// <summary>Texts with all kinds of names, and places in them: a snippet in which | is the cursor.</summary>
internal static class Names
{
    public const string File = "办法.policy";

    public const string Policy = """
        政策 支持办法
          文号     试政发〔2021〕1号
          发文机关 试验区人民政府
          施行日期 2021-06-21
          级次     区级
          原文     sources/原文.txt
          使用     schema.policy
          竞合     本政策内 从高不重复

        参数 比例 : 比率 = 2021-06-21 起 20% | 2023-01-01 起 30%  // 两年一调
        参数 门槛 : 人 外部

        范围 企业
          行业 属于 行业

        条款 1 费用补贴
          条   一1
          依据 「按实际费用30%给予补贴，最高100万元」
          牵头 区科技局
          事项 研发投入
          频次 每年
          令 基数 = max(实际费用 - 1, 0元)
          条件 已认定 且 行业 属于 [文化旅游, 专业服务]
          条件 研发人员数 超过 门槛 且 计数(主题活动, 协同举办) >= 1
          奖补 = min(基数 * 比例, 100万元)

        条款 2 活动补贴
          依据 「活动费用10万元以上的，文化旅游企业每场给予最高5万元补贴，其他企业每场最高3万元；不足10万元的，每场最高1万元」
          对象 企业
          落实 试政发〔2021〕1号 条款 1
          频次 每次
          每个 主题活动
          条件 主题活动.协同举办 且 企业.行业 = 文化旅游
          奖补 = 核定 最高
            | 活动费用     | 行业                 | 最高  |
            | 不足 10万元  | -                    | 1万元 |
            | 10万元以上   | 文化旅游             | 5万元 |
            | 10万元以上   | [专业服务, 其他]     | 3万元 |

        程序 9 须经研究
          须经 已认定
          适用条款 1、2

        恒有 条款 1 奖补 <= 100万元

        算例 条款 1 三成
          已知 已认定 = 是; 实际费用 = 200万元; 行业 = 文化旅游; 研发人员数 = 20人
          已知 主题活动: 协同举办 = 是
          已知 其他政策支持: 事项 = "研发投入"; 文号 = "别的"; 金额 = 1元
          已知 参数: 门槛 = 10人
          测算日 2023-06-30
          连同 条款 2
          应得 599999.7元
        """;

    private const string Official =
        "试政发〔2021〕1号\n1.支持研发。对经认定的企业，按实际费用30%给予补贴，最高100万元。（牵头单位：区科技局）\n"
        + "2.支持活动。活动费用10万元以上的，文化旅游企业每场给予最高5万元补贴，其他企业每场最高3万元；不足10万元的，每场最高1万元。\n";

    /// <summary>The folder, with another policy that names the first one's clauses.</summary>
    public static Folder Folder()
    {
        var folder = Small.Folder(Policy);
        folder.Write("sources/原文.txt", Official);
        folder.Write("另一份.policy", "政策 另一份办法\n  文号     试政发〔2022〕9号\n  施行日期 2022-01-01\n  使用     schema.policy\n\n"
            + "条款 1 转付\n  落实 试政发〔2021〕1号 条款 1\n  频次 一次性\n  条件 已认定\n  奖补 = 核定 最高 实际费用 * 30%\n");
        return folder;
    }

    /// <summary>A snapshot of a folder as it is on disk, with every policy open: spans are no offsets then.</summary>
    public static Snapshot Snapshot(Folder folder, string file = File)
    {
        var workspace = new Workspace(static () => new DateOnly(2023, 6, 30));
        workspace.AddFolder(folder.Root.Replace('\\', '/'));
        foreach (var path in Directory.EnumerateFiles(folder.Root, "*.policy", SearchOption.AllDirectories))
            workspace.Set(path.Replace('\\', '/'), System.IO.File.ReadAllText(path), 1);
        return workspace.SnapshotOf(Path(folder, file));
    }

    public static string Path(Folder folder, string file = File) => System.IO.Path.Combine(folder.Root, file).Replace('\\', '/');

    /// <summary>The offset of the cursor | of a snippet that stands once in a text.</summary>
    public static int Offset(string text, string marked)
    {
        var snippet = marked.Replace("|", "", StringComparison.Ordinal);
        var start = text.IndexOf(snippet, StringComparison.Ordinal);
        Assert.True(start >= 0 && text.IndexOf(snippet, start + 1, StringComparison.Ordinal) < 0, $"「{snippet}」 stands not once");
        return start + marked.IndexOf('|', StringComparison.Ordinal);
    }

    /// <summary>The address of the cursor in a file of the text that is open.</summary>
    public static int Address(string text, string marked) => Syntax.SyntaxTree.Open("", text).Source.AddressOf(Offset(text, marked));

    /// <summary>All of a text.</summary>
    public static Syntax.Text.TextSpan Whole(Syntax.Text.SourceText? source) => source?.SpanBetween(0, source.Content.Length) ?? default;

    /// <summary>Parameters for a place in a file.</summary>
    public static JsonObject At(LspClient client, string file, string text, string marked)
    {
        var (line, column) = new Dsl.Syntax.Text.SourceText("", text).PositionOf(Offset(text, marked));
        return client.At(file, line, column);
    }

    /// <summary>The words of locations: file:line:text.</summary>
    public static string Words(Folder folder, JsonNode? locations) => string.Join('\n', (locations?.AsArray() ?? []).Select(location =>
    {
        var path = Protocol.Session.Uris.PathOf(location?["uri"]?.GetValue<string>() ?? "");
        var source = new Dsl.Syntax.Text.SourceText(path, System.IO.File.ReadAllText(path));
        var range = System.Text.Json.JsonSerializer.SerializeToElement(location?["range"]);
        return $"{System.IO.Path.GetFileName(path)}:{range.GetProperty("start").GetProperty("line").GetInt32() + 1}:"
            + $"{source[Protocol.Session.Ranges.SpanOf(source, range)]}";
    }));
}
