// Random edits: what the server holds and finds afterwards is what a fresh server finds in the same text.
using System.Text.Json.Nodes;
using Dsl.LanguageServer.Tests.Harness;
using Dsl.Syntax.Text;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.LanguageServer.Tests;

public sealed class EditSequenceTests(ITestOutputHelper output)
{
    private const string File = "办法.policy";
    private static readonly string[] Pieces = ["\n", "\r\n", "条款 9 新条款\n", "  条件 已认定\n", "「", "」", "100万元", "实际费用", " ",
        "，", "(", ")", "若", "😀", "// 注", "算例 条款 1\n", ""];

    [Fact]
    public void 任意改动之后与重新打开的一样()
    {
        var seed = Environment.GetEnvironmentVariable("POLICY_SEED") is { } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : Environment.TickCount;
        output.WriteLine($"POLICY_SEED={seed}");
        var random = new Random(seed);
        using var folder = Small.Folder();
        using var client = new LspClient(folder.Root);
        client.Open(File, Small.Policy);
        var text = Small.Policy;
        var version = 1;
        for (var round = 0; round < 12; round++)
        {
            for (var i = random.Next(1, 20); i > 0; i--)
            {
                var source = new SourceText("", text);
                var start = random.Next(text.Length + 1);
                var end = Math.Min(text.Length, start + (random.Next(4) == 0 ? random.Next(60) : random.Next(3)));
                // Editors never cut a character in two: half of one cannot be sent.
                start -= start > 0 && start < text.Length && char.IsLowSurrogate(text[start]) ? 1 : 0;
                end += end < text.Length && char.IsLowSurrogate(text[end]) ? 1 : 0;
                var piece = Pieces[random.Next(Pieces.Length)];
                var (from, to) = (source.PositionOf(start), source.PositionOf(end));
                client.Change(File, ++version, ProtocolTests.Replace(from.Line, from.Column, to.Line, to.Column, piece));
                // What the client holds is what the protocol says its positions mean.
                var changes = new JsonArray(ProtocolTests.Replace(from.Line, from.Column, to.Line, to.Column, piece));
                text = Protocol.Synchronization.Changed(text, System.Text.Json.JsonSerializer.SerializeToElement(changes));
            }
            using var fresh = new LspClient(folder.Root);
            fresh.Open(File, text);
            Assert.Equal(Words(fresh, 1), Words(client, version));
            Assert.Equal(fresh.Request("textDocument/documentSymbol", fresh.At(File))?.ToJsonString(),
                client.Request("textDocument/documentSymbol", client.At(File))?.ToJsonString());
        }
    }

    private static string Words(LspClient client, int version) =>
        string.Join('\n',
            client.Diagnostics(File, version).Select(static finding => finding.ToJsonString())
                .Where(static text => !text.Contains("DSL3040", StringComparison.Ordinal)));
}
