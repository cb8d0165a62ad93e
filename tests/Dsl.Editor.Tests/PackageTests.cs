// The package of the extension: what is in it, and that the program in it can be started.
using System.IO.Compression;
using Xunit;

namespace Dsl.Editor.Tests;

[Collection("editor")]
public class PackageTests(EditorRun run)
{
    private const long MostBytes = 60_000_000;
    private const int OwnerMayExecute = 0b001_000_000;

    [Fact]
    public void 扩展包带有程序和两种语言的文字()
    {
        using var package = Open();
        foreach (var name in new[] { "package.json", "package.nls.json", "package.nls.zh-cn.json", "language-configuration.json",
            "readme.md", "out/extension.js", "syntaxes/policy.tmLanguage.json", "server/policy" })
            Assert.Contains(package.Entries, entry => entry.FullName == "extension/" + name);
        Assert.Contains(package.Entries, static entry => entry.FullName == "extension/images/icon.png");
    }

    [Fact]
    public void 扩展包里没有源代码和多余的文件()
    {
        using var package = Open();
        Assert.DoesNotContain(package.Entries, static entry =>
            entry.FullName.Contains("node_modules/", StringComparison.Ordinal)
            || Path.GetExtension(entry.FullName) is ".ts" or ".map" or ".pdb" or ".sh" or ".vsix");
        // Resources of other languages lie in folders of their own.
        Assert.DoesNotContain(package.Entries,
            static entry => entry.FullName.StartsWith("extension/server/", StringComparison.Ordinal)
                && entry.FullName.Count(static letter => letter == '/') > 2);
        Assert.True(new FileInfo(run.Package).Length < MostBytes, $"{new FileInfo(run.Package).Length} bytes");
    }

    [Fact]
    public void 扩展包里的程序可以执行()
    {
        using var package = Open();
        var program = package.Entries.Single(static entry => entry.FullName == "extension/server/policy");
        Assert.NotEqual(0, (program.ExternalAttributes >> 16) & OwnerMayExecute);
    }

    private ZipArchive Open()
    {
        Assert.True(File.Exists(run.Package), run.Problem ?? "there is no package");
        return ZipFile.OpenRead(run.Package);
    }
}
