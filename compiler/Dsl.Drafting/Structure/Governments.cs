// The level of government and the region in the name of an office.
using System.Text.RegularExpressions;

namespace Dsl.Drafting.Structure;

internal static partial class Governments
{
    /// <summary>The levels with the words that end the names of their regions, the lowest first.</summary>
    private static readonly (string Level, string[] Words)[] Levels =
        [("街道", ["街道"]), ("乡镇", ["镇", "乡"]), ("县级", ["县", "自治县", "旗"]), ("区级", ["区", "新区"]),
            ("市级", ["市", "州", "盟"]), ("省级", ["省", "自治区"])];

    private static readonly string[] Municipalities = ["北京市", "上海市", "天津市", "重庆市"];

    /// <summary>How the names of offices of the state begin.</summary>
    private static readonly string[] NationalWords = ["国务院", "国家", "中国人民银行", "财政部", "科技部", "工业和信息化部"];

    /// <summary>The level of an office, such as 区级; null where its name says none.</summary>
    public static string? LevelOf(string office)
    {
        if (Region().Match(office) is { Success: true } match)
        {
            var region = match.Groups["last"].Value;
            if (region.EndsWith("自治区", StringComparison.Ordinal))
                return "省级";
            return Levels.FirstOrDefault(level => level.Words.Any(word => region.EndsWith(word, StringComparison.Ordinal))).Level;
        }
        return NationalWords.Any(word => office.StartsWith(word, StringComparison.Ordinal)) ? "国家级" : null;
    }

    /// <summary>Whether the name leaves the level open: a city may be one of a county, a new district may be of any level.</summary>
    public static bool IsOfEitherLevel(string office) => RegionOf(office) is { } region
        && ((region.EndsWith('市') && !Municipalities.Contains(region)) || region.EndsWith("新区", StringComparison.Ordinal)
            || region.EndsWith("开发区", StringComparison.Ordinal) || region.EndsWith("高新区", StringComparison.Ordinal));

    /// <summary>The region of an office, such as 渝中区; null where its name says none.</summary>
    public static string? RegionOf(string office) => Region().Match(office) is { Success: true } match ? match.Groups["last"].Value : null;

    // 重庆市渝中区人民政府办公室 → 渝中区; the last region before the office.
    [GeneratedRegex("^(?:(?<last>[\u4e00-\u9fff]{1,8}?(?:自治区|自治州|自治县|新区|街道|省|市|区|县|州(?!市)|盟|旗|镇|乡)))+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Region();
}
