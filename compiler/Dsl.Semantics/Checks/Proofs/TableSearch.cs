// Goes through the combinations of cases of a decision table, stopping where no two rows are left to distinguish.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>
/// Finds a case that no row takes and cases that several rows take. Column by column it sweeps over the samples with the rows
/// that are still possible, so that a long table whose rows lie apart costs what sorting it costs.
/// </summary>
/// <param name="lastConstraints">For each row the last column that it says anything about; -1 for none.</param>
internal sealed class TableSearch(ImmutableArray<TableColumn> columns, ImmutableArray<int> lastConstraints)
{
    /// <summary>
    /// Combinations looked at before giving up: more for a long table than for a short one, whose columns alone make it large.
    /// </summary>
    private const int LeastSteps = 20_000;

    private const int StepsPerCell = 10;

    /// <summary>Rows looked at, over all combinations.</summary>
    private const long MostWork = 40_000_000;

    private readonly Value[] _facts = new Value[columns.Length];
    private readonly long _mostSteps = LeastSteps + (long)StepsPerCell * lastConstraints.Length * columns.Length;
    private long _steps;

    /// <summary>Rows looked at so far: the measure of the work.</summary>
    public long Work { get; private set; }

    /// <summary>Whether the search ended before it had seen everything.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>The first case that no row takes; null where there is none.</summary>
    public ImmutableArray<Value>? Gap { get; private set; }

    /// <summary>For each row that is met twice, the first row before it with a case that both take.</summary>
    public Dictionary<(int First, int Second), ImmutableArray<Value>> Overlaps { get; } = [];

    /// <summary>Searches among rows, ascending.</summary>
    public void Run(ImmutableArray<int> rows) => Run(0, rows);

    private void Run(int column, ImmutableArray<int> rows)
    {
        Work += rows.Length;
        if (++_steps > _mostSteps || Work > MostWork)
        {
            GaveUp = true;
            return;
        }
        if (column == columns.Length || rows.All(row => lastConstraints[row] < column))
        {
            foreach (var row in rows.Skip(1))
                Overlaps.TryAdd((rows[0], row), FactsUpTo(column));
            return;
        }
        // Cases with the same rows are one case.
        var seen = new HashSet<ImmutableArray<int>>(RowSets.Instance);
        foreach (var (sample, left) in Sweep(columns[column], rows))
        {
            if (GaveUp)
                return;
            if (left.IsEmpty && Gap is not null || !seen.Add(left))
                continue;
            _facts[column] = columns[column].Samples[sample];
            if (left.IsEmpty)
                Gap = FactsUpTo(column + 1);
            else
                Run(column + 1, left);
        }
    }

    /// <summary>The first sample of each interval over which the same rows hold, with these rows.</summary>
    private IEnumerable<(int Sample, ImmutableArray<int> Rows)> Sweep(TableColumn column, ImmutableArray<int> rows)
    {
        var events = new List<(int Sample, int Row, bool Begins)>();
        foreach (var row in rows)
        {
            foreach (var (first, last) in column.Intervals[row])
            {
                events.Add((first, row, true));
                if (last + 1 < column.Samples.Length)
                    events.Add((last + 1, row, false));
            }
        }
        events.Sort(static (left, right) => left.Sample.CompareTo(right.Sample));
        var active = new SortedSet<int>();
        if (column.Samples.Length > 0 && (events.Count == 0 || events[0].Sample > 0))
            yield return (0, []);
        for (var i = 0; i < events.Count;)
        {
            var sample = events[i].Sample;
            for (; i < events.Count && events[i].Sample == sample; i++)
            {
                if (events[i].Begins)
                    active.Add(events[i].Row);
                else
                    active.Remove(events[i].Row);
            }
            Work += active.Count + 1;
            yield return (sample, [.. active]);
        }
    }

    private ImmutableArray<Value> FactsUpTo(int column) =>
        [.. _facts[..column], .. columns.Skip(column).Select(static cases => cases.Samples[0])];

    /// <summary>Compares sets of rows by what they hold.</summary>
    private sealed class RowSets : IEqualityComparer<ImmutableArray<int>>
    {
        public static RowSets Instance { get; } = new();

        public bool Equals(ImmutableArray<int> x, ImmutableArray<int> y) => x.AsSpan().SequenceEqual(y.AsSpan());

        public int GetHashCode(ImmutableArray<int> obj)
        {
            var hash = new HashCode();
            foreach (var row in obj)
                hash.Add(row);
            return hash.ToHashCode();
        }
    }
}
