// 核定 of other years than that of the run, in a table that is kept over the years: counted, and the first ones named.
using Dsl.Facts.Diagnostics;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Registries;

/// <summary>Collects the rows of a table.</summary>
internal sealed class OtherYearApprovals
{
    // How many rows the remark names.
    private const int Named = 5;

    private readonly List<(long Line, int Year)> _rows = [];

    /// <summary>Notes a row.</summary>
    public void Add(long line, int year) => _rows.Add((line, year));

    /// <summary>What to say of them; null where there is none.</summary>
    /// <param name="year">年度 of the run.</param>
    /// <param name="shown">The table.</param>
    public DataFinding? Finding(int year, string shown) => _rows.Count == 0 ? null
        : RowDiagnostics.ApprovalsOfOtherYears.With(
            _rows.Count, year,
            string.Join('、', _rows.Take(Named).Select(static row => $"第 {row.Line} 行 {row.Year} 年度"))
                + (_rows.Count > Named ? "等" : ""))
                .At(new(shown));
}
