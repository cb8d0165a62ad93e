// Jobs of a service as tests ask for them: begun, waited for, looked at.
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Dsl.Host.Tests;

internal static class Jobs
{
    /// <summary>Puts a registry beside the policies, and imports it.</summary>
    public static async Task Write(TestServer server, params (string Key, string Cost)[] subjects)
    {
        var folder = Directory.CreateDirectory(Path.Combine(server.Files.Path, "sample")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "企业.csv"),
            "统一社会信用代码,研发投入\n" + string.Concat(subjects.Select(static subject => $"{subject.Key},{subject.Cost}\n")));
        await Post(server, "/api/v1/imports", null);
    }

    /// <summary>Runs over the registry, whose import is waited for; the number of the run.</summary>
    public static async Task<string> Run(TestServer server)
    {
        while ((await Get(server, "/api/v1/imports"))["任务"]?[0] is not { } import || (string?)import["状态"] is "等候" or "进行中")
            await Task.Delay(50);
        var run = await Post(server, "/api/v1/runs", null);
        Assert.Equal("完成", (string?)run["状态"]);
        return (string?)run["编号"] ?? "";
    }

    /// <summary>Asks for a job, and waits until it is over.</summary>
    public static async Task<JsonNode> Post(TestServer server, string path, string? body)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await server.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.True((int)answer.StatusCode == 202, await answer.Content.ReadAsStringAsync());
        JsonNode job;
        do
        {
            await Task.Delay(50);
            job = await Get(server, $"{answer.Headers.Location}");
        }
        while ((string?)job["状态"] is "等候" or "进行中");
        return job;
    }

    public static async Task<JsonNode> Get(TestServer server, string path)
    {
        using var answer = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text) ?? throw new InvalidOperationException();
    }

    /// <summary>Why a request was refused.</summary>
    public static async Task<string?> CodeOf(TestServer server, string path, string? body = null)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = content is null ? await server.Client.GetAsync(new Uri(path, UriKind.Relative))
            : await server.Client.PostAsync(new Uri(path, UriKind.Relative), content);
        return (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["code"];
    }
}
