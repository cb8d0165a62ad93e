// Headings and sums of differences in words: the same in text and Markdown.
namespace Dsl.Diff;

public static class DifferenceWords
{
    /// <summary>条款 3 标题, 增加 条款 3 标题, 改号 条款 3 → 条款 4 标题.</summary>
    public static string Head(ItemDifference item) => (item.Kind switch
    {
        ChangeKind.Changed => $"{item.Type} {item.NewNumber} {item.Title}",
        ChangeKind.Renumbered => $"改号 {item.Type} {item.OldNumber} → {item.Type} {item.NewNumber} {item.Title}",
        _ => $"{item.Kind.Word()} {item.Type} {item.OldNumber}{item.NewNumber} {item.Title}",
    }).TrimEnd();

    /// <summary>How much differs.</summary>
    public static string Summary(ProgramDifference difference)
    {
        var wording =
            difference.WordingCount == 0 ? "" : $"另有 {difference.WordingCount} 处文字改动（标题、位置、依据、说明），不影响含义。";
        return difference.IsSameMeaning ? $"含义没有变化。{wording}" : $"含义有变化：{string.Join("，", Counts(difference))}。{wording}";
    }

    private static IEnumerable<string> Counts(ProgramDifference difference)
    {
        var metadata = difference.Policies
            .Where(static policy => policy.Kind != ChangeKind.Changed || policy.Changes.Any(static change => !change.IsWording)).ToList();
        foreach (var group in metadata.GroupBy(static policy => policy.Kind))
            yield return group.Key switch
            {
                ChangeKind.Changed => $"政策 {group.Count()} 份改动元数据或范围",
                ChangeKind.Renumbered => $"政策 {group.Count()} 份改文号",
                _ => $"政策 {group.Key.Word()} {group.Count()} 份"
            };
        var items = difference.Policies.SelectMany(static policy => policy.Items).Concat(difference.Definitions)
            .Where(static item => !item.IsWording);
        foreach (var type in items.GroupBy(static item => item.Type))
        {
            var counts = type.GroupBy(static item => item.Kind).OrderBy(static group => group.Key)
                .Select(static group => $"{group.Key.Word()} {group.Count()}");
            yield return $"{type.Key} {string.Join("、", counts)}";
        }
    }
}
