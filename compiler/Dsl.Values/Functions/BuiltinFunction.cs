// The definition of a builtin function in one object (names, types, documentation, examples, meaning).
using System.Collections.Immutable;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Values.Functions;

/// <summary>What the type rule of a function answers.</summary>
/// <param name="Result">The result's type; <see cref="DslType.Error"/> where the arguments do not fit.</param>
/// <param name="Problem">In Chinese, what does not fit (no full stop); null where all is well.</param>
public readonly record struct FunctionTyping(DslType Result, string? Problem)
{
    /// <summary>The arguments fit.</summary>
    public static implicit operator FunctionTyping(DslType result) => new(result, null);

    /// <summary>The arguments do not fit.</summary>
    public static FunctionTyping Mismatch(string problem) => new(DslType.Error, problem);
}

/// <summary>A worked example: an expression of the language and the expression that it equals. Run by the tests on every path.</summary>
public readonly record struct FunctionExample(string Expression, string Result);

/// <summary>
/// A scalar function of the language. One file under Functions/&lt;Area&gt;/ declares it as a public static property;
/// <see cref="BuiltinFunctions"/> finds it there.
/// </summary>
/// <param name="Name">The canonical name, which the formatter writes.</param>
/// <param name="Summary">One sentence in Chinese: what it does.</param>
public sealed record BuiltinFunction(string Name, string Summary)
{
    /// <summary>Other accepted names; the formatter rewrites them to <see cref="Name"/>.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Its names in spreadsheets and everyday use, in upper case; rejected, with a message that names this function.</summary>
    public ImmutableArray<string> Misnomers { get; init; } = [];

    /// <summary>Names of the parameters in Chinese, for hover and reference.</summary>
    public required ImmutableArray<string> Parameters { get; init; }

    /// <summary>How many arguments the function takes at least.</summary>
    public required int MinArity { get; init; }

    /// <summary>How many arguments the function takes at most; <see cref="int.MaxValue"/> for any number.</summary>
    public required int MaxArity { get; init; }

    /// <summary>What the last argument is where it is left out, such as 测算日 for 年龄; null where it cannot be left out.</summary>
    public ContextKind? LastArgument { get; init; }

    /// <summary>
    /// Whether a bare figure among the arguments takes the other arguments' type, as with + and − (min, max); the binder
    /// adapts it before asking <see cref="Typing"/>.
    /// </summary>
    public bool UnifiesArguments { get; init; }

    /// <summary>The type rule. Called with as many types as the arity allows, none of them the error type.</summary>
    public required Func<ImmutableArray<DslType>, FunctionTyping> Typing { get; init; }

    /// <summary>What it computes, for every engine and every check.</summary>
    public required FunctionMeaning Meaning { get; init; }

    /// <summary>Worked examples, at least one.</summary>
    public required ImmutableArray<FunctionExample> Examples { get; init; }

    /// <summary>Whether it is the least of its arguments.</summary>
    public bool IsLeast => Meaning is ExtremeMeaning { IsLeast: true };

    /// <summary>Whether it is the greatest of its arguments.</summary>
    public bool IsGreatest => Meaning is ExtremeMeaning { IsLeast: false };

    /// <summary>The value on bounds and unknowns; called only with arguments that <see cref="Typing"/> accepted.</summary>
    public Value Evaluate(ImmutableArray<Value> arguments) => Meaning.Of(arguments);

    /// <summary>Identity is by name: definitions are made once.</summary>
    public bool Equals(BuiltinFunction? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
