// Lines that are not code: free text, words, quotations, numbers of clauses.
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.Syntax.Lexing;

internal sealed partial class Lexer
{
    /// <summary>The rest of the line without a comment and without space around; no token where nothing is left.</summary>
    private void ReadFreeText()
    {
        SkipToText();
        var end = TextEnd(_position, LineEnd(_position));
        if (end > _position)
            Add(SyntaxKind.FreeText, end);
    }

    // A comment that touches the keyword is still a comment: no text, number or word begins with //.
    private void SkipToText()
    {
        SkipSpaces();
        if (IsDoubleSlash(_position) && !StartsComment(_position))
            ReadGluedComment();
    }

    /// <summary>The end of the text before a limit on the same line: before the comment, before trailing space.</summary>
    private int TextEnd(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (StartsComment(i))
            {
                end = i;
                break;
            }
        }
        while (end > start && CharacterFacts.IsSpace(_text[end - 1]))
            end--;
        Work += end - start;
        return end;
    }

    /// <summary>Everything up to the next space: the number of a clause.</summary>
    private void ReadSpacedWord()
    {
        SkipToText();
        var end = SpacedEnd();
        if (end > _position)
            Add(SyntaxKind.Word, end, WidthFolding.HalfWidth(_text[_position..end]));
    }

    private int SpacedEnd()
    {
        var end = _position;
        while (end < _text.Length && !CharacterFacts.IsSpace(_text[end]) && !CharacterFacts.IsLineEnd(_text[end]) && !StartsComment(end))
            end++;
        Work += end - _position;
        return end;
    }

    /// <summary>条款 20 after 算例 and 恒有: the kind of block and its number.</summary>
    private void ReadTarget()
    {
        SkipToText();
        var end = SpacedEnd();
        var kind = SyntaxFacts.TargetKinds.FirstOrDefault(kind => _text.AsSpan(_position, end - _position).StartsWith(kind));
        if (kind is not null && end > _position + kind.Length)
        {
            Report(SyntaxDiagnostics.GluedKeyword(source, At(_position, kind.Length), kind));
            end = _position + kind.Length;
        }
        if (end > _position)
            Add(SyntaxKind.Word, end, WidthFolding.HalfWidth(_text[_position..end]));
        ReadSpacedWord();
    }

    /// <summary>
    /// 条款 3, or 文号 条款 3, after 核定 and 兑现: the owner of the record; nothing if the line begins with something else.
    /// </summary>
    private void ReadRecordClause()
    {
        SkipToText();
        if (IsClauseWord(_position))
        {
            ReadTarget();
            return;
        }
        var end = SpacedEnd();
        while (end < _text.Length && CharacterFacts.IsSpace(_text[end]))
            end++;
        if (!IsClauseWord(end))
            return;
        ReadSpacedWord();
        SkipToText();
        ReadTarget();
    }

    // 条款 by itself, or 条款3, which ReadTarget reports.
    private bool IsClauseWord(int position)
    {
        var after = position + SyntaxFacts.ClauseKind.Length;
        return string.CompareOrdinal(_text, position, SyntaxFacts.ClauseKind, 0, SyntaxFacts.ClauseKind.Length) == 0
            && (after >= _text.Length || CharacterFacts.IsSpace(_text[after]) || CharacterFacts.IsLineEnd(_text[after])
                || char.IsDigit(_text[after]));
    }

    /// <summary>Words between spaces and commas; a comma at the end of a line, or at the start of the next, joins the lines.</summary>
    private void ReadWords()
    {
        while (true)
        {
            var crossed = SkipTrivia();
            if (AtEnd || (crossed && !WordsContinue()))
                return;
            if (IsDoubleSlash(_position))
                ReadGluedComment();
            else if (SeparatorKind(Current) is { } separator)
                Add(separator, _position + 1, WidthFolding.HalfWidth(Current) is ';' ? ";" : ",");
            else
                ReadWord();
        }
    }

    /// <summary>合计上限: numbers of clauses up to 不超过, an amount, and 先 with numbers of clauses.</summary>
    private void ReadJointCap()
    {
        while (true)
        {
            var crossed = SkipTrivia();
            var isSign = !AtEnd && Current is '<' or '≤' or '＜' or '=' or '＝'
                || string.CompareOrdinal(_text, _position, CapWords.NotOver, 0, CapWords.NotOver.Length) == 0;
            if (AtEnd || (crossed && !isSign && !WordsContinue()))
                return;
            if (isSign)
                break;
            if (IsDoubleSlash(_position))
                ReadGluedComment();
            else if (SeparatorKind(Current) is { } separator)
                Add(separator, _position + 1, WidthFolding.HalfWidth(Current) is ';' ? ";" : ",");
            else
                ReadWord();
        }
        while (true)
        {
            var crossed = SkipTrivia();
            if (AtEnd || (crossed && !CodeContinues()))
                return;
            if (_depth == 0 && WordAt(_position) == CapWords.PaidFirst)
            {
                ReadWords();
                return;
            }
            ReadToken();
        }
    }

    private bool WordsContinue() =>
        SeparatorKind(Current) is not null || (LastKind == SyntaxKind.Comma && SyntaxFacts.FindLineKeyword(WordAt(_position)) is null);

    private string WordAt(int position) => _cache.Get(_text.AsSpan(position, NameEnd(position) - position));

    private static SyntaxKind? SeparatorKind(char character) => character switch
    {
        ',' or '，' or '、' => SyntaxKind.Comma,
        ';' or '；' => SyntaxKind.Semicolon,
        _ => null,
    };

    private void ReadWord()
    {
        var end = _position;
        while (end < _text.Length && !CharacterFacts.IsSpace(_text[end]) && !CharacterFacts.IsLineEnd(_text[end])
            && SeparatorKind(_text[end]) is null)
            end++;
        Add(SyntaxKind.Word, end, WidthFolding.HalfWidth(_text[_position..end]));
    }

    /// <summary>Quotations, on this line and on lines that begin with one. Anything else is free text, which the parser reports.</summary>
    private void ReadQuotes()
    {
        while (true)
        {
            var crossed = SkipTrivia();
            if (AtEnd || (crossed && Current != '「'))
                return;
            if (IsDoubleSlash(_position))
                ReadGluedComment();
            else if (Current == '「')
                ReadQuote();
            else
                ReadTextBesideQuotes();
        }
    }

    private void ReadTextBesideQuotes()
    {
        var length = _text.AsSpan(_position).IndexOfAny('「', '\n', '\r');
        var end = TextEnd(_position, length < 0 ? _text.Length : _position + length);
        Add(SyntaxKind.FreeText, Math.Max(end, _position + 1));
    }

    /// <summary>「…」. Where another 「 or the end of the file comes first, it is cut at the end of its line.</summary>
    private void ReadQuote()
    {
        var next = _text.AsSpan(_position + 1).IndexOfAny('「', '」');
        var stop = next < 0 ? _text.Length : _position + 1 + next;
        _quoteReach = Math.Max(_quoteReach, stop);
        Work += stop - _position;
        if (stop < _text.Length && _text[stop] == '」')
        {
            Add(SyntaxKind.Quote, stop + 1, _text[(_position + 1)..stop]);
            return;
        }
        var line = _text.AsSpan(_position, stop - _position).IndexOfAny(CharacterFacts.LineEnds);
        var end = Math.Max(_position + 1, TextEnd(_position, line < 0 ? stop : _position + line));
        Report(LexicalDiagnostics.UnclosedQuote(source, To(end)));
        Add(SyntaxKind.Bad, end);
    }
}
