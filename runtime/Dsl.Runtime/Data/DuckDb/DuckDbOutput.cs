// Results as a Parquet file or a table of a .duckdb file.
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dsl.Runtime.Loading;
using Dsl.Runtime.Results;

namespace Dsl.Runtime.Data.DuckDb;

internal sealed class DuckDbOutput : ResultOutput
{
    private const int FenDigits = 2, WidestDecimal = 38;

    private readonly DuckDbSource _target;
    private readonly string _temporary;
    private readonly ResultTable _table;
    private readonly ImmutableArray<ResultColumn> _columns;
    private readonly DuckDbConnection _connection;
    private readonly DuckDbTableWriter _writer;

    // A .duckdb file holds numbers drawn at random and other tables: what is hashed are the rows, as CSV.
    private readonly IncrementalHash _rows = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private DuckDbOutput(DuckDbSource target, string temporary, ResultTable table, DuckDbConnection connection)
    {
        (_target, _temporary, _table, _connection, _columns) = (target, temporary, table, connection, table.Columns);
        _writer = new(connection, [.. _columns.Select(Column)]);
        HashRow(_columns.Select(static column => column.Name));
    }

    /// <summary>Opens the output; the finding says why that is impossible.</summary>
    public static (ResultOutput? Output, DataFinding? Finding) Open(DuckDbSource target, ResultTable table, AtomicOutput output)
    {
        var shown = PathText.Shown(target.Path);
        DataFinding? Problem()
        {
            if (!target.IsParquet && string.IsNullOrEmpty(target.Table))
                return DuckDbRules.TableNotNamed.With(shown, "结果").At(new(shown));
            if (!target.IsParquet && File.Exists(target.Path) && DuckDbFileCheck.Problem(target) is { } notADatabase)
                return notADatabase.At(new(shown));
            // What another program wrote last may still stand beside the file, and would be lost.
            if (!target.IsParquet && File.Exists(target.Path + ".wal"))
                return FileRules.CannotWrite.With(shown, "另一个程序正在使用这个数据库。").At(new(shown));
            return DuckDbLibrary.Load()?.At(new(shown));
        }
        if (Problem() is { } problem)
            return (null, problem);
        var temporary = output.Reserve(target.Path, keepsContent: !target.IsParquet);
        if (!target.IsParquet && File.Exists(target.Path))
            File.Copy(target.Path, temporary);
        // Memory is shared with the engine; what does not fit goes where the result will be, not to a small temporary disk.
        var megabytes = Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 / 1_000_000, 500, 1_000_000);
        var connection = DuckDbConnection.Open(new() { MemoryMegabytes = (int)megabytes, SpillFolder = temporary + ".spill" });
        try
        {
            return (new DuckDbOutput(target, temporary, table, connection), null);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override ResultBlock NewBlock() => new TableBlock(_table);

    public override void Take(ResultBlock block)
    {
        if (block is not TableBlock { Rows: var rows })
            return;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                Set(i, row[i]);
            _writer.EndRow();
            HashRow(row);
        }
        RowCount += rows.Count;
    }

    public override string Finish(CancellationToken cancellation)
    {
        if (!_target.IsParquet)
        {
            _writer.CopyToDatabase(_temporary, _target.Table ?? "", cancellation);
            return Convert.ToHexStringLower(_rows.GetCurrentHash());
        }
        _writer.CopyToParquet(_temporary, cancellation);
        using var written = File.OpenRead(_temporary);
        return Convert.ToHexStringLower(SHA256.HashData(written));
    }

    public override void Dispose()
    {
        _writer.Dispose();
        _connection.Dispose();
        _rows.Dispose();
        if (!_target.IsParquet)
            File.Delete(_temporary + ".wal");
    }

    private void Set(int column, string cell)
    {
        if (cell.Length == 0)
            return;
        switch (_columns[column].Cell)
        {
            case ResultCell.Amount:
                // Two decimals always: without the point it is the number of fen.
                _writer.Set(column, Int128.Parse(cell.Remove(cell.Length - FenDigits - 1, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
                break;
            case ResultCell.Count:
                _writer.Set(column, Int128.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture));
                break;
            case ResultCell.Truth:
                _writer.Set(column, cell == "是" ? 1 : 0);
                break;
            default:
                _writer.Set(column, cell.AsSpan());
                break;
        }
    }

    private void HashRow(IEnumerable<string> cells)
    {
        if (!_target.IsParquet)
            _rows.AppendData(Encoding.UTF8.GetBytes(new StringBuilder().AppendRow(cells).ToString()));
    }

    private static DuckDbColumn Column(ResultColumn column) => column.Cell switch
    {
        ResultCell.Amount => DuckDbColumn.Decimal(column.Name, WidestDecimal, FenDigits),
        ResultCell.Count => new(column.Name, DuckDbType.BigInt),
        ResultCell.Truth => new(column.Name, DuckDbType.Boolean),
        _ => new(column.Name, DuckDbType.Varchar),
    };
}
