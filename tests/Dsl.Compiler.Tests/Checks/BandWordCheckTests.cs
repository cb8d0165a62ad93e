// 「部分」 of the document beside tables of whole tiers, and 超额累进 beside a document that does not say so.
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class BandWordCheckTests
{
    private const string Parts = "研发费用500万元以内的部分按4%、超过500万元的部分按6%给予补助";
    private const string Tiers = "研发费用500万元以内的按4%、超过500万元的按6%给予补助";
    private const string Bands = "奖补 = 超额累进(研发费用)\n    | 500万元以内 | 4% |\n    | 超过 500万元 | 6% |";
    private const string Table =
        "令 比例 =\n    | 研发费用 | 比例 |\n    | 500万元以内 | 4% |\n    | 超过 500万元 | 6% |\n  奖补 = 研发费用 * 比例";
    private const string ByHand =
        "令 额 =\n    | 研发费用 | 额 |\n    | 500万元以内 | 研发费用 * 4% |\n"
        + "    | 超过 500万元 | 20万元 + (研发费用 - 500万元) * 6% |\n  奖补 = 额";

    [Theory]
    [InlineData(Parts, Table, true)]
    [InlineData(Parts, Bands, false)]
    [InlineData(Parts, ByHand, false)]
    [InlineData(Tiers, Bands, true)]
    [InlineData(Tiers, Table, false)]
    [InlineData("部分企业研发费用500万元以内的按4%、超过500万元的按6%给予补助", Table, false)]
    public void 部分与整档(string document, string lines, bool isFound) => Assert.Equal(isFound ? 1 : 0,
        CheckRun.Run($"条款 1 甲\n  依据 「{document}」\n  频次 一次性\n  {lines}", document)
            .Count(static found => found.Code == "DSL3062"));
}
