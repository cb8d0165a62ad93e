// Code: names, signs, words that are operators, texts. Figures and dates are in Lexer.Figures.cs.
using System.Buffers;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Quantities;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Syntax.Lexing;

internal sealed partial class Lexer
{
    // Signs of other notations, longest first, with what is written here instead.
    private static readonly (string Theirs, string Ours, SyntaxKind Kind)[] OtherNotations =
    [
        ("===", "=", SyntaxKind.Equals), ("==", "=", SyntaxKind.Equals), ("=>", ">=", SyntaxKind.GreaterOrEqual),
        ("=<", "<=", SyntaxKind.LessOrEqual),
        ("&&", "且", SyntaxKind.AndKeyword), ("&", "且", SyntaxKind.AndKeyword), ("||", "或", SyntaxKind.OrKeyword),
        ("——", "..", SyntaxKind.Range), ("—", "..", SyntaxKind.Range), ("–", "..", SyntaxKind.Range), ("~", "..", SyntaxKind.Range),
        ("～", "..", SyntaxKind.Range),
        ("!", "非", SyntaxKind.NotKeyword), ("！", "非", SyntaxKind.NotKeyword),
        ("{", "[", SyntaxKind.OpenBracket), ("}", "]", SyntaxKind.CloseBracket), ("｛", "[", SyntaxKind.OpenBracket),
        ("｝", "]", SyntaxKind.CloseBracket),
        ("〉", ">", SyntaxKind.Greater), ("〈", "<", SyntaxKind.Less),
    ];

    private static readonly SearchValues<char> OtherFirsts =
        SearchValues.Create([.. OtherNotations.Select(static notation => notation.Theirs[0])]);

    private void ReadCode()
    {
        while (true)
        {
            var crossed = SkipTrivia();
            if (AtEnd || (crossed && !CodeContinues()))
                return;
            ReadToken();
        }
    }

    private void ReadToken()
    {
        if (IsTooLong())
        {
            ReadRestOfLine();
            return;
        }
        var character = Current;
        if (CharacterFacts.IsDigit(character))
            ReadFigure();
        else if (TryReadForeignDigits())
            return;
        else if (CharacterFacts.NameCharacterLength(_text, _position) > 0)
            ReadName();
        else if (character is '"' or '“' or '＂')
            ReadTextLiteral(character == '“' ? '”' : character);
        else if (character == '「')
            ReadQuote();
        else if (IsDoubleSlash(_position))
            ReadGluedComment();
        else if (!TryReadOtherNotation() && !TryReadSymbol() && !TryReadUnitDot() && !TryReadSpacedPercent())
            ReadBad();
    }

    /// <summary>Whether the statement (in a table: the row) has as many tokens as one may have.</summary>
    private bool IsTooLong()
    {
        if (_lineStart == SyntaxKind.Pipe && LastKind == SyntaxKind.Pipe && _statement.Tokens[^1].StartsLine)
            _longFrom = _statement.Tokens.Count;
        return _statement.Tokens.Count - _longFrom >= TokenLimit;
    }

    /// <summary>Past the token limit: the rest of the statement becomes one Bad token per line, with one diagnostic.</summary>
    private void ReadRestOfLine()
    {
        var end = TextEnd(_position, LineEnd(_position));
        if (_reportedLong != _statement.Tokens[0].Span.Start)
            Report(LexicalDiagnostics.TooLong(source, To(end), TokenLimit));
        _reportedLong = _statement.Tokens[0].Span.Start;
        Add(SyntaxKind.Bad, Math.Max(_position + 1, end));
    }

    private void ReadName()
    {
        var end = NameEnd(_position);
        var word = _cache.Get(_text.AsSpan(_position, end - _position));
        if (word.StartsWith(SyntaxFacts.ClauseKind, StringComparison.Ordinal) && IsHistoryCall() && TryReadClauseReference(word))
            return;
        if (IsClauseWord(_position))
        {
            ReadClauseReference();
            return;
        }
        if (SyntaxFacts.ExpressionWords.TryGetValue(word, out var kind))
            Add(kind, end);
        else if (FollowsLiteral && SuffixKind(word) is { } suffix)
            Add(suffix, end);
        else if (GluedOperator(word) is { } glued)
            ReadGluedOperator(glued);
        else if (ShareOf(word, end) is { } share)
            ReadShareOf(share);
        else
            Add(SyntaxKind.Name, end, WidthFolding.HalfWidth(word));
    }

    /// <summary>已得( before 条款.</summary>
    private bool IsHistoryCall() =>
        _statement.Tokens is [.., { Kind: SyntaxKind.Name, Value: var name }, { Kind: SyntaxKind.OpenParenthesis }]
        && SyntaxFacts.HistoryFunctions.Contains(name);

    /// <summary>条款 2.1: the number as it is written, up to a bracket or comma; false where another name only begins so.</summary>
    private bool TryReadClauseReference(string word)
    {
        var length = SyntaxFacts.ClauseKind.Length;
        if (word.Length > length && !CharacterFacts.IsDigit(word[length]))
            return false;
        if (word.Length > length)
            Report(SyntaxDiagnostics.GluedKeyword(source, At(_position, length), SyntaxFacts.ClauseKind));
        Add(SyntaxKind.Name, _position + length, SyntaxFacts.ClauseKind);
        SkipToText();
        // A number may have brackets of its own: 条款 （三）.
        var (end, open) = (_position, 0);
        for (; end < _text.Length && !CharacterFacts.IsSpace(_text[end]) && !CharacterFacts.IsLineEnd(_text[end])
            && HalfAt(end) is not (',' or '、') && !(HalfAt(end) == ')' && open == 0) && !StartsComment(end); end++)
            open += HalfAt(end) switch { '(' => 1, ')' => -1, _ => 0 };
        Work += end - _position;
        if (end > _position)
            Add(SyntaxKind.Word, end, WidthFolding.HalfWidth(_text[_position..end]));
        return true;
    }

    private bool FollowsLiteral => LastKind is SyntaxKind.NumberLiteral or SyntaxKind.DateLiteral or SyntaxKind.YearLiteral;

    private static SyntaxKind? SuffixKind(string word)
    {
        foreach (var (suffix, kind) in SyntaxFacts.LiteralSuffixes)
        {
            if (suffix == word)
                return kind;
        }
        return null;
    }

    /// <summary>
    /// 超过50人, 最多3年: the word directly before the figure; null where it is a name (also 不满1年 as a member of a list).
    /// </summary>
    private string? GluedOperator(string word)
    {
        var digit = word.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit < 1
            || LastKind is SyntaxKind.OpenBracket or SyntaxKind.Comma or SyntaxKind.Equals or SyntaxKind.InKeyword
                or SyntaxKind.NotInKeyword)
            return null;
        var head = word[..digit];
        var isComparison = SyntaxFacts.ExpressionWords.TryGetValue(head, out var kind) && SyntaxFacts.IsInfix(kind);
        var isCount = _statement.Keyword?.Shape == LineForm.Frequency && head is "最多" or "连续"
            && _statement.Tokens.Count > (head == "连续" ? 2 : 1);
        return isComparison || isCount || head == SyntaxFacts.PerIncrease || IsOtherComparison(head) ? head : null;
    }

    // 大于50人 after a name: split as well, and reported with the other spelling.
    private bool IsOtherComparison(string head) =>
        OfficialWords.Operators.TryGetValue(head, out var ours) && SyntaxFacts.ExpressionWords.ContainsKey(ours) && EndsOperand(LastKind)
        && head.Length > 1;

    private void ReadGluedOperator(string word)
    {
        var end = _position + word.Length;
        if (OfficialWords.Operators.TryGetValue(word, out var ours) && !SyntaxFacts.ExpressionWords.ContainsKey(word))
        {
            Report(LexicalDiagnostics.OtherNotation(source, To(end), ours, WidthFolding.HalfWidth(word), $"{ours} "));
            Add(SyntaxFacts.ExpressionWords[ours], end, ours);
            return;
        }
        Report(LexicalDiagnostics.GluedWord(source, To(end), To(end).End));
        Add(SyntaxFacts.ExpressionWords.GetValueOrDefault(word, SyntaxKind.Name), end);
    }

    /// <summary>研发费用的15%: the position of 的 if a percentage follows it (no name can contain one); null otherwise.</summary>
    private int? ShareOf(string word, int end)
    {
        var of = word.LastIndexOf('的');
        if (of < 1 || of + 1 >= word.Length || !CharacterFacts.IsDigit(word[of + 1]))
            return null;
        var figure = FractionEnd(DigitsEnd(_position + of + 1));
        return figure >= end && HalfAt(figure) is '%' or '‰' ? of : null;
    }

    private void ReadShareOf(int of)
    {
        Add(SyntaxKind.Name, _position + of, WidthFolding.HalfWidth(_text.Substring(_position, of)));
        var name = _statement.Tokens[^1].Value;
        Report(LexicalDiagnostics.OtherNotation(source, At(_position, 1), "*", name, " * "));
        Add(SyntaxKind.Star, _position + 1, "*");
        ReadFigure();
    }

    private void ReadTextLiteral(char close)
    {
        var length = _text.AsSpan(_position + 1).IndexOfAny(close, '\n', '\r');
        var stop = length < 0 ? _text.Length : _position + 1 + length;
        Work += stop - _position;
        if (stop < _text.Length && _text[stop] == close)
        {
            Add(SyntaxKind.TextLiteral, stop + 1, _text[(_position + 1)..stop]);
            return;
        }
        var end = Math.Max(_position + 1, TextEnd(_position, stop));
        Report(LexicalDiagnostics.UnclosedText(source, To(end), Current, close));
        Add(SyntaxKind.Bad, end);
    }

    private void ReadGluedComment()
    {
        var end = LineEnd(_position);
        // The comment is of the next statement.
        Report(LexicalDiagnostics.GluedComment(source, TextSpan.FromBounds(To(end).Start, source.AddressOf(end))));
        _position = end;
    }

    private bool TryReadOtherNotation()
    {
        if (!OtherFirsts.Contains(Current) || (Current == '=' && Peek(1) is not ('=' or '>' or '<')))
            return false;
        foreach (var (theirs, ours, kind) in OtherNotations)
        {
            var here = string.CompareOrdinal(_text, _position, theirs, 0, theirs.Length) == 0;
            if (!here || (theirs == "||" && _lineStart == SyntaxKind.Pipe)
                || Punctuation.At(_text, _position) is { Spelling.Length: var own } && own >= theirs.Length)
                continue;
            if (kind is SyntaxKind.Range && _statement.Keyword?.Shape == LineForm.Award && _lineStart != SyntaxKind.Pipe)
                Report(SyntaxDiagnostics.StrayRange(source, At(_position, theirs.Length)));
            else if (_position != _pairEnd)
                Report(LexicalDiagnostics.OtherNotation(source, At(_position, theirs.Length), ours, PairAt(theirs)));
            CountBracket(kind);
            Add(kind, _position + theirs.Length, ours);
            return true;
        }
        return false;
    }

    private bool TryReadSymbol()
    {
        if (Punctuation.At(_text, _position) is not (var spelling, var sign))
            return false;
        CountBracket(sign.Kind);
        Add(sign.Kind, _position + spelling.Length, sign.Canonical);
        return true;
    }

    /// <summary>The dot of 元/平方米·月, which puts one more unit below the line as a stroke does.</summary>
    private bool TryReadUnitDot()
    {
        if (!CompoundUnits.IsDot(Current)
            || _statement.Tokens is not [.., { Kind: SyntaxKind.Slash }, { Kind: SyntaxKind.Name } unit] || Units.Find(unit.Value) is null)
            return false;
        Add(SyntaxKind.Slash, _position + 1, "/");
        return true;
    }

    private void CountBracket(SyntaxKind kind)
    {
        if (kind is SyntaxKind.OpenBracket or SyntaxKind.OpenParenthesis)
            _depth++;
        else if (kind is SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis && _depth > 0)
            _depth--;
    }

    /// <summary>A run of characters that nothing begins with, reported once.</summary>
    private void ReadBad()
    {
        if (CharacterFacts.InvisibleLength(_text, _position) > 0)
        {
            ReadInvisible();
            return;
        }
        var end = _position + 1;
        while (end < _text.Length && IsBad(end))
            end++;
        if (_position != _pairEnd)
            Report(LexicalDiagnostics.BadCharacter(source, To(end), PairAt(_text[_position].ToString())));
        Add(SyntaxKind.Bad, end);
    }

    // The closing half of a pair of signs whose opening half was reported.
    private int _pairEnd = -1;

    /// <summary>The closing half of { or 《 on the same line, fixed together with the first; null if absent.</summary>
    private TextSpan? PairAt(string sign)
    {
        var close = sign switch { "{" => '}', "｛" => '｝', "《" => '》', "‘" => '’', _ => '\0' };
        var length = close == '\0' ? -1 : _text.AsSpan(_position, LineEnd(_position) - _position).IndexOf(close);
        _pairEnd = length < 0 ? -1 : _position + length;
        return length < 0 ? null : At(_pairEnd, 1);
    }

    private void ReadInvisible()
    {
        var end = InvisibleEnd(_position, _text.Length);
        Report(LexicalDiagnostics.InvisibleCharacter(source, To(end)));
        Add(SyntaxKind.Bad, end);
    }

    /// <summary>
    /// Numbers of clauses, names in words and texts: an invisible character in them would make two different ones out of one.
    /// </summary>
    private void ReportInvisible(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (CharacterFacts.InvisibleLength(_text, i) == 0)
                continue;
            var from = i;
            i = InvisibleEnd(i, end);
            Report(LexicalDiagnostics.InvisibleCharacter(source, At(from, i - from)));
        }
    }

    private int InvisibleEnd(int position, int end)
    {
        for (int length; position < end && (length = CharacterFacts.InvisibleLength(_text, position)) > 0;)
            position += length;
        return position;
    }

    private bool IsBad(int position)
    {
        var character = _text[position];
        return !CharacterFacts.IsLineEnd(character) && !CharacterFacts.IsSpace(character)
            && CharacterFacts.InvisibleLength(_text, position) == 0
            && CharacterFacts.NameCharacterLength(_text, position) == 0 && character is not ('「' or '"' or '“' or '＂')
            && Punctuation.At(_text, position) is null && !OtherFirsts.Contains(character);
    }
}
