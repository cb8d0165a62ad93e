// A program as one C# file, with what the reader of its results must know.
using System.Collections.Immutable;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Functions;
using Dsl.Values.Terms;
using Dsl.Values.Text;

namespace Dsl.Columns.Emitting;

/// <summary>What became of a clause.</summary>
/// <param name="Kernel">Its index in the kernel of the program; −1 where the interpreter computes it.</param>
/// <param name="Refusal">Why the interpreter computes it; null where it does not.</param>
/// <param name="Answer">What was said of it before its code was written.</param>
public sealed record ClausePlan(IrPolicy Policy, IrClause Clause, int Kernel, Refusal? Refusal, Vectorizability Answer)
{
    /// <summary>What it may wait for.</summary>
    public UnknownBitTable Unknowns => Answer.Unknowns;

    /// <summary>How its numbers are held.</summary>
    public ClauseForms Forms => Answer.Forms;

    /// <summary>Whether units whose inputs are all known are evaluated in one loop.</summary>
    public bool HasBlockKernel => Kernel >= 0 && Answer.BlockRefusal is null;
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

    /// <summary>What a clause whose code the C# compiler refuses is left to the interpreter for: a mistake of the generator.</summary>
    public static Refusal DoesNotCompile { get; } = new("生成的代码编译不了", SourceLocation.None);

    // Rules over rows, as kernels hold numbers.
    private static readonly ImmutableArray<Type> Aggregates =
    [
        typeof(SumOfRows<Interval, Tristate, IntervalSum>), typeof(CountOfRows<Interval, Tristate>), typeof(AnyOfRows<Interval, Tristate>),
        typeof(ExtremeOfRows<Interval, Tristate>), typeof(AverageOfRows<Interval, Tristate, IntervalSum>),
    ];

    // A class of more is compiled for more than some seconds, longer than the interpreter needs for a usual registry.
    private const int LargestClass = 12_000;

    // Of thousands of clauses the first are compiled; all would take minutes.
    private const int LargestProgram = 80_000;

    /// <summary>The C# of a program. Deterministic; loads no compiler.</summary>
    /// <param name="uncompiled">Clauses whose code does not compile; null for none.</param>
    public static GeneratedProgram Emit(IrProgram program, IReadOnlySet<IrClause>? uncompiled = null)
    {
        var tables = new ProgramTables();
        var (plans, names, classes) = (new List<ClausePlan>(), new List<string>(), new List<string>());
        var namer = new CodeWriter();
        var total = 0L;
        foreach (var policy in program.Policies)
        {
            foreach (var clause in policy.Clauses.Where(static clause => clause.Kind != ClauseKind.Declaratory))
            {
                var answer = Vectorizability.Of(policy, clause);
                var name = namer.Fresh($"{policy.Number}_条款_{clause.Number}");
                var refusal = uncompiled?.Contains(clause) == true ? DoesNotCompile
                    : answer.Refusal
                        ?? (answer.Nodes > LargestClass || total + answer.Nodes > LargestProgram
                            ? new("代码太长，编译要很久", clause.LegalBasis.Origin)
                            : null);
                var writer = new CodeWriter();
                if (refusal is null)
                {
                    new ClauseEmitter(writer, tables, policy, clause, answer).Emit(name);
                    names.Add(name);
                    total += answer.Nodes;
                }
                else
                {
                    writer.Line($"// {CodeWriter.Comment($"{policy.Number} 条款 {clause.Number}")}：由解释器计算："
                        + $"{CodeWriter.Comment($"{refusal}")}。");
                }
                plans.Add(new(policy, clause, refusal is null ? names.Count - 1 : -1, refusal, answer));
                classes.Add(writer.ToString());
            }
        }
        var head = Head(names, tables);
        var starts = new List<int>();
        foreach (var text in classes)
            starts.Add(starts.Count == 0 ? head.Length : starts[^1] + classes[starts.Count - 1].Length + 1);
        return new(head + string.Join('\n', classes), plans, tables) { Starts = starts };
    }

    // With what functions of the calendar are called by, wherever they stand.
    private static IEnumerable<string> Imports =>
    [
        "System", "System.Globalization", "System.Numerics",
        .. BuiltinFunctions.All.Select(static function => function.Meaning).OfType<CalendarMeaning>()
            .Select(static meaning => meaning.Point.Method.DeclaringType?.Namespace ?? "")
            .Concat([typeof(TableRule<,,>).Namespace ?? "", typeof(Trend).Namespace ?? "", typeof(ClauseKernel).Namespace ?? "",
                typeof(Truth).Namespace ?? "", typeof(StringDictionary).Namespace ?? ""])
            .Distinct().Order(StringComparer.Ordinal),
    ];

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
