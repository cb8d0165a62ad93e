// The numbers that Word writes in front of paragraphs: which list a paragraph belongs to, how its levels are written,
// how far each has counted.
using System.Globalization;
using System.Xml;

namespace Dsl.Loading.Documents;

/// <summary>Counts the paragraphs that Word numbers.</summary>
internal sealed class DocxNumbering
{
    // Word has nine levels, and a number is a few words; what is longer was made to grow without end.
    private const int Levels = 9, LongestPattern = 255;
    private const string Digits = "零一二三四五六七八九";

    private readonly Dictionary<int, Level?[]> _patterns = [];
    private readonly Dictionary<int, int> _lists = [];
    private readonly Dictionary<int, int?[]> _counts = [];

    /// <summary>Reads the part that describes the lists.</summary>
    public static DocxNumbering Read(XmlReader xml)
    {
        var (numbering, path) = (new DocxNumbering(), new DocxPath());
        var (list, level) = (0, 0);
        while (OfficePackage.Next(xml))
        {
            if (!path.Follow(xml) || xml.NodeType != XmlNodeType.Element)
                continue;
            if (path.EndsWith("abstractNum"))
                list = DocxPath.Number(xml, "abstractNumId") ?? -1;
            else if (path.EndsWith("num"))
                list = DocxPath.Number(xml, "numId") ?? -1;
            else if (path.EndsWith("num", "abstractNumId") && DocxPath.Number(xml, "val") is { } pattern)
                numbering._lists.TryAdd(list, pattern);
            else if (path.EndsWith("abstractNum", "lvl"))
                level = DocxPath.Number(xml, "ilvl") ?? -1;
            else if (path.EndsWith("abstractNum", "lvl", xml.LocalName) && level is >= 0 and < Levels)
                numbering.LevelOf(list, level).Take(xml);
        }
        return numbering;
    }

    /// <summary>The number in front of a paragraph, such as （一）; empty for none.</summary>
    /// <param name="id">The list that the paragraph belongs to.</param>
    /// <param name="depth">Its level there, from 0.</param>
    public string NumberOf(int id, int depth)
    {
        if (id <= 0 || depth is < 0 or >= Levels || !_lists.TryGetValue(id, out var list) || !_patterns.TryGetValue(list, out var levels)
            || levels[depth]?.Pattern is not { Length: <= LongestPattern } pattern)
            return "";
        if (!_counts.TryGetValue(id, out var counts))
            _counts.Add(id, counts = new int?[Levels]);
        counts[depth] = counts[depth] + 1 ?? levels[depth]?.Start ?? 1;
        Array.Clear(counts, depth + 1, Levels - depth - 1);
        for (var i = 0; i < Levels; i++)
        {
            if (levels[i] is { } level)
                pattern = pattern.Replace("%" + (i + 1).ToString(CultureInfo.InvariantCulture),
                    Written(counts[i] ?? level.Start, level.Format), StringComparison.Ordinal);
        }
        return pattern;
    }

    private Level LevelOf(int list, int level)
    {
        if (!_patterns.TryGetValue(list, out var levels))
            _patterns.Add(list, levels = new Level?[Levels]);
        return levels[level] ??= new();
    }

    private static string Written(int number, string format)
    {
        var isChinese =
            ((string[])["chinese", "ideograph", "taiwanese", "japanese"]).Any(start => format.StartsWith(start, StringComparison.Ordinal));
        if (!isChinese || number is < 1 or > 99)
            return format == "bullet" ? "" : number.ToString(CultureInfo.InvariantCulture);
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Digits[tens].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? Digits[ones].ToString() : "");
    }

    /// <summary>How a level is written.</summary>
    private sealed class Level
    {
        public int Start { get; private set; } = 1;

        public string Format { get; private set; } = "";

        public string? Pattern { get; private set; }

        public void Take(XmlReader xml)
        {
            switch (xml.LocalName)
            {
                case "start": Start = DocxPath.Number(xml, "val") ?? 1; break;
                case "numFmt": Format = DocxPath.Text(xml, "val") ?? ""; break;
                case "lvlText": Pattern = DocxPath.Text(xml, "val"); break;
                default: break;
            }
        }
    }
}
