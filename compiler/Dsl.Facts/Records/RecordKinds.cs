// 核定 and 兑现记录: one reading for cells and JSON properties alike.
using System.Collections.Immutable;
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Tables;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Facts.Records;

/// <summary>The built-in tables beside the schema's.</summary>
public static class BuiltInTables
{
    /// <summary>核定.</summary>
    public const string Approvals = "核定";

    /// <summary>兑现记录.</summary>
    public const string Payments = "兑现记录";

    /// <summary>参数.</summary>
    public const string Parameters = "参数";

    /// <summary>The kind of subject that comes first, and that a file under another name is taken for.</summary>
    public const string MainSubject = "企业";

    /// <summary>The name that the key column may have in every detail and record.</summary>
    public const string KeyAlias = "主键";
}

/// <summary>The columns of 核定 and 兑现记录.</summary>
public static class RecordFields
{
    /// <summary>文号 of the policy.</summary>
    public const string Policy = "文号";

    /// <summary>条款: the number of the clause.</summary>
    public const string Clause = "条款";

    /// <summary>事项行: the key of the row under 每个.</summary>
    public const string Row = "事项行";

    /// <summary>年度 of the application.</summary>
    public const string Year = "年度";

    /// <summary>金额.</summary>
    public const string Amount = "金额";

    /// <summary>数量: for how much it was paid; of 兑现记录 only, where the clause counts something.</summary>
    public const string Quantity = "数量";

    /// <summary>期次: a part of an award; of 兑现记录 only, where the clause is paid in parts.</summary>
    public const string Part = "期次";

    /// <summary>A column of both tables; the keys of subjects may bear the names that they have in the schema.</summary>
    public static WantedColumn Column(string name, bool isRequired, ImmutableArray<string> keyNames) => new(name, isRequired)
    {
        Aliases = name == BuiltInTables.KeyAlias ? keyNames : [],
        Type = name switch { Amount => DslType.Money, Year => DslType.Year, Quantity => DslType.Number, _ => DslType.Text },
        IsLabel = name is not (Amount or Year or Quantity),
        IsAnyName = name == Row,
    };
}

/// <summary>A record as it was read: the same columns for approvals and payments.</summary>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款.</param>
/// <param name="RowKey">事项行.</param>
/// <param name="Year">年度.</param>
/// <param name="Amount">金额.</param>
public sealed record AmountRecord(string? PolicyNumber, string ClauseNumber, string? RowKey, int? Year, Rational Amount)
{
    /// <summary>数量 as it is written; blank where it is not said.</summary>
    public string QuantityText { get; init; } = "";

    /// <summary>期次 as it is written; blank where it is not said.</summary>
    public string PartText { get; init; } = "";

    /// <summary>期次; null where it is not said.</summary>
    public PaymentPart? Part { get; init; }

    /// <summary>数量 in the unit that the clause counts; null where it counts nothing.</summary>
    public Rational? Quantity { get; init; }

    /// <summary>Years that a record can be of: others are slips of the keyboard.</summary>
    public static readonly Bounds Years = new(1949, 2100);

    public ApprovalRecord ToApproval() => new(PolicyNumber, ClauseNumber, RowKey, Year, Amount);

    /// <summary>Reads a record from its texts; findings name the column.</summary>
    /// <param name="cell">The text of a column without its wrapping; blank where there is none.</param>
    /// <param name="isPayment">兑现记录: the year is required, the amount may be negative.</param>
    /// <param name="problems">What is wrong, with the column.</param>
    public static AmountRecord? Read(Func<string, string> cell, bool isPayment, List<(DataProblem Problem, string Column)> problems)
    {
        foreach (var column in (ReadOnlySpan<string>)[RecordFields.Policy, RecordFields.Clause, RecordFields.Row])
        {
            if (ValueReader.TextProblem(cell(column)) is { } lost)
                problems.Add((lost, column));
        }
        // Invisible characters do not count.
        static string? OrNull(string text) => Identity.Of(text).Length == 0 ? null : text.Trim();
        var clause = OrNull(cell(RecordFields.Clause));
        if (clause is null)
            problems.Add((RowDiagnostics.RequiredCell.With(RecordFields.Clause), RecordFields.Clause));
        var year = Number(RecordFields.Year, DslType.Year, Years, isPayment);
        var amount = Number(RecordFields.Amount, DslType.Money, Bounds.Everything, isRequired: true);
        if (!isPayment && amount is { Sign: < 0 })
            problems.Add((RowDiagnostics.NegativeApproval.With(), RecordFields.Amount));
        if (problems.Count > 0 || clause is null || amount is not { } known)
            return null;
        return new(OrNull(cell(RecordFields.Policy)), clause, OrNull(cell(RecordFields.Row)), year is { } y ? (int)y.Numerator : null,
            known)
        {
            QuantityText = isPayment ? cell(RecordFields.Quantity) : "", PartText = isPayment ? cell(RecordFields.Part) : "",
        };

        Rational? Number(string column, DslType type, Bounds range, bool isRequired)
        {
            var reading = ValueReader.ReadPlain(cell(column), type, range);
            if (reading.Problem is { } problem)
                problems.Add((problem, column));
            else if (reading.Value is null && isRequired)
                problems.Add((RowDiagnostics.RequiredCell.With(column), column));
            return (reading.Value as NumberValue)?.Bounds.Low;
        }
    }

    public PaymentRecord ToPayment() => new(PolicyNumber, ClauseNumber, RowKey, Year ?? 0, Amount)
    {
        Quantity = Quantity, Part = Part,
    };
}

/// <summary>
/// What a record means: the clause, or null with a problem; neither where the record belongs to a policy that is not evaluated.
/// </summary>
/// <param name="Policy">The policy, the only one where the record names none; null where it is not evaluated.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Column">The column that is wrong.</param>
public readonly record struct RecordMeaning(IrPolicy? Policy, IrClause? Clause, DataProblem? Problem, string Column);

/// <summary>What a record is checked against.</summary>
/// <param name="Program">The policies.</param>
/// <param name="Others">The documents that are not evaluated, of which records may be.</param>
/// <param name="IsPayment">兑现记录 (a year is needed, negative amounts are paid back) rather than 核定.</param>
public sealed record RecordRules(IrProgram Program, KnownDocuments Others, bool IsPayment)
{
    public string TableName => IsPayment ? BuiltInTables.Payments : BuiltInTables.Approvals;

    /// <summary>What a record means, whichever way 文号 and 条款 are written.</summary>
    public RecordMeaning Resolve(AmountRecord record)
    {
        static RecordMeaning Wrong(DataProblem problem, string column) => new(null, null, problem, column);
        if (record.PolicyNumber is null && Program.Policies.Length > 1)
            return Wrong(RowDiagnostics.NoPolicyNumber.With(), RecordFields.Policy);
        var policy = record.PolicyNumber is { } number
            ? Program.Policies.FirstOrDefault(candidate => Identity.Same(candidate.Number, number))
            : Program.Policies.FirstOrDefault();
        if (policy is null)
            return ProblemOfOther(record.PolicyNumber ?? "", record.ClauseNumber) is { } unknown
                ? Wrong(unknown, RecordFields.Policy)
                : default;
        if (policy.FindClause(record.ClauseNumber) is not { Kind: not ClauseKind.Declaratory } clause)
        {
            var hint = NameHint.For(record.ClauseNumber,
                policy.Clauses.Where(static clause => clause.Kind != ClauseKind.Declaratory).Select(static clause => clause.Number));
            return Wrong(RowDiagnostics.NoSuchClause.With(policy.Number, record.ClauseNumber, hint), RecordFields.Clause);
        }
        return (clause.PerRow is null) == (record.RowKey is null)
            ? new(policy, clause, null, "")
            : Wrong(
                clause.PerRow is { } detail
                    ? RowDiagnostics.RowKeyMissing.With(clause.Number, detail.Name)
                    : RowDiagnostics.RowKeyUseless.With(clause.Number),
                RecordFields.Row);
    }

    /// <summary>Why a record under a 文号 that is none of the policies' cannot be placed; null where the document is known.</summary>
    private DataProblem? ProblemOfOther(string number, string clause) =>
        Others.Contains(number) ? null
        : PolicyNumbers.Nearest(number, clause, Program) is { } near ? RowDiagnostics.NearPolicyNumber.With(number, near)
        : RowDiagnostics.UnknownDocument.With(number,
            NameHint.For(number, [.. Program.Policies.Select(static policy => policy.Number), .. Others.Named]));

    /// <summary>数量 of a record; null where there is none, or (with a problem) where it cannot be used.</summary>
    /// <param name="clause">The clause of the record.</param>
    /// <param name="rowKey">事项行.</param>
    /// <param name="written">数量 as it is written.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public Rational? QuantityOf(IrClause clause, string? rowKey, string written, List<(DataProblem Problem, string Column)> problems) =>
        IsPayment && clause.Frequency.Allowance is { Type: var type } && !IsPartRow(rowKey)
            ? RecordQuantity.Read(clause.Number, rowKey, written, type, problems) : null;

    /// <summary>数量 of a record: parts of awards count nothing.</summary>
    public Rational? QuantityOf(IrClause clause, AmountRecord record, List<(DataProblem Problem, string Column)> problems) =>
        Identity.Of(record.PartText).Length > 0 ? null : QuantityOf(clause, record.RowKey, record.QuantityText, problems);

    /// <summary>期次 of a record; null where it is an award, or (with a problem) where it cannot be used.</summary>
    /// <param name="clause">The clause of the record.</param>
    /// <param name="rowKey">事项行.</param>
    /// <param name="written">期次 as it is written.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public PaymentPart? PartOf(IrClause clause, string? rowKey, string written, List<(DataProblem Problem, string Column)> problems)
    {
        if (!IsPayment)
            return null;
        var isPart = Identity.Of(written).Length > 0;
        if (clause is { Payout: not null, PerRow: not null } && isPart != IsPartRow(rowKey))
            problems.Add((RowDiagnostics.PartRow.With(clause.Number), RecordFields.Row));
        return isPart ? RecordPart.Read(clause.Number, clause.Payout?.Parts.Length ?? 0, written, problems) : null;
    }

    /// <summary>Whether 事项行 is that of parts.</summary>
    public static bool IsPartRow(string? rowKey) => rowKey is not null && Identity.Same(rowKey, PaymentRecord.PartRow);

    /// <summary>Whether what was received in the past matters for a kind of subject: 频次, 累计上限, and so 竞合 that remembers.</summary>
    public bool LooksBack(IrSubject subject) => Program.Policies.SelectMany(static policy => policy.Clauses)
        .Any(clause => clause.Subject == subject && clause.LooksBack);

    /// <summary>
    /// Whether the number of a clause may have been that of another one, had it come as a number: 3.1 where there is 3.10.
    /// </summary>
    public bool MayHaveLostZeros(IrClause clause) =>
        Program.Policies.Where(policy => policy.Clauses.Contains(clause)).SelectMany(static policy => policy.Clauses)
            .Any(other => other != clause && other.Number.StartsWith(clause.Number, StringComparison.Ordinal)
                && other.Number[clause.Number.Length..].All(static letter => letter == '0'));
}
