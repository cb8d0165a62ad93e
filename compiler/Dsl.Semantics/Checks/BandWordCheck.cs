// 「部分」 of the document (each part at its own rate) beside a table that gives one rate to the whole, and the other way round.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks;

/// <summary>Whole tiers and bands against the quotation.</summary>
public sealed partial class BandWordCheck : ICheck
{
    private static readonly DiagnosticRule IsWhole = new("DSL3062", Severity.Warning,
        "原文写「{0}」，是分段计算；条款 {1} 的表按整个数落在哪一档计算，到了上一档全部换用它的比例。",
        "分段计算的，写成 奖补 = 超额累进(…) 和各档；确是按整档的，写明理由（// 忽略 DSL3062 …）。");

    private static readonly DiagnosticRule IsProgressive = IsWhole.Worded(
        "条款 {0} 写的是超额累进，原文没有「部分」「分段」「累进」这样的字。",
        "对照原文：按整个数落在哪一档计算的，改成决策表；确是分段计算的，写明理由（// 忽略 DSL3062 …）。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [IsWhole];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, block) in context.CitedBlocks.Where(static entry => entry.Block.Syntax.First<AwardLine>() is not null))
        {
            var number = (block.Syntax as NumberedBlock)?.Number.Text ?? "";
            var nodes = block.Syntax.Lines.Where(static line => line is AwardLine or LetLine)
                .SelectMany(static line => line.DescendantsAndSelf()).ToList();
            var pieces = Quotation.TokensOf(block.Syntax).SelectMany(static token => new Quotation(token).Pieces).ToList();
            if (nodes.OfType<ProgressiveExpression>().FirstOrDefault() is { } progressive)
            {
                if (pieces.Count > 0 && !pieces.Exists(static piece => ByParts().IsMatch(piece.Text)))
                    context.Report(IsProgressive.At(policy.Source, progressive.Call.Name.Span, number));
            }
            else if (nodes.OfType<TableExpression>().Any(IsOfTiers) && !nodes.Exists(Subtracts)
                && pieces.Find(static piece => Part().IsMatch(piece.Text)) is { } said)
            {
                var word = Part().Match(said.Text);
                context.Report(IsWhole.At(policy.Source, Place(said, word), word.Value, number));
            }
        }
    }

    /// <summary>A table of at least two tiers of a number.</summary>
    private static bool IsOfTiers(TableExpression table) =>
        table.Rows.Skip(1).Count(static row => row.Cells.Any(static cell =>
            cell is { Content: RangeExpression } or { Suffix: not null } or { Comparison: not null })) > 1;

    // 20万元 + (营业收入 - 500万元) * 5%: the part, written out.
    private static bool Subtracts(SyntaxNode node) => node is BinaryExpression { Operator.Kind: SyntaxKind.Minus };

    private static TextSpan Place(ComparableText piece, Match found) =>
        TextSpan.FromBounds(piece.Positions[found.Index], piece.Positions[found.Index + found.Length - 1] + 1);

    // 超过500万元的部分, 500万元以上部分, 超出部分.
    [GeneratedRegex("(?:超过|超出|高于|不足|以上|以下|以内|之间|[0-9][至到—-][0-9])[^,。;:]{0,12}?部分", RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex("部分|分段|累进|超额", RegexOptions.CultureInvariant)]
    private static partial Regex ByParts();
}
