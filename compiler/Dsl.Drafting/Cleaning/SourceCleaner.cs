// From a text as obtained to one paragraph per line: page numbers, headers and footers removed, lines broken inside a sentence joined.
using Dsl.Drafting.Structure;

namespace Dsl.Drafting.Cleaning;

/// <summary>Cleans official texts. No word is added, changed or taken out but what <see cref="CleanedText.Removals"/> names.</summary>
public static class SourceCleaner
{
    /// <summary>Cleans a text.</summary>
    /// <param name="raw">The text as obtained, with any line ends; of any length.</param>
    /// <returns>The paragraphs; none where the text holds nothing that can be read.</returns>
    public static CleanedText Clean(string raw)
    {
        var (lines, removals) = RawLine.Read(raw);
        var reasons = RunningHeads.Find(lines);
        var kept = new List<RawLine>();
        foreach (var (line, reason) in lines.Zip(reasons))
        {
            if (reason is null)
                kept.Add(line);
            else
                removals.Add(new Removal(line.Offset, line.Text.Replace(" ", "", StringComparison.Ordinal), reason));
        }
        var paragraphs = new ParagraphJoiner(kept).Join().SelectMany(Cut);
        return new CleanedText([.. paragraphs], [.. removals.OrderBy(static removal => removal.Offset)]);
    }

    private static IEnumerable<string> Cut(string paragraph)
    {
        var start = 0;
        foreach (var cut in Markers.CutsIn(paragraph))
        {
            if (cut <= start)
                continue;
            yield return paragraph[start..cut];
            start = cut;
        }
        yield return paragraph[start..];
    }
}
