// Results as a workbook.
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Data.Excel;

/// <summary>Writes results into the one sheet of a workbook. The hash is that of the file.</summary>
public sealed class XlsxOutput : TableOutput
{
    private readonly XlsxWriter _writer;

    private XlsxOutput(Stream stream, string path, ResultTable table)
        : base(table) =>
        _writer = new(new HashedStream(stream, Hash), path, "结果",
            [.. table.Columns.Select(static column =>
                new XlsxColumn(column.Name, column.Cell is ResultCell.Amount ? XlsxContent.Amount : XlsxContent.Text))]);

    /// <summary>Begins a workbook; the finding says why that is impossible.</summary>
    public static (ResultOutput? Output, DataFinding? Finding) Open(string path, ResultTable table, AtomicOutput output) =>
        path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? (new XlsxOutput(output.Create(path), path, table), null)
            : (null, ExcelDiagnostics.OnlyXlsx.With(Path.GetExtension(path)).At(new(PathText.Shown(path))));

    /// <inheritdoc/>
    public override string Finish(CancellationToken cancellation)
    {
        if (Fatal is null)
            _writer.Finish();
        return Sha256;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _writer.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override DataFinding? Write(string[] row, long number) => _writer.Write(row);

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
