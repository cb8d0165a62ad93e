// The code blocks of the language reference, each as the files that it stands for.
using System.Collections.Immutable;
using Dsl.Syntax.Text;
using Dsl.Testing;

namespace Dsl.Policies.Tests.Reference;

/// <summary>A ```policy block of the page.</summary>
/// <param name="Line">The line of the page on which its text starts.</param>
/// <param name="Files">The files to compile: its own, and what the page says is left out.</param>
public sealed record ReferenceBlock(int Line, ImmutableArray<SourceText> Files);

/// <summary>
/// Reads compiler/docs/语言参考.md. The page carries its own prelude: the first block named <c>// file: schema/示例.policy</c> defines the
/// data of every example, and the block named <c>// file: 示例.policy</c> is the heading that blocks without 政策 leave out.
/// </summary>
public static class ReferencePage
{
    private const string SchemaPath = "schema/示例.policy", HeadingPath = "示例.policy", FileMark = "// file: ", Fence = "```";
    private static readonly string[] SchemaWords = ["名录 ", "数据 ", "明细 "];

    /// <summary>The page.</summary>
    public static string Path { get; } = RepositoryRoot.Combine("compiler", "docs", "语言参考.md");

    /// <summary>Every block.</summary>
    public static ImmutableArray<ReferenceBlock> Blocks { get; } = Read();

    private static ImmutableArray<ReferenceBlock> Read()
    {
        var raw = RawBatches(File.ReadAllLines(Path)).ToList();
        var schema = Named(raw, SchemaPath);
        var heading = Named(raw, HeadingPath);
        return [.. raw.Select(block => new ReferenceBlock(block.Line, Files(block.Lines, schema, heading)))];
    }

    private static IEnumerable<(int Line, ImmutableArray<string> Lines)> RawBatches(string[] page)
    {
        for (var i = 0; i < page.Length; i++)
        {
            if (page[i] != Fence + "policy")
                continue;
            var end = Array.IndexOf(page, Fence, i + 1);
            yield return (i + 2, [.. page[(i + 1)..end]]);
            i = end;
        }
    }

    private static string Named(List<(int Line, ImmutableArray<string> Lines)> blocks, string path) =>
        string.Join('\n', blocks.First(block => block.Lines[0] == FileMark + path).Lines);

    private static ImmutableArray<SourceText> Files(ImmutableArray<string> lines, string schema, string heading)
    {
        var text = string.Join('\n', lines);
        var path = lines[0].StartsWith(FileMark, StringComparison.Ordinal) ? lines[0][FileMark.Length..] : HeadingPath;
        if (path == SchemaPath || lines.Any(static line => SchemaWords.Any(word => line.StartsWith(word, StringComparison.Ordinal))))
            return [new(path == HeadingPath ? SchemaPath : path, text)];
        var policy = lines.Any(static line => line.StartsWith("政策 ", StringComparison.Ordinal)) ? text : heading + "\n\n" + text;
        return [new(SchemaPath, schema), new(path, policy)];
    }
}
