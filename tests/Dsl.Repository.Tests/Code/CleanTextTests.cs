// Checked-in texts stand for themselves on any machine: no paths of a machine, no hosts of registries, line feeds only.
using System.Text.RegularExpressions;
using Xunit;

namespace Dsl.Repository.Tests.Code;

public partial class CleanTextTests
{
    private static IEnumerable<RepositoryFile> Texts =>
        RepositoryFiles.Texts.Where(static file => !file.Path.EndsWith("CleanTextTests.cs", StringComparison.Ordinal));

    [Fact]
    public void 没有本机路径() => Assert.Empty(Lines(MachinePath()));

    [Fact]
    public void 没有包仓库的地址() => Assert.Empty(Lines(RegistryHost()));

    [Fact]
    public void 换行只用换行符()
    {
        var wrong = Texts.Where(static file =>
            !file.Path.EndsWith(".cmd", StringComparison.Ordinal) && !file.Path.Contains("/cases/", StringComparison.Ordinal)
            && !file.Path.StartsWith("policies/sources/", StringComparison.Ordinal) && file.Text.Contains('\r'));
        Assert.Empty(wrong);
    }

    [Fact]
    public void 命令脚本用回车换行() =>
        Assert.DoesNotContain(RepositoryFiles.All.Single(static file => file.Path == "policy.cmd").Text.Split('\n')[..^1],
            static line => !line.EndsWith('\r'));

    private static IEnumerable<string> Lines(Regex pattern) =>
        from file in Texts
        from line in file.Lines.Index()
        where pattern.IsMatch(line.Item)
        select $"{file.Path}:{line.Index + 1} {line.Item.Trim()}";

    [GeneratedRegex(@"(?<![\w.])/(home|root|Users|work|mnt|tmp/\w)/|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();

    // On loopback the service listens on 8050 (9000 in examples, 0 for any port in tests).
    [GeneratedRegex(@"registry\.npm|npmjs\.(org|com)|nuget\.org|/nuget/v3|/artifactory/|https?://(localhost|127\.0\.0\.1(?!:(8050|9000|0)\b)|10\.\d+|192\.168)",
        RegexOptions.IgnoreCase)]
    private static partial Regex RegistryHost();
}
