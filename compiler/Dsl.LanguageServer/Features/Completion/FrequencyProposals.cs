// 频次 and its forms.
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Completion;

internal static class FrequencyProposals
{
    public static IEnumerable<Candidate> For(CompletionInputs inputs)
    {
        var (place, names) = (inputs.Place, inputs.Names);
        var dates = Dates(names).ToList();
        return place.Before.Skip(1).Select(static token => token.Value).ToList() switch
        {
            [] => Forms(names, dates),
            ["每次"] => [Word("累计 最多", "累计 最多 ", "各年加起来最多几行")],
            ["每次", "累计"] => [Word("最多", "最多 ", "各年加起来最多几行")],
            ["每年"] =>
                [Word("最多", "最多 ", "得到过的年度不足这么多才给"),
                    Word("自", "自 ", "从某一日期的次年起（或当年起），连续几年"),
                    Word("累计 最多", "累计 最多 ", "各年加起来最多多少个月、多少人，后面写 计 什么")],
            ["每年", "累计"] => [Word("最多", "最多 ", "各年加起来最多多少")],
            ["每年", "累计", "最多", _] => [Word("计", "计 ", "每年计多少")],
            ["每年", "自"] => dates,
            ["每年", "自", _] =>
                [Word("次年起 连续", "次年起 连续 ", "从下一年算起"), Word("当年起 连续", "当年起 连续 ", "从那一年算起"),
                    Word("次月起 连续", "次月起 连续 ", "从下一个月算起，写几个月"),
                    Word("当月起 连续", "当月起 连续 ", "从那个月算起，写几个月"),
                    Word("第6年起", "第6年起 ", "那一年是第1年，从第6年算起；不写 连续 几年的，政策施行期间一直给")],
            ["每年", "自", _, var first] when SyntaxFacts.FirstYears.Contains(first) || FrequencyLine.IsNumberedYear(first) =>
                [Word("连续", "连续 ", "")],
            _ => [],
        };
    }

    private static IEnumerable<Candidate> Forms(NamesInSight names, List<Candidate> dates)
    {
        // A clause of rows gives once for each of them; the others come after it.
        var once = new Candidate("每次", CandidateKind.Value, names.Row is not null ? 0 : 2)
        {
            Documentation = "与 每个 一起用：明细的每一行只给一次。"
        };
        return
        [
            once,
            new("每次 累计 最多 3次", CandidateKind.Value, names.Row is not null ? 1 : 2)
                { Snippet = "每次 累计 最多 ${1:3次}", Documentation = "明细的每一行只给一次，各年加起来最多给这么多行。" },
            new("一次性", CandidateKind.Value, 1) { Documentation = "以前年度得到过的，不再给。" },
            new("每年", CandidateKind.Value, 1) { Documentation = "每年都可以给。" },
            new("每年 最多 3年", CandidateKind.Value, 1)
                { Snippet = "每年 最多 ${1:3年}", Documentation = "以前得到过的年度不足 3 个才给。" },
            new("每年 累计 最多 36个月 计…", CandidateKind.Value, 2)
            {
                Insert = "每年 累计 最多 ", Snippet = "每年 累计 最多 ${1:36个月} 计 ${2:本年缴费月数}",
                Documentation = "各年加起来最多给这么多；余下的是 可补月数（按别的单位计的是 可补数量）。",
            },
            new("每年 自…次年起 连续 4年", CandidateKind.Value, 1)
            {
                Insert = "每年 自 ", Snippet = $"每年 自 ${{1:{dates.FirstOrDefault()?.Label ?? "评定日期"}}} 次年起 连续 ${{2:4年}}",
                    Documentation = "只在该日期的次年起连续几年给。",
            },
            new("每年 自…当年起 连续 3年", CandidateKind.Value, 1)
            {
                Insert = "每年 自 ", Snippet = $"每年 自 ${{1:{dates.FirstOrDefault()?.Label ?? "评定日期"}}} 当年起 连续 ${{2:3年}}",
                    Documentation = "从该日期的那一年算起，连续几年给。",
            },
            new("每年 自…次月起 连续 36个月", CandidateKind.Value, 1)
            {
                Insert = "每年 自 ", Snippet = $"每年 自 ${{1:{dates.FirstOrDefault()?.Label ?? "入驻日期"}}} 次月起 连续 ${{2:36个月}}",
                    Documentation = "从该日期的下一个月算起，连续几个月给；算式里用 当年月数。",
            },
        ];
    }

    private static IEnumerable<Candidate> Dates(NamesInSight names) => (names.Row?.Fields ?? []).Concat(names.Subject?.Fields ?? [])
        .Where(static field => field.Type is DateType or YearType).Select(static field => ExpressionProposals.Fact(field, 0));

    private static Candidate Word(string word, string insert, string summary) =>
        new(word, CandidateKind.Keyword) { Insert = insert, Documentation = summary };
}
