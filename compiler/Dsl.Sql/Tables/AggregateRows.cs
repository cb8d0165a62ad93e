// Rows added up by subject: each figure is a column beside the subject, with what it is where there are no rows.
using System.Text;
using Dsl.Sql.Dialects;
using Dsl.Sql.Terms;

namespace Dsl.Sql.Tables;

/// <summary>Figures of rows.</summary>
/// <param name="name">How the script calls them.</param>
/// <param name="dialect">The dialect.</param>
/// <param name="table">The rows; null where they are those of a query.</param>
/// <param name="level">At which level of the subject they are joined, once that is known.</param>
internal sealed class AggregateRows(string name, SqlDialect dialect, SqlTable? table, Func<int> level)
{
    private readonly List<(string Column, string Figure, string Nothing)> _columns = [];

    /// <summary>The rows.</summary>
    public SqlTable Table => table ?? throw new InvalidOperationException("These figures are those of a query.");

    /// <summary>Whether rows are joined to rows, by their keys, too.</summary>
    public bool ByRow { get; init; }

    /// <summary>How the script calls them.</summary>
    public string Name => dialect.Quote(name);

    /// <summary>Whether there are any figures.</summary>
    public bool IsEmpty => _columns.Count == 0;

    /// <summary>A figure.</summary>
    /// <param name="figure">What it is of the rows of a subject.</param>
    /// <param name="nothing">What it is where there are none.</param>
    public SqlTerm Add(string figure, string nothing)
    {
        var at = _columns.FindIndex(column => column.Figure == figure && column.Nothing == nothing);
        if (at < 0)
        {
            at = _columns.Count;
            _columns.Add((dialect.Quote($"{name}#{at + 1}"), figure, nothing));
        }
        return new(_columns[at].Column, level(), IsAtom: true);
    }

    /// <summary>The same of a term.</summary>
    public SqlTerm Add(SqlParts figure, string nothing) => Add(figure.ToTerm().Text, nothing);

    /// <summary>As it is put beside a table.</summary>
    public RowsBeside Joined() => new(Name, dialect.Quote($"{name}#和"), level(),
        [.. _columns.Select(column => (column.Column,
            column.Nothing == "NULL" ? $"{dialect.Quote($"{name}#和")}.{column.Column}"
            : $"coalesce({dialect.Quote($"{name}#和")}.{column.Column}, {column.Nothing})"))]) { ByRow = ByRow };

    /// <summary>Writes the figures of some rows.</summary>
    /// <param name="script">The script.</param>
    /// <param name="from">The rows.</param>
    public void Write(StringBuilder script, string from)
    {
        var keys = ByRow ? $"{SqlNames.Key}, {SqlNames.RowKey}" : SqlNames.Key;
        script.Append($",\n{Name} AS (\n  SELECT {keys}");
        foreach (var (column, figure, _) in _columns)
            script.Append($",\n    {figure} AS {column}");
        script.Append($"\n  FROM {from}\n  GROUP BY {keys})");
    }
}
