// The differences of two versions as text for a terminal: policy by policy, block by block, old and new side by side where they fit.

using Dsl.Values.Text;

namespace Dsl.Diff;

/// <summary>Writes differences as text.</summary>
/// <param name="output">Where to.</param>
/// <param name="width">Columns of a line; longer pairs of old and new are printed on two lines.</param>
public sealed class DifferenceText(TextWriter output, int width)
{
    private const string Mark = "（文字）";

    /// <summary>Everything that differs, and a last line that sums it up.</summary>
    public void Write(ProgramDifference difference)
    {
        foreach (var policy in difference.Policies)
        {
            output.WriteLine(Head(policy));
            WriteChanges(policy.Changes, policy.Kind, "  ");
            foreach (var item in policy.Items)
                WriteItem(item);
            output.WriteLine();
        }
        if (!difference.Definitions.IsEmpty)
        {
            output.WriteLine("数据定义");
            foreach (var item in difference.Definitions)
                WriteItem(item);
            output.WriteLine();
        }
        output.WriteLine(DifferenceWords.Summary(difference));
    }

    private static string Head(PolicyDifference policy) => policy.Kind switch
    {
        ChangeKind.Changed => $"{policy.Number}　{policy.Title}",
        ChangeKind.Renumbered => $"改文号 {policy.Old?.Number} → {policy.New?.Number}　{policy.Title}",
        _ => $"{policy.Kind.Word()}政策 {policy.Number}　{policy.Title}",
    };

    private void WriteItem(ItemDifference item)
    {
        output.WriteLine("  " + DifferenceWords.Head(item));
        WriteChanges(item.Changes, item.Kind, "    ");
    }

    private void WriteChanges(IReadOnlyList<Change> changes, ChangeKind kind, string indent)
    {
        var isWhole = kind is ChangeKind.Added or ChangeKind.Removed;
        // For added and removed items the title is in the heading.
        var shown = changes.Where(change => !isWhole || change.Label != "标题").ToList();
        var labels = shown.Select(static change => DisplayWidth.Of(LabelOf(change))).DefaultIfEmpty(0).Max() + 2;
        foreach (var change in shown)
        {
            var before = indent + DisplayWidth.PadRight(LabelOf(change), labels);
            foreach (var line in Lines(change, isWhole, width - DisplayWidth.Of(before)))
            {
                output.WriteLine((before + line).TrimEnd());
                before = indent + new string(' ', labels);
            }
        }
    }

    private static string LabelOf(Change change) => change.IsWording ? change.Label + Mark : change.Label;

    private static IEnumerable<string> Lines(Change change, bool isWhole, int room)
    {
        if (change.Old.Length + change.New.Length == 0)
            return change.Details;
        if (change.Kind != ChangeKind.Changed)
            return [isWhole ? change.Old + change.New : $"{change.Kind.Word()} {change.Old}{change.New}"];
        var details = string.Join("；", change.Details);
        var pair = $"{change.Old} → {change.New}";
        var told = details.Length == 0 || details == pair ? "" : $"〔{details}〕";
        if (DisplayWidth.Of(pair + "　" + told) <= room)
            return [told.Length == 0 ? pair : $"{pair}　{told}"];
        return told.Length == 0 ? [$"旧 {change.Old}", $"新 {change.New}"] : [$"旧 {change.Old}", $"新 {change.New}", told];
    }
}
