// The named parts of a file: policies, clauses, targets, data and their facts.
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Symbols;

/// <summary>What a part of a file is.</summary>
internal enum OutlineKind
{
    Policy,
    Numbered,
    Example,
    Invariant,
    List,
    Subject,
    Detail,
    Field,
    Parameter,
    Other,
}

/// <summary>A named part of a file.</summary>
/// <param name="Name">What it is called, with its title.</param>
/// <param name="Detail">What kind of thing it is; empty where its name says so.</param>
/// <param name="Span">All of it.</param>
/// <param name="Head">Its name in the text.</param>
/// <param name="Children">Its own parts.</param>
internal sealed record Outline(string Name, string Detail, OutlineKind Kind, TextSpan Span, TextSpan Head, IReadOnlyList<Outline> Children)
{
    /// <summary>The outline of a file; 算例 and 恒有 stand below the clause that they are about.</summary>
    public static IReadOnlyList<Outline> Of(SyntaxTree tree)
    {
        var result = new List<Outline>();
        foreach (var block in tree.Root.Blocks.Where(static block => block is not ErrorBlock))
        {
            var outline = Of(block);
            if (block is (ExampleBlock or InvariantBlock) && result.Count > 0 && result[^1].Kind == OutlineKind.Numbered)
                result[^1] = result[^1] with { Span = result[^1].Span.Cover(outline.Span), Children = [.. result[^1].Children, outline] };
            else
                result.Add(outline);
        }
        return result;
    }

    private static Outline Of(BlockSyntax block)
    {
        var head = (block.Keyword?.Span ?? block.Span) with { };
        var name = BlockNames.NameOf(block) ?? block.Keyword?.Value ?? "";
        return block switch
        {
            PolicyBlock policy => new(policy.Title.Value.Length > 0 ? policy.Title.Value : name, "政策", OutlineKind.Policy, block.Span,
                head.Cover(policy.Title.Span), []),
            // Editors search by name alone: the title, which people remember, is part of it.
            NumberedBlock numbered =>
                new($"{name} {numbered.Title.Value}".TrimEnd(), "", OutlineKind.Numbered, block.Span, head.Cover(numbered.Number.Span), []),
            ExampleBlock example =>
                new($"{name} {example.Title.Value}".TrimEnd(), "", OutlineKind.Example, block.Span, head.Cover(example.Number.Span), []),
            ListBlock => new(name, "名录", OutlineKind.List, block.Span, head, []),
            DataBlock or DetailBlock =>
                new(name, "", block is DataBlock ? OutlineKind.Subject : OutlineKind.Detail, block.Span, head, [.. block.Lines
                    .OfType<FieldLine>().Select(static field => new Outline(field.Name.Value,
                        string.Concat(field.Tokens.SkipWhile(token => token != field.Name).Skip(1).Select(static token => token.Text)),
                        OutlineKind.Field, field.Span, field.Name.Span, []))]),
            ParameterBlock => new(name, "参数", OutlineKind.Parameter, block.Span, head, []),
            _ => new(name, "", block is InvariantBlock ? OutlineKind.Invariant : OutlineKind.Other, block.Span, head, []),
        };
    }

    /// <summary>The named parts of files, with their own parts, whose name or kind holds a text.</summary>
    public static IEnumerable<(SourceText Source, Outline Outline)> Search(IEnumerable<SyntaxTree> trees, string text) =>
        trees.SelectMany(static tree => Of(tree).SelectMany(static outline => outline.Children.Prepend(outline))
                .Select(outline => (tree.Source, Outline: outline)))
            .Where(entry => entry.Outline.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
                || entry.Outline.Detail.Contains(text, StringComparison.OrdinalIgnoreCase));
}
