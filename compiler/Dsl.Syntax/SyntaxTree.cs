// The face of the syntax stage: text in, tree and diagnostics out. Never fails.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax;

/// <summary>A parsed file.</summary>
/// <param name="Source">The text.</param>
/// <param name="Root">The lossless tree: <c>Root.ToFullString() == Source.Content</c>, whatever the text.</param>
/// <param name="Diagnostics">Mistakes of form, in the order of the text.</param>
public sealed record SyntaxTree(SourceText Source, CompilationUnit Root, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Parses a text of any content.</summary>
    public static SyntaxTree Parse(SourceText source) => new Parsing.Parser(source).ParseFile();
}
