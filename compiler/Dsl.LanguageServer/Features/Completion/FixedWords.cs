// Words of the language as proposals.
using System.Collections.Immutable;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>Proposals that are the same in every file.</summary>
internal static class FixedWords
{
    /// <summary>=.</summary>
    public static Candidate Equal { get; } = new("=", CandidateKind.Operator) { Insert = "= " };

    /// <summary>最高 after 核定.</summary>
    public static Candidate AtMost { get; } =
        new("最高", CandidateKind.Keyword) { Insert = "最高 ", Documentation = "核定的上限；金额由主管部门在上限以内定。" };

    /// <summary>最低 after 核定 and 一事一议.</summary>
    public static Candidate AtLeast { get; } =
        new("最低", CandidateKind.Keyword) { Insert = "最低 ", Documentation = "核定的下限：核定低于它的，按它计算。" };

    /// <summary>核定 and 一事一议 after 奖补 =.</summary>
    public static ImmutableArray<Candidate> AwardModes { get; } =
    [
        new("核定 最高", CandidateKind.Keyword, 5) { Insert = "核定 最高 ", Documentation = "金额由主管部门在上限以内核定。" },
        new("核定 最低", CandidateKind.Keyword, 5)
            { Insert = "核定 最低 ", Documentation = "金额由主管部门核定，不少于最低；还有上限的，接着写 最高。" },
        new("核定", CandidateKind.Keyword, 5) { Documentation = "金额由主管部门核定，没有上限。" },
        new("超额累进", CandidateKind.Function, 5)
        {
            Insert = "超额累进(", Snippet = "超额累进($1)\n    | ${2:500万元}以内 | ${3:4%} |\n    | ${2}以上 | ${4:6%} |",
            Documentation = Hover.ProgressiveText.Summary,
        },
        new(SyntaxFacts.ForTheFirstTime, CandidateKind.Keyword, 5)
        {
            Insert = "首次 ", Snippet = "首次 ${1:营业收入} 超过 ${2:1亿元、5亿元} : ${3:10万元、30万元}",
            Documentation = Hover.YearText.First,
        },
        new(ReferenceWords.Like, CandidateKind.Keyword, 5)
        {
            Insert = "比照 条款 ", Snippet = "比照 条款 ${1:7} (${2:字段} = ${3:代替的字段})", Documentation = Hover.ReferenceText.Like,
        },
        new(SyntaxFacts.ClauseKind, CandidateKind.Keyword, 6)
            { Insert = "条款 ", Snippet = "条款 ${1:26} 的金额", Documentation = Hover.ReferenceText.Amount },
        new("一事一议", CandidateKind.Keyword, 5) { Documentation = "完全由主管部门定。" },
    ];

    /// <summary>是, 否.</summary>
    public static ImmutableArray<Candidate> Truths { get; } = [new("是", CandidateKind.Value), new("否", CandidateKind.Value)];

    public static ImmutableArray<Candidate> Levels { get; } =
        [.. SyntaxFacts.GovernmentLevels.Select(static level => new Candidate(level, CandidateKind.Value))];

    /// <summary>Types with a word of their own, then units.</summary>
    public static ImmutableArray<Candidate> Types { get; } =
    [
        .. DslType.Named
            .Select(static named => new Candidate(named.Word, CandidateKind.Class) { Detail = "类型", Documentation = named.Summary }),
        .. Units.Words.Where(static word => word != "元" && Units.Find(word)?.Name == word)
            .Select(static word => new Candidate(word, CandidateKind.Unit, 3) { Detail = "以" + word + "计" }),
    ];

    /// <summary>Words and signs that compare numbers; the first ones are those of official texts.</summary>
    public static ImmutableArray<Candidate> Comparisons { get; } =
    [
        Infix("超过", "大于，不含本数"), Infix("达到", "大于或等于，含本数"), Infix("不低于", "大于或等于，含本数"),
        Infix("不少于", "大于或等于，含本数"),
        Infix("不超过", "小于或等于，含本数"), Infix("低于", "小于，不含本数"), Infix("不足", "小于，不含本数"),
        Infix("不满", "小于，不含本数"),
    ];

    /// <summary>= and !=.</summary>
    public static ImmutableArray<Candidate> Equalities { get; } = [Infix("=", "等于"), Infix("!=", "不等于")];

    public static ImmutableArray<Candidate> ComparisonSigns { get; } =
        [Infix(">=", "大于或等于"), Infix("<=", "小于或等于"), Infix(">", "大于"), Infix("<", "小于")];

    /// <summary>属于, 不属于.</summary>
    public static ImmutableArray<Candidate> Memberships { get; } =
    [
        new("属于", CandidateKind.Operator) { Detail = "是其中之一", Insert = "属于 [", Snippet = "属于 [$1]" },
        new("不属于", CandidateKind.Operator) { Detail = "不是其中之一", Insert = "不属于 [", Snippet = "不属于 [$1]" },
    ];

    public static ImmutableArray<Candidate> Arithmetic { get; } = [Infix("*", "乘"), Infix("+", "加"), Infix("-", "减"), Infix("/", "除")];

    /// <summary>且, 或.</summary>
    public static ImmutableArray<Candidate> Connectives { get; } = [Infix("且", "都满足"), Infix("或", "满足一个")];

    /// <summary>满.</summary>
    public static Candidate Reached { get; } = Infix("满", "日期加上这段时间不晚于测算日");

    /// <summary>则.</summary>
    public static Candidate Then { get; } = Infix("则", "条件成立时的值");

    /// <summary>否则.</summary>
    public static Candidate Else { get; } = Infix("否则", "条件不成立时的值");

    /// <summary>以上 and the like after a figure.</summary>
    public static ImmutableArray<Candidate> Suffixes { get; } =
        [.. SyntaxFacts.LiteralSuffixes.Select(static suffix => new Candidate(suffix.Word, CandidateKind.Operator)
            { Detail = suffix.Kind == SyntaxKind.OrMoreSuffix ? "大于或等于，含本数" : "小于或等于，含本数" })];

    private static Candidate Infix(string word, string detail) =>
        new(word, CandidateKind.Operator) { Detail = detail, Insert = word + " " };
}
