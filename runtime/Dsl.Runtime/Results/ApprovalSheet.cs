// What waits for 核定 as a sheet that officers fill in and hand back. The rows know no file format: a writer puts cells where it wants.
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Runtime.Data;

namespace Dsl.Runtime.Results;

/// <summary>A row of the sheet: something that is 待核定.</summary>
/// <param name="Key">主键 of the subject.</param>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款.</param>
/// <param name="RowKey">事项行; empty for the subject as a whole.</param>
/// <param name="Year">年度.</param>
/// <param name="Name">The subject's name; empty where the schema has none.</param>
/// <param name="ClauseTitle">The clause's title.</param>
/// <param name="Highest">最高 in yuan, or 不封顶.</param>
/// <param name="Awaited">What decisions are open.</param>
/// <param name="Remark">What to mind.</param>
public sealed record ApprovalSheetRow(
    string Key, string PolicyNumber, string ClauseNumber, string RowKey, int Year, string Name, string ClauseTitle, string Highest, string Awaited, string Remark);

/// <summary>The sheet: columns, and the rows of a result.</summary>
public static class ApprovalSheet
{
    internal const string HighestColumn = "最高";

    /// <summary>Columns for the officer, behind those of 核定; reading 核定 passes them over.</summary>
    public static IReadOnlyList<string> HelperColumns { get; } = ["名称", "条款标题", HighestColumn, "等待", "备注"];

    /// <summary>All columns: those of 核定 first.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. RecordTable.Columns, .. HelperColumns];

    /// <summary>The cells of a row in the order of <see cref="Columns"/>; 金额 is left empty.</summary>
    public static IReadOnlyList<string> Cells(ApprovalSheetRow row) =>
    [
        row.Key, row.PolicyNumber, row.ClauseNumber, row.RowKey, $"{row.Year}", "", row.Name, row.ClauseTitle, row.Highest, row.Awaited, row.Remark,
    ];

    /// <summary>What waits in the result of a subject: a row per clause, or per 事项行.</summary>
    public static IEnumerable<ApprovalSheetRow> RowsOf(SubjectFacts facts, SubjectResult result)
    {
        foreach (var policy in result.Policies)
        {
            foreach (var clause in policy.Clauses.Where(static clause => clause.Clause.Kind == IrClauseKind.Award))
            {
                foreach (var line in ResultLines.Of(clause).Where(line => Waits(clause.Clause, line)))
                {
                    yield return new(
                        facts.Key, policy.Policy.Number, clause.Clause.Number, line.RowKey, result.Year, NameOf(facts), clause.Clause.Basis.Title,
                        line.Amount.High is { } high ? ValueText.Money(high) : "不封顶", string.Join('、', UnknownText.Awaited(line.Unknowns)), RemarkOf(clause.Clause));
                }
            }
        }
    }

    /// <summary>Whether a field is what a subject is called: officers see it beside the key.</summary>
    internal static bool IsName(IrField field) => field.Name is "名称" or "姓名";

    // What caps take away follows from the rows: nobody decides it.
    private static bool Waits(IrClause clause, ResultLine line) =>
        line.Status == ClauseStatus.AwaitingDecision && (clause.Each is null ? line.RowKey.Length == 0 : line.RowKey is not ("" or ResultLines.CutRow));

    private static string NameOf(SubjectFacts facts) =>
        facts.Subject.Fields.FirstOrDefault(IsName) is { } field ? ValueText.Cell(facts.Values[field.Ordinal], field.Type) : "";

    private static string RemarkOf(IrClause clause) =>
        clause.Award is IrFormula ? "本条款按公式计算，不填金额；请把认定的结果填进数据表" : "";
}
