// The quotations of a policy and where they stand in the official text.
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Names;

internal static class Quotes
{
    /// <summary>The official text of the policy of a file; null where it has none, or where it is not at hand.</summary>
    public static OfficialDocument? DocumentOf(Snapshot snapshot, string path) =>
        snapshot.PolicyOf(path)?.OfficialTextPath is { } official
        && snapshot.Compilation.OfficialTexts.GetValueOrDefault(official) is { } text
            ? new(text)
            : null;

    /// <summary>Where the piece of a quotation under an offset stands in the official text; null where it does not.</summary>
    public static TextSpan? Find(OfficialDocument document, SyntaxToken quote, int offset)
    {
        var quotation = new Quotation(quote);
        var places = document.FindPieces(quotation);
        if (places.IsEmpty)
            return null;
        var piece = 0;
        while (piece + 1 < places.Length && quotation.Pieces[piece + 1].Positions is [var start, ..] && start <= offset)
            piece++;
        return places[piece];
    }
}
