// Where the results of a batch go: a text, or a table. Blocks are made on several threads and taken in order on one.
using System.Security.Cryptography;
using System.Text;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Runtime.Data;
using Dsl.Runtime.Data.DuckDb;
using Dsl.Runtime.Data.Excel;
using Dsl.Runtime.Data.Postgres;

namespace Dsl.Runtime.Results;

/// <summary>The results of some subjects on their way to the output. Used by one thread at a time.</summary>
internal abstract class ResultBlock
{
    /// <summary>Adds the results of one subject.</summary>
    public abstract void Add(SubjectFacts facts, SubjectResult result);
}

/// <summary>The output of a batch; it appears with <see cref="AtomicOutput.Commit"/>.</summary>
internal abstract class ResultOutput : IDisposable
{
    /// <summary>Rows (or JSON results) that were taken.</summary>
    public long RowCount { get; protected set; }

    /// <summary>Why the output cannot hold the results; null while all is well. What comes behind is passed over.</summary>
    public DataFinding? Fatal { get; protected set; }

    /// <summary>An empty block. Safe on several threads.</summary>
    public abstract ResultBlock NewBlock();

    /// <summary>Takes a block, in order, on one thread.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public abstract void Take(ResultBlock block);

    /// <summary>Writes what is still to be written; returns the SHA-256 of the result, in hex.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public abstract string Finish(CancellationToken cancellation);

    /// <summary>Makes the output visible where that is not done with the files; null, or why it cannot be.</summary>
    public virtual DataFinding? Commit() => null;

    /// <summary>The path that the names of manifest and rejected rows begin with: DST, or the name of the table in the current folder.</summary>
    public static string PathBeside(string destination) =>
        PostgresAddress.IsAddress(destination) && PostgresAddress.Parse(destination).Address is { } address
            ? string.Concat(address.Table.Select(static letter => Path.GetInvalidFileNameChars().Contains(letter) ? '_' : letter))
            : destination;

    /// <summary>Opens the output that DST names; the finding says why that is impossible.</summary>
    /// <param name="destination">DST.</param>
    /// <param name="form">The form of the results.</param>
    /// <param name="program">The policies.</param>
    /// <param name="output">The files of the run.</param>
    /// <param name="hasByteOrderMark">Whether CSV begins with a byte order mark.</param>
    /// <param name="isRaw">Whether cells of CSV are written as they are, whatever a spreadsheet makes of them.</param>
    public static (ResultOutput? Output, DataFinding? Finding) Open(
        string destination, OutputForm form, IrProgram program, AtomicOutput output, bool hasByteOrderMark, bool isRaw)
    {
        if (DuckDbSource.Parse(destination) is { } target)
            return DuckDbOutput.Open(target, ResultTable.Create(form, program), output);
        if (PostgresAddress.IsAddress(destination))
            return PostgresOutput.Open(destination, ResultTable.Create(form, program));
        if (ExcelAddress.IsWorkbook(destination))
            return XlsxOutput.Open(destination, ResultTable.Create(form, program), output);
        return (new TextOutput(ResultFormat.Create(form, program, isRaw), output.Create(destination), hasByteOrderMark && form != OutputForm.Json), null);
    }

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>CSV and JSON, hashed as they are written.</summary>
    private sealed class TextOutput : ResultOutput
    {
        private readonly ResultFormat _format;
        private readonly Stream _stream;
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private bool _hasText;

        public TextOutput(ResultFormat format, Stream stream, bool hasByteOrderMark)
        {
            (_format, _stream) = (format, stream);
            Write((hasByteOrderMark ? "\uFEFF" : "") + format.Head);
        }

        public override ResultBlock NewBlock() => new Block(_format);

        public override void Take(ResultBlock block)
        {
            if (block is not Block { Text.Length: > 0 } texts)
                return;
            if (_hasText)
                Write(_format.Separator);
            _hasText = true;
            Write(texts.Text.ToString());
            RowCount += texts.RowCount;
        }

        public override string Finish(CancellationToken cancellation)
        {
            Write(_format.Tail);
            return Convert.ToHexStringLower(_hash.GetCurrentHash());
        }

        public override void Dispose() => _hash.Dispose();

        private void Write(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            _hash.AppendData(bytes);
            _stream.Write(bytes);
        }

        private sealed class Block(ResultFormat format) : ResultBlock
        {
            public StringBuilder Text { get; } = new();

            public long RowCount { get; private set; }

            public override void Add(SubjectFacts facts, SubjectResult result)
            {
                if (Text.Length > 0)
                    Text.Append(format.Separator);
                RowCount += format.Append(Text, facts, result);
            }
        }
    }
}
