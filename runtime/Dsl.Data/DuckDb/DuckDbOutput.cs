// Results as a Parquet file or a table of a .duckdb file.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dsl.Data.Outputs;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

/// <summary>
/// Writes results into a Parquet file, or a table of a .duckdb file. Such a file holds numbers drawn at random and other tables: its
/// hash is that of the rows as CSV; the hash of a Parquet file is that of the file.
/// </summary>
public sealed class DuckDbOutput : ResultOutput
{
    private const byte UsualDecimal = 18, WidestDecimal = 38;

    // A row group stands in memory, with a block of 256 KB for each column and for what is known of its NULLs; later rows may have more
    // text than the first ones. The rest is spilled.
    private const int LeastMegabytes = 64, MegabytesPerColumn = 1, ChunksOfText = 4;

    private readonly DuckDbSource _target;
    private readonly string _temporary;
    private readonly ResultTable _table;
    private readonly ImmutableArray<ResultColumn> _columns;

    // Per column, whether its amounts need more than the usual digits.
    private readonly bool[] _isWide;

    // Of a table in a database, whose bytes are not the same each time; null for Parquet.
    private readonly IncrementalHash? _hash;

    // What blocks are written into is used again.
    private readonly ConcurrentBag<ColumnBlock> _freeColumns = [];
    private readonly ConcurrentBag<CsvWriter> _freeTexts = [];

    // Blocks until it is known how much text a row has; then they go to the stream.
    private readonly List<ColumnBlock> _first = [];

    // Files that are complete but narrower than the rows that came after them.
    private readonly List<string> _parts = [];
    private long _rowBytes;
    private DuckDbConnection? _connection;
    private DuckDbStream? _stream;
    private bool _hasTable;

    private DuckDbOutput(DuckDbSource target, string temporary, ResultTable table)
    {
        (_target, _temporary, _table, _columns) = (target, temporary, table, table.Columns);
        _isWide = new bool[_columns.Length];
        if (target.IsParquet)
            return;
        _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _hash.AppendData(Encoding.UTF8.GetBytes(
            new StringBuilder().AppendRow(_columns.Select(static column => column.Name)).ToString()));
    }

    /// <summary>Opens the output; the finding says why that is impossible.</summary>
    public static (ResultOutput? Output, DataFinding? Finding) Open(DuckDbSource target, ResultTable table, AtomicOutput output)
    {
        var shown = PathText.Shown(target.Path);
        DataFinding? Problem()
        {
            if (!target.IsParquet && string.IsNullOrEmpty(target.Table))
                return DuckDbDiagnostics.TableNotNamed.With(shown, "结果").At(new(shown));
            if (!target.IsParquet && File.Exists(target.Path) && DuckDbFileCheck.Problem(target) is { } notADatabase)
                return notADatabase.At(new(shown));
            // What another program wrote last may still stand beside the file, and would be lost.
            if (!target.IsParquet && File.Exists(target.Path + ".wal"))
                return FileDiagnostics.CannotWrite.With(shown, OutputPhrases.DatabaseInUse.With()).At(new(shown));
            return DuckDbConnection.LibraryProblem()?.At(new(shown));
        }
        if (Problem() is { } problem)
            return (null, problem);
        var temporary = output.Reserve(target.Path, keepsContent: !target.IsParquet);
        if (!target.IsParquet && File.Exists(target.Path))
            File.Copy(target.Path, temporary);
        return (new DuckDbOutput(target, temporary, table), null);
    }

    public override string Finish(CancellationToken cancellation)
    {
        Begin();
        EndStream(cancellation);
        if (_parts.Count > 0)
        {
            _parts.Add(PartName());
            File.Move(_temporary, _parts[^1]);
            new DuckDbTableWriter(Connection, Columns(), static _ => 0, _rowBytes).JoinParquet(_parts, _temporary, cancellation);
        }
        if (_hash is not null)
            return Convert.ToHexStringLower(_hash.GetCurrentHash());
        using var written = File.OpenRead(_temporary);
        return Convert.ToHexStringLower(SHA256.HashData(written));
    }

    public override void Dispose()
    {
        _stream?.Dispose();
        _connection?.Dispose();
        _hash?.Dispose();
        _parts.ForEach(File.Delete);
        if (!_target.IsParquet)
            File.Delete(_temporary + ".wal");
    }

    /// <inheritdoc/>
    public override ResultBlock NewBlock()
    {
        var columns = _freeColumns.TryTake(out var used) ? used : new(_columns, WidestDecimal);
        return new Rows(_table, columns, _hash is null ? null : _freeTexts.TryTake(out var text) ? text : new CsvWriter(isRaw: false));
    }

    /// <inheritdoc/>
    public override void Take(ResultBlock block)
    {
        if (block is not Rows { Columns: var columns } rows || Fatal is not null)
            return;
        if (columns.TooLong is { } amount)
        {
            Fatal = _table.Unwritable(amount with { Row = RowCount + amount.Row }, WidestDecimal, _target.Kind,
                PathText.Shown(_target.Path));
            return;
        }
        RowCount += columns.RowCount;
        if (rows.Text is { } text)
        {
            _hash?.AppendData(text.Written);
            text.Clear();
            _freeTexts.Add(text);
        }
        _first.Add(columns);
        // The size of row groups depends on it, and must not depend on how rows come in blocks.
        if (_stream is not null || RowCount >= DuckDbRowWriter.RowsPerChunk)
            Begin();
    }

    // Sends what waits; the first time it is known from the first rows, however they came, how much text a row has.
    private void Begin()
    {
        if (!_hasTable)
        {
            var (bytes, left) = (0L, (int)Math.Min(RowCount, DuckDbRowWriter.RowsPerChunk));
            foreach (var block in _first)
            {
                var count = (int)Math.Min(left, block.RowCount);
                bytes += block.TextBytes(count);
                left -= count;
            }
            _rowBytes = bytes / Math.Max(1, Math.Min(RowCount, DuckDbRowWriter.RowsPerChunk));
        }
        foreach (var block in _first)
        {
            Widen(block);
            _stream ??= NewStream();
            _stream.Add(block);
        }
        _first.Clear();
        _stream ??= NewStream();
    }

    // Rows that are written already have columns too narrow for these: what follows goes into a file, or a table, of wider ones.
    private void Widen(ColumnBlock block)
    {
        var isWider = false;
        for (var i = 0; i < _isWide.Length; i++)
        {
            var isLong = block.Columns[i] is BlockNumbers { IsLong: true };
            isWider |= isLong && !_isWide[i];
            _isWide[i] |= isLong;
        }
        if (!isWider || _stream is null)
            return;
        EndStream(CancellationToken.None);
        if (!_target.IsParquet)
            return;
        _parts.Add(PartName());
        File.Move(_temporary, _parts[^1], overwrite: true);
    }

    private DuckDbConnection Connection => _connection ??= DuckDbConnection.Open(new()
    {
        Threads = 1, SpillFolder = _temporary + ".spill",
        MemoryMegabytes = LeastMegabytes + MegabytesPerColumn * _columns.Length
            + checked((int)(ChunksOfText * DuckDbRowWriter.RowsPerChunk * _rowBytes >> 20)),
    });

    private string PartName() => string.Create(CultureInfo.InvariantCulture, $"{_temporary}.part{_parts.Count + 1}");

    private DuckDbStream NewStream()
    {
        var (connection, columns, appends) = (Connection, Columns(), _hasTable);
        _hasTable = true;
        return new(
            (next, cancellation) =>
            {
                var writer = new DuckDbTableWriter(connection, columns, new DuckDbBlockWriter(columns, next).Fill, _rowBytes);
                if (_target.IsParquet)
                    writer.CopyToParquet(_temporary, cancellation);
                else
                    writer.CopyToDatabase(_temporary, _target.Table ?? "", appends, cancellation);
            }, block =>
            {
                block.Clear();
                _freeColumns.Add(block);
            });
    }

    private void EndStream(CancellationToken cancellation)
    {
        _stream?.Finish(cancellation);
        _stream?.Dispose();
        _stream = null;
    }

    /// <summary>Amounts are written with 18 digits where every one fits: what most programs read as a 64-bit integer.</summary>
    private ImmutableArray<DuckDbColumn> Columns() =>
    [
        .. _columns.Select((column, index) => column.Cell switch
        {
            ResultCell.Amount => DuckDbColumn.Decimal(column.Name, _isWide[index] ? WidestDecimal : UsualDecimal, ResultTable.FenDigits),
            ResultCell.Count => new(column.Name, DuckDBType.BigInt),
            ResultCell.Truth => new(column.Name, DuckDBType.Boolean),
            _ => new(column.Name, DuckDBType.Varchar),
        }),
    ];

    /// <param name="table">Makes the rows.</param>
    /// <param name="columns">Takes them.</param>
    /// <param name="text">Takes them as they would stand in CSV, where the hash is of those; null elsewhere.</param>
    private sealed class Rows(ResultTable table, ColumnBlock columns, CsvWriter? text) : ResultBlock
    {
        public ColumnBlock Columns => columns;

        public CsvWriter? Text => text;

        public override void Add(ResultBatch results)
        {
            table.Write(results, columns);
            if (text is not null)
                table.Write(results, text);
        }

        public override void Add(string[] row)
        {
            columns.Add(row);
            text?.Add(row);
        }
    }
}
