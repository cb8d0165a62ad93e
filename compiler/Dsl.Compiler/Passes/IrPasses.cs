// The passes over every program between lowering and its first use, in order.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Ir.Verifying;

namespace Dsl.Compiler.Passes;

/// <summary>A step over the whole IR.</summary>
/// <param name="Name">Its name, for messages about mistakes of the compiler.</param>
/// <param name="Run">The program in, the program for the next step out.</param>
public sealed record IrPass(string Name, Func<IrProgram, IrProgram> Run);

/// <summary>The passes after lowering.</summary>
public static class IrPasses
{
    private const int ShownViolations = 5;

    /// <summary>All passes in the order in which they run.</summary>
    public static ImmutableArray<IrPass> All { get; } = [new("verify", Verify)];

    /// <summary>Runs all passes.</summary>
    /// <exception cref="InvalidOperationException">The program violates an invariant of the IR: a mistake of the compiler, which must end
    /// in an internal error rather than in a wrong amount.</exception>
    public static IrProgram Run(IrProgram program) => All.Aggregate(program, static (current, pass) => pass.Run(current));

    private static IrProgram Verify(IrProgram program)
    {
        var violations = IrVerifier.Verify(program);
        return violations.Count == 0 ? program : throw new InvalidOperationException(
            $"IR invariants violated ({violations.Count}): {string.Join("; ", violations.Take(ShownViolations))}");
    }
}
