// policies/README.md: how the folder is laid out, and row by row what became of the inventory.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Dsl.Ir.Nodes;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Terms;

namespace Dsl.Policies.Tests.Inventory;

/// <summary>Writes the page from the .policy files and 清单.csv, for the documents that 清单.csv names.</summary>
internal static partial class PolicyPage
{
    private const string Layout = """
        # 政策

        这一页由测试从本文件夹的 `.policy` 文件和 `tests/Dsl.Policies.Tests/清单.csv` 生成；改了政策以后，用 `POLICY_ACCEPT=1 ./test PolicyPage` 更新。

        | 文件 | 内容 |
        | --- | --- |
        | `文号.policy` | 一份政策文件一个：首部、范围、条款、目标、资金池、义务、程序，以及各自的算例和恒有；理解原文时的取舍写在条款旁的注释里 |
        | `schema/*.policy` | 数据定义：各类申报主体（企业、人才、区县政府）及其明细，共用的名录 |
        | `sources/raw/文号.txt` | 取得的原文，一个字节也不动 |
        | `sources/文号.txt` | 清理后的原文，每个自然段一行；依据逐字与它核对 |
        | `sources/文号.cleaning.json` | 清理记录：删去、移动、补注了什么，两份文本的散列；测试照记录从原文重做一遍清理 |
        | `sample/` | 虚构的登记册，见 [sample/README.md](sample/README.md) |
        | `policy.json` | 测算日等设置 |

        清单是不看 `.policy` 文件、由人从原文逐项摘出来的；测试核对每一行都有相符的声明，数字、出资级次、频次一致，政策里也没有清单以外的声明。
        """;

    /// <summary>The page.</summary>
    public static string Write(PolicyFolder folder)
    {
        var compilation = folder.Compile();
        var documents = InventoryRow.All.GroupBy(static row => row.PolicyNumber)
            .Select(rows => Document.Of(folder, compilation.Program.Policies.Single(policy => policy.Number == rows.Key), [.. rows]))
            .ToList();
        var page = new StringBuilder(Layout.ReplaceLineEndings("\n"));
        page.Append("\n\n## 各份文件\n\n| 文件 | 标题 | 清单 | 条款 | 目标 | 资金池、义务、程序 | 算例 | 恒有 | 忽略 |\n"
            + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var (policy, path, rows, tree) in documents)
        {
            var others = policy.Pools.Length + policy.Duties.Length + policy.Procedures.Length;
            Line(page, $"| [{policy.Number}]({path}) | {policy.Title} | {rows.Length} 行 | {policy.Clauses.Length} | "
                + $"{policy.Targets.Length} | {others} | {policy.Examples.Length} | {policy.Invariants.Length} | "
                + $"{Suppressed(tree).Count()} |");
        }
        WriteSuppressions(page, documents);
        foreach (var document in documents)
            WriteRows(page, document);
        return page.ToString();
    }

    /// <summary>忽略: findings that were reviewed and accepted.</summary>
    private static void WriteSuppressions(StringBuilder page, List<Document> documents)
    {
        page.Append("\n「忽略」是看过以后认为没有问题的提示，各写明理由：\n\n| 文件 | 所在 | 诊断码 | 理由 |\n| --- | --- | --- | --- |\n");
        foreach (var (policy, path, _, tree) in documents)
        {
            foreach (var (line, code, reason) in Suppressed(tree))
                Line(page, $"| {policy.Number} | {Link(path, line)} | [{code}](../compiler/docs/diagnostics/{code}.md) | {reason} |");
        }
    }

    private static void WriteRows(StringBuilder page, Document document)
    {
        Line(page, $"\n## {document.Policy.Number}　{document.Policy.Title}\n\n| 行 | 条 | 内容 | 性质 | 数额 | 写法 | 所在 |\n"
            + $"| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var row in document.Rows)
        {
            var (title, form, line) = Told(document, row);
            Line(page, $"| {row.Row} | {row.Place} | {title} | {row.Nature} | {string.Join('；', row.Figures)} | {form} | "
                + $"{Link(document.Path, line)} |");
        }
    }

    /// <summary>Title, form and line of what a row became.</summary>
    private static (string Title, string Form, int Line) Told(Document document, InventoryRow row)
    {
        var policy = document.Policy;
        if (row.Number.Length == 0)
            return row.Nature == "范围"
                ? ("适用范围", "范围", LineOf(document, static block => block is ScopeBlock))
                : ("施行日期", "按成文日期", LineOf(document, static block => block is PolicyBlock));
        var basis = NatureRules.Bases(policy).Single(basis => basis.Number == row.Number);
        return ($"{basis.Number} {basis.Title}", Form(policy, row.Number), basis.Origin.Line);
    }

    private static string Form(IrPolicy policy, string number) =>
        policy.FindClause(number) is { } clause ? Form(clause)
        : policy.Targets.FirstOrDefault(target => target.LegalBasis.Number == number) is { } target ? $"目标，"
            + $"{(target.Indicator is null ? "外部指标" : "登记册上的数")}"
            + $"{(target.Parts.IsEmpty ? "" : $"，分 {target.Parts.Length} 部分")}"
        : policy.Pools.Any(pool => pool.LegalBasis.Number == number) ? "资金池"
        : policy.Duties.Any(duty => duty.LegalBasis.Number == number) ? "义务"
        : "程序";

    private static string Form(IrClause clause)
    {
        var form = clause.Award switch
        {
            IrFormula => "公式",
            IrApproval { Ceiling: null } => "核定，没有上限",
            IrApproval { Ceiling: IrConstant } => "核定，最高为定额",
            IrApproval => "核定，最高由算式定",
            IrCaseByCase => "一事一议",
            _ => clause.Kind == ClauseKind.Entitlement ? "享受" : "说明",
        };
        return form + (clause.PerRow is { } detail ? $"，每个 {detail.Name}" : "")
            + (clause.Form is { Length: > 0 } kind ? $"，{kind}" : "")
            + (clause.IsStackable ? "，另行给予" : "")
            + (clause.Shares.Length > 1 ? "，分担" : "");
    }

    private static int LineOf(Document document, Func<BlockSyntax, bool> isMeant)
    {
        var source = document.Tree.Source;
        return source.PositionOf(document.Tree.Root.Blocks.First(isMeant).Span.Start).Line + 1;
    }

    private static IEnumerable<(int Line, string Code, string Reason)> Suppressed(SyntaxTree tree) =>
        tree.Source.Content.Split('\n').Select(static (text, index) => (Match: Suppression().Match(text), Line: index + 1))
            .Where(static found => found.Match.Success)
            .Select(static found => (found.Line, found.Match.Groups["code"].Value, found.Match.Groups["reason"].Value.Trim()));

    private static string Link(string path, int line) => string.Create(CultureInfo.InvariantCulture, $"[第 {line} 行]({path}#L{line})");

    private static void Line(StringBuilder page, string line) => page.Append(line).Append('\n');

    [GeneratedRegex("// 忽略 (?<code>DSL[0-9]{4}) (?<reason>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Suppression();

    /// <param name="Policy">The compiled policy.</param>
    /// <param name="Path">Its file, relative to the page.</param>
    /// <param name="Rows">Its rows of the inventory.</param>
    /// <param name="Tree">Its text.</param>
    private sealed record Document(IrPolicy Policy, string Path, InventoryRow[] Rows, SyntaxTree Tree)
    {
        public static Document Of(PolicyFolder folder, IrPolicy policy, InventoryRow[] rows)
        {
            var path = policy.Clauses[0].LegalBasis.Origin.Path;
            return new(policy, System.IO.Path.GetRelativePath("policies", path).Replace('\\', '/'), rows,
                SyntaxTree.Parse(new SourceText(path, folder.Policies[path])));
        }
    }
}
