// What stands beside the subjects of a block: rows of details and records, found by the number of the subject's key.
using System.Collections.Immutable;
using Dsl.Columns.Kernels;
using Dsl.Ir.Facts;
using Dsl.Ir.Schema;

namespace Dsl.Columns.Blocks;

/// <summary>The tables of one kind of subject. Safe to read on several threads.</summary>
public interface ISubjectRows
{
    IrSubject Subject { get; }

    /// <summary>One per <see cref="IrSubject.Details"/>; null where not supplied.</summary>
    ImmutableArray<IDetailRows?> Details { get; }

    /// <summary>核定 in columns; null where there is no such table.</summary>
    RecordColumns? Approvals { get; }

    /// <summary>兑现记录 in columns; null where there is no such table.</summary>
    RecordColumns? Payments { get; }

    ImmutableArray<ApprovalRecord> ApprovalsOf(int owner);

    ImmutableArray<PaymentRecord> PaymentsOf(int owner);
}

/// <summary>The rows of one detail. Safe to read on several threads.</summary>
public interface IDetailRows
{
    IrDetail Detail { get; }

    /// <summary>Whether a row of a subject could not be read, so that the rows say too little.</summary>
    /// <param name="owner">The number of the subject's key.</param>
    /// <param name="near">Keys that look like it and belong to no subject; null for none.</param>
    bool IsDamaged(int owner, int[]? near);

    /// <summary>The rows of a subject as facts.</summary>
    ImmutableArray<RowFacts> FactsOf(int owner);

    /// <summary>Adds the numbers of the rows of a subject, in the order of the table.</summary>
    void AddRows(int owner, List<int> rows);

    /// <summary>The number of the text of a row's key.</summary>
    /// <param name="index">Which row of its subject it is, from 0.</param>
    int KeyOf(int row, int index);

    /// <summary>Puts the values of rows into a block.</summary>
    /// <param name="rows">The rows, by number.</param>
    /// <param name="beyond">Set where a value fits no column.</param>
    void Fill(RowBlock block, ReadOnlySpan<int> rows, Span<bool> beyond);
}
