// Calls of builtin functions by the types that their definitions accept: one that is new is met without a line here.
using System.Collections.Immutable;
using Dsl.Values.Functions;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Types;

namespace Dsl.Agreement.Tests.Generating;

/// <summary>Which functions give a value of a kind, of which arguments.</summary>
internal static class BuiltinCalls
{
    private static readonly ImmutableArray<(Kind Kind, DslType Type)> Kinds =
    [
        (Kind.Money, DslType.Money), (Kind.Ratio, DslType.Ratio), (Kind.Number, DslType.Number), (Kind.Date, DslType.Date),
        (Kind.Year, DslType.Year),
        (Kind.Persons, In("人")), (Kind.Pieces, In("件")), (Kind.Area, In("平方米")), (Kind.Years, In("年")), (Kind.Months, In("月")),
        (Kind.Days, In("天")), (Kind.Age, In("岁")),
    ];

    private static readonly ILookup<Kind, (string Function, ImmutableArray<Kind> Arguments)> ByResult =
        All().ToLookup(static call => call.Result, static call => (call.Function, call.Arguments));

    /// <summary>The calls that give a value of a kind.</summary>
    public static ImmutableArray<(string Function, ImmutableArray<Kind> Arguments)> Of(Kind kind) => [.. ByResult[kind]];

    // The least and greatest are drawn elsewhere, so that no floor lies above a ceiling.
    private static IEnumerable<(string Function, Kind Result, ImmutableArray<Kind> Arguments)> All() =>
        from function in BuiltinFunctions.All
        where function.Meaning is not ExtremeMeaning
        from first in Kinds
        from second in function.MinArity <= 1 ? Kinds[..1] : Kinds
        let arguments = (ImmutableArray<(Kind Kind, DslType Type)>)[first, .. Enumerable.Repeat(second, Math.Max(1, function.MinArity) - 1)]
        let type = function.Typing([.. arguments.Select(static argument => argument.Type)]).Result
        from result in Kinds
        where result.Type == type
        select (function.Name, result.Kind, (ImmutableArray<Kind>)[.. arguments.Select(static argument => argument.Kind)]);

    private static DslType In(string unit) => DslType.In(Units.Find(unit) ?? throw new InvalidOperationException(unit));
}
