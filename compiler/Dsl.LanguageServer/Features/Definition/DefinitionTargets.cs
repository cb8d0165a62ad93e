// From a name to its declaration, from a quotation to its place in the official text, from a path to the file.
using Dsl.LanguageServer.Features.Names;
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Definition;

internal static class DefinitionTargets
{
    /// <summary>The places that an offset leads to; usually one, none for what comes from nowhere.</summary>
    public static IEnumerable<(SourceText Source, TextSpan Span)> Of(Snapshot snapshot, string path, int offset)
    {
        if (snapshot.Names.At(path, offset) is { } name)
            return name.Symbol is FileSymbol file ? [(file.Source, file.Span)]
                : snapshot.Names.Of(name.Symbol).Where(static other => other.IsDeclaration)
                    .Select(static other => (other.Source, other.Span));
        if (snapshot.TreeOf(path) is not { } tree || TreePath.To(tree, offset) is not { } place)
            return [];
        if (place.Token.Kind == SyntaxKind.Quote && Quotes.DocumentOf(snapshot, path) is { } document)
            return Quotes.Find(document, place.Token, offset) is { } found ? [(document.Source, found)] : [];
        if (place.Line is TextLine { Keyword.Value: "原文" } && snapshot.PolicyOf(path)?.OfficialTextPath is { } official
            && snapshot.Compilation.OfficialTexts.GetValueOrDefault(official) is { } text)
            return [(text, new TextSpan(0, 0))];
        return [];
    }
}
