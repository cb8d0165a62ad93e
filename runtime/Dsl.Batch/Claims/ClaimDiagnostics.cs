// What a run has to say of 名额 and 总额.
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Claims;

/// <summary>DSL595x: runs with places and budgets.</summary>
public static class ClaimDiagnostics
{
    /// <summary>Rows that were not read may belong to subjects that claim.</summary>
    public static readonly DiagnosticRule RowsWithoutClaims = new(
        "DSL5953", Severity.Warning, "有 {0} 行没有读入：这些行没有参加名额、总额的排定（条款 {1} 等）。",
        "先改好未读入的行，再对全部主体测算一次，然后公布；不然读入的主体可能占了它们的名额。");

    /// <summary>Partitions whose claims are missing.</summary>
    public static readonly DiagnosticRule OthersFirst = new(
        "DSL5954", Severity.Remark,
        "政策里有名额、总额，要等全部分区的申请：还有 {0} 个分区没有读（{1}）。这一份的申请已经读好。",
        "都读好以后，再运行一次这条命令算出这一份的结果，或者直接合并（policy merge），由它接着算完。");

    public static IReadOnlyList<DiagnosticRule> Rules { get; } = [RowsWithoutClaims, OthersFirst];
}
