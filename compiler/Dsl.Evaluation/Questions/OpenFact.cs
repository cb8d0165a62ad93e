// What is not known of a subject and can be asked: a fact, a fact of a row, or which rows a detail has.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Questions;

/// <summary>A fact that can be asked.</summary>
/// <param name="Name">As 缺少 names it: 研发人员数, 科技项目[P-01].上年度国拨经费, 科技项目 for the table.
/// 不清楚 names it alike.</param>
/// <param name="Detail">The detail; null for a fact of the subject.</param>
/// <param name="RowKey">The key of the row; null for a fact of the subject and for a table.</param>
/// <param name="Field">The field; null where it is asked which rows the detail has.</param>
public sealed record OpenFact(string Name, IrDetail? Detail, string? RowKey, IrField? Field)
{
    /// <summary>The index of the row in its table.</summary>
    internal int Row { get; init; }

    /// <summary>The facts with a value in its place.</summary>
    internal SubjectFacts With(SubjectFacts facts, Value value)
    {
        if (Field is not { } field)
            return facts;
        if (Detail is not { } detail)
            return facts with { Values = facts.Values.SetItem(field.Ordinal, value) };
        if (facts.Details[detail.Ordinal] is not { } rows)
            return facts;
        var row = rows[Row];
        return With(facts, detail, rows.SetItem(Row, new(row.Key, row.Values.SetItem(field.Ordinal, value))));
    }

    /// <summary>The facts with rows of a detail.</summary>
    internal static SubjectFacts With(SubjectFacts facts, IrDetail detail, ImmutableArray<RowFacts> rows) =>
        facts with { Details = facts.Details.SetItem(detail.Ordinal, rows) };
}
