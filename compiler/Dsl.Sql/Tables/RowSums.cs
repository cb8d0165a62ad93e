// What the rows of a detail come to under 每个, put beside the results of the subject.
using Dsl.Sql.Dialects;

namespace Dsl.Sql.Tables;

/// <summary>Sums over rows, one set of figures per table of rows.</summary>
internal sealed class RowSums(SqlDialect dialect)
{
    private readonly Dictionary<SqlTable, AggregateRows> _sums = [];

    /// <summary>The tables of rows, with their figures.</summary>
    public IReadOnlyDictionary<SqlTable, AggregateRows> All => _sums;

    /// <summary>The figures of the rows in a table of results.</summary>
    public AggregateRows Of(SqlTable rows, SqlTable results)
    {
        if (!_sums.TryGetValue(rows, out var sums))
        {
            _sums.Add(rows, sums = new($"{rows.Name}#各行", dialect, rows, static () => 1));
            results.Join(sums);
        }
        return sums;
    }
}
