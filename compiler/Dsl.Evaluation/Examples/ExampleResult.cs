// Results of 算例 and 恒有. Plain data.
using Dsl.Evaluation.Explaining;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Examples;

/// <summary>The result of a 算例.</summary>
/// <param name="Passed">Whether what is expected was got.</param>
/// <param name="Expected">As 应得 says: 符合 60万元.</param>
/// <param name="Got">What was computed, in the same words.</param>
/// <param name="Clause">The clause's result; null for a 目标 or where the clause was not found.</param>
/// <param name="Explanation">Why and how much; null where <paramref name="Clause"/> is, or where no explanation was wanted.</param>
public sealed record ExampleResult(
    IrPolicy Policy, IrExample Example, bool Passed, string Expected, string Got, ClauseResult? Clause, ClauseExplanation? Explanation)
{
    /// <summary>The recorded evaluation, for coverage; null for a 目标, or where no explanation was wanted.</summary>
    public EvaluationTrace? Trace { get; init; }

    /// <summary>The target's result; null for a 条款.</summary>
    public TargetResult? Target { get; init; }
}

/// <summary>The result of a 恒有 on the facts of one subject.</summary>
/// <param name="RowKey">The row; null for the subject as a whole.</param>
/// <param name="Truth">否 breaks it; 未知 where the facts leave it open.</param>
/// <param name="Award">奖补 as it was tested.</param>
public sealed record InvariantResult(IrPolicy Policy, IrInvariant Invariant, string? RowKey, Truth Truth, Bounds Award)
{
    /// <summary>The 算例 whose facts they are; null for facts from elsewhere.</summary>
    public IrExample? Example { get; init; }
}
