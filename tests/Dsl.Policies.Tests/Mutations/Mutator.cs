// Finds every place of a policy file where a figure, an operator, a unit, a list or a quotation can be changed.
using System.Text.RegularExpressions;

namespace Dsl.Policies.Tests.Mutations;

/// <summary>Makes mutations of the declarations of a policy file; 算例 check the declarations and stay as they are.</summary>
internal static partial class Mutator
{
    /// <summary>Lines that carry meaning; titles, places, departments and remarks are free text and compared by the inventory.</summary>
    private static readonly string[] Carriers =
        ["施行日期", "恒有", "依据", "条件", "排除", "令", "奖补", "单位上限", "累计上限", "分担", "频次", "规模", "值", "其中", "期限", "情形", "须经", "|"];

    private static readonly (string Old, string New)[] Operators =
    [
        (" 超过 ", " 达到 "), (" 达到 ", " 超过 "), (" 低于 ", " 不超过 "), (" 不少于 ", " 超过 "), (" >= ", " > "), (" >= ", " <= "), (" <= ", " < "), (" <= ", " >= "), (" 满 ", " 不满 "),
        (" 且 ", " 或 "), (" 或 ", " 且 "), (" 属于 ", " 不属于 "), (" * ", " / "), ("min(", "max("), (" = ", " ≠ "), ("非 ", ""), ("以上", "以下"),
    ];

    private static readonly (string Old, string New)[] Units =
        [("万元", "元"), ("万元", "亿元"), ("亿元", "万元"), ("%", "‰"), ("3年", "3个月"), ("个月", "年"), ("50人", "50家"), ("400套", "400人"), ("元/件", "元/人")];

    /// <summary>Every change of a figure, an operator, a unit or a list.</summary>
    public static IEnumerable<Mutation> Meaning(string text) =>
        Lines(text).Where(line => line.Keyword != "依据").SelectMany(line =>
            Figures(line).Concat(Words("运算", Operators, line)).Concat(Words("单位", Units, line)).Concat(Members(line)));

    /// <summary>One change per quotation: a character, a figure where it has one.</summary>
    public static IEnumerable<Mutation> Quotations(string text, Random random)
    {
        foreach (var line in Lines(text).Where(line => line.Keyword == "依据"))
        {
            var open = line.Text.IndexOf('「', StringComparison.Ordinal);
            var close = line.Text.LastIndexOf('」');
            int at;
            do
                at = random.Next(open + 1, close);
            while (IsFolded(line.Text[at]));
            var old = line.Text[at];
            yield return new("引文", line.Clause, line.Number, line.Start + at, old.ToString(), old == '改' ? "变" : "改");
            foreach (var figure in Figures(line))
                yield return figure with { Kind = "引文" };
        }
    }

    private static IEnumerable<Mutation> Figures(PolicyLine line) =>
        Number().Matches(line.Code).Select(match => new Mutation("数字", line.Clause, line.Number, line.Start + match.Index, match.Value, Changed(match.Value)));

    private static IEnumerable<Mutation> Words(string kind, (string Old, string New)[] changes, PolicyLine line) =>
        from change in changes
        // The equals sign behind 奖补 and 分担 is no operator.
        where change.Old != " = " || line.Keyword is not ("奖补" or "分担" or "令")
        from at in Occurrences(line.Code, change.Old)
        // × 1:1 and ÷ 1:1 are the same.
        where change.Old != " * " || !line.Code.AsSpan(at).StartsWith(" * 1:1", StringComparison.Ordinal)
        select new Mutation(kind, line.Clause, line.Number, line.Start + at, change.Old, change.New);

    private static IEnumerable<Mutation> Members(PolicyLine line)
    {
        var set = Set().Match(line.Code);
        if (!set.Success)
            yield break;
        var members = set.Groups[1].Value.Split(", ");
        for (var i = 0; i < members.Length && members.Length > 1; i++)
        {
            var rest = string.Join(", ", members.Where((_, index) => index != i));
            yield return new("列举", line.Clause, line.Number, line.Start + set.Groups[1].Index, set.Groups[1].Value, rest);
        }
    }

    /// <summary>The lines of declarations that carry meaning, and the bare conditions of 范围.</summary>
    private static IEnumerable<PolicyLine> Lines(string text)
    {
        var (start, number, block, clause) = (0, 0, "", (string?)null);
        foreach (var content in text.Split('\n'))
        {
            number++;
            var trimmed = content.TrimStart();
            var indent = content.Length - trimmed.Length;
            var keyword = trimmed.Split(' ', 2)[0];
            if (indent == 0 && trimmed.Length > 0 && !trimmed.StartsWith("//", StringComparison.Ordinal))
                (block, clause) = (keyword, ClauseNumber(trimmed));
            if (block is not ("算例" or "参数") && (Array.IndexOf(Carriers, keyword) >= 0 || IsBareCondition(block, trimmed)))
                yield return new(number, clause, start, keyword, content);
            start += content.Length + 1;
        }
    }

    /// <summary>3.1 of 条款 3.1 … and of 恒有 条款 3.1 …; null for other blocks.</summary>
    private static string? ClauseNumber(string header) => header.Split(' ') switch
    {
        ["条款", var number, ..] => number,
        ["恒有", "条款", var number, ..] => number,
        _ => null,
    };

    private static bool IsBareCondition(string block, string trimmed) =>
        block == "范围" && trimmed.Length > 0 && trimmed.Split(' ')[0] is not ("范围" or "条" or "//");

    private static string Changed(string figure) => figure[^1] == '9' ? figure[..^1] + '8' : figure[..^1] + (char)(figure[^1] + 1);

    /// <summary>Characters whose twins count as the same in a quotation (punctuation, gap marks).</summary>
    private static bool IsFolded(char character) => character == '…' || char.IsPunctuation(character) || char.IsWhiteSpace(character);

    private static IEnumerable<int> Occurrences(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            yield return at;
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\[([^\]]+)\]")]
    private static partial Regex Set();

    /// <summary>A line with its place. <see cref="Code"/> is the line without its comment, and with blanks for the number in the head of a 恒有.</summary>
    private sealed record PolicyLine(int Number, string? Clause, int Start, string Keyword, string Text)
    {
        public string Code { get; } = WithoutHead(Keyword, Text.IndexOf(" //", StringComparison.Ordinal) is >= 0 and var comment ? Text[..comment] : Text);

        private static string WithoutHead(string keyword, string code) =>
            keyword == "恒有" && code.IndexOf("奖补", StringComparison.Ordinal) is > 0 and var body ? new string(' ', body) + code[body..] : code;
    }
}
