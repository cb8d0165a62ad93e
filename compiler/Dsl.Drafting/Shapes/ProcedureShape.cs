// 重大项目须经领导小组研究后，报请政府确定，未经相关程序，不得安排资金预算: no money before a procedure.
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

internal sealed partial class ProcedureShape : ISentenceShape
{
    public IEnumerable<DraftBlock> Read(SentenceReading sentence)
    {
        if (Procedure().Match(sentence.Text) is not { Success: true } match)
            return [];
        var situation = Names.Of(match.Groups["what"].Value, "重大项目");
        var steps =
            Steps().Matches(match.Groups["steps"].Value).Select(static step => Names.Of(step.Groups["step"].Value, "程序") + "已完成")
                .Distinct(StringComparer.Ordinal).Take(4).DefaultIfEmpty("程序已完成").ToList();
        return
        [
            new DraftBlock
            {
                Kind = "程序",
                Title = Names.Title(match.Groups["what"].Value, "") + "决策程序",
                Quote = [sentence.Text],
                Lines = [new("情形", situation), .. steps.Select(static step => new DraftLine("须经", step)), new("适用条款", "全部")],
                Facts = [new Fact(null, situation, "是否 缺省 否"), .. steps.Select(static step => new Fact(null, step, "是否 认定"))],
                Notes = ["程序适用于全部条款还是其中几条"],
            },
        ];
    }

    [GeneratedRegex("^(?<what>[^，。；]{2,24}?)(?:必须|应当|须|应|需)?(?:经|报)(?<steps>.{2,80}?)，?未经[^。]{0,20}(?:不得|不予)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Procedure();

    [GeneratedRegex("(?:^|报请?|提交|经)(?<step>[^，。；]{2,16}(?:研究|确定|审定|审批|批准|同意|审议|评审|审核))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Steps();
}
