// 奖补, 频次, caps, 取整, 分担, 落实 of a clause.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

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
        var remedy = (line.Mode.Value, line) switch
        {
            ("一次性" or "每次", { LimitKeyword: not null } or { Anchor: not null }) => $"只写 {line.Mode.Value}；几年都给的，写 每年 最多 3年。",
            ("每次", _) => "补上一行 每个 和明细的名称；只给一次的，写 一次性；每年给一次的，写 每年。",
            (_, { Anchor: null }) => "写成如 每年 自 评定日期 次年起 连续 3年；不论从哪年起的，写 每年 最多 3年。",
            _ => $"在后面写上年数，如 {line.FirstYearKeyword?.Value ?? "次年起"} 连续 3年。",
        };
        if (problem is not null)
            _sink.Report(DeclarationDiagnostics.FrequencyMisuse, line.Mode.Span.Cover(line.Span), problem, remedy);
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
            _sink.Report(DeclarationDiagnostics.FrequencyMisuse, bound.Span, $"「{_sink.Source[bound.Span]}」不是几年", "写整年数，如 3年。");
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

    private const string RoundingForms = "四舍五入、向下 或 向上，再写 到 分、角、元、百元、千元 或 万元，各写一次";

    private BoundRounding BindRounding()
    {
        var words = BlockLines.Phrase(block, "取整", RoundingForms, _sink);
        RoundingMode? mode = null;
        Rational? step = null;
        for (var i = 0; i < words.Length; i++)
        {
            var text = words[i].Value;
            if (mode is null && step is null && SyntaxFacts.RoundingModes.Contains(text))
            {
                mode = text switch { "向下" => RoundingMode.Down, "向上" => RoundingMode.Up, _ => RoundingMode.HalfAwayFromZero };
                continue;
            }
            // 到 元, 到元, 元.
            var unit = text == "到" && i + 1 < words.Length ? words[++i].Value : text.StartsWith('到') ? text[1..] : text;
            if (step is null && RoundingStep(unit) is { } known)
                step = known;
            else
                _sink.Report(DeclarationDiagnostics.UnknownWord, words[i].Span, words[i].Text, "取整", "", RoundingForms);
        }
        return words.IsEmpty ? BoundRounding.ToFen
            : new BoundRounding(mode ?? RoundingMode.HalfAwayFromZero, step ?? BoundRounding.ToFen.Step);
    }

    private static Rational? RoundingStep(string unit) =>
        SyntaxFacts.RoundingUnits.FirstOrDefault(known => known.Word == unit) is { Word: not null } found ? new Rational(found.Fen, 100) : null;

    private ImmutableArray<(string Level, Rational Parts)> BindShares()
    {
        var levels = block.Words("资金");
        if (block.First("分担") is ShareLine line)
        {
            GovernmentLevels.Check(_sink, levels);
            var shared = line.Levels.Items.Where(static level => !level.IsMissing).Select(static level => level.Value).ToList();
            if (!levels.IsEmpty && !shared.ToHashSet(StringComparer.Ordinal).SetEquals(levels.Select(static level => level.Value)))
                _sink.Report(TailDiagnostics.LevelsDiffer, levels[0].Span.Cover(levels[^1].Span), string.Join("、", levels.Select(static level => level.Value)), string.Join("、", shared));
            return Shares(line);
        }
        // A word that is no level is reported as such: of it nobody knows how many levels are meant.
        if (levels.Select(static level => level.Value).Distinct(StringComparer.Ordinal).Count() > 1 && levels.All(static level => SyntaxFacts.GovernmentLevels.Contains(level.Value)))
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
        foreach (var twice in levels.Where((level, index) => levels.FindIndex(other => other.Value == level.Value) < index))
            _sink.Report(TailDiagnostics.Twice, twice.Span, twice.Text, "分担");
        if (levels.Count != parts.Count)
        {
            _sink.Report(DeclarationDiagnostics.ShareCount, line.Span, levels.Count, parts.Count);
            return [];
        }
        if (parts.TrueForAll(static part => part.IsZero))
        {
            _sink.Report(DeclarationDiagnostics.UnknownWord, line.Ratio.Span, line.Ratio.Text, "分担", "", "至少有一级的份额大于 0，例如 市级:区级 = 6:4");
            return [];
        }
        return [.. levels.Zip(parts, static (level, part) => (level.Value, part))];
    }

    private BoundPassThrough? BindPassThrough()
    {
        const string Forms = "文号，或 文号 条款 编号；落实几条的，各写一个条款";
        var words = BlockLines.Phrase(block, "落实", Forms, _sink);
        if (words.IsEmpty)
            return null;
        var number = context.Directory.Canonical(words[0].Text);
        var wanted = words.Length > 2 && words[1].Value == "条款" ? words[2] : null;
        foreach (var extra in words.Skip(wanted is null ? 1 : 3).Take(1))
            _sink.Report(DeclarationDiagnostics.UnknownWord, extra.Span.Cover(words[^1].Span), _sink.Source[extra.Span.Cover(words[^1].Span)], "落实", "", Forms);
        var clause = wanted is null ? null : BlockLines.HalfWidth(wanted.Value);
        context.Directory.Note(_sink.Names, words[0], wanted);
        var knowsPolicy = context.Directory.Has(number, null);
        if (knowsPolicy && wanted is not null && clause is not null && !context.Directory.Has(number, clause))
            _sink.Report(DeclarationDiagnostics.UnknownClause, wanted.Span, "条款", clause, "", $"见政策 {number}");
        return new BoundPassThrough(number, clause, context.Directory.Has(number, clause));
    }
}
