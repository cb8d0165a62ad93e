// After attempts that failed, subjects are computed one by one, so that it is known which of them nothing can be made of.
using Dsl.Batch.Engines;
using Dsl.Batch.Running;
using Dsl.Columns.Blocks;
using Dsl.Ir.Results;

namespace Dsl.Batch.Partitions;

/// <summary>Computes subjects one by one, on one thread, and says of which it cannot.</summary>
/// <param name="attempt">Is told which subject is being computed, and knows at which ones others died.</param>
/// <param name="mostDeaths">At how many deaths a subject is not tried again: a process may also be killed for another reason.</param>
internal sealed class CarefulGuard(Attempt attempt, int mostDeaths) : IGuard
{
    private long _next;

    public GuardedResults Evaluate(IEvaluationEngine engine, FactBatch block)
    {
        var (results, failures) = (new SortedList<int, SubjectResult>(), new Dictionary<int, string>());
        for (var i = 0; i < block.Facts.Length; i++)
        {
            var subject = _next++;
            if (attempt.DiedAt.GetValueOrDefault(subject) is var deaths && deaths >= mostDeaths)
            {
                failures[i] = $"计算它的进程 {deaths} 次意外结束";
                continue;
            }
            attempt.Mark(subject);
            try
            {
                using var result = engine.Evaluate(block.Only(i));
                results.Add(i, result.ResultOf(0));
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                failures[i] = $"{error.GetType().Name} {error.Message}";
            }
        }
        attempt.MarkNobody();
        return new(ResultBatch.Of([.. results.Keys.Select(i => block.Facts[i])], [.. results.Values]), [.. results.Keys], failures);
    }
}
