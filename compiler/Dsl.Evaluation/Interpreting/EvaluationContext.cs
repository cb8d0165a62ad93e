// The inputs of an evaluation that are not facts of the subject.
using System.Collections.Immutable;
using Dsl.Evaluation.Places;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>The inputs of an evaluation that are not facts of the subject.</summary>
/// <param name="AsOf">测算日.</param>
/// <param name="Year">年度, the application year.</param>
public sealed record EvaluationContext(DateOnly AsOf, int Year)
{
    /// <summary>Values of external parameters by name; absent ones are unknown.</summary>
    public ImmutableDictionary<string, Value> Parameters { get; init; } = ImmutableDictionary<string, Value>.Empty;

    /// <summary>What 名额 and 总额 leave to the subjects of a registry; null where a subject is looked at alone.</summary>
    public RegistryPlaces? Places { get; init; }

    /// <summary>Values of 参数 that are tried out instead of their own, whatever these are.</summary>
    public ImmutableDictionary<IrParameter, Value> Replaced { get; init; } = ImmutableDictionary<IrParameter, Value>.Empty;
}
