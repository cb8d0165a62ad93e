// What the words of facts by year mean, for hover and completion.
namespace Dsl.LanguageServer.Features.Hover;

/// <summary>The texts, in a sentence each.</summary>
internal static class YearText
{
    public const string ByYear = "一个主体每个年度一行，自带主键「年度」；用 本年.字段、上年.字段、字段(年度 - 2年) 取一年的数。";

    public const string First = "以前年度没有达到过的最高一级，各级终身只给一次；与明细里以前的各年度和本条的兑现记录比。";

    public const string PerIncrease = "比上一年度每足额增加一步给一份；不足一步的不算，下降的是 0元。";

    public const string ThisYear = "申报年度的数，在按年度的明细里；没有这一年的行，未知。";

    public const string LastYear = "申报年度的上一年度的数，在按年度的明细里；没有这一年的行，未知，不是 0。";

    /// <summary>What a word means; null for any other word.</summary>
    public static string? Of(string word) => word switch
    {
        "按年度" => $"**按年度** {ByYear}",
        "首次" => $"**首次** {First}",
        "每增加" => $"**每增加** {PerIncrease}",
        "本年" => $"**本年** {ThisYear}",
        "上年" => $"**上年** {LastYear}",
        _ => null,
    };
}
