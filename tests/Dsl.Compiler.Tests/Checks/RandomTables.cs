// Random decision tables over columns of every kind, whole and broken, for the comparison of the check with brute force.
using Dsl.Syntax.Text;

namespace Dsl.Compiler.Tests.Checks;

/// <summary>Makes a policy of one clause with one table.</summary>
internal sealed class RandomTables(Random random)
{
    private const string Schema = """
        名录 级别 = [国家级, 市级, 区级]
        名录 类别 = [甲类, 乙类, 等]

        数据 企业
          主键 代码 : 文本
          人数 : 人
          总数 : 人
          件数 : 件 范围 0件..10件
          利润 : 金额 范围 -10元..10元
          收入 : 金额
          占比 : 比率
          增幅 : 比率 范围 -100%..300%
          年限 : 年
          月限 : 月
          单价 : 元/月
          登记日 : 日期
          届次 : 年度
          级 : 级别
          类 : 类别
          资质 : 是否
          名 : 文本

        明细 项目 属于 企业
          主键 号 : 文本
          成员 : 人
          盈亏 : 金额 范围 -5元..5元

        参数 线 : 人 = 2020-01-01 起 5人 | 2022-01-01 起 8人
        参数 外线 : 人 外部
        参数 外额 : 金额 外部

        """;

    private static readonly string[] Persons =
    [
        "总数 / 12", "总数 * 30%", "人数 + 总数", "总数 - 人数", "max(总数 - 5人, 0人)", "min(max(总数 - 人数, 0人), 9人)",
        "合计(项目, 成员)", "平均(项目, 成员)",
        "最大值(项目, 成员)", "向下取整(总数 / 12)", "若 资质 则 3人 否则 7人", "人数 * 2", "人数 - 线", "max(人数, 2人) + 1人",
        "若 人数 超过 6人 则 总数 否则 2人", "四舍五入(总数 * 占比)",
        "若 总数 超过 人数 则 总数 - 人数 否则 0人", "总数 - min(人数, 总数)", "向下取整(总数 * 占比, 2人)", "总数 * 2 + 人数 * 4",
        "若 总数 不足 人数 则 1人 否则 总数 - 人数", "总数 - 向下取整(总数 * 占比)", "人数 / 4 + 总数 / 2",
    ];

    private static readonly string[] Monies = ["收入 - 利润", "收入 / 2", "合计(项目, 盈亏)", "max(利润, 0元)", "利润 * 占比",
        "人数 * 2元/人", "-利润", "min(收入, 8元)", "合计(项目, 盈亏, 成员 超过 2人)",
        "向下取整(收入, 2元)", "向上取整(利润, 3元)", "四舍五入(收入 / 3)", "四舍五入(收入 / 4, 1)",
        "若 收入 超过 利润 则 收入 - 利润 否则 0元", "若 非 收入 达到 利润 则 0元 否则 收入 - 利润", "收入 - 收入 * 占比",
        "收入 * (1 - 占比)",
        "合计(项目, 盈亏, 盈亏 超过 0元)", "max(收入, 利润) - 利润", "若 资质 且 收入 超过 利润 则 收入 - 利润 否则 -1元",
        "若 资质 或 收入 超过 利润 则 收入 - 利润 否则 0元"];

    private static readonly string[] Ratios = ["人数 / 总数", "占比 * 50%", "占比 + 增幅", "min(占比, 增幅)", "1 - 占比",
        "(收入 - 利润) / 收入", "四舍五入(人数 / 总数, 1)", "四舍五入(占比, 1)", "计数(项目, 成员 超过 2人) / 计数(项目)",
        "min(人数, 总数) / 总数", "合计(项目, 成员, 成员 超过 2人) / 合计(项目, 成员)"];

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Pick<T>(params T[] items) => items[random.Next(items.Length)];

    /// <summary>The files of a policy.</summary>
    public SourceText[] Make()
    {
        var columns = Enumerable.Range(0, Pick(1, 1, 1, 2, 2, 3)).Select(Column).DistinctBy(static column => column.Name).ToList();
        var rows = new List<string[]>();
        foreach (var first in columns[0].Cells)
        {
            if (columns.Count == 1 || Chance(25))
                rows.Add([first, .. columns.Skip(1).Select(static _ => "-")]);
            else
                rows.AddRange(columns[1].Cells.Select(second =>
                    (string[])[first, second, .. columns.Skip(2).Select(column => Pick([.. column.Cells, "-", "-", "-"]))]));
        }
        if (rows.Count > 1 && Chance(15))
            rows.RemoveAt(random.Next(rows.Count));
        if (Chance(10))
            rows.Add([.. columns.Select(column => Chance(50) ? "-" : Pick(column.Cells))]);
        if (rows.Count > 1 && Chance(10))
            rows.Add([.. columns.Select(static _ => "-")]);
        var lines = rows.Select((row, index) => $"    | {string.Join(" | ", row)} | {index + 1}元 |");
        string[] condition = Chance(25) ? [$"  {Condition()}"] : [];
        string[] text =
        [
            "政策 甲", "  文号 示〔2020〕1号", "  地区 示", "  施行日期 2020-01-01", "  级次 区级", "条款 1 测试", "  频次 每年",
            .. columns.Select(static column => column.Local).Where(static local => local.Length > 0), .. condition,
            "  奖补 =", $"    | {string.Join(" | ", columns.Select(static column => column.Name))} | 结果 |", .. lines, "",
        ];
        return [new("a.policy", string.Join('\n', text)), new("schema.policy", Schema)];
    }

    private string Condition() => Pick(
        "条件 人数 达到 3人", "条件 总数 超过 0人", "条件 收入 不足 9元", "排除 级 = 市级", "条件 资质", "条件 利润 达到 0元",
        "条件 类 属于 [甲类, 乙类]", "条件 名 = \"甲\" 或 名 = \"乙\"", "条件 人数 达到 线",
        "条件 人数 超过 2人 且 占比 达到 50%", "条件 人数 达到 3人 或 人数 不足 1人");

    private (string Name, string Local, string[] Cells) Column(int index)
    {
        (string, string, string[]) Of(string name, string[] cells) => (name, "", cells);
        (string, string, string[]) Computed(string formula, string[] cells) => ($"算{index}", $"  令 算{index} = {formula}", cells);
        (string, string, string[]) Chained(string formula, string[] cells) =>
            ($"算{index}", $"  令 中{index} = {formula}\n  令 算{index} = 中{index}", cells);
        return random.Next(20) switch
        {
            0 or 1 => Of("人数", Axis(Person, isWhole: true, "线", "外线", "总数", "线 + 1人")),
            2 => Of("件数", Axis(static number => $"{number}件", isWhole: true)),
            3 => Of("利润", Axis(Money, isWhole: false, "外额", "收入", "收入 * 50%")),
            4 => Of("收入", Axis(Money, isWhole: false, "外额", "外额 * 2", "利润")),
            5 => Of("占比", Axis(static number => $"{number * 10}%", isWhole: false)),
            6 => Of("增幅", Axis(static number => $"{number * 20}%", isWhole: false)),
            7 => Of("年限", Axis(number => Chance(40) ? $"{number * 12}个月" : $"{number}年", isWhole: false)),
            8 => Of("月限", Axis(number => Chance(40) ? $"{number}年" : $"{number * 12}个月", isWhole: false)),
            9 => Of("单价", Axis(number => Chance(40) ? $"{number * 12}元/年" : $"{number}元/月", isWhole: false)),
            10 => Of("登记日", Axis(static number => $"2021-01-{number + 1:00}", isWhole: true)),
            11 => Of("届次", Axis(static number => $"{2018 + number}年度", isWhole: true)),
            12 => Of("级",
                Pick<string[]>(["国家级", "市级", "区级"], ["国家级", "[市级, 区级]"], ["[国家级, 市级]", "[市级, 区级]"],
                    ["国家级", "市级"])),
            13 => Of("类", Pick<string[]>(["甲类", "乙类"], ["[甲类, 乙类]"], ["[甲类, 等]", "乙类"], ["[甲类, 乙类, 等]"])),
            14 => Of("资质", Pick<string[]>(["是", "否"], ["是"], ["否"])),
            15 => Of("名", Pick<string[]>(["\"甲\"", "\"乙\""], ["\"甲\"", "[\"乙\", \"丙\"]"])),
            16 => Computed(Pick(Monies), Axis(Money, isWhole: false)),
            17 => Computed(Pick(Ratios), Axis(static number => $"{number * 10}%", isWhole: false)),
            18 => Computed("年数(登记日, 测算日)", Axis(static number => $"{number}年", isWhole: true)),
            _ => Chance(50)
                ? Computed(Pick(Persons), Axis(Person, isWhole: Chance(60), "线"))
                : Chained(Pick(Persons), Axis(Person, isWhole: true)),
        };
    }

    private static string Person(int number) => $"{number}人";

    private static string Money(int number) => $"{number}元";

    /// <summary>Cells along an axis of numbers, mostly consecutive, as they should be.</summary>
    private string[] Axis(Func<int, string> literal, bool isWhole, params string[] parameters)
    {
        var places = Enumerable.Range(0, 12).OrderBy(_ => random.Next()).Take(Pick(1, 2, 2, 3)).Order().ToArray();
        string At(int number) => parameters.Length > 0 && Chance(12) ? Pick(parameters) : literal(number);
        var cells = new List<string>();
        // Whether the place before belongs to the row before.
        var isTaken = Chance(50);
        if (!Chance(15))
            cells.Add(places[0] == 0 && isTaken ? literal(0)
                : isTaken ? Pick($"..{At(places[0])}", $"{literal(places[0])}以下")
                : Pick($"不足 {At(places[0])}", $"..<{literal(places[0])}"));
        for (var i = 1; i < places.Length; i++)
        {
            if (Chance(6))
                isTaken = !isTaken;
            var (low, high, takes) = (places[i - 1], places[i], Chance(50));
            var end = takes ? $"..{At(high)}" : $"..<{At(high)}";
            cells.Add(!isTaken ? $"{At(low)}{end}"
                : isWhole && low + 1 < high && Chance(60) ? $"{literal(low + 1)}{end}"
                : $"超过 {At(low)}{end}");
            isTaken = takes;
        }
        if (Chance(6))
            isTaken = !isTaken;
        if (!Chance(12))
            cells.Add(!isTaken ? Pick($"{At(places[^1])}..", $"{literal(places[^1])}以上")
                : isWhole && Chance(60) ? $"{literal(places[^1] + 1)}.."
                : $"超过 {At(places[^1])}");
        return [.. cells.DefaultIfEmpty($"{literal(places[0])}..")];
    }
}
