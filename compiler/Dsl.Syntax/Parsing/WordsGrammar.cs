// Lines of words: how many each takes, and which words are not names.
using System.Buffers;
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Quantities;
using Dsl.Values.Text;
using Superpower.Model;
using TextSpan = Dsl.Syntax.Text.TextSpan;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

/// <summary>
/// The parser of keyword and words: 牵头 区科技局、区财政局. What a line takes is said by its <see cref="LineKeyword.Form"/>.
/// </summary>
internal sealed class WordsGrammar(StatementContext context) : Primitives(context)
{
    // What may stand in the names of offices and areas beside letters and digits, in half width.
    private const string SignsInNames = "()·.-—–/《》〈〉&";

    private static readonly SearchValues<char> SignsOfFigures = SearchValues.Create("0123456789.:%");

    /// <summary>Keyword and words with the separators between them.</summary>
    public TokenListParserResult<SyntaxToken, LineSyntax> Line(Tokens input)
    {
        if (Context.Statement.Keyword is not { } line)
            return TokenListParserResult.Empty<SyntaxToken, LineSyntax>(input);
        var keyword = Take(input);
        var words = ImmutableArray.CreateBuilder<SyntaxToken>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rest = keyword.Remainder;
        while (!rest.IsAtEnd)
        {
            var place = Context.PlaceOf(rest);
            var follows = elements.Count > 0 && elements[^1] is SyntaxToken { Kind: SyntaxKind.Word };
            if (place.Current.Kind == SyntaxKind.Word)
                CheckWord(place, line, words, seen);
            else if (!follows)
                Context.Report(place, static place => SyntaxDiagnostics.MissingName(place.Source, place.Current.Span));
            var token = Take(rest);
            elements.Add(token.Value);
            if (token.Value.Kind == SyntaxKind.Word)
                words.Add(token.Value);
            rest = token.Remainder;
        }
        var end = Context.PlaceOf(rest);
        if (words.Count == 0 && line.Form != WordsForm.Nothing)
            Context.Report(end, keyword.Value, static (keyword, place) => SyntaxDiagnostics.MissingContent(place.Source, keyword));
        else if (elements is [.., SyntaxToken { Kind: not SyntaxKind.Word } last] && Context.Found.Count == 0)
            Context.Report(end, last, static (last, place) => SyntaxDiagnostics.LooseSeparator(place.Source, last));
        return Result<LineSyntax>(new WordsLine(new(words.ToImmutable(), elements.ToImmutable())) { Keyword = keyword.Value }, input, rest);
    }

    /// <summary>Reports the present word where its line does not take it.</summary>
    private void CheckWord(Place place, LineKeyword line, ImmutableArray<SyntaxToken>.Builder words, HashSet<string> seen)
    {
        if (line.Form == WordsForm.Nothing || (line.Form == WordsForm.Name && words.Count == 1))
        {
            Context.Report(place, line,
                static (line, place) => SyntaxDiagnostics.ExtraWords(place.Source, place.Context.At(0),
                    TextSpan.FromBounds(place.Current.Span.Start, place.End), line));
            Context.IsSilent = true;
        }
        else if (words.Count == 0 && place.Current.Value is "=" or ":" && place.Peek(1).Kind == SyntaxKind.Word)
        {
            Context.Report(place,
                static place => SyntaxDiagnostics.NeedlessWord(place.Source, place.Context.At(0), place.Current, place.Peek(1).Span.Start));
        }
        else if (line.Form is WordsForm.Name or WordsForm.Names && WhyNoName(place.Current.Text, isFirst: words.Count == 0) is { } reason)
        {
            Context.Report(place, reason,
                static (reason, place) => SyntaxDiagnostics.NoName(place.Source, place.Context.At(0), place.Current, reason));
        }
        else if (line.Form is WordsForm.Names or WordsForm.Items && !seen.Add(place.Current.Value))
        {
            Context.Report(place, words[^1].Span.End,
                static (end, place) => SyntaxDiagnostics.WordTwice(place.Source, place.Context.At(0), place.Current,
                    TextSpan.FromBounds(end, place.Current.Span.End)));
        }
    }

    /// <summary>Why a word is not the name of an office, an area or a value; null where it may be one.</summary>
    private static string? WhyNoName(string word, bool isFirst)
    {
        var text = WidthFolding.HalfWidth(word);
        var digits = text.AsSpan().IndexOfAnyExcept(SignsOfFigures);
        if (digits < 0 || (digits > 0 && FigureScanner.Source.TryReadRun(text.AsSpan(digits), out _)))
            return "这是一个数";
        if (!isFirst && SyntaxFacts.FindLineKeyword(word) is not null)
            return "这是另一行的开头";
        if (CharacterFacts.NameCharacterLength(text, 0) == 0 && CharacterFacts.InvisibleLength(text, 0) == 0
            && text[0] is not ('《' or '〈'))
            return $"名称不以「{word[0]}」开头";
        var depth = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = CharacterFacts.NameCharacterLength(text, i);
            // Invisible characters are reported by the lexer.
            if (length == 0 && !SignsInNames.Contains(text[i], StringComparison.Ordinal) && CharacterFacts.InvisibleLength(text, i) == 0)
                return $"名称里不能有「{text[i]}」";
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
                break;
            i += Math.Max(1, length);
        }
        return depth == 0 ? null : "括号不成对";
    }
}
