// The SQL that was written from the official text, run by DuckDB over a folder of CSV files: nothing of the program takes part in it.
using System.Globalization;
using Dsl.Testing;
using DuckDB.NET.Data;

namespace Dsl.Policies.Tests.Independent;

/// <summary>A database in memory that holds the tables of the folder and what the SQL makes of them.</summary>
internal sealed class IndependentSql : IDisposable
{
    private readonly DuckDBConnection _connection = new("Data Source=:memory:");

    /// <summary>Reads the tables and runs the SQL.</summary>
    public IndependentSql(string folder)
    {
        _connection.Open();
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            var path = file.Replace("'", "''", StringComparison.Ordinal);
            Run($"CREATE TABLE \"{Path.GetFileNameWithoutExtension(file)}\" AS FROM read_csv('{path}', header = true, all_varchar = true, "
                + $"nullstr = '')");
        }
        Run(File.ReadAllText(RepositoryRoot.Combine("tests", "independent", "渝中府办〔2021〕13号.sql")));
    }

    /// <summary>The rows of a query as lines in order of their characters; ∞ stands for NULL.</summary>
    public IReadOnlyList<string> Lines(string query)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(string.Join(' ',
                Enumerable.Range(0, reader.FieldCount)
                    .Select(i => reader.IsDBNull(i) ? "∞" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
