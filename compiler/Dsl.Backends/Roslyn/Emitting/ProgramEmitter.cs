// A program as one C# file, with what the reader of its results must know.
using Dsl.Ir.Nodes;

namespace Dsl.Backends.Roslyn.Emitting;

/// <summary>What became of a clause.</summary>
/// <param name="Policy">Its policy.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Kernel">Its index in the kernel of the program; −1 where the interpreter computes it.</param>
/// <param name="Reason">Why the interpreter computes it; empty where it does not.</param>
/// <param name="Waits">What its waits stand for.</param>
public sealed record ClausePlan(IrPolicy Policy, IrClause Clause, int Kernel, string Reason, WaitTable Waits)
{
    /// <summary>Whether units whose inputs are all known are evaluated in one loop.</summary>
    public bool HasBlockKernel { get; init; }
}

/// <summary>The code of a program.</summary>
/// <param name="Source">C#.</param>
/// <param name="Clauses">One per clause that is evaluated, in the order of the policies.</param>
/// <param name="Tables">Texts, parameters and fields.</param>
public sealed record GeneratedProgram(string Source, IReadOnlyList<ClausePlan> Clauses, ProgramTables Tables);

/// <summary>Writes programs.</summary>
public static class ProgramEmitter
{
    /// <summary>The name of the generated <see cref="Dsl.Library.Kernels.ProgramKernel"/>.</summary>
    public const string TypeName = "Dsl.Generated.Program";

    /// <summary>The C# of a program. Deterministic; loads no compiler.</summary>
    public static GeneratedProgram Emit(IrProgram program)
    {
        var tables = new ProgramTables();
        var (plans, names, classes) = (new List<ClausePlan>(), new List<string>(), new List<string>());
        var namer = new CodeWriter();
        foreach (var policy in program.Policies)
        {
            foreach (var clause in policy.Clauses.Where(static clause => clause.Kind != IrClauseKind.Declaratory))
            {
                var waits = new WaitTable();
                var name = namer.Fresh($"{policy.Number}_条款_{clause.Number}");
                var writer = new CodeWriter();
                try
                {
                    var emitter = new ClauseEmitter(writer, tables, policy, clause, waits);
                    emitter.Emit(name);
                    plans.Add(new(policy, clause, names.Count, "", waits) { HasBlockKernel = emitter.HasBlockKernel });
                    names.Add(name);
                    classes.Add(writer.ToString());
                }
                catch (BeyondColumnsException beyond)
                {
                    plans.Add(new(policy, clause, -1, beyond.Message, waits));
                    classes.Add($"// {policy.Number} 条款 {clause.Number}: computed by the interpreter ({beyond.Message})\n");
                }
            }
        }
        return new(Source(names, classes, tables), plans, tables);
    }

    private static string Source(List<string> names, List<string> classes, ProgramTables tables)
    {
        var writer = new CodeWriter();
        foreach (var import in (ReadOnlySpan<string>)["System", "System.Globalization", "System.Numerics", "Dsl.Library.Kernels", "Dsl.Library.Values"])
            writer.Line($"using {import};");
        writer.Line();
        writer.Line("namespace Dsl.Generated;");
        writer.Line();
        writer.Open("public sealed class Program : ProgramKernel");
        writer.Open("public override ClauseKernel[] Clauses { get; } =");
        foreach (var name in names)
            writer.Line($"new {name}(),");
        writer.Close("};");
        writer.Close();
        writer.Line();
        writer.Line("// Numbers of the texts that the policies name.");
        writer.Open($"internal static class {ProgramTables.TextClass}");
        for (var i = 0; i < tables.Texts.Count; i++)
            writer.Line($"public const int {tables.TextNames[i]} = {i}; // {tables.Texts[i].ReplaceLineEndings(" ")}");
        writer.Close();
        return writer + "\n" + string.Join('\n', classes);
    }
}
