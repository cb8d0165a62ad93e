// 参数.csv: the values of external parameters. A mistake here concerns every subject, so it stops the run.
using System.Collections.Immutable;
using Dsl.Facts.Diagnostics;
using Dsl.Facts.Records;
using Dsl.Facts.Tables;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;

namespace Dsl.Batch.Registries;

internal static class ParameterTable
{
    public static readonly ImmutableArray<WantedColumn> Wanted =
        [new("参数") { Aliases = ["名称"], IsLabel = true }, new("值") { HasAnyUnit = true }];

    public static ImmutableDictionary<string, Value> Load(IrProgram program, MappedTable table, Func<string, bool> isForeign,
        ICollection<DataFinding> findings)
    {
        var values = ImmutableDictionary.CreateBuilder<string, Value>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var rows = table.Open();
        while (rows.TryRead(out var row))
        {
            if ((row.Problem ?? row.CellProblem(0) ?? row.CellProblem(1)) is { } broken)
            {
                findings.Add(broken.At(row.Problem is not null ? row.Place() : row.Place(row.CellProblem(0) is null ? 1 : 0)));
                continue;
            }
            var (name, value, problem) = ExternalParameters.Read(program, row.Cell(0).Trim(), row.Cell(1));
            if (problem?.Rule.Is(RowDiagnostics.UnknownParameter) == true && isForeign(row.Cell(0).Trim()))
                continue;
            if (problem is not null)
                findings.Add(problem.At(row.Place(name is null ? 0 : 1)));
            else if (name is not null && !seen.Add(name))
                findings.Add(RowDiagnostics.DuplicateParameter.With(name).At(row.Place(0)));
            else if (name is not null && value is not null)
                values[name] = value;
        }
        if (rows.Fatal is { } fatal)
            findings.Add(fatal);
        return values.ToImmutable();
    }
}
