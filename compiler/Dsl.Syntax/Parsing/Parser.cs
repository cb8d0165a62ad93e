// The parser (hand-written recursive descent, one method per line form).
using System.Collections.Immutable;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Parsing;

internal sealed class Parser(SourceText source)
{
    public SyntaxTree ParseFile() =>
        new(source, new CompilationUnit([], new SyntaxToken(SyntaxKind.EndOfFile, source.Content.Length, "", source.Content)), ImmutableArray<Diagnostics.Diagnostic>.Empty);
}
