// What waits for 核定 as a sheet that officers fill in and hand back. The rows know no file format: a writer puts cells where it wants.
using Dsl.Facts.Cells;
using Dsl.Facts.Results;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Quantities;
using Dsl.Values.Terms;

namespace Dsl.Batch.Registries;

/// <summary>A row of the sheet: something that is 待核定.</summary>
public sealed record ApprovalSheetRow
{
    /// <summary>主键 of the subject.</summary>
    public required string Key { get; init; }

    /// <summary>文号.</summary>
    public required string PolicyNumber { get; init; }

    /// <summary>条款.</summary>
    public required string ClauseNumber { get; init; }

    /// <summary>事项行; empty for the subject as a whole.</summary>
    public required string RowKey { get; init; }

    /// <summary>年度.</summary>
    public required int Year { get; init; }

    /// <summary>The subject's name; empty where the schema has none.</summary>
    public required string Name { get; init; }

    public required string ClauseTitle { get; init; }

    /// <summary>最高 in yuan, or 不封顶.</summary>
    public required string Highest { get; init; }

    /// <summary>What decisions are open.</summary>
    public required string Awaited { get; init; }

    /// <summary>What to mind.</summary>
    public required string Remark { get; init; }

    /// <summary>校验: what must come back as it is.</summary>
    public required string Check { get; init; }
}

/// <summary>The sheet: columns, and the rows of a result.</summary>
public static class ApprovalSheet
{
    internal const string NameColumn = "名称", TitleColumn = "条款标题", HighestColumn = "最高", CheckColumn = "校验";

    /// <summary>Columns for the officer, after those of 核定. Where they come back, they must fit what stands before them.</summary>
    public static IReadOnlyList<string> HelperColumns { get; } = [NameColumn, TitleColumn, HighestColumn, "等待", "备注", CheckColumn];

    /// <summary>All columns: those of 核定 first.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. RecordTable.Columns, .. HelperColumns];

    /// <summary>Whether the sheet can be written to a file of that name.</summary>
    public static bool IsPath(string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>The cells of a row in the order of <see cref="Columns"/>; 金额 is left empty.</summary>
    public static IReadOnlyList<string> Cells(ApprovalSheetRow row) =>
    [
        row.Key, row.PolicyNumber, row.ClauseNumber, row.RowKey, $"{row.Year}", "", row.Name, row.ClauseTitle, row.Highest, row.Awaited,
            row.Remark, row.Check,
    ];

    /// <summary>What waits in results: subject by subject a row per clause, or per 事项行.</summary>
    /// <param name="results">The results.</param>
    /// <param name="year">年度.</param>
    public static IEnumerable<ApprovalSheetRow> RowsOf(ResultBatch results, int year)
    {
        for (var i = 0; i < results.Facts.Length; i++)
        {
            if (!results.IsInColumns(i))
            {
                foreach (var row in RowsOf(results.Facts[i], results.ResultOf(i)))
                    yield return row;
                continue;
            }
            for (var c = 0; c < results.Clauses.Length; c++)
            {
                var column = results.Clauses[c];
                if (!column.Objects.ContainsKey(i) && !MayWait(column, i))
                    continue;
                foreach (var row in RowsOf(results.Facts[i], column.Policy, results.ResultOf(i, c), year))
                    yield return row;
            }
        }
    }

    /// <summary>What waits in the result of a subject: a row per clause, or per 事项行.</summary>
    public static IEnumerable<ApprovalSheetRow> RowsOf(SubjectFacts facts, SubjectResult result) =>
        result.Policies.SelectMany(policy => policy.Clauses.SelectMany(clause => RowsOf(facts, policy.Policy, clause, result.Year)));

    private static bool MayWait(ClauseColumn column, int subject)
    {
        if (column.Clause.Kind != ClauseKind.Award || column.Amounts.StatusAt(subject).IsRefused())
            return false;
        if (column.Clause.PerRow is null)
            return column.Amounts.StatusAt(subject) == ClauseStatus.AwaitingDecision;
        return column.Rows.Status.AsSpan(column.Offsets[subject]..column.Offsets[subject + 1])
            .Contains((byte)ClauseStatus.AwaitingDecision);
    }

    private static IEnumerable<ApprovalSheetRow> RowsOf(SubjectFacts facts, IrPolicy policy, ClauseResult clause, int year)
    {
        if (clause.Clause.Kind != ClauseKind.Award)
            yield break;
        foreach (var line in ResultLines.Of(clause).Where(line => Waits(clause.Clause, line)))
        {
            var (number, name, title) = (clause.Clause.Number, NameOf(facts), clause.Clause.LegalBasis.Title);
            var highest = line.Amount.High is { } high ? QuantityFormat.Ledger(high) : "不封顶";
            string[] identity = [facts.Key, policy.Number, number, line.RowKey, $"{year}", name];
            yield return new()
            {
                Key = facts.Key,
                PolicyNumber = policy.Number,
                ClauseNumber = number,
                RowKey = line.RowKey,
                Year = year,
                Name = name,
                ClauseTitle = title,
                Highest = highest,
                Awaited = string.Join('、', UnknownText.Awaited(line.Unknowns)),
                Remark = RemarkOf(clause.Clause),
                Check = $"{CheckOf(identity, title, highest, policy, clause.Clause)}",
            };
        }
    }

    /// <summary>The 校验 of a row.</summary>
    /// <param name="identity">主键, 文号, 条款, 事项行, 年度, 名称.</param>
    /// <param name="title">条款标题.</param>
    /// <param name="highest">最高, in any notation.</param>
    internal static ApprovalCheck CheckOf(IEnumerable<string> identity, string title, string highest, IrPolicy policy, IrClause clause) =>
        ApprovalCheck.Of(identity,
            [title, FigureText.Read(FigureText.Normalize(highest)) is { } figure ? QuantityFormat.Ledger(figure.Value) : highest], policy,
            clause);

    /// <summary>Whether a field is what a subject is called: officers see it beside the key.</summary>
    internal static bool IsName(IrField field) => field.Name is "名称" or "姓名";

    // What caps take away follows from the rows and is not decided.
    private static bool Waits(IrClause clause, ResultLine line) =>
        line is { Status: ClauseStatus.AwaitingDecision, Part.Length: 0 }
        && (clause.PerRow is null ? line.RowKey.Length == 0 : line.RowKey is not ("" or PaymentRecord.CutRow));

    /// <summary>The name of a subject; empty where the schema has none.</summary>
    internal static string NameOf(SubjectFacts facts) =>
        facts.Subject.Fields.FirstOrDefault(IsName) is { } field ? ValueText.Cell(facts.Values[field.Ordinal], field.Type) : "";

    private static string RemarkOf(IrClause clause) =>
        clause is { Award: IrFormula, NeedsPlaces: true }
            ? "本条款按公式计算，不填金额；等待名额、总额的，请在数据表里分清先后，再测算全部主体"
        : clause.Award is IrFormula ? "本条款按公式计算，不填金额；请把认定的结果填进数据表" : "";
}
