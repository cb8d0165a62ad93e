// The facts that a batch would evaluate, one subject after the other.
using Dsl.Batch.Registries;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Agreement.Tests.Registries;

/// <summary>Reads registries.</summary>
internal static class FactsReader
{
    /// <summary>The subjects that can be read, and the context with the values of external parameters.</summary>
    public static (IReadOnlyList<SubjectFacts> Subjects, EvaluationContext Context) Read(IrProgram program, EvaluationContext context,
        string folder)
    {
        var (registry, findings) = Registry.Open(program, new RegistrySource(folder));
        if (registry is null)
            throw new InvalidOperationException(string.Join("\n", findings));
        var texts = new StringDictionary([]);
        registry.LoadDetails(texts, context.Year, new Nowhere(), 1, CancellationToken.None);
        var subjects = new List<SubjectFacts>();
        foreach (var table in registry.Tables)
        {
            using var rows = table.Table.OpenReader();
            var readers = table.Readers(texts);
            foreach (var block in table.Read(rows, registry.Keys))
                subjects.AddRange(table.Complete(block, readers, texts).Facts.Facts);
        }
        return (subjects, context with { Parameters = registry.Parameters });
    }

    private sealed class Nowhere : IRejectedRows
    {
        public void Add(IReadOnlyList<DataFinding> findings) { }
    }
}
