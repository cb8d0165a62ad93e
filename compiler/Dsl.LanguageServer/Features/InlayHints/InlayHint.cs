// Small words after numbers: the number written out, and the unit that a bare number took.
using Dsl.LanguageServer.Features.Names;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Features.InlayHints;

/// <summary>A word that the editor shows in the text.</summary>
/// <param name="Offset">The address that it is shown at.</param>
/// <param name="IsApart">Whether a space stands before it.</param>
internal readonly record struct InlayHint(int Offset, string Label, bool IsApart)
{
    /// <summary>The hints of a span of a file.</summary>
    public static IEnumerable<InlayHint> Of(Snapshot snapshot, string path, TextSpan range)
    {
        if (snapshot.TreeOf(path) is not { } tree)
            yield break;
        var types = new Lazy<LiteralTypes>(() => new(snapshot, path));
        foreach (var token in tree.Root.Blocks.Where(block => block.Span.End >= range.Start && block.Span.Start <= range.End)
            .SelectMany(static block => block.Tokens))
        {
            if (token.Number is not { } number || token.Span.End < range.Start || token.Span.Start > range.End)
                continue;
            if (NumberText.WrittenOut(number) is { } digits)
                yield return new(token.Span.End, "= " + digits, IsApart: true);
            if (number.Unit.Length == 0 && NumberText.TakenUnit(number, types.Value.Of(token)) is { } unit)
                yield return new(token.Span.End, unit, IsApart: false);
        }
    }
}
