// Who signed a document and when: names of offices followed by a date, on lines of their own.
using System.Text.RegularExpressions;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Text;

namespace Dsl.Drafting.Structure;

internal static partial class SignatureReader
{
    /// <summary>The offices and the day; null without a signature.</summary>
    public static (List<string> Issuers, string? Dated)? Read(List<string> paragraphs)
    {
        var text = string.Join('\n', paragraphs);
        for (var match = Signed().Match(text); match.Success; match = match.NextMatch())
        {
            if (DateOf(match.Groups["date"].Value) is { } date)
                return ([.. match.Groups["office"].Captures.Select(static capture => capture.Value).Distinct()], date);
        }
        return null;
    }

    /// <summary>A date as the language writes it; null for a day that does not exist.</summary>
    public static string? DateOf(string written)
    {
        var folded = string.Concat(WidthFolding.Fold(written).Where(static character => character != ' '));
        if (CivilDate.TryParse(folded, DateForms.Text, out var date))
            return CivilDate.Format(date);
        return NumeralWords.Rewrite(written) is { } words && CivilDate.TryParse(words, DateForms.Text, out date)
            ? CivilDate.Format(date)
            : null;
    }

    // 重庆市人民政府办公厅 2022年5月6日; several offices one after the other. A sentence continues after its date, a signature does not.
    [GeneratedRegex("""
        (?<=^|[\n。：）])(?:(?<office>[\u4e00-\u9fff]{2,24}?(?:政府(?!办公)|办公厅|办公室|委员会(?!办公)|管委会(?!办公)|局|厅|部|分行|法院|检察院|中心))\s*){1,12}
        (?<date>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)(?=$|\n|[（(]|[\u4e00-\u9fff]{4,60}(?:措施|办法|意见|规定|政策|方案|计划|细则|条例)(?:$|\n|（))
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Signed();
}
