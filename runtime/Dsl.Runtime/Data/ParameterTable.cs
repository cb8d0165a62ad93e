// 参数.csv: the values of external parameters. A mistake here concerns every subject, so it stops the run.
using System.Collections.Immutable;
using Dsl.Ir.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Library.Types;
using Dsl.Library.Values;
using Dsl.Runtime.Data.Tables;

namespace Dsl.Runtime.Data;

internal static class ParameterTable
{
    public static readonly ImmutableArray<WantedColumn> Wanted = [new("参数") { Aliases = ["名称"] }, new("值")];

    public static ImmutableDictionary<string, Value> Load(IrProgram program, BoundTable table, ICollection<DataFinding> findings)
    {
        var values = ImmutableDictionary.CreateBuilder<string, Value>();
        using var rows = table.Open();
        while (rows.TryRead(out var row))
        {
            var name = row.Cell(0).Trim();
            if (row.Problem is { } broken)
                findings.Add(broken.At(row.Place()));
            else if ((row.CellProblem(0) ?? row.CellProblem(1)) is { } unusable)
                findings.Add(unusable.At(row.Place(row.CellProblem(0) is null ? 1 : 0)));
            else if (values.ContainsKey(name))
                findings.Add(RowRules.DuplicateParameter.With(name).At(row.Place(0)));
            else if (Read(program, name, row.Cell(1)) is var (value, problem, isName) && problem is not null)
                findings.Add(problem.At(row.Place(isName ? 0 : 1)));
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
        foreach (var target in program.Policies.SelectMany(static policy => policy.Targets))
        {
            if (target.Indicator is null)
                yield return (RegistryEvaluator.IndicatorName(target), target.Type);
            foreach (var part in target.Parts.Where(static part => part.Indicator is null))
                yield return (RegistryEvaluator.IndicatorName(target, part), target.Type);
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
