// What a function computes, in a form that interpreter, generator and checks know.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Values.Functions.Meanings;

/// <summary>
/// The meaning of a function. Beside the values that it gives, its form says all that others want to know of the function: the generator
/// what to write for it, checks which argument decides. A function whose meaning has a form of its own is left to the interpreter.
/// </summary>
public abstract record FunctionMeaning
{
    /// <summary>The value on bounds and unknowns; called only with arguments that the type rule accepted.</summary>
    public abstract Value Of(ImmutableArray<Value> arguments);
}
