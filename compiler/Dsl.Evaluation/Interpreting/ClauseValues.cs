// What a clause came to, for expressions that look at clauses.
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Values of clauses.</summary>
internal static class ClauseValues
{
    /// <summary>The value for the subject of a frame.</summary>
    public static NumberValue Of(IrClauseValue node, Frame frame, EvaluationContext inputs) =>
        frame is { Policy: { } policy, Subject: { } subject } && policy.FindClause(node.Number) is { } clause
            ? Largest(new ClauseRecords(subject, policy, clause, inputs.Year))
            : NumberValue.Zero;

    private static NumberValue Largest(ClauseRecords records) => NumberValue.Of(records.NetByEarlierYear(null).Values
        .Where(HistoryRule.IsPaidYear).Aggregate(Rational.Zero, Rational.Max));
}
