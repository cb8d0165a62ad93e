// Results on their way into a table of any kind.
using Dsl.Ir.Facts;
using Dsl.Ir.Results;

namespace Dsl.Data.Outputs;

/// <summary>Rows of cells.</summary>
internal sealed class CellRows(ResultTable table) : ResultBlock
{
    /// <summary>The rows, in order.</summary>
    public List<string[]> Rows { get; } = [];

    /// <inheritdoc/>
    public override void Add(SubjectFacts facts, SubjectResult result) => Rows.AddRange(table.Rows(facts, result));

    /// <inheritdoc/>
    public override void Add(string[] row) => Rows.Add(row);
}
