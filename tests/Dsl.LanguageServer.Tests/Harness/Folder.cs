// Folders of policies for tests.
using Dsl.Testing;

namespace Dsl.LanguageServer.Tests.Harness;

/// <summary>A copy of a folder that tests may change; deleted in the end.</summary>
internal sealed class Folder : IDisposable
{
    public Folder() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), "policy-lsp-" + Guid.NewGuid().ToString("n"));

    /// <summary>A copy of the policies of the repository.</summary>
    public static Folder OfRepository()
    {
        var folder = new Folder();
        var source = RepositoryRoot.Combine("policies");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(static file => Path.GetExtension(file) is ".policy" or ".txt" or ".json"))
            folder.Write(Path.GetRelativePath(source, file), File.ReadAllText(file));
        return folder;
    }

    public void Write(string file, string text)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Root);
        File.WriteAllText(path, text);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
