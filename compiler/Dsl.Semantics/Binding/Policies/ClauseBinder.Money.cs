// 奖补, 频次, caps, 取整, 分担, 落实 of a clause.
using System.Collections.Immutable;
using Dsl.Library.Text;
using Dsl.Library.Types;
using Dsl.Library.Values;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Policies;

internal sealed partial class ClauseBinder
{
    private BoundAward? BindAward(ExpressionBinder binder)
    {
        if (block.First("奖补") is not AwardLine line)
            return null;
        var mode = line.Mode?.Value switch
        {
            "核定" => BoundAwardMode.Discretion,
            "一事一议" => BoundAwardMode.CaseByCase,
            _ => BoundAwardMode.Formula,
        };
        var amount = line.Value is { } value ? binder.BindMoney(value, mode == BoundAwardMode.Discretion ? "核定的最高数" : "奖补") : null;
        return new BoundAward(line, mode, amount);
    }

    private BoundExpression? BindCap(string keyword, ExpressionBinder binder)
    {
        if (block.Expression(keyword) is not { } syntax)
            return null;
        // 单位上限 is a year's, so that 100万元/年 is an amount there; 累计上限 is not.
        var ofSubject = new ExpressionBinder(_sink, binder.Frame with { Row = null, IsOfSubject = true, IsYearly = binder.Frame.IsYearly && keyword == "单位上限" });
        return ofSubject.BindMoney(syntax, keyword);
    }

    private BoundFrequency BindFrequency(ExpressionBinder binder)
    {
        if (block.First("频次") is not FrequencyLine line || line.Mode.IsMissing)
            return BoundFrequency.Unlimited;
        var years = line.Limit is { } limit ? Years(limit, binder) : null;
        var anchor = line.Anchor is { } from ? BindAnchor(from, binder) : null;
        var isConsecutive = line.LimitKeyword is { Value: "连续" };
        var kind = line.Mode.Value switch
        {
            "一次性" or "每次" => BoundFrequencyKind.Once,
            _ => isConsecutive ? BoundFrequencyKind.Consecutive : BoundFrequencyKind.Yearly,
        };
        var problem = (line.Mode.Value, line) switch
        {
            ("一次性" or "每次", { LimitKeyword: not null } or { Anchor: not null }) => $"{line.Mode.Value} 后面不能再写年数",
            ("每次", _) when block.First("每个") is null => "每次 按明细的每一行计一次，要同时写 每个",
            (_, { Anchor: null }) when isConsecutive => "连续 几年要写明从哪一年算起",
            (_, { Anchor: not null }) when !isConsecutive => $"自 … {line.FirstYearKeyword?.Value} 后面要写 连续 几年",
            _ => null,
        };
        if (problem is not null)
            _sink.Report(DeclarationDiagnostics.FrequencyMisuse, line.Mode.Span.Cover(line.Span), problem);
        return new BoundFrequency(line, kind, years, anchor);
    }

    private int? Years(ExpressionSyntax limit, ExpressionBinder binder)
    {
        var bound = binder.Bind(limit);
        if (bound.IsError)
            return null;
        if (bound.Type is QuantityType { IsBare: true })
            _sink.Report(TypeDiagnostics.DurationExpected, bound.Span, _sink.Source[bound.Span]);
        else if (bound.Type != DslType.In(Units.Years) || ConstantFolder.Number(bound) is not { IsInteger: true, Sign: > 0 } years || years > 1000)
            _sink.Report(DeclarationDiagnostics.FrequencyMisuse, bound.Span, $"「{_sink.Source[bound.Span]}」不是整年数");
        else
            return (int)years.Numerator;
        return null;
    }

    private static BoundExpression BindAnchor(ExpressionSyntax syntax, ExpressionBinder binder)
    {
        var bound = binder.Bind(syntax);
        if (bound.IsError || bound.Type is DateType or YearType)
            return bound;
        return binder.BindAs(syntax, DslType.Date);
    }

    private BoundRounding BindRounding()
    {
        var words = block.Words("取整");
        var (mode, step) = (BoundRoundingMode.HalfAwayFromZero, BoundRounding.ToFen.Step);
        foreach (var word in words)
        {
            var text = word.Value.StartsWith('到') ? word.Value[1..] : word.Value;
            if (text.Length == 0)
                continue;
            if (SyntaxFacts.RoundingModes.Contains(text))
                mode = text switch { "向下" => BoundRoundingMode.Down, "向上" => BoundRoundingMode.Up, _ => BoundRoundingMode.HalfAwayFromZero };
            else if (RoundingStep(text) is { } known)
                step = known;
            else
                _sink.Report(DeclarationDiagnostics.UnknownWord, word.Span, word.Text, "取整", "", "四舍五入、向下 或 向上，再写 到 分、角、元、百元、千元 或 万元");
        }
        return words.IsEmpty ? BoundRounding.ToFen : new BoundRounding(mode, step);
    }

    private static Rational? RoundingStep(string unit) =>
        SyntaxFacts.RoundingUnits.FirstOrDefault(known => known.Word == unit) is { Word: not null } found ? new Rational(found.Fen, 100) : null;

    private ImmutableArray<(string Level, Rational Parts)> BindShares()
    {
        if (block.First("分担") is ShareLine line)
            return Shares(line);
        var levels = block.Words("资金");
        if (levels.Length > 1)
            _sink.Report(DeclarationDiagnostics.SeveralLevels, levels[0].Span.Cover(levels[^1].Span), levels.Length, string.Join(':', levels.Select(static level => level.Value)));
        GovernmentLevels.Check(_sink, levels);
        var level = levels is [var first, ..] ? first.Value : context.Policy.Level;
        return level.Length == 0 ? [] : [(level, Rational.One)];
    }

    private ImmutableArray<(string Level, Rational Parts)> Shares(ShareLine line)
    {
        var levels = line.Levels.Items.Where(static level => !level.IsMissing).ToList();
        var parts = WidthFolding.HalfWidth(line.Ratio.Value).Split(':')
            .Select(static text => Rational.TryParse(text, out var part) ? part : (Rational?)null).OfType<Rational>().ToList();
        if (line.Ratio.IsMissing || parts.Count == 0)
            return [];
        GovernmentLevels.Check(_sink, levels);
        if (levels.Count != parts.Count)
        {
            _sink.Report(DeclarationDiagnostics.ShareCount, line.Span, levels.Count, parts.Count);
            return [];
        }
        if (parts.TrueForAll(static part => part.IsZero))
        {
            _sink.Report(DeclarationDiagnostics.ShareCount, line.Span, levels.Count, 0);
            return [];
        }
        return [.. levels.Zip(parts, static (level, part) => (level.Value, part))];
    }

    private BoundPassThrough? BindPassThrough()
    {
        var words = block.Words("落实").Where(static word => word.Value != "条款").ToList();
        if (words.Count == 0)
            return null;
        var number = context.Directory.Canonical(words[0].Text);
        var clause = words.Count > 1 ? BlockLines.HalfWidth(words[1].Value) : null;
        context.Directory.Note(_sink.Names, words[0], words.Count > 1 ? words[1] : null);
        var knowsPolicy = context.Directory.Has(number, null);
        if (knowsPolicy && clause is not null && !context.Directory.Has(number, clause))
            _sink.Report(DeclarationDiagnostics.UnknownClause, words[1].Span, "条款", clause, "", $"见政策 {number}");
        return new BoundPassThrough(number, clause, context.Directory.Has(number, clause));
    }
}
