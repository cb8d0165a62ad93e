// Opening workbooks: a damaged one makes libraries fail in many ways, and each of them is a finding about the file.
using System.Xml;
using Dsl.Loading.Documents;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Syntax.Text;
using ExcelDataReader.Exceptions;

namespace Dsl.Data.Excel;

internal static class ExcelFile
{
    /// <summary>Opens a file that Excel may have open too.</summary>
    public static FileStream Share(string path) => InputStream.Open(path);

    /// <summary>Opens a workbook for a while.</summary>
    /// <param name="path">The file.</param>
    /// <param name="otherwise">What comes out where it cannot be opened.</param>
    /// <param name="work">What is done with it.</param>
    public static (T Value, DataFinding? Finding) Use<T>(string path, T otherwise, Func<ExcelBook, (T, DataFinding?)> work) =>
        Guard(path, otherwise, () =>
        {
            using var book = ExcelBook.Open(Share(path));
            return work(book);
        });

    /// <summary>Does something with a workbook; whatever the libraries throw is a finding.</summary>
    public static (T Value, DataFinding? Finding) Guard<T>(string path, T otherwise, Func<(T, DataFinding?)> work)
    {
        var shown = PathText.Shown(path);
        (T, DataFinding?) Fail(DataProblem problem) => (otherwise, problem.At(new(shown)));
        try
        {
            return work();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Fail(FileDiagnostics.NotFound.With(shown));
        }
        catch (InvalidPasswordException)
        {
            return Fail(ExcelDiagnostics.WithPassword.With());
        }
        catch (HeaderException)
        {
            return Fail(Other(path));
        }
        catch (NoWorkbookException error)
        {
            return Fail(ExcelDiagnostics.OtherContent.With(error.Message));
        }
        catch (XmlException error) when (error.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return Fail(ExcelDiagnostics.WithDtd.With());
        }
        catch (BrokenSheetException error)
        {
            return Fail(ExcelDiagnostics.Damaged.With(error.Message));
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            return Fail(ExcelDiagnostics.Unreadable.With());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(FileDiagnostics.CannotRead.With(shown, FileFailure.Words(error)));
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            // Libraries fail on damage in every way there is.
            return Fail(ExcelDiagnostics.Unreadable.With());
        }
    }

    /// <summary>What stands in a file that has no mark of a workbook: web systems write pages and texts under its name.</summary>
    private static DataProblem Other(string path)
    {
        var start = new byte[512];
        using var file = Share(path);
        var text = start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        if (text.IsEmpty)
            return ExcelDiagnostics.EmptyFile.With();
        var head = System.Text.Encoding.Latin1.GetString(text).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (head.StartsWith('<'))
            return (head.Contains("<html", StringComparison.OrdinalIgnoreCase)
                || head.Contains("<table", StringComparison.OrdinalIgnoreCase)
                ? ExcelDiagnostics.IsPage
                : ExcelDiagnostics.IsXml).With();
        if (head.StartsWith("PAR1", StringComparison.Ordinal))
            return ExcelDiagnostics.IsParquet.With();
        if (head.StartsWith("%PDF", StringComparison.Ordinal))
            return ExcelDiagnostics.IsPdf.With();
        return text.IndexOf((byte)0) < 0 || text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
            ? ExcelDiagnostics.IsText.With()
            : ExcelDiagnostics.NoWorkbook.With();
    }
}
