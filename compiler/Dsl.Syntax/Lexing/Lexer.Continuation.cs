// Whether a line goes on with the statement of the line before.
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.Syntax.Lexing;

internal sealed partial class Lexer
{
    /// <summary>Called at the first character of a further line of code.</summary>
    private bool CodeContinues()
    {
        if (Punctuation.At(_text, _position) is { Sign.Kind: SyntaxKind.Pipe })
        {
            _depth = 0; // a row of a table: no bracket reaches into it
            return true;
        }
        var word = WordAt(_position);
        if (IsHeaderTouchingNumber(word))
            return false;
        if (SyntaxFacts.FindLineKeyword(word) is not null)
            return KeywordIsValue(word);
        return _depth > 0 ? BracketContinues(word) : OpenLineContinues(word);
    }

    private bool IsHeaderTouchingNumber(string word) =>
        word.Length > 2 && CharacterFacts.IsDigit(word[^1]) && PrefixKeyword(word) is { Opens: not BlockKinds.None } header
        && CharacterFacts.IsDigit(word[header.Word.Length]);

    /// <summary>
    /// Whether a keyword at the start of a line is a value of the line before: inside a bracket where a comma, a closing bracket
    /// or the line end follows; right of = and 属于 where it stands alone; in 已知 where = follows; and 核定 after 奖补 =.
    /// </summary>
    private bool KeywordIsValue(string word)
    {
        var next = SpacesEnd(_position + word.Length);
        var following = next >= _text.Length ? '\n' : _text[next];
        var alone = CharacterFacts.IsLineEnd(following) || StartsComment(next);
        if (_depth > 0)
            return alone || WidthFolding.HalfWidth(following) is ',' or ')' or ']' || following is '、' or '】';
        return LastKind switch
        {
            SyntaxKind.InKeyword or SyntaxKind.NotInKeyword => alone,
            SyntaxKind.Equals => alone || (_statement.Keyword?.Shape == LineForm.Award && word == SyntaxFacts.Approval),
            SyntaxKind.Semicolon => WidthFolding.HalfWidth(following) == '=',
            _ => false,
        };
    }

    /// <summary>
    /// Inside an open bracket lines go on, unless the bracket was plainly forgotten: 名 : begins a field, and two operands in a
    /// row make no expression (then the line must at least close the bracket or go on with the list).
    /// </summary>
    private bool BracketContinues(string word)
    {
        if (word.Length > 0 && IsFollowedByColon(_position + word.Length))
            return false;
        var twoOperands = EndsOperand(LastKind) && !StartsWithInfix(word)
            && Punctuation.At(_text, _position) is null or { Sign.Kind: SyntaxKind.OpenBracket or SyntaxKind.OpenParenthesis };
        return !twoOperands || LineClosesOrLists();
    }

    private bool OpenLineContinues(string word)
    {
        var isField = (_state.Block & (BlockKinds.Data | BlockKinds.Detail)) != 0 && word.Length > 0;
        if (isField && IsFollowedByColon(_position + word.Length))
            return false; // the next field, also one with a name that cannot be
        if (StartsWithInfix(word) || StartsWithInfixSymbol())
            return true;
        if (isField && LastKind == SyntaxKind.Colon)
            return false; // a field without a type
        // 条件 …；: the semicolon ends a sentence as it does in official texts. Elsewhere it stands between facts.
        if (LastKind == SyntaxKind.Semicolon && _statement.Keyword is { Shape: LineForm.Expression or LineForm.Award or LineForm.Let })
            return false;
        return LastKind == SyntaxKind.Pipe ? _lineStart != SyntaxKind.Pipe : GoesOn(LastKind);
    }

    private static bool StartsWithInfix(string word) =>
        SyntaxFacts.ExpressionWords.TryGetValue(word, out var kind) && SyntaxFacts.IsInfix(kind);

    private bool StartsWithInfixSymbol() =>
        !IsDoubleSlash(_position) && Punctuation.At(_text, _position) is { Sign.Kind: var kind }
        && (SyntaxFacts.IsInfix(kind)
            || kind is SyntaxKind.Comma or SyntaxKind.Semicolon or SyntaxKind.Colon or SyntaxKind.Range or SyntaxKind.RangeExclusive);

    /// <summary>Looks along one line, once: whether it closes the open bracket or ends with a comma.</summary>
    private bool LineClosesOrLists()
    {
        var (end, depth, last) = (LineEnd(_position), 0, ' ');
        for (var i = _position; i < end && !StartsComment(i); i++)
        {
            var character = WidthFolding.HalfWidth(_text[i]);
            depth += character is '(' or '[' or '【' ? 1 : character is ')' or ']' or '】' ? -1 : 0;
            if (depth < 0)
                return true;
            if (!CharacterFacts.IsSpace(character))
                last = character;
        }
        return last is ',' or '、';
    }

    // 等 ends a list; only its closing bracket may follow.
    private static bool EndsOperand(SyntaxKind kind) => SyntaxFacts.EndsOperand(kind) || kind == SyntaxKind.EtcKeyword;

    /// <summary>Kinds of tokens that require something after them.</summary>
    private static bool GoesOn(SyntaxKind kind) =>
        SyntaxFacts.IsInfix(kind)
        || kind is SyntaxKind.NotKeyword or SyntaxKind.IfKeyword or SyntaxKind.Comma or SyntaxKind.Semicolon or SyntaxKind.Colon
            or SyntaxKind.Dot;
}
