// Findings beside the requests: of the newest version only, in order, also of what changes on disk; requests do not wait for them.
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.LanguageServer.Workspaces;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class BackgroundAnalysisTests
{
    private const string File = "办法.policy", Largest = "渝中府办〔2021〕13号.policy";

    [Fact]
    public void 旧版本的结果从不在新版本之后()
    {
        using var folder = Folder.OfRepository();
        using var client = new LspClient(folder.Root);
        var text = folder.Read(Largest);
        client.Open(Largest, text);
        const int Versions = 60;
        for (var version = 2; version <= Versions; version++)
        {
            // Sometimes faster than anything is found, sometimes not.
            if (version % 7 == 0)
                Thread.Sleep(30);
            client.Change(Largest, version,
                new JsonObject { ["text"] = version % 2 == 0 ? text + "\n条款 999 新\n  奖补 = 不知道\n" : text });
        }
        var last = client.Diagnostics(Largest, Versions);
        Assert.Contains(last, static finding => finding["code"]?.GetValue<string>() == "DSL2001");
        var published = Published(client, Largest);
        Assert.Equal(published.Order(), published);
        Assert.Equal(Versions, published[^1]);
    }

    [Fact]
    public void 请求不等检查完()
    {
        using var folder = Folder.OfRepository();
        using var client = new LspClient(folder.Root);
        var text = folder.Read(Largest);
        client.Open(Largest, text);
        for (var version = 2; version <= 20; version++)
        {
            client.Change(Largest, version, new JsonObject { ["text"] = text + new string('\n', version) });
            // Every answer is of the text that was sent before the question.
            var folds = client.Request("textDocument/foldingRange", client.At(Largest))?.AsArray();
            Assert.NotEmpty(folds ?? []);
            Assert.NotNull(client.Request("textDocument/hover", client.At(Largest, 40, 5)) ?? new JsonObject());
        }
        Assert.Empty(client.Diagnostics(Largest, 20));
    }

    [Fact]
    public void 关着的文件在磁盘上改了_下一次按键就看到()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        client.Open(File, Small.Policy);
        Assert.Empty(client.Diagnostics(File, 1));
        // The same length: only the time stamp shows the change.
        folder.Write("schema.policy", Small.Schema.Replace("实际费用", "发生费用", StringComparison.Ordinal));
        client.Change(File, 2, new JsonObject { ["text"] = Small.Policy + "\n" });
        Assert.Contains(client.Diagnostics(File, 2), static finding => finding["code"]?.GetValue<string>() == "DSL2001");
        folder.Write("schema.policy", Small.Schema);
        client.Notify("workspace/didChangeWatchedFiles", new JsonObject { ["changes"] = new JsonArray() });
        Assert.Empty(client.Diagnostics(File, 2, static found => found.Count == 0));
        folder.Write("新.policy", "政策 又一份\n  文号 试政发〔2021〕1号\n  施行日期 2021-01-01\n");
        client.Change(File, 3, new JsonObject { ["text"] = Small.Policy + "\n\n" });
        client.Diagnostics("新.policy");
    }

    [Fact]
    public void 每个取消的请求正好有一个回答()
    {
        using var folder = Folder.OfRepository();
        using var client = new LspClient(folder.Root);
        client.Open(Largest, folder.Read(Largest));
        for (var id = 900; id < 920; id++)
        {
            client.Send(
                new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = "policy/runExamples", ["params"] = client.At(Largest) });
            client.Notify("$/cancelRequest", new JsonObject { ["id"] = id });
        }
        foreach (var id in Enumerable.Range(900, 20))
            client.AnswerTo(id);
        client.Request("textDocument/foldingRange", client.At(Largest));
        foreach (var id in Enumerable.Range(900, 20))
            Assert.Single(client.AllAnswers, answer => answer["id"]?.GetValue<int>() == id);
        Assert.Contains(client.AllAnswers, static answer => answer["error"]?["code"]?.GetValue<int>() == ErrorCode.RequestCancelled);
    }

    [Fact]
    public void 检查可以中途取消_再要就从头算()
    {
        using var folder = Folder.OfRepository();
        var workspace = new Workspace(static () => new DateOnly(2023, 6, 30));
        workspace.AddFolder(folder.Root);
        var snapshot = workspace.SnapshotOf($"{folder.Root}/{Largest}");
        Assert.Throws<OperationCanceledException>(() => snapshot.Compilation.Check(new CancellationToken(canceled: true)));
        Assert.Throws<OperationCanceledException>(() => snapshot.CheckExamples(new CancellationToken(canceled: true)));
        snapshot.CheckExamples(CancellationToken.None);
        Assert.Empty(snapshot.AllFindings.Where(static finding => finding.Severity == Syntax.Diagnostics.Severity.Error));
    }

    private static List<int> Published(LspClient client, string file) =>
    [
        .. client.Notifications.Where(message => message["method"]?.GetValue<string>() == "textDocument/publishDiagnostics"
            && message["params"]?["uri"]?.GetValue<string>() == client.Uri(file))
            .Select(static message => message["params"]?["version"]?.GetValue<int>() ?? 0),
    ];
}
