// The floor of a whole run: DuckDB reads the columns that the policies use and writes result rows that are there already.
using System.Globalization;
using DuckDB.NET.Data;

namespace Dsl.Compare;

/// <summary>Reading and writing by DuckDB alone; run as a program of its own, so that a whole process is measured.</summary>
internal static class Floor
{
    /// <summary>Reads columns of files, and writes the rows of a result into another file.</summary>
    /// <param name="inputs">Files of the registry, CSV or Parquet, each with its columns after |; none for all.</param>
    /// <param name="result">The rows of the result as Parquet: cheap to read beside what is measured.</param>
    /// <param name="target">What is written, .csv or .parquet.</param>
    /// <param name="threads">How many threads.</param>
    public static void Run(string[] inputs, string result, string target, int threads)
    {
        using var connection = Open();
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"SET threads = {threads}"));
        foreach (var input in inputs)
        {
            var columns = input.Split('|');
            var list = columns.Length == 1 ? "COLUMNS(*)" : $"COLUMNS([{string.Join(", ", columns.Skip(1).Select(Text))}])";
            Execute(connection, $"SELECT sum(hash({list})) FROM {Reading(columns[0])}");
        }
        Execute(connection, $"COPY (FROM {Text(result)}) TO {Text(target)} ({Format(target)})");
    }

    /// <summary>The rows of a CSV file as Parquet: numbers where every cell of a column is one, everything else as text.</summary>
    /// <param name="csv">The file.</param>
    /// <param name="parquet">What is written.</param>
    /// <param name="numbers">The columns that may be numbers.</param>
    public static void Convert(string csv, string parquet, IReadOnlySet<string> numbers)
    {
        using var connection = Open();
        var columns = Header(csv).Select(name => numbers.Contains(name) && IsNumber(connection, csv, name)
            ? $"CAST({Name(name)} AS DECIMAL(18,4)) AS {Name(name)}" : Name(name));
        Execute(connection, $"COPY (SELECT {string.Join(", ", columns)} FROM {Reading(csv)}) TO {Text(parquet)} ({Format(parquet)})");
    }

    /// <summary>Leaves those rows of a CSV file whose first column falls to one of ten.</summary>
    public static void Thin(string csv)
    {
        using var connection = Open();
        var key = Name(Header(csv)[0]);
        Execute(connection,
            $"COPY (SELECT * FROM {Reading(csv)} WHERE hash({key}) % 10 = 0) TO {Text(csv + ".thin")} (FORMAT csv, HEADER)");
        File.Move(csv + ".thin", csv, overwrite: true);
    }

    private static string[] Header(string csv)
    {
        using var reader = new StreamReader(csv);
        return [.. (reader.ReadLine() ?? "").Split(',').Select(static name => name.Trim('"', '\uFEFF'))];
    }

    private static bool IsNumber(DuckDBConnection connection, string csv, string column)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of files and columns that this program made.
        command.CommandText = $"SELECT count(*) FROM {Reading(csv)} WHERE {Name(column)} IS NOT NULL AND "
            + $"TRY_CAST({Name(column)} AS DECIMAL(18,4)) IS NULL";
#pragma warning restore CA2100
        return command.ExecuteScalar() is 0L;
    }

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    // As texts: what DuckDB makes of them costs it more.
    private static string Reading(string file) =>
        file.EndsWith(".csv", StringComparison.Ordinal) ? $"read_csv({Text(file)}, header = true, all_varchar = true)" : Text(file);

    private static string Format(string file) =>
        file.EndsWith(".parquet", StringComparison.Ordinal) ? "FORMAT parquet, COMPRESSION zstd" : "FORMAT csv, HEADER";

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Paths of folders that this program made.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
            continue;
    }
}
