// Results as a text: CSV and JSON.
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Dsl.Data.Outputs;
using Dsl.Ir.Results;

namespace Dsl.Batch.Results;

/// <summary>CSV and JSON, hashed as they are written.</summary>
internal sealed class TextOutput : ResultOutput
{
    private readonly ResultFormat _format;
    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    // What blocks are written into is used again.
    private readonly ConcurrentBag<TextOfResults> _free = [];
    private bool _hasText;

    public TextOutput(ResultFormat format, Stream stream, bool hasByteOrderMark)
    {
        (_format, _stream) = (format, stream);
        Write(Encoding.UTF8.GetBytes((hasByteOrderMark ? "\uFEFF" : "") + format.Head));
    }

    public override ResultBlock NewBlock() => new Block(_free.TryTake(out var text) ? text : _format.NewText());

    public override void Take(ResultBlock block)
    {
        if (block is not Block { Text: var text })
            return;
        if (text.Written.Length > 0)
        {
            if (_hasText)
                Write(Encoding.UTF8.GetBytes(_format.Separator));
            _hasText = true;
            Write(text.Written);
            RowCount += text.RowCount;
        }
        text.Clear();
        _free.Add(text);
    }

    public override string Finish(CancellationToken cancellation)
    {
        Write(Encoding.UTF8.GetBytes(_format.Tail));
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    public override void Dispose() => _hash.Dispose();

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _stream.Write(bytes);
    }

    private sealed class Block(TextOfResults text) : ResultBlock
    {
        public TextOfResults Text { get; } = text;

        public override void Add(ResultBatch results) => Text.Add(results);

        public override void Add(string[] row) => Text.Add(row);
    }
}
