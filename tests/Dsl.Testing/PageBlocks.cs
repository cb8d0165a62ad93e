// The fenced blocks of a section of a diagnostic's page.
using System.Text.RegularExpressions;

namespace Dsl.Testing;

/// <summary>A block.</summary>
/// <param name="Kind">The first word after the fence, such as csv.</param>
/// <param name="Name">The second word; empty for none.</param>
/// <param name="Text">What stands inside, without the last line feed.</param>
public sealed record PageBlock(string Kind, string Name, string Text);

/// <summary>Reads the blocks of pages.</summary>
public static partial class PageBlocks
{
    /// <summary>The blocks below a heading of the page of a code.</summary>
    public static IReadOnlyList<PageBlock> Of(string code, string heading)
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("compiler", "docs", "diagnostics", code + ".md")).ReplaceLineEndings("\n");
        var section = page.Split("\n## ").Single(part => part.StartsWith(heading, StringComparison.Ordinal));
        return [.. Blocks().Matches(section)
            .Select(static match => new PageBlock(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value.TrimEnd('\n')))];
    }

    /// <summary>The word after an option of the command of a section, without quotation marks.</summary>
    public static string? Option(IEnumerable<PageBlock> blocks, string option)
    {
        var words = blocks.FirstOrDefault(static block => block.Kind == "console")?.Text.Split(' ') ?? [];
        return Array.IndexOf(words, option) is >= 0 and var at ? words[at + 1].Trim('"') : null;
    }

    [GeneratedRegex(@"^```(\S+) ?(\S*)[^\n]*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
