// Searches the whole text for invisible or deceptive characters, also where the lexer accepts any character: comments,
// quotations, titles.
using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Parsing;

/// <summary>Finds marks of direction, invisible and control characters that no diagnostic names yet.</summary>
internal static class HiddenCharacters
{
    // First units of everything that may be reported; almost no text has one, so that the search runs at memory speed.
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x3200).Concat(Enumerable.Range(0xD800, 0x400)).Concat(Enumerable.Range(0xFE00, 0x200))
            .Select(static unit => (char)unit)
            .Where(static unit => CharacterFacts.IsInvisible(unit) || IsControl(unit)
                || unit is '\uDB40' or '\uDB41' or '\uDB42' or '\uDB43' or '\uD82F' or '\uD834' or '\uD80D')]);

    private enum Kind
    {
        None,
        Direction,
        Invisible,
        Control,
    }

    /// <summary>Whether a span has a character that may be reported.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny(Suspects);

    /// <summary>The diagnostics of a file with those of hidden characters, in the order of the text.</summary>
    public static ImmutableArray<Diagnostic> Add(SourceText source, CompilationUnit root, ImmutableArray<Diagnostic> known)
    {
        var first = source.Content.AsSpan().IndexOfAny(Suspects);
        // After the limit of diagnostics the rest is not searched.
        if (first < 0 || known.Length > FoundDiagnostics.Limit)
            return known;
        var found = Find(source, root, first, known).Take(FoundDiagnostics.Limit + 1).ToList();
        if (found.Count == 0)
            return known;
        var all = known.Concat(found).OrderBy(static diagnostic => diagnostic.Span.Start).ToList();
        return all.Count <= FoundDiagnostics.Limit ? [.. all]
            : [.. all.Take(FoundDiagnostics.Limit),
                LexicalDiagnostics.TooMany(source, all[FoundDiagnostics.Limit].Span, FoundDiagnostics.Limit)];
    }

    private static IEnumerable<Diagnostic> Find(SourceText source, CompilationUnit root, int first, ImmutableArray<Diagnostic> known)
    {
        var text = source.Content;
        var named = known.Where(LexicalDiagnostics.NamesCharacters).Select(diagnostic => source.RangeOf(diagnostic.Span)).ToList();
        var at = 0;
        for (var position = first; position < text.Length;)
        {
            var kind = KindAt(text, position, out var length);
            if (kind != Kind.None)
            {
                var end = position + length;
                while (end < text.Length && KindAt(text, end, out var next) == kind)
                    end += next;
                while (at < named.Count && named[at].End.Value <= position)
                    at++;
                var isNamed = at < named.Count && named[at].Start.Value <= position;
                var span = source.SpanBetween(position, end);
                // Between two tokens there are only space and comments.
                if (!isNamed)
                    yield return Report(source, span, kind,
                        isInComment: root.LastTokenUpTo(span.Start) is not { } token || token.Span.End <= span.Start);
                length = end - position;
            }
            position += length;
            var ahead = position < text.Length ? text.AsSpan(position).IndexOfAny(Suspects) : -1;
            position = ahead < 0 ? text.Length : position + ahead;
        }
    }

    private static Diagnostic Report(SourceText source, TextSpan span, Kind kind, bool isInComment) => kind switch
    {
        Kind.Direction => LexicalDiagnostics.DirectionMark(source, span),
        Kind.Invisible => LexicalDiagnostics.HiddenCharacter(source, span, isInComment),
        _ => LexicalDiagnostics.ControlCharacter(source, span),
    };

    private static Kind KindAt(string text, int position, out int length)
    {
        length = 1;
        var character = text[position];
        if (IsControl(character))
            return Kind.Control;
        if (CharacterFacts.IsDirectionMark(character))
            return Kind.Direction;
        var invisible = CharacterFacts.InvisibleLength(text, position);
        length = Math.Max(1, invisible);
        // A mark at the very start is the byte order mark; characters that modify the emoji before them are visible.
        return invisible == 0 || (position == 0 && character == '\uFEFF') || IsOfPicture(text, position) ? Kind.None : Kind.Invisible;
    }

    private static bool IsControl(char character) =>
        character is not ('\t' or '\n' or '\r') && (char.IsControl(character) || character is '\u2028' or '\u2029');

    /// <summary>Whether a variation selector or a joiner shapes an emoji: ✔️ and 👨‍👩‍👧.</summary>
    private static bool IsOfPicture(string text, int position)
    {
        if (text[position] is not ('\uFE0E' or '\uFE0F' or '\u200D') || position == 0)
            return false;
        var before = char.IsLowSurrogate(text[position - 1]) && position > 1 ? position - 2 : position - 1;
        return text[before] == '\uFE0F'
            || CharUnicodeInfo.GetUnicodeCategory(text, before) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;
    }
}
