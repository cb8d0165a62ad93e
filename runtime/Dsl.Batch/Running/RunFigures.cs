// What one thread adds up: totals and counts, and the figures of targets and pools.
using Dsl.Batch.Results;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;

namespace Dsl.Batch.Running;

/// <summary>Sums of subjects. Used by one thread at a time; exact, so that they add up in any order.</summary>
/// <param name="program">The policies.</param>
/// <param name="context">Dates, and the values of external parameters.</param>
internal sealed class RunFigures(IrProgram program, EvaluationContext context)
{
    /// <summary>Totals and counts.</summary>
    public RunSummary Summary { get; } = new(program);

    /// <summary>目标 and 资金池.</summary>
    public RegistryEvaluator Registry { get; } = new(program, context);

    /// <summary>Adds subjects.</summary>
    public void Add(ResultBatch results)
    {
        Summary.Add(results);
        foreach (var facts in results.Facts)
            Registry.Add(facts);
        Registry.Add(results);
    }
}
