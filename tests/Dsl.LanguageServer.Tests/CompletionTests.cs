// Completion and signature help at marked places: ⟦|⟧ is the cursor.
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dsl.LanguageServer.Features.Completion;
using Dsl.LanguageServer.Protocol.Methods;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed partial class CompletionTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(Places))]
    public void 各处列出的词(string name, string marked, string first, string present, string absent)
    {
        Assert.NotEmpty(name);
        using var folder = Small.Folder();
        folder.Write("别的.policy", "政策 市级办法\n  文号 试政发〔2020〕9号\n  施行日期 2020-01-01\n条款 7 市级奖励\n  说明 甲\n");
        // Spaces inside labels are left out, so that a row of labels can be written with spaces between them.
        var labels = Labels(folder, marked).Select(static label => label.Replace(" ", "", StringComparison.Ordinal)).ToList();
        output.WriteLine(string.Join(' ', labels));
        var expected = first.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, labels.Take(expected.Length));
        Assert.All(present.Split(' ', StringSplitOptions.RemoveEmptyEntries), label => Assert.Contains(label, labels));
        Assert.All(absent.Split(' ', StringSplitOptions.RemoveEmptyEntries), label => Assert.DoesNotContain(label, labels));
    }

    [Theory]
    [InlineData(Clause + "  条件 已认定 // sj⟦|⟧\n")]
    [InlineData(Head + "条款 2 sj⟦|⟧\n")]
    [InlineData("政策 sj⟦|⟧\n")]
    [InlineData(Clause + "  奖补 = 10⟦|⟧万元\n")]
    [InlineData(Clause + "  奖补 = 1⟦|⟧00万元\n")]
    [InlineData(Clause + "  奖补 = 实际费用 * 3⟦|⟧%\n")]
    [InlineData(Clause + "  令 sj⟦|⟧\n")]
    [InlineData(Clause + "  奖补 = 实际费用 * 30%⟦|⟧\n")]
    [InlineData(Clause + "  奖补 = 实际费用 * ３０％⟦|⟧\n")]
    [InlineData(Clause + "  奖补 = 实际费用 * 3‰⟦|⟧\n")]
    [InlineData(Clause + "  条件 实际费用 / 10万元 超过 2.5%⟦|⟧\n")]
    [InlineData("数据 企业\n  占比 : 比率 缺省 0%⟦|⟧\n")]
    [InlineData(Clause + "  形式 zzzz⟦|⟧\n")]
    public void 不列(string marked)
    {
        using var folder = Small.Folder();
        Assert.Empty(Labels(folder, marked));
    }

    [Theory]
    [InlineData("实际费用", "sjfy", 1)]
    [InlineData("实际费用", "shijifeiyong", 1)]
    [InlineData("实际费用", "实际", 0)]
    [InlineData("实际费用", "fy", 2)]
    [InlineData("实际费用", "sy", 3)]
    [InlineData("重庆市", "chongqing", 1)]
    [InlineData("重庆市", "zhongqing", 1)]
    [InlineData("重庆市", "cqs", 1)]
    [InlineData("重庆市", "zqs", 1)]
    [InlineData("行业", "hy", 1)]
    [InlineData("行业", "xingye", 1)]
    [InlineData("PCT专利", "pctzl", 1)]
    [InlineData("PCT专利", "pct", 0)]
    [InlineData("绿色工厂", "lvsgc", 1)]
    [InlineData("实际费用", "sjfz", null)]
    [InlineData("实际费用", "s费用j", null)]
    public void 读音相合(string name, string typed, int? rank)
    {
        Assert.Equal(rank, SoundMatch.Rank(typed, name));
        if (rank is not null)
            Assert.True(IsFoundByVsCode(typed, SoundMatch.FilterText(typed, name)), SoundMatch.FilterText(typed, name));
    }

    [Fact]
    public void 编辑器据以过滤的文字()
    {
        Assert.Equal("实际费用 shijifeiyong sjfy", SoundMatch.FilterText("", "实际费用"));
        Assert.Equal("重庆 chongqing cq", SoundMatch.FilterText("", "重庆"));
        Assert.True(SoundMatch.FilterText("", new string('长', 300)).Length < 128);
    }

    [Fact]
    public void 替换的是打的那几个字()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        var marked = Clause + "  条件 已认定 且 sjfy⟦|⟧ 超过 1万元\n";
        var item = Request(client, marked)[0];
        var line = marked.Split('\n').Length - 2;
        Assert.Equal((line, 11, line, 15),
            (Number("start", "line"), Number("start", "character"), Number("end", "line"), Number("end", "character")));
        Assert.Equal("实际费用", item["textEdit"]?["newText"]?.GetValue<string>());
        Assert.Equal("实际费用", item["label"]?.GetValue<string>());
        Assert.Equal(5, item["kind"]?.GetValue<int>());
        Assert.Equal("金额，企业", item["detail"]?.GetValue<string>());
        Assert.Equal("sjfy 实际费用 shijifeiyong sjfy", item["filterText"]?.GetValue<string>());

        int? Number(string end, string part) => item["textEdit"]?["range"]?[end]?[part]?.GetValue<int>();
    }

    [Fact]
    public void 说明取自数据定义的注释()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        Assert.Equal("全职", Request(client, Clause + "  条件 研发人员数⟦|⟧\n")[0]["documentation"]?["value"]?.GetValue<string>());
        Assert.Contains("取值：文化旅游", Request(client, Clause + "  条件 行业⟦|⟧\n")[0]["documentation"]?["value"]?.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void 没有占位符的编辑器得到纯文字()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        var items = Request(client, Clause + "⟦|⟧");
        Assert.DoesNotContain(items, static item => item["kind"]?.GetValue<int>() == CompletionMethod.KindOf(CandidateKind.Snippet));
        Assert.All(items, static item => Assert.Equal(1, item["insertTextFormat"]?.GetValue<int>()));
        Assert.Equal("min(", Request(client, Clause + "  奖补 = min⟦|⟧\n")[0]["textEdit"]?["newText"]?.GetValue<string>());
    }

    [Fact]
    public void 行首的空格不弹出()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        var parameters = Open(client, Clause + "  ⟦|⟧\n");
        parameters["context"] = new JsonObject { ["triggerKind"] = 2, ["triggerCharacter"] = " " };
        Assert.Null(client.Request("textDocument/completion", parameters));
    }

    [Theory]
    [InlineData("  tj⟦|⟧\n", "条件", true)]
    [InlineData("  yj⟦|⟧\n", "依据", true)]
    [InlineData("  条件 行业 sy⟦|⟧\n", "属于", true)]
    [InlineData("  奖补 = min⟦|⟧\n", "min", false)] // Its first place is selected, with a word in it.
    [InlineData("  条件 sjfy⟦|⟧\n", "实际费用", false)]
    [InlineData("⟦|⟧", "条款 公式", false)]
    public void 后面还要写的接着列出(string line, string label, bool isOpen)
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root, Snippets(), new JsonObject { ["suggestCommand"] = "list" });
        var item = Request(client, Clause + line).First(item => item["label"]?.GetValue<string>() == label);
        Assert.Equal(isOpen ? "list" : null, item["command"]?["command"]?.GetValue<string>());
        // A client that named no command is sent none.
        using var other = new LspClient(folder.Root, Snippets());
        Assert.All(Request(other, Clause + line), static item => Assert.Null(item["command"]));
    }

    [Fact]
    public void 填好的整条都合语法()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root, Snippets());
        var checkedAny = 0;
        foreach (var marked in (string[])[Clause + "⟦|⟧", Rows + "算例 条款 2.1 甲\n  应得 1元\n⟦|⟧", "⟦|⟧",
            "数据 甲\n  主键 乙 : 文本\n⟦|⟧"])
        {
            foreach (var item in Request(client, marked)
                .Where(static item => item["kind"]?.GetValue<int>() == CompletionMethod.KindOf(CandidateKind.Snippet)))
            {
                var text = Expanded(item["textEdit"]?["newText"]?.GetValue<string>() ?? "");
                var label = item["label"]?.GetValue<string>() ?? "";
                var tree = SyntaxTree.Parse(new SourceText("a.policy", text));
                Assert.True(tree.Diagnostics.IsEmpty,
                    $"{label}\n{text}\n{string.Join('\n', tree.Diagnostics.Select(static finding => finding.Message))}");
                checkedAny++;
            }
        }
        Assert.True(checkedAny > 20, $"{checkedAny}");
    }

    [Theory]
    [InlineData("条款 公式")]
    [InlineData("条款 核定")]
    [InlineData("条款 分档")]
    [InlineData("条款 配套")]
    [InlineData("条款 每个")]
    [InlineData("条款 一事一议")]
    [InlineData("条款 资格")]
    [InlineData("条款 说明")]
    public void 填好的条款没有错误(string label)
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root, Snippets());
        var item = Request(client, Clause + "⟦|⟧").First(item => item["label"]?.GetValue<string>() == label);
        var text = Expanded(item["textEdit"]?["newText"]?.GetValue<string>() ?? "")
            .Replace("「」", "「每场活动给予最高5万元补贴」", StringComparison.Ordinal)
            .Replace("条款 编号", "条款 9", StringComparison.Ordinal);
        client.Open(File, Small.Policy + "\n\n" + text, 9);
        Assert.DoesNotContain(client.Diagnostics(File, 9),
            static finding => finding["severity"]?.GetValue<int>() == 1
                && finding["code"]?.GetValue<string>().StartsWith("DSL3", StringComparison.Ordinal) != true);
    }

    [Theory]
    [InlineData("奖补 = min(⟦|⟧", "min(甲, 乙, …)", 0)]
    [InlineData("奖补 = min（实际费用 * 30%，⟦|⟧", "min(甲, 乙, …)", 1)]
    [InlineData("奖补 = 取低(1元, 2元, ⟦|⟧", "min(甲, 乙, …)", 1)]
    [InlineData("奖补 = 向下取整(min(1元, 2元), 1⟦|⟧", "向下取整(数, [单位])", 1)]
    [InlineData("奖补 = 向下取整(min(1元, ⟦|⟧2元), 1元)", "min(甲, 乙, …)", 1)]
    [InlineData("奖补 = 合计(主题活动, 活动费用, ⟦|⟧)", "合计(明细, 值, [条件])", 2)]
    [InlineData("条件 存在(主题活动, ⟦|⟧", "存在(明细, [条件])", 1)]
    public void 函数的参数(string line, string label, int active)
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        var answer = client.Request("textDocument/signatureHelp", Open(client, Clause + "  " + line + "\n"));
        var signature = answer?["signatures"]?[0];
        Assert.Equal(label, signature?["label"]?.GetValue<string>());
        Assert.Equal(active, answer?["activeParameter"]?.GetValue<int>());
        Assert.NotEmpty(signature?["documentation"]?["value"]?.GetValue<string>() ?? "");
        Assert.All(signature?["parameters"]?.AsArray() ?? [],
            parameter => Assert.Contains(parameter?["label"]?.GetValue<string>() ?? "?", label, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("奖补 = min(1元, 2元)⟦|⟧")]
    [InlineData("奖补 = (⟦|⟧")]
    [InlineData("说明 min(⟦|⟧")]
    public void 不在函数里(string line)
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        Assert.Null(client.Request("textDocument/signatureHelp", Open(client, Clause + "  " + line + "\n")));
    }

    [Fact]
    public void 政策里处处都不出错也不慢()
    {
        using var folder = Folder.OfRepository();
        var workspace = new Workspace(static () => new DateOnly(2023, 6, 30));
        var (times, empty) = (new List<double>(), 0);
        foreach (var path in Directory.EnumerateFiles(folder.Root, "*.policy", SearchOption.AllDirectories)
            .Select(static path => path.Replace('\\', '/')).Order(StringComparer.Ordinal))
        {
            workspace.Set(path, System.IO.File.ReadAllText(path), 1);
            var snapshot = workspace.SnapshotOf(path);
            var tree = Assert.IsType<SyntaxTree>(snapshot.TreeOf(path));
            Assert.NotEmpty(snapshot.Model.Subjects);
            for (var at = 0; at <= tree.Source.Content.Length; at += 37)
            {
                var offset = tree.Source.AddressOf(at);
                var start = System.Diagnostics.Stopwatch.GetTimestamp();
                var proposals = Completer.Propose(snapshot, tree, offset);
                times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                empty += proposals is null ? 1 : 0;
                if (proposals is { } found)
                    Assert.True(found.Replaced.End == offset && found.Replaced.Start <= offset);
            }
        }
        times.Sort();
        output.WriteLine($"{times.Count} places, median {times[times.Count / 2]:0.00} ms, p95 {times[times.Count * 95 / 100]:0.00} ms, "
            + $"most {times[^1]:0.0} ms, none at {empty}");
        Assert.True(times[times.Count * 95 / 100] < 200, "95 % of the places take longer than 200 ms");
    }

    [Fact]
    public void 断在任何地方都不出错()
    {
        using var folder = Small.Folder();
        var path = Path.Combine(folder.Root, File).Replace('\\', '/');
        var workspace = new Workspace(static () => new DateOnly(2023, 6, 30));
        var random = new Random(11);
        for (var round = 0; round < 60; round++)
        {
            var text = Small.Policy;
            var cut = random.Next(text.Length);
            text = text.Remove(cut, Math.Min(random.Next(12), text.Length - cut))
                .Insert(cut, ((string[])["「", "(", "[", "\n", " = ", "|", "10", "sj", "😀", "：", "//"])[random.Next(11)]);
            workspace.Set(path, text, round);
            var snapshot = workspace.SnapshotOf(path);
            var tree = Assert.IsType<SyntaxTree>(snapshot.TreeOf(path));
            for (var offset = Math.Max(0, cut - 20); offset <= Math.Min(text.Length, cut + 20); offset++)
                Completer.Propose(snapshot, tree, tree.Source.AddressOf(offset));
        }
    }

    [Theory]
    [InlineData("  条件 ⟦|⟧\n", "行业")] // 名称 is neither true nor false, nor compared.
    [InlineData("  奖补 = 实际费用 * ⟦|⟧\n", "研发人员数")]
    [InlineData("  奖补 = m⟦|⟧\n", "min")]
    [InlineData("  条件 实际费用 ≥ 200万元；\n  jb⟦|⟧\n", "奖补")]
    [InlineData("tkgs⟦|⟧\n", "条款 公式")]
    [InlineData("  依据 「每场活动给予最高5万元补贴」\n  牵头 ⟦|⟧\n", "区文旅委")]
    [InlineData("\n义务 2 细则\n  期限 ⟦|⟧\n", "登记日期")]
    [InlineData("\n义务 2 细则\n  期限 施行日期 ⟦|⟧\n", "+")]
    [InlineData("\n义务 2 细则\n  期限 施行日期 + 30⟦|⟧\n", "天")]
    public void 最合适的列在最前(string line, string expected)
    {
        using var folder = Small.Folder();
        folder.Write("sources/原文.txt",
            Small.Official.Replace("最高5万元补贴。", "最高5万元补贴。（牵头单位：区文旅委）", StringComparison.Ordinal));
        Assert.Equal(expected, Labels(folder, Head + "条款 1 甲\n" + line)[0]);
    }

    [Theory]
    [InlineData(Clause + "  奖补 = 实际费用 * 0.3⟦|⟧\n", "0.3")]
    [InlineData(Clause + "  奖补 = 100⟦|⟧\n", "100")]
    [InlineData(Clause + "  奖补 = ２００⟦|⟧\n", "２００")]
    public void 没有单位的数先列它自己_回车不改(string marked, string figure)
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root, Snippets());
        var first = Request(client, marked)[0];
        Assert.Equal(figure, first["label"]?.GetValue<string>());
        Assert.Equal("", first["textEdit"]?["newText"]?.GetValue<string>());
    }

    private static List<string> Labels(Folder folder, string marked)
    {
        using var client = new LspClient(folder.Root, Snippets());
        // After digits the first proposal leaves them unchanged; the units follow.
        return [.. Request(client, marked).Where(static item => item["textEdit"]?["newText"]?.GetValue<string>().Length > 0)
            .Select(static item => item["label"]?.GetValue<string>() ?? "")];
    }

    private static JsonObject Snippets() =>
        new() { ["textDocument"] =
            new JsonObject { ["completion"] = new JsonObject { ["completionItem"] = new JsonObject { ["snippetSupport"] = true } } } };

    private static List<JsonObject> Request(LspClient client, string marked) =>
        client.Request("textDocument/completion", Open(client, marked))?["items"]?.AsArray().OfType<JsonObject>().ToList() ?? [];

    private static JsonObject Open(LspClient client, string marked)
    {
        var offset = marked.IndexOf(Mark, StringComparison.Ordinal);
        var text = marked.Remove(offset, Mark.Length);
        client.Open(File, text);
        var (line, column) = new SourceText("", text).PositionOf(offset);
        return client.At(File, line, column);
    }

    /// <summary>A snippet with its placeholders as they stand.</summary>
    private static string Expanded(string snippet) =>
        Stop().Replace(Choice().Replace(Placeholder().Replace(snippet, "$1"), "$1"), "");

    [GeneratedRegex(@"\$\{\d+:([^}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\$\{\d+\|([^,|]*)[^}]*\}")]
    private static partial Regex Choice();

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Stop();

    /// <summary>The rule of VS Code: the letters in order, the first one at the start of a word.</summary>
    private static bool IsFoundByVsCode(string typed, string filter) => Enumerable.Range(0, filter.Length).Any(start =>
    {
        if (start > 0 && filter[start - 1] != ' ')
            return false;
        var rest = filter[start..];
        var at = 0;
        foreach (var letter in typed)
        {
            at = rest.IndexOf(letter.ToString(), at, StringComparison.OrdinalIgnoreCase) + 1;
            if (at == 0)
                return false;
        }
        return char.ToLowerInvariant(rest[0]) == char.ToLowerInvariant(typed[0]);
    });
}
