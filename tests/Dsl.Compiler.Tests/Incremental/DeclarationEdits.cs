// Edits of what a whole file is bound under: the head of a policy, its 范围 and 参数, the 对象 of blocks.
using System.Text.RegularExpressions;

namespace Dsl.Compiler.Tests.Incremental;

/// <summary>Random edits of declarations. Where a text has nothing of the kind, it gets something.</summary>
internal static partial class DeclarationEdits
{
    private static readonly string[] HeadLines =
    [
        "  发文机关 某区人民政府", "  地区 某区", "  级次 市级", "  级次 区级", "  施行日期 2022-01-01", "  施行日期 2030-06-15",
        "  失效日期 2025-12-31", "  失效日期 2019-01-01", "  对象 人才",
        "  对象 企业", "  竞合 本政策内 从高不重复", "  竞合 以往政策 从新",
        "  文号 某府〔2020〕1号", "  成文日期 2020-02-30", "  原文 sources/没有.txt",
    ];

    private static readonly string[] ScopeLines =
        ["  条件 依法纳税", "  排除 诚信经营", "  注册区县 = 渝中区", "  不认识的 = 1", "  工作区县 = 渝中区",
            "  营业收入 >= 100万元", "  条件 新门槛 > 1元"];

    private static readonly string[] ParameterValues =
        ["外部", "= 10%", "= 20%", "= 2000万元", "= 500元", "= 2021-06-21 起 20% | 2023-01-01 起 25%",
            "= 2023-01-01 起 3万元", "= ", "= 5000套"];

    private static readonly string[] Types = ["比率", "金额", "套", "文本", "是否", "日期", "[甲, 乙]", "行业", "没有的类型"];

    /// <summary>One edit.</summary>
    public static string Changed(string text, Random random) => random.Next(8) switch
    {
        0 or 1 => Head(text, random),
        2 => Scope(text, random),
        3 => Line(text, random, BlockHeaders(), static random => $"  对象 {(random.Next(2) == 0 ? "人才" : "企业")}"),
        _ => Parameter(text, random),
    };

    private static string Head(string text, Random random) => HeadLine().Matches(text) is { Count: > 0 } lines && random.Next(3) > 0
        ? Replaced(text, lines[random.Next(lines.Count)], random.Next(4) switch
        {
            0 => "",
            1 => lines[0].Value + "新",
            2 => LastDigit().Replace(lines[random.Next(lines.Count)].Value, $"{random.Next(10)}", 1),
            _ => HeadLines[random.Next(HeadLines.Length)],
        })
        : Line(text, random, PolicyHeader(), static random => HeadLines[random.Next(HeadLines.Length)]);

    private static string Scope(string text, Random random) => ScopeHeader().IsMatch(text) && random.Next(6) > 0
        ? Line(text, random, ScopeHeader(), static random => ScopeLines[random.Next(ScopeLines.Length)])
        : Line(text, random, PolicyEnd(), static random =>
            $"\n范围 {(random.Next(2) == 0 ? "企业" : "人才")}\n{ScopeLines[random.Next(ScopeLines.Length)]}\n");

    private static string Parameter(string text, Random random)
    {
        var parameters = Parameters().Matches(text);
        if (parameters.Count == 0 || random.Next(6) == 0)
            return Line(text, random, PolicyEnd(), static random =>
                $"\n参数 {(random.Next(2) == 0 ? "新门槛" : "依法纳税")} : {Types[random.Next(Types.Length)]} "
                + $"{ParameterValues[random.Next(ParameterValues.Length)]}\n");
        var parameter = parameters[random.Next(parameters.Count)];
        var (name, type, value) = (parameter.Groups["name"], parameter.Groups["type"], parameter.Groups["value"]);
        return random.Next(8) switch
        {
            0 => Replaced(text, name, name.Value + "甲"),
            1 => text.Replace(name.Value, name.Value + "乙", StringComparison.Ordinal),
            2 => Replaced(text, name, parameters[random.Next(parameters.Count)].Groups["name"].Value),
            3 => Replaced(text, parameter, ""),
            4 => Replaced(text, type, Types[random.Next(Types.Length)]),
            5 when LastDigit().IsMatch(value.Value) => Replaced(text, value, LastDigit().Replace(value.Value, $"{random.Next(10)}", 1)),
            6 => Used(text, name.Value, random),
            _ => Replaced(text, value, ParameterValues[random.Next(ParameterValues.Length)]),
        };
    }

    /// <summary>A parameter comes into a formula.</summary>
    private static string Used(string text, string parameter, Random random)
    {
        var awards = Awards().Matches(text);
        return awards.Count == 0 ? text : Replaced(text, awards[random.Next(awards.Count)], $"  奖补 = 100万元 * {parameter}");
    }

    private static string Line(string text, Random random, Regex after, Func<Random, string> line)
    {
        var places = after.Matches(text);
        if (places.Count == 0)
            return text;
        var place = places[random.Next(places.Count)];
        return text.Insert(place.Index + place.Length, "\n" + line(random));
    }

    private static string Replaced(string text, Capture place, string with) =>
        string.Concat(text.AsSpan(0, place.Index), with, text.AsSpan(place.Index + place.Length));

    [GeneratedRegex(@"^  (发文机关|地区|级次|文号|施行日期|成文日期|失效日期|对象|竞合|使用|原文)[^\n]*$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex HeadLine();

    [GeneratedRegex("^政策 [^\n]*", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex PolicyHeader();

    [GeneratedRegex("^政策 [^\n]*(\n  [^\n]*)*", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex PolicyEnd();

    [GeneratedRegex("^范围[^\n]*(\n  (条|依据)[^\n]*)*", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex ScopeHeader();

    [GeneratedRegex("^(条款|目标|程序) [^\n]*", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex BlockHeaders();

    [GeneratedRegex(@"^参数 (?<name>[^\s:]+) *: *(?<type>[^=\n]*?) *(?<value>外部|=[^\n]*)$",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Parameters();

    [GeneratedRegex(@"^  奖补 =[^\n]*$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Awards();

    [GeneratedRegex(@"\d(?=\D*$)", RegexOptions.CultureInvariant)]
    private static partial Regex LastDigit();
}
