// Results as a workbook.
using System.Security.Cryptography;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Data.Excel;

/// <summary>Writes results into the one sheet of a workbook. The hash is that of the file.</summary>
internal sealed class XlsxOutput : ResultOutput
{
    private readonly ResultTable _table;
    private readonly XlsxWriter _writer;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private XlsxOutput(Stream stream, string path, ResultTable table)
    {
        _table = table;
        _writer = new(new HashedStream(stream, bytes => _hash.AppendData(bytes)), path, "结果",
            [.. table.Columns.Select(static column =>
                new XlsxColumn(column.Name, column.Cell is ResultCell.Amount ? XlsxContent.Amount : XlsxContent.Text))]);
    }

    /// <summary>Begins a workbook; the finding says why that is impossible.</summary>
    public static (ResultOutput? Output, DataFinding? Finding) Open(string path, ResultTable table, AtomicOutput output) =>
        path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? (new XlsxOutput(output.Create(path), path, table), null)
            : (null, ExcelDiagnostics.OnlyXlsx.With(Path.GetExtension(path)).At(new(PathText.Shown(path))));

    /// <inheritdoc/>
    public override ResultBlock NewBlock() => new TableBlock(_table);

    /// <inheritdoc/>
    public override void Take(ResultBlock block)
    {
        if (block is not TableBlock { Rows: var rows })
            return;
        foreach (var row in rows)
            Fatal ??= _writer.Write(row);
        RowCount += rows.Count;
    }

    /// <inheritdoc/>
    public override string Finish(CancellationToken cancellation)
    {
        if (Fatal is null)
            _writer.Finish();
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _writer.Dispose();
        _hash.Dispose();
    }

    private delegate void TakeBytes(ReadOnlySpan<byte> bytes);

    /// <summary>Passes bytes on, once and in order: a zip archive would otherwise go back to fill in sizes.</summary>
    private sealed class HashedStream(Stream inner, TakeBytes hash) : Stream
    {
        private static InvalidOperationException OnlyWritten() => new("a stream that is only written");

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw OnlyWritten();

        public override long Position
        {
            get => throw OnlyWritten();
            set => throw OnlyWritten();
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            hash(buffer);
            inner.Write(buffer);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw OnlyWritten();

        public override long Seek(long offset, SeekOrigin origin) => throw OnlyWritten();

        public override void SetLength(long value) => throw OnlyWritten();
    }
}
