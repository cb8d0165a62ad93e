// Random clauses: every line that a 条款 can have.
using static Dsl.Agreement.Tests.Generating.Fragment;

namespace Dsl.Agreement.Tests.Generating;

/// <summary>What a clause is made in.</summary>
/// <param name="Schema">The data.</param>
/// <param name="Parameters">参数 of the policy.</param>
/// <param name="Default">The policy's 对象.</param>
/// <param name="Passable">Numbers of policies that 落实 may name, with clauses that are there.</param>
internal sealed record ClauseSetting(SchemaModel Schema, IReadOnlyList<ParameterModel> Parameters, SubjectModel Default,
    IReadOnlyList<(string Policy, string? Clause)> Passable);

/// <summary>Makes clauses.</summary>
internal sealed class ClauseMaker(Draw draw, Names names, ExpressionMaker expressions, ClauseSetting setting)
{
    // Clauses with an award, to be named by those that come after them.
    private readonly List<MadeClause> _made = [];

    private static readonly Kind[] LocalKinds = [Kind.Money, Kind.Money, Kind.Ratio, Kind.Persons, Kind.Date, Kind.Truth];

    /// <summary>A clause that gives money, an entitlement, or nothing that can be computed.</summary>
    public Fragment Make(string number)
    {
        if (draw.Chance(4))
            return Optional($"条款 {number} {names.Next("导向")}\n  说明 鼓励性条文，没有标准\n\n");
        var subject = draw.Chance(70) ? setting.Default : draw.Pick<SubjectModel>(setting.Schema.Subjects);
        // Mostly the same rows, so that rows compete.
        var each = draw.Chance(55) ? draw.Chance(60) ? subject.Details[0] : draw.Pick<DetailModel>(subject.Details) : null;
        var scope = new Scope(subject) { Row = each, Parameters = [.. setting.Parameters] };
        var lines = new List<Fragment> { $"条款 {number} {names.Next("奖励")}\n" };
        if (subject != setting.Default)
            lines.Add($"  对象 {subject.Name}\n");
        if (draw.Chance(20))
            lines.Add(Optional("  范围 不限\n"));
        if (each is not null)
            lines.Add($"  每个 {each.Name}\n");
        AddMoneyLines(lines, out var isYearly, each, scope);
        var isEntitlement = draw.Chance(8);
        scope = AddLocals(lines, isEntitlement ? scope : AddHistory(lines, AddPeriod(lines, scope), number));
        for (var i = draw.Between(0, 3); i > 0; i--)
            lines.Add(Optional(draw.Chance(25) ? "  排除 " : "  条件 ", expressions.Make(Kind.Truth, scope, draw.Between(0, 3)), "\n"));
        if (isEntitlement)
            return Optional([lines[0], .. lines.Skip(1).Where(IsNotOfMoney), "  享受 租金减半\n\n"]);
        var others = _made.Where(made => made.Subject == subject).ToList();
        if (others.Count > 0 && each is null && draw.Chance(15))
            lines.Add(Optional($"  条件 条款 {draw.Pick(others).Number} 的金额 {draw.Pick("超过", "达到", "低于")} ",
                Literals.Of(Kind.Money, draw), "\n"));
        var award = Reference(others, each, scope) ?? Award(scope, isYearly, each);
        lines.AddRange(["  奖补 ", award, "\n"]);
        AddCaps(lines, scope, others);
        AddPlaces(lines, scope);
        _made.Add(new(number, subject, each, award.ToString()));
        lines.Add("\n");
        return Optional(lines);
    }

    private static bool IsNotOfMoney(Fragment line) =>
        !((string[])["  资金", "  分担", "  频次", "  兑付", "  形式", "  取整", "  另行", "  落实", "  受益"])
            .Any(word => line.ToString().StartsWith(word, StringComparison.Ordinal));

    private void AddMoneyLines(List<Fragment> lines, out bool isYearly, DetailModel? each, Scope scope)
    {
        var frequency = draw.Make<Fragment?>(
            () => null, () => "一次性", () => "每年", () => $"每年 最多 {draw.Between(1, 3)}年", () => each is null ? "一次性" : "每次",
            () => Of($"每年 累计 最多 {draw.Between(1, 400)}人 计 ", expressions.Make(Kind.Persons, scope, draw.Between(0, 1))),
            () => each is null ? "每年" : $"每次 累计 最多 {draw.Between(1, 3)}次",
            () => Of("每年 自 ", expressions.Make(draw.Pick(Kind.Date, Kind.Year), scope, draw.Between(0, 1)),
                $" {draw.Pick("次年起", "当年起", $"第{draw.Between(1, 4)}年起")} 连续 {draw.Between(1, 5)}年"),
            () => Of("每年 自 ", expressions.Make(Kind.Date, scope, draw.Between(0, 1)),
                $" {draw.Pick("次月起", "当月起")} 连续 {draw.Pick($"{draw.Between(1, 40)}个月", $"{draw.Between(1, 4)}年")}"),
            () => Of("每年 自 ", expressions.Make(draw.Pick(Kind.Date, Kind.Year), scope, draw.Between(0, 1)),
                $" 第{draw.Between(1, 4)}年起"));
        if (draw.IsWild && draw.Chance(15))
            frequency = Of("每年 自 ", expressions.Make(draw.Pick(Kind.Date, Kind.Year), scope, 1),
                $" {draw.Pick("次年起", "当年起")} 连续 {draw.Pick("1", "9999", "2147483647")}年");
        isYearly = frequency?.ToString().StartsWith("每年", StringComparison.Ordinal) ?? false;
        if (frequency is not null)
            lines.Add(isYearly ? Of("  频次 ", frequency, "\n") : Optional("  频次 ", frequency, "\n"));
        void Sometimes(int percent, Func<string> line)
        {
            if (draw.Chance(percent))
                lines.Add(Optional("  " + line() + "\n"));
        }
        Sometimes(70, () => $"事项 {draw.Pick<string>(setting.Schema.BenefitItems)}");
        Sometimes(50,
            () => draw.Pick("资金 市级", "资金 区级", "分担 市级:区级 = 6:4", "分担 市级:区级 = 1:2", "分担 国家级:市级:区级 = 5:3:2",
                "分担 国家级:省级:市级:区级 = 1:1:1:0", "分担 市级:区级:街道 = 1:1:1", "分担 区级:市级 = 7:0"));
        Sometimes(15, () => "受益人 研发团队");
        Sometimes(30, () => $"取整 {draw.Pick("", "四舍五入 ", "向下 ", "向上 ", "四舍六入五成双 ")}到 "
            + draw.Pick("分", "角", "元", "十元", "百元", "万元"));
        Sometimes(8, () => draw.Pick("兑付 次年起 40%、30%、余款", "兑付 分 3年", "兑付 50%、50%",
            "兑付 按 阶段: 测算日 超过 2023-06-30 30%、施行日期 超过 测算日 余款"));
        Sometimes(12, () => $"形式 {draw.Pick("股权投资", "授信")}");
        Sometimes(10, () => "另行给予");
        if (setting.Passable.Count > 0)
            Sometimes(15, () =>
                draw.Pick(setting.Passable) is var (policy, clause) && clause is null ? $"落实 {policy}" : $"落实 {policy} 条款 {clause}");
    }

    /// <summary>第几年 and 当年月数 of the period of 频次, put into a 令 so that everything else may use them.</summary>
    private Scope AddPeriod(List<Fragment> lines, Scope scope)
    {
        if (lines.Find(static line => line.ToString().StartsWith("  频次 每年 自 ", StringComparison.Ordinal)) is not { } period
            || !draw.Chance(70))
            return scope;
        var (kind, name) = (draw.Pick(Kind.Money, Kind.Money, Kind.Ratio), names.Next("期"));
        var isMonthly = period.ToString().Contains("月起", StringComparison.Ordinal);
        var unit = kind == Kind.Money ? draw.Pick("1万元", "0.7万元") : draw.Pick("1%", "3%");
        var table = draw.Chance(40) && !isMonthly
            ? $"\n    | 第几年 | 结果 |\n    | 1年 | {unit} |\n    | 2年..3年 | {unit} * 2 |\n    | 4年以上 | {unit} * 3 |"
            : $" {unit} * ({(isMonthly ? "当年月数 / 1个月" : "第几年 / 1年")})";
        lines.Add($"  令 {name} ={table}\n");
        return scope with { Locals = scope.Locals.Add(new(name, kind)) };
    }

    /// <summary>What was paid in earlier years, and what is left of an allowance, put into a 令.</summary>
    private Scope AddHistory(List<Fragment> lines, Scope scope, string number)
    {
        var counts = lines.Exists(static line => line.ToString().StartsWith("  频次 每年 累计 ", StringComparison.Ordinal));
        if (!draw.Chance(counts ? 80 : 12))
            return scope;
        var name = names.Next("往年");
        var value = counts && draw.Chance(70)
            ? $"1万元 * ({draw.Pick("可补数量", $"已得数量(条款 {number})", "可补数量")} / 1人)"
            : draw.Pick($"已得(条款 {number})", $"1万元 * (已得年数(条款 {number}) / 1年)");
        lines.Add($"  令 {name} = {value}\n");
        return scope with { Locals = scope.Locals.Add(new(name, Kind.Money)) };
    }

    private Scope AddLocals(List<Fragment> lines, Scope scope)
    {
        for (var i = draw.Between(0, 2); i > 0; i--)
        {
            var (kind, name) = (draw.Pick(LocalKinds), names.Next("基数"));
            var isTable = kind is Kind.Money or Kind.Ratio && draw.Chance(40);
            lines.Add(
                Optional($"  令 {name} =", isTable ? expressions.Table(kind, scope) : Of(" ", expressions.Make(kind, scope, 2)), "\n"));
            scope = scope with { Locals = scope.Locals.Add(new(name, kind)) };
        }
        return scope;
    }

    private Fragment Award(Scope scope, bool isYearly, DetailModel? each)
    {
        Fragment Amount() => expressions.Make(Kind.Money, scope, draw.Between(1, 3));
        Fragment Fact() => Named(scope);
        return draw.Make(
            () => Of("= ", Amount()), () => Of("= ", Amount()), () => Of("= ", Amount()),
            () => Of("= min(", Amount(), ", ", Literals.Of(Kind.Money, draw), ")"),
            () => Of("=", expressions.Table(Kind.Money, scope)),
            () => draw.Make(
                () => Of("= 超额累进(", Amount(), ")\n    | 10万元以内 | 4% |\n    | 10万元..50万元 | 0.5% |\n    | 50万元以上 | ",
                    expressions.Make(Kind.Ratio, scope, 1), " |"),
                () => Progressive(Fact(), Amount())),
            () => ByYear(scope, each) ?? Of("= ", Amount()),
            () => "= 核定", () => "= 一事一议",
            () => Of("= 核定 最高 max(", Amount(), ", 0元)"), () => Of("= 核定 最高 ", Amount()),
            () => Of("= 核定 最高 ", Literals.Of(Kind.Money, draw)),
            () => Of("= 核定 最高", expressions.Table(Kind.Money, scope)),
            () => draw.Make(
                () => Of("= 核定 最低 max(", Amount(), ", 0元)"), () => Of("= 一事一议 最低 max(", Amount(), ", 0元)"),
                () => Of("= 核定 最低 max(", Amount(), ", 0元) 最高 max(", Amount(), ", ", Fact(), ")"),
                () => Of("= 核定 ", Fact(), " * 5%..20%"),
                () => Of("= 核定 max(", Amount(), ", 0元)..max(", Fact(), ", ", Amount(), ")")),
            () => isYearly ? "= 100万元/年" : Of("= ", Amount()),
            () => isYearly ? Of("= min(", expressions.Leaf(Kind.Money, scope), ", 30万元/年)") : Of("= ", Amount()),
            () => each is { IsCounted: true }
                ? Of("= 核定 最高 若 ", expressions.Make(Kind.Truth, scope, 1), " 则 2万元/件 否则 0.5万元/件")
                : Of("= ", Amount()));
    }

    /// <summary>首次 and 每增加; null where no fact is by year.</summary>
    private Fragment? ByYear(Scope scope, DetailModel? each)
    {
        if (ExpressionMaker.YearFacts(draw.Pick(Kind.Money, Kind.Persons), scope) is not { Count: > 0 } facts)
            return null;
        var (rows, field) = draw.Pick(facts);
        var unit = field.Kind == Kind.Money ? "万元" : draw.Counted;
        string Figure(int least) => $"{draw.Between(least, least + 40)}{unit}";
        var (name, word) = (draw.Pick(field.Name, $"{rows.Name}.{field.Name}"), draw.Pick("超过", "达到"));
        var amounts = $"1万元、{draw.Pick("1", "2.5")}万元、4万元";
        return draw.Make(
            () => Of($"= {name} 每增加 {Figure(1)} : ", Literals.Of(Kind.Money, draw)),
            () => Of($"= min({name} 每增加 {Figure(1)} : 1.5万元, ", expressions.Leaf(Kind.Money, scope), ")"),
            () => each is not null ? Increase() : $"= 首次 {name} {word} {Figure(1)}、{Figure(50)}、{Figure(100)} : {amounts}",
            () => each is not null ? Increase()
                : Of($"= min((首次 {name} {word} {Figure(1)}、{Figure(50)} : 3万元、5万元), ", expressions.Leaf(Kind.Money, scope), ")"));

        Fragment Increase() => $"= {name} 每增加 {Figure(1)} : 3万元";
    }

    // A bound that is a fact may lie on either side of the other.
    private static Fragment Progressive(Fragment bound, Fragment amount) => Of("= 超额累进(", amount, ")\n    | ..", bound,
        " | 2% |\n    | ", bound, "..20万元 | 3% |\n    | 超过 20万元 | 5% |");

    /// <summary>The amount of another clause, or its conditions and formula; null for neither.</summary>
    private Fragment? Reference(List<MadeClause> others, DetailModel? each, Scope scope)
    {
        if (others.Count == 0 || !draw.Chance(20))
            return null;
        var other = draw.Pick(others);
        if (each is null && draw.Chance(50))
            return draw.Make(() => $"= 条款 {other.Number} 的金额 * {draw.Pick("50%", "1", "200%", "1:0.5")}",
                () => Of($"= min(条款 {other.Number} 的金额, ", expressions.Leaf(Kind.Money, scope), ")"),
                () => Of($"= 条款 {other.Number} 的金额 - ", expressions.Leaf(Kind.Money, scope)));
        if (other.Each != each)
            return null;
        // Facts of the subject whose names say of whom they are.
        var facts = scope.Subject.Fields.Where(static field => field.Kind == Kind.Money)
            .Where(field => !scope.Subject.Details.Any(detail => detail.Fields.Any(own => own.Name == field.Name))).ToList();
        var used = facts.Where(field => other.Award.Contains(field.Name, StringComparison.Ordinal)).ToList();
        return used.Count == 0 || draw.Chance(30) ? $"= 比照 条款 {other.Number}"
            : $"= 比照 条款 {other.Number} ({draw.Pick(used).Name} = {draw.Pick(facts).Name})";
    }

    private sealed record MadeClause(string Number, SubjectModel Subject, DetailModel? Each, string Award);

    private void AddCaps(List<Fragment> lines, Scope scope, List<MadeClause> others)
    {
        // A cap that is a figure could lie below a figure of the award, which is a mistake that check finds.
        Fragment Cap() => draw.Make(
            () => Of("若 ", expressions.Make(Kind.Truth, scope.WithoutRow, 1), " 则 ", Literals.Of(Kind.Money, draw), " 否则 ",
                Literals.Of(Kind.Money, draw)),
            () => others.Count > 0 && draw.Chance(30) ? $"max(条款 {draw.Pick(others).Number} 的金额, {Name(scope)})"
                : Of("max(", expressions.Make(Kind.Money, scope.WithoutRow, 1), ", ", Name(scope), ")"));
        var sharesRows = scope.Row is not null && draw.Chance(30)
            && !lines.Exists(static line => line.ToString().Contains("累计 最多", StringComparison.Ordinal));
        if (draw.Chance(35))
            lines.Add(Optional("  单位上限 ", Cap(), sharesRows ? " 按比例\n" : "\n"));
        if (scope.Row is not null && draw.Chance(12))
            lines.Add(Optional("  累计上限 max(", expressions.Make(Kind.Money, scope, 1), ", ", Named(scope), ") 每行\n"));
        if (draw.Chance(30))
            lines.Add(Optional("  累计上限 ", Cap(), "\n"));
    }

    // Seldom: such a clause, and all that compete with it, are left to the interpreter.
    private void AddPlaces(List<Fragment> lines, Scope scope)
    {
        Fragment Order() => draw.Make(
            () => Of(" 先到先得 按 ", expressions.Make(Kind.Date, scope.WithoutRow, 0)),
            () => Of(" 按 ", expressions.Make(Kind.Money, scope.WithoutRow, draw.Between(0, 1)), draw.Pick("", " 从高", " 从低")),
            () => Of(" 按 ", expressions.Make(Kind.Date, scope.WithoutRow, 0), draw.Pick(" 从高", " 从低")));
        if (draw.Chance(3))
            lines.Add(Optional($"  名额{draw.Pick(" 每年", "")} {draw.Between(1, 6)}家", Order(), "\n"));
        if (draw.Chance(3))
            lines.Add(Optional($"  总额 {draw.Pick("100万元", "0.77万元", "30万元")} 超出的 ",
                draw.Chance(50) ? "按比例压缩" : Of("延至下年", Order()), "\n"));
    }

    /// <summary>A fact of the subject, by a name that no row has.</summary>
    private Fragment Named(Scope scope)
    {
        var (table, field) = draw.Pick(scope.WithoutRow.Facts(Kind.Money));
        return scope.IsAmbiguous(field.Name) ? $"{table.Name}.{field.Name}" : field.Name;
    }

    private Fragment Name(Scope scope) => draw.Pick(scope.WithoutRow.Facts(Kind.Money)).Field.Name;
}
