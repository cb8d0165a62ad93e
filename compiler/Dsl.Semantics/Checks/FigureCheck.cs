// Each figure of a clause stands in its quotation, and each figure of the quotation is used in the clause.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Figures;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Semantics.Checks;

/// <summary>The figures of clauses against the figures of their quotations.</summary>
public sealed class FigureCheck : ICheck
{
    private static readonly DiagnosticRule NotQuoted = new("DSL3002", Severity.Error,
        "「{0}」不在本条的依据里。", "按原文改正，或把写有这个数的原文补进依据；原文没有的数写成参数。");

    private static readonly DiagnosticRule QuotedOtherwise = NotQuoted.Worded("「{0}」不在本条的依据里，原文写的是「{1}」。");

    private static readonly DiagnosticRule NotUsed = new("DSL3003", Severity.Warning,
        "依据中的「{0}」在本条没有用到。", "把它写进条件、奖补、上限或频次；与本条无关的原文用「……」略去。");

    private static readonly DiagnosticRule NoFloor = NotUsed.Worded(
        "依据给的是从「{0}」起的一段，本条的核定没有写下限。", "在 最高 前面写上 最低 和下限，或者写成一段，如 核定 5万元..10万元。");

    private static readonly DiagnosticRule NoCeiling = new("DSL3030", Severity.Error,
        "原文写了「{0}{1}」，本条的奖补没有这个上限。", "公式写成 min(…, 上限)，核定写成 核定 最高 上限。");

    private static readonly DiagnosticRule WrongScale = new("DSL3004", Severity.Error,
        "「{0}」是原文「{1}」的{2}：多半是漏写或多写了「万」「亿」或百分号。", "按原文改为「{1}」。");

    private static readonly string[] CeilingWords =
        ["最高不超过", "最多不超过", "总额不超过", "最高奖励", "最高奖补", "最高补助", "最高支持", "最高", "不超过", "上限为"];

    private static readonly string[] AllTogether = ["累计", "合计", "总计", "总额", "历年"],
        PerSubject = ["每个单位", "每家", "每个企业", "每户", "单个企业", "单个单位", "单家", "单户", "同一企业", "同一单位", "每个机构",
            "单个机构"];

    /// <summary>Figures of quotations that the wrong figures of a block are compared with, all in all.</summary>
    private const long MostCompared = 500_000;

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [NotQuoted, NotUsed, NoCeiling, WrongScale];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies)
        {
            var blocks = context.CitedBlocksOf(policy);
            var document = context.DocumentOf(policy);
            // A sentence that several blocks quote is used up by all of them together.
            var used = blocks.SelectMany(static block => block.Used).Select(Place).ToHashSet();
            foreach (var block in blocks)
                Check(context, policy, block, used, Place);

            (bool InDocument, int Start) Place(QuotedFigure quoted) =>
                document?.Locate(quoted.Piece) is { } start
                    ? (true, start + quoted.Figure.Start)
                    : (false, quoted.Piece.Positions[quoted.Figure.Start]);
        }
    }

    private static void Check(
        CheckContext context, BoundPolicy policy, CitedBlock block, HashSet<(bool, int)> used, Func<QuotedFigure, (bool, int)> place)
    {
        var quotedFigures = FigureIndex.Of(block.Quoted.Select(static quoted => quoted.Figure));
        var work = 0L;
        var places = block.Quoted.Where(IsPlaceList).ToList();
        var open = block.Quoted.Where(quoted => !used.Contains(place(quoted)) && IsRequired(quoted)).ToList();
        foreach (var written in block.Written.Where(written => !written.IsExempt && !IsQuoted(block, quotedFigures, places, written)))
        {
            if (context.IsFull(policy.Source))
                return;
            // What was meant is sought among all figures of the quotations; where thousands stand in none of them, only for the first.
            if ((work += block.Quoted.Length) > MostCompared)
            {
                context.Report(NotQuoted.At(policy.Source, written.Span, policy.Source[written.Span]));
                continue;
            }
            var meant = Slipped(block, open, written) is { } slip
                ? ReportSlip(context, policy, open, written, slip)
                : ReportNotQuoted(context, policy, open, written);
            if (meant is not null)
                open.Remove(meant);
        }
        CheckPerMoney(context, policy, block);
        if (!block.IsComputed)
            return;
        var award = block.Syntax.First<AwardLine>();
        foreach (var quoted in open.Concat(QuotedYears.Missing(block)))
        {
            var (start, end) = (quoted.Piece.Positions[quoted.Figure.Start], quoted.Piece.Positions[quoted.Figure.End - 1] + 1);
            var span = TextSpan.FromBounds(start, end);
            context.Report(award is { Mode: { Value: SyntaxFacts.Approval } mode, AtMost: not null, Floor: null }
                && IsFloorOfRange(block, quoted)
                    ? WithFloor(NoFloor.At(policy.Source, span, quoted.Written), mode, quoted)
                : award is not null && CeilingWord(quoted) is { } word
                ? WithCeiling(NoCeiling.At(policy.Source, span, word, quoted.Written), policy, award, quoted)
                : NotUsed.At(policy.Source, span, quoted.Written));
        }
    }

    /// <summary>17件/元 where the document says 每亿元……17件: the figure is the same, what it is for is not.</summary>
    private static void CheckPerMoney(CheckContext context, BoundPolicy policy, CitedBlock block)
    {
        var work = 0L;
        foreach (var written in block.Written)
        {
            if (PerMoney.Of(written.Token) is not { } yuan)
                continue;
            if ((work += block.Quoted.Length) > MostCompared)
                return;
            var said = block.Quoted.Where(quoted => FigureMatching.Same(written.Figure, quoted.Figure))
                .Select(static quoted => (Quoted: quoted, Yuan: PerMoney.Of(quoted))).ToList();
            if (said.Count == 0 || said.Exists(other => other.Yuan is null || other.Yuan == yuan) || said[0].Yuan is not { } meant)
                continue;
            var finding = WrongScale.At(policy.Source, written.Token.Span, written.Token.Text,
                $"每{PerMoney.Words(meant)}……{said[0].Quoted.Written}", FigureMatching.Times(meant / yuan));
            context.Report(PerMoney.Rewrite(written.Token, meant) is { } text
                ? finding.WithFix($"改为「{text}」", new TextEdit(written.Token.Span, text))
                : finding);
        }
    }

    private static QuotedFigure ReportSlip(CheckContext context, BoundPolicy policy, List<QuotedFigure> open, ClauseFigure written,
        (QuotedFigure Quoted, string Times) slip)
    {
        var finding = WrongScale.At(policy.Source, written.Span, policy.Source[written.Span], slip.Quoted.Written, slip.Times);
        // A figure that is written at its place already may not be the one that was meant here.
        context.Report(FixTo(finding, written, slip.Quoted,
            isGuess: open.Count(quoted => FigureMatching.Slip(written.Figure, quoted.Figure) is not null) != 1));
        return slip.Quoted;
    }

    private static QuotedFigure? ReportNotQuoted(CheckContext context, BoundPolicy policy, List<QuotedFigure> open, ClauseFigure written)
    {
        var alike = open.Where(quoted => FigureMatching.IsAlike(written.Figure, quoted.Figure)).ToList();
        var meant = alike is [var only] ? only : null;
        var finding = meant is null
            ? NotQuoted.At(policy.Source, written.Span, policy.Source[written.Span])
            : QuotedOtherwise.At(policy.Source, written.Span, policy.Source[written.Span], meant.Written);
        // A number of the year is counted from what the document says: another number of years would be another year.
        context.Report(meant is null || written.Role is not null ? finding : FixTo(finding, written, meant, isGuess: true));
        return meant;
    }

    private static Diagnostic FixTo(Diagnostic finding, ClauseFigure written, QuotedFigure quoted, bool isGuess)
    {
        // 002元 is a mistake of the document (0.02元): what it means is not for a fix to say.
        if (FigureMatching.InLanguage(quoted.Figure) is not { } text || quoted.Written is ['0', not '.', ..])
            return finding;
        var edit = new TextEdit(written.Span, text);
        return isGuess ? finding.WithGuess($"改为「{text}」", edit) : finding.WithFix($"改为「{text}」", edit);
    }

    private static (QuotedFigure Quoted, string Times)? Slipped(CitedBlock block, List<QuotedFigure> open, ClauseFigure written)
    {
        if (written.Role is not null)
            return null;
        foreach (var quoted in open.Concat(block.Quoted.Where(static quoted => quoted.Figure.Weight == FigureWeight.Amount)))
        {
            if (FigureMatching.Slip(written.Figure, quoted.Figure) is { } times)
                return (quoted, times);
        }
        return null;
    }

    /// <summary>The word before an amount that makes it a ceiling; null where there is none.</summary>
    private static string? CeilingWord(QuotedFigure quoted) =>
        quoted.Figure is { Kind: FigureKind.Quantity, Unit: "元" }
            ? CeilingWords.FirstOrDefault(word => quoted.Before.EndsWith(word, StringComparison.Ordinal))
            : null;

    /// <summary>
    /// The award with the ceiling put in, where its words say whose ceiling it is; a formula that is a table has no place for it.
    /// </summary>
    private static Diagnostic WithCeiling(Diagnostic finding, BoundPolicy policy, AwardLine award, QuotedFigure quoted)
    {
        if (FigureMatching.InLanguage(quoted.Figure) is not { } ceiling)
            return finding;
        var words = quoted.WordsBefore;
        // 累计最高, 合计最高: over the years or over the clauses, which is for the reader to say.
        if (AllTogether.Any(word => words.Contains(word, StringComparison.Ordinal)))
            return finding;
        if (PerSubject.Any(word => words.Contains(word, StringComparison.Ordinal)))
            return finding.WithFix($"加上「单位上限 {ceiling}」", new TextEdit(new TextSpan(award.Span.End, 0), $"\n  单位上限 {ceiling}"));
        if (award.Value is null && award.Mode?.Value == "核定")
            return finding.WithFix($"加上「最高 {ceiling}」",
                new TextEdit(new TextSpan((award.Floor?.Span ?? award.Mode.Span).End, 0), $" 最高 {ceiling}"));
        if (award is not { Mode: null, Value: { } formula and not TableExpression })
            return finding;
        var text = policy.Source[formula.Span];
        var edit = new TextEdit(formula.Span, $"min({text}, {ceiling})");
        // A formula of several cases may have a ceiling for one of them.
        return formula is ConditionalExpression
            ? finding.WithGuess($"改为「min({text}, {ceiling})」", edit)
            : finding.WithFix($"改为「min({text}, {ceiling})」", edit);
    }

    /// <summary>Bare numbers may be part of names; 1家 and 1次 go without saying.</summary>
    private static bool IsRequired(QuotedFigure quoted) =>
        quoted.Figure is { Weight: FigureWeight.Amount, IsBare: false, Unit: not "次" } figure && !FigureMatching.IsTrivial(figure)
        && !IsOneOfEach(quoted);

    /// <summary>每出口1美元, 每新增1元: per one of it.</summary>
    private static bool IsOneOfEach(QuotedFigure quoted) =>
        quoted.Figure is { Kind: FigureKind.Quantity } figure && figure.Value == Rational.One && figure.Scale == Rational.One
        && figure.Unit.EndsWith('元') && quoted.WordsBefore.Contains('每', StringComparison.Ordinal);

    private static Diagnostic WithFloor(Diagnostic finding, SyntaxToken mode, QuotedFigure quoted) =>
        FigureMatching.InLanguage(quoted.Figure) is { } floor
            ? finding.WithFix($"加上「最低 {floor}」", new TextEdit(new TextSpan(mode.Span.End, 0), $" 最低 {floor}"))
            : finding;

    /// <summary>5 of 5—10万元 where 核定 最高 10万元 is written.</summary>
    private static bool IsFloorOfRange(CitedBlock block, QuotedFigure quoted) =>
        block.Quoted.Any(high => high.Piece == quoted.Piece && high.Figure.Start > quoted.Figure.End
            && high.Figure.Value > quoted.Figure.Value && high.Figure.Kind == quoted.Figure.Kind
            && quoted.Piece.Text[quoted.Figure.End..high.Figure.Start] is "-" or "—" or "——" or "–" or "~" or "至" or "到"
            && block.Written.Any(written => FigureMatching.Same(written.Figure, high.Figure)));

    private static bool IsQuoted(
        CitedBlock block, FigureIndex<OfficialFigure> quoted, List<QuotedFigure> places, ClauseFigure written) =>
        quoted.SameAs(written.Figure).Any() || (written.Also is { } also && quoted.SameAs(also).Any())
        || block.Borrowed.Any(other => FigureMatching.Same(written.Figure, other.Figure))
        || YearCounters.IsCountedFrom(written, block.Quoted) || IsPlaceBefore(block, places, written.Figure);

    /// <summary>前三名: whoever comes before the third place is meant as well.</summary>
    private static bool IsPlaceList(QuotedFigure quoted) =>
        quoted.Figure is { Weight: FigureWeight.Ordinal, Unit: not "年" and not "月" }
        && quoted.Before.EndsWith("前", StringComparison.Ordinal);

    /// <summary>The first and second place where 前三名 is said, and the third one written as well.</summary>
    private static bool IsPlaceBefore(CitedBlock block, List<QuotedFigure> places, OfficialFigure written) =>
        written is { Kind: FigureKind.Quantity, Value.IsInteger: true }
        && places.Exists(quoted => quoted.Figure.Value > written.Value
            && FigureMatching.Same(quoted.Figure, written with { Value = quoted.Figure.Value })
            && block.Written.Any(other => FigureMatching.Same(other.Figure, quoted.Figure)));
}
