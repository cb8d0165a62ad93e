// Whole clauses to fill in, by the nature of what the document says.
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>Clauses with placeholders, in the notation of the protocol; proposed only where the client knows it.</summary>
internal static class ClauseSnippets
{
    /// <summary>The clauses, with facts of the subject in their places; none where the file holds the schema.</summary>
    public static IEnumerable<Candidate> For(CompletionInputs inputs, int group)
    {
        var (place, names) = (inputs.Place, inputs.Names);
        if (place.Block is ListBlock or DataBlock or DetailBlock || names.Policy is null)
            return place.Block is null && names.Policy is null ? [Head(-1)] : [.. Schema(group)];
        var subject = names.Subject;
        var condition = NameOf(subject?.Fields, static type => type is TruthType) ?? "条件";
        var amount = NameOf(subject?.Fields, static type => type.IsMoney) ?? "投资额";
        var detail = subject?.Details.FirstOrDefault(static candidate => !candidate.IsBuiltIn);
        var each = detail?.Name ?? "明细";
        var eachAmount = NameOf(detail?.Fields, static type => type.IsMoney) ?? "费用";
        return
        [
            Clause(group, "条款 公式", "按比例给予补贴，有上限",
                $"频次 ${{5|每年,一次性,每次|}}\n  条件 ${{6:{condition}}}\n  奖补 = min(${{7:{amount}}} * ${{8:20%}}, ${{9:30万元}})"),
            Clause(group, "条款 核定", "一次性奖励最高多少",
                $"频次 ${{5|一次性,每年|}}\n  条件 ${{6:{condition}}}\n  奖补 = 核定 最高 ${{7:50万元}}"),
            Clause(group, "条款 分档", "按档次分别最高多少", $"频次 ${{5|一次性,每年|}}\n  奖补 = 核定 最高\n    | ${{6:{amount}}} | 最高 "
                + $"|\n    | ${{7:不足 1000万元}} | ${{8:20万元}} |\n    | ${{9:1000万元以上}} | ${{10:50万元}} |"),
            Clause(group, "条款 配套", "按上级奖励的比例配套",
                $"频次 ${{5|每次,每年|}}\n  每个 ${{6:{each}}}\n  奖补 = ${{7:{eachAmount}}} * ${{8:20%}}"),
            Clause(group, "条款 每个", "对明细的每一行分别计算", $"频次 每次\n  每个 ${{5:{each}}}\n  奖补 = min(${{6:{eachAmount}}} * "
                + $"${{7:30%}}, ${{8:100万元}})\n  单位上限 ${{9:500万元}}"),
            Clause(group, "条款 分担", "几级按比例分担",
                $"分担 ${{5:市级:区级}} = ${{6:6:4}}\n  频次 ${{7|每次,每年,一次性|}}\n  每个 ${{8:{each}}}\n  奖补 = ${{9:{eachAmount}}}"),
            Clause(group, "条款 一事一议", "一人一策、一事一议", $"条件 ${{5:{condition}}}\n  奖补 = 一事一议"),
            Clause(group, "条款 资格", "非金钱的待遇", $"条件 ${{5:{condition}}}\n  享受 ${{6:优先推荐}}"),
            Clause(group, "条款 说明", "没有可以计算的内容", "说明 ${5:鼓励性条文，没有标准}"),
            new("目标 指标", CandidateKind.Snippet, group + 1)
            {
                Detail = "到期应达到的指标",
                Snippet = "目标 ${1:编号} ${2:标题}\n  条   ${3:一}\n  依据 「$4」\n  期限 ${5:2027年度}\n  指标 外部 : ${6:家}\n  值 "
                    + "${7|超过,达到|} ${8:100家}\n",
            },
            new("资金池 规模", CandidateKind.Snippet, group + 1)
            {
                Detail = "定额的资金",
                    Snippet = "资金池 ${1:编号} ${2:标题}\n  条   ${3:二}\n  依据 「$4」\n  牵头 ${5:部门}\n  规模 ${6:1亿元}\n",
            },
            new("义务 期限", CandidateKind.Snippet, group + 1)
            {
                Detail = "有期限的职责",
                    Snippet = "义务 ${1:编号} ${2:标题}\n  条   ${3:三}\n  依据 「$4」\n  牵头 ${5:部门}\n  期限 施行日期 + ${6:1个月}\n",
            },
            new("程序 须经", CandidateKind.Snippet, group + 1)
            {
                Detail = "未经即不得安排资金", Snippet = $"程序 ${{1:编号}} ${{2:标题}}\n  依据 「$3」\n  情形 ${{4:{condition}}}\n  须经 "
                    + $"${{5:{condition}}}\n  适用条款 ${{6:全部}}\n",
            },
            new("参数 沿革", CandidateKind.Snippet, group + 1)
                { Detail = "随时间调整的数", Snippet = "参数 ${1:名称} : ${2|金额,比率|} = ${3:2021-06-21} 起 ${4:20%}\n" },
            new("范围 条件", CandidateKind.Snippet, group + 1)
                { Detail = "政策适用于谁", Snippet = $"范围\n  依据 「$1」\n  条件 ${{2:{condition}}}\n" },
            Example(group, names, amount),
        ];
    }

    private static Candidate Clause(int group, string label, string detail, string lines) => new(label, CandidateKind.Snippet, group)
    {
        Detail = detail, Snippet = "条款 ${1:编号} ${2:标题}\n  条   ${3:二(一)1}\n  依据 「$4」\n  " + lines + "\n",
    };

    private static string FieldOf(IReadOnlyList<FieldSymbol> fields) =>
        NameOf(fields, static type => type.IsMoney) ?? fields.FirstOrDefault(static field => !field.IsKey)?.Name ?? "名称";

    private static Candidate Example(int group, NamesInSight names, string amount)
    {
        var number = names.Owner is { Keyword.Value: "条款" } owner ? owner.Number.Value : "编号";
        var given = names.Row is { } row
            ? $"${{3:{row.Name}}}: ${{4:{FieldOf(row.Fields)}}} = ${{5:100万元}}"
            : $"${{3:{amount}}} = ${{4:100万元}}";
        return new("算例 已知应得", CandidateKind.Snippet, group)
        {
            Detail = "已知什么、应得多少", Snippet = $"算例 条款 ${{1:{number}}} ${{2:标题}}\n  已知 {given}\n  应得 ${{6:30万元}}\n"
        };
    }

    private static Candidate Head(int group) => new("政策 文件头", CandidateKind.Snippet, group)
    {
        Detail = "一份政策文件的开头",
        Snippet = "政策 ${1:标题}\n  文号     ${2:示府办〔2021〕1号}\n  发文机关 ${3:示例区人民政府办公室}\n  成文日期 ${4:2021-06-21}\n  "
            + "施行日期 ${5:2021-06-21}\n  级次     ${6|区级,市级,省级,国家级,县级|}\n  $0",
    };

    private static IEnumerable<Candidate> Schema(int group) =>
    [
        new("数据 主体", CandidateKind.Snippet, group)
            { Detail = "一类申报主体", Snippet = "数据 ${1:企业}\n  主键 ${2:统一社会信用代码} : 文本\n  ${3:名称} : ${4:文本}\n" },
        new("明细 表", CandidateKind.Snippet, group) { Detail = "主体名下一行一条的表",
            Snippet = "明细 ${1:科技项目} 属于 ${2:企业}\n  主键 ${3:项目编号} : 文本\n  ${4:费用} : ${5:金额}\n" },
        new("名录 取值", CandidateKind.Snippet, group) { Detail = "一组取值", Snippet = "名录 ${1:名称} = [${2:甲}, ${3:乙}]\n" },
    ];

    private static string? NameOf(IReadOnlyList<FieldSymbol>? fields, Func<DslType, bool> fits) =>
        fields?.FirstOrDefault(field => fits(field.Type))?.Name;
}
