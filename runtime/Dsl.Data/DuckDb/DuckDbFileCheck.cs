// Whether a file is what its name says, from its first and last bytes: the common mishaps get Chinese words, and need no native library.
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;

namespace Dsl.Data.DuckDb;

internal static class DuckDbFileCheck
{
    private const int MarkLength = 4;

    /// <summary>What is wrong with the file; null where it looks right.</summary>
    public static DataProblem? Problem(DuckDbSource source)
    {
        var shown = PathText.Shown(source.Path);
        try
        {
            if (InputStream.Problem(source.Path) is { } problem)
                return problem;
            using var stream = InputStream.Open(source.Path);
            var fault = source.IsParquet ? ParquetFault(stream) : DatabaseFault(stream);
            return fault is null ? null : DuckDbDiagnostics.Damaged.With(shown, source.Kind, fault);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return FileDiagnostics.CannotRead.With(shown, FileFailure.Words(error));
        }
    }

    /// <summary>PAR1 … PAR1; the list of contents stands at the end, so that a file that was cut off is worthless.</summary>
    private static string? ParquetFault(FileStream stream)
    {
        const int shortest = 12;
        if (!Mark(stream, 0).SequenceEqual("PAR1"u8))
            return stream.Length == 0 ? "文件是空的。"
                : Mark(stream, 0).SequenceEqual("PARE"u8) ? "文件是加密的。"
                : "开头没有 PAR1 标记。";
        return stream.Length < shortest || !Mark(stream, stream.Length - MarkLength).SequenceEqual("PAR1"u8)
            ? "结尾没有 PAR1 标记，文件不完整。"
            : null;
    }

    /// <summary>Eight bytes of checksum, then DUCK.</summary>
    private static string? DatabaseFault(FileStream stream) =>
        Mark(stream, 8).SequenceEqual("DUCK"u8) ? null : stream.Length == 0 ? "文件是空的。" : "没有 DUCK 标记。";

    private static byte[] Mark(FileStream stream, long position)
    {
        var mark = new byte[MarkLength];
        stream.Position = position;
        stream.ReadAtLeast(mark, MarkLength, throwOnEndOfStream: false);
        return mark;
    }
}
