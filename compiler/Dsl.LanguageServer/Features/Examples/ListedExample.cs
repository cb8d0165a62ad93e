// The 算例 and 恒有 of a file, read off the syntax tree: they are listed while the file has errors too.
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Examples;

/// <summary>A 算例 or 恒有.</summary>
/// <param name="Id">The same for as long as its block, title and order among equals are the same.</param>
/// <param name="Label">The title, else what is expected.</param>
/// <param name="Target">The clause or target that it is about.</param>
/// <param name="Syntax">An <see cref="ExampleBlock"/> or <see cref="InvariantBlock"/>.</param>
internal sealed record ListedExample(string Id, string Label, ExampleTarget Target, BlockSyntax Syntax)
{
    public bool IsInvariant => Syntax is InvariantBlock;

    /// <summary>Where what is expected is written: 应得, or the 恒有; the head of a 算例 without 应得.</summary>
    public TextSpan Expectation =>
        Syntax.LinesOf("应得").FirstOrDefault()?.Span
        ?? (Syntax is ExampleBlock example ? (example.Keyword?.Span ?? example.Span).Cover(example.Number.Span) : Syntax.Span);

    /// <summary>All of a file, in its order.</summary>
    public static IEnumerable<ListedExample> Of(SyntaxTree tree)
    {
        var targets = new Dictionary<(string, string), NumberedBlock>();
        foreach (var block in tree.Root.Blocks.OfType<NumberedBlock>())
            targets.TryAdd((block.Keyword?.Value ?? "", block.Number.Value), block);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var block in tree.Root.Blocks)
        {
            if (Parts(tree.Source, block) is not var (kind, number, name, label))
                continue;
            var target = targets.TryGetValue((kind.Value, number.Value), out var found)
                ? new ExampleTarget(kind.Value, number.Value, found.Title.Value.Trim(), found.Span)
                : new ExampleTarget(kind.Value, number.Value, "", block.Span);
            var id = $"{target.Kind} {target.Number}/{name}";
            seen[id] = seen.GetValueOrDefault(id) + 1;
            yield return new($"{id}/{seen[id]}", label, target, block);
        }
    }

    private static (SyntaxToken Kind, SyntaxToken Number, string Name, string Label)? Parts(SourceText source, BlockSyntax block)
    {
        switch (block)
        {
            case ExampleBlock example:
                var title = example.Title.Value.Trim();
                var expected = example.LinesOf("应得").FirstOrDefault() is { } line ? source[line.Span].Trim() : "算例";
                return (example.TargetKind, example.Number, title, title.Length > 0 ? title : expected);
            case InvariantBlock invariant:
                var condition = source[invariant.Condition.Span].Trim();
                return (invariant.TargetKind, invariant.Number, $"恒有 {condition}", condition);
            default:
                return null;
        }
    }
}

/// <summary>What an example is about.</summary>
/// <param name="Kind">条款 or 目标.</param>
/// <param name="Number">Its number in half width.</param>
/// <param name="Title">Its title; empty where it has none or is not there.</param>
/// <param name="Span">The block; the example itself where it is not there.</param>
internal sealed record ExampleTarget(string Kind, string Number, string Title, TextSpan Span);
