// A result as a workbook.
using Dsl.Runtime.Results;

namespace Dsl.Runtime.Data.Excel;

/// <summary>Writes the rows of a result into one sheet. The hash is that of the file.</summary>
internal sealed class XlsxTarget : ResultTarget
{
    private readonly XlsxWriter _writer;
    private bool _hasHeader;

    /// <summary>Begins a workbook.</summary>
    /// <param name="stream">The file; closed by its owner.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="columns">The columns of the result.</param>
    public XlsxTarget(Stream stream, string path, IReadOnlyList<XlsxColumn> columns) =>
        _writer = new(new HashedStream(stream, bytes => Hash(bytes)), path, columns.Any(static column => column.IsToFill) ? "核定" : "结果", columns);

    /// <inheritdoc/>
    public override void Write(string text)
    {
        foreach (var row in CsvRecords.Of(text))
        {
            if (_hasHeader)
                Fatal ??= _writer.Write(row);
            _hasHeader = true;
        }
    }

    /// <inheritdoc/>
    public override DataFinding? Finish()
    {
        if (Fatal is null)
            _writer.Finish();
        return Fatal;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _writer.Dispose();
        base.Dispose();
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
