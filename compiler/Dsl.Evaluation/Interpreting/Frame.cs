// What an expression is evaluated against: a policy's date, a subject, perhaps a row; with the 令 that were already computed there.
using System.Collections.Frozen;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>
/// A frame: the subject and row that facts are read from. 令 are evaluated once per frame of the clause (the subject, or a row under
/// 每个); frames of rows inside an aggregate see the 令 of the clause's frame.
/// </summary>
public sealed class Frame
{
    private Dictionary<IrLocal, Value>? _locals;
    private Dictionary<IrClause, NumberValue>? _amounts;

    private Frame(Frame? outer, IrPolicy? policy, SubjectFacts? subject) => (Outer, Policy, Subject) = (outer, policy, subject);

    /// <summary>The frame around a row; null for the outermost.</summary>
    public Frame? Outer { get; }

    /// <summary>The policy whose 施行日期 is meant; null where there is none.</summary>
    public IrPolicy? Policy { get; }

    /// <summary>The subject; null for the registry as a whole.</summary>
    public SubjectFacts? Subject { get; }

    /// <summary>The detail whose row this is; null for a frame of the subject or the registry.</summary>
    public IrDetail? Detail { get; private init; }

    /// <summary>
    /// The row; null under a <see cref="Detail"/> means a row of which nothing is known, not even 缺省 (the table was not supplied).
    /// </summary>
    public RowFacts? Row { get; private init; }

    /// <summary>奖补, for 恒有.</summary>
    public Value? Award { get; init; }

    /// <summary>Whether rows are those of a whole registry: then a missing fact is named without the row's key.</summary>
    public bool OfRegistry { get; private init; }

    /// <summary>Values of aggregates over the registry, computed beforehand in one pass over the subjects.</summary>
    public FrozenDictionary<IrAggregate, Value>? RegistryAggregates { get; private init; }

    private bool IsAggregateRow { get; init; }

    /// <summary>The frame of a subject under a policy.</summary>
    public static Frame OfSubject(IrPolicy? policy, SubjectFacts subject) => new(null, policy, subject);

    /// <summary>The frame of a subject as one of a registry.</summary>
    public static Frame OfRegistrySubject(IrPolicy? policy, SubjectFacts subject) => new(null, policy, subject) { OfRegistry = true };

    /// <summary>The frame of expressions over the whole registry.</summary>
    public static Frame ForRegistry(IrPolicy? policy, FrozenDictionary<IrAggregate, Value> aggregates) =>
        new(null, policy, null) { OfRegistry = true, RegistryAggregates = aggregates };

    /// <summary>The frame of a row under 每个; a null row is one of which nothing is known.</summary>
    public Frame ForRow(IrDetail detail, RowFacts? row) =>
        new(this, Policy, Subject) { Detail = detail, Row = row, OfRegistry = OfRegistry };

    /// <summary>The frame of a row inside an aggregate; a null row is one of which nothing is known.</summary>
    public Frame ForAggregateRow(IrDetail detail, RowFacts? row) =>
        new(this, Policy, Subject) { Detail = detail, Row = row, OfRegistry = OfRegistry, IsAggregateRow = true };

    /// <summary>The same place with 奖补 known, and 令 as they were computed.</summary>
    public Frame WithAward(Value award) =>
        new(Outer, Policy, Subject) { Detail = Detail, Row = Row, OfRegistry = OfRegistry, Award = award, _locals = _locals };

    /// <summary>The innermost frame with a row of the detail, or null.</summary>
    public Frame? FindRow(string detail)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.Detail?.Name == detail)
                return frame;
        }
        return null;
    }

    /// <summary>The frame that the 令 of the clause belong to.</summary>
    public Frame ClauseFrame() => IsAggregateRow && Outer is { } outer ? outer.ClauseFrame() : this;

    /// <summary>The amount of a clause for the subject, computed once.</summary>
    internal NumberValue AmountOf(IrClause clause, Func<NumberValue> compute)
    {
        if (_amounts?.TryGetValue(clause, out var known) == true)
            return known;
        var amount = compute();
        (_amounts ??= [])[clause] = amount;
        return amount;
    }

    /// <summary>The value of a 令 where it is already known.</summary>
    public bool TryGetLocal(IrLocal local, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Value? value)
    {
        value = null;
        return _locals?.TryGetValue(local, out value) == true;
    }

    /// <summary>Keeps the value of a 令.</summary>
    public void SetLocal(IrLocal local, Value value) => (_locals ??= [])[local] = value;
}
