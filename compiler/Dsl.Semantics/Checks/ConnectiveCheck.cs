// 且, 或 and 排除 of a clause against the words of its quotation, where these leave no doubt.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks;

/// <summary>Connectives and negations that the quotation does not have, or has and the clause does not.</summary>
/// <remarks>Said only where no word of the quotation could mean it: 香港或澳门 may be one fact, and 甲、乙 may be both or either.</remarks>
public sealed partial class ConnectiveCheck : ICheck
{
    private static readonly DiagnosticRule NoNegation = new("DSL3066", Severity.Warning,
        "条款写了「排除」，依据里没有「不」「除外」「未」这样的话。",
        "照原文改 条件 和 排除；排除的依据在原文别处的，把那一句也引进依据；理解有取舍的，写明理由（// 忽略 DSL3066 …）。");

    private static readonly DiagnosticRule NoExclusion = NoNegation.Worded("依据写了「{0}」，条款里没有 排除、非 这样的条件。");

    private static readonly DiagnosticRule NoAlternative = new("DSL3067", Severity.Warning,
        "条件写了「或」，依据里没有「或」「之一」这样的话：满足一个就给，还是都要满足？", "都要满足的，把「或」改为「且」；"
            + "满足一个就给的依据在原文别处的，把那一句也引进依据；理解有取舍的，写明理由（// 忽略 DSL3067 …）。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [NoNegation, NoAlternative];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, block) in context.CitedBlocks
            .Where(static entry => entry.Block.IsComputed && entry.Block.Syntax.Keyword?.Value == "条款"))
            Check(context, policy, block);
    }

    private static void Check(CheckContext context, BoundPolicy policy, CitedBlock block)
    {
        var quoted = string.Concat(Quotation.TokensOf(block.Syntax)
            .SelectMany(static quote => new Quotation(quote).Pieces).Select(static piece => piece.Text));
        if (quoted.Length == 0)
            return;
        var excluded = block.Syntax.LinesOf<ExpressionLine>("排除").ToList();
        var required = block.Syntax.LinesOf<ExpressionLine>("条件").ToList();
        // Figures and comparisons may say the end of a period: 排除 评定日期 满 3年.
        if (!Negation().IsMatch(Bounds().Replace(quoted, ""))
            && excluded.Find(static line => line.Tokens.Skip(1)
                .All(static token => token.Kind is SyntaxKind.Name or SyntaxKind.AndKeyword or SyntaxKind.OrKeyword
                    or SyntaxKind.OpenParenthesis or SyntaxKind.CloseParenthesis))
                is { } exclusion)
            context.Report(NoNegation.At(policy.Source, exclusion.Span));
        else if (excluded.Count == 0 && Exception().Match(Reserved().Replace(quoted, "")) is { Success: true } except && required.Count > 0
            && !block.Syntax.Lines.SelectMany(static each => each.Tokens)
                .Any(static token =>
                    token.Kind is SyntaxKind.NotKeyword or SyntaxKind.NotEquals or SyntaxKind.NotInKeyword or SyntaxKind.NoKeyword))
            context.Report(NoExclusion.At(policy.Source, required[0].Span, except.Value));
        if (!Alternative().IsMatch(quoted)
            && required.Find(static line => line.Tokens.Any(static token => token.Kind == SyntaxKind.OrKeyword)) is { } either)
            context.Report(NoAlternative.At(policy.Source, either.Span));
    }

    [GeneratedRegex("不(?:得)?(?:超过|低于|少于|高于|足|满|多于|大于|小于|限)|无人机|非遗|除尘|除虫", RegexOptions.CultureInvariant)]
    private static partial Regex Bounds();

    [GeneratedRegex("[不未非除无没拒否禁失撤停]|取消|以外|剔除|扣", RegexOptions.CultureInvariant)]
    private static partial Regex Negation();

    [GeneratedRegex("[^,，。;；(（]{0,20}除外", RegexOptions.CultureInvariant)]
    private static partial Regex Exception();

    // 法律另有规定的除外: nothing to compute.
    [GeneratedRegex("另有[^,，。;；]{0,10}除外", RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();

    [GeneratedRegex("[或、和及与等；;/]|之一|任一|任何|任意|其中|分别|各|均|都|多", RegexOptions.CultureInvariant)]
    private static partial Regex Alternative();
}
