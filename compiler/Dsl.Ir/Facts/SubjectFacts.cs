// The data of one subject: facts, rows, approvals, payments. Immutable input of an evaluation.
using System.Collections.Immutable;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Ir.Facts;

/// <summary>
/// The facts of one subject. Values and rows may be made only when they are asked for: engines that read columns ask for few.
/// </summary>
public sealed record SubjectFacts
{
    private readonly int _index;
    private readonly Func<int, ImmutableArray<Value?>>? _makeValues;
    private readonly Func<int, ImmutableArray<ImmutableArray<RowFacts>?>>? _makeDetails;
    private ImmutableArray<Value?> _values;
    private ImmutableArray<ImmutableArray<RowFacts>?> _details;
    private ImmutableArray<ApprovalRecord> _approvals;
    private ImmutableArray<PaymentRecord> _payments;

    /// <summary>Facts that are there.</summary>
    /// <param name="subject">The kind of subject.</param>
    /// <param name="key">The value of its key.</param>
    /// <param name="values">One value per <see cref="IrSubject.Fields"/>; null where missing.</param>
    /// <param name="details">One table per <see cref="IrSubject.Details"/>; null where the table was not supplied at all.</param>
    public SubjectFacts(IrSubject subject, string key, ImmutableArray<Value?> values, ImmutableArray<ImmutableArray<RowFacts>?> details) =>
        (Subject, Key, _values, _details) = (subject, key, values, details);

    /// <summary>Facts that are made when asked for, by functions that give the same at every call.</summary>
    /// <param name="subject">The kind of subject.</param>
    /// <param name="key">The value of its key.</param>
    /// <param name="index">The argument of the functions.</param>
    /// <param name="makeValues">Makes <see cref="Values"/>.</param>
    /// <param name="makeDetails">Makes <see cref="Details"/>.</param>
    public SubjectFacts(
        IrSubject subject, string key, int index, Func<int, ImmutableArray<Value?>> makeValues,
        Func<int, ImmutableArray<ImmutableArray<RowFacts>?>> makeDetails) =>
        (Subject, Key, _index, _makeValues, _makeDetails) = (subject, key, index, makeValues, makeDetails);

    public IrSubject Subject { get; }

    /// <summary>The value of its key.</summary>
    public string Key { get; init; }

    /// <summary>One value per <see cref="IrSubject.Fields"/>; null where missing (缺省 is applied by the interpreter).</summary>
    public ImmutableArray<Value?> Values
    {
        get => _values.IsDefault && _makeValues is not null ? _values = _makeValues(_index) : _values;
        init => _values = value;
    }

    /// <summary>One table per <see cref="IrSubject.Details"/>; null where the table was not supplied at all.</summary>
    public ImmutableArray<ImmutableArray<RowFacts>?> Details
    {
        get => _details.IsDefault && _makeDetails is not null ? _details = _makeDetails(_index) : _details;
        init => _details = value;
    }

    /// <summary>核定 records of the subject.</summary>
    public ImmutableArray<ApprovalRecord> Approvals
    {
        get => _approvals.IsDefault ? Records().Approvals : _approvals;
        init => _approvals = value;
    }

    /// <summary>兑现记录 of the subject, of any year.</summary>
    public ImmutableArray<PaymentRecord> Payments
    {
        get => _payments.IsDefault ? Records().Payments : _payments;
        init => _payments = value;
    }

    /// <summary>Makes both when they are asked for, of the index of the facts; it gives the same at every call.</summary>
    public Func<int, (ImmutableArray<ApprovalRecord> Approvals, ImmutableArray<PaymentRecord> Payments)>? MakeRecords { private get; init; }

    /// <summary>
    /// Names of details with a row that could not be read; clauses that use them are marked, not paid as if complete: the detail
    /// counts as not supplied (null in <see cref="Details"/>).
    /// </summary>
    public ImmutableArray<string> DamagedDetails { get; init; } = [];

    private (ImmutableArray<ApprovalRecord> Approvals, ImmutableArray<PaymentRecord> Payments) Records()
    {
        var (approvals, payments) = MakeRecords?.Invoke(_index) ?? ([], []);
        (_approvals, _payments) = (_approvals.IsDefault ? approvals : _approvals, _payments.IsDefault ? payments : _payments);
        return (_approvals, _payments);
    }

    /// <summary>A subject of which nothing is known: no facts, no tables.</summary>
    public static SubjectFacts Empty(IrSubject subject, string key) =>
        new(subject, key, [.. new Value?[subject.Fields.Length]], [.. new ImmutableArray<RowFacts>?[subject.Details.Length]]);
}

/// <summary>A row of a detail. Its values may be made only when they are asked for.</summary>
public sealed record RowFacts
{
    private readonly int _index;
    private readonly Func<int, ImmutableArray<Value?>>? _makeValues;
    private ImmutableArray<Value?> _values;

    /// <summary>A row that is there.</summary>
    /// <param name="key">The row's key; where the detail has none, its number from 1 in the order of input.</param>
    /// <param name="values">One value per <see cref="IrDetail.Fields"/>; null where missing.</param>
    public RowFacts(string key, ImmutableArray<Value?> values) => (Key, _values) = (key, values);

    /// <summary>A row whose values are made when asked for, by a function that gives the same at every call.</summary>
    /// <param name="key">The row's key.</param>
    /// <param name="index">The argument of the function.</param>
    /// <param name="makeValues">Makes <see cref="Values"/>.</param>
    public RowFacts(string key, int index, Func<int, ImmutableArray<Value?>> makeValues) =>
        (Key, _index, _makeValues) = (key, index, makeValues);

    /// <summary>The row's key; where the detail has none, its number from 1 in the order of input.</summary>
    public string Key { get; init; }

    /// <summary>One value per <see cref="IrDetail.Fields"/>; null where missing.</summary>
    public ImmutableArray<Value?> Values
    {
        get => _values.IsDefault && _makeValues is not null ? _values = _makeValues(_index) : _values;
        init => _values = value;
    }
}

/// <summary>A 核定: an amount that an authority fixed.</summary>
/// <param name="PolicyNumber">文号; null where left out because one policy is evaluated (then it matches every policy).</param>
/// <param name="ClauseNumber">条款.</param>
/// <param name="RowKey">事项行; null for the subject as a whole.</param>
/// <param name="Year">年度; null means the application year.</param>
/// <param name="Amount">In yuan, at least 0.</param>
public sealed record ApprovalRecord(string? PolicyNumber, string ClauseNumber, string? RowKey, int? Year, Rational Amount);

/// <summary>A 兑现记录: an amount that was paid (negative: paid back).</summary>
/// <param name="PolicyNumber">文号; null matches every policy.</param>
/// <param name="ClauseNumber">条款.</param>
/// <param name="RowKey">事项行; null for the subject as a whole.</param>
/// <param name="Year">年度 of the application.</param>
/// <param name="Amount">In yuan.</param>
public sealed record PaymentRecord(string? PolicyNumber, string ClauseNumber, string? RowKey, int Year, Rational Amount)
{
    /// <summary>
    /// 事项行 of the difference between the rows of a clause and the clause's amount: deductions by caps and by money received before.
    /// </summary>
    public const string CutRow = "（上限扣减）";

    /// <summary>事项行 of the parts of awards of a clause with rows: they are parts of the sum.</summary>
    public const string PartRow = "（分期兑付）";

    /// <summary>事项行 that are no row of the detail.</summary>
    public static readonly string[] RowsOfNone = [CutRow, PartRow];

    /// <summary>期次: a part of an award that was paid; null for an award (in full, where the clause is paid in parts).</summary>
    public PaymentPart? Part { get; init; }

    /// <summary>数量: for how much it was paid, in the unit that the clause counts; null where the clause counts nothing.</summary>
    public Rational? Quantity { get; init; }
}

/// <summary>期次 of a record, as 2023年度第1期.</summary>
/// <param name="AwardYear">The year of the award.</param>
/// <param name="Number">Which part of it, from 1.</param>
public readonly record struct PaymentPart(int AwardYear, int Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"{AwardYear}年度第{Number}期";
}
