// Whether bytes are a text in an encoding, fed in pieces.
using System.Text;

namespace Dsl.Loading.Files;

/// <summary>Whether bytes are a text in an encoding (NUL never is). A character may begin in one piece and end in the next.</summary>
/// <param name="encoding">The encoding; it throws on what is no text.</param>
public sealed class TextValidity(Encoding encoding)
{
    private readonly Decoder _decoder = encoding.GetDecoder();

    /// <summary>Whether nothing was found yet that is no text.</summary>
    public bool Holds { get; private set; } = true;

    /// <summary>Looks at the next piece.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        if (!Holds)
            return;
        if (bytes.Contains((byte)0))
            Holds = false;
        else
            Decode(bytes, flush: false);
    }

    /// <summary>Whether all pieces together are a text; none may follow.</summary>
    public bool Finish()
    {
        if (Holds)
            Decode([], flush: true);
        return Holds;
    }

    private void Decode(ReadOnlySpan<byte> bytes, bool flush)
    {
        Span<char> discarded = stackalloc char[2048];
        try
        {
            for (var completed = false; !completed;)
            {
                _decoder.Convert(bytes, discarded, flush, out var used, out _, out completed);
                bytes = bytes[used..];
            }
        }
        catch (DecoderFallbackException)
        {
            Holds = false;
        }
    }
}
