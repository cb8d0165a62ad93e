// The texts of the extension: each in Chinese and in English.
using System.Text.Json;
using System.Text.RegularExpressions;
using Dsl.Testing;
using Xunit;

namespace Dsl.Repository.Tests.Code;

public sealed partial class EditorTextsTests
{
    private static readonly string Extension = RepositoryRoot.Combine("vscode-extension");

    [Fact]
    public void 清单里的每句话都有中文和英文()
    {
        var (chinese, english) = (Texts("package.nls.zh-cn.json"), Texts("package.nls.json"));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        var used = Key().Matches(File.ReadAllText(Path.Combine(Extension, "package.json"))).Select(static match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(used.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(chinese.Values, static text => Assert.Matches("[\u4e00-\u9fff]", text));
        Assert.All(english,
            static text =>
                Assert.False(Chinese().IsMatch(text.Value) && !text.Key.StartsWith("walkthrough", StringComparison.Ordinal), text.Key));
    }

    [Fact]
    public void 引导和说明里的图都在()
    {
        var pictures = Picture()
            .Matches(File.ReadAllText(Path.Combine(Extension, "package.json")) + File.ReadAllText(Path.Combine(Extension, "README.md")))
            .Select(static match => match.Value).Distinct().ToList();
        Assert.True(pictures.Count >= 7);
        Assert.All(pictures, static picture => Assert.True(File.Exists(Path.Combine(Extension, picture)), picture));
    }

    [Fact]
    public void 登记的命令都有名称()
    {
        var registered = Registered().Matches(File.ReadAllText(Path.Combine(Extension, "src", "extension.ts")))
            .Select(static match => match.Groups[1].Value).Order(StringComparer.Ordinal);
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Extension, "package.json")));
        var named = manifest.RootElement.GetProperty("contributes").GetProperty("commands").EnumerateArray()
            .Select(static command => command.GetProperty("command").GetString() ?? "").Order(StringComparer.Ordinal);
        Assert.Equal(named, registered);
    }

    private static Dictionary<string, string> Texts(string file) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Extension, file))) ?? [];

    [GeneratedRegex("\"%([\\w.]+)%\"")]
    private static partial Regex Key();

    [GeneratedRegex("[\u4e00-\u9fff]")]
    private static partial Regex Chinese();

    [GeneratedRegex("images/[\\w-]+\\.png")]
    private static partial Regex Picture();

    [GeneratedRegex("command\\('(policy\\.\\w+)'")]
    private static partial Regex Registered();
}
