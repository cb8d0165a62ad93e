// Every feature at every place of whole and of broken texts: nothing is thrown.
using Dsl.LanguageServer.Features.CodeActions;
using Dsl.LanguageServer.Features.CodeLenses;
using Dsl.LanguageServer.Features.Definition;
using Dsl.LanguageServer.Features.Hover;
using Dsl.LanguageServer.Features.InlayHints;
using Dsl.LanguageServer.Features.Rename;
using Dsl.LanguageServer.Features.SemanticTokens;
using Dsl.LanguageServer.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.LanguageServer.Tests;

public sealed class EveryPlaceTests(ITestOutputHelper output)
{
    [Fact]
    public void 任何位置都不出错()
    {
        using var folder = Names.Folder();
        Visit(folder, Names.File);
        Visit(folder, "schema.policy");
        Visit(folder, "sources/原文.txt");
    }

    [Fact]
    public void 有错误的文件任何位置也不出错()
    {
        var seed = Environment.GetEnvironmentVariable("POLICY_SEED") is { } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : Environment.TickCount;
        output.WriteLine($"POLICY_SEED={seed}");
        var random = new Random(seed);
        using var folder = Names.Folder();
        for (var round = 0; round < 12; round++)
        {
            foreach (var (file, text) in new[] { (Names.File, Names.Policy), ("schema.policy", Small.Schema) })
            {
                var start = random.Next(text.Length);
                var length = Math.Min(text.Length - start, random.Next(40));
                folder.Write(file,
                    string.Concat(text.AsSpan(0, start), random.Next(2) == 0 ? "" : "新事实 ,「", text.AsSpan(start + length)));
            }
            Visit(folder, Names.File, step: 3);
            Visit(folder, "schema.policy", step: 3);
        }
        folder.Write(Names.File, "");
        Visit(folder, Names.File);
    }

    private static void Visit(Folder folder, string file, int step = 1)
    {
        var (snapshot, path) = (Names.Snapshot(folder), Names.Path(folder, file));
        var source = snapshot.SourceOf(path);
        for (var at = 0; at <= (source?.Content.Length ?? 0); at += step)
        {
            var offset = source?.AddressOf(at) ?? 0;
            _ = DefinitionTargets.Of(snapshot, path, offset).ToList();
            _ = HoverText.At(snapshot, path, offset);
            _ = SymbolRenaming.Prepare(snapshot, path, offset);
            _ = BoundaryExamples.ClauseAt(snapshot, path, offset);
        }
        _ = ProposedAction.For(snapshot, path, Names.Whole(source)).ToList();
        _ = Lens.Of(snapshot, path).ToList();
        _ = InlayHint.Of(snapshot, path, Names.Whole(source)).ToList();
        Assert.All(TokenKinds.Of(snapshot, path, Names.Whole(source)),
            token => Assert.InRange(source?.OffsetOf(token.Span.End) ?? 0, 1, source?.Content.Length ?? 0));
        foreach (var name in snapshot.Names.In(path).Take(6))
            _ = SymbolRenaming.Rename(snapshot, path, name.Span.Start, "另一个名称");
    }
}
