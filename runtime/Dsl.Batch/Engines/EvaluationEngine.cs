// How subjects are evaluated: one interface, so that other engines can stand beside the interpreter.
using Dsl.Columns.Blocks;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;
using Dsl.Values.Text;

namespace Dsl.Batch.Engines;

/// <summary>Evaluates subjects. Safe on several threads.</summary>
public interface IEvaluationEngine
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>The numbers of texts in the blocks that it is given.</summary>
    StringDictionary Texts { get; }

    /// <summary>
    /// What users should know of the way results are computed; complete once everything is evaluated.
    /// </summary>
    IEnumerable<DataFinding> Notes { get; }

    /// <summary>
    /// The results of some subjects of one kind, in their order. Remarks, and the rows of clauses that are 不符合 or 不在施行期, may be
    /// left out.
    /// </summary>
    /// <param name="block">The subjects, read with <see cref="Texts"/>.</param>
    ResultBatch Evaluate(FactBatch block);
}

/// <summary>The engines by name.</summary>
public static class EvaluationEngines
{
    /// <summary>The engine that defines what is right: the interpreter.</summary>
    public const string Reference = "interpreter";

    /// <summary>The names that --engine takes.</summary>
    public static IReadOnlyList<string> Names { get; } = ["columns", Reference];

    /// <summary>The engine of a name for a program and its inputs, or null for an unknown name.</summary>
    public static IEvaluationEngine? Create(string name, IrProgram program, EvaluationContext context) =>
        Maker(name, program, context)?.Invoke();

    /// <summary>
    /// Makes engines of a name, each for tables of its own; what they have in common is compiled once. Null for an unknown name.
    /// </summary>
    internal static Func<IEvaluationEngine>? Maker(string name, IrProgram program, EvaluationContext context) =>
        name switch
        {
            "columns" => ColumnsEngine.Maker(program, context),
            Reference => () => new InterpreterEngine(program, context),
            _ => null,
        };
}

/// <summary>The interpreter: the law.</summary>
/// <param name="program">The policies.</param>
/// <param name="context">Dates and external parameters.</param>
/// <param name="note">Why it stands in for another engine; null where it was asked for.</param>
internal sealed class InterpreterEngine(IrProgram program, EvaluationContext context, DataFinding? note = null) : IEvaluationEngine
{
    private readonly Interpreter _interpreter = new(program, context);

    public string Name => EvaluationEngines.Reference;

    public StringDictionary Texts { get; } = new([]);

    public IEnumerable<DataFinding> Notes => note is null ? [] : [note];

    public ResultBatch Evaluate(FactBatch block) =>
        ResultBatch.Of(block.Facts, [.. block.Facts.Select(facts => _interpreter.Evaluate(facts))]);
}
