// Findings about Excel workbooks: files, sheets and cells that a table cannot be read from, limits of what Excel can hold.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Data.Excel;

/// <summary>DSL57xx: Excel workbooks.</summary>
public static class ExcelDiagnostics
{
    /// <summary>Damaged, encrypted, or no workbook at all.</summary>
    public static readonly DiagnosticRule Unreadable =
        new("DSL5701", Severity.Error, "不是能读取的 Excel 工作簿：文件已损坏。",
            "请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”；设有密码的请先取消密码。");

    /// <summary>The same where it is known what is damaged (WorkbookPhrases).</summary>
    public static readonly DiagnosticRule Damaged = Unreadable.Worded("不是能读取的 Excel 工作簿：文件已损坏，{0}。");

    public static readonly DiagnosticRule WithDtd =
        Unreadable.Worded("不是能读取的 Excel 工作簿：文件已损坏，里面有工作簿不该有的 DTD（实体定义）。");

    public static readonly DiagnosticRule WithPassword = Unreadable.Worded("不是能读取的 Excel 工作簿：设有打开密码。");

    public static readonly DiagnosticRule NoWorkbook = Unreadable.Worded("不是能读取的 Excel 工作簿：内容不是 Excel 格式。");

    /// <summary>A sheet that is not there.</summary>
    public static readonly DiagnosticRule NoSheet =
        new("DSL5702", Severity.Error, "工作簿里没有名为“{0}”的工作表。", "请改为工作簿里有的工作表：{1}。");

    /// <summary>Blank rows above the header.</summary>
    public static readonly DiagnosticRule BlankFirstRow =
        new("DSL5703", Severity.Error, "工作表“{0}”的第 1 行是空的，第 {1} 行才有内容。", "列名应当在第 1 行，请删去上面的空行。");

    /// <summary>Merged cells in the first row: a title, or a header of several rows.</summary>
    public static readonly DiagnosticRule MergedHeader =
        new("DSL5704", Severity.Error, "表头中有合并的单元格 {0}。",
            "第 1 行应当一列一个列名：请删去标题行，取消合并，多行的表头并成一行。");

    /// <summary>#N/A and its like.</summary>
    public static readonly DiagnosticRule ErrorCell =
        new("DSL5705", Severity.Error, "单元格是错误值“{0}”。", "请改正公式，或直接填写数；不掌握的请留空。");

    /// <summary>Excel keeps fifteen digits.</summary>
    public static readonly DiagnosticRule TooManyDigits =
        new("DSL5706", Severity.Error, "“{0}”超过了 15 位有效数字，Excel 存不下，末尾几位不可靠。",
            "编号请把单元格设为“文本”后重新填写；公式算出的数请用 ROUND 取到需要的位数。");

    /// <summary>A merged cell among the data.</summary>
    public static readonly DiagnosticRule MergedCell =
        new("DSL5707", Severity.Error, "单元格在合并的区域 {0} 里，不知道内容属于哪一行、哪一列。", "请取消合并，逐个单元格填写。");

    /// <summary>A formula that no program has computed yet.</summary>
    public static readonly DiagnosticRule NotCalculated =
        new("DSL5708", Severity.Error, "单元格是公式，文件里没有它的计算结果。", "请用 Excel 打开文件，重新计算并保存。");

    /// <summary>More rows than a sheet holds.</summary>
    public static readonly DiagnosticRule TooManyRows =
        new("DSL5709", Severity.Error, "结果超过了 {0} 行，一张 Excel 工作表放不下；没有写出任何结果。",
            "请改为输出 CSV 或 Parquet 文件（--output 以 .csv 或 .parquet 结尾）。");

    /// <summary>A text that a cell cannot hold.</summary>
    public static readonly DiagnosticRule TooLongText =
        new("DSL5710", Severity.Error, "结果第 {0} 行的“{1}”超过了 {2} 个字符，Excel 单元格放不下；没有写出任何结果。",
            "请改为输出 CSV 文件（--output 以 .csv 结尾）。");

    /// <summary>A result in a format of old Excel.</summary>
    public static readonly DiagnosticRule OnlyXlsx =
        new("DSL5711", Severity.Error, "结果不能写成“{0}”格式。", "请改为 .xlsx。");

    /// <summary>Several sheets that may be the table.</summary>
    public static readonly DiagnosticRule ManySheets =
        new("DSL5712", Severity.Error, "工作簿里有几张工作表，不知道哪一张是“{0}”：{1}。",
            "请指明一张，如 {2}，或把这张工作表改名为“{0}”。");

    /// <summary>A hidden sheet that bears the name of a table.</summary>
    public static readonly DiagnosticRule HiddenSheet =
        new("DSL5713", Severity.Error, "名为“{0}”的工作表是隐藏的，不知道要不要读。", "要读的请取消隐藏，或写成 {1}；不要的请删去或改名。");

    /// <summary>A result that may be a place holder.</summary>
    public static readonly DiagnosticRule MaybeNotCalculated =
        new("DSL5714", Severity.Error, "公式的结果是{0}，而文件注明打开时才计算，这个结果很可能没有算过。",
            "请用 Excel 打开文件，保存一次。");

    /// <summary>Results that may be old.</summary>
    public static readonly DiagnosticRule OldResults =
        new("DSL5715", Severity.Warning, "文件注明公式要在打开时重新计算，读到的是上次的结果，可能已经过时。",
            "请用 Excel 打开文件，保存一次再用。");

    /// <summary>A number of days that is no certain date.</summary>
    public static readonly DiagnosticRule DoubtfulDate =
        new("DSL5716", Severity.Error, "日期单元格里存的是 {0}，不是可靠的日期（0 至 60 多为没有填写，各程序的理解也不同）。",
            "请重新填写日期；不掌握的请留空。");

    /// <summary>A number whose format shows another one.</summary>
    public static readonly DiagnosticRule ShownOtherwise =
        new("DSL5717", Severity.Error, "单元格里存的是 {0}，按数字格式“{1}”显示出来的是另一个样子，不知道以哪个为准。",
            "请把单元格的格式改为“常规”，核对后重新填写。");

    /// <summary>Rows that users do not see.</summary>
    public static readonly DiagnosticRule HiddenRows =
        new("DSL5718", Severity.Remark, "有 {0} 行是隐藏的或被筛选掉的（第 {1} 行），照样读入。", "");

    /// <summary>Sheets that are no table.</summary>
    public static readonly DiagnosticRule SheetsLeftOut =
        new("DSL5719", Severity.Remark, "没有读取的工作表：{0}。", "");

    /// <summary>A number that is none.</summary>
    public static readonly DiagnosticRule NoNumber =
        new("DSL5720", Severity.Error, "数值单元格里存的“{0}”不是数。", "请重新填写这一格；不掌握的请留空。");

    /// <summary>A document of another program under the name of a workbook; {0} says which (WorkbookPhrases).</summary>
    public static readonly DiagnosticRule OtherContent =
        new("DSL5147", Severity.Error, "不是能读取的 Excel 工作簿：{0}。", "请用能打开它的程序另存为“Excel 工作簿（.xlsx）”。");

    public static readonly DiagnosticRule EmptyFile = OtherContent.Worded("不是能读取的 Excel 工作簿：文件是空的。", "请重新导出。");

    public static readonly DiagnosticRule IsPage = OtherContent.Worded("不是能读取的 Excel 工作簿：内容是网页（HTML）。",
        "网上的系统常这样导出：请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”。");

    public static readonly DiagnosticRule IsXml = OtherContent.Worded("不是能读取的 Excel 工作簿：内容是 XML 文本。", IsPage.Remedy);

    public static readonly DiagnosticRule IsParquet =
        OtherContent.Worded("不是能读取的 Excel 工作簿：内容是 Parquet 文件。", "请把扩展名改为 .parquet。");

    public static readonly DiagnosticRule IsPdf =
        OtherContent.Worded("不是能读取的 Excel 工作簿：内容是 PDF 文件。", "请用原来的系统导出 Excel 工作簿或 CSV。");

    public static readonly DiagnosticRule IsText = OtherContent.Worded("不是能读取的 Excel 工作簿：内容是文本，多半是 CSV。",
        "请把扩展名改为 .csv；用 Tab 分隔的请用 Excel 打开，另存为“Excel 工作簿（.xlsx）”。");

    /// <summary>Columns that users do not see.</summary>
    public static readonly DiagnosticRule HiddenColumns =
        new("DSL5148", Severity.Remark, "有隐藏的列：{0}；照样读入。", "");
}
