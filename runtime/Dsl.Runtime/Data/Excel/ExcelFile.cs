// Opening workbooks: a damaged one makes libraries fail in many ways, and each of them is a finding about the file.
using System.Xml;
using ExcelDataReader.Exceptions;
using Dsl.Runtime.Loading;

namespace Dsl.Runtime.Data.Excel;

internal static class ExcelFile
{
    /// <summary>Opens a file that Excel may have open too.</summary>
    public static FileStream Share(string path) => InputStream.Open(path);

    /// <summary>Opens a workbook for a while.</summary>
    /// <param name="path">The file.</param>
    /// <param name="otherwise">What comes out where it cannot be opened.</param>
    /// <param name="work">What is done with it.</param>
    public static (T Value, DataFinding? Finding) Use<T>(string path, T otherwise, Func<ExcelBook, (T, DataFinding?)> work) => Guard(path, otherwise, () =>
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
            return Fail(FileRules.NotFound.With(shown));
        }
        catch (InvalidPasswordException)
        {
            return Fail(ExcelRules.Unreadable.With("设有打开密码"));
        }
        catch (HeaderException)
        {
            return Fail(ExcelRules.Unreadable.With("内容不是 Excel 格式"));
        }
        catch (BrokenSheetException error)
        {
            return Fail(ExcelRules.Unreadable.With("文件已损坏，" + error.Message));
        }
        catch (Exception error) when (error is ExcelReaderException or InvalidDataException or XmlException
            or FormatException or ArgumentException or InvalidOperationException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException
            or InvalidCastException or OverflowException or EndOfStreamException or NotSupportedException)
        {
            return Fail(ExcelRules.Unreadable.With("文件已损坏"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(FileRules.CannotRead.With(shown, FileFailure.Words(error)));
        }
    }
}
