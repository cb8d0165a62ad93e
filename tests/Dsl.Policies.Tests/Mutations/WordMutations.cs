// Changes of operators and words: a comparison's neighbour and opposite, 且 for 或, max for min, 一次性 for 每年.
using Dsl.Syntax.Tree;

namespace Dsl.Policies.Tests.Mutations;

/// <summary>What may become of an operator or a word with a meaning of its own.</summary>
internal static class WordMutations
{
    private static readonly Dictionary<SyntaxKind, string[]> Operators = new()
    {
        [SyntaxKind.Greater] = [">=", "<="],
        [SyntaxKind.GreaterOrEqual] = [">", "<"],
        [SyntaxKind.Less] = ["<=", ">="],
        [SyntaxKind.LessOrEqual] = ["<", ">"],
        [SyntaxKind.NotEquals] = ["="],
        [SyntaxKind.InKeyword] = ["不属于"],
        [SyntaxKind.NotInKeyword] = ["属于"],
        [SyntaxKind.ReachedKeyword] = ["不满"],
        [SyntaxKind.AndKeyword] = ["或"],
        [SyntaxKind.OrKeyword] = ["且"],
        [SyntaxKind.NotKeyword] = [""],
        [SyntaxKind.Plus] = ["-"],
        [SyntaxKind.Minus] = ["+"],
        [SyntaxKind.Star] = ["/"],
        [SyntaxKind.Slash] = ["*"],
        [SyntaxKind.OrMoreSuffix] = ["以下"],
        [SyntaxKind.OrLessSuffix] = ["以上"],
        [SyntaxKind.Range] = ["..<"],
        [SyntaxKind.RangeExclusive] = [".."],
        [SyntaxKind.YesKeyword] = ["否"],
        [SyntaxKind.NoKeyword] = ["是"],
    };

    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["min"] = "max", ["取低"] = "max", ["max"] = "min", ["取高"] = "min", ["最大值"] = "最小值", ["最小值"] = "最大值",
        ["向上取整"] = "向下取整", ["向下取整"] = "向上取整", ["年数"] = "月数", ["月数"] = "年数", ["合计"] = "最大值",
        ["平均"] = "最大值",
    };

    private static readonly Dictionary<string, string[]> FrequencyModes = new(StringComparer.Ordinal)
    {
        ["一次性"] = ["每年"], ["每次"] = ["每年"], ["每年"] = ["一次性"],
    };

    /// <summary>The changes of an operator; none for other tokens. 1 × x and x ÷ 1 are the same either way.</summary>
    public static IEnumerable<string> OfOperator(SyntaxToken token, SyntaxToken next) =>
        token.Kind is SyntaxKind.Star or SyntaxKind.Slash && next.Value is "1" or "1:1" ? []
        : token.Kind is SyntaxKind.Range && next.Kind is not (SyntaxKind.NumberLiteral or SyntaxKind.DateLiteral) ? []
        : Operators.GetValueOrDefault(token.Kind) ?? [];

    /// <summary>The changes of a node: the name of a function, = in a comparison, the branches of 若, the mode of 频次.</summary>
    public static IEnumerable<(string Kind, SyntaxElement Place, string Text)> OfNode(SyntaxNode node) => node switch
    {
        CallExpression call when Functions.TryGetValue(call.Name.Value, out var other) => [("运算", call.Name, other)],
        BinaryExpression { Operator: { Kind: SyntaxKind.Equals } equals } => [("运算", equals, "!=")],
        FrequencyLine line when FrequencyModes.TryGetValue(line.Mode.Value, out var modes) =>
            modes.Select(mode => ("频次", (SyntaxElement)line.Mode, mode)),
        _ => [],
    };
}
