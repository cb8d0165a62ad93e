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

    /// <summary>Another shape is expected.</summary>
    public static readonly DiagnosticRule WrongShape =
        new("DSL5404", Severity.Error, "这里应当是{0}。", "写成如 {1}");

    /// <summary>No subject, or several.</summary>
    public static readonly DiagnosticRule OneSubject =
        new("DSL5405", Severity.Error, "应当恰好写一个对象的数据，这里有 {0} 个。", "请只留一个对象；可以写的有：{1}。");

    /// <summary>A row of another subject.</summary>
    public static readonly DiagnosticRule OtherSubject =
        new("DSL5407", Severity.Error, "这一行的主键“{0}”不是这里的{1}“{2}”。", "一个文件只写一个主体的数据；请核对主键，或删去这一行。");

    /// <summary>JSON that is no table.</summary>
    public static readonly DiagnosticRule NotATable =
        new("DSL5406", Severity.Error, "不是能读取的 JSON 登记表：{0}。", "{1}");
}
