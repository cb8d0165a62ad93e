// 程序: gates that keep an award open until their steps are certainly done.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Whether the gates of a policy let a clause pass.</summary>
internal static class GateRule
{
    /// <summary>
    /// 是 where no gate applies or all steps are done; else 未知, naming each step that is not certainly done (and what must be known to
    /// tell whether the gate applies). Never 否: a gate holds back, it does not refuse.
    /// </summary>
    public static TruthValue Passes(IrPolicy policy, IrClause clause, Frame subject, ExpressionEvaluator evaluator)
    {
        var waits = Unknowns.None;
        foreach (var gate in policy.GatesOf(clause))
            waits |= WaitsFor(gate, subject, evaluator);
        return waits.IsNone ? TruthValue.Yes : new(Truth.Unknown, waits);
    }

    private static Unknowns WaitsFor(IrProcedure gate, Frame subject, ExpressionEvaluator evaluator)
    {
        var applies = gate.Applies is { } when ? evaluator.EvaluateTruth(when, subject) : TruthValue.Yes;
        if (applies.Truth == Truth.No)
            return Unknowns.None;
        var open = gate.Steps.Where(step => evaluator.EvaluateTruth(step.Expression, subject).Truth != Truth.Yes)
            .Aggregate(Unknowns.None, static (sum, step) => sum | Unknowns.Of(UnknownKind.Procedure, step.Text));
        return open.IsNone ? open : open | applies.Unknowns;
    }
}
