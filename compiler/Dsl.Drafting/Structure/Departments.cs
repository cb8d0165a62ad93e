// （牵头单位：区科技局；责任单位：区税务局、区经信委）after an article.
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dsl.Drafting.Structure;

/// <summary>Who is to do what an article says.</summary>
/// <param name="Leads">牵头.</param>
/// <param name="Others">责任.</param>
internal sealed partial record Departments(ImmutableArray<string> Leads, ImmutableArray<string> Others)
{
    /// <summary>No department is named.</summary>
    public static Departments None { get; } = new([], []);

    /// <summary>The departments named after a text; none if it names none.</summary>
    public static Departments In(IEnumerable<string> paragraphs)
    {
        var (leads, others) = (new List<string>(), new List<string>());
        foreach (Match note in paragraphs.SelectMany(static paragraph => Note().Matches(paragraph)))
        {
            foreach (Match part in Part().Matches(note.Value))
                (part.Groups["role"].Value.StartsWith('牵') ? leads : others).AddRange(Names(part.Groups["names"].Value));
        }
        return new([.. leads.Distinct(StringComparer.Ordinal)],
            [.. others.Except(leads, StringComparer.Ordinal).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The text without the notes that name departments; what stands on both sides of one is kept apart.</summary>
    public static string Without(string paragraph) => Note().Replace(paragraph, "\n").Trim();

    /// <summary>Whether words are nothing but a note that names departments.</summary>
    public static bool IsNote(string words) => Without(words).Length == 0;

    private static IEnumerable<string> Names(string list) => list
        .Split(['、', '，', ',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(static name => Etc().Replace(name, ""))
        .Where(static name => name.Length is > 1 and < 40);

    [GeneratedRegex(
        "[（(](?:牵头|责任|配合|参与|主管|实施)(?:单位|部门)[：:][^（()）]{1,600}(?:[（(][^（()）]{1,40}[）)][^（()）]{0,400}){0"
        + ",8}[）)]。?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Note();

    [GeneratedRegex("(?<role>牵头|责任|配合|参与|主管|实施)(?:单位|部门)[：:](?<names>[^；;：:]{1,600}?)(?=[；;]|[）)]?。?$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex("(?:等.{0,8}|按职责分工负责)$|[「」/（()）]", RegexOptions.CultureInvariant)]
    private static partial Regex Etc();
}
