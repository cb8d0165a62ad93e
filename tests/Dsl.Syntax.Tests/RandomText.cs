// Texts that are nearly policies: random edits of the examples, random pieces of the language.
namespace Dsl.Syntax.Tests;

internal static class RandomText
{
    // Characters that mean something, so that random edits hit the grammar.
    private static readonly string[] Fragments =
    [
        "「", "」", "(", ")", "（", "）", "[", "]", "【", "|", "=", "==", "<", ">=", "+", "-", "*", "/", "//", " // x\n", "、", ",", ";",
        ":", ".", "..", "..<",
        "\n", "\r\n", "\r", " ", "\t", "\u3000", "\u00a0", "\uFEFF", "\u200B", "\0", "\uD800", "\uDC00", "\uD842\uDFB7", "😀", "\"", "“",
        "”", "1", "9.5", "30%", "100万元", "2万元/件",
        "50人以上", "2021-06-21", "2021-02-30", "2021年度", "6:4", "条款 3.1 甲\n", "条款", "政策", "数据 甲\n", "范围\n", "条件",
        "令 甲 =", "若", "则", "否则", "且", "或", "非", "属于", "满", "等", "超过50人",
        "奖补 = 核定 最高", "算例 条款 1\n", "恒有", "依据 「", "~", "{", "}", "。", "5G应用", "甲", "ＡＢ", "％",
    ];

    /// <summary>An example with a few random edits.</summary>
    public static string Edited(Random random)
    {
        var text = Examples.All.Values.ElementAt(random.Next(Examples.All.Count));
        for (var edits = random.Next(1, 6); edits > 0; edits--)
            text = Edit(text, random);
        return text;
    }

    /// <summary>Random pieces in a row.</summary>
    public static string Pieces(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 40))
            .Select(_ => Fragments[random.Next(Fragments.Length)] + (random.Next(3) == 0 ? " " : "")));

    /// <summary>
    /// A text with one edit as people make them: a character, a piece, a line or several taken out, put in twice, or put elsewhere.
    /// </summary>
    public static string Change(string text, Random random)
    {
        if (text.Length == 0 || random.Next(3) == 0)
            return Edit(text, random);
        var start = random.Next(8) switch { 0 => 0, 1 => text.Length, _ => random.Next(text.Length + 1) };
        var end = Math.Min(text.Length, start + random.Next(random.Next(2) == 0 ? 3 : 200));
        if (random.Next(2) == 0)
            (start, end) = (LineStart(text, start), LineStart(text, end));
        var piece = text[start..end];
        return random.Next(5) switch
        {
            0 => string.Concat(text.AsSpan(0, start), text.AsSpan(end)),
            1 => text.Insert(LineStart(text, random.Next(text.Length + 1)), piece),
            2 => text.Insert(start, ((char)random.Next(0x4E00, 0x4F00)).ToString()),
            3 => string.Concat(text.AsSpan(0, start), piece.Replace("\n", "\r\n", StringComparison.Ordinal).Replace(' ', '\t'),
                text.AsSpan(end)),
            _ => string.Concat(text.AsSpan(0, start), Fragments[random.Next(Fragments.Length)], text.AsSpan(end)),
        };
    }

    private static int LineStart(string text, int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;

    private static string Edit(string text, Random random)
    {
        var (start, length) = (random.Next(text.Length + 1), random.Next(8));
        length = Math.Min(length, text.Length - start);
        var inserted = random.Next(4) == 0 ? "" : Fragments[random.Next(Fragments.Length)];
        return string.Concat(text.AsSpan(0, start), inserted, text.AsSpan(start + length));
    }
}
