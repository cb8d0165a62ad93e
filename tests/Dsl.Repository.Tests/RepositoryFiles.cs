// The files of the checkout as the tests of the repository read them.
using System.Diagnostics;
using Dsl.Testing;

namespace Dsl.Repository.Tests;

/// <summary>A file of the checkout.</summary>
/// <param name="Path">Below the root, with forward slashes.</param>
public sealed record RepositoryFile(string Path)
{
    private string? _text;

    /// <summary>The content.</summary>
    public string Text => _text ??= File.ReadAllText(RepositoryRoot.Combine(Path.Split('/')));

    /// <summary>The lines.</summary>
    public string[] Lines => Text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Whether it is code of the product, not of the tests.</summary>
    public bool IsProduct =>
        Path.StartsWith("compiler/", StringComparison.Ordinal) || Path.StartsWith("runtime/", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Path;
}

/// <summary>Lists the files of the checkout.</summary>
public static class RepositoryFiles
{
    private static readonly string[] BinaryExtensions = [".png", ".jpg", ".ico", ".docx", ".pdf", ".xlsx", ".doc", ".dll", ".zip"];

    /// <summary>Every file that is, or is about to be, checked in.</summary>
    public static IReadOnlyList<RepositoryFile> All { get; } = List();

    /// <summary>C# sources.</summary>
    public static IEnumerable<RepositoryFile> Sources => All.Where(static file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>Project files.</summary>
    public static IEnumerable<RepositoryFile> Projects => All.Where(static file => file.Path.EndsWith(".csproj", StringComparison.Ordinal));

    /// <summary>Files that hold text.</summary>
    public static IEnumerable<RepositoryFile> Texts =>
        All.Where(static file =>
            !BinaryExtensions.Contains(Path.GetExtension(file.Path)) && !file.Path.Contains("/cases/binary", StringComparison.Ordinal));

    private static List<RepositoryFile> List()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8,
        }) ?? throw new InvalidOperationException("git does not start");
        var names = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(static name => File.Exists(RepositoryRoot.Combine(name.Split('/'))))
            .Order(StringComparer.Ordinal)
            .Select(static name => new RepositoryFile(name))];
    }
}
