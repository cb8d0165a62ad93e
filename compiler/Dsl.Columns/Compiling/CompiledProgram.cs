// A program as a kernel that is ready to run: whatever does not compile is left to the interpreter, clause by clause.
using Dsl.Columns.Emitting;
using Dsl.Columns.Kernels;
using Dsl.Ir.Nodes;

namespace Dsl.Columns.Compiling;

/// <summary>A compiled program.</summary>
/// <param name="Generated">The code, and what became of each clause.</param>
public sealed record CompiledProgram(GeneratedProgram Generated, ProgramKernel Kernel)
{
    /// <summary>
    /// Compiles a program, or takes what was compiled before. A clause whose code the C# compiler refuses is a mistake of the generator,
    /// and no reason to compute nothing: it is left to the interpreter, as are all where the compiler names none.
    /// </summary>
    /// <param name="cache">Where compiled code is kept; null to keep nothing.</param>
    /// <param name="emit">Writes the code without some clauses; null for <see cref="ProgramEmitter.Emit"/>.</param>
    public static CompiledProgram Create(IrProgram program, KernelCache? cache, Func<IReadOnlySet<IrClause>, GeneratedProgram>? emit = null)
    {
        var left = new HashSet<IrClause>(ReferenceEqualityComparer.Instance);
        while (true)
        {
            var generated = emit?.Invoke(left) ?? ProgramEmitter.Emit(program, left);
            try
            {
                return new(generated, KernelLoader.Load(generated, cache));
            }
            catch (UncompiledCodeException error) when (left.Count < generated.Clauses.Count)
            {
                var refused = error.Places.Select(generated.ClauseAt).OfType<ClausePlan>().Where(static plan => plan.Kernel >= 0)
                    .Select(static plan => plan.Clause).ToList();
                left.UnionWith(refused.Count > 0 ? refused : generated.Clauses.Select(static plan => plan.Clause));
            }
        }
    }
}
