// A sheet of what waits for 核定 that comes back filled in: the rows with amounts, checked as a run checks them.
using System.Collections.Immutable;
using Dsl.Data;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Batch.Registries;

/// <summary>A row that was filled in.</summary>
/// <param name="Record">What was decided.</param>
/// <param name="Place">Where it stands.</param>
public sealed record FilledRow(KeptRecord Record, DataPlace Place);

/// <summary>What came back.</summary>
/// <param name="Rows">The rows with amounts that can be used.</param>
/// <param name="Problems">What is wrong, by row.</param>
/// <param name="IsSheet">Whether it is a sheet that was handed out, rather than a table made by hand.</param>
public sealed record FilledRows(ImmutableArray<FilledRow> Rows, ImmutableArray<DataFinding> Problems, bool IsSheet)
{
    /// <summary>Reads a file, .csv or .xlsx.</summary>
    public static FilledRows Read(IrProgram program, string path)
    {
        var (source, unreadable) = TableSources.Open(path);
        if (source is null)
            return new([], unreadable is null ? [] : [unreadable], false);
        var rules = new RecordRules(program, new([.. program.Policies], []), IsPayment: false);
        var (table, findings) = MappedTable.Bind(source, RecordTable.Wanted(rules), ColumnMapping.None);
        ImmutableArray<DataFinding> errors = [.. findings.Where(static finding => finding.Severity == Severity.Error)];
        var sheet = new ReturnedSheet(program, table);
        if (!errors.IsEmpty || !sheet.IsReturned)
            return new([], errors, sheet.IsReturned);
        var (filled, problems) = (ImmutableArray.CreateBuilder<FilledRow>(), ImmutableArray.CreateBuilder<DataFinding>());
        using var rows = table.Open();
        while (rows.TryRead(out var row))
        {
            if (row.Problem is null && row.Trimmed(RecordRow.At(RecordFields.Amount)).IsEmpty)
                continue;
            if (ProblemOf(row, rules, sheet) is { } problem)
                problems.Add(problem);
            else if (RecordRow.Read(row, isPayment: false, program.Policies.Length > 1, []) is { } record)
                filled.Add(new(new(row.Cell(0).Trim(), record.PolicyNumber ?? program.Policies[0].Number, record.ClauseNumber,
                    record.RowKey ?? "", record.Year ?? 0, KeptRecords.Amount(record.Amount)),
                    row.Place(RecordRow.At(RecordFields.Amount))));
        }
        if (rows.Fatal is { } fatal)
            problems.Add(fatal);
        return new(filled.ToImmutable(), problems.ToImmutable(), true);
    }

    private static DataFinding? ProblemOf(TableRow row, RecordRules rules, ReturnedSheet sheet)
    {
        if (row.Problem is { } broken)
            return broken.At(row.Place());
        for (var column = 0; column < RecordTable.Columns.Length; column++)
        {
            if (row.CellProblem(column) is { } unusable)
                return unusable.At(row.Place(column));
        }
        var problems = new List<(DataProblem Problem, string Column)>();
        var record = RecordRow.Read(row, isPayment: false, rules.Program.Policies.Length > 1, problems);
        if (record is null)
            return problems[0].Problem.At(row.Place(RecordRow.At(problems[0].Column)));
        var (_, clause, problem, name) = rules.Resolve(record);
        if (problem is not null)
            return problem.At(row.Place(RecordRow.At(name)));
        return clause is not null && sheet.ProblemOf(row, clause) is { } changed ? changed.Problem.At(row.Place(changed.Column)) : null;
    }
}
