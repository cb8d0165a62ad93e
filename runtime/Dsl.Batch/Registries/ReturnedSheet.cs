// 核定 that comes back as the sheet that was handed out: besides the amount nothing may have changed on the way through a spreadsheet.
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Tables;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;

namespace Dsl.Batch.Registries;

/// <param name="program">The policies.</param>
/// <param name="table">The table, whose wanted columns are those of records followed by those of the sheet.</param>
internal sealed class ReturnedSheet(IrProgram program, MappedTable table)
{
    private static readonly int Name = Of(ApprovalSheet.NameColumn),
        Title = Of(ApprovalSheet.TitleColumn),
        Highest = Of(ApprovalSheet.HighestColumn),
        Check = Of(ApprovalSheet.CheckColumn);

    /// <summary>Whether the table was made by the program: a table that is kept by hand has no titles.</summary>
    public bool IsReturned => Has(Title) || Has(Check);

    /// <summary>The columns of the sheet, of which those are read that must fit.</summary>
    public static IEnumerable<WantedColumn> Wanted() => ApprovalSheet.HelperColumns.Select(static (name, index) =>
        new WantedColumn(name, IsRequired: false)
            { IsRead = RecordTable.Columns.Length + index is var at && (at == Name || at == Title || at == Highest || at == Check) });

    /// <summary>What is wrong with a row, and with which wanted column; null where it can be taken.</summary>
    /// <param name="clause">The clause that it names.</param>
    public (DataProblem Problem, int Column)? ProblemOf(TableRow row, IrClause clause)
    {
        var title = row.Trimmed(Title).ToString();
        if (Has(Check) && CheckProblem(row, clause, title) is { } changed)
            return changed;
        return title.Length > 0 && Plain(title) != Plain(clause.LegalBasis.Title)
            ? (RowDiagnostics.TitleMismatch.With(title, clause.Number, clause.LegalBasis.Title), Title) : null;
    }

    /// <summary>
    /// What is wrong with a row that names a policy which is not at hand: its 校验 shows as well whether that is what was handed out.
    /// </summary>
    public (DataProblem Problem, int Column)? ProblemOfOther(TableRow row) =>
        Has(Check) && ApprovalCheck.Parse(row.Cell(Check)) is { } stated && ApprovalCheck.IdentityOf(Identity(row)) != stated.Identity
            ? (RowDiagnostics.ApprovalChanged.With(), Check) : null;

    /// <summary>Whether the 校验 of a row that names a policy which is not at hand can be checked.</summary>
    public bool IsOfOther(TableRow row) => Has(Check) && ApprovalCheck.Parse(row.Cell(Check)) is not null;

    private (DataProblem Problem, int Column)? CheckProblem(TableRow row, IrClause clause, string title)
    {
        if (ApprovalCheck.Parse(row.Cell(Check)) is not { } stated)
            return (RowDiagnostics.ApprovalAdded.With(), Check);
        if (program.Policies.FirstOrDefault(policy => policy.Clauses.Contains(clause)) is not { } policy)
            return null;
        var identity = Identity(row);
        // Where the sheet names no policy, there is only one.
        if (identity[1].Trim().Length == 0)
            identity[1] = policy.Number;
        var actual = ApprovalSheet.CheckOf(identity, title, row.Cell(Highest), policy, clause);
        return actual.Identity != stated.Identity ? (RowDiagnostics.ApprovalChanged.With(), Check)
            : actual.Shown != stated.Shown ? (RowDiagnostics.ApprovalTextChanged.With(), Check)
            : actual.Version != stated.Version ? (RowDiagnostics.ApprovalOfOtherVersion.With(clause.Number), Check)
            : null;
    }

    private static string[] Identity(TableRow row) =>
        [.. Enumerable.Range(0, RecordTable.Columns.Length - 1).Select(row.Cell), row.Cell(Name)];

    private bool Has(int wanted) => table.IndexOf(wanted) is not null;

    private static string Plain(string text) => string.Concat(FigureText.Normalize(text).Where(char.IsLetterOrDigit));

    private static int Of(string column) => RecordTable.Columns.Length + ApprovalSheet.HelperColumns.ToList().IndexOf(column);
}
