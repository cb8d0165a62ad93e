// Results as a Parquet file or a table of a .duckdb file.
using System.Collections.Immutable;
using System.Security.Cryptography;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;
using DuckDB.NET.Native;

namespace Dsl.Data.DuckDb;

/// <summary>
/// Writes results into a Parquet file, or a table of a .duckdb file. Such a file holds numbers drawn at random and other tables: its
/// hash is that of the rows as CSV; the hash of a Parquet file is that of the file.
/// </summary>
public sealed class DuckDbOutput : TableOutput
{
    private const byte UsualDecimal = 18, WidestDecimal = 38;

    // A row group stands in memory, with a block of 256 KB for each column and for what is known of its NULLs; the rest is spilled.
    private const int LeastMegabytes = 24, MegabytesPerColumn = 1;

    private readonly DuckDbSource _target;
    private readonly string _temporary;
    private readonly ImmutableArray<ResultColumn> _columns;
    private readonly int[] _digits;
    private readonly RowSpool _spool;

    private DuckDbOutput(DuckDbSource target, string temporary, ResultTable table)
        : base(table)
    {
        (_target, _temporary, _columns) = (target, temporary, table.Columns);
        _digits = new int[_columns.Length];
        // DuckDB would share memory with the engine: it comes when that is done.
        // Until then the rows lie beside the result, not on a small temporary disk.
        _spool = new(temporary + ".rows", _columns.Length);
        if (!_target.IsParquet)
            HashRow(_columns.Select(static column => column.Name));
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
        if (!_target.IsParquet)
            return Sha256;
        using var written = File.OpenRead(_temporary);
        return Convert.ToHexStringLower(SHA256.HashData(written));
    }

    public override void Dispose()
    {
        _spool.Dispose();
        base.Dispose();
        if (!_target.IsParquet)
            File.Delete(_temporary + ".wal");
    }

    protected override DataFinding? Write(string[] row, long number)
    {
        if (Table.Unwritable(row, number, WidestDecimal, _target.Kind, PathText.Shown(_target.Path)) is { } finding)
            return finding;
        for (var i = 0; i < row.Length; i++)
            _digits[i] = Math.Max(_digits[i], _columns[i].Cell == ResultCell.Amount ? ResultTable.DigitsOf(row[i]) : 0);
        _spool.Write(row);
        if (!_target.IsParquet)
            HashRow(row);
        return null;
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
                    writer.Set(i, Digits(cell));
                    break;
                case ResultCell.Truth:
                    writer.Set(i, cell.SequenceEqual("是"u8) ? 1 : 0);
                    break;
                default:
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
}
