// 参数.csv: the values of external parameters. A mistake here concerns every subject, so it stops the run.
using System.Collections.Immutable;
using Dsl.Ir.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Library.Types;
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

    /// <summary>What comes from outside: external parameters, and the external indicators of targets and their parts.</summary>
    public static IEnumerable<(string Name, DslType Type)> External(IrProgram program)
    {
        foreach (var parameter in program.Parameters.Where(static parameter => parameter.IsExternal))
            yield return (parameter.Name, parameter.Type);
        foreach (var (policy, target) in program.Policies.SelectMany(static policy => policy.Targets.Select(target => (policy, target))))
        {
            if (target.Indicator is null)
                yield return (RegistryEvaluator.IndicatorName(program, policy, target), target.Type);
            foreach (var part in target.Parts.Where(static part => part.Indicator is null))
                yield return (RegistryEvaluator.IndicatorName(program, policy, target, part), target.Type);
        }
    }

    /// <summary>The value of an external parameter; the problem is with its name or with its value.</summary>
    public static (Value? Value, DataProblem? Problem, bool IsName) Read(IrProgram program, string name, string text)
    {
        var declared = External(program).ToList();
        if (declared.Find(parameter => parameter.Name == name) is not { Type: { } type })
            return (null, RowRules.UnknownParameter.With(name, string.Join('、', declared.Select(static parameter => parameter.Name).DefaultIfEmpty("（没有外部参数）"))), true);
        var reading = ValueReader.Read(text, type, Bounds.Everything);
        return (reading.Value, reading.Problem, false);
    }
}
