// Facts whose words say little by themselves (实际费用, 符合条件人数): another name in each clause that means something else by them.
using System.Text.RegularExpressions;

namespace Dsl.Drafting.Blocks;

internal static partial class DistinctFacts
{
    /// <summary>
    /// A block with names of their own for facts that mean something else in another clause; rows have tables of their own.
    /// </summary>
    /// <param name="details">The names of the document.</param>
    public static DraftBlock In(DetailNames details, DraftBlock block)
    {
        if (!block.IsWhole || block.Rows is not null)
            return block;
        var of = string.Join('，', block.Lines.Where(static line => line.Keyword == "条件").Select(static line => line.Content));
        foreach (var fact in block.Facts.Where(static fact => Generic().IsMatch(fact.Name)))
        {
            // A condition with such a name compares what another clause pays by, but a grade is of the thing that it is said of.
            var isGrade = fact.Name is "级别" or "类别";
            var name = details.ForFact(fact.Name, of.Length > 0 ? of : block.Quote[0]);
            var comment = fact.Comment.Length > 0 ? fact.Comment : "原文：" + Names.Words(block.Quote[0], 400);
            block = block with
            {
                Facts = block.Facts.Replace(fact, fact with { Name = name, Comment = comment }),
                Lines = [.. block.Lines.Select(line => line.Keyword == "条件" && !isGrade
                    ? line
                    : line with { Content = Renamed(line.Content, fact.Name, name) })],
            };
        }
        return block;
    }

    /// <summary>The line with another name for a fact; names that only contain it stay.</summary>
    public static string Renamed(string content, string from, string to) =>
        Regex.Replace(content, $"(?<!\\w){Regex.Escape(from)}(?!\\w)", to, RegexOptions.CultureInvariant);

    [GeneratedRegex("^符合条件|^[级类]别$|^(?:实际|年度?|合同|设备|项目|总|当年|投入|建设|购置|支付|缴纳|发生|缴交|所)*(?:费用|支出"
        + "|投资额|租金|造价|金额|支付额|投入额|采"
        + "购额|贷款额|保费)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Generic();
}
