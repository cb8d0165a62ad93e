// Calls of functions around a place, and the documentation of functions.
using System.Collections.Immutable;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;

namespace Dsl.LanguageServer.Features.Completion;

internal static class Calls
{
    /// <summary>The innermost call whose arguments the place is among, and which one it is; null where there is none.</summary>
    public static (CallExpression? Call, int Argument) Around(CompletionPlace place)
    {
        var call = place.Path.OfType<CallExpression>().LastOrDefault(call => call.Name.Span.End < place.PathOffset);
        if (call is null)
            return (null, 0);
        var commas =
            call.Children.OfType<SyntaxToken>().Count(token => token.Kind == SyntaxKind.Comma && token.Span.Start < place.PathOffset);
        return (call, commas);
    }
}

/// <summary>A function as it is shown.</summary>
internal sealed record FunctionTexts
{
    public required string Name { get; init; }

    /// <summary>Its other names, joined by spaces.</summary>
    public string OtherNames { get; init; } = "";

    /// <summary>Whether it goes over rows.</summary>
    public bool IsAggregate { get; init; }

    /// <summary>What it takes, with what each means.</summary>
    public required ImmutableArray<(string Name, string Meaning)> Parameters { get; init; }

    /// <summary>How many of them must be given.</summary>
    public required int Required { get; init; }

    /// <summary>Whether the last one may be given again and again.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What it does.</summary>
    public required string Summary { get; init; }

    public required ImmutableArray<string> Examples { get; init; }

    public static ImmutableArray<FunctionTexts> All { get; } = [.. BuiltinFunctions.All.Select(Of), .. AggregateFunctions.All.Select(Of)];

    /// <summary>min(甲, 乙, …).</summary>
    public string Signature => $"{Name}({string.Join(", ", ParameterLabels)}{(IsOpen ? ", …" : "")})";

    /// <summary>The parameters as they stand in the signature.</summary>
    public IEnumerable<string> ParameterLabels =>
        Parameters.Select((parameter, index) => index < Required ? parameter.Name : $"[{parameter.Name}]");

    /// <summary>What it does and examples, as Markdown.</summary>
    public string Documentation =>
        Examples.IsEmpty ? Summary : Summary + "\n\n" + string.Join('\n', Examples.Select(static example => $"- `{example}`"));

    /// <summary>The call with placeholders for what must be given.</summary>
    public string Snippet =>
        $"{Name}({string.Join(", ", Parameters.Take(Required).Select(static (parameter, index) => $"${{{index + 1}:{parameter.Name}}}"))})";

    /// <summary>The function of a name or other name; null where there is none.</summary>
    public static FunctionTexts? Find(string name) =>
        All.FirstOrDefault(function => function.Name == name || function.OtherNames.Split(' ').Contains(name));

    private static FunctionTexts Of(BuiltinFunction function) => new()
    {
        Name = function.Name,
        OtherNames = string.Join(' ', function.Aliases),
        Parameters = [.. function.Parameters.Select(static parameter => (parameter, ""))],
        Required = function.MinArity,
        IsOpen = function.MaxArity == int.MaxValue,
        Summary = function.Summary,
        Examples = [.. function.Examples.Select(static example => $"{example.Expression} = {example.Result}")],
    };

    private static FunctionTexts Of(AggregateFunction aggregate) => new()
    {
        Name = aggregate.Name,
        IsAggregate = true,
        Parameters = aggregate.TakesSelector
            ? [("明细", "对哪一张明细表的各行汇总；也可以写 明细.字段。"), ("值", "每一行取什么数。"),
                ("条件", "只算满足条件的行；不写则算全部。")]
            : [("明细", "对哪一张明细表的各行汇总。"), ("条件", "只算满足条件的行；不写则算全部。")],
        Required = aggregate.TakesSelector ? 2 : 1,
        Summary = aggregate.Summary,
        Examples = [$"{aggregate.Name}(科技项目, {(aggregate.TakesSelector ? "上年度国拨经费, " : "")}承担方式 = 牵头)"],
    };
}
