// Sums in a kernel: the range proof leaves room for as many rows as a table can have.
using Dsl.Values.Exact;

namespace Dsl.Columns.Kernels;

/// <summary>A sum of numbers in one fraction.</summary>
public struct IntervalSum : IRowSum<Interval>
{
    /// <inheritdoc/>
    public Interval Sum { get; private set; }

    /// <inheritdoc/>
    public void Add(Interval addend, long times) => Sum += times == 1 ? addend : addend.Times(times);
}
