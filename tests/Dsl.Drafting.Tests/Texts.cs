// What the tests of drafting share: drafting with usual options, the findings of a draft, the official texts of the repository.
using System.Text.RegularExpressions;
using Dsl.Compiler;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Testing;

namespace Dsl.Drafting.Tests;

internal static partial class Texts
{
    public static readonly DraftOptions Options = new("sources/原文.txt", null);

    private static readonly string Raw = RepositoryRoot.Combine("policies", "sources", "raw");

    /// <summary>The official texts as obtained, by name.</summary>
    public static IReadOnlyDictionary<string, string> Official { get; } =
        Directory.EnumerateFiles(Raw, "*.txt")
            .ToDictionary(static path => Path.GetFileNameWithoutExtension(path), File.ReadAllText, StringComparer.Ordinal);

    public static Draft? Draft(string text) => Drafter.Draft(text, Options);

    /// <summary>The errors of a draft as it would be written.</summary>
    public static IEnumerable<string> Errors(Draft draft, DraftOptions? options = null)
    {
        List<SourceText> texts = [new("原文.policy", draft.Policy)];
        if (options?.SchemaPath is { } schema)
            texts.Add(new(schema, draft.Schema));
        return Compilation.Create(texts, [new SourceText(Options.SourcePath, draft.Source.Content)]).Diagnostics
            .Where(static finding => finding.Severity == Severity.Error).Select(static finding => $"{finding.Code} {finding.Message}");
    }

    /// <summary>The awards of a draft, each on one line.</summary>
    public static IEnumerable<string> Awards(Draft draft) =>
        Award().Matches(draft.Policy).Select(static match => Space().Replace(match.Groups["award"].Value, " ").Trim());

    /// <summary>The draft with one space between a keyword and what follows it.</summary>
    public static string Plain(Draft draft) => Wide().Replace(draft.Policy, " ");

    [GeneratedRegex("^  奖补 =(?<award>.*(?:\n    \\|.*)*)", RegexOptions.Multiline)]
    private static partial Regex Award();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();

    [GeneratedRegex("(?<=\\S)[ ]+")]
    private static partial Regex Wide();
}
