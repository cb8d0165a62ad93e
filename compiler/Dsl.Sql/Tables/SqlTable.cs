// A table of the script that grows column by column: what is computed once stands in a column, level by level.
using System.Text;
using Dsl.Sql.Dialects;
using Dsl.Sql.Terms;

namespace Dsl.Sql.Tables;

/// <summary>A table of the script.</summary>
/// <param name="name">How the script calls it; its levels are called 名#0, 名#1 and so on.</param>
/// <param name="dialect">How names are written.</param>
internal sealed class SqlTable(string name, SqlDialect dialect)
{
    private readonly Dictionary<string, SqlTerm> _kept = new(StringComparer.Ordinal);
    private readonly List<(string Column, string Text, int Level)> _columns = [];
    private readonly List<AggregateRows> _joined = [];

    /// <summary>How the script calls it.</summary>
    public string Name => name;

    /// <summary>The highest level of another table that this one begins with.</summary>
    public int ImportedLevel { get; private set; }

    /// <summary>Whether it reads a column of the table that it begins with.</summary>
    public bool Imports { get; private set; }

    /// <summary>The highest level so far.</summary>
    public int LastLevel =>
        Math.Max(_columns.Count == 0 ? 0 : _columns.Max(static column => column.Level),
            _joined.Count == 0 ? 0 : _joined.Max(static rows => rows.Joined().Level));

    /// <summary>A term as a column, so that it is computed once; what is a column already stays as it is.</summary>
    public SqlTerm Keep(SqlTerm term)
    {
        if (term.IsAtom)
            return term;
        if (!_kept.TryGetValue(term.Text, out var kept))
        {
            var column = dialect.Quote($"#{name}{_columns.Count + 1}");
            _columns.Add((column, term.Text, term.Level + 1));
            _kept.Add(term.Text, kept = new(column, term.Level + 1, IsAtom: true));
        }
        return kept;
    }

    /// <summary>A column of what this table begins with.</summary>
    public SqlTerm Import(SqlTerm term)
    {
        Imports = true;
        ImportedLevel = Math.Max(ImportedLevel, term.Level);
        return term with { Level = 0 };
    }

    /// <summary>Rows that are put beside it as soon as what they are computed from is there.</summary>
    public void Join(AggregateRows rows) => _joined.Add(rows);

    /// <summary>How the script calls a level.</summary>
    public string NameOf(int level) => dialect.Quote($"{name}#{level}");

    /// <summary>Writes the levels above the first, which is written already.</summary>
    /// <param name="writeJoined">Writes what a level joins, before it.</param>
    public void Write(StringBuilder script, Action<AggregateRows> writeJoined)
    {
        var last = LastLevel;
        for (var level = 1; level <= last; level++)
        {
            var figures = _joined.FindAll(rows => !rows.IsEmpty && rows.Joined().Level == level);
            figures.ForEach(writeJoined);
            var joined = figures.ConvertAll(static rows => rows.Joined());
            script.Append($",\n{NameOf(level)} AS (\n  SELECT p.*");
            foreach (var rows in joined.SelectMany(static rows => rows.Columns))
                script.Append($",\n    {rows.Text} AS {rows.Column}");
            foreach (var (column, text, _) in _columns.Where(column => column.Level == level))
                script.Append($",\n    {text} AS {column}");
            script.Append($"\n  FROM {NameOf(level - 1)} AS p");
            foreach (var rows in joined)
            {
                script.Append($"\n  LEFT JOIN {rows.Name} AS {rows.Alias} ON {rows.Alias}.{SqlNames.Key} = p.{SqlNames.Key}"
                    + (rows.ByRow ? $" AND {rows.Alias}.{SqlNames.RowKey} = p.{SqlNames.RowKey}" : ""));
            }
            script.Append(')');
        }
    }
}

/// <summary>Rows that are added up by key, and put beside a table.</summary>
/// <param name="Name">How the script calls them.</param>
/// <param name="Alias">How they are called where they are joined.</param>
/// <param name="Level">At which level.</param>
/// <param name="Columns">The columns that come of it.</param>
internal sealed record RowsBeside(string Name, string Alias, int Level, IReadOnlyList<(string Column, string Text)> Columns)
{
    /// <summary>Whether rows are joined to rows, by their keys, too.</summary>
    public bool ByRow { get; init; }
}

/// <summary>Names that the script uses itself; # stands in no name of a policy.</summary>
internal static class SqlNames
{
    /// <summary>The key of the subject.</summary>
    public const string Key = "\"#主键\"";

    /// <summary>The key of a row.</summary>
    public const string RowKey = "\"#行\"";
}
