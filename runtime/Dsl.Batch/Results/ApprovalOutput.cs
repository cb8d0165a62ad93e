// The file that takes the sheet for officers: CSV, or a workbook in which only the amounts can be changed.
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Data.Excel;
using Dsl.Data.Outputs;
using Dsl.Facts.Records;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Results;

/// <summary>Takes the rows of <see cref="ApprovalSheet"/>; the file appears with <see cref="AtomicOutput.Commit"/>.</summary>
internal abstract class ApprovalOutput : IDisposable
{
    /// <summary>Begins a file.</summary>
    public static ApprovalOutput Open(string path, AtomicOutput output, bool hasByteOrderMark, bool isRaw) =>
        path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? new XlsxApprovals(output.Create(path), path)
            : new CsvApprovals(output.Create(path), hasByteOrderMark, isRaw);

    /// <summary>Takes rows, in order, on one thread.</summary>
    public abstract void Write(IReadOnlyList<IReadOnlyList<string>> rows);

    /// <summary>Writes what is still to be written; null, or why the file cannot hold it.</summary>
    public virtual DataFinding? Finish() => null;

    /// <inheritdoc/>
    public abstract void Dispose();

    private sealed class CsvApprovals : ApprovalOutput
    {
        private readonly Stream _stream;
        private readonly bool _isRaw;

        public CsvApprovals(Stream stream, bool hasByteOrderMark, bool isRaw)
        {
            (_stream, _isRaw) = (stream, isRaw);
            if (hasByteOrderMark)
                _stream.Write("\uFEFF"u8);
            Write([ApprovalSheet.Columns]);
        }

        public override void Write(IReadOnlyList<IReadOnlyList<string>> rows)
        {
            var text = new StringBuilder();
            foreach (var row in rows)
                text.AppendRow(row, _isRaw);
            _stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
        }

        public override void Dispose()
        {
            // The stream belongs to the files of the run.
        }
    }

    private sealed class XlsxApprovals(Stream stream, string path) : ApprovalOutput
    {
        private readonly XlsxWriter _writer =
            new(stream, path, BuiltInTables.Approvals, [.. ApprovalSheet.Columns.Select(static name => new XlsxColumn(
                name, name is RecordFields.Amount or ApprovalSheet.HighestColumn ? XlsxContent.Amount : XlsxContent.Text,
                IsToFill: name == RecordFields.Amount))]);

        private DataFinding? _fatal;

        public override void Write(IReadOnlyList<IReadOnlyList<string>> rows)
        {
            foreach (var row in rows)
                _fatal ??= _writer.Write(row);
        }

        public override DataFinding? Finish()
        {
            if (_fatal is null)
                _writer.Finish();
            return _fatal;
        }

        public override void Dispose() => _writer.Dispose();
    }
}
