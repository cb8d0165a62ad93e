// A comparison as Markdown for a review comment: a line that sums up, a table per policy, examples folded away.
using System.Collections.Immutable;
using System.Text;
using Dsl.Batch.Results;
using Dsl.Diff;
using Dsl.Values.Exact;

namespace Dsl.Batch.Comparing;

/// <summary>Writes comparisons as Markdown.</summary>
public static class ComparisonMarkdown
{
    private const string Special = "\\|<>*_`~[]#";

    /// <summary>The whole comment; what policies say is escaped, so that it can be no markup.</summary>
    public static string Write(ComparisonReport report)
    {
        var text = new StringBuilder();
        text.Append($"**{Escape(DifferenceWords.Summary(report.Difference))}**\n");
        if (report.Registry is { } registry)
            text.Append($"\n{Escape(Headline(registry))}\n");
        foreach (var policy in report.Difference.Policies)
        {
            var remark = policy.Kind == ChangeKind.Changed ? "" : $"（{policy.Kind.Word()}）";
            Section(text, $"{policy.Number}　{policy.Title}{remark}",
                [.. policy.Changes.Select(change => ("元数据", change)), .. policy.Items.SelectMany(Lines)]);
        }
        Section(text, "数据定义", [.. report.Difference.Definitions.SelectMany(Lines)]);
        if (report.Registry is { } comparison)
            Registry(text, comparison);
        return text.ToString();
    }

    private static string Headline(RegistryComparison registry)
    {
        var difference = registry.New.Total.Low - registry.Old.Total.Low;
        return $"金额合计 {AmountText.Yuan(registry.Old.Total.Low)} → "
            + $"{AmountText.Yuan(registry.New.Total.Low)}（{AmountText.Signed(difference)}），测算日 "
            + $"{CivilDate.Format(registry.Context.AsOf)}，年度 {registry.Context.Year}。"
            + ComparisonRows.Subjects(registry) + ComparisonRows.Unread(registry);
    }

    /// <summary>The lines of a block; one that says what became of it where it has none.</summary>
    private static IEnumerable<(string Item, Change Change)> Lines(ItemDifference item) => item.Changes.IsEmpty
        ? [(DifferenceWords.Head(item), new Change(item.Kind, "", "", ""))]
        : item.Changes.Where(change => change.Label != "标题" || item.Kind is ChangeKind.Changed or ChangeKind.Renumbered)
            .Select(change => (DifferenceWords.Head(item), change));

    private static void Section(StringBuilder text, string title, ImmutableArray<(string Item, Change Change)> lines)
    {
        if (lines.IsEmpty)
            return;
        text.Append($"\n### {Escape(title)}\n\n");
        // Changes of meaning, and what is new or gone as a whole, are shown; changes of mere wording are folded.
        Changes(text, [.. lines.Where(static line => !IsWording(line.Change))]);
        var wording = lines.Where(static line => IsWording(line.Change)).ToImmutableArray();
        if (wording.IsEmpty)
            return;
        Open(text, $"文字改动 {wording.Length} 处");
        Changes(text, wording);
        Close(text);
    }

    private static bool IsWording(Change change) => change is { IsWording: true, Kind: ChangeKind.Changed };

    private static void Changes(StringBuilder text, ImmutableArray<(string Item, Change Change)> lines)
    {
        if (lines.IsEmpty)
            return;
        Row(text, ["条目", "项目", "旧", "新", "差在"]);
        Rule(text, ["---", "---", "---", "---", "---"]);
        var last = "";
        foreach (var (item, change) in lines)
        {
            Row(text, [item == last ? "" : item, change.Label, change.Old, change.New, string.Join("；", change.Details)]);
            last = item;
        }
    }

    private static void Registry(StringBuilder text, RegistryComparison comparison)
    {
        text.Append("\n### 测算\n\n");
        Row(text, ComparisonRows.TotalsHead);
        Rule(text, ["---", "---:", "---:", "---:"]);
        foreach (var row in ComparisonRows.Totals(comparison))
            Row(text, row);
        var clauses = ComparisonRows.Clauses(comparison, comparison.HasSeveralPolicies).ToList();
        if (clauses.Count > 0)
        {
            text.Append('\n');
            Row(text, ComparisonRows.ClausesHead);
            Rule(text, ["---", "---:", "---:", "---:", "---:", "---:", "---:", "---"]);
            foreach (var row in clauses)
                Row(text, row);
        }
        Examples(text, "得益最多", comparison.Gains, comparison.HasSeveralPolicies);
        Examples(text, "受损最多", comparison.Losses, comparison.HasSeveralPolicies);
    }

    private static void Examples(StringBuilder text, string title, ImmutableArray<SubjectExample> examples, bool withPolicy)
    {
        if (examples.IsEmpty)
            return;
        Open(text, $"{title}的 {examples.Length} 个主体");
        Row(text, ["主体", "金额之差", "条款", "旧版", "新版", "原因"]);
        Rule(text, ["---", "---:", "---", "---", "---", "---"]);
        foreach (var example in examples)
        {
            foreach (var (index, clause) in example.Clauses.Index())
            {
                Row(text,
                [
                    index == 0 ? $"{example.Kind} {example.Key}" : "", index == 0 ? AmountText.Signed(example.Difference) : "",
                    ComparisonRows.Name(clause.Pair, withPolicy),
                    ComparisonRows.Of(clause.Old), ComparisonRows.Of(clause.New), clause.Reason,
                ]);
            }
        }
        Close(text);
    }

    private static void Open(StringBuilder text, string summary) => text.Append($"\n<details><summary>{Escape(summary)}</summary>\n\n");

    private static void Close(StringBuilder text) => text.Append("\n</details>\n");

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append($"| {string.Join(" | ", cells.Select(Escape))} |\n");

    private static void Rule(StringBuilder text, IEnumerable<string> cells) => text.Append($"| {string.Join(" | ", cells)} |\n");

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings(" "))
            escaped.Append(character switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", _ =>
                Special.Contains(character) ? $"\\{character}" : character.ToString() });
        return escaped.ToString();
    }
}
