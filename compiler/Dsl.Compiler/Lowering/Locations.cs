// Source locations of the IR from text spans.
using Dsl.Ir.Schema;
using Dsl.Syntax.Text;

namespace Dsl.Compiler.Lowering;

/// <summary>Makes <see cref="SourceLocation"/>s.</summary>
internal static class Locations
{
    private const int LongestText = 1000;

    /// <summary>The location of a span of a file, with its text folded to one line (the middle of very long texts is left out).</summary>
    public static SourceLocation Of(SourceText source, TextSpan span)
    {
        var position = source.PositionOf(span.Start);
        return new SourceLocation(source.Path, position.Line + 1, position.Column + 1, span.Start, span.Length, Fold(source, span));
    }

    /// <summary>The text of a span with runs of white space folded.</summary>
    public static string Fold(SourceText source, TextSpan span)
    {
        var text = span.Length <= LongestText
            ? source[span]
            : $"{source[new TextSpan(span.Start, LongestText / 2)]}……{source[new TextSpan(span.End - LongestText / 2, LongestText / 2)]}";
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
