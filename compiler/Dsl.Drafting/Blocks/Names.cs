// Names of facts and titles from the words of a document.
using System.Text.RegularExpressions;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Text;

namespace Dsl.Drafting.Blocks;

internal static partial class Names
{
    /// <summary>Names are no longer than this.</summary>
    public const int Longest = 20;

    private const int LongestTitle = 30;

    private static readonly HashSet<string> Taken =
        ["测算日", "年度", "施行日期", "奖补", "其他政策支持", "企业", "目标", "参数", "指标", "统一社会信用代码", "名称"];

    /// <summary>A name for a fact; <paramref name="otherwise"/> where the words give none.</summary>
    /// <param name="words">Words of the document.</param>
    /// <param name="otherwise">A name.</param>
    public static string Of(string words, string otherwise)
    {
        var plain = Keep(WithoutBrackets().Replace(words, ""));
        plain = Leading().Replace(plain, "");
        if (plain.Length > Longest)
            plain = Keep(Tail(words));
        plain = plain.Length > Longest ? plain[^Longest..] : plain;
        if (plain.Length < 2)
            return otherwise;
        if (char.IsDigit(plain[0]))
            plain = "符合" + plain;
        return IsWord(plain) ? plain + "情况" : plain;
    }

    /// <summary>
    /// A name that holds all words, else the first of them with 等情形: the end of a long phrase could be mistaken for the whole.
    /// </summary>
    /// <param name="words">Words of the document.</param>
    /// <param name="name">The name that they have.</param>
    public static string Head(string words, string name)
    {
        const int Most = 14;
        var plain = Keep(words.StartsWith('对') ? words[1..] : words);
        return plain.Length <= Longest ? name : (char.IsDigit(plain[0]) ? "符合" : "") + plain[..Most] + "等情形";
    }

    /// <summary>A title of one line.</summary>
    public static string Title(string words, string otherwise, int longest = LongestTitle)
    {
        var plain = Words(words, int.MaxValue);
        plain = Leading().Replace(plain, "").Trim('的');
        if (plain.Length == 0)
            return otherwise;
        return plain.Length <= longest ? plain : plain[..longest];
    }

    /// <summary>Words of the document on one line.</summary>
    public static string Words(string words, int longest)
    {
        var plain =
            string.Concat(words.Where(static character => !char.IsWhiteSpace(character) && character is not ('「' or '」' or '/' or '…')))
                .Trim('，', '、', '；', '。', '：');
        return plain[..Math.Min(plain.Length, longest)];
    }

    /// <summary>A title short enough for a word to follow it, cut where a list continues.</summary>
    public static string Short(string title)
    {
        const int Most = 22;
        if (title.Length <= Most)
            return title;
        var cut = title.LastIndexOfAny(['、', '，', '；'], Most);
        return cut >= 6 ? title[..cut] + "等" : title[..Most];
    }

    /// <summary>Letters, digits and characters of names only.</summary>
    private static string Keep(string words) =>
        string.Concat(WidthFolding.Fold(words)
            .Where(static character => character != '的' && CharacterFacts.NameCharacterLength(character.ToString(), 0) == 1));

    /// <summary>The end of a long phrase, from a place where words may begin.</summary>
    private static string Tail(string words)
    {
        var parts = Joints().Split(words);
        var tail = parts[^1];
        for (var i = parts.Length - 2; i >= 0 && Keep(parts[i] + tail).Length <= Longest; i--)
            tail = parts[i] + tail;
        return tail;
    }

    private static bool IsWord(string name) =>
        Taken.Contains(name) || SyntaxFacts.FindLineKeyword(name) is not null || SyntaxFacts.ExpressionWords.ContainsKey(name)
        || OfficialWords.Contains(name);

    [GeneratedRegex("（[^（）]{0,60}）|\\([^()]{0,60}\\)|[“”\"'《》‘’]", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutBrackets();

    [GeneratedRegex("^(?:对于|对|针对|支持|鼓励|引导|其|并|且|和|或|由|按照|按|给予|以|从|每年|每次|在本市|在我市|可)+",
        RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex("[，、；：和及或并等]|的", RegexOptions.CultureInvariant)]
    private static partial Regex Joints();
}
