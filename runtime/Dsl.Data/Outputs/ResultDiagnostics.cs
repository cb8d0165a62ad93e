// Findings about results that their output cannot hold.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Data.Outputs;

/// <summary>DSL514x: results and what they are written into.</summary>
public static class ResultDiagnostics
{
    /// <summary>An amount that no column of numbers holds to the fen.</summary>
    public static readonly DiagnosticRule TooLargeAmount = new("DSL5145", Severity.Error,
        "结果第 {0} 行（主键“{1}”）的“{2}”有 {3} 位整数，{4} 的数字列准确存下的最多 {5} 位；没有写出任何结果。",
        "请核对数据和政策里的单位；确实这么大的，请改为输出 CSV（--output 以 .csv 结尾）。");
}
