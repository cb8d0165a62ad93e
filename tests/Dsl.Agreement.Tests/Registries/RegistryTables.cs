// A registry as tables of cells: written as a folder, made smaller.
using System.Collections.Immutable;
using System.Text;

namespace Dsl.Agreement.Tests.Registries;

/// <summary>A table.</summary>
/// <param name="Name">Its file is called the same.</param>
/// <param name="Header">Column names.</param>
/// <param name="Rows">Cells.</param>
internal sealed record CsvTable(string Name, ImmutableArray<string> Header, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Concat(Rows.Prepend(Header).Select(static row => string.Join(",", row.Select(Escape)) + "\n"));

    /// <summary>The rows of a CSV text without line breaks in its cells.</summary>
    public static IEnumerable<ImmutableArray<string>> Parse(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var (cells, cell, isQuoted) = (ImmutableArray.CreateBuilder<string>(), new StringBuilder(), false);
            foreach (var character in line)
            {
                if (character == '"')
                    isQuoted = !isQuoted;
                else if (character != ',' || isQuoted)
                    cell.Append(character);
                else
                {
                    cells.Add(cell.ToString());
                    cell.Clear();
                }
            }
            cells.Add(cell.ToString());
            yield return cells.ToImmutable();
        }
    }

    private static string Escape(string cell) =>
        cell.AsSpan().ContainsAny(",\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}

/// <summary>A registry.</summary>
/// <param name="Tables">Its tables; the main tables first.</param>
internal sealed record RegistryTables(ImmutableArray<CsvTable> Tables)
{
    /// <summary>How many rows there are in all.</summary>
    public int RowCount => Tables.Sum(static table => table.Rows.Length);

    /// <summary>Writes the folder.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var table in Tables)
            File.WriteAllText(Path.Combine(folder, table.Name + ".csv"), table.ToString(), new UTF8Encoding(false));
    }

    /// <summary>Smaller registries: with fewer rows (halves first), without a table, with empty cells.</summary>
    public IEnumerable<RegistryTables> Smaller()
    {
        for (var t = 0; t < Tables.Length; t++)
        {
            var rows = Tables[t].Rows;
            for (var size = (rows.Length + 1) / 2; size > 0; size = size == 1 ? 0 : (size + 1) / 2)
            {
                for (var start = 0; start < rows.Length; start += size)
                    yield return With(t, rows.RemoveRange(start, Math.Min(size, rows.Length - start)));
            }
        }
        for (var t = Tables.Length - 1; t > 0; t--)
            yield return new(Tables.RemoveAt(t));
        if (RowCount > 12)
            yield break;
        for (var t = 0; t < Tables.Length; t++)
        {
            for (var r = 0; r < Tables[t].Rows.Length; r++)
            {
                var row = Tables[t].Rows[r];
                for (var c = 1; c < row.Length; c++)
                {
                    if (row[c].Length > 0)
                        yield return With(t, Tables[t].Rows.SetItem(r, row.SetItem(c, "")));
                }
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("\n", Tables.Select(static table => $"{table.Name}.csv\n{table}"));

    private RegistryTables With(int table, ImmutableArray<ImmutableArray<string>> rows) =>
        new(Tables.SetItem(table, Tables[table] with { Rows = rows }));
}
