// The values that come from outside by name: external parameters and indicators of targets.
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Cells;
using Dsl.Facts.Diagnostics;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Facts.Records;

/// <summary>What a program asks for by name, whatever table or file it comes from.</summary>
public static class ExternalParameters
{
    /// <summary>What comes from outside: external parameters, and the external indicators of targets and their parts.</summary>
    public static IEnumerable<(string Name, DslType Type)> External(IrProgram program)
    {
        foreach (var parameter in program.Parameters.Where(static parameter => parameter.IsExternal))
            yield return (parameter.Name, parameter.Type);
        foreach (var (policy, target) in program.Policies.SelectMany(static policy => policy.Targets,
            static (policy, target) => (policy, target)))
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
            return (null, null,
                declared.Count == 0
                    ? RowDiagnostics.NoParameters.With(name, NameHint.For(name, []))
                    : RowDiagnostics.UnknownParameter.With(name, NameHint.For(name, declared.Select(static parameter => parameter.Name)),
                        string.Join('、', declared.Select(static parameter => parameter.Name))));
        var reading = ValueReader.ReadPlain(text, declared[found].Type, declared[found].Type.InputRange);
        return (declared[found].Name, reading.Value, reading.Problem);
    }
}
