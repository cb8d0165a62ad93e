// Where an output really goes: links are followed, and what is no ordinary file is never replaced by one.
using Dsl.Loading.Files;
using Dsl.Syntax.Text;

namespace Dsl.Data.Outputs;

/// <summary>The file that an output becomes.</summary>
public static class OutputPath
{
    /// <summary>The file that a path leads to, links followed; or why no file can be put there.</summary>
    /// <param name="path">The path as it was given.</param>
    /// <returns>The file, absolute, and null; or a sentence.</returns>
    public static (string Final, string? Problem) Resolve(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return (path, OutputPhrases.NoFileName.With());
        if (Path.EndsInDirectorySeparator(path))
            return (path, OutputPhrases.EndsInSeparator.With());
        var full = Path.GetFullPath(path);
        var status = FileStatus.Of(full);
        if (status.Kind is not (FileKind.Missing or FileKind.File or FileKind.BrokenLink))
            return (full, status.Words);
        if (FileNamed(full) is { } file)
            return (full, OutputPhrases.FileAsFolder.With(PathText.Shown(file)));
        if (!status.IsThere)
            return (full, null);
        try
        {
            if (new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true) is not { } target)
                return (full, null);
            // A link below /proc leads to what may have no name any more; a broken one may name a file that is still to be made.
            var reached = FileStatus.Of(target.FullName);
            return reached.Kind == FileKind.File && reached.Identity == status.Identity ? (target.FullName, null)
                : status.Kind == FileKind.BrokenLink && reached.Kind == FileKind.Missing
                    && Directory.Exists(Path.GetDirectoryName(target.FullName))
                    ? (target.FullName, null)
                : (full, status.Words ?? OutputPhrases.LinkToOther.With());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (full, status.Words ?? FileFailure.Words(error));
        }
    }

    /// <summary>
    /// What two paths have in common when they are one file: which file it is; for a file that is still to be made,
    /// its folder and its name, in one case, since some disks know no other.
    /// </summary>
    public static string KeyOf(string path)
    {
        var rest = "";
        for (var current = Path.GetFullPath(path); ;)
        {
            if (FileStatus.Of(current) is { Identity: { Length: > 0 } identity })
                return rest.Length == 0 ? identity : identity + rest.ToUpperInvariant();
            rest = "/" + Path.GetFileName(current) + rest;
            if (Path.GetDirectoryName(current) is not { Length: > 0 } parent)
                return rest.ToUpperInvariant();
            current = parent;
        }
    }

    /// <summary>The part of a path that is a file, where a folder should be; null for none.</summary>
    private static string? FileNamed(string full)
    {
        for (var folder = Path.GetDirectoryName(full); folder is { Length: > 0 }; folder = Path.GetDirectoryName(folder))
        {
            var status = FileStatus.Of(folder);
            if (status.Kind == FileKind.Folder)
                return null;
            if (status.IsThere)
                return folder;
        }
        return null;
    }
}
