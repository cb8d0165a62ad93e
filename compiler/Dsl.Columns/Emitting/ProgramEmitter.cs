// A program as one C# file, with what the reader of its results must know.
using System.Collections.Immutable;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Columns.Emitting;

/// <summary>What became of a clause.</summary>
/// <param name="Policy">Its policy.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Kernel">Its index in the kernel of the program; −1 where the interpreter computes it.</param>
/// <param name="Reason">Why the interpreter computes it; empty where it does not.</param>
/// <param name="Waits">What its waits stand for.</param>
public sealed record ClausePlan(IrPolicy Policy, IrClause Clause, int Kernel, string Reason, WaitTable Waits)
{
    /// <summary>What an amount waits for that an authority fixes.</summary>
    public static Wait Approval { get; } = new(UnknownKind.Approval, "核定", WaitScope.Fixed);

    /// <summary>How its numbers are held.</summary>
    public ClauseForms Forms { get; init; } = new();

    /// <summary>Whether units whose inputs are all known are evaluated in one loop.</summary>
    public bool HasBlockKernel => Forms.BlockAmount is not null;
}

/// <summary>The code of a program.</summary>
/// <param name="Source">C#.</param>
/// <param name="Clauses">One per clause that is evaluated, in the order of the policies.</param>
/// <param name="Tables">Texts, parameters and fields.</param>
public sealed record GeneratedProgram(string Source, IReadOnlyList<ClausePlan> Clauses, ProgramTables Tables)
{
    /// <summary>Where in the source each clause of <see cref="Clauses"/> begins; they follow one another to the end.</summary>
    internal IReadOnlyList<int> Starts { get; init; } = [];

    /// <summary>The clause whose code holds a place of the source; null for what is before all clauses.</summary>
    internal ClausePlan? ClauseAt(int place)
    {
        var index = -1;
        while (index + 1 < Starts.Count && Starts[index + 1] <= place)
            index++;
        return index < 0 ? null : Clauses[index];
    }
}

/// <summary>Writes programs.</summary>
public static class ProgramEmitter
{
    /// <summary>The name of the generated <see cref="ProgramKernel"/>.</summary>
    public const string TypeName = "Dsl.Generated.Program";

    private static readonly ImmutableArray<string?> Imports =
        ["System", "System.Globalization", "System.Numerics",
            typeof(GateRule<>).Namespace, typeof(Interval).Namespace, typeof(Truth).Namespace, typeof(TextPool).Namespace];

    // Rules over rows, as kernels hold numbers.
    private static readonly ImmutableArray<Type> Aggregates =
    [
        typeof(SumOfRows<Interval, Tri, IntervalSum>), typeof(CountOfRows<Interval, Tri>), typeof(AnyOfRows<Interval, Tri>),
        typeof(ExtremeOfRows<Interval, Tri>), typeof(AverageOfRows<Interval, Tri, IntervalSum>),
    ];

    // A class of more is compiled for more than some seconds, longer than the interpreter needs for a usual registry.
    private const int LongestClass = 500_000;

    // Of thousands of clauses the first are compiled; all would take minutes.
    private const int LongestProgram = 4_000_000;

    /// <summary>The C# of a program. Deterministic; loads no compiler.</summary>
    /// <param name="program">The program.</param>
    /// <param name="left">Clauses that the interpreter is to compute, each with the reason; null for none beside those without a form.</param>
    public static GeneratedProgram Emit(IrProgram program, IReadOnlyDictionary<IrClause, string>? left = null)
    {
        var tables = new ProgramTables();
        var (plans, names, classes) = (new List<ClausePlan>(), new List<string>(), new List<string>());
        var namer = new CodeWriter();
        var total = 0L;
        foreach (var policy in program.Policies)
        {
            foreach (var clause in policy.Clauses.Where(static clause => clause.Kind != IrClauseKind.Declaratory))
            {
                var waits = new WaitTable();
                var name = namer.Fresh($"{policy.Number}_条款_{clause.Number}");
                var writer = new CodeWriter();
                try
                {
                    if (left?.TryGetValue(clause, out var reason) == true)
                        throw new BeyondColumnsException(reason);
                    var emitter = new ClauseEmitter(writer, tables, policy, clause, waits);
                    emitter.Emit(name);
                    if (writer.Length > LongestClass || total + writer.Length > LongestProgram)
                        throw new BeyondColumnsException("code too long to be compiled in reasonable time");
                    plans.Add(new(policy, clause, names.Count, "", waits) { Forms = emitter.Forms });
                    names.Add(name);
                    classes.Add(writer.ToString());
                    total += writer.Length;
                }
                catch (BeyondColumnsException beyond)
                {
                    plans.Add(new(policy, clause, -1, beyond.Message, waits));
                    classes.Add($"// {CodeWriter.Comment($"{policy.Number} 条款 {clause.Number}")}: computed by the interpreter ({CodeWriter.Comment(beyond.Message)})\n");
                }
            }
        }
        var head = Head(names, tables);
        var starts = new List<int>();
        foreach (var text in classes)
            starts.Add(starts.Count == 0 ? head.Length : starts[^1] + classes[starts.Count - 1].Length + 1);
        return new(head + string.Join('\n', classes), plans, tables) { Starts = starts };
    }

    private static string Alias(Type generic)
    {
        var name = generic.Name[..generic.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"using {name} = {generic.Namespace}.{name}<{string.Join(", ", generic.GenericTypeArguments.AsEnumerable())}>;";
    }

    private static string Head(List<string> names, ProgramTables tables)
    {
        var writer = new CodeWriter();
        foreach (var import in Imports)
            writer.Line($"using {import};");
        foreach (var aggregate in Aggregates)
            writer.Line(Alias(aggregate));
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
        return writer + "\n";
    }
}
