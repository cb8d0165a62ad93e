// 最高200万元 of the document that a clause pays as 200万元: every subject would get the maximum.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Quantities;

namespace Dsl.Semantics.Checks;

/// <summary>Ceilings of the quotation that are the award itself.</summary>
public sealed class CeilingAsAwardCheck : ICheck
{
    private static readonly DiagnosticRule PaidInFull = new("DSL3065", Severity.Warning,
        "原文写的是「{0}{1}」，奖补直接给 {2}：每个主体得到的都是最高额。",
        "由主管部门在上限以内定的，写 奖补 = 核定 最高 {2}；按算式给的，写 min(算式, {2})；确是定额的，写明理由（// 忽略 DSL3065 …）。");

    private static readonly string[] Words = ["最高不超过", "最多不超过", "最高奖励", "最高奖补", "最高补助", "最高补贴", "最高支持",
        "最高资助", "最高给予", "最高可获", "最高", "不超过", "至多"];

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [PaidInFull];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, block) in context.CitedBlocks.Where(static entry => entry.Block.IsComputed))
            Check(context, policy, block);
    }

    private static void Check(CheckContext context, BoundPolicy policy, CitedBlock block)
    {
        if (block.Syntax.First<AwardLine>() is not { Mode: null, Value: { } formula })
            return;
        var results = Results(formula).Select(static literal => literal.Token).ToHashSet();
        if (results.Count == 0)
            return;
        foreach (var written in block.Written
            .Where(written => results.Contains(written.Token) && written.Figure is { Kind: FigureKind.Quantity, Unit: "元" }))
        {
            var said = block.Quoted.Where(quoted => FigureMatching.Same(written.Figure, quoted.Figure)).ToList();
            // Said twice, once as an amount: which of the two is meant the writer knows.
            if (said.Count == 0 || !said.TrueForAll(static quoted => WordOf(quoted) is not null))
                continue;
            var text = policy.Source[written.Span];
            var finding = PaidInFull.At(policy.Source, written.Span, WordOf(said[0]) ?? "", said[0].Written, text);
            context.Report(formula is LiteralExpression
                ? finding.WithGuess($"改为「核定 最高 {text}」", new TextEdit(formula.Span, $"核定 最高 {text}"))
                : finding);
            return;
        }
    }

    private static string? WordOf(QuotedFigure quoted) => Array.Find(Words, word => quoted.Before.EndsWith(word, StringComparison.Ordinal));

    // The amounts that a formula gives as they are: itself, its branches, the last column of its table.
    private static IEnumerable<LiteralExpression> Results(ExpressionSyntax formula) => formula switch
    {
        LiteralExpression literal => [literal],
        ParenthesizedExpression { Inner: var inner } => Results(inner),
        ConditionalExpression { WhenTrue: var first, WhenFalse: var second } => Results(first).Concat(Results(second)),
        TableExpression { Rows: var rows } =>
            rows.Skip(1).Where(static row => row.Cells.Length > 0).Select(static row => row.Cells[^1].Content).OfType<LiteralExpression>(),
        _ => [],
    };
}
