// Official texts for proposals: the text files of a folder, and what they would be drafted to.
using System.Collections.Immutable;
using Dsl.Drafting;
using Dsl.Loading.Documents;
using Dsl.Syntax;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Workspaces;

/// <summary>What an official text would be drafted to.</summary>
/// <param name="Policy">The drafted .policy file.</param>
/// <param name="Title">The title of the document.</param>
internal sealed record DraftedText(SyntaxTree Policy, string Title);

/// <summary>Text files, read when asked for; drafts are kept while their text is the same.</summary>
/// <param name="files">What the editor holds.</param>
internal sealed class OfficialTexts(OpenFiles files)
{
    private const int MostFiles = 200, MostDrafts = 16;

    private static readonly EnumerationOptions Deep = new()
    {
        RecurseSubdirectories = true, MaxRecursionDepth = 6, IgnoreInaccessible = true,
        // Links may lead back, or out of the folder into the whole disk.
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    private readonly Dictionary<(string Text, string Path), DraftedText?> _drafts = [];
    private readonly Lock _gate = new();

    /// <summary>The .txt files of a folder by path; texts as they were before cleaning (raw) are left out.</summary>
    public static ImmutableArray<string> Below(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, "*.txt", Deep).Select(static path => path.Replace('\\', '/'))
            .Where(static path => !path.Contains($"/{OfficialTextFile.RawFolder}/", StringComparison.Ordinal)
                && !path.Contains("/node_modules/", StringComparison.Ordinal))
            .Take(MostFiles).Order(StringComparer.Ordinal),
    ];

    /// <summary>A text as the editor or the disk has it; null where it cannot be read.</summary>
    public string? Read(string path) => files.TextOf(path) ?? OfficialTextFile.Read(path).Text;

    /// <summary>The draft of a text; null where the text is no official document.</summary>
    /// <param name="path">Its path as 原文 names it.</param>
    public DraftedText? DraftOf(string text, string path)
    {
        lock (_gate)
        {
            if (_drafts.TryGetValue((text, path), out var known))
                return known;
            if (_drafts.Count >= MostDrafts)
                _drafts.Clear();
            return _drafts[(text, path)] = Drafter.Draft(text, new DraftOptions(path, null)) is { } draft
                ? new(SyntaxTree.Parse(new SourceText("draft.policy", draft.Policy)), draft.Head.Title) : null;
        }
    }
}
