// Results as a Parquet file or a table of a .duckdb file.
using System.Collections.Concurrent;
using System.Collections.Immutable;
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

    // A row group stands in memory, with a block of 256 KB for each column and for what is known of its NULLs; the rest is spilled.
    private const int LeastMegabytes = 24, MegabytesPerColumn = 1;

    private readonly DuckDbSource _target;
    private readonly string _temporary;
    private readonly ResultTable _table;
    private readonly ImmutableArray<ResultColumn> _columns;

    // Per column, the digits of the longest amount.
    private readonly int[] _digits;
    private readonly RowSpool _spool;

    // Of a table in a database, whose bytes are not the same each time; null for Parquet.
    private readonly IncrementalHash? _hash;

    // What blocks are written into is used again.
    private readonly ConcurrentBag<Rows> _free = [];

    // The amounts of the row that is read back.
    private readonly Int128[] _amounts;

    private DuckDbOutput(DuckDbSource target, string temporary, ResultTable table)
    {
        (_target, _temporary, _table, _columns) = (target, temporary, table, table.Columns);
        (_digits, _amounts) = (new int[_columns.Length], new Int128[_columns.Length]);
        // DuckDB would share memory with the engine: it comes when that is done.
        // Until then the rows lie beside the result, not on a small temporary disk.
        _spool = new(temporary + ".rows", _columns.Length);
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
        // What the run needed and needs no longer goes back to the system before DuckDB takes its share.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using (var rows = _spool.Read())
        using (var connection = DuckDbConnection.Open(new()
            { Threads = 1, MemoryMegabytes = LeastMegabytes + MegabytesPerColumn * _columns.Length, SpillFolder = _temporary + ".spill" }))
        {
            var writer = new DuckDbTableWriter(connection, [.. _columns.Select(Column)], row => Next(rows, row),
                _spool.RowCount == 0 ? 0 : _spool.TextBytes / _spool.RowCount);
            if (_target.IsParquet)
                writer.CopyToParquet(_temporary, cancellation);
            else
                writer.CopyToDatabase(_temporary, _target.Table ?? "", cancellation);
        }
        if (_hash is not null)
            return Convert.ToHexStringLower(_hash.GetCurrentHash());
        using var written = File.OpenRead(_temporary);
        return Convert.ToHexStringLower(SHA256.HashData(written));
    }

    public override void Dispose()
    {
        _spool.Dispose();
        _hash?.Dispose();
        if (!_target.IsParquet)
            File.Delete(_temporary + ".wal");
    }

    /// <inheritdoc/>
    public override ResultBlock NewBlock() => _free.TryTake(out var free) ? free : new Rows(_table, hasCsv: _hash is not null);

    /// <inheritdoc/>
    public override void Take(ResultBlock block)
    {
        if (block is not Rows { Packed: var packed } rows || Fatal is not null)
            return;
        if (packed.TooLong is { } amount)
        {
            Fatal = _table.Unwritable(amount with { Row = RowCount + amount.Row }, WidestDecimal, _target.Kind,
                PathText.Shown(_target.Path));
            return;
        }
        for (var i = 0; i < _digits.Length; i++)
            _digits[i] = Math.Max(_digits[i], packed.Letters[i] - 1);
        _spool.Write(packed);
        RowCount += packed.RowCount;
        _hash?.AppendData(rows.Csv.Written);
        rows.Clear();
        _free.Add(rows);
    }

    private bool Next(RowSpool.Reader rows, DuckDbRowWriter writer)
    {
        if (!rows.TryRead())
            return false;
        for (var i = 0; i < _columns.Length; i++)
        {
            var cell = rows[i];
            if (cell.Length == 0)
                continue;
            switch (_columns[i].Cell)
            {
                // Two decimals always: without the point it is the number of fen.
                case ResultCell.Amount or ResultCell.Count:
                    writer.Set(i, rows.IsSame(i) ? _amounts[i] : _amounts[i] = Digits(cell));
                    break;
                case ResultCell.Truth:
                    writer.Set(i, cell.SequenceEqual("是"u8) ? 1 : 0);
                    break;
                default:
                    if (!rows.IsSame(i) || !writer.Repeat(i))
                        writer.SetUtf8(i, cell);
                    break;
            }
        }
        return true;
    }

    private static Int128 Digits(ReadOnlySpan<byte> cell)
    {
        Int128 number = 0;
        foreach (var letter in cell)
        {
            if (char.IsAsciiDigit((char)letter))
                number = number * 10 + (letter - '0');
        }
        return cell[0] == '-' ? -number : number;
    }

    /// <summary>Amounts are written with 18 digits where every one fits: what most programs read as a 64-bit integer.</summary>
    private DuckDbColumn Column(ResultColumn column, int index) => column.Cell switch
    {
        ResultCell.Amount =>
            DuckDbColumn.Decimal(column.Name, _digits[index] > UsualDecimal ? WidestDecimal : UsualDecimal, ResultTable.FenDigits),
        ResultCell.Count => new(column.Name, DuckDBType.BigInt),
        ResultCell.Truth => new(column.Name, DuckDBType.Boolean),
        _ => new(column.Name, DuckDBType.Varchar),
    };

    private sealed class Rows : ResultBlock
    {
        private readonly ResultTable _table;
        private readonly bool _hasCsv;

        public Rows(ResultTable table, bool hasCsv)
        {
            (_table, _hasCsv) = (table, hasCsv);
            Packed = new(table.Columns.Length,
                [.. table.Columns.Select(static column => column.Cell == ResultCell.Amount ? WidestDecimal : int.MaxValue)]);
        }

        public SpoolWriter Packed { get; }

        /// <summary>The same rows as they would stand in CSV, where the hash is of those.</summary>
        public CsvWriter Csv { get; } = new(isRaw: false);

        public override void Add(ResultBatch results)
        {
            _table.Write(results, Packed);
            if (_hasCsv)
                _table.Write(results, Csv);
        }

        public override void Add(string[] row)
        {
            Packed.Add(row);
            if (_hasCsv)
                Csv.Add(row);
        }

        public void Clear()
        {
            Packed.Clear();
            Csv.Clear();
        }
    }
}
