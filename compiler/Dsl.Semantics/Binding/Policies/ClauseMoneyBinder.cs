// 奖补, 频次, caps, 取整, 分担, 落实 of a clause.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds what a clause pays, how often, up to what and by whom.</summary>
internal sealed class ClauseMoneyBinder(PolicyContext context, NumberedBlock block, ExpressionBinder expressions)
{
    private const int MostTimes = 1000;

    private readonly DiagnosticSink _sink = context.Sink;

    /// <summary>奖补; null where there is none.</summary>
    public BoundAward? BindAward()
    {
        if (block.First<AwardLine>() is not { } line)
            return null;
        var mode = line.Mode?.Value switch
        {
            "核定" => BoundAwardMode.Approval,
            "一事一议" => BoundAwardMode.CaseByCase,
            _ => BoundAwardMode.Formula,
        };
        if (line is { Mode: null, Value: LikeExpression like })
        {
            var likeness = new ReferenceBinder(_sink, expressions.Frame).Bind(like, expressions, context.BlockOf(like.Number.Value));
            return new BoundAward(line, mode, null) { Like = likeness };
        }
        if (line is { Mode: not null, Value: RangeExpression range })
        {
            var (least, most) = new ApprovalRange(_sink, expressions).Bind(range);
            return new BoundAward(line, mode, most) { Floor = least };
        }
        var amount =
            line.Value is { } value ? expressions.BindMoney(value, mode == BoundAwardMode.Approval ? "核定的最高数" : "奖补") : null;
        var floor = line.Floor is { } from ? expressions.BindMoney(from, "核定的最低数") : null;
        return new BoundAward(line, mode, amount) { Floor = floor };
    }

    /// <summary>单位上限 or 累计上限; null where there is none.</summary>
    /// <param name="each">Whether that of each row is asked for (累计上限 … 每行).</param>
    public BoundExpression? BindCap(string keyword, bool each)
    {
        // Of 单位上限 there is one line, whatever stands after it.
        var lines = block.LinesOf<ExpressionLine>(keyword)
            .Where(line => keyword == "单位上限" || line.Manner is { Value: CapWords.EachRow } == each).ToList();
        if (lines.Count == 0)
            return null;
        foreach (var line in lines)
            CheckManner(line, keyword);
        if (lines.Count > 1 && keyword == "累计上限" && lines[1].Keyword is { } again)
            _sink.Report(DeclarationDiagnostics.DuplicateLine, again.Span, each ? $"{keyword} … {CapWords.EachRow}" : keyword);
        // 单位上限 is a year's, so that 100万元/年 is an amount there; 累计上限 is not. That of a row sees the row.
        var frame = each ? expressions.Frame with { IsYearly = false }
            : expressions.Frame with { Row = null, IsOfSubject = true, IsYearly = expressions.Frame.IsYearly && keyword == "单位上限" };
        return new ExpressionBinder(_sink, frame).BindMoney(lines[0].Expression, keyword);
    }

    /// <summary>Whether the rows bear the cut of 单位上限 in proportion.</summary>
    public bool IsCapShared => block.First("单位上限") is ExpressionLine { Manner.Value: CapWords.InProportion };

    private void CheckManner(ExpressionLine line, string keyword)
    {
        if (line.Manner is not { } manner)
            return;
        if ((manner.Value == CapWords.EachRow) != (keyword == "累计上限"))
            _sink.Report(keyword == "累计上限" ? JointDiagnostics.SharedOverYears : JointDiagnostics.RowOfYear, manner.Span, keyword,
                manner.Text);
        else if (block.First("每个") is null)
            _sink.Report(JointDiagnostics.MannerWithoutRows, manner.Span, keyword, manner.Text);
        else if (keyword == "单位上限" && block.First<FrequencyLine>() is { InTotal: not null })
            _sink.Report(JointDiagnostics.ShareOfSomeRows, manner.Span);
    }

    /// <summary>频次.</summary>
    public BoundFrequency BindFrequency()
    {
        if (block.First<FrequencyLine>() is not { } line || line.Mode.IsMissing)
            return BoundFrequency.Unlimited;
        var windows = new WindowBinder(_sink, expressions.Frame, expressions.Unknown);
        var window = expressions.Frame.Window is { } table ? windows.Bind(table) : null;
        var allowance = new HistoryBinder(_sink, expressions.Frame).BindAllowance(line, expressions);
        var times = line is { InTotal: not null, Counted: null, Limit: { } most } ? Times(most) : null;
        var years = window is not null ? window.IsMonthly ? null : window.Length
            : line is { InTotal: null, Limit: { } limit } ? windows.Length(expressions, limit, isMonthly: false) : null;
        var isConsecutive = line.LimitKeyword is { Value: "连续" } || (line.FirstYearNumber is not null && line.LimitKeyword is null);
        var kind = line.Mode.Value switch
        {
            "一次性" or "每次" => FrequencyKind.Once,
            _ => isConsecutive ? FrequencyKind.Consecutive : FrequencyKind.Yearly,
        };
        CheckFrequency(line, isConsecutive);
        return new BoundFrequency(line, kind, years, window?.Anchor)
        {
            Times = times,
            Allowance = allowance,
            Window = kind == FrequencyKind.Consecutive ? window : null,
        };
    }

    private void CheckFrequency(FrequencyLine line, bool isConsecutive)
    {
        var (mode, place) = (line.Mode.Value, line.Mode.Span.Cover(line.Span));
        if (mode == "每次" && line is { LimitKeyword: not null, InTotal: null, Anchor: null })
            _sink.Report(WindowDiagnostics.TimesInTotal, place);
        else if (mode is "一次性" or "每次" && ((line.LimitKeyword is not null && line.InTotal is null) || line.Anchor is not null))
            _sink.Report(DeclarationDiagnostics.FrequencyMisuse, place, mode);
        else if (mode == "每次" && block.First("每个") is null)
            _sink.Report(DeclarationDiagnostics.EachTimeWithoutRows, place);
        else if (FrequencyLine.IsNumberedYear(line.FirstYear) && line.FirstYearNumber is null)
            _sink.Report(WindowDiagnostics.NoSuchYear, place, line.FirstYear);
        else if (isConsecutive && line.Anchor is null)
            _sink.Report(DeclarationDiagnostics.ConsecutiveWithoutStart, place);
        else if (!isConsecutive && line.Anchor is not null)
            _sink.Report(DeclarationDiagnostics.StartWithoutYears, place, line.FirstYear,
                line.FirstYear.Length > 0 ? line.FirstYear : "次年起");
    }

    /// <summary>N of 累计 最多 N次; null where it was reported.</summary>
    private int? Times(ExpressionSyntax limit)
    {
        var bound = expressions.Bind(limit);
        if (bound.IsError)
            return null;
        if (bound.Type is QuantityType { Dimension.Factors: [{ Unit.Kind: UnitKind.Counting, Power: 1 }] }
            && ConstantFolder.Number(bound) is { IsInteger: true, Sign: > 0 } times && times <= MostTimes)
            return (int)times.Numerator;
        _sink.Report(WindowDiagnostics.NotTimes, bound.Span, _sink.Source[bound.Span]);
        return null;
    }

    /// <summary>取整.</summary>
    public BoundRounding BindRounding()
    {
        var words = BlockLines.Phrase(block, "取整", DeclarationDiagnostics.RoundingForms, _sink);
        RoundingMode? mode = null;
        Rational? step = null;
        for (var i = 0; i < words.Length; i++)
        {
            var text = words[i].Value;
            if (mode is null && step is null && SyntaxFacts.RoundingModes.Contains(text))
            {
                mode = text switch
                {
                    "向下" => RoundingMode.Down,
                    "向上" => RoundingMode.Up,
                    "四舍六入五成双" => RoundingMode.HalfToEven,
                    _ => RoundingMode.HalfAwayFromZero,
                };
                continue;
            }
            // 到 元, 到元, 元.
            var unit = text == "到" && i + 1 < words.Length ? words[++i].Value : text.StartsWith('到') ? text[1..] : text;
            if (step is null && RoundingStep(unit) is { } known)
                step = known;
            else
                _sink.Report(DeclarationDiagnostics.UnknownWord, words[i].Span, words[i].Text, "取整", "",
                    DeclarationDiagnostics.RoundingForms);
        }
        return words.IsEmpty ? BoundRounding.ToFen
            : new BoundRounding(mode ?? RoundingMode.HalfAwayFromZero, step ?? BoundRounding.ToFen.Step);
    }

    private static Rational? RoundingStep(string unit) =>
        SyntaxFacts.RoundingUnits.FirstOrDefault(known => known.Word == unit) is { Word: not null } found
            ? new Rational(found.Fen, 100)
            : null;

    /// <summary>分担, else the one level of 资金 or of the policy.</summary>
    public ImmutableArray<(string Level, Rational Parts)> BindShares()
    {
        var levels = block.Words("资金");
        if (block.First<ShareLine>() is { } line)
        {
            GovernmentLevels.Check(_sink, levels);
            var shared = line.Levels.Items.Where(static level => !level.IsMissing).Select(static level => level.Value).ToList();
            if (!levels.IsEmpty && !shared.ToHashSet(StringComparer.Ordinal).SetEquals(levels.Select(static level => level.Value)))
                _sink.Report(TailDiagnostics.LevelsDiffer, levels[0].Span.Cover(levels[^1].Span),
                    string.Join("、", levels.Select(static level => level.Value)), string.Join("、", shared));
            return Shares(line);
        }
        // A word that is no level is reported as such: how many levels are meant is unknown then.
        if (levels.Select(static level => level.Value).Distinct(StringComparer.Ordinal).Count() > 1
            && levels.All(static level => SyntaxFacts.GovernmentLevels.Contains(level.Value)))
            _sink.Report(DeclarationDiagnostics.SeveralLevels, levels[0].Span.Cover(levels[^1].Span), levels.Length,
                string.Join(':', levels.Select(static level => level.Value)));
        GovernmentLevels.Check(_sink, levels);
        var level = levels is [var first, ..] ? first.Value : context.Policy.Level;
        return level.Length == 0 ? [] : [(level, Rational.One)];
    }

    private ImmutableArray<(string Level, Rational Parts)> Shares(ShareLine line)
    {
        var levels = line.Levels.Items.Where(static level => !level.IsMissing).ToList();
        var parts = line.Ratio.Value.Split(':')
            .Select(static text => Rational.TryParse(text, out var part) ? part : (Rational?)null).OfType<Rational>().ToList();
        if (line.Ratio.IsMissing || parts.Count == 0)
            return [];
        GovernmentLevels.Check(_sink, levels);
        foreach (var twice in levels.Where((level, index) => levels.FindIndex(other => other.Value == level.Value) < index))
            _sink.Report(TailDiagnostics.Twice, twice.Span, twice.Text, "分担");
        if (levels.Count != parts.Count)
        {
            _sink.Report(DeclarationDiagnostics.ShareCount, line.Span, levels.Count, parts.Count);
            return [];
        }
        if (parts.TrueForAll(static part => part.IsZero))
        {
            _sink.Report(DeclarationDiagnostics.UnknownWord, line.Ratio.Span, line.Ratio.Text, "分担", "",
                DeclarationDiagnostics.ShareForms);
            return [];
        }
        return [.. levels.Zip(parts, static (level, part) => (level.Value, part))];
    }

    /// <summary>落实; null where there is none.</summary>
    public BoundPassThrough? BindPassThrough()
    {
        var words = BlockLines.Phrase(block, "落实", DeclarationDiagnostics.PassThroughForms, _sink);
        if (words.IsEmpty)
            return null;
        var number = context.Canonical(words[0].Text);
        var wanted = words.Length > 2 && words[1].Value == "条款" ? words[2] : null;
        foreach (var extra in words.Skip(wanted is null ? 1 : 3).Take(1))
            _sink.Report(DeclarationDiagnostics.UnknownWord, extra.Span.Cover(words[^1].Span),
                _sink.Source[extra.Span.Cover(words[^1].Span)],
                "落实", "", DeclarationDiagnostics.PassThroughForms);
        var clause = wanted is null ? null : wanted.Value;
        context.Note(words[0], wanted);
        var knowsPolicy = context.IsInSet(number, null);
        if (knowsPolicy && wanted is not null && clause is not null && !context.IsInSet(number, clause))
            _sink.Report(DeclarationDiagnostics.UnknownClause, wanted.Span, "条款", clause, "", $"见政策 {number}");
        return new BoundPassThrough(number, clause, context.IsInSet(number, clause));
    }
}
