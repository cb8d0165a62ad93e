// Lines of words: how many each takes, and what is no name.
using System.Buffers;
using System.Collections.Immutable;
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Text;
using Dsl.Syntax.Parsing;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Tests.Oracle;

internal sealed partial class OldParser
{
    // What may stand in the names of offices and areas beside letters and digits, in half width.
    private const string SignsInNames = "()·.-—–/《》〈〉&";

    private static readonly SearchValues<char> SignsOfFigures = SearchValues.Create("0123456789.:%");

    private WordsLine ParseWords(SyntaxToken keyword, LineKeyword line)
    {
        var words = ImmutableArray.CreateBuilder<SyntaxToken>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!AtEnd)
        {
            var follows = elements.Count > 0 && elements[^1] is SyntaxToken { Kind: SyntaxKind.Word };
            if (Current.Kind != SyntaxKind.Word && !follows)
                Report(SyntaxDiagnostics.MissingName(source, Current.Span));
            else if (Current.Kind == SyntaxKind.Word)
                CheckWord(keyword, line, words, seen);
            var token = Take();
            elements.Add(token);
            if (token.Kind == SyntaxKind.Word)
                words.Add(token);
        }
        if (words.Count == 0 && line.Form != WordsForm.Nothing)
            Report(SyntaxDiagnostics.MissingContent(source, keyword));
        else if (elements is [.., SyntaxToken { Kind: not SyntaxKind.Word } last] && !HasReported)
            Report(SyntaxDiagnostics.LooseSeparator(source, last));
        return new(new(words.ToImmutable(), elements.ToImmutable())) { Keyword = keyword };
    }

    /// <summary>Reports the present word where its line does not take it.</summary>
    private void CheckWord(SyntaxToken keyword, LineKeyword line, ImmutableArray<SyntaxToken>.Builder words, HashSet<string> seen)
    {
        var end = _statement.Tokens[^1].Span.End;
        if (line.Form == WordsForm.Nothing || (line.Form == WordsForm.Name && words.Count == 1))
        {
            Report(SyntaxDiagnostics.ExtraWords(source, keyword, TextSpan.FromBounds(Current.Span.Start, end), line));
            _silent = true;
        }
        else if (words.Count == 0 && Current.Value is "=" or ":" && PeekToken(1).Kind == SyntaxKind.Word)
        {
            Report(SyntaxDiagnostics.NeedlessWord(source, keyword, Current, PeekToken(1).Span.Start));
        }
        else if (line.Form is WordsForm.Name or WordsForm.Names && WhyNoName(Current.Text, isFirst: words.Count == 0) is { } reason)
        {
            Report(SyntaxDiagnostics.NoName(source, keyword, Current, reason));
        }
        else if (line.Form is WordsForm.Names or WordsForm.Items && !seen.Add(Current.Value))
        {
            Report(SyntaxDiagnostics.WordTwice(source, keyword, Current, TextSpan.FromBounds(words[^1].Span.End, Current.Span.End)));
        }
    }

    /// <summary>Why a word is not the name of an office, an area or a value; null where it may be one.</summary>
    private static string? WhyNoName(string word, bool isFirst)
    {
        var text = CharacterFacts.HalfWidth(word);
        var digits = text.AsSpan().IndexOfAnyExcept(SignsOfFigures);
        if (digits < 0 || (digits > 0 && Measure.TryRead(text.AsSpan(digits), out _)))
            return "这是一个数";
        if (!isFirst && SyntaxFacts.FindLineKeyword(word) is not null)
            return "这是另一行的开头";
        if (CharacterFacts.NameCharacterLength(text, 0) == 0 && CharacterFacts.InvisibleLength(text, 0) == 0 && text[0] is not ('《' or '〈'))
            return $"名称不以「{word[0]}」开头";
        var depth = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = CharacterFacts.NameCharacterLength(text, i);
            // The lexer names what nobody sees.
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
