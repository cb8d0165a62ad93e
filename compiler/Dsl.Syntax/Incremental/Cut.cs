// Where statements begin and end: the first of two readings of what an edit touches, before their addresses are known.
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Text;

namespace Dsl.Syntax.Incremental;

/// <summary>A statement that was cut.</summary>
/// <param name="Start">Its first offset, with the space before it.</param>
/// <param name="Cursor">How far the statement before had read into it.</param>
/// <param name="Length">Its length, with the space before it.</param>
/// <param name="Reach">How far from its start the lexer looked.</param>
/// <param name="Before">The lexer state after the statements before.</param>
/// <param name="IsClean">Whether the lexer found nothing in it.</param>
/// <param name="IsEnd">Whether it is the end of the file: space and comments without tokens.</param>
internal readonly record struct Cut(int Start, int Cursor, int Length, int Reach, StatementState Before, bool IsClean, bool IsEnd)
{
    /// <summary>Cuts the next statement.</summary>
    public static Cut Next(Lexer lexer, SourceText source)
    {
        var (start, cursor, before) = (lexer.Start, lexer.Position - lexer.Start, lexer.State);
        var statement = lexer.ReadStatement();
        var isEnd = statement.Tokens.Count == 0;
        var end = isEnd ? source.Content.Length : lexer.Start;
        var reach = isEnd ? end : lexer.Reach();
        return new(start, cursor, end - start, reach - start, before, statement.Diagnostics.Count == 0, isEnd);
    }
}
