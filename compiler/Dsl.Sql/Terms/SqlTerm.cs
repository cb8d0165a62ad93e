// A piece of SQL with the level of the columns that it reads.
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace Dsl.Sql.Terms;

/// <summary>An expression of SQL. A composite one stands in brackets of its own.</summary>
/// <param name="Text">The text.</param>
/// <param name="Level">The highest level of the columns in it; those that a table begins with have level 0.</param>
/// <param name="IsAtom">Whether it may be written twice: a column or a constant.</param>
public readonly record struct SqlTerm(string Text, int Level, bool IsAtom)
{
    /// <summary>A number.</summary>
    public static SqlTerm Number(BigInteger value) => new(value.Sign < 0 ? $"({value})" : value.ToString(), 0, true);

    /// <summary>A constant or a call without columns.</summary>
    public static SqlTerm Constant(string text) => new(text, 0, true);

    /// <summary>A term out of others: its level is the highest of theirs.</summary>
    public static SqlTerm Of(SqlParts parts) => parts.ToTerm();

    /// <summary>The same, written out of several terms.</summary>
    public static SqlTerm Join(string separator, IEnumerable<SqlTerm> terms)
    {
        var all = terms.ToList();
        return new(string.Join(separator, all.Select(static term => term.Text)), all.Count == 0 ? 0 : all.Max(static term => term.Level),
            IsAtom: false);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>Collects the parts of a term as they are written in an interpolated text.</summary>
[InterpolatedStringHandler]
public readonly ref struct SqlParts
{
    private readonly StringBuilder _text;
    private readonly int[] _level;

    /// <summary>Begins a term.</summary>
    public SqlParts(int literalLength, int formattedCount) =>
        (_text, _level) = (new StringBuilder(literalLength + 12 * formattedCount), new int[1]);

    /// <summary>Words of SQL.</summary>
    public void AppendLiteral(string value) => _text.Append(value);

    /// <summary>A term.</summary>
    public void AppendFormatted(SqlTerm value)
    {
        _text.Append(value.Text);
        _level[0] = Math.Max(_level[0], value.Level);
    }

    /// <summary>A number.</summary>
    public void AppendFormatted(BigInteger value) => AppendFormatted(SqlTerm.Number(value));

    /// <summary>A name of the dialect.</summary>
    public void AppendFormatted(string value) => _text.Append(value);

    internal SqlTerm ToTerm() => new(_text.ToString(), _level[0], IsAtom: false);
}
