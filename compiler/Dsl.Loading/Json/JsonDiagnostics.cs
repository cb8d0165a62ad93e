// Findings about facts and tables in JSON.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Loading.Json;

/// <summary>DSL54xx: the facts file of one subject, tables in JSON.</summary>
public static class JsonDiagnostics
{
    /// <summary>Not JSON.</summary>
    public static readonly DiagnosticRule BadSyntax =
        new("DSL5401", Severity.Error, "不是正确的 JSON（第 {0} 个字符附近）。", "请补上缺少的引号、逗号或括号。");

    /// <summary>A property stands twice.</summary>
    public static readonly DiagnosticRule DuplicateProperty =
        new("DSL5402", Severity.Error, "“{0}”写了不止一次。", "请只保留正确的一个。");

    /// <summary>A property that the schema does not know.</summary>
    public static readonly DiagnosticRule UnknownProperty =
        new("DSL5403", Severity.Error, "“{0}”中没有“{1}”{2}。", "可以写：{3}。");

    /// <summary>A list or an object where a value belongs; {0} is an example, as in the wordings for other shapes.</summary>
    public static readonly DiagnosticRule ValueExpected =
        new("DSL5404", Severity.Error, "这里应当是一个值。", "写成如 {0}");

    public static readonly DiagnosticRule ObjectExpected = ValueExpected.Worded("这里应当是一对花括号。");

    public static readonly DiagnosticRule RowsExpected = ValueExpected.Worded("这里应当是方括号中的若干行。");

    /// <summary>Something else than an object among the rows of a table.</summary>
    public static readonly DiagnosticRule RowExpected = ValueExpected.Worded("这里应当是一行数据，即一对花括号。");

    /// <summary>A list or an object in a cell of a table.</summary>
    public static readonly DiagnosticRule CellExpected = ValueExpected.Worded("这里应当是一个值，不能是列表或对象。");

    /// <summary>Half of a surrogate pair.</summary>
    public static readonly DiagnosticRule WholeCharacters = ValueExpected.Worded("这里应当是完整的字符，单独半个 \\u 代码不成字。");

    /// <summary>No subject, or several.</summary>
    public static readonly DiagnosticRule OneSubject =
        new("DSL5405", Severity.Error, "应当恰好写一个对象的数据，这里有 {0} 个。", "请只留一个对象；可以写的有：{1}。");

    /// <summary>A row of another subject.</summary>
    public static readonly DiagnosticRule OtherSubject =
        new("DSL5407", Severity.Error, "这一行的主键“{0}”不是这里的{1}“{2}”。", "一个文件只写一个主体的数据；请核对主键，或删去这一行。");

    /// <summary>JSON that is no table: an object outermost.</summary>
    public static readonly DiagnosticRule NotATable =
        new("DSL5406", Severity.Error, "不是能读取的 JSON 登记表：最外层是一个对象，不是一行一行的数据。",
            "登记表应当写成 [{{…}}, {{…}}]；一行一个对象的，扩展名用 .jsonl；"
            + "policy eval --facts 用的事实文件不是登记表，请放到别的文件夹。");

    public static readonly DiagnosticRule ValueAsTable =
        NotATable.Worded("不是能读取的 JSON 登记表：最外层是一个值。", "登记表应当写成 [{{…}}, {{…}}]。");

    /// <summary>A list where a row per line is expected.</summary>
    public static readonly DiagnosticRule ArrayAsLines =
        NotATable.Worded("不是能读取的 JSON 登记表：最外层是方括号，不是一行一个对象。", "请把扩展名改为 .json。");

    public static readonly DiagnosticRule TooManyColumns =
        NotATable.Worded("不是能读取的 JSON 登记表：列超过了 {0} 个。", "请检查是不是把编号写成了列名。");

    public static readonly DiagnosticRule EmptyFile =
        NotATable.Worded("不是能读取的 JSON 登记表：文件是空的。", "没有数据的表请写成 []，扩展名用 .json。");

    public static readonly DiagnosticRule TooLongValue =
        NotATable.Worded("不是能读取的 JSON 登记表：有一个值超过了 {0} MB。", "请检查引号是否成对，或者是否选错了文件。");
}
