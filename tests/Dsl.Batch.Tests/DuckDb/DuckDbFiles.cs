// What the tests of DuckDB share: a connection in memory, tables made by SQL, rows as text.
using Dsl.Data.DuckDb;
using Xunit;

namespace Dsl.Batch.Tests.DuckDb;

internal static class DuckDbFiles
{
    public static DuckDbConnection Memory(int? threads = null)
    {
        var problem = DuckDbConnection.LibraryProblem();
        Assert.True(problem is null, problem?.Message + problem?.Remedy);
        return DuckDbConnection.Open(new() { Threads = threads });
    }

    /// <summary>Runs statements against files that they name themselves.</summary>
    public static void Make(params ReadOnlySpan<string> statements)
    {
        using var connection = Memory();
        foreach (var statement in statements)
            connection.Execute(statement);
    }

    /// <summary>The rows of a query, cells parted by |.</summary>
    public static List<string> Rows(string sql)
    {
        using var connection = Memory();
        using var result = connection.Query(sql);
        return Rows(result);
    }

    public static List<string> Rows(DuckDbResult result)
    {
        var rows = new List<string>();
        while (result.TryRead(out var chunk))
        {
            using (chunk)
            {
                var cells = Enumerable.Range(0, chunk.Columns.Length).Select(column => DuckDbCells.Read(chunk[column])).ToArray();
                for (var row = 0; row < chunk.RowCount; row++)
                    rows.Add(string.Join('|',
                        cells.Select(column => column.Problem(row) is { } problem ? problem.Rule.Code : column.Text(row).ToString())));
            }
        }
        return rows;
    }

    public static DuckDbTable Open(string source)
    {
        var parsed = DuckDbSource.Parse(source);
        Assert.NotNull(parsed);
        var (table, finding) = DuckDbTable.Open(parsed);
        Assert.True(finding is null, $"{finding}");
        Assert.NotNull(table);
        return table;
    }

    public static string Finding(string source)
    {
        var parsed = DuckDbSource.Parse(source);
        Assert.NotNull(parsed);
        var (table, finding) = DuckDbTable.Open(parsed);
        table?.Dispose();
        Assert.Null(table);
        return $"{finding?.Code} {finding?.Problem.Message}";
    }
}
