// Names of what DuckDB reads and writes: 企业.parquet, 登记.duckdb#企业.
namespace Dsl.Data.DuckDb;

/// <summary>A Parquet file or a table of a .duckdb file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Table">The table; null for Parquet, and for a database address without one.</param>
public sealed record DuckDbSource(string Path, string? Table)
{
    private const string ParquetExtension = ".parquet";
    private const string DatabaseExtension = ".duckdb";

    /// <summary>Whether it is a Parquet file.</summary>
    public bool IsParquet => Path.EndsWith(ParquetExtension, StringComparison.OrdinalIgnoreCase);

    /// <summary>What messages call the kind of file.</summary>
    public string Kind => IsParquet ? "Parquet" : "DuckDB";

    /// <summary>Reads SRC or DST; null where it is nothing of DuckDB's.</summary>
    public static DuckDbSource? Parse(string text)
    {
        if (text.EndsWith(ParquetExtension, StringComparison.OrdinalIgnoreCase))
            return new(text, null);
        if (text.EndsWith(DatabaseExtension, StringComparison.OrdinalIgnoreCase))
            return new(text, null);
        // The table is what follows the first # that follows the extension: names of folders and tables may hold one as well.
        var at = text.IndexOf(DatabaseExtension + "#", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : new(text[..(at + DatabaseExtension.Length)], text[(at + DatabaseExtension.Length + 1)..]);
    }
}
