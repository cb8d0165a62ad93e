// One column of a decision table: its sample values in order, and for each row the stretches of samples that its cell takes.
using System.Collections.Immutable;
using Dsl.Library.Values;
using Dsl.Semantics.Binding.Bound;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>A column as the search over cases needs it.</summary>
/// <param name="Samples">A value of every case.</param>
/// <param name="Stretches">For each row the first and last sample of every stretch that its cell takes, ascending, not touching.</param>
internal sealed record TableColumn(ImmutableArray<Value> Samples, ImmutableArray<ImmutableArray<(int First, int Last)>> Stretches)
{
    /// <summary>
    /// Reads a column; null where its type cannot be cut, or where a cell reads anything but the column and constants. Without
    /// samples where the conditions leave no case.
    /// </summary>
    public static TableColumn? Of(BoundTable table, int index, TableDomain domain)
    {
        var column = table.Columns[index];
        var cells = table.Rows.Select(row => row.Cells[index]).ToList();
        var asked = domain.On(column);
        if (ColumnCases.Of(column, cells.OfType<BoundExpression>().Concat(asked.Conditions.Select(static condition => condition.Truth))) is not { } cases)
            return null;
        ImmutableArray<Value> samples = asked.Conditions.IsEmpty ? cases : [.. cases.Where(sample => asked.Admits(column, sample))];
        var places = new SamplePlaces(column.Type, samples);
        var stretches = ImmutableArray.CreateBuilder<ImmutableArray<(int, int)>>(cells.Count);
        foreach (var cell in cells)
        {
            if (StretchesOf(column, cell, samples, places) is not { } found)
                return null;
            stretches.Add(found);
        }
        return new TableColumn(samples, stretches.ToImmutable());
    }

    /// <summary>
    /// A cell can change its mind only at the values that it names: it is asked once at each of them and once in each stretch
    /// between them, so that a table of ten thousand rows takes ten thousand such looks and not their square.
    /// </summary>
    private static ImmutableArray<(int First, int Last)>? StretchesOf(BoundExpression column, BoundExpression? cell, ImmutableArray<Value> samples, SamplePlaces places)
    {
        if (cell is null)
            return samples.IsEmpty ? [] : [(0, samples.Length - 1)];
        var found = ImmutableArray.CreateBuilder<(int First, int Last)>();
        foreach (var (first, last) in places.Split(cell))
        {
            if (new CellTruth(column, samples[first]).Of(cell) is not { } holds)
                return null;
            if (!holds)
                continue;
            if (found.Count > 0 && found[^1].Last == first - 1)
                found[^1] = (found[^1].First, last);
            else
                found.Add((first, last));
        }
        return found.ToImmutable();
    }
}
