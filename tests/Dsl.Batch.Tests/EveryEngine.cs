// A batch run by every engine: what they write must be the same.
using Dsl.Batch.Engines;
using Dsl.Batch.Running;
using Xunit;

namespace Dsl.Batch.Tests;

internal static class EveryEngine
{
    /// <summary>The lines of the one result that all engines write.</summary>
    /// <param name="run">Runs an engine by its name.</param>
    /// <param name="read">Reads what it wrote.</param>
    public static List<string> Lines(Func<string, BatchOutcome> run, Func<string> read)
    {
        var texts = new List<string>();
        foreach (var engine in EvaluationEngines.Names)
        {
            Assert.NotNull(run(engine).Result);
            texts.Add(read());
        }
        Assert.Single(texts.Distinct());
        return [.. texts[0].Split('\n')];
    }
}
