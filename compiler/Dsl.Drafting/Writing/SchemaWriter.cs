// Writes data definitions for the facts that a draft needs.
using System.Text;
using Dsl.Drafting.Blocks;

namespace Dsl.Drafting.Writing;

internal static class SchemaWriter
{
    /// <summary>The comment above data definitions in a file of their own.</summary>
    public const string Purpose =
        "// 从原文起草的数据定义：条款用到的事实。字段的名称、类型和来源请逐个核对，能从已有的登记表取得的改用那里的名称。\n\n";

    /// <summary>数据 企业 and its 明细.</summary>
    public static string Write(FactTable facts)
    {
        var text = new StringBuilder();
        foreach (var table in facts.Tables)
        {
            if (table.Length == 0)
                text.Append("数据 企业\n  主键 统一社会信用代码 : 文本\n  名称 : 文本\n");
            else if (table == DetailNames.ByYear)
                text.Append("\n明细 ").Append(table).Append(" 属于 企业 按年度\n");
            else
                text.Append("\n明细 ").Append(table).Append(" 属于 企业")
                    .Append(facts.UnitOf(table) is { Length: > 0 } unit ? " 计量 " + unit : "").Append("\n  主键 ").Append(table)
                    .Append("编号 : 文本\n");
            foreach (var fact in facts.Of(table))
            {
                text.Append("  ").Append(fact.Name).Append(" : ").Append(fact.Type);
                text.Append(fact.Comment.Length > 0 ? "  // " + fact.Comment : "").Append('\n');
            }
        }
        return text.ToString();
    }
}
