// The rows of a query, chunk by chunk: at most 2,048 rows at a time are held, however large the table.
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Dsl.Data.DuckDb;

/// <summary>The result of a query. The connection is busy with it until it is disposed.</summary>
internal sealed class DuckDbResult : IDisposable
{
    private readonly DuckDbConnection _connection;
    private readonly DuckDbResultHandle _result;
    private readonly CancellationToken _cancellation;

    internal DuckDbResult(DuckDbConnection connection, DuckDbResultHandle result, CancellationToken cancellation)
    {
        (_connection, _result, _cancellation) = (connection, result, cancellation);
        var columns = ImmutableArray.CreateBuilder<DuckDbColumn>();
        for (var i = 0UL; i < DuckDbNative.ColumnCount(result); i++)
        {
            using var type = DuckDbNative.ColumnLogicalType(result, i);
            columns.Add(DuckDbColumn.Read(DuckDbNative.Text(DuckDbNative.ColumnName(result, i)), type));
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
            var handle = _result.Fetch();
            if (handle.IsInvalid)
            {
                handle.Dispose();
                // The end and an error look alike but for the message.
                if (DuckDbNative.ResultError(_result) != 0)
                    throw DuckDbConnection.Failure(_result, _cancellation);
                chunk = null;
                return false;
            }
            chunk = new(handle, Columns);
            if (chunk.RowCount > 0)
                return true;
            chunk.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _result.Dispose();
}
