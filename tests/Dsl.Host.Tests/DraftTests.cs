// Drafts over the interface: checked, compared, evaluated by their hash, and never a way to another file.
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

public sealed class DraftTests
{
    [Fact]
    public async Task 没有错误的草稿可以试算_并写明与现行的差别()
    {
        await using var server = await TestServer.Start();
        var answer = await Json(await Post(server, ("办法.policy", await Policy(server, "6%"))));
        Assert.Equal(((bool?)true, "[]"), ((bool?)answer["可以试算"], answer["发现"]?.ToJsonString()));
        Assert.True((bool?)answer["与现行的差别"]?["含义有变化"]);
        var draft = await Evaluate(server, $"?set={answer["政策版本"]}");
        Assert.Equal("12000.00", (string?)draft["合计"]?["金额"]);
        Assert.Equal(("10000.00", (string?)answer["现行版本"]), await Served(server));
        // The same content is the same version, wherever it stood.
        Assert.Equal((string?)answer["政策版本"],
            (string?)(await Json(await Post(server, ("办法.policy", await Policy(server, "6%")))))["政策版本"]);
        Assert.Equal((await Served(server)).Hash,
            (string?)(await Json(await Post(server, ("办法.policy", await Policy(server, "5%")))))["政策版本"]);
    }

    [Fact]
    public async Task 有错误的草稿写明每一处_不能试算()
    {
        await using var server = await TestServer.Start();
        var text = (await Policy(server, "5%")).Replace("研发投入 * 5%", "研发投人 * 5%", StringComparison.Ordinal);
        var answer = await Json(await Post(server, ("办法.policy", text)));
        Assert.Equal((false, null), ((bool?)answer["可以试算"], (string?)answer["政策版本"]));
        var finding = answer["发现"]?.AsArray().First(static finding => (string?)finding?["级别"] == "错误");
        Assert.Equal(("办法.policy", 15), ((string?)finding?["文件"], (int?)finding?["行"]));
        Assert.Equal("10000.00", (await Served(server)).Amount);
    }

    /// <summary>原文 and 使用 may name any path; the answer must not even say whether the file is there.</summary>
    [Theory]
    [InlineData("原文     ../../秘密.txt")]
    [InlineData("原文     {0}/秘密.txt")]
    [InlineData("使用     ../../秘密.policy")]
    [InlineData("使用     {0}/秘密.policy")]
    public async Task 草稿读不到别处的文件(string line)
    {
        await using var server = await TestServer.Start();
        var data = server.Services.GetRequiredService<DataFolder>().Path;
        var text = (await Policy(server, "5%")).Replace("  级次     区级",
            "  级次     区级\n  " + string.Format(CultureInfo.InvariantCulture, line, data), StringComparison.Ordinal);
        var without = await (await Post(server, ("办法.policy", text))).Content.ReadAsStringAsync();
        await File.WriteAllTextAsync(Path.Combine(data, "秘密.txt"), "按研发投入的5%给予补助");
        await File.WriteAllTextAsync(Path.Combine(data, "秘密.policy"), "参数 秘密 : 金额 = 12345元");
        var with = await (await Post(server, ("办法.policy", text))).Content.ReadAsStringAsync();
        Assert.Equal(without, with);
        Assert.Contains("秘密", with, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(data, "drafts")));
    }

    [Theory]
    [InlineData("../外.policy")]
    [InlineData("/etc/外.policy")]
    [InlineData("甲/../../外.policy")]
    [InlineData("甲\\外.policy")]
    [InlineData("甲//外.policy")]
    [InlineData("甲/.")]
    [InlineData("C:外.policy")]
    [InlineData("外.exe")]
    [InlineData("外.policy ")]
    [InlineData("\u0000.policy")]
    [InlineData("")]
    public async Task 不能用的文件名(string name)
    {
        await using var server = await TestServer.Start();
        await Refused(await Post(server, (name, "")), "DSL6075");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"文件": []}""")]
    [InlineData("""{"文件": {"甲.policy": 1}}""")]
    [InlineData("""{"文件": {"甲.policy": "", "甲.policy": ""}}""")]
    [InlineData("""{"文件": {"甲.policy": "\ud800"}}""")]
    [InlineData("""{"文件": {"甲.policy": """)]
    public async Task 不是草稿的内容(string body)
    {
        await using var server = await TestServer.Start();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        await Refused(await server.Client.PostAsync(new Uri("/api/v1/drafts", UriKind.Relative), content), "DSL6075");
    }

    private static async Task<string> Policy(TestServer server, string rate) =>
        (await File.ReadAllTextAsync(Path.Combine(server.Files.Path, "办法.policy"))).Replace("5%", rate, StringComparison.Ordinal);

    private static async Task<(string? Amount, string? Hash)> Served(TestServer server)
    {
        var answer = await Evaluate(server, "");
        return ((string?)answer["合计"]?["金额"], (string?)answer["政策版本"]);
    }

    private static async Task<JsonNode> Evaluate(TestServer server, string query)
    {
        using var content = new StringContent(PolicyFolderFiles.Facts("200000"), Encoding.UTF8, "application/json");
        return await Json(await server.Client.PostAsync(new Uri("/api/v1/evaluate" + query, UriKind.Relative), content));
    }

    private static async Task<HttpResponseMessage> Post(TestServer server, params (string Name, string Text)[] files)
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, object>
            { ["文件"] = files.ToDictionary(static file => file.Name, static file => file.Text) });
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await server.Client.PostAsync(new Uri("/api/v1/drafts", UriKind.Relative), content);
    }

    private static async Task<JsonNode> Json(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync()) ?? throw new InvalidOperationException();

    private static async Task Refused(HttpResponseMessage answer, string code) =>
        Assert.Equal((422, code), ((int)answer.StatusCode, (string?)(await Json(answer))["code"]));
}
