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
            return Fail(ExcelDiagnostics.Unreadable.With("设有打开密码"));
        }
        catch (HeaderException)
        {
            return Fail(Other(path));
        }
        catch (NoWorkbookException error)
        {
            return Fail(ExcelDiagnostics.OtherContent.With(error.Message, "请用能打开它的程序另存为“Excel 工作簿（.xlsx）”。"));
        }
        catch (XmlException error) when (error.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return Fail(ExcelDiagnostics.Unreadable.With("文件已损坏，里面有工作簿不该有的 DTD（实体定义）"));
        }
        catch (BrokenSheetException error)
        {
            return Fail(ExcelDiagnostics.Unreadable.With("文件已损坏，" + error.Message));
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            return Fail(ExcelDiagnostics.Unreadable.With("文件已损坏"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail(FileDiagnostics.CannotRead.With(shown, FileFailure.Words(error)));
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            // Libraries fail on damage in every way there is.
            return Fail(ExcelDiagnostics.Unreadable.With("文件已损坏"));
        }
    }

    /// <summary>What stands in a file that has no mark of a workbook: web systems write pages and texts under its name.</summary>
    private static DataProblem Other(string path)
    {
        var start = new byte[512];
        using var file = Share(path);
        var text = start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        if (text.IsEmpty)
            return ExcelDiagnostics.OtherContent.With("文件是空的", "请重新导出。");
        var head = System.Text.Encoding.Latin1.GetString(text).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        if (head.StartsWith('<'))
            return ExcelDiagnostics.OtherContent.With(
                head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.Contains("<table", StringComparison.OrdinalIgnoreCase)
                    ? "内容是网页（HTML）"
                    : "内容是 XML 文本",
                "网上的系统常这样导出：请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”。");
        if (head.StartsWith("PAR1", StringComparison.Ordinal) || head.StartsWith("%PDF", StringComparison.Ordinal))
            return ExcelDiagnostics.OtherContent.With(head[0] == 'P' ? "内容是 Parquet 文件" : "内容是 PDF 文件",
                head[0] == 'P' ? "请把扩展名改为 .parquet。" : "请用原来的系统导出 Excel 工作簿或 CSV。");
        return text.IndexOf((byte)0) < 0 || text is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
            ? ExcelDiagnostics.OtherContent.With("内容是文本，多半是 CSV",
                "请把扩展名改为 .csv；用 Tab 分隔的请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”。")
            : ExcelDiagnostics.Unreadable.With("内容不是 Excel 格式");
    }
}
