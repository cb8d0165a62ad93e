// Rows of ours as a table function of DuckDB: it asks for them while it writes, chunk by chunk.
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace Dsl.Data.DuckDb;

/// <summary>Registers the function with a connection; it can be called once, and while this lives.</summary>
internal sealed unsafe class DuckDbRowFunction : IDisposable
{
    private static int _functions;

    private readonly ImmutableArray<DuckDbColumn> _columns;
    private readonly Func<DuckDBDataChunk, int> _fill;
    private GCHandle _self;

    /// <summary>Registers the function.</summary>
    /// <exception cref="DuckDbException">It cannot be registered.</exception>
    /// <param name="connection">The connection.</param>
    /// <param name="columns">The columns of the rows.</param>
    /// <param name="fill">Fills a chunk, and says how many rows it has; 0 at the end.</param>
    public DuckDbRowFunction(DuckDbConnection connection, ImmutableArray<DuckDbColumn> columns, Func<DuckDBDataChunk, int> fill)
    {
        (_columns, _fill) = (columns, fill);
        _self = GCHandle.Alloc(this);
        var function = TableFunction.DuckDBCreateTableFunction();
        TableFunction.DuckDBTableFunctionSetName(function, Name);
        TableFunction.DuckDBTableFunctionSetExtraInfo(function, GCHandle.ToIntPtr(_self), null);
        TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
        TableFunction.DuckDBTableFunctionSetInit(function, &Init);
        TableFunction.DuckDBTableFunctionSetFunction(function, &Fill);
        var isRegistered = TableFunction.DuckDBRegisterTableFunction(connection.Handle, function).IsSuccess();
        TableFunction.DuckDBDestroyTableFunction(ref function);
        if (isRegistered)
            return;
        _self.Free();
        throw new DuckDbException(DuckDBErrorType.Invalid, "duckdb_register_table_function failed");
    }

    /// <summary>The function, as SQL calls it: a connection keeps the functions that it had before.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"rows_to_write_{Interlocked.Increment(ref _functions)}");

    /// <summary>Rows that DuckDB was given.</summary>
    public long RowCount { get; private set; }

    /// <summary>Why the rows could not be made; null while all is well.</summary>
    public Exception? Failure { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_self.IsAllocated)
            _self.Free();
    }

    // Nothing may be thrown through the frames of DuckDB.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint bind)
    {
        try
        {
            foreach (var column in Of(TableFunction.DuckDBBindGetExtraInfo(bind))._columns)
            {
                using var type = column.Type == DuckDBType.Decimal
                    ? LogicalType.DuckDBCreateDecimalType(column.Width, column.Scale)
                    : LogicalType.DuckDBCreateLogicalType(column.Type);
                TableFunction.DuckDBBindAddResultColumn(bind, column.Name, type);
            }
        }
        catch (Exception error)
        {
            TableFunction.DuckDBBindSetError(bind, error.Message);
        }
    }

    // One thread asks for the rows, since nothing else is said here: they have an order.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(nint init)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(nint call, nint chunk)
    {
        var rows = Of(TableFunction.DuckDBFunctionGetExtraInfo(call));
        try
        {
            // DuckDB lends the chunk: this does not own it.
            using var lent = new DuckDBDataChunk(chunk);
            rows.RowCount += rows._fill(lent);
        }
        catch (Exception error)
        {
            rows.Failure = error;
            TableFunction.DuckDBFunctionSetError(call, error.Message);
        }
    }

    private static DuckDbRowFunction Of(nint info) =>
        GCHandle.FromIntPtr(info).Target as DuckDbRowFunction ?? throw new InvalidOperationException("the rows are gone");
}
