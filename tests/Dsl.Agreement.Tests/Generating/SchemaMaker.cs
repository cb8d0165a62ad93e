// Random schemas: facts of every type with and without 范围, 缺省 and 认定, lists open and closed, details with and without keys.
using System.Collections.Immutable;

namespace Dsl.Agreement.Tests.Generating;

/// <summary>Makes one schema.</summary>
internal sealed class SchemaMaker(Draw draw, Names names)
{
    private static readonly Dictionary<Kind, (string Type, string Ending, string[] Modifiers)> Forms = new()
    {
        [Kind.Money] = ("金额", "额",
            ["", "", "", " 缺省 0元", " 缺省 12.5万元", " 范围 -100亿元..100亿元", " 范围 0元..5000万元", " 范围 1000元..100亿元",
                " 范围 0元..500万元 缺省 3万元", " 认定"]),
        [Kind.Ratio] = ("比率", "率", ["", "", " 缺省 0%", " 范围 -50%..300%", " 范围 1%..100%"]),
        [Kind.Number] = ("数", "系数", ["", " 缺省 1", " 范围 0..10", " 范围 -5..5"]),
        [Kind.Persons] = ("人", "人数", ["", "", " 缺省 0人", " 范围 1人..5000人"]),
        [Kind.Pieces] = ("件", "件数", ["", " 缺省 0件", " 范围 0件..300件"]),
        [Kind.Area] = ("平方米", "面积", ["", " 缺省 0平方米", " 范围 0平方米..100万平方米"]),
        [Kind.PiecePrice] = ("元/件", "单价", ["", " 缺省 100元/件"]),
        [Kind.Rent] = ("元/平方米/月", "租金", ["", " 缺省 40元/平方米/月", " 范围 0元/平方米/月..480元/平方米/年"]),
        [Kind.Dollars] = ("美元", "外汇", ["", " 缺省 0美元", " 范围 0美元..1亿美元"]),
        [Kind.Exchange] = ("元/美元", "汇率", ["", " 缺省 7.1元/美元"]),
        [Kind.Date] = ("日期", "日期", ["", "", " 范围 2000-01-01..2030-12-31", " 缺省 2021-02-28", " 认定"]),
        [Kind.Year] = ("年度", "年份", ["", " 范围 2000年度..2030年度", " 缺省 2020年度"]),
        [Kind.Years] = ("年", "年限", ["", " 范围 0年..50年", " 缺省 1年"]),
        [Kind.Months] = ("月", "月份数", ["", " 范围 0个月..600个月"]),
        [Kind.Days] = ("天", "天数", ["", " 范围 0天..3660天"]),
        [Kind.Age] = ("岁", "年龄", ["", " 范围 0岁..120周岁"]),
        [Kind.Truth] = ("是否", "情况", ["", "", "", " 认定", " 认定", " 缺省 否", " 缺省 是"]),
        [Kind.Text] = ("文本", "名称", ["", " 缺省 \"无\""]),
    };

    // Wider than a column, than a lane, than anything; and of one value.
    private static readonly Dictionary<Kind, string[]> WildRanges = new()
    {
        [Kind.Money] = [" 范围 0元..10000000000000000000000000000000元", $" 范围 -{new string('9', 60)}元..{new string('9', 60)}元",
            " 范围 5元..5元", " 范围 0元..0元", " 范围 -90071992547409.92元..90071992547409.93元", " 范围 0.001元..3元"],
        [Kind.Ratio] = [" 范围 0%..0%", " 范围 -99999999999999999999%..99999999999999999999%"],
        [Kind.Number] = [" 范围 0..0", $" 范围 -{new string('9', 40)}..{new string('9', 40)}"],
        [Kind.Persons] = [" 范围 0人..99999999999999999999人"],
        [Kind.Date] = [" 范围 0001-01-01..9999-12-31", " 范围 2020-02-29..2020-02-29"],
        [Kind.Days] = [" 范围 -99999999999999999999天..99999999999999999999天"],
        [Kind.Months] = [" 范围 -99999999999999999999个月..99999999999999999999个月"],
    };

    private readonly List<ListModel> _lists = [];

    /// <summary>A schema of one or two kinds of subjects.</summary>
    public SchemaModel Make()
    {
        var text = new List<Fragment>();
        for (var i = 0; i < 2; i++)
        {
            var list = NewList(names.Next("类别"));
            _lists.Add(list);
            text.Add(Fragment.Optional($"名录 {list.Name} = {Written(list)}\n"));
        }
        ImmutableArray<string> matters = [.. Enumerable.Range(0, 2).Select(_ => names.Next("事项"))];
        text.Add(Fragment.Optional($"名录 事项 = [{string.Join(", ", matters)}]\n\n"));
        var subjects = ImmutableArray.CreateBuilder<SubjectModel>();
        foreach (var (name, key) in draw.Chance(45)
            ? [("企业", "统一社会信用代码"), ("人才", "证件号码")]
            : new[] { ("企业", "统一社会信用代码") })
            subjects.Add(Subject(name, key, text));
        return new(subjects.ToImmutable(), matters, Fragment.Of(text));
    }

    private SubjectModel Subject(string name, string key, List<Fragment> text)
    {
        // Now and then a key with a check digit, without a draw of its own.
        var type = name == "企业" && _lists[0].Members.Length == 3 ? "统一社会信用代码" : "文本";
        var lines = new List<Fragment> { $"数据 {name}\n  主键 {key} : {type}\n" };
        var fields = Fields(lines, (Kind[])[.. Enum.GetValues<Kind>(), Kind.Money, Kind.Truth, Kind.List]);
        text.Add(Fragment.Optional(lines.Append("\n")));
        var details = Enumerable.Range(0, draw.Between(1, 3)).Select(_ => Detail(name, fields, text)).ToImmutableArray();
        if (draw.Chance(60))
            details = details.Add(ByYear(name, text));
        return new(name, fields, details);
    }

    private DetailModel Detail(string subject, ImmutableArray<FieldModel> owner, List<Fragment> text)
    {
        var (name, isCounted) = (names.Next("明细"), draw.Chance(50));
        var lines = new List<Fragment> { $"明细 {name} 属于 {subject}{(isCounted ? " 计量 件" : "")}\n" };
        if (draw.Chance(60))
            lines.Add($"  主键 {names.Next("编号")} : 文本\n");
        Kind[] some = [.. Enum.GetValues<Kind>().Where(_ => draw.Chance(45))];
        var fields = Fields(lines, [Kind.Money, Kind.Truth, .. some]);
        // A name that subject and row share: it has to be written with its table.
        if (draw.Chance(35) && owner.FirstOrDefault(field => field.Kind == Kind.Money) is { } shared)
        {
            lines.Add(Fragment.Optional($"  {shared.Name} : 金额\n"));
            fields = fields.Add(shared);
        }
        text.Add(Fragment.Optional(lines.Append("\n")));
        return new(name, fields, isCounted);
    }

    private DetailModel ByYear(string subject, List<Fragment> text)
    {
        var name = names.Next("明细");
        var lines = new List<Fragment> { $"明细 {name} 属于 {subject} 按年度\n" };
        Kind[] some = [.. Enum.GetValues<Kind>().Where(_ => draw.Chance(25))];
        var fields = Fields(lines, [Kind.Money, Kind.Money, Kind.Persons, .. some]);
        text.Add(Fragment.Optional(lines.Append("\n")));
        return new(name, fields, IsCounted: false) { IsByYear = true };
    }

    private ImmutableArray<FieldModel> Fields(List<Fragment> lines, IEnumerable<Kind> kinds)
    {
        var fields = ImmutableArray.CreateBuilder<FieldModel>();
        foreach (var kind in draw.Shuffle(kinds))
        {
            var list = kind == Kind.List ? draw.Chance(60) ? draw.Pick(_lists) : NewList(null) : null;
            var (type, ending, modifiers) =
                list is null ? Forms[kind] : (list.Name ?? Written(list), "类型", ["", "", " 认定", $" 缺省 {list.Members[0]}"]);
            if (draw.IsWild && WildRanges.TryGetValue(kind, out var wild))
                modifiers = [.. modifiers, .. wild];
            var field = new FieldModel(names.Next(ending), kind, list);
            fields.Add(field);
            lines.Add(Fragment.Optional($"  {field.Name} : ", Literals.InUnits(kind, $"{type}{draw.Pick(modifiers)}", draw), "\n"));
        }
        return fields.ToImmutable();
    }

    private ListModel NewList(string? name) =>
        new(name, [.. Enumerable.Range(0, draw.Between(2, 5)).Select(_ => names.Next("类"))], draw.Chance(40));

    private static string Written(ListModel list) => $"[{string.Join(", ", list.Members)}{(list.IsOpen ? ", 等" : "")}]";
}
