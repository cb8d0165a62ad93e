// What a clause came to, for expressions that look at clauses.
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Values of clauses.</summary>
internal static class ClauseValues
{
    /// <summary>The value for the subject of a frame.</summary>
    /// <param name="inputs">Dates and external parameters.</param>
    /// <param name="scope">Which conditions count as met.</param>
    public static NumberValue Of(IrClauseValue node, Frame frame, EvaluationContext inputs, EvaluationScope scope)
    {
        if (frame is not { Policy: { } policy, Subject: { } subject } || (node.Clause ?? policy.FindClause(node.Number)) is not { } clause)
            return NumberValue.Zero;
        if (node.Kind == ClauseValueKind.LargestReceipt)
            return Largest(new ClauseRecords(subject, policy, clause, inputs.Year));
        var whole = frame;
        while (whole.Outer is { } outer)
            whole = outer;
        return whole.AmountOf(clause, () => Amount(policy, clause, whole, inputs, scope));
    }

    /// <summary>After the caps of the clause; nothing has competed with it.</summary>
    private static NumberValue Amount(IrPolicy policy, IrClause clause, Frame whole, EvaluationContext inputs, EvaluationScope scope)
    {
        if (whole.Subject is not { } subject)
            return NumberValue.Zero;
        var evaluator = new ClauseEvaluator(inputs, new ExpressionEvaluator(inputs) { Scope = scope }, scope);
        var work = evaluator.Evaluate(policy, clause, whole, subject);
        evaluator.AddUp(work);
        return work.Amount;
    }

    private static NumberValue Largest(ClauseRecords records) => NumberValue.Of(records.NetByEarlierYear(null).Values
        .Where(HistoryRule.IsPaidYear).Aggregate(Rational.Zero, Rational.Max));
}
