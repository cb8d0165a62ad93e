// Binds a 恒有: a truth over the clause's facts, 令 and 奖补.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds invariants.</summary>
internal static class InvariantBinder
{
    /// <summary>Binds one; null where its clause does not exist (reported).</summary>
    public static BoundInvariant? Bind(PolicyContext context, InvariantBlock block)
    {
        // 恒有 目标 1 would be read as 条款 1.
        if (!block.TargetKind.IsMissing && block.TargetKind.Value != "条款")
        {
            context.Sink.Report(TailDiagnostics.InvariantOfTarget, block.TargetKind.Span, block.TargetKind.Text);
            return null;
        }
        var number = block.Number.Value;
        if (!context.CheckClause(block.Number, "条款") || context.FindClause(number) is not { } clause)
            return null;
        var frame = context.File.Frame with
        {
            Subject = clause.Subject, Row = clause.PerRow, PerRow = clause.PerRow, Locals = LocalTable.Of(clause.Locals),
            AllowsAward = true,
            Window = WindowTable.Of(clause.Frequency.Window),
            History = new(context, number, clause.Frequency.Syntax),
        };
        return new BoundInvariant(block, clause, new ExpressionBinder(context.Sink, frame).BindTruth(block.Condition));
    }
}
