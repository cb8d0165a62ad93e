// How subjects are evaluated: one interface, so that other engines can stand beside the interpreter.
using Dsl.Ir.Facts;
using Dsl.Ir.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;

namespace Dsl.Runtime.Batch;

/// <summary>Evaluates subjects. Safe on several threads.</summary>
public interface IEvaluationEngine
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>The result of one subject.</summary>
    SubjectResult Evaluate(SubjectFacts facts);
}

/// <summary>The engines by name.</summary>
public static class EvaluationEngines
{
    /// <summary>The names that --engine takes.</summary>
    public static IReadOnlyList<string> Names { get; } = ["interpreter"];

    /// <summary>The engine of a name for a program and its inputs, or null for an unknown name.</summary>
    public static IEvaluationEngine? Create(string name, IrProgram program, EvaluationContext context) =>
        name == "interpreter" ? new InterpreterEngine(program, context) : null;
}

/// <summary>The interpreter: the law.</summary>
internal sealed class InterpreterEngine(IrProgram program, EvaluationContext context) : IEvaluationEngine
{
    private readonly Interpreter _interpreter = new(program, context);

    public string Name => "interpreter";

    public SubjectResult Evaluate(SubjectFacts facts) => _interpreter.Evaluate(facts);
}
