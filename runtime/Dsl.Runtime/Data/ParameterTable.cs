// 参数.csv: the values of external parameters. A mistake here concerns every subject, so it stops the run.
using System.Collections.Immutable;
using Dsl.Ir.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Library.Text;
using Dsl.Library.Types;
using Dsl.Library.Values;
using Dsl.Runtime.Data.Tables;

namespace Dsl.Runtime.Data;

internal static class ParameterTable
{
    public static readonly ImmutableArray<WantedColumn> Wanted = [new("参数") { Aliases = ["名称"], IsLabel = true }, new("值") { HasAnyUnit = true }];

    public static ImmutableDictionary<string, Value> Load(IrProgram program, BoundTable table, Func<string, bool> isForeign, ICollection<DataFinding> findings)
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
            var (name, value, problem) = Read(program, row.Cell(0).Trim(), row.Cell(1));
            if (problem?.Rule == RowRules.UnknownParameter && isForeign(row.Cell(0).Trim()))
                continue;
            if (problem is not null)
                findings.Add(problem.At(row.Place(name is null ? 0 : 1)));
            else if (name is not null && !seen.Add(name))
                findings.Add(RowRules.DuplicateParameter.With(name).At(row.Place(0)));
            else if (name is not null && value is not null)
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
        foreach (var (policy, target) in program.Policies.SelectMany(static policy => policy.Targets, static (policy, target) => (policy, target)))
        {
            if (target.Indicator is null)
                yield return (RegistryEvaluator.IndicatorName(policy, target), target.Type);
            foreach (var part in target.Parts.Where(static part => part.Indicator is null))
                yield return (RegistryEvaluator.IndicatorName(policy, target, part), target.Type);
        }
    }

    /// <summary>
    /// The value of an external parameter under its full name; with one policy the name of an indicator may leave out the 文号. Without a
    /// name the problem is with the name, else with the value.
    /// </summary>
    public static (string? Name, Value? Value, DataProblem? Problem) Read(IrProgram program, string name, string text)
    {
        var declared = External(program).ToList();
        var full = program.Policies is [var only] ? $"{only.Number} {name}" : name;
        var found = declared.FindIndex(parameter => Identity.Same(parameter.Name, name));
        if (found < 0)
            found = declared.FindIndex(parameter => Identity.Same(parameter.Name, full));
        if (found < 0)
            return (null, null, RowRules.UnknownParameter.With(name, NameHint.For(name, declared.Select(static parameter => parameter.Name)), string.Join('、', declared.Select(static parameter => parameter.Name).DefaultIfEmpty("（没有外部参数）"))));
        var reading = ValueReader.ReadPlain(text, declared[found].Type, declared[found].Type.InputRange);
        return (declared[found].Name, reading.Value, reading.Problem);
    }
}
