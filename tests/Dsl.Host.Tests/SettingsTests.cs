// Settings: file, environment and flags in this order; every mistake named, none half used.
using Dsl.Host.Settings;
using Xunit;

namespace Dsl.Host.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policy-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void 后面的盖过前面的()
    {
        var file = Write("""{"data": "甲", "store": "sqlite", "date": "2024-01-02", "limits": {"body": 2048}}""");
        var settings = Read(file, [("POLICY_HOST_DATA", "乙"), ("POLICY_HOST_LIMITS__BODY", "4096"), ("POLICY_CACHE", "off")],
            [("data", "丙")], "policies");
        Assert.Equal(("丙", 4096, new DateOnly(2024, 1, 2)), (settings?.DataFolder, settings?.MostBodyBytes, settings?.AsOf));
        Assert.Equal(["policies"], settings?.Policies[0].Paths);
    }

    [Fact]
    public void 几版政策按起算日排列()
    {
        var file = Write("""
            {"policies": {"folders": [{"path": "二〇二五", "from": "2025-01-01"}, {"path": "旧"}, {"path": "二〇二四", "from": "2024年1月1日"}]}}
            """);
        Assert.Equal(["旧", "二〇二四", "二〇二五"], Read(file, [], [])?.Policies.SelectMany(static folder => folder.Paths));
        Assert.Equal(["新"], Read(file, [], [], "新")?.Policies.SelectMany(static folder => folder.Paths));
    }

    [Theory]
    [InlineData("""{"stroe": "sqlite"}""", "DSL6001", "stroe")]
    [InlineData("""{"store": "mysql"}""", "DSL6002", "store")]
    [InlineData("""{"store": "postgres://a:geheim@h/d"}""", "DSL6002", "store")]
    [InlineData("""{"urls": "8050"}""", "DSL6002", "urls")]
    [InlineData("""{"urls": "ftp://h"}""", "DSL6002", "urls")]
    [InlineData("""{"urls": "http://h/path"}""", "DSL6002", "urls")]
    [InlineData("""{"date": "今天"}""", "DSL6002", "date")]
    [InlineData("""{"date": "2023-02-29"}""", "DSL6002", "date")]
    [InlineData("""{"policies": {"poll": 0}}""", "DSL6002", "policies:poll")]
    [InlineData("""{"policies": {"poll": "1e3"}}""", "DSL6002", "policies:poll")]
    [InlineData("""{"limits": {"body": -1}}""", "DSL6002", "limits:body")]
    [InlineData("""{"policies": {"folders": [{"from": "2024-01-01"}]}}""", "DSL6002", "path")]
    [InlineData("""{"policies": {"folders": [{"path": "a"}, {"path": "b"}]}}""", "DSL6002", "b")]
    [InlineData("""{"policies": {"folders": [{"path": "a", "from": "x"}]}}""", "DSL6002", "from")]
    [InlineData("""{"data": """, "DSL6003", "JSON")]
    [InlineData("""["data"]""", "DSL6003", "花括号")]
    [InlineData("""{"data": "a", "Data": "b"}""", "DSL6003", "只写一次")]
    [InlineData("{}", "DSL6002", "policies")]
    public void 写错的设置一一指出(string text, string code, string named)
    {
        var (settings, findings) = SettingsReader.Read(Write(text), [], [], []);
        Assert.Null(settings);
        var finding = Assert.Single(findings);
        Assert.Equal(code, finding.Code);
        Assert.Contains(named, finding.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void 没有的文件和几处错误()
    {
        Assert.Equal("DSL5001", Assert.Single(SettingsReader.Read(Path.Combine(_folder, "没有.json"), [], [], ["p"]).Findings).Code);
        Assert.Equal(["DSL6002", "DSL6001"], SettingsReader.Read(Write("""{"date": "x", "zzz": 1}"""), [], [], ["p"]).Findings
            .Select(static finding => finding.Code));
    }

    [Fact]
    public void 说明页写了每一项设置()
    {
        var page = File.ReadAllText(Testing.RepositoryRoot.Combine("compiler", "docs", "运行服务.md"));
        Assert.All(SettingTable.All,
            setting => Assert.Contains($"| `{setting.Name}` | {setting.Description} |", page, StringComparison.Ordinal));
    }

    private string Write(string text)
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.json");
        File.WriteAllText(path, text);
        return path;
    }

    private static HostSettings? Read(string file, (string Key, string Value)[] environment, (string Key, string Value)[] flags,
        params string[] policies)
    {
        static KeyValuePair<string, string?> Pair((string Key, string Value) pair) => new(pair.Key, pair.Value);
        var (settings, findings) = SettingsReader.Read(file, environment.Select(Pair), flags.Select(Pair), [.. policies]);
        Assert.Equal([], findings.Select(static finding => finding.ToString()));
        return settings;
    }
}
