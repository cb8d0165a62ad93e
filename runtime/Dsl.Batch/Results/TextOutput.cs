// Results as a text: CSV and JSON.
using System.Security.Cryptography;
using System.Text;
using Dsl.Data.Outputs;
using Dsl.Ir.Facts;
using Dsl.Ir.Results;

namespace Dsl.Batch.Results;

/// <summary>CSV and JSON, hashed as they are written.</summary>
internal sealed class TextOutput : ResultOutput
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

        public override void Add(string[] row)
        {
            format.Append(Text, row);
            RowCount++;
        }
    }
}
