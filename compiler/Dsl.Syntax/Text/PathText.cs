// Paths as files name one another and as messages show them: text with forward slashes, never looked up on the disk here.
namespace Dsl.Syntax.Text;

/// <summary>Takes paths apart and puts them together.</summary>
public static class PathText
{
    /// <summary>A path as shown in messages: forward slashes, no leading ./ .</summary>
    public static string Shown(string path)
    {
        var text = path.Replace('\\', '/');
        while (text.StartsWith("./", StringComparison.Ordinal) && text.Length > 2)
            text = text[2..];
        return text;
    }

    /// <summary>The folder of a shown path; empty for none.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : "";

    /// <summary>The name of the file without its folder.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The longest folder, with the slash after it, in which all shown paths lie; empty where there is none.</summary>
    public static string SharedFolder(IReadOnlyList<string> paths)
    {
        var shared = paths.Count == 0 ? "" : FolderOf(paths[0]);
        while (shared.Length > 0 && !paths.All(path => path.StartsWith(shared + "/", StringComparison.Ordinal)))
            shared = FolderOf(shared);
        return shared.Length == 0 ? "" : shared + "/";
    }

    /// <summary>A path joined to a folder, with . and .. resolved; both as shown in messages.</summary>
    public static string Join(string folder, string path)
    {
        var (above, below) = (Shown(folder), Shown(path));
        if (below.StartsWith('/') || Path.IsPathRooted(path))
            return below;
        var parts = new List<string>();
        foreach (var part in $"{above}/{below}".Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] is not ".." and not "")
                parts.RemoveAt(parts.Count - 1);
            else if (part is not "." && (part.Length > 0 || parts.Count == 0))
                parts.Add(part);
        }
        if (parts.Count > 1 && parts[0].Length == 0 && !above.StartsWith('/'))
            parts.RemoveAt(0);
        return string.Join('/', parts);
    }

    /// <summary>
    /// What a file means by a path written in it (原文, 使用): relative to its own folder.
    /// Loader and binder both use this, so that a text is found under the path by which it was read.
    /// </summary>
    /// <param name="file">The file, as shown.</param>
    /// <param name="written">The path as written.</param>
    public static string Beside(string file, string written) => Join(FolderOf(file), written.Trim());

    /// <summary>A path as a file names it: relative to its own folder where it lies below.</summary>
    public static string Relative(string file, string path)
    {
        var folder = file[..(file.LastIndexOf('/') + 1)];
        return path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..] : path;
    }
}
