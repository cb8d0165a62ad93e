// Whether the boundary itself counts is the same in the clause as in the document: 超过30% against 达到 30%.
using System.Collections.Immutable;
using Dsl.Values.Quantities;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks;

/// <summary>Boundary words of quotations against the comparisons of clauses.</summary>
public sealed class BoundaryWordCheck : ICheck
{
    private static readonly DiagnosticRule Disagrees = new("DSL3005", Severity.Warning,
        "原文是「{0}」，恰好{1}时{2}；此处写「{3}」，恰好{1}时{4}。",
        "按原文选用比较词：超过、低于不含本数，达到、以上、以下、不超过含本数；表格里「甲..乙」两端都含，「甲..<乙」不含后一端。");

    /// <summary>Words before a figure, longest first, and whether the boundary belongs with what lies above it.</summary>
    private static readonly (string Word, bool BelongsAbove)[] WordsBefore =
    [
        ("不超过", false), ("不高于", false), ("不多于", false), ("不大于", false), ("不低于", true), ("不少于", true), ("不小于", true),
        ("未达到", true),
        ("未超过", false), ("超过", false), ("突破", false), ("高于", false), ("大于", false), ("多于", false), ("达到", true),
        ("提高到", true), ("低于", true), ("小于", true), ("少于", true),
        ("不足", true), ("不满", true), ("未满", true), ("满", true), ("至少", true), ("至多", false),
    ];

    /// <summary>Of the words before a figure those after which a range begins.</summary>
    private static readonly string[] LowerWords =
        ["不低于", "不少于", "不小于", "超过", "突破", "高于", "大于", "多于", "达到", "提高到", "满", "至少"];

    /// <summary>Notes after a figure whether it is within.</summary>
    private static readonly (string Words, bool IsWithin)[] Notes =
        [("(含)", true), ("(含本数)", true), ("(不含)", false), ("(不含本数)", false)];

    private static readonly string[] Ceilings =
        ["最高不超过", "最多不超过", "总额不超过", "累计不超过", "合计不超过", "奖励不超过", "补助不超过", "补贴不超过", "资助不超过"];

    /// <summary>Words after a figure.</summary>
    private static readonly (string Word, bool BelongsAbove)[] WordsBehind =
        [.. Suffixes.All, ("之内", false)];

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Disagrees];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, block) in context.CitedBlocks)
        {
            var words = new FigureIndex<BoundaryWord>(block.Quoted.Select(WordOf).OfType<BoundaryWord>(),
                static word => word.Quoted.Figure, static word => word.BelongsAbove);
            var nodes = block.Syntax.Lines.SelectMany(static line => line.DescendantsAndSelf()).ToList();
            // The part of a band ends where the next begins: to which of them the bound itself belongs changes nothing.
            var bands = nodes.OfType<ProgressiveExpression>().SelectMany(static each => each.DescendantsAndSelf()).ToHashSet();
            nodes.RemoveAll(bands.Contains);
            var above = nodes.OfType<TableCellSyntax>().Where(static cell => cell.Comparison?.Kind == SyntaxKind.Greater)
                .Select(static cell => cell.Content).OfType<RangeExpression>().ToHashSet();
            foreach (var comparison in nodes.SelectMany(node => ReadAll(node, above)))
                Check(context, policy, words, comparison);
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, FigureIndex<BoundaryWord> words, Comparison comparison)
    {
        var said = words.SameAs(comparison.Figure).ToList();
        if (said.Exists(word => word.BelongsAbove == comparison.BelongsAbove) || said.MinBy(static word => word.Place) is not { } word)
            return;
        var figure = word.Quoted.Written;
        var finding = Disagrees.At(policy.Source, comparison.Place, word.Text, figure, Side(word.BelongsAbove),
            policy.Source[comparison.Place], Side(comparison.BelongsAbove));
        context.Report(comparison.Operator is { } token && Opposite(token) is { } right
            ? finding.WithFix($"改为「{right}」", new TextEdit(token.Span, right))
            : finding);
    }

    private static string Side(bool belongsAbove) => belongsAbove ? "归入高的一边" : "归入低的一边";

    /// <summary>The boundary word that touches a figure, with the figure; null where there is none.</summary>
    private static BoundaryWord? WordOf(QuotedFigure quoted)
    {
        // 第三年 and 前三名 are no boundaries, and 最高不超过100万元 is a ceiling.
        if (quoted.Figure.Weight == FigureWeight.Ordinal || Ceilings.Any(word => quoted.Before.EndsWith(word, StringComparison.Ordinal)))
            return null;
        // 超过5万元以上 says both: which of them is meant is for the drafter to say.
        if (quoted.Before.EndsWith("超过", StringComparison.Ordinal) && quoted.After is ['以', '上', ..]
            && !quoted.Before.EndsWith("不超过", StringComparison.Ordinal))
            return null;
        var note = Notes.FirstOrDefault(note => quoted.After.StartsWith(note.Words, StringComparison.Ordinal));
        var after = quoted.After[(note.Words?.Length ?? 0)..];
        foreach (var (word, above) in WordsBehind)
        {
            if (after.StartsWith(word, StringComparison.Ordinal))
                return new BoundaryWord(quoted, quoted.Written + note.Words + word, Side(isLower: above, above, note));
        }
        foreach (var (word, above) in WordsBefore)
        {
            if (quoted.Before.EndsWith(word, StringComparison.Ordinal))
                return new BoundaryWord(quoted, word + quoted.Written + note.Words, Side(LowerWords.Contains(word), above, note));
        }
        // 100—500亩（含500亩）, 200万—500万（不含）: the end of a range.
        return quoted.Before.EndsWith("(含", StringComparison.Ordinal) ? new BoundaryWord(quoted, $"(含{quoted.Written})", false)
            : quoted.Before.EndsWith("(不含", StringComparison.Ordinal) ? new BoundaryWord(quoted, $"(不含{quoted.Written})", true)
            : null;
    }

    /// <summary>
    /// Where the boundary belongs: 超过3000万元（含） begins at it, 5亿元以下（不含） ends below it; without a note as the word says.
    /// </summary>
    private static bool Side(bool isLower, bool above, (string Words, bool IsWithin) note) =>
        note.Words is null ? above : isLower == note.IsWithin;

    /// <summary>The comparisons that a node of the tree makes with figures: two where it is a range with both ends.</summary>
    private static IEnumerable<Comparison> ReadAll(SyntaxNode node, HashSet<RangeExpression> above) =>
        (node switch
        {
            RangeExpression range => new[] { LowEnd(range, !above.Contains(range)), HighEnd(range) },
            MilestoneExpression milestones => [.. milestones.Levels.Items.OfType<LiteralExpression>().Select(level =>
                Make(level.Token, milestones.Comparison, BelongsAbove(milestones.Comparison.Kind), level.Span))],
            _ => [Read(node)],
        }).OfType<Comparison>();

    /// <summary>1000万元.. begins at its figure; 超过 1000万元.. begins after it.</summary>
    private static Comparison? LowEnd(RangeExpression range, bool belongsAbove) =>
        range.Low is LiteralExpression literal ? Make(literal.Token, null, belongsAbove, literal.Span.Cover(range.Operator.Span)) : null;

    private static Comparison? HighEnd(RangeExpression range) =>
        range.High is LiteralExpression literal
            ? Make(literal.Token, range.Operator, range.Operator.Kind == SyntaxKind.RangeExclusive, range.Operator.Span.Cover(literal.Span))
            : null;

    /// <summary>The comparison that a node of the tree makes with a figure; null for other nodes.</summary>
    private static Comparison? Read(SyntaxNode node) => node switch
    {
        BinaryExpression { Right: LiteralExpression literal } n =>
            Make(literal.Token, n.Operator, BelongsAbove(n.Operator.Kind), n.Operator.Span.Cover(literal.Span)),
        BinaryExpression { Left: LiteralExpression literal } n =>
            Make(literal.Token, null, !BelongsAbove(n.Operator.Kind), n.Operator.Span.Cover(literal.Span)),
        SuffixComparisonExpression { Bound: LiteralExpression literal } n =>
            Make(literal.Token, null, n.Suffix.Kind == SyntaxKind.OrMoreSuffix, literal.Span.Cover(n.Suffix.Span)),
        TargetValueLine { Value: LiteralExpression literal, Suffix: { } suffix } =>
            Make(literal.Token, null, suffix.Kind == SyntaxKind.OrMoreSuffix, literal.Span.Cover(suffix.Span)),
        TargetValueLine { Value: LiteralExpression literal, Comparison: { } token } =>
            Make(literal.Token, token, BelongsAbove(token.Kind), token.Span.Cover(literal.Span)),
        TargetValueLine { Value: LiteralExpression literal } => Make(literal.Token, null, true, literal.Span),
        TableCellSyntax { Content: LiteralExpression literal, Comparison: { } token } =>
            Make(literal.Token, token, BelongsAbove(token.Kind), token.Span.Cover(literal.Span)),
        TableCellSyntax { Content: LiteralExpression literal, Suffix: { } suffix } =>
            Make(literal.Token, null, suffix.Kind == SyntaxKind.OrMoreSuffix, literal.Span.Cover(suffix.Span)),
        _ => null,
    };

    private static Comparison? Make(SyntaxToken literal, SyntaxToken? op, bool? belongsAbove, TextSpan place) =>
        belongsAbove is { } above && ClauseFigure.Read(literal) is { } figure ? new Comparison(figure, op, above, place) : null;

    /// <summary>
    /// Over ≥ and &lt; the boundary goes with what lies above, over &gt; and ≤ with what lies below; null for no comparison.
    /// </summary>
    private static bool? BelongsAbove(SyntaxKind kind) => kind switch
    {
        SyntaxKind.GreaterOrEqual or SyntaxKind.Less or SyntaxKind.ReachedKeyword => true,
        SyntaxKind.Greater or SyntaxKind.LessOrEqual => false,
        _ => null,
    };

    private static string? Opposite(SyntaxToken op) => op.Kind switch
    {
        SyntaxKind.Greater => "达到",
        SyntaxKind.GreaterOrEqual => "超过",
        SyntaxKind.Less => "不超过",
        SyntaxKind.LessOrEqual => "低于",
        SyntaxKind.Range => "..<",
        SyntaxKind.RangeExclusive => "..",
        _ => null,
    };

    private sealed record BoundaryWord(QuotedFigure Quoted, string Text, bool BelongsAbove)
    {
        public int Place => Quoted.Piece.Positions[Quoted.Figure.Start];
    }

    private sealed record Comparison(OfficialFigure Figure, SyntaxToken? Operator, bool BelongsAbove, TextSpan Place);
}
