// A lazily computed value.
namespace Dsl.Compiler;

/// <summary>
/// Computes a value once, whichever thread asks first; others wait. After cancellation or failure the next caller computes again.
/// </summary>
/// <param name="compute">Computes the value.</param>
internal sealed class Once<T>(Func<CancellationToken, T> compute)
    where T : notnull
{
    private readonly Lock _gate = new();
    private volatile Holder? _known;

    public bool IsKnown => _known is not null;

    /// <summary>The value.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled first.</exception>
    public T Get(CancellationToken cancellation = default)
    {
        if (_known is { } known)
            return known.Value;
        lock (_gate)
            return (_known ??= new(compute(cancellation))).Value;
    }

    private sealed record Holder(T Value);
}
