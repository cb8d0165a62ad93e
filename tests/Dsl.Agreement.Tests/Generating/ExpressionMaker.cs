// Random well-typed expressions: every operator, function and aggregate of the language.
using static Dsl.Agreement.Tests.Generating.Fragment;

namespace Dsl.Agreement.Tests.Generating;

/// <summary>Makes expressions.</summary>
internal sealed partial class ExpressionMaker(Draw draw)
{
    private static readonly Kind[] Counts = [Kind.Persons, Kind.Pieces, Kind.Area];
    private static readonly Kind[] Ordered =
        [Kind.Money, Kind.Money, Kind.Ratio, Kind.Number, Kind.Persons, Kind.Pieces, Kind.Area, Kind.PiecePrice, Kind.Date, Kind.Year,
            Kind.Years, Kind.Months, Kind.Days, Kind.Rent, Kind.Dollars, Kind.Exchange, Kind.Age];

    /// <summary>An expression of a kind.</summary>
    public Fragment Make(Kind kind, Scope scope, int depth)
    {
        if (depth <= 0 || (kind is Kind.PiecePrice or Kind.Rent or Kind.Exchange or Kind.Number && draw.Chance(50)))
            return Leaf(kind, scope);
        if (draw.IsWild && kind is not (Kind.Truth or Kind.Date or Kind.Year) && draw.Chance(15))
            return Signed(kind, scope, depth);
        // A plain number, an age and months are seldom more than a leaf, so that a function that gives one would not be met.
        if (BuiltinCalls.Of(kind) is { IsEmpty: false } calls
            && draw.Chance(kind switch { Kind.Number => 12, Kind.Months or Kind.Age => 20, _ => 3 }))
        {
            var (function, arguments) = draw.Pick(calls);
            return Expression(kind, [function, "(",
                .. arguments.SelectMany((argument, i) => new[] { i == 0 ? "" : ", ", Make(argument, scope, depth - 1) }), ")"]);
        }
        var made = kind switch
        {
            Kind.Truth => Truth(scope, depth),
            Kind.Money => Money(scope, depth),
            Kind.Ratio => Ratio(scope, depth),
            Kind.Date => Date(scope, depth),
            Kind.Year => Year(scope, depth),
            Kind.Years or Kind.Months or Kind.Days or Kind.Age => Duration(kind, scope, depth),
            _ => Quantity(kind, scope, depth),
        };
        return made;
    }

    /// <summary>
    /// Forms of a figure of any unit: a sign, a factor without a unit, a rounding to digits or to a unit that is a value itself.
    /// </summary>
    private Fragment Signed(Kind kind, Scope scope, int depth)
    {
        Fragment Part() => Make(kind, scope, depth - 1);
        return draw.Make(
            () => Expression(kind, "(-", Part(), ")"),
            () => Expression(kind, "(", Part(), " * ", Make(Kind.Number, scope, depth - 1), ")"),
            () => Expression(kind, "(", Part(), " / ", Make(draw.Pick(Kind.Number, Kind.Ratio), scope, depth - 1), ")"),
            () => kind == Kind.Money
                ? Expression(kind, "(", Leaf(kind, scope), " * ", draw.Pick("1:0.5", "1:1", "1:3"), ")")
                : Expression(kind, "(", Part(), " * 0)"),
            () => Expression(kind, draw.Pick("向下取整", "向上取整"), "(", Part(), ", ", Leaf(kind, scope), ")"),
            () => Expression(kind, "四舍五入(", Part(), ", ", draw.Pick("0", "1", "-1", "18", "-18", "40"), ")"),
            () => Expression(kind, draw.Pick("取高", "max", "取低", "min"), "(", Part(), ", ", Part(), ", ", Leaf(kind, scope), ")"));
    }

    /// <summary>A name or a figure.</summary>
    public Fragment Leaf(Kind kind, Scope scope)
    {
        if (kind == Kind.Truth && scope.Facts(Kind.Truth).IsEmpty)
            return TruthWithoutFacts(scope);
        if (YearFacts(kind, scope) is { Count: > 0 } years && draw.Chance(12))
            return Expression(kind, OfYear(draw.Pick(years), scope));
        var names = scope.Facts(kind).Select(fact => Name(fact.Table, fact.Field, scope))
            .Concat(scope.Locals.Where(local => local.Kind == kind).SelectMany(static local => new[] { local.Name, local.Name }))
            .Concat(scope.Parameters.Where(parameter => parameter.Kind == kind).Select(static parameter => parameter.Name)).ToList();
        if (kind == Kind.Date)
            names.AddRange(["测算日", "施行日期"]);
        if (kind == Kind.Year)
            names.Add("年度");
        return Expression(kind, names.Count > 0 && (kind == Kind.Truth || draw.Chance(75)) ? draw.Pick(names) : Literals.Of(kind, draw));
    }

    /// <summary>A decision table in lines of its own, with a gap or an overlap now and then.</summary>
    public Fragment Table(Kind kind, Scope scope)
    {
        var columns = draw.Shuffle(TableColumns(scope)).Take(draw.Between(1, 2)).ToList();
        string Row(string first, string? second) => $"\n    | {first} |{(second is null ? "" : $" {second} |")} ";
        var lines = new List<Fragment> { $"\n    | {string.Join(" | ", columns.Select(static column => column.Header))} | 结果 |" };
        foreach (var first in columns[0].Cells)
        {
            var rest = columns.Count == 1 ? [] : draw.Chance(30) ? ["-"] : columns[1].Cells;
            foreach (var second in rest.DefaultIfEmpty())
                lines.Add(Of(Row(first, second), draw.Chance(30) ? Make(kind, scope, 1) : Expression(kind, Literals.Of(kind, draw)), " |"));
        }
        if (lines.Count > 2 && draw.Chance(20))
            lines.RemoveAt(draw.Between(1, lines.Count - 1));
        if (draw.Chance(15))
            lines.Add(
                Of(Row(draw.Pick(columns[0].Cells), columns.Count == 1 ? null : "-"), Expression(kind, Literals.Of(kind, draw)), " |"));
        if (draw.Chance(15))
            lines.Add(Of(Row("-", columns.Count == 1 ? null : "-"), Expression(kind, Literals.Of(kind, draw)), " |"));
        return Of(lines);
    }

    private List<(string Header, string[] Cells)> TableColumns(Scope scope)
    {
        var columns = new List<(string, string[])>();
        foreach (var kind in (Kind[])[Kind.Money, Kind.Persons, Kind.Ratio, Kind.Date, Kind.Year, Kind.Years, Kind.Months, Kind.Days,
            Kind.PiecePrice, Kind.Area, Kind.Rent, Kind.Dollars, Kind.Age])
        {
            foreach (var (table, field) in scope.Facts(kind).Take(1))
            {
                var (low, high) = Literals.Pair(kind, draw);
                columns.Add((Name(table, field, scope), draw.Make<string[]>(
                    () => [$"不足 {low}", $"{low}..<{high}", $"{high}以上"], () => [$"低于 {low}", $"{low}..{high}", $"超过 {high}"],
                    () => [$"..{low}", $"超过 {low}"], () => [$"{high}..", $"低于 {high}"])));
            }
        }
        foreach (var (table, field) in scope.Facts(Kind.Truth).Take(1))
            columns.Add((Name(table, field, scope), ["是", "否"]));
        foreach (var (table, field) in scope.Facts(Kind.List).Take(1))
        {
            var members = field.List?.Members ?? [];
            columns.Add(
                (Name(table, field, scope), [members[0], $"[{string.Join(", ", members.Skip(1))}{(draw.Chance(30) ? ", 等" : "")}]"]));
        }
        foreach (var local in scope.Locals.Where(static local => local.Kind is Kind.Money or Kind.Ratio or Kind.Persons or Kind.Pieces)
            .TakeLast(1))
        {
            var (low, high) = Literals.Pair(local.Kind, draw);
            columns.Add((local.Name, [$"不足 {low}", $"{low}..{high}", $"超过 {high}"]));
        }
        foreach (var parameter in scope.Parameters.Where(parameter => parameter.Kind == Kind.Money && !scope.Facts(Kind.Money).IsEmpty)
            .Take(1))
        {
            var (table, field) = scope.Facts(Kind.Money)[0];
            columns.Add((Name(table, field, scope), [$"不足 {parameter.Name}", $"{parameter.Name}.."]));
        }
        return columns;
    }

    private string Name(TableModel table, FieldModel field, Scope scope) =>
        table == scope.Outer || scope.IsAmbiguous(field.Name) || draw.Chance(4) ? $"{table.Name}.{field.Name}" : field.Name;

    private Fragment Money(Scope scope, int depth)
    {
        Fragment Part(Kind kind) => Make(kind, scope, depth - 1);
        return draw.Make(
            () => Combined(Kind.Money, scope, depth, " + ", " - "),
            () => Expression(Kind.Money, "(", Part(Kind.Money), " * ", Part(Kind.Ratio), ")"),
            () => Expression(Kind.Money, "(", Part(Kind.Money), " * ", Part(Kind.Ratio), ")"),
            () => Expression(Kind.Money, "(", Part(Kind.PiecePrice), " * ", Part(Kind.Pieces), ")"),
            () => PerUnit(draw.Pick(Counts), scope, depth),
            () => Expression(Kind.Money, "(", Part(Kind.Rent), " * ", Part(Kind.Area), " * ",
                Part(draw.Pick(Kind.Months, Kind.Years)), ")"),
            () => Expression(Kind.Money, "(", Part(Kind.Dollars), " * ", Part(Kind.Exchange), ")"),
            () => Expression(Kind.Money, "(", Part(Kind.Money), " / ", Part(draw.Pick(Kind.Ratio, Kind.Number)), ")"),
            () => draw.IsWild
                ? Expression(Kind.Money, "(-", Money(scope, depth - 1), draw.Pick(" + ", " * 0% - ", " * 1 + "), Part(Kind.Money), ")")
                : Expression(Kind.Money, "(-", Leaf(Kind.Money, scope), ")"),
            () => Expression(Kind.Money, draw.Pick("min", "取低"), "(", Leaf(Kind.Money, scope), ", ", NoGreatest(scope, depth), ")"),
            () => Expression(Kind.Money, "max(", Leaf(Kind.Money, scope), ", ", Choice(Kind.Money, scope, depth),
                draw.Chance(30) ? ", 0元" : "", ")"),
            () => Expression(Kind.Money, draw.Pick("向下取整", "向上取整"), "(", Part(Kind.Money),
                draw.IsWild ? Of(", ", Leaf(Kind.Money, scope)) : draw.Pick(", 100元", ", 1万元", ""), ")"),
            () => Expression(Kind.Money, "四舍五入(", Part(Kind.Money),
                draw.IsWild ? draw.Pick(", -4", ", 2", "", ", 0", ", 30", ", -30", ", 99999999999999999999") : draw.Pick(", -4", ", 2", ""),
                ")"),
            () => Choice(Kind.Money, scope, depth),
            () => Aggregate(Kind.Money, scope, depth),
            () => Leaf(Kind.Money, scope));
    }

    /// <summary>
    /// Two values of a kind with a sign between them. Two figures are not subtracted: what comes below zero reads like a range,
    /// and is an error.
    /// </summary>
    private Fragment Combined(Kind kind, Scope scope, int depth, params string[] signs)
    {
        static bool IsFigure(Fragment fragment) => fragment.ToString() is [>= '0' and <= '9', ..];
        var (left, sign, right) = (Make(kind, scope, depth - 1), draw.Pick(signs), Make(kind, scope, depth - 1));
        return Expression(kind, "(", left, sign == " - " && IsFigure(left) && IsFigure(right) ? " + " : sign, right, ")");
    }

    /// <summary>An amount that is no max(…): a floor above the ceiling of min(…) is a mistake.</summary>
    private Fragment NoGreatest(Scope scope, int depth) => draw.Make(
        () => Choice(Kind.Money, scope, depth), () => Aggregate(Kind.Money, scope, depth), () => Leaf(Kind.Money, scope),
        () => Expression(Kind.Money, "(", Make(Kind.Money, scope, depth - 1), " * ", Make(Kind.Ratio, scope, depth - 1), ")"));

    /// <summary>A division by a count that is multiplied again.</summary>
    private Fragment PerUnit(Kind count, Scope scope, int depth) =>
        Expression(Kind.Money, "((", Make(Kind.Money, scope, depth - 1), " / ", Make(count, scope, depth - 1), ") * ",
            Make(count, scope, 0), ")");

    private Fragment Ratio(Scope scope, int depth)
    {
        Fragment Part(Kind kind) => Make(kind, scope, depth - 1);
        Fragment Quotient(Kind kind) => Expression(Kind.Ratio, "(", Part(kind), " / ", Part(kind), ")");
        return draw.Make(
            () => Quotient(draw.Pick(Counts)), () => Quotient(Kind.Money), () => Quotient(draw.Pick(Kind.Years, Kind.Days)),
            () => Combined(Kind.Ratio, scope, depth, " + ", " - ", " * "),
            () => Expression(Kind.Ratio, draw.Pick("min", "max", "取高"), "(", Part(Kind.Ratio), ", ", Part(Kind.Ratio), ")"),
            () => Expression(Kind.Ratio, "四舍五入(", Part(Kind.Ratio), ", ", draw.Pick("2", "1", "0"), ")"),
            () => Choice(Kind.Ratio, scope, depth), () => Aggregate(Kind.Ratio, scope, depth), () => Leaf(Kind.Ratio, scope),
            () => Leaf(Kind.Ratio, scope));
    }

    private Fragment Quantity(Kind kind, Scope scope, int depth)
    {
        Fragment Part(Kind part) => Make(part, scope, depth - 1);
        return draw.Make(
            () => Combined(kind, scope, depth, " + ", " - "),
            () => Expression(kind, draw.Pick("向上取整", "向下取整", "四舍五入"), "(", Part(kind), " * ", Part(Kind.Ratio), ")"),
            () => Expression(kind, draw.Pick("min", "max"), "(", Part(kind), ", ", Part(kind), ")"),
            () => Choice(kind, scope, depth), () => Aggregate(kind, scope, depth),
            () => kind == Kind.Pieces ? CountedRows(scope, depth) : Leaf(kind, scope), () => Leaf(kind, scope));
    }

    private Fragment Date(Scope scope, int depth)
    {
        Fragment Part(Kind kind) => Make(kind, scope, depth - 1);
        return draw.Make(
            () => Expression(Kind.Date, "(", Part(Kind.Date), draw.Pick(" + ", " - "),
                Leaf(draw.Pick(Kind.Years, Kind.Months, Kind.Days), scope), ")"),
            () => Expression(Kind.Date, draw.Pick("min", "max"), "(", Part(Kind.Date), ", ", Part(Kind.Date), ")"),
            () => Choice(Kind.Date, scope, depth), () => Aggregate(Kind.Date, scope, depth), () => Leaf(Kind.Date, scope),
            () => Leaf(Kind.Date, scope));
    }

    private Fragment Year(Scope scope, int depth)
    {
        Fragment Part(Kind kind) => Make(kind, scope, depth - 1);
        return draw.Make(
            () => Expression(Kind.Year, "所在年度(", Part(Kind.Date), ")"),
            () => Expression(Kind.Year, "所在年度(", Part(Kind.Date), ")"),
            () => Expression(Kind.Year, "(", Part(Kind.Year), draw.Pick(" + ", " - "),
                Expression(Kind.Years, draw.IsWild ? Literals.Of(Kind.Years, draw) : draw.Pick("1年", "2年")), ")"),
            () => Expression(Kind.Year, draw.Pick("min", "max"), "(", Part(Kind.Year), ", ", Part(Kind.Year), ")"),
            () => Choice(Kind.Year, scope, depth), () => Aggregate(Kind.Year, scope, depth), () => Leaf(Kind.Year, scope));
    }

    private Fragment Duration(Kind kind, Scope scope, int depth)
    {
        Fragment Part(Kind part) => Make(part, scope, depth - 1);
        return draw.Make(
            () => kind switch
            {
                Kind.Years => Expression(kind, "年数(", Part(Kind.Date), ", ", Part(Kind.Date), ")"),
                Kind.Age => Expression(kind, "年龄(", Part(Kind.Date), draw.Chance(50) ? "" : Of(", ", Part(Kind.Date)), ")"),
                Kind.Months when draw.Chance(30) => Expression(kind, "月份(", Part(Kind.Date), ")"),
                Kind.Months => Expression(kind, "月数(", Part(Kind.Date), ", ", Part(Kind.Date), ")"),
                _ => Expression(kind, "(", Part(Kind.Date), " - ", Part(Kind.Date), ")"),
            },
            () => kind == Kind.Years ? Expression(kind, "(", Part(Kind.Year), " - ", Part(Kind.Year), ")") : Leaf(kind, scope),
            () => Quantity(kind, scope, depth), () => Leaf(kind, scope));
    }

    private Fragment Choice(Kind kind, Scope scope, int depth) => Expression(
        kind, "(若 ", Make(Kind.Truth, scope, depth - 1), " 则 ", Make(kind, scope, depth - 1), " 否则 ", Make(kind, scope, depth - 1),
        ")");
}
