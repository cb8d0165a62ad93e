// What of a workbook is damaged, or what a file is instead of one, as the rules about Excel quote it.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Data.Excel;

/// <summary>Clauses without a full stop; those about packages of parts are Dsl.Loading's.</summary>
public static class WorkbookPhrases
{
    public static readonly DiagnosticPhrase Binary = new("是二进制工作簿（.xlsb）");

    public static readonly DiagnosticPhrase OpenDocument = new("是 OpenDocument 表格（.ods）");

    public static readonly DiagnosticPhrase Word = new("是 Word 文档");

    public static readonly DiagnosticPhrase Slides = new("是演示文稿");

    public static readonly DiagnosticPhrase OtherArchive = new("压缩包里没有工作簿");

    public static readonly DiagnosticPhrase NoSuchText = new("单元格 {0} 用的是第 {1} 个共用文字（从 0 数起），而共用文字只有 {2} 个");

    public static readonly DiagnosticPhrase SheetMissing = new("缺少工作表“{0}”的内容");

    public static readonly DiagnosticPhrase BetweenRows = new("各行之间有读不懂的内容（{0}）");

    public static readonly DiagnosticPhrase WithinRow = new("第 {0} 行里有读不懂的内容（{1}）");

    public static readonly DiagnosticPhrase RowNumber = new("行号“{0}”不是数字");

    public static readonly DiagnosticPhrase RowTwice = new("第 {0} 行写了两次，或者次序不对");

    public static readonly DiagnosticPhrase RowOutside = new("第 {0} 行超出了工作表（最多 {1} 行）");

    public static readonly DiagnosticPhrase CellOutside = new("单元格 {0} 超出了工作表（最多到 XFD{1}）");

    public static readonly DiagnosticPhrase CellTwice = new("单元格 {0} 写了两次");

    public static readonly DiagnosticPhrase CellName = new("单元格的名称“{0}”读不懂");

    public static readonly DiagnosticPhrase CellInOtherRow = new("单元格 {0} 写在第 {1} 行里");

    public static readonly DiagnosticPhrase CellType = new("单元格 {0} 的类型“{1}”读不懂");

    public static readonly DiagnosticPhrase NoTruth = new("{0} 的“{1}”不是是否");

    public static readonly DiagnosticPhrase TooManyArrays = new("数组公式超过 {0} 个");

    public static readonly DiagnosticPhrase TooManyMerged = new("合并的单元格超过 {0} 处");
}
