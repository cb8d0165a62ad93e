// A draft with the files that it becomes: the .policy, its data definitions, the cleaned text with its record.
using System.Security.Cryptography;
using System.Text;
using Dsl.Data.Outputs;
using Dsl.Drafting;
using Dsl.Drafting.DraftEvaluation;
using Dsl.Loading.Documents;
using Dsl.Loading.Files;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Syntax;
using Dsl.Syntax.Text;

namespace Dsl.Batch.Drafting;

/// <summary>What to draft from and where to write.</summary>
/// <param name="Text">The official text.</param>
/// <param name="Output">The .policy file; null for none.</param>
/// <param name="Schema">The data definitions; null where they go into the .policy file.</param>
public sealed record DraftRequest(string Text, string? Output, string? Schema);

/// <summary>A draft with its files.</summary>
public sealed class PolicyDraft
{
    private readonly string _raw;
    private readonly string _folder;
    private readonly string _stem;

    private PolicyDraft(Draft draft, DraftRequest request, string raw, string stem)
    {
        Draft = draft;
        Request = request;
        _raw = raw;
        _stem = stem;
        _folder = request.Output is { } output ? PathText.FolderOf(PathText.Shown(output)) : "";
    }

    public Draft Draft { get; }

    /// <summary>What it was drafted from.</summary>
    public DraftRequest Request { get; }

    /// <summary>The files that <see cref="Write"/> makes, with what they are, in the words of users.</summary>
    public IReadOnlyList<(string Path, string What)> Files =>
        Request.Output is not { } output ? [] :
        [
            (PathText.Shown(output), "政策"),
            .. Request.Schema is { } schema ? [(PathText.Shown(schema), "数据定义")] : Array.Empty<(string, string)>(),
            (SourceFile(".txt"), "清理后的原文"), (SourceFile(".cleaning.json"), "清理记录"),
            (PathText.Join(_folder, $"sources/{OfficialTextFile.RawFolder}/{_stem}.txt"), "清理前的原文"),
        ];

    /// <summary>Reads a text and drafts a policy.</summary>
    /// <returns>The draft; or why there is none.</returns>
    public static (PolicyDraft? Draft, DataFinding? Finding) Make(DraftRequest request)
    {
        var (raw, finding) = OfficialTextFile.Read(request.Text);
        if (raw is null)
            return (null, finding);
        var stem =
            Path.GetFileNameWithoutExtension(request.Output ?? request.Text) is { Length: > 0 } name ? name.Replace(' ', '_') : "原文";
        var folder = request.Output is { } output ? PathText.FolderOf(PathText.Shown(output)) : "";
        var schema = request.Schema is { } path ? Path.GetRelativePath(folder.Length == 0 ? "." : folder, path).Replace('\\', '/') : null;
        return Drafter.Draft(raw, new DraftOptions($"sources/{stem}.txt", schema)) is { } draft
            ? (new PolicyDraft(draft, request, raw, stem), null)
            : (null, DraftDiagnostics.NotDocument.With(PathText.Shown(request.Text)).At(new DataPlace(PathText.Shown(request.Text))));
    }

    /// <summary>Compares a draft with a finished policy.</summary>
    /// <returns>The comparison; or why the finished policy cannot be read.</returns>
    public static (DraftComparison? Comparison, DataFinding? Finding) Compare(Draft draft, string finished)
    {
        var reading = TextFile.Read(finished);
        return reading.Text is { } text
            ? (DraftComparison.Of(draft, SyntaxTree.Parse(new SourceText(PathText.Shown(finished), text))), null)
            : (null, reading.Finding);
    }

    /// <summary>Writes the files, all or none. Files that are there already are never overwritten.</summary>
    /// <returns>Why nothing was written; null where all was.</returns>
    public DataFinding? Write()
    {
        foreach (var (path, _) in Files)
        {
            if (FileStatus.Of(path).IsThere)
                return DraftDiagnostics.Exists.With(path).At(new DataPlace(path));
        }
        if (Files.GroupBy(static file => OutputPath.KeyOf(file.Path)).FirstOrDefault(static group => group.Count() > 1) is { } twice)
            return FileDiagnostics.SameOutput.With(twice.First().Path).At(new DataPlace(twice.First().Path));
        string?[] contents = [Draft.Policy, .. Request.Schema is null ? Array.Empty<string>() : [Draft.Schema], Draft.Source.Content,
            CleaningRecord(), _raw];
        var files = new AtomicOutput();
        try
        {
            using var output = files;
            foreach (var ((path, _), content) in Files.Zip(contents))
                output.CreateNew(path).Write(Encoding.UTF8.GetBytes(content ?? ""));
            output.Commit();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return files.Failure(error, Request.Output ?? "");
        }
    }

    private string SourceFile(string ending) => PathText.Join(_folder, $"sources/{_stem}{ending}");

    /// <summary>What cleaning took out, so that anyone can repeat it.</summary>
    private string CleaningRecord() => JsonStyle.Indent(
        new($"{OfficialTextFile.RawFolder}/{_stem}.txt", Hash(_raw), $"{_stem}.txt", Hash(Draft.Source.Content),
            Draft.Source.Removals.Select(static removal => new RemovedText(removal.Offset, removal.Text, removal.Reason))),
        CleaningShapes.Of.CleaningDocument) + "\n";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
