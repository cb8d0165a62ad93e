// How subjects are evaluated: one interface, so that other engines can stand beside the interpreter.
using Dsl.Ir.Facts;
using Dsl.Ir.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Runtime.Batch.Columns;

namespace Dsl.Runtime.Batch;

/// <summary>Evaluates subjects. Safe on several threads.</summary>
public interface IEvaluationEngine
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>The results of some subjects.</summary>
    /// <param name="subjects">The subjects.</param>
    /// <param name="results">As many results, in the same order.</param>
    void Evaluate(ReadOnlySpan<SubjectFacts> subjects, Span<SubjectResult> results);
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
        name switch
        {
            "columns" => ColumnsEngine.Create(program, context),
            Reference => new InterpreterEngine(program, context),
            _ => null,
        };
}

/// <summary>The interpreter: the law.</summary>
internal sealed class InterpreterEngine(IrProgram program, EvaluationContext context) : IEvaluationEngine
{
    private readonly Interpreter _interpreter = new(program, context);

    public string Name => EvaluationEngines.Reference;

    public void Evaluate(ReadOnlySpan<SubjectFacts> subjects, Span<SubjectResult> results)
    {
        for (var i = 0; i < subjects.Length; i++)
            results[i] = _interpreter.Evaluate(subjects[i]);
    }
}
