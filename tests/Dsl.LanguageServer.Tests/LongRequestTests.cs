// Long requests: nothing else waits for them, they see the text as of their arrival, they can be cancelled and left behind.
using System.Text.Json;
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Features.Diagnostics;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.LanguageServer.Protocol.Session;
using Dsl.LanguageServer.Protocol.Transport;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Xunit;

namespace Dsl.LanguageServer.Tests;

public sealed class LongRequestTests
{
    private const string File = "办法.policy";
    private const int Id = 900;

    [Fact]
    public void 长请求还在算_悬停和改动都不等它_它看到的是提出时的文字()
    {
        using var folder = Small.Folder();
        using var held = new HeldMethod(isCancellable: true);
        using var client = new LspClient(folder.Root, null, null, held);
        client.Open(File, Small.Policy);
        client.Begin(Id, HeldMethod.Method, client.At(File));
        held.WaitUntilStarted();
        Assert.NotNull(client.Request("textDocument/hover", client.At(File, ProtocolTests.Line(Small.Policy, "条件 已认定"), 6)));
        client.Change(File, 2, new JsonObject { ["text"] = Small.Policy.Replace("已认定\n", "已认定的\n", StringComparison.Ordinal) });
        Assert.NotEmpty(client.Diagnostics(File, 2));
        Assert.NotEmpty(client.Request("textDocument/codeAction", With(client.At(File), "range", Whole()))?.AsArray() ?? []);
        Assert.DoesNotContain(client.AllAnswers, static answer => answer["id"]?.GetValue<int>() == Id);
        held.Release();
        Assert.Equal(Small.Policy, client.AnswerTo(Id)["result"]?.GetValue<string>());
    }

    [Fact]
    public void 准备好的快照_改动以后照样核对算例()
    {
        using var folder = Small.Folder();
        var workspace = new Workspace(static () => new(2023, 6, 30));
        var path = Harness.Names.Path(folder);
        var analysis = new BackgroundAnalysis(workspace, new DiagnosticPublisher(workspace, new Nowhere()), static _ => { });
        workspace.Set(path, Small.Policy, 1);
        var snapshot = analysis.Settle(workspace.SnapshotOf(path), CancellationToken.None);
        analysis.Change(() => workspace.Set(path, Small.Policy + "\n", 2));
        // What was settled is computed with, whatever is bound meanwhile.
        workspace.SnapshotOf(path).Settle(CancellationToken.None);
        snapshot.CheckExamples(CancellationToken.None);
        Assert.Empty(snapshot.AllFindings);
    }

    [Fact]
    public void 取消很长的试算_马上回答已取消()
    {
        using var folder = Harness.Names.Folder();
        using var client = new LspClient(folder.Root);
        client.Open(Harness.Names.File, Harness.Names.Policy);
        client.Diagnostics(Harness.Names.File, 1);
        var rows = new JsonArray([.. Enumerable.Range(0, 100_000).Select(static number =>
            new JsonObject { ["活动编号"] = $"{number}", ["活动费用"] = "1万元", ["协同举办"] = "是" })]);
        var parameters = With(client.At(Harness.Names.File), "number", "2");
        parameters["facts"] = new JsonObject { ["企业"] = new JsonObject { ["行业"] = "文化旅游" }, ["主题活动"] = rows };
        client.Begin(Id, "policy/tryOut", parameters);
        client.Notify("$/cancelRequest", new JsonObject { ["id"] = Id });
        Assert.Equal(ErrorCode.RequestCancelled, ExamplesTests.Code(client.AnswerTo(Id)));
        Assert.IsType<JsonArray>(client.Request("textDocument/foldingRange", client.At(Harness.Names.File)));
        Assert.Single(client.AllAnswers, static answer => answer["id"]?.GetValue<int>() == Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void 取消正在算的_马上回答_以后也不再回答(bool isCancellable)
    {
        using var folder = Small.Folder();
        using var held = new HeldMethod(isCancellable);
        using var client = new LspClient(folder.Root, null, null, held);
        client.Begin(Id, HeldMethod.Method, client.At(File));
        held.WaitUntilStarted();
        client.Notify("$/cancelRequest", new JsonObject { ["id"] = Id });
        Assert.Equal(ErrorCode.RequestCancelled, ExamplesTests.Code(client.AnswerTo(Id)));
        if (!isCancellable)
            held.Release();
        Assert.True(held.HasEnded(TimeSpan.FromSeconds(60)));
        client.Request("policy/runExamples", client.At(File));
        Assert.Single(client.AllAnswers, static answer => answer["id"]?.GetValue<int>() == Id);
    }

    [Fact]
    public void 算到一半就关_照常结束()
    {
        using var folder = Small.Folder();
        using var held = new HeldMethod(isCancellable: false);
        var client = new LspClient(folder.Root, null, null, held);
        client.Begin(Id, HeldMethod.Method, client.At(File));
        held.WaitUntilStarted();
        client.Request("shutdown", []);
        client.Notify("exit", []);
        client.Dispose();
        Assert.Equal(0, client.ExitCode);
        // Its answer finds a closed stream.
        held.Release();
        Assert.True(held.HasEnded(TimeSpan.FromSeconds(60)));
        Thread.Sleep(100);
    }

    [Fact]
    public void 输入完了_问过的仍然回答()
    {
        using var folder = Small.Folder();
        using var held = new HeldMethod(isCancellable: true);
        var client = new LspClient(folder.Root, null, null, held);
        client.Begin(Id, HeldMethod.Method, client.At(File));
        held.WaitUntilStarted();
        var release = new Thread(() =>
        {
            Thread.Sleep(100);
            held.Release();
        });
        release.Start();
        client.Dispose();
        release.Join();
        Assert.Equal(1, client.ExitCode);
        Assert.Equal(Small.Policy, client.AnswerTo(Id)["result"]?.GetValue<string>());
    }

    [Fact]
    public void 边改边试算_每个回答都是提出时的文字()
    {
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        client.Open(File, Small.Policy);
        const int Versions = 40;
        // Without the document, whose figures would be checked.
        var policy = string.Join('\n', Small.Policy.Split('\n').Where(static line =>
            !line.Contains("依据", StringComparison.Ordinal) && !line.Contains("原文", StringComparison.Ordinal)));
        for (var version = 2; version <= Versions; version++)
        {
            client.Change(File, version,
                new JsonObject { ["text"] = policy.Replace("100万元)", $"{version}万元)", StringComparison.Ordinal) });
            var parameters = With(client.At(File), "number", "1");
            parameters["facts"] = JsonNode.Parse("""{"企业": {"实际费用": "1亿元", "已认定": "是"}}""");
            client.Begin(Id + version, "policy/tryOut", parameters);
            var curve = parameters.DeepClone().AsObject();
            curve["axis"] = "企业.实际费用";
            client.Begin(Id * 2 + version, "policy/curve", curve);
            client.Begin(Id * 3 + version, "textDocument/codeAction", With(client.At(File), "range", Whole()));
        }
        for (var version = 2; version <= Versions; version++)
        {
            Assert.Equal($"{version}万元", client.AnswerTo(Id + version)["result"]?["result"]?["amount"]?.GetValue<string>());
            Assert.Equal($"{version}万元", client.AnswerTo(Id * 2 + version)["result"]?["now"]?["amount"]?.GetValue<string>());
            Assert.IsType<JsonArray>(client.AnswerTo(Id * 3 + version)["result"]);
        }
        client.Dispose();
        Assert.DoesNotContain(client.Notifications, static message => message["method"]?.GetValue<string>() == "window/logMessage");
    }

    [Fact]
    public void 改动以后绑定了新的文字_旧的表单还是旧的()
    {
        using var folder = Harness.Names.Folder();
        var (workspace, path) = (new Workspace(static () => new(2023, 6, 30)), Harness.Names.Path(folder));
        var analysis = new BackgroundAnalysis(workspace, new DiagnosticPublisher(workspace, new Nowhere()), static _ => { });
        workspace.Set(path, Harness.Names.Policy, 1);
        var settled = workspace.SnapshotOf(path);
        Assert.Same(settled, analysis.Settle(settled, CancellationToken.None));
        var expected = Help(settled, path);
        Assert.Contains("办法.policy 第 11 行", expected, StringComparison.Ordinal);
        var edited = Harness.Names.Policy.Replace("  级次", "  成文日期 2021-06-01\n  级次", StringComparison.Ordinal);
        analysis.Change(() => workspace.Set(path, edited, 2));
        var newest = workspace.SnapshotOf(path);
        Assert.Contains("办法.policy 第 12 行", Help(newest, path), StringComparison.Ordinal);
        Assert.Equal(expected, Help(settled, path));
        // One that was not settled in time is compiled anew.
        analysis.Change(() => workspace.Set(path, Harness.Names.Policy, 3));
        var late = workspace.SnapshotOf(path);
        analysis.Change(() => workspace.Set(path, edited, 4));
        newest = workspace.SnapshotOf(path);
        Assert.Contains("办法.policy 第 12 行", Help(newest, path), StringComparison.Ordinal);
        var anew = analysis.Settle(late, CancellationToken.None);
        Assert.NotSame(late, anew);
        Assert.Equal(expected, Help(anew, path));
        Assert.Contains("办法.policy 第 12 行", Help(newest, path), StringComparison.Ordinal);
    }

    [Fact]
    public void 不带版本的改动_文字已经变了就不给()
    {
        using var folder = Small.Folder();
        var (workspace, path) = (new Workspace(static () => new(2023, 6, 30)), Harness.Names.Path(folder));
        var server = new ServerState(workspace, static _ => { });
        workspace.Set(path, Small.Policy, 1);
        var snapshot = workspace.SnapshotOf(path);
        var source = snapshot.SourceOf(path) ?? throw new InvalidOperationException();
        (SourceText, System.Collections.Immutable.ImmutableArray<TextEdit>)[] edits = [(source, [new TextEdit(new(0, 0), "//")])];
        Assert.NotNull(WorkspaceEdits.Of(server, snapshot, edits)["changes"]);
        workspace.Set(path, Small.Policy + "\n", 2);
        var failure = Assert.Throws<RequestFailedException>(() => WorkspaceEdits.Of(server, snapshot, edits));
        Assert.Equal(ErrorCode.ContentModified, failure.Code);
        server.ClientCapabilities =
            JsonSerializer.SerializeToElement(JsonNode.Parse("""{"workspace": {"workspaceEdit": {"documentChanges": true}}}"""));
        var document = WorkspaceEdits.Of(server, snapshot, edits)["documentChanges"]?[0]?["textDocument"];
        Assert.Equal(1, document?["version"]?.GetValue<int>());
    }

    private static string Help(Snapshot snapshot, string path)
    {
        var clause = TriedClause.Find(snapshot, path, "1").Clause ?? throw new InvalidOperationException();
        return string.Join('\n', Form.Of(snapshot, ClauseInputs.Of(clause.Policy, clause.Clause))
            .SelectMany(static table => table.Fields).Select(static field => field.Help));
    }

    private static JsonObject With(JsonObject parameters, string name, JsonNode value)
    {
        parameters[name] = value;
        return parameters;
    }

    private static JsonObject Whole() => new()
    {
        ["start"] = new JsonObject { ["line"] = 0, ["character"] = 0 }, ["end"] = new JsonObject { ["line"] = 999, ["character"] = 0 },
    };

    private sealed class Nowhere : IFindingsReceiver
    {
        public IDisposable? Begin(string title) => null;

        public void Publish(string path, int? version, System.Collections.Immutable.ImmutableArray<Diagnostic> findings)
        {
        }

        public void ExamplesPublished()
        {
        }
    }
}
