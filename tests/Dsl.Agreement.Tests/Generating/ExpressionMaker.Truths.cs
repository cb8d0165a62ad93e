// Conditions of every kind, and what goes over rows.
using static Dsl.Agreement.Tests.Generating.Fragment;

namespace Dsl.Agreement.Tests.Generating;

internal sealed partial class ExpressionMaker
{
    private static readonly string[] Operators =
        [" = ", " != ", " < ", " <= ", " > ", " >= ", " 超过 ", " 不超过 ", " 达到 ", " 不低于 ", " 不少于 ", " 低于 ", " 不足 ", " 不满 "];

    private Fragment Truth(Scope scope, int depth)
    {
        Fragment Part() => Make(Kind.Truth, scope, depth - 1);
        if (draw.IsWild && draw.Chance(12))
            return Intensity(scope, depth);
        return draw.Make(
            () => Expression(Kind.Truth, "(", Part(), " 且 ", Part(), draw.Chance(25) ? Of(" 且 ", Part()) : Empty, ")"),
            () => Expression(Kind.Truth, "(", Part(), " 或 ", Part(), draw.Chance(25) ? Of(" 或 ", Part()) : Empty, ")"),
            () => Expression(Kind.Truth, "(非 ", Part(), ")"),
            () => Comparison(scope, depth), () => Comparison(scope, depth), () => Comparison(scope, depth),
            () => Expression(Kind.Truth, "(", Part(), draw.Pick(" = ", " != "), Part(), ")"),
            () => Words(scope), () => Words(scope),
            () => Choice(Kind.Truth, scope, depth),
            () => Expression(Kind.Truth, "(", Make(Kind.Date, scope, depth - 1), " 满 ",
                Expression(Kind.Years, Literals.Of(draw.Pick(Kind.Years, Kind.Months, Kind.Days), draw)), ")"),
            () => Rows(scope) is { } detail
                ? Expression(Kind.Truth, "存在(", detail.Name, Filter(scope.Within(detail), depth), ")")
                : Leaf(Kind.Truth, scope),
            () => Rows(scope) is { } detail
                ? Expression(Kind.Truth, "(计数(", detail.Name, Filter(scope.Within(detail), depth), ")", draw.Pick(Operators),
                    $"{draw.Between(0, 3)})")
                : Leaf(Kind.Truth, scope),
            () => Leaf(Kind.Truth, scope), () => Leaf(Kind.Truth, scope));
    }

    /// <summary>A quotient of two units beside a figure of both.</summary>
    private Fragment Intensity(Scope scope, int depth)
    {
        var (above, below, unit) = draw.Pick<(Kind, Kind, string)>((Kind.Pieces, Kind.Money, "件/亿元"),
            (Kind.Money, Kind.Persons, $"万元/{draw.Counted}"), (Kind.Money, Kind.Years, "元/年"),
            (Kind.Area, Kind.Persons, $"{draw.Measured}/{draw.Counted}"), (Kind.Money, Kind.Area, $"元/{draw.Measured}"),
            (Kind.PiecePrice, Kind.Money, ""));
        return unit.Length == 0
            ? Expression(Kind.Truth, "(", Make(Kind.Money, scope, depth - 1), " / ", Make(Kind.PiecePrice, scope, 0), draw.Pick(Operators),
                "3件)")
            : Expression(Kind.Truth, "(", Make(above, scope, depth - 1), " / ", Make(below, scope, depth - 1), draw.Pick(Operators),
                draw.Pick("0", "17", "0.000001", "99999999999999999999"), unit, ")");
    }

    /// <summary>An ordered comparison: with a figure, a suffix, another value, or a set of figures.</summary>
    private Fragment Comparison(Scope scope, int depth)
    {
        var kind = draw.Pick(Ordered);
        var left = Make(kind, scope, depth - 1);
        Fragment Figure() => Expression(kind, Literals.Of(kind, draw));
        var (low, high) = Literals.Pair(kind, draw);
        // 年度 takes no suffix, and prices have no figure that could be told from a quotient.
        var takesSuffix = kind is not (Kind.Date or Kind.Year or Kind.PiecePrice or Kind.Number or Kind.Exchange);
        return draw.Make(
            () => Expression(Kind.Truth, "(", left, draw.Pick(Operators), Figure(), ")"),
            // A figure without a unit takes the unit of the other side.
            () => Expression(Kind.Truth, "(", left, draw.Pick(Operators),
                kind == Kind.Money ? "100万" : kind == Kind.Ratio ? "6:4" : Figure(), ")"),
            () => Expression(Kind.Truth, "(", left, draw.Pick(Operators), Make(kind, scope, depth - 1), ")"),
            () => takesSuffix
                ? Expression(Kind.Truth, "(", left, " ", Figure(), draw.Pick("以上", "及以上", "以下", "以内"), ")")
                : Expression(Kind.Truth, "(", left, " >= ", Figure(), ")"),
            () => kind is Kind.Years ? Expression(Kind.Truth, "(", left, draw.Pick(Operators), Make(Kind.Months, scope, depth - 1), ")")
                : kind is Kind.PiecePrice ? Expression(Kind.Truth, "(", left, " = ", Figure(), ")")
                : Expression(Kind.Truth, "(", left, draw.Pick(" 属于 ", " 不属于 "),
                    draw.Pick($"[{low}, {high}]", $"[{low}..{high}]", $"[{low}..<{high}]"), ")"));
    }

    /// <summary>Texts and values of lists: equal, unlike, in a set that may be open.</summary>
    private Fragment Words(Scope scope)
    {
        var facts = scope.Facts(Kind.List).Concat(scope.Facts(Kind.Text)).ToList();
        if (facts.Count == 0)
            return Leaf(Kind.Truth, scope);
        var (table, field) = draw.Pick(facts);
        var name = Name(table, field, scope);
        string Word() => field.List is { } list ? draw.Pick(list.Members) : $"\"{draw.Pick("甲", "乙类企业", "丙")}\"";
        // Two in-place lists do not compare; text compares with anything.
        var others = facts.Where(fact => fact.Field.Kind == Kind.Text && field.Kind == Kind.Text
            || fact.Field.List is { Name: not null } && fact.Field.List == field.List).ToList();
        return draw.Make(
            () => Expression(Kind.Truth, "(", name, draw.Pick(" = ", " != "), Word(), ")"),
            () => Expression(Kind.Truth, "(", name, draw.Pick(" 属于 ", " 不属于 "), "[",
                string.Join(", ", Enumerable.Range(0, draw.Between(1, 3)).Select(_ => Word()).Distinct()), draw.Chance(40) ? ", 等" : "",
                "]", ")"),
            () => field.List is { Name: { } list }
                ? Expression(Kind.Truth, "(", name, " 属于 ", list, ")")
                : Expression(Kind.Truth, "(", name, " = ", Word(), ")"),
            () => others.Count > 0 && draw.Pick(others) is var other
                ? Expression(Kind.Truth, "(", name, draw.Pick(" = ", " != "), Name(other.Table, other.Field, scope), ")")
                : Expression(Kind.Truth, "(", name, " = ", Word(), ")"),
            () => others.Count > 0 && draw.Pick(others) is var other
                ? Expression(Kind.Truth, "((若 ", Leaf(Kind.Truth, scope), " 则 ", name, " 否则 ", Name(other.Table, other.Field, scope),
                    ") = ", Word(), ")")
                : Expression(Kind.Truth, "(", name, " = ", Word(), ")"));
    }

    private Fragment TruthWithoutFacts(Scope scope) =>
        Expression(Kind.Truth, "(", Expression(Kind.Date, "测算日"), " >= ",
            Expression(Kind.Date, scope.Parameters.Any(static parameter => parameter.Kind == Kind.Date)
                ? scope.Parameters.First(static parameter => parameter.Kind == Kind.Date).Name : Literals.Of(Kind.Date, draw)), ")");

    /// <summary>合计, 最大值, 最小值 or 平均 over a detail (or, in 目标, over the subjects).</summary>
    private Fragment Aggregate(Kind kind, Scope scope, int depth)
    {
        // Rows of rows cost their product: rarely, and never three deep.
        if (scope.InAggregate && (depth < 2 || !draw.Chance(20)))
            return Leaf(kind, scope);
        var overSubjects = scope.OverRegistry && !scope.InAggregate && draw.Chance(50);
        var detail = overSubjects ? null : Rows(scope);
        if (detail is null && !overSubjects)
            return Leaf(kind, scope);
        var inner = scope.Within(detail);
        var name = kind is Kind.Date or Kind.Year ? draw.Pick("最大值", "最小值") : draw.Pick("合计", "最大值", "最小值", "平均");
        var rows = detail?.Name ?? scope.Subject.Name;
        return Expression(kind, name, "(", rows, ", ", Make(kind, inner, Math.Min(depth - 1, 1)), Filter(inner, depth), ")");
    }

    private Fragment CountedRows(Scope scope, int depth) =>
        draw.Shuffle(scope.Subject.Details.Where(static detail => detail.IsCounted)).FirstOrDefault() is { } counted && !scope.InAggregate
            ? Expression(Kind.Pieces, "计数(", counted.Name, Filter(scope.Within(counted), depth), ")")
            : Leaf(Kind.Pieces, scope);

    private DetailModel? Rows(Scope scope) =>
        scope.InAggregate && !draw.Chance(15) || scope.Subject.Details.IsEmpty ? null : draw.Pick<DetailModel>(scope.Subject.Details);

    private Fragment Filter(Scope scope, int depth) =>
        draw.Chance(50) ? Optional(", ", Make(Kind.Truth, scope, Math.Min(depth - 1, 1))) : Empty;
}
