// The canonical layout of a file. Idempotent; never changes what the text says; comments and blank lines stay.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Syntax.Formatting;

/// <summary>
/// Writes a file in canonical layout: headers at column 0, lines indented by two, one space around operators, half-width
/// signs, canonical names of functions and keywords, columns aligned by display width. Line breaks inside a statement stay
/// where they were put. A statement with a mistake is left as it is, byte for byte.
/// </summary>
public static class Formatter
{
    /// <summary>The text in canonical layout.</summary>
    public static string Format(SyntaxTree tree)
    {
        var beyondRepair = tree.Diagnostics.Length > FoundDiagnostics.Limit
            || tree.Diagnostics.Any(static found => found.Rule == LexicalDiagnostics.NotTextRule);
        return beyondRepair ? tree.Source.Content : new LayoutWriter(tree).Write();
    }
}
