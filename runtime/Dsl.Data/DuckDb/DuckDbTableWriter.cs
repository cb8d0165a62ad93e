// Writes rows into a Parquet file or a table of a .duckdb file while they are made: at no time do all of them stand in memory.
using System.Collections.Immutable;
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

/// <summary>Writes a table once; one writer of a connection after the other.</summary>
/// <remarks>The same rows give the same bytes of Parquet, whatever the number of threads: row groups are cut by count, in order.</remarks>
/// <param name="connection">A connection; memory beyond its limit is spilled to its folder.</param>
/// <param name="columns">The columns of the table.</param>
/// <param name="fill">Fills a chunk, and says how many rows it has; 0 at the end.</param>
/// <param name="textBytes">How much text a row has, about.</param>
internal sealed class DuckDbTableWriter(DuckDbConnection connection, ImmutableArray<DuckDbColumn> columns, Func<DuckDBDataChunk, int> fill,
    long textBytes = 0)
{
    // A row group stands in memory until it is written: wide tables have fewer rows in each.
    private const int GroupBytes = 1 << 24, CellBytes = 16, MostChunks = 60;

    /// <summary>A writer of rows that are set one by one.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="columns">The columns of the table.</param>
    /// <param name="next">Sets the cells of the next row; false at the end.</param>
    /// <param name="textBytes">How much text a row has, about.</param>
    public static DuckDbTableWriter OfRows(
        DuckDbConnection connection, ImmutableArray<DuckDbColumn> columns, Func<DuckDbRowWriter, bool> next, long textBytes = 0)
    {
        var rows = new DuckDbRowWriter(columns);
        return new(connection, columns, chunk => rows.Fill(chunk, next), textBytes);
    }

    /// <summary>Rows that were written.</summary>
    public long RowCount { get; private set; }

    /// <summary>Writes all rows into a Parquet file, which is replaced.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void CopyToParquet(string path, CancellationToken cancellation) =>
        Run(rows => ToParquet($"FROM {rows}()", path), cancellation);

    /// <summary>Writes files of a writer like this one as one, row for row.</summary>
    /// <param name="parts">The files, in order; their columns may be narrower.</param>
    /// <param name="path">The file, which is replaced.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void JoinParquet(IEnumerable<string> parts, string path, CancellationToken cancellation)
    {
        var list = string.Join(", ", columns.Select(static column => $"CAST({DuckDbSql.Name(column.Name)} AS {column.SqlType}) AS "
            + DuckDbSql.Name(column.Name)));
        // UNION ALL would mix their row groups.
        var files = string.Join(", ", parts.Select(DuckDbSql.Text));
        var rows = $"SELECT {list} FROM read_parquet([{files}], union_by_name = true)";
        connection.Execute(ToParquet(rows, path), cancellation);
    }

    /// <summary>Writes all rows into a table of a .duckdb file; other tables of the file stay.</summary>
    /// <param name="path">The file.</param>
    /// <param name="table">The table.</param>
    /// <param name="appends">Whether the rows come behind those of the table, which is there, and whose columns get the width of these;
    /// otherwise the table is replaced.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void CopyToDatabase(string path, string table, bool appends, CancellationToken cancellation)
    {
        connection.Execute($"ATTACH {DuckDbSql.Text(Path.GetFullPath(path))} AS target_file (TYPE duckdb)", cancellation);
        try
        {
            var name = $"target_file.main.{DuckDbSql.Name(table)}";
            foreach (var column in columns.Where(column => appends && column.Type == DuckDBType.Decimal))
            {
                connection.Execute($"ALTER TABLE {name} ALTER COLUMN {DuckDbSql.Name(column.Name)} TYPE {column.SqlType}", cancellation);
            }
            Run(rows => appends ? $"INSERT INTO {name} FROM {rows}()" : $"CREATE OR REPLACE TABLE {name} AS FROM {rows}()", cancellation);
        }
        finally
        {
            connection.Execute("DETACH target_file", CancellationToken.None);
        }
    }

    private string ToParquet(string rows, string path)
    {
        var groupRows = Math.Clamp(GroupBytes / (CellBytes * columns.Length + textBytes) / DuckDbRowWriter.RowsPerChunk, 1, MostChunks)
            * DuckDbRowWriter.RowsPerChunk;
        return $"COPY ({rows}) TO {DuckDbSql.Text(Path.GetFullPath(path))} (FORMAT parquet, COMPRESSION zstd, "
            + $"ROW_GROUP_SIZE {groupRows}, USE_TMP_FILE false)";
    }

    private void Run(Func<string, string> sql, CancellationToken cancellation)
    {
        using var rows = new DuckDbRowFunction(connection, columns, fill);
        try
        {
            connection.Execute(sql(rows.Name), cancellation);
            RowCount = rows.RowCount;
        }
        catch (DuckDbException) when (rows.Failure is { } failure)
        {
            // The rows could not be made: DuckDB only passes that on.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }
}
