// Memory of DuckDB as memory of .NET.
using System.Buffers;

namespace Dsl.Data.DuckDb;

/// <summary>A span of a chunk's memory. It keeps the chunk from being collected; once the chunk is disposed, reading throws.</summary>
/// <typeparam name="T">What it holds.</typeparam>
internal sealed unsafe class DuckDbMemory<T>(DuckDbChunk chunk, T* start, int length) : MemoryManager<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">The chunk was disposed.</exception>
    public override Span<T> GetSpan()
    {
        ObjectDisposedException.ThrowIf(chunk.IsDisposed, chunk);
        return new(start, length);
    }

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The chunk owns the memory.
    }
}
