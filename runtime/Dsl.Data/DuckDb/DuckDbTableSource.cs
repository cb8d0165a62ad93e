// Parquet files and tables of .duckdb files as tables of a registry.
using System.Collections.Immutable;
using Dsl.Data.Tables;
using Dsl.Facts.Tables;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

internal sealed class DuckDbTableSource : ITableSource
{
    private readonly DuckDbSource _source;
    private readonly ImmutableArray<DuckDbColumn> _columns;

    private DuckDbTableSource(DuckDbSource source, DuckDbTable table, FileVersion version) =>
        (_source, _columns, Version) = (source, table.Columns, version);

    /// <summary>The file as it was before it was looked at.</summary>
    internal FileVersion Version { get; }

    /// <inheritdoc/>
    public string Shown => _source.Table is { } table ? $"{PathText.Shown(_source.Path)}#{table}" : PathText.Shown(_source.Path);

    /// <inheritdoc/>
    public ImmutableArray<string> Header => [.. _columns.Select(static column => column.Name.Trim())];

    /// <inheritdoc/>
    public long? HeaderRow => null;

    /// <inheritdoc/>
    public ImmutableArray<int> WordColumns =>
        [.. Enumerable.Range(0, _columns.Length).Where(index => _columns[index].Type is DuckDBType.Varchar or DuckDBType.Enum)];

    /// <inheritdoc/>
    public long Length => Version.Size;

    /// <summary>The file and its hash; a database is hashed as a whole, for each of its tables.</summary>
    public InputFile Input => new(Shown, Version.Sha256);

    /// <inheritdoc/>
    public DataFinding? Unreadable(int column) =>
        (_columns[column].Type == DuckDBType.Float ? DuckDbDiagnostics.SinglePrecision.With(Header[column])
            : DuckDbCells.Supports(_columns[column].Type) ? null
            : DuckDbDiagnostics.UnsupportedColumn.With(Header[column], _columns[column].SqlType))
        ?.At(new(Shown, null, Header[column]));

    /// <inheritdoc/>
    public ITableReader Open(ImmutableArray<int> columns)
    {
        if (columns.Select(Unreadable).OfType<DataFinding>().OrderBy(static finding => finding.Problem.Rule.Code).FirstOrDefault()
            is { } unreadable)
            return new DuckDbTableReader(null, this, columns, unreadable);
        var (table, finding) = DuckDbTable.Open(_source);
        // Between looking and reading the file may have become another one.
        if (table is not null
            && !table.Columns.Select(static column => (column.Name, column.SqlType))
                .SequenceEqual(_columns.Select(static column => (column.Name, column.SqlType))))
            finding = FileDiagnostics.CannotRead.With(Shown, FilePhrases.Changed.With()).At(new(Shown));
        return new DuckDbTableReader(table, this, columns, finding);
    }

    /// <summary>Looks at a table: its columns.</summary>
    internal static TableOpening Inspect(string text)
    {
        if (DuckDbSource.Parse(text) is not { } source)
            return TableSources.Unreadable(text);
        var version = new FileVersion(source.Path);
        var (table, finding) = DuckDbTable.Open(source);
        using (table)
            return table is null ? new(null, finding) : new(new DuckDbTableSource(source, table, version), null);
    }

    /// <summary>The tables of a database, those that are wanted first.</summary>
    internal static TableListing List(DuckDbSource database, IReadOnlyCollection<string> tables)
    {
        var (names, finding) = DuckDbTable.List(database);
        var listed = names.Select(name => (Name: name, Source: $"{database.Path}#{name}")).ToLookup(table => tables.Contains(table.Name));
        return new([.. listed[true]], finding) { Others = [.. listed[false]] };
    }
}

/// <summary>Reads a table once.</summary>
/// <param name="table">The table; null where <paramref name="fatal"/> says why not.</param>
/// <param name="source">What is read, for messages.</param>
/// <param name="columns">The columns that are wanted.</param>
/// <param name="fatal">Why nothing can be read; null where all is well.</param>
internal sealed class DuckDbTableReader(DuckDbTable? table, DuckDbTableSource source, ImmutableArray<int> columns, DataFinding? fatal)
    : ITableReader
{
    private DuckDbResult? _result;
    private long _rows;

    /// <inheritdoc/>
    public DataFinding? Fatal { get; private set; } = fatal;

    /// <inheritdoc/>
    public long Position => table is null or { RowCount: 0 } ? source.Length : (long)((Int128)source.Length * _rows / table.RowCount);

    /// <inheritdoc/>
    public bool Read(TableBatch chunk)
    {
        if (table is null || Fatal is not null)
            return false;
        try
        {
            _result ??= table.Read(columns, CancellationToken.None);
            if (_result.TryRead(out var rows))
            {
                Fill(chunk, rows);
                return true;
            }
            if (!source.Version.IsSame)
                Fatal = FileDiagnostics.CannotRead.With(source.Shown, FilePhrases.Changed.With()).At(new(source.Shown));
            else if (_rows != table.RowCount)
                Fatal = table.FindingOfLoss(_rows);
        }
        catch (DuckDbException error)
        {
            Fatal = table.FindingOf(error);
        }
        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _result?.Dispose();
        table?.Dispose();
    }

    private void Fill(TableBatch chunk, DuckDbChunk rows)
    {
        var cells = new CellColumn[columns.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = DuckDbCells.Read(rows[i]);
        // The cells are where DuckDB put them: the rows stay until the chunk is done with.
        chunk.Start(cells, rows);
        for (var i = 0; i < rows.RowCount; i++)
            chunk.Add(++_rows);
    }
}
