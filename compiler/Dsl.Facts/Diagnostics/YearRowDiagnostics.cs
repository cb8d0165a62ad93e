// Rows of details that have one row for each year.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Facts.Diagnostics;

/// <summary>Findings about years of details that are 按年度.</summary>
public static class YearRowDiagnostics
{
    /// <summary>A year that stood before.</summary>
    public static readonly DiagnosticRule YearTwice =
        new("DSL5270", Severity.Error, "{0} 年度与第 {1} 行重复：按年度的明细，一个主体每个年度只能有一行。",
            "请只保留正确的一行，另一行删去；一个年度分几行填的，先合计成一行。");

    /// <summary>The same in JSON, where rows have no number.</summary>
    public static readonly DiagnosticRule YearTwiceInJson =
        YearTwice.Worded("{0} 年度写了两行：按年度的明细，一个主体每个年度只能有一行。");
}
