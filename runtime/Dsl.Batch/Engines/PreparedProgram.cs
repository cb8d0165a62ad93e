// A program with its compiled code, from which engines are made: compiling costs a second, an engine for another day next to nothing.
using Dsl.Columns.Compiling;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;

namespace Dsl.Batch.Engines;

/// <summary>A program that is ready to run. Safe on several threads.</summary>
public sealed class PreparedProgram
{
    private readonly CompiledProgram _compiled;

    private PreparedProgram(IrProgram program, CompiledProgram compiled) => (Program, _compiled) = (program, compiled);

    /// <summary>The program.</summary>
    public IrProgram Program { get; }

    /// <summary>Compiles a program, or loads what was compiled before.</summary>
    public static PreparedProgram Create(IrProgram program) => new(program, CompiledProgram.Create(program, KernelFolder.Open()));

    /// <summary>The engine of compiled code for dates and parameters; the interpreter where a parameter fits no column.</summary>
    public IEvaluationEngine Engine(EvaluationContext context) => ColumnsEngine.Create(Program, context, _compiled);
}
