// What is said of scripts of SQL.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Scripting;

/// <summary>Rules of scripts.</summary>
public static class ScriptDiagnostics
{
    /// <summary>Clauses that are not in the script.</summary>
    public static readonly DiagnosticRule ClausesNotSaid = new(
        "DSL5950", Severity.Remark, "有 {0} 项条款没有写成 SQL（共 {1} 项）：{2}。", "");

    /// <summary>A column is missing, or called otherwise.</summary>
    public static readonly DiagnosticRule NoColumn = new(
        "DSL5951", Severity.Error, "没有列「{0}」：SQL 只按列名本身找列，不认别的写法和带单位的表头。",
        "把表头改成列名本身；没有这一列的，加上一列空的");

    /// <summary>--input is no folder.</summary>
    public static readonly DiagnosticRule NoFolder = new(
        "DSL5952", Severity.Error, "不是文件夹：写成 SQL 时，登记数据要是存放 .csv 或 .parquet 的文件夹。", "");
}
