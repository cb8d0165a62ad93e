// One text into one file, whole or not at all: reports of commands.
using System.Text;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Data.Outputs;

public static class WholeFile
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Writes a text as UTF-8; null, or why it was not written.</summary>
    /// <param name="path">The file; links are followed.</param>
    /// <param name="text">Its new content.</param>
    /// <param name="inputs">The files that the command read: none of them is written over.</param>
    public static DataFinding? Write(string path, string text, IEnumerable<string> inputs) =>
        OutputCheck.Problem([path], OutputCheck.Protected(inputs)) ?? Write(path, text, expected: null);

    /// <summary>The same for a file that was read and is meant to be written anew; it must still hold what was read.</summary>
    public static DataFinding? Replace(string path, string text, InputFile read)
    {
        var status = FileStatus.Of(path);
        return TextFile.Read(path).File == read ? Write(path, HasByteOrderMark(path) ? ByteOrderMark + text : text, status)
            : FileDiagnostics.CannotWrite.With(PathText.Shown(path), OutputPhrases.ChangedAfterReading.With())
                .At(new(PathText.Shown(path)));
    }

    // Who wrote the mark may need it: it is no part of the text, and stays.
    private static bool HasByteOrderMark(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[3];
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual(Encoding.UTF8.Preamble);
    }

    private static DataFinding? Write(string path, string text, FileStatus? expected)
    {
        var files = new AtomicOutput();
        try
        {
            using var output = files;
            output.Create(path, expected).Write(Encoding.UTF8.GetBytes(text));
            output.Commit();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return files.Failure(error, path);
        }
    }
}
