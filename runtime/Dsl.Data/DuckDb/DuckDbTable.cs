// A table that is read through DuckDB: its columns, how many rows it has, its rows. What is wrong with the file is a finding.
using System.Collections.Immutable;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

/// <summary>An open table. Read once at a time.</summary>
internal sealed class DuckDbTable : IDisposable
{
    private readonly DuckDbConnection _connection;
    private readonly DuckDbSource _source;
    private readonly string _from;

    private DuckDbTable(DuckDbConnection connection, DuckDbSource source, string from)
    {
        (_connection, _source, _from) = (connection, source, from);
        using var none = connection.Query($"SELECT * FROM {from} LIMIT 0");
        Columns = none.Columns;
        RowCount = connection.QueryNumber(source.IsParquet
            ? $"SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata({DuckDbSql.File(source.Path)})"
            : $"SELECT count(*) FROM {from}") ?? 0;
    }

    /// <summary>All columns, in the order of the table.</summary>
    public ImmutableArray<DuckDbColumn> Columns { get; }

    /// <summary>How many rows the table says to have.</summary>
    public long RowCount { get; }

    /// <summary>Opens a table for reading; the finding says why that is impossible.</summary>
    public static (DuckDbTable? Table, DataFinding? Finding) Open(DuckDbSource source)
    {
        var (connection, unreadable) = Connect(source);
        if (connection is null)
            return (null, unreadable);
        try
        {
            if (source.IsParquet || FindTable(connection, source) is not { } missing)
                return (new(connection, source, From(source)), null);
            connection.Dispose();
            return (null, missing.At(new(PathText.Shown(source.Path))));
        }
        catch (DuckDbException error)
        {
            connection.Dispose();
            return (null, FindingOf(error, source));
        }
    }

    /// <summary>The tables of a database by name; the finding says why they cannot be listed.</summary>
    public static (ImmutableArray<string> Names, DataFinding? Finding) List(DuckDbSource database)
    {
        var (connection, unreadable) = Connect(database);
        if (connection is null)
            return ([], unreadable);
        using (connection)
        {
            try
            {
                return (TableNames(connection), null);
            }
            catch (DuckDbException error)
            {
                return ([], FindingOf(error, database));
            }
        }
    }

    /// <summary>Reads some columns of all rows, in the order of the table.</summary>
    /// <param name="columns">Numbers of <see cref="Columns"/> in the order wanted; with none the rows have one empty column.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="DuckDbException">The file is damaged; <see cref="FindingOf(DuckDbException)"/> makes the finding of it.</exception>
    public DuckDbResult Read(IEnumerable<int> columns, CancellationToken cancellation) =>
        _connection.Query(
            $"SELECT {string.Join(", ", columns.Select(column => DuckDbSql.Name(Columns[column].Name)).DefaultIfEmpty("NULL"))} "
            + $"FROM {_from}",
            cancellation);

    /// <summary>What an error while reading means to users.</summary>
    public DataFinding FindingOf(DuckDbException error) => FindingOf(error, _source);

    /// <summary>What it means that a table ended early: never that it is complete.</summary>
    public DataFinding FindingOfLoss(long rowsRead) =>
        DuckDbDiagnostics.RowsMissing.With(PathText.Shown(_source.Path), _source.Kind, RowCount, rowsRead)
            .At(new(PathText.Shown(_source.Path)));

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static (DuckDbConnection? Connection, DataFinding? Finding) Connect(DuckDbSource source)
    {
        var shown = PathText.Shown(source.Path);
        if ((DuckDbFileCheck.Problem(source) ?? DuckDbConnection.LibraryProblem()) is { } problem)
            return (null, problem.At(new(shown)));
        try
        {
            return (source.IsParquet ? DuckDbConnection.Share() : DuckDbConnection.Open(new() { Path = source.Path, IsReadOnly = true }),
                null);
        }
        catch (DuckDbException error)
        {
            return (null, FindingOf(error, source));
        }
    }

    private static string From(DuckDbSource source) => source.IsParquet
        // Neither folders named 年度=2024 nor the file's name become columns; older writers leave texts unmarked.
        ? $"read_parquet({DuckDbSql.File(source.Path)}, hive_partitioning = false, binary_as_string = true)"
        : $"main.{DuckDbSql.Name(source.Table ?? "")}";

    private static ImmutableArray<string> TableNames(DuckDbConnection connection)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        using var result =
            connection.Query("SELECT table_name FROM information_schema.tables WHERE table_schema = 'main' ORDER BY table_name");
        while (result.TryRead(out var chunk))
        {
            using (chunk)
            {
                for (var row = 0; row < chunk.RowCount; row++)
                    names.Add(chunk[0].Text(row));
            }
        }
        return names.ToImmutable();
    }

    private static DataProblem? FindTable(DuckDbConnection connection, DuckDbSource source)
    {
        var names = TableNames(connection);
        var shown = PathText.Shown(source.Path);
        return source.Table is not { } table ? DuckDbDiagnostics.TableNotNamed.With(shown, names.FirstOrDefault() ?? "企业")
            : names.Contains(table) ? null
            : DuckDbDiagnostics.NoSuchTable.With(shown, table, string.Join('、', names));
    }

    private static DataFinding FindingOf(DuckDbException error, DuckDbSource source)
    {
        var shown = PathText.Shown(source.Path);
        // Another program's lock and missing memory are no fault of the file.
        var isDamage = error.Kind != DuckDBErrorType.OutOfMemory && !error.IsLocked;
        var words = error.Message + "。";
        return (isDamage ? DuckDbDiagnostics.Damaged.With(shown, source.Kind, words) : FileDiagnostics.CannotRead.With(shown, words))
            .At(new(shown));
    }
}
