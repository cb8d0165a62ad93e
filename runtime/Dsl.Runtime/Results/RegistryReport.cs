// What is said of the registry as a whole: pools against what their clauses draw, duties with their due dates.
using System.Collections.Frozen;
using System.Collections.Immutable;
using Dsl.Ir.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;

namespace Dsl.Runtime.Results;

/// <summary>资金池: its size against what its clauses draw. Never cuts an award.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Pool">The pool.</param>
/// <param name="Size">规模.</param>
/// <param name="Drawn">The sum of its clauses; null where none is said.</param>
public sealed record PoolReport(IrPolicy Policy, IrPool Pool, Bounds Size, AmountSum? Drawn)
{
    /// <summary>Whether the certain part alone is more than the pool holds.</summary>
    public bool IsExceeded => Drawn is { } drawn && Size.High is { } size && drawn.Low > size;
}

/// <summary>义务: who must do what by when.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Duty">The duty.</param>
/// <param name="Deadline">The due date; null where none is said or known.</param>
/// <param name="IsDue">Whether the due date lies before the as-of date.</param>
public sealed record DutyReport(IrPolicy Policy, IrDuty Duty, DateOnly? Deadline, bool IsDue);

/// <summary>What is said of the registry as a whole.</summary>
public sealed record RegistryReport(ImmutableArray<PoolReport> Pools, ImmutableArray<DutyReport> Duties)
{
    /// <summary>The report of a run.</summary>
    public static RegistryReport Create(IrProgram program, EvaluationContext context, RunSummary summary)
    {
        var evaluator = new ExpressionEvaluator(context);
        return new(
            [.. program.Policies.SelectMany(policy => policy.Pools.Select(pool => Pool(policy, pool, evaluator, summary)))],
            [.. program.Policies.SelectMany(policy => policy.Duties.Select(duty => Duty(policy, duty, evaluator, context)))]);
    }

    private static PoolReport Pool(IrPolicy policy, IrPool pool, ExpressionEvaluator evaluator, RunSummary summary)
    {
        var drawn = pool.Clauses.IsEmpty ? null : new AmountSum();
        foreach (var clause in summary.Clauses.Where(clause => clause.Policy == policy && pool.Clauses.Contains(clause.Clause.Number)))
            drawn?.Add(clause.Amount);
        return new(policy, pool, evaluator.EvaluateNumber(pool.Size, FrameOf(policy)).Bounds, drawn);
    }

    private static DutyReport Duty(IrPolicy policy, IrDuty duty, ExpressionEvaluator evaluator, EvaluationContext context)
    {
        var day = duty.Deadline is { } deadline ? evaluator.EvaluateNumber(deadline, FrameOf(policy)).Bounds : Bounds.Everything;
        DateOnly? date = day is { IsPoint: true, Low: { } number } ? CivilDate.FromNumber(number) : null;
        return new(policy, duty, date, date < context.AsOf);
    }

    private static Frame FrameOf(IrPolicy policy) => Frame.ForRegistry(policy, FrozenDictionary<IrAggregate, Value>.Empty);
}
