// Rows of ours as a table function of DuckDB: it asks for them while it writes, chunk by chunk.
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Dsl.Data.DuckDb;

/// <summary>Registers the function with a connection; it can be called once, and while this lives.</summary>
internal sealed unsafe class DuckDbRowFunction : IDisposable
{
    /// <summary>The function, as SQL calls it.</summary>
    public const string Name = "rows_to_write";

    private readonly ImmutableArray<DuckDbColumn> _columns;
    private readonly Func<DuckDbRowWriter, bool> _next;
    private readonly DuckDbRowWriter _writer;
    private GCHandle _self;

    /// <summary>Registers the function.</summary>
    /// <exception cref="DuckDbException">It cannot be registered.</exception>
    public DuckDbRowFunction(DuckDbConnection connection, ImmutableArray<DuckDbColumn> columns, Func<DuckDbRowWriter, bool> next)
    {
        (_columns, _next, _writer) = (columns, next, new(columns));
        _self = GCHandle.Alloc(this);
        using var function = DuckDbNative.CreateTableFunction();
        DuckDbNative.SetFunctionName(function, Name);
        DuckDbNative.SetFunctionInfo(function, GCHandle.ToIntPtr(_self), 0);
        DuckDbNative.SetFunctionBind(function, &Bind);
        DuckDbNative.SetFunctionInit(function, &Init);
        DuckDbNative.SetFunctionBody(function, &Fill);
        if (DuckDbNative.RegisterTableFunction(connection.Handle, function) == DuckDbState.Success)
            return;
        _self.Free();
        throw new DuckDbException(DuckDbErrorKind.Invalid, "duckdb_register_table_function failed");
    }

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
    [UnmanagedCallersOnly]
    private static void Bind(nint bind)
    {
        try
        {
            foreach (var column in Of(DuckDbNative.BindInfo(bind))._columns)
            {
                using var type = column.Type == DuckDbType.Decimal ? DuckDbNative.CreateDecimalType(column.Width, column.Scale) : DuckDbNative.CreateLogicalType(column.Type);
                DuckDbNative.BindColumn(bind, column.Name, type);
            }
        }
        catch (Exception error)
        {
            DuckDbNative.BindError(bind, error.Message);
        }
    }

    // The rows have an order: one thread asks for them.
    [UnmanagedCallersOnly]
    private static void Init(nint init) => DuckDbNative.InitThreads(init, 1);

    [UnmanagedCallersOnly]
    private static void Fill(nint call, nint chunk)
    {
        var rows = Of(DuckDbNative.FunctionInfo(call));
        try
        {
            rows.RowCount += rows._writer.Fill(chunk, rows._next);
        }
        catch (Exception error)
        {
            rows.Failure = error;
            DuckDbNative.FunctionError(call, error.Message);
        }
    }

    private static DuckDbRowFunction Of(nint info) => GCHandle.FromIntPtr(info).Target as DuckDbRowFunction ?? throw new InvalidOperationException("the rows are gone");
}
