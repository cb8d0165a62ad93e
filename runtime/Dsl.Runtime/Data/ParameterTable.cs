// 参数.csv: the values of external parameters. A mistake here concerns every subject, so it stops the run.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;

namespace Dsl.Runtime.Data;

internal static class ParameterTable
{
    public static readonly ImmutableArray<WantedColumn> Wanted = [new("参数") { Aliases = ["名称"] }, new("值")];

    public static ImmutableDictionary<string, Value> Load(IrProgram program, CsvFile file, TableColumns columns, ICollection<DataFinding> findings)
    {
        var values = ImmutableDictionary.CreateBuilder<string, Value>();
        using var rows = CsvRows.Open(file);
        while (rows.TryRead(out var row))
        {
            var name = columns.Cell(row.Cells, 0).Trim();
            if (row.Problem is { } broken)
                findings.Add(broken.At(new(file.Input.Path, row.Line)));
            else if (values.ContainsKey(name))
                findings.Add(RowRules.DuplicateParameter.With(name).At(columns.Place(file.Input.Path, row.Line, row.Cells, 0)));
            else if (Read(program, name, columns.Cell(row.Cells, 1)) is var (value, problem, isName) && problem is not null)
                findings.Add(problem.At(columns.Place(file.Input.Path, row.Line, row.Cells, isName ? 0 : 1)));
            else if (value is not null)
                values[name] = value;
        }
        if (rows.Fatal is { } fatal)
            findings.Add(fatal);
        return values.ToImmutable();
    }

    /// <summary>The value of an external parameter; the problem is with its name or with its value.</summary>
    public static (Value? Value, DataProblem? Problem, bool IsName) Read(IrProgram program, string name, string text)
    {
        if (program.Parameters.FirstOrDefault(parameter => parameter.IsExternal && parameter.Name == name) is not { } declared)
        {
            var names = string.Join('、', program.Parameters.Where(static parameter => parameter.IsExternal).Select(static parameter => parameter.Name));
            return (null, RowRules.UnknownParameter.With(name, names.Length == 0 ? "（没有外部参数）" : names), true);
        }
        var reading = ValueReader.Read(text, declared.Type, Bounds.Everything);
        return (reading.Value, reading.Problem, false);
    }
}
