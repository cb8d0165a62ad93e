// The first word of a statement: which keyword it is, or was meant to be.
using System.Text.RegularExpressions;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.Syntax.Lexing;

internal sealed partial class Lexer
{
    private void ReadFirstWord()
    {
        var end = NameEnd(_position);
        var word = _cache.Get(_text.AsSpan(_position, end - _position));
        var keyword = FindKeyword(word, end);
        if (keyword is not null)
        {
            ReadKeywordLine(keyword, end, word);
        }
        else if (_state.TakesBareLines)
        {
            ReadBareLine(word);
        }
        else if (!TryReadRecoveredKeyword(word))
        {
            ReportUnknownLine(word);
            ReadFreeText();
        }
    }

    private void ReadKeywordLine(LineKeyword keyword, int end, string value)
    {
        _statement.Keyword = keyword;
        var colon = SpacesEnd(end);
        var hasColon = colon < _text.Length && _text[colon] is ':' or '：';
        // 奖补：… : the colon stands for the sign that the line has.
        var isEquals = hasColon && keyword.Shape == LineForm.Award;
        if (hasColon)
            Report(isEquals
                ? LexicalDiagnostics.ColonForEquals(source, At(colon, 1), value)
                : LexicalDiagnostics.KeywordColon(source, At(colon, 1), value));
        Add(SyntaxKind.LineKeyword, hasColon && !isEquals ? colon + 1 : end, value);
        if (isEquals)
        {
            _position = colon;
            Add(SyntaxKind.Equals, colon + 1, "=");
        }
        if (keyword.Opens != BlockKinds.None)
            ReadHeader(keyword.Opens);
        else
            ReadShape(keyword.Shape);
    }

    private void ReadHeader(BlockKinds opens)
    {
        _state = _state with { Block = opens };
        switch (opens)
        {
            case BlockKinds.Policy:
                ReadFreeText();
                break;
            case BlockKinds.Example:
                ReadTarget();
                ReadFreeText();
                break;
            case BlockKinds.Invariant:
                ReadTarget();
                ReadCode();
                break;
            case var numbered when (numbered & BlockKinds.Numbered) != 0:
                ReadSpacedWord();
                ReadFreeText();
                break;
            default:
                ReadCode();
                break;
        }
    }

    private void ReadShape(LineForm shape)
    {
        switch (shape)
        {
            case LineForm.Text:
                ReadFreeText();
                break;
            case LineForm.Words:
                ReadWords();
                break;
            case LineForm.Quotes:
                ReadQuotes();
                break;
            case LineForm.Record:
                ReadRecordClause();
                ReadCode();
                break;
            case LineForm.JointCap:
                ReadJointCap();
                break;
            default:
                ReadCode();
                break;
        }
    }

    /// <summary>The keyword that a word is, here; null where the line begins with something else.</summary>
    private LineKeyword? FindKeyword(string word, int end)
    {
        if (SyntaxFacts.FindLineKeyword(word) is not { } keyword)
            return null;
        if (keyword.Opens == BlockKinds.Scope && NextWordIs(end, SyntaxFacts.Unlimited))
            return SyntaxFacts.ScopeUnlimited;
        var asField = (_state.Block & (BlockKinds.Data | BlockKinds.Detail)) != 0 && IsFollowedByColon(end);
        return asField || IsNameInScope(keyword, end) ? null : keyword;
    }

    /// <summary>规模 = 大型 and 期限 3年以上 as conditions of a 范围: the line of that word stands elsewhere.</summary>
    private bool IsNameInScope(LineKeyword keyword, int end)
    {
        if ((_state.Block & BlockKinds.Scope) == 0 || !SyntaxFacts.MayBeName(keyword))
            return false;
        var next = SpacesEnd(end);
        var isFigure = next < _text.Length && CharacterFacts.IsDigit(_text[next]);
        return (isFigure && !keyword.IsAmount)
            || (SyntaxFacts.ExpressionWords.TryGetValue(WordAt(next), out var word) && SyntaxFacts.IsInfix(word))
            || (Punctuation.At(_text, next) is { Sign.Kind: var sign } && SyntaxFacts.IsInfix(sign));
    }

    private bool NextWordIs(int position, string word)
    {
        var start = SpacesEnd(position);
        return start > position && string.CompareOrdinal(_text, start, word, 0, word.Length) == 0 && NameEnd(start) == start + word.Length;
    }

    private bool IsFollowedByColon(int position)
    {
        var next = SpacesEnd(position);
        return next < _text.Length && _text[next] is ':' or '：';
    }

    // In 范围, 数据 and 明细 a line may begin with any name; only 条款3.1 (a header that touches its number) is told apart.
    private void ReadBareLine(string word)
    {
        var header = PrefixKeyword(word);
        if (header is { Opens: not BlockKinds.None } && CharacterFacts.IsDigit(word[header.Word.Length]))
            ReadGluedKeyword(header);
        else
            ReadCode();
    }

    /// <summary>Reads the line as the keyword that was meant: 条款3.1 without a space, 奖朴 for 奖补.</summary>
    private bool TryReadRecoveredKeyword(string word)
    {
        if (OfficialWords.LineStarts.TryGetValue(word, out var usual) && SyntaxFacts.FindLineKeyword(usual) is { } ours
            && _state.Takes(ours))
        {
            var next = SpacesEnd(_position + word.Length);
            _statement.ImpliesEquals = ours.Shape == LineForm.Award && next < _text.Length && !CharacterFacts.IsLineEnd(_text[next])
                && WidthFolding.HalfWidth(_text[next]) is not ('=' or ':');
            Report(SyntaxDiagnostics.OtherKeyword(source, At(_position, word.Length), _statement.ImpliesEquals ? $"{usual} =" : usual));
            ReadKeywordLine(ours, _position + word.Length, usual);
            return true;
        }
        var prefix = PrefixKeyword(word);
        if (prefix is { Word.Length: > 1 })
        {
            ReadGluedKeyword(prefix);
            return true;
        }
        var nearest = _state.NearestKeywords(word);
        if (nearest is [var only] && SyntaxFacts.FindLineKeyword(only) is { } meant)
        {
            Report(SyntaxDiagnostics.UnknownKeyword(source, At(_position, word.Length), nearest));
            ReadKeywordLine(meant, _position + word.Length, only);
            return true;
        }
        if (nearest.Count == 0 && prefix is not null && _state.Block != BlockKinds.None)
        {
            ReadGluedKeyword(prefix);
            return true;
        }
        return false;
    }

    private void ReadGluedKeyword(LineKeyword keyword)
    {
        var end = _position + keyword.Word.Length;
        Report(SyntaxDiagnostics.GluedKeyword(source, At(_position, keyword.Word.Length), keyword.Word));
        ReadKeywordLine(keyword, end, keyword.Word);
    }

    /// <summary>The longest keyword allowed here that is a proper prefix of the word.</summary>
    private LineKeyword? PrefixKeyword(string word)
    {
        for (var length = Math.Min(word.Length - 1, SyntaxFacts.LongestKeyword); length > 0; length--)
        {
            if (SyntaxFacts.FindLineKeyword(word[..length]) is { } keyword && _state.Takes(keyword))
                return keyword with { Word = word[..length] };
        }
        return null;
    }

    private void ReportUnknownLine(string word)
    {
        if (_state.Block == BlockKinds.None)
            return; // reported once for all lines before the first block
        var span = At(_position, Math.Max(1, word.Length));
        var line = _text.AsSpan(_position, LineEnd(_position) - _position);
        Report(Numbering().EnumerateMatches(line) is var matches && matches.MoveNext()
            ? SyntaxDiagnostics.NumberedText(source, At(_position, matches.Current.Length),
                line[matches.Current.Length..].Trim().ToString())
            : SyntaxDiagnostics.UnknownKeyword(source, span, _state.NearestKeywords(word)));
    }

    // How documents number their paragraphs.
    [GeneratedRegex(
        "^(?:第[一二三四五六七八九十百零〇0-9]{1,6}条|[0-9]{1,3}[.．、]|[一二三四五六七八九十]{1,3}、"
        + "|[（(][一二三四五六七八九十0-9]{1,3}[）)])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbering();
}
