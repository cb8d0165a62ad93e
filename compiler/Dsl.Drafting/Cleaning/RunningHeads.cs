// Lines of the page layout rather than the text: page numbers, and the headers and footers next to them on every page.
using System.Globalization;
using System.Text.RegularExpressions;
using Dsl.Values.Text;

namespace Dsl.Drafting.Cleaning;

/// <summary>Finds the lines of the page.</summary>
internal static partial class RunningHeads
{
    /// <summary>Lines of the page stand within this many lines of the number of the page.</summary>
    private const int Nearby = 3;

    /// <summary>A head or foot of a page is no longer than this.</summary>
    private const int LongestHead = 40;

    /// <summary>For each line why it is left out; null where it stays.</summary>
    public static string?[] Find(List<RawLine> lines)
    {
        var reasons = new string?[lines.Count];
        var counted = ArePages(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            if (PageNumber().IsMatch(lines[i].Text) || (counted && Alone().IsMatch(lines[i].Text)))
                reasons[i] = "页码";
        }
        var beside = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (reasons[i] is null && lines[i].Text.Length <= LongestHead && !Sentence().IsMatch(lines[i].Text) && IsNearNumber(reasons, i))
                (beside.TryGetValue(lines[i].Text, out var places) ? places : beside[lines[i].Text] = []).Add(i);
        }
        // A line next to only one page number may be a heading.
        foreach (var place in beside.Values.Where(static places => places.Count > 1).SelectMany(static places => places))
            reasons[place] = "页眉页脚";
        return reasons;
    }

    /// <summary>
    /// Whether isolated numbers are page numbers: several, each one more than the previous. Those of a table do not.
    /// </summary>
    private static bool ArePages(List<RawLine> lines)
    {
        var numbers = lines.Where(static line => Alone().IsMatch(line.Text))
            .Select(static line => int.Parse(WidthFolding.Fold(line.Text), NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
        var steps = lines.Index().Where(static pair => Alone().IsMatch(pair.Item.Text)).Select(static pair => pair.Index).ToList();
        return numbers.Count > 1 && numbers.Zip(numbers.Skip(1)).All(static pair => pair.Second == pair.First + 1)
            && steps.Zip(steps.Skip(1)).All(static pair => pair.Second > pair.First + Nearby);
    }

    private static bool IsNearNumber(string?[] reasons, int place)
    {
        for (var i = Math.Max(0, place - Nearby); i <= Math.Min(reasons.Length - 1, place + Nearby); i++)
        {
            if (reasons[i] == "页码")
                return true;
        }
        return false;
    }

    [GeneratedRegex("^[0-9０-９]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    // - 2 -, —3—, 第3页, 第3页共10页, 3/10.
    [GeneratedRegex(@"^(?:[-–—―─·•]+ ?[0-9０-９]{1,4} ?[-–—―─·•]+|第[0-9]{1,4}页(?:[，,]?共[0-9]{1,4}页)?|[0-9]{1,3}/[0-9]{1,3})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex("[。；！？：]", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
