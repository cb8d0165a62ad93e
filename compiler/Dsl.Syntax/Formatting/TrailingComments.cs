// Trailing comments: those of consecutive lines are aligned in one column.
using System.Text;
using Dsl.Values.Text;

namespace Dsl.Syntax.Formatting;

/// <summary>Puts trailing comments into a text that was written without them.</summary>
internal static class TrailingComments
{
    private const int Gap = 2;

    /// <summary>The text with its comments.</summary>
    /// <param name="text">The text without trailing comments.</param>
    /// <param name="comments">The comments with the ends of their lines, ascending.</param>
    public static string Put(string text, IReadOnlyList<(int Position, string Comment)> comments)
    {
        var output = new StringBuilder(text.Length + 256);
        var done = 0;
        for (var first = 0; first < comments.Count;)
        {
            var end = first + 1;
            while (end < comments.Count && text.AsSpan(comments[end - 1].Position..comments[end].Position).Count('\n') == 1)
                end++;
            var widths = Enumerable.Range(first, end - first).Select(index => WidthOfLine(text, comments[index].Position)).ToList();
            var column = widths.Max() + Gap;
            for (; first < end; first++)
            {
                var (position, comment) = comments[first];
                output.Append(text, done, position - done).Append(' ', column - widths[^(end - first)]).Append(comment);
                done = position;
            }
        }
        return output.Append(text, done, text.Length - done).ToString();
    }

    private static int WidthOfLine(string text, int end) =>
        DisplayWidth.Of(text.AsSpan()[(text.LastIndexOf('\n', Math.Max(0, end - 1)) + 1)..end]);
}
