// What `policy check --format sarif` writes has the structure of SARIF 2.1.0, and its regions stand where the text is.
using System.Text.Json;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class SarifTests : IDisposable
{
    private static readonly string[] Levels = ["none", "note", "warning", "error"];
    private readonly ScratchFolder _folder = new();

    [Fact]
    public void 符合规范的结构()
    {
        // Characters beyond the basic plane before the mistake: a column counts UTF-16 units.
        _folder.Write("p/一.policy", "数据 企业\n  主键 代码 : 文本\n  名称 : 文本\n  人数 : 人\n政策 办法\n  施行日期 2024-01-01\n"
            + "条款 1 甲\n  条件 名称 = \"𠮷野家\" 且 没有的名称\n  奖补 = 100\n条款 2 乙\n  频次 每年\n  奖补 = 人数 + 1元\n");
        var run = PolicyRun.Of("check", _folder["p"], "--format", "sarif");
        Assert.Equal(1, run.Code);
        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        Assert.Equal("2.1.0", Text(root, "version"));
        Assert.True(Uri.IsWellFormedUriString(Text(root, "$schema"), UriKind.Absolute));
        var sarif = Assert.Single(root.GetProperty("runs").EnumerateArray());
        Assert.Equal("utf16CodeUnits", Text(sarif, "columnKind"));
        var driver = sarif.GetProperty("tool").GetProperty("driver");
        Assert.NotEqual("", Text(driver, "name"));
        var rules = driver.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(rules.Count, rules.Select(static rule => Text(rule, "id")).Distinct().Count());
        Assert.All(rules, static rule =>
        {
            Assert.NotEqual("", Text(rule.GetProperty("shortDescription"), "text"));
            Assert.Contains(Text(rule.GetProperty("defaultConfiguration"), "level"), Levels);
        });
        var results = sarif.GetProperty("results").EnumerateArray().ToList();
        Assert.True(results.Count >= 2, run.Output);
        Assert.All(results, result => AssertResult(result, rules));
        Assert.Contains(results, result => RegionText(result) == "没有的名称");
    }

    [Fact]
    public void 没有问题的结果是空的()
    {
        Assert.Equal(0, PolicyRun.Of("new", _folder["s"]).Code);
        var run = PolicyRun.Of("check", _folder["s"], "--format", "sarif");
        Assert.Equal(0, run.Code);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(0, document.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertResult(JsonElement result, List<JsonElement> rules)
    {
        Assert.Equal(Text(result, "ruleId"), Text(rules[result.GetProperty("ruleIndex").GetInt32()], "id"));
        Assert.Contains(Text(result, "level"), Levels);
        Assert.NotEqual("", Text(result.GetProperty("message"), "text"));
        var locations = result.GetProperty("locations").EnumerateArray()
            .Concat(result.TryGetProperty("relatedLocations", out var related) ? related.EnumerateArray() : []).ToList();
        Assert.NotEmpty(locations);
        Assert.All(locations, static location =>
        {
            var place = location.GetProperty("physicalLocation");
            Assert.True(Uri.IsWellFormedUriString(Text(place.GetProperty("artifactLocation"), "uri"), UriKind.RelativeOrAbsolute));
            AssertRegion(place.GetProperty("region"));
        });
        foreach (var change in result.TryGetProperty("fixes", out var fixes)
            ? fixes.EnumerateArray().SelectMany(static fix => fix.GetProperty("artifactChanges").EnumerateArray())
            : [])
        {
            Assert.NotEqual("", Text(change.GetProperty("artifactLocation"), "uri"));
            Assert.All(change.GetProperty("replacements").EnumerateArray(),
                static replacement => AssertRegion(replacement.GetProperty("deletedRegion")));
        }
    }

    private static void AssertRegion(JsonElement region)
    {
        var (startLine, startColumn, endLine, endColumn) = Region(region);
        Assert.True(startLine >= 1 && startColumn >= 1 && endColumn >= 1, region.ToString());
        Assert.True(endLine > startLine || (endLine == startLine && endColumn >= startColumn), region.ToString());
    }

    private static (int StartLine, int StartColumn, int EndLine, int EndColumn) Region(JsonElement region) =>
        (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), region.GetProperty("endLine").GetInt32(),
            region.GetProperty("endColumn").GetInt32());

    /// <summary>The text that a result points at; C# counts UTF-16 units, too.</summary>
    private static string RegionText(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var (line, start, end, stop) = Region(place.GetProperty("region"));
        var text = File.ReadAllLines(Uri.UnescapeDataString(Text(place.GetProperty("artifactLocation"), "uri")))[line - 1];
        return line == end ? text[(start - 1)..(stop - 1)] : text[(start - 1)..];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
