// The layout of a file as the smallest set of replaced lines: the cursor stays where it is.
using System.Collections.Immutable;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Formatting;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;

namespace Dsl.LanguageServer.Features.Formatting;

/// <summary>Computes the changes that formatting makes.</summary>
internal static class FormattingEdits
{
    /// <summary>One edit per run of changed lines, in order; none where the file is formatted.</summary>
    public static ImmutableArray<TextEdit> Of(SyntaxTree tree)
    {
        var formatted = new SourceText(tree.Source.Path, Formatter.Format(tree));
        return formatted.Content == tree.Source.Content ? [] : Compare(tree.Source, formatted);
    }

    /// <summary>
    /// The edits that touch some lines; all of them where those alone would take a line away (of lines that are alike,
    /// which one became which is a guess).
    /// </summary>
    public static ImmutableArray<TextEdit> Of(SyntaxTree tree, TextSpan span)
    {
        var lines = tree.Source.LineSpan(tree.Source.PositionOf(span.Start).Line)
            .Cover(tree.Source.LineSpan(tree.Source.PositionOf(span.End).Line));
        var all = Of(tree);
        var some = all.Where(edit => edit.Span.Start <= lines.End && edit.Span.End >= lines.Start).ToImmutableArray();
        return some.Length == all.Length || KeepsTokens(tree, some) ? some : all;
    }

    /// <summary>
    /// A line that was just finished, laid out as if the file ended after it; with <paramref name="next"/>, what was carried over of its
    /// indentation to the blank line after it follows. None where the line is laid out, or is blank.
    /// </summary>
    public static ImmutableArray<TextEdit> OfFinishedLine(SyntaxTree tree, int line, int? next)
    {
        var source = tree.Source;
        var span = source.LineSpan(line);
        var written = source[span];
        if (string.IsNullOrWhiteSpace(written))
            return [];
        var formatted = new SourceText(source.Path,
            Formatter.Format(SyntaxTree.Parse(new SourceText(source.Path, source.Content[..source.OffsetOf(span.End)] + "\n")))
                .TrimEnd('\n', '\r'));
        var laidOut = formatted[formatted.LineSpan(formatted.LineCount - 1)];
        if (laidOut == written)
            return [];
        var edits = ImmutableArray.Create(new TextEdit(span, laidOut));
        // Where the line became two, or is the end of something longer, its last part is not the whole.
        if (!KeepsTokens(tree, edits))
            return [];
        return next is { } after && source.LineSpan(after) is var rest && source[rest].Trim().Length == 0
            && source[rest] == Indentation(written) && Indentation(laidOut) != Indentation(written)
            ? edits.Add(new(rest, Indentation(laidOut))) : edits;
    }

    /// <summary>Whether a text says the same after some edits: the same tokens in canonical form, and the same comments.</summary>
    private static bool KeepsTokens(SyntaxTree tree, ImmutableArray<TextEdit> edits) =>
        Content(tree).SequenceEqual(Content(SyntaxTree.Parse(new SourceText(tree.Source.Path, TextEdit.Apply(tree.Source, edits)))));

    // Between the words of a list a space becomes 、.
    private static IEnumerable<string> Content(SyntaxTree tree) =>
        tree.Root.Tokens.Where(static token => !token.IsMissing && token.Kind != SyntaxKind.Comma).SelectMany(static token =>
            CharacterFacts.SplitLines(token.LeadingTrivia).Select(static line => line.Trim()).Where(static line => line.Length > 0)
                .Append(token.Kind switch
                {
                    SyntaxKind.LineKeyword => SyntaxFacts.CanonicalKeyword(token.Value),
                    SyntaxKind.Name => BuiltinFunctions.Find(token.Value)?.Name ?? token.Value,
                    _ => token.Value,
                }));

    private static string Indentation(string line) => line[..^line.TrimStart().Length];

    /// <summary>
    /// Lines that both have in the same order are kept: found greedily, a line at a time, looking a little ahead on both sides.
    /// </summary>
    private static ImmutableArray<TextEdit> Compare(SourceText before, SourceText after)
    {
        const int Ahead = 50;
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var (left, right) = (Lines(before), Lines(after));
        var (i, j) = (0, 0);
        while (i < left.Count || j < right.Count)
        {
            if (i < left.Count && j < right.Count && left[i].Text == right[j].Text)
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }
            // The nearest pair of equal lines, else to the end.
            var (nextI, nextJ) = (left.Count, right.Count);
            for (var distance = 1; distance <= Ahead * 2 && nextI == left.Count && nextJ == right.Count; distance++)
            {
                for (var a = Math.Max(0, distance - Ahead); a <= Math.Min(Ahead, distance); a++)
                {
                    var b = distance - a;
                    if (i + a < left.Count && j + b < right.Count && left[i + a].Text == right[j + b].Text
                        && left[i + a].Text.Trim().Length > 0)
                    {
                        (nextI, nextJ) = (i + a, j + b);
                        break;
                    }
                }
            }
            var start = i < left.Count ? left[i].Start : before.Content.Length;
            var end = nextI < left.Count ? left[nextI].Start : before.Content.Length;
            edits.Add(new(before.SpanBetween(start, end), string.Concat(right.Skip(j).Take(nextJ - j).Select(static line => line.Text))));
            (i, j) = (nextI, nextJ);
        }
        return edits.ToImmutable();
    }

    /// <summary>The lines with their line ends, and the offsets where they begin.</summary>
    private static List<(int Start, string Text)> Lines(SourceText source)
    {
        var lines = new List<(int, string)>(source.LineCount);
        for (var line = 0; line < source.LineCount; line++)
        {
            var start = source.OffsetOf(source.LineSpan(line).Start);
            var end = line + 1 < source.LineCount ? source.OffsetOf(source.LineSpan(line + 1).Start) : source.Content.Length;
            if (end > start)
                lines.Add((start, source.Content[start..end]));
        }
        return lines;
    }
}
