// Writes rows into a Parquet file or a table of a .duckdb file while they are made: at no time do all of them stand in memory.
using System.Collections.Immutable;

namespace Dsl.Data.DuckDb;

/// <summary>Writes a table once; one writer of a connection after the other.</summary>
/// <remarks>The same rows give the same bytes of Parquet, whatever the number of threads: row groups are cut by count, in order.</remarks>
/// <param name="connection">A connection; memory beyond its limit is spilled to its folder.</param>
/// <param name="columns">The columns.</param>
/// <param name="next">Sets the cells of the next row; false at the end.</param>
/// <param name="textBytes">How much text a row has, about.</param>
internal sealed class DuckDbTableWriter(DuckDbConnection connection, ImmutableArray<DuckDbColumn> columns, Func<DuckDbRowWriter, bool> next,
    long textBytes = 0)
{
    // A row group stands in memory until it is written: wide tables have fewer rows in each.
    private const int GroupBytes = 1 << 24, CellBytes = 16, MostChunks = 60;

    /// <summary>Rows that were written.</summary>
    public long RowCount { get; private set; }

    /// <summary>Writes all rows into a Parquet file, which is replaced.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void CopyToParquet(string path, CancellationToken cancellation)
    {
        var groupRows = Math.Clamp(GroupBytes / (CellBytes * columns.Length + textBytes) / DuckDbRowWriter.RowsPerChunk, 1, MostChunks)
            * DuckDbRowWriter.RowsPerChunk;
        Run(
            rows => $"COPY (FROM {rows}()) TO {DuckDbSql.Text(Path.GetFullPath(path))} (FORMAT parquet, COMPRESSION zstd, "
            + $"ROW_GROUP_SIZE {groupRows}, USE_TMP_FILE false)",
            cancellation);
    }

    /// <summary>Writes all rows into a table of a .duckdb file; other tables of the file stay.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void CopyToDatabase(string path, string table, CancellationToken cancellation)
    {
        connection.Execute($"ATTACH {DuckDbSql.Text(Path.GetFullPath(path))} AS target_file (TYPE duckdb)", cancellation);
        try
        {
            Run(rows => $"CREATE OR REPLACE TABLE target_file.main.{DuckDbSql.Name(table)} AS FROM {rows}()", cancellation);
        }
        finally
        {
            connection.Execute("DETACH target_file", CancellationToken.None);
        }
    }

    private void Run(Func<string, string> sql, CancellationToken cancellation)
    {
        using var rows = new DuckDbRowFunction(connection, columns, next);
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
