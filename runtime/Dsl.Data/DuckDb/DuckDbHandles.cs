// Owners of DuckDB's objects: each is given back exactly once, also when an error ends the work in the middle.
using System.Runtime.InteropServices;

namespace Dsl.Data.DuckDb;

/// <summary>An object of DuckDB that one call gives back.</summary>
internal abstract class DuckDbHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;
}

internal sealed class DuckDbConfigHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.DestroyConfig(ref handle);
        return true;
    }
}

/// <summary>Connections keep their database alive: the order in which the two are closed does not matter.</summary>
internal sealed class DuckDbDatabaseHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.Close(ref handle);
        return true;
    }
}

internal sealed class DuckDbConnectionHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.Disconnect(ref handle);
        return true;
    }
}

internal sealed class DuckDbStatementHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.DestroyPrepare(ref handle);
        return true;
    }
}

internal sealed class DuckDbPendingHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.DestroyPending(ref handle);
        return true;
    }
}

internal sealed class DuckDbLogicalTypeHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.DestroyLogicalType(ref handle);
        return true;
    }
}

internal sealed class DuckDbChunkHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.DestroyChunk(ref handle);
        return true;
    }
}

internal sealed class DuckDbTableFunctionHandle : DuckDbHandle
{
    protected override bool ReleaseHandle()
    {
        DuckDbNative.DestroyTableFunction(ref handle);
        return true;
    }
}

/// <summary>A duckdb_result in memory of ours.</summary>
internal sealed unsafe class DuckDbResultHandle : DuckDbHandle
{
    public DuckDbResultHandle() => SetHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(DuckDbNativeResult)));

    /// <summary>The next chunk; an invalid handle at the end and on an error.</summary>
    public DuckDbChunkHandle Fetch()
    {
        var isHeld = false;
        try
        {
            DangerousAddRef(ref isHeld);
            return DuckDbNative.FetchChunk(*(DuckDbNativeResult*)handle);
        }
        finally
        {
            if (isHeld)
                DangerousRelease();
        }
    }

    protected override bool ReleaseHandle()
    {
        DuckDbNative.DestroyResult(handle);
        NativeMemory.Free((void*)handle);
        return true;
    }
}
