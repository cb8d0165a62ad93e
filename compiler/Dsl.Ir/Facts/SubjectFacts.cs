// What is known of one subject: facts, rows, approvals, payments. Immutable input of an evaluation.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;

namespace Dsl.Ir.Facts;

/// <summary>The facts of one subject.</summary>
/// <param name="Subject">The kind of subject.</param>
/// <param name="Key">The value of its key.</param>
/// <param name="Values">One value per <see cref="IrSubject.Fields"/>; null where missing (缺省 is applied by the interpreter).</param>
/// <param name="Details">One table per <see cref="IrSubject.Details"/>; null where the table was not supplied at all.</param>
public sealed record SubjectFacts(IrSubject Subject, string Key, ImmutableArray<Value?> Values, ImmutableArray<ImmutableArray<RowFacts>?> Details)
{
    /// <summary>核定 records of the subject.</summary>
    public ImmutableArray<ApprovalRecord> Approvals { get; init; } = [];

    /// <summary>兑现记录 of the subject, of any year.</summary>
    public ImmutableArray<PaymentRecord> Payments { get; init; } = [];

    /// <summary>
    /// Names of details with a row that could not be read; clauses that use them are marked, not paid as if complete: the detail
    /// counts as not supplied (null in <see cref="Details"/>).
    /// </summary>
    public ImmutableArray<string> DamagedDetails { get; init; } = [];

    /// <summary>A subject of which nothing is known: no facts, no tables.</summary>
    public static SubjectFacts Empty(IrSubject subject, string key) =>
        new(subject, key, [.. new Value?[subject.Fields.Length]], [.. new ImmutableArray<RowFacts>?[subject.Details.Length]]);
}

/// <summary>A row of a detail.</summary>
/// <param name="Key">The row's key; where the detail has none, its number from 1 in the order of input.</param>
/// <param name="Values">One value per <see cref="IrDetail.Fields"/>; null where missing.</param>
public sealed record RowFacts(string Key, ImmutableArray<Value?> Values);

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
public sealed record PaymentRecord(string? PolicyNumber, string ClauseNumber, string? RowKey, int Year, Rational Amount);
