// Lines of a body that never ends, within a limit for each.
using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;

namespace Dsl.Host.Http;

/// <summary>A line.</summary>
/// <param name="Number">From 1; empty lines are counted and left out.</param>
/// <param name="Text">Its text; null where it cannot be read.</param>
/// <param name="Problem">Why it cannot be read.</param>
internal sealed record InputLine(long Number, string? Text, DataProblem? Problem);

/// <summary>Reads lines. Used by one thread.</summary>
/// <param name="body">The body.</param>
/// <param name="mostBytes">How long a line may be.</param>
internal sealed class LineReader(PipeReader body, long mostBytes)
{
    private const int MostLines = 256;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private long _number;
    private bool _isTooLong;
    private bool _isAtEnd;

    /// <summary>The lines that are there, at most 256; waits where there is none. Empty at the end.</summary>
    public async Task<IReadOnlyList<InputLine>> Next(CancellationToken cancellation)
    {
        var lines = new List<InputLine>();
        while (!_isAtEnd && lines.Count == 0)
        {
            var read = await body.ReadAsync(cancellation).ConfigureAwait(false);
            var left = read.Buffer;
            while (lines.Count < MostLines && left.PositionOf((byte)'\n') is { } end)
            {
                Add(lines, left.Slice(0, end));
                left = left.Slice(left.GetPosition(1, end));
            }
            // Lines that wait for their turn are no part of one that is too long.
            if (lines.Count < MostLines && left.Length > mostBytes)
            {
                _isTooLong = true;
                left = left.Slice(left.End);
            }
            else if (read.IsCompleted && lines.Count < MostLines)
            {
                _isAtEnd = true;
                Add(lines, left);
                left = left.Slice(left.End);
            }
            body.AdvanceTo(left.Start, lines.Count < MostLines ? left.End : left.Start);
        }
        return lines;
    }

    private void Add(List<InputLine> lines, ReadOnlySequence<byte> bytes)
    {
        // The rest of the last line is nothing where the body ends with a line feed.
        if (_isAtEnd && bytes.IsEmpty && !_isTooLong)
            return;
        _number++;
        if (_isTooLong || bytes.Length > mostBytes)
        {
            _isTooLong = false;
            lines.Add(new(_number, null, ApiDiagnostics.BodyTooLarge.With(mostBytes)));
            return;
        }
        try
        {
            var text = Strict.GetString(bytes).TrimEnd('\r');
            if (!string.IsNullOrWhiteSpace(text))
                lines.Add(new(_number, text, null));
        }
        catch (DecoderFallbackException)
        {
            lines.Add(new(_number, null, ApiDiagnostics.NotJson.With("不是 UTF-8 编码")));
        }
    }
}
