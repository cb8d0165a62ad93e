// Space, line ends and comments.
using Dsl.Syntax.Text;

namespace Dsl.Syntax.Lexing;

internal sealed partial class Lexer
{
    /// <summary>Skips space, line ends and comments; true when a line end was among them.</summary>
    private bool SkipTrivia()
    {
        var (start, crossed) = (_position, false);
        while (!AtEnd)
        {
            var character = _text[_position];
            if (CharacterFacts.IsLineEnd(character))
            {
                crossed = true;
                _position++;
            }
            else if (CharacterFacts.IsSpace(character) || (character == '\uFEFF' && _position == 0))
            {
                _position++;
            }
            else if (StartsComment(_position))
            {
                _position = LineEnd(_position);
            }
            else
            {
                break;
            }
        }
        Work += _position - start;
        return crossed;
    }

    /// <summary>Skips space within the line.</summary>
    private void SkipSpaces()
    {
        var end = SpacesEnd(_position);
        _position = end;
    }

    private int SpacesEnd(int position)
    {
        var start = position;
        while (position < _text.Length && CharacterFacts.IsSpace(_text[position]))
            position++;
        Work += position - start;
        return position;
    }

    /// <summary>
    /// Whether a comment begins: // at the start of a line or after a space, so that the // of a URL (http://…) does not count.
    /// </summary>
    private bool StartsComment(int position) =>
        IsDoubleSlash(position)
        && (position == 0 || CharacterFacts.IsSpace(_text[position - 1]) || CharacterFacts.IsLineEnd(_text[position - 1])
            || (position == 1 && _text[0] == '\uFEFF'));

    private bool IsDoubleSlash(int position) => position + 1 < _text.Length && _text[position] == '/' && _text[position + 1] == '/';

    private int LineEnd(int position)
    {
        var length = _text.AsSpan(position).IndexOfAny(CharacterFacts.LineEnds);
        var end = length < 0 ? _text.Length : position + length;
        Work += end - position;
        return end;
    }
}
