// Findings about files and folders as a whole: they stop a run before anything is written.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Loading.Findings;

/// <summary>DSL50xx and DSL51xx: files, folders, encodings, headers.</summary>
public static class FileDiagnostics
{
    /// <summary>Nothing is there.</summary>
    public static readonly DiagnosticRule NotFound =
        new("DSL5001", Severity.Error, "找不到“{0}”。", "请改正文件或文件夹的名称和位置。");

    /// <summary>A text that must be UTF-8 is not.</summary>
    public static readonly DiagnosticRule NotUtf8 =
        new("DSL5002", Severity.Error, "“{0}”不是 UTF-8 编码的文本（{1}）。",
            "请用编辑器打开，另存为 UTF-8 编码（记事本：另存为 → 编码 → UTF-8）。");

    /// <summary>The folder holds no policies.</summary>
    public static readonly DiagnosticRule NoPolicies =
        new("DSL5003", Severity.Error, "“{0}”中没有 .policy 文件。", "请指定存放政策文件的文件夹，或直接指定 .policy 文件。");

    /// <summary>policy.json cannot be used.</summary>
    public static readonly DiagnosticRule BadConfiguration =
        new("DSL5004", Severity.Error, "配置文件有误：不是正确的 JSON。", "请改正后重试；可写的项目是“测算日”“年度”“严重程度”。");

    /// <summary>policy.json is no object.</summary>
    public static readonly DiagnosticRule ConfigurationNoObject = BadConfiguration.Worded("配置文件有误：最外层应当是一对花括号。");

    /// <summary>A grade of severity that there is not.</summary>
    public static readonly DiagnosticRule ConfigurationSeverity = BadConfiguration.Worded(
        "配置文件有误：“严重程度”的写法是 {{\"DSL3005\": \"警告\"}}，可写 错误、警告、提示、关闭。");

    /// <summary>A member of policy.json that cannot be read.</summary>
    public static readonly DiagnosticRule ConfigurationValue = BadConfiguration.Worded("配置文件有误：“{0}”的值写错了。");

    /// <summary>A member of policy.json that there is not.</summary>
    public static readonly DiagnosticRule ConfigurationMember = BadConfiguration.Worded("配置文件有误：没有“{0}”这个项目。");

    /// <summary>The system refuses.</summary>
    public static readonly DiagnosticRule CannotRead =
        new("DSL5005", Severity.Error, "无法读取“{0}”：{1}", "请检查路径是否写对，关闭正在使用它的程序（如 Excel），并确认有读取权限。");

    /// <summary>The result cannot be written.</summary>
    public static readonly DiagnosticRule CannotWrite =
        new("DSL5006", Severity.Error, "无法写入“{0}”：{1}",
            "请关闭正在使用它的程序，并确认磁盘有空间、有写入权限；没有留下不完整的结果文件。");

    /// <summary>A file of unreasonable size.</summary>
    public static readonly DiagnosticRule TooLarge =
        new("DSL5007", Severity.Error, "“{0}”有 {1} MB，超过了上限 {2} MB。", "政策文件是给人阅读的文本，请检查是否选错了文件。");

    /// <summary>A column of the schema is not in the header.</summary>
    public static readonly DiagnosticRule MissingColumns =
        new("DSL5101", Severity.Error, "表头里少了这些列：{0}。", "请补上这些列（不掌握的数据可以留空），或用 --mapping 指明哪一列对应。");

    /// <summary>A header stands twice.</summary>
    public static readonly DiagnosticRule DuplicateColumn =
        new("DSL5102", Severity.Error, "表头中“{0}”出现了不止一次。", "请删去或改名多余的一列。");

    /// <summary>A header that the schema does not know.</summary>
    public static readonly DiagnosticRule UnknownColumn =
        new("DSL5103", Severity.Warning, "数据定义中没有“{0}”这一列，未读取{1}。", "列名写错了的，请改正；不需要的，可以不管。");

    /// <summary>No header row.</summary>
    public static readonly DiagnosticRule NoHeader =
        new("DSL5104", Severity.Error, "文件是空的，没有表头。", "第一行应当是列名。");

    /// <summary>So many quotation marks are never closed that the rows cannot be told apart.</summary>
    public static readonly DiagnosticRule UnclosedQuote =
        new("DSL5105", Severity.Error, "很多行的双引号没有结尾，文件读不下去。", "请补上缺少的双引号；单元格里的双引号应写成两个。");

    /// <summary>Not a text table.</summary>
    public static readonly DiagnosticRule NotATable =
        new("DSL5106", Severity.Error, "不是 CSV 文本：{0}。", "请在表格软件中另存为“CSV UTF-8（逗号分隔）”。");

    /// <summary>A workbook under the name of a text.</summary>
    public static readonly DiagnosticRule WorkbookAsText = NotATable.Worded("不是 CSV 文本：是 Excel（{0}）文件。");

    /// <summary>A text that was another one when it was looked at.</summary>
    public static readonly DiagnosticRule TextChanged = NotATable.Worded("不是 CSV 文本：文件在读取时被改动了。");

    /// <summary>A folder without a main table.</summary>
    public static readonly DiagnosticRule NoMainTable =
        new("DSL5107", Severity.Error, "文件夹中没有主表。", "请放入以下任意一个文件：{0}。");

    /// <summary>More columns that the schema does not know than anybody wants to read about.</summary>
    public static readonly DiagnosticRule ManyUnknownColumns =
        new("DSL5907", Severity.Warning, "数据定义中没有的列还有 {0} 个（{1} 等），未读取，不再逐个列出。",
            "如果列名写错了，请改正；如果不需要，可以不管。");

    /// <summary>A file whose name is no table of the schema.</summary>
    public static readonly DiagnosticRule UnknownTable =
        new("DSL5108", Severity.Warning, "“{0}”不是数据定义中的表，未读取。", "文件名写错了的，请改正；可以用的表名有：{1}。");

    /// <summary>A detail that was not supplied.</summary>
    public static readonly DiagnosticRule TableNotSupplied =
        new("DSL5109", Severity.Remark, "没有提供“{0}”，相关内容按{1}处理。", "");

    /// <summary>A kind of source that cannot be read.</summary>
    public static readonly DiagnosticRule UnknownFormat =
        new("DSL5111", Severity.Error, "不支持从“{0}”读取。", "可以读取：{1}，或者存放这些文件的文件夹。");

    /// <summary>Column headers that look joined because another separator is used.</summary>
    public static readonly DiagnosticRule WrongSeparator =
        new("DSL5112", Severity.Error, "表头像是用{0}分隔的，应当用逗号分隔。", "请在表格软件中另存为“CSV UTF-8（逗号分隔）”。");

    /// <summary>Quotation marks in the header do not match.</summary>
    public static readonly DiagnosticRule BrokenHeader =
        new("DSL5113", Severity.Error, "表头无法读取：{0}", "请改正第一行的列名。");

    /// <summary>--detail with a name that the schema does not know.</summary>
    public static readonly DiagnosticRule UnknownDetail =
        new("DSL5114", Severity.Error, "数据定义里没有“{0}”这张表。", "请改正表名；可以用的有：{1}。");

    /// <summary>Details of a kind of subject whose main table is not there.</summary>
    public static readonly DiagnosticRule UnusedTable =
        new("DSL5115", Severity.Warning, "有明细“{0}”，没有它的主表“{1}”，这些行没有用。", "请放入主表“{1}”；不需要的，删去这份明细。");

    /// <summary>--engine with an unknown name.</summary>
    public static readonly DiagnosticRule UnknownEngine =
        new("DSL5116", Severity.Error, "--engine 后面的“{0}”不认得。", "请改为其中之一：{1}。");

    /// <summary>The result would overwrite what it is made from.</summary>
    public static readonly DiagnosticRule OutputIsInput =
        new("DSL5117", Severity.Error, "输出文件“{0}”同时是输入文件。", "请另选一个输出文件名。");

    /// <summary>The result would stand among files that must stay as they are.</summary>
    public static readonly DiagnosticRule OutputInClosedFolder = OutputIsInput.Worded(
        "输出文件“{0}”在登记快照或者分区测算的文件夹里，那里的文件做好以后不再改动。", "请写到别的文件夹。");

    /// <summary>The sheet for officers would wipe out what they filled in.</summary>
    public static readonly DiagnosticRule FilledSheet =
        new("DSL5118", Severity.Error, "“{0}”里已经填了金额，或者不是待核定的表，没有覆盖。",
            "请另选一个文件名；填好的表改名为 核定.csv 放进数据文件夹，或用 --detail 核定=文件 读入。");

    /// <summary>Two outputs under one name.</summary>
    public static readonly DiagnosticRule SameOutput =
        new("DSL5119", Severity.Error, "“{0}”不能同时用作两个输出文件。", "请为每个输出另选一个文件名。");

    /// <summary>Two files of a folder are the same table.</summary>
    public static readonly DiagnosticRule SameTable =
        new("DSL5120", Severity.Error, "有两个文件都是表“{0}”：{1} 和 {2}。", "请只保留一个，或用 --input 和 --detail 指明文件。");

    /// <summary>Column names that stand below titles, or on two lines.</summary>
    public static readonly DiagnosticRule HeaderElsewhere =
        new("DSL5121", Severity.Error, "列名应当在第 1 行，只占一行：第 {0} 行像是表头。",
            "请删去表头上面的标题行，把两行的表头并成一行；写着“单位：万元”的，把单位写进列名，如 研发费用(万元)。");

    /// <summary>Another header further down that does not fit the first one.</summary>
    public static readonly DiagnosticRule OtherHeader =
        HeaderElsewhere.Worded("列名应当在第 1 行，只占一行：第 {0} 行像是又一个表头，列名、次序或单位与表头的不同。");

    /// <summary>A header of two lines.</summary>
    public static readonly DiagnosticRule SecondHeader = HeaderElsewhere.Worded("列名应当在第 1 行，只占一行：第 {0} 行像是表头的第二行。");

    /// <summary>A unit that a table states where it is not applied.</summary>
    public static readonly DiagnosticRule StatedUnit =
        new("DSL5122", Severity.Error, "表里写着单位“{0}”，而列“{1}”的数没有这个单位，不知道是{0}还是{2}。",
            "请把单位写进列名，如 {1}({0})；或在 --mapping 的对照文件里写明“单位”。");

    /// <summary>The same beside figures that have no unit.</summary>
    public static readonly DiagnosticRule StatedUnitOfPlain =
        StatedUnit.Worded("表里写着单位“{0}”，而列“{1}”的数没有这个单位，不知道是{0}还是没有单位的数。");

    /// <summary>A unit in the name of a file or sheet.</summary>
    public static readonly DiagnosticRule UnitInName =
        StatedUnit.Worded("名称“{3}”里写着单位“{0}”，而列“{1}”的数没有这个单位，不知道是{0}还是{2}。");

    /// <summary>The same beside figures that have no unit.</summary>
    public static readonly DiagnosticRule UnitInNameOfPlain =
        StatedUnit.Worded("名称“{2}”里写着单位“{0}”，而列“{1}”的数没有这个单位，不知道是{0}还是没有单位的数。");

    /// <summary>A unit in the name of a column that its field cannot have.</summary>
    public static readonly DiagnosticRule ColumnUnit =
        new("DSL5123", Severity.Error, "列“{0}”的单位“{1}”不适合字段“{2}”（单位是“{3}”）。", "请改正列名里的单位，或改正它对应的字段。");

    /// <summary>The same of a ratio.</summary>
    public static readonly DiagnosticRule ColumnUnitOfRatio = ColumnUnit.Worded("列“{0}”的单位“{1}”不适合字段“{2}”（是比率）。");

    /// <summary>The same of a field without a unit.</summary>
    public static readonly DiagnosticRule ColumnUnitOfPlain = ColumnUnit.Worded("列“{0}”的单位“{1}”不适合字段“{2}”（没有单位）。");

    /// <summary>An output under the name of a policy file or of policy.json.</summary>
    public static readonly DiagnosticRule PolicyAsOutput =
        new("DSL5328", Severity.Error, "“{0}”是政策文件或配置文件的名字，不能用作输出。",
            "请另选一个文件名；政策文件的扩展名是 .policy，配置文件叫 policy.json。");

    /// <summary>An output would replace a table that no run made.</summary>
    public static readonly DiagnosticRule RealTable =
        new("DSL5329", Severity.Error, "“{0}”是已有的表“{1}”，不是先前的测算结果，没有覆盖。",
            "请另选一个文件名；如果确实不要这张表了，请先把它移走。");

    /// <summary>A result would be read as a table the next time.</summary>
    public static readonly DiagnosticRule OutputAmongTables =
        new("DSL5333", Severity.Error, "“{0}”在存放数据的文件夹里，又用了表“{1}”的名字，下次会被当作数据读入。",
            "请另选一个文件名，或写到别的文件夹。");

    /// <summary>A sample would be written over tables.</summary>
    public static readonly DiagnosticRule SampleOverTables =
        new("DSL5330", Severity.Error, "文件夹“{0}”里已经有表：{1}，没有覆盖。",
            "请换一个空的文件夹，以免虚构的数据顶替真实的数据；原来也是造的数据的，请先删去。");

    /// <summary>What stands under the name of rejected rows or of a manifest is none.</summary>
    public static readonly DiagnosticRule ForeignFile =
        new("DSL5331", Severity.Error, "“{0}”不是先前运行写的{1}，没有覆盖，也没有删去。", "请另选一个结果文件名，或把这个文件移走。");

    /// <summary>The result cannot be written, and something stays that could not be removed.</summary>
    public static readonly DiagnosticRule Leftovers =
        new("DSL5332", Severity.Error, "无法写入“{0}”：{1}留下了没有写完的文件：{2}。", "请检查磁盘空间和写入权限，删去留下的文件后重试。");

    /// <summary>Two columns of one table are the same field.</summary>
    public static readonly DiagnosticRule TwoColumns =
        new("DSL5125", Severity.Error, "列“{0}”和“{1}”都是字段“{2}”，不知道用哪一列。", "请只保留一列，或改正 --mapping 的对照文件。");
}
