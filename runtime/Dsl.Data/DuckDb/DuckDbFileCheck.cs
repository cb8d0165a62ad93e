// Whether a file is what its name says, from its first and last bytes: the common mishaps get Chinese words, and need no native library.
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
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
            return fault?.With(shown, source.Kind);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return FileDiagnostics.CannotRead.With(shown, FileFailure.Words(error));
        }
    }

    /// <summary>PAR1 … PAR1; the list of contents stands at the end, so that a file that was cut off is worthless.</summary>
    private static DiagnosticRule? ParquetFault(FileStream stream)
    {
        const int shortest = 12;
        if (!Mark(stream, 0).SequenceEqual("PAR1"u8))
            return stream.Length == 0 ? DuckDbDiagnostics.EmptyFile
                : Mark(stream, 0).SequenceEqual("PARE"u8) ? DuckDbDiagnostics.Encrypted
                : DuckDbDiagnostics.NoParquetMark;
        return stream.Length < shortest || !Mark(stream, stream.Length - MarkLength).SequenceEqual("PAR1"u8)
            ? DuckDbDiagnostics.CutOff
            : null;
    }

    /// <summary>Eight bytes of checksum, then DUCK.</summary>
    private static DiagnosticRule? DatabaseFault(FileStream stream) =>
        Mark(stream, 8).SequenceEqual("DUCK"u8) ? null
        : stream.Length == 0 ? DuckDbDiagnostics.EmptyFile
        : DuckDbDiagnostics.NoDatabaseMark;

    private static byte[] Mark(FileStream stream, long position)
    {
        var mark = new byte[MarkLength];
        stream.Position = position;
        stream.ReadAtLeast(mark, MarkLength, throwOnEndOfStream: false);
        return mark;
    }
}
