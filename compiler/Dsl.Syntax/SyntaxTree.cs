// The facade of the syntax stage: text in, tree and diagnostics out. Never fails.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Incremental;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax;

/// <summary>A parsed file.</summary>
/// <param name="Source">The text.</param>
/// <param name="Root">The lossless tree: <c>Root.ToFullString() == Source.Content</c>, whatever the text.</param>
/// <param name="Diagnostics">Mistakes of form, in the order of the text.</param>
public sealed record SyntaxTree(SourceText Source, CompilationUnit Root, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What the next version is made from; null for a file that is only read, and for what is no text.</summary>
    internal EditedFile? Edited { get; init; }

    /// <summary>The offsets between which comments may lie, in the order of the text; elsewhere there are none.</summary>
    public IEnumerable<Range> Commented => Edited?.Commented ?? [Range.All];

    /// <summary>Parses a text of any content.</summary>
    public static SyntaxTree Parse(SourceText source) => new Parsing.Parser(source).ParseFile();

    /// <summary>
    /// Parses a file that is going to be edited. The result equals that of <see cref="Parse"/> except for the addresses in spans.
    /// </summary>
    public static SyntaxTree Open(string path, string content) => EditedFile.Open(new SourceText(path, content));

    /// <summary>The tree without some of its blocks and what was found in them; everything else keeps its place.</summary>
    public SyntaxTree Without(Func<BlockSyntax, bool> isGone)
    {
        var gone = Root.Blocks.Where(isGone).ToHashSet();
        return new(
            Source,
            new(Root.Blocks.RemoveAll(gone.Contains), Root.EndOfFile),
            Diagnostics.RemoveAll(found => gone.Any(block => block.Span.Touches(found.Span.Start))));
    }

    /// <summary>
    /// The tree of the next version of a file. Only the statements that an edit touches are read; all others keep their nodes, with the
    /// same spans, and so do blocks in which nothing changed: a block is the very same object then.
    /// </summary>
    public SyntaxTree WithText(string content) =>
        Edited is null ? Open(Source.Path, content) : content == Source.Content ? this : Edited.Change(content);
}
