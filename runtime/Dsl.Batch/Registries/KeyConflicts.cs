// Subjects of whom a main table has several differing rows: which of them holds is unknown.
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Tables;
using Dsl.Values.Text;

namespace Dsl.Batch.Registries;

/// <summary>
/// Finds the keys whose rows differ before the first of them is computed: were the first row taken, the order of the rows would say what
/// is paid. Only keys are read, unless some key comes twice. Used by one thread.
/// </summary>
internal static class KeyConflicts
{
    /// <summary>By the number of a key whose rows differ in what is read: the lines of two of its rows.</summary>
    /// <param name="table">The main table; the key is its first wanted column.</param>
    /// <param name="wanted">How many columns it wants.</param>
    /// <param name="keys">The keys of all tables.</param>
    /// <param name="cancellation">Stops it.</param>
    public static Dictionary<int, (long First, long Second)> Of(MappedTable table, int wanted, StringDictionary keys,
        CancellationToken cancellation)
    {
        var doubles = Doubles(table, keys, cancellation);
        return doubles.Count == 0 ? [] : Compare(table, wanted, doubles, keys, cancellation);
    }

    private static HashSet<int> Doubles(MappedTable table, StringDictionary keys, CancellationToken cancellation)
    {
        var (doubles, met, chunk) = (new HashSet<int>(), new ulong[64], new TableBatch());
        using var reader = table.OpenKeys();
        while (reader?.Read(chunk) == true)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var row = 0; row < chunk.Count; row++)
            {
                var owner = keys.CodeOfIdentity(SpreadsheetText.Unwrap(chunk.Columns[0].Text(row)).Trim());
                if (owner < 0)
                    continue;
                if (owner >> 6 >= met.Length)
                    Array.Resize(ref met, Math.Max((owner >> 6) + 1, met.Length * 2));
                if ((met[owner >> 6] >> (owner & 63) & 1) != 0)
                    doubles.Add(owner);
                met[owner >> 6] |= 1UL << (owner & 63);
            }
        }
        chunk.Release();
        return doubles;
    }

    private static Dictionary<int, (long First, long Second)> Compare(MappedTable table, int wanted, HashSet<int> doubles,
        StringDictionary keys, CancellationToken cancellation)
    {
        var (conflicts, first) = (new Dictionary<int, (long First, long Second)>(), new Dictionary<int, (long Line, string? Cells)>());
        using var rows = table.Open();
        while (rows.TryRead(out var row))
        {
            cancellation.ThrowIfCancellationRequested();
            // A total belongs to no subject.
            if (keys.CodeOfIdentity(row.Trimmed(0)) is not (>= 0 and var owner) || !doubles.Contains(owner)
                || row.Problem?.Rule.Is(RowDiagnostics.NotData) == true)
                continue;
            var cells = CellsOf(row, wanted);
            if (!first.TryAdd(owner, (row.Number, cells)) && (cells is null || first[owner].Cells != cells))
                conflicts.TryAdd(owner, (first[owner].Line, row.Number));
        }
        return conflicts;
    }

    /// <summary>What is read of a row but for the writing of its key; null where its content is unknown.</summary>
    private static string? CellsOf(TableRow row, int wanted)
    {
        if (row.Problem is not null)
            return null;
        var cells = new string[wanted];
        for (var i = 0; i < wanted; i++)
        {
            if (row.CellProblem(i) is not null)
                return null;
            cells[i] = i == 0 ? Identity.Of(row.Trimmed(0)) : row.Trimmed(i).ToString();
        }
        return string.Join('\0', cells);
    }
}
