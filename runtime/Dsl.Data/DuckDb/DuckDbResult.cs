// The rows of a query, chunk by chunk: at most 2,048 rows at a time are held, however large the table.
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

/// <summary>The result of a query. The connection is busy with it until it is disposed.</summary>
internal sealed class DuckDbResult : IDisposable
{
    private readonly DuckDbConnection _connection;
    private readonly CancellationToken _cancellation;

    // The bindings hand it to DuckDB by reference, and by value: its memory is DuckDB's in both cases.
    private DuckDBResult _result;

    internal DuckDbResult(DuckDbConnection connection, DuckDBResult result, CancellationToken cancellation)
    {
        (_connection, _result, _cancellation) = (connection, result, cancellation);
        var columns = ImmutableArray.CreateBuilder<DuckDbColumn>();
        for (var i = 0; i < (long)NativeMethods.Query.DuckDBColumnCount(ref _result); i++)
        {
            using var type = NativeMethods.Query.DuckDBColumnLogicalType(ref _result, i);
            columns.Add(DuckDbColumn.Read(NativeMethods.Query.DuckDBColumnName(ref _result, i), type));
        }
        Columns = columns.ToImmutable();
    }

    /// <summary>The columns.</summary>
    public ImmutableArray<DuckDbColumn> Columns { get; }

    /// <summary>Reads the next chunk, which the caller disposes; false at the end.</summary>
    /// <exception cref="DuckDbException">Reading had to stop: what was read is not everything.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public bool TryRead([NotNullWhen(true)] out DuckDbChunk? chunk)
    {
        using var registration = _cancellation.Register(_connection.Interrupt);
        while (true)
        {
            _cancellation.ThrowIfCancellationRequested();
            var rows = NativeMethods.Query.DuckDBFetchChunk(_result);
            if (rows.IsInvalid)
            {
                rows.Dispose();
                // The end and an error look alike but for the message.
                if (!string.IsNullOrEmpty(NativeMethods.Query.DuckDBResultError(ref _result)))
                    throw DuckDbConnection.Failure(ref _result, _cancellation);
                chunk = null;
                return false;
            }
            chunk = new(rows, Columns);
            if (chunk.RowCount > 0)
                return true;
            chunk.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _result.Close();
}
