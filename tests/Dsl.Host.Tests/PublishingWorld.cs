// A service with a registry, policies with 核定, and people who enter, propose and confirm.
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

/// <summary>Four enterprises A1 to A4: 5 % of their costs every year, and once what is fixed, at most 200,000.</summary>
internal sealed class PublishingWorld : IAsyncDisposable
{
    public const string Number = "测府〔2024〕1号";

    private const string Policy = """
        数据 企业
          主键 统一社会信用代码 : 文本
          名称                  : 文本
          研发投入              : 金额

        政策 测试办法
          文号     测府〔2024〕1号
          发文机关 测试区人民政府
          成文日期 2023-12-20
          施行日期 2024-01-01
          级次     区级

        条款 1 研发补助
          依据 「按研发投入的5%给予补助」
          频次 每年
          奖补 = 研发投入 * 5%

        条款 2 一次性奖励
          依据 「给予最高20万元一次性奖励」
          频次 一次性
          奖补 = 核定 最高 20万元
        """;

    private readonly MovedClock _clock;

    /// <summary>The clock of the service.</summary>
    public MovedClock Clock => _clock;

    private readonly PolicyFolderFiles _policies;

    private PublishingWorld(TestServer server, MovedClock clock, PolicyFolderFiles policies, string data) =>
        (Server, _clock, _policies, Data) = (server, clock, policies, data);

    public TestServer Server { get; }

    /// <summary>The folder of the registry.</summary>
    public string Data { get; }

    /// <summary>经办.</summary>
    public string Officer { get; private set; } = "";

    /// <summary>审核.</summary>
    public string Reviewer { get; private set; } = "";

    /// <summary>Another one with both roles.</summary>
    public string Both { get; private set; } = "";

    public static async Task<PublishingWorld> Start(
        (string Setting, string Folder) store, Dictionary<string, string>? tables = null, bool withKeys = true, string policy = Policy)
    {
        var (clock, policies) = (new MovedClock(), new PolicyFolderFiles());
        policies.WriteText(policy);
        var data = Directory.CreateTempSubdirectory("policy-registry-").FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "企业.csv"),
            "统一社会信用代码,名称,研发投入\nA1,甲,1000\nA2,乙,2000\nA3,丙,3000\nA4,丁,0\n");
        foreach (var (name, text) in tables ?? [])
            await File.WriteAllTextAsync(Path.Combine(data, name), text);
        var server = await TestServer.Start(settings => settings with
        {
            Store = store.Setting, Registry = data, Policies = [new([policies.Path], null)], MostRequests = 100_000,
        }, clock);
        var world = new PublishingWorld(server, clock, policies, data);
        if (withKeys)
        {
            world.Officer = await world.Key(Roles.Officer);
            world.Reviewer = await world.Key(Roles.Reviewer);
            world.Both = await world.Key(Roles.Officer | Roles.Reviewer);
        }
        return world;
    }

    /// <summary>Another service on a store and a data folder that know the same people.</summary>
    public async Task<PublishingWorld> Again((string Setting, string Folder) store)
    {
        var (policies, data) = (new PolicyFolderFiles(), Directory.CreateTempSubdirectory("policy-registry-").FullName);
        policies.WriteText(Policy);
        var server = await TestServer.Start(settings => settings with
        {
            Store = store.Setting, DataFolder = store.Folder, Registry = data, Policies = [new([policies.Path], null)],
        }, _clock);
        return new(server, _clock, policies, data) { Officer = Officer, Reviewer = Reviewer, Both = Both };
    }

    public async Task<string> Key(Roles roles, string subject = "")
    {
        var until = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).AddDays(30);
        var key = await Server.Services.GetRequiredService<ApiKeyStore>().Add(new("接口", roles, subject, until), "测试", default);
        _clock.Move(AccessState.Age);
        return key;
    }

    public async Task<HttpResponseMessage> Send(string method, string path, string? key, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative)) { Content = content };
        if (key is { Length: > 0 })
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await Server.Client.SendAsync(request);
    }

    public async Task<JsonNode> Get(string path, string? key = null) => await Ok(await Send("GET", path, key ?? Officer));

    public async Task<string> Text(string path, string? key = null) =>
        await (await Send("GET", path, key ?? Officer)).Content.ReadAsStringAsync();

    public async Task<JsonNode> Post(string path, string? key = null) => await Ok(await Send("POST", path, key ?? Officer));

    public static async Task<JsonNode> Ok(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text) ?? throw new InvalidOperationException();
    }

    public static async Task<JsonNode> Refused(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{response.StatusCode} {text}");
        var problem = JsonNode.Parse(text) ?? throw new InvalidOperationException();
        Assert.Equal(code, (string?)problem["code"]);
        return problem;
    }

    /// <summary>Waits until the import that a service begins with is over.</summary>
    public async Task<JsonNode> Imported()
    {
        for (var i = 0; i < 600; i++)
        {
            if ((await Get("/api/v1/imports"))["任务"]?.AsArray() is [.., { } job])
                return await Ended($"/api/v1/imports/{job["编号"]}");
            await Task.Delay(50);
        }
        throw new TimeoutException();
    }

    public async Task<JsonNode> Import() => await Ended($"/api/v1/imports/{(await Post("/api/v1/imports"))["编号"]}");

    /// <summary>A run that is done; its number.</summary>
    public async Task<string> Run(string parameters = "")
    {
        var id = (string?)(await Post($"/api/v1/runs{parameters}"))["编号"] ?? "";
        var job = await Ended($"/api/v1/runs/{id}");
        Assert.True((string?)job["状态"] == "完成", job.ToJsonString());
        return id;
    }

    public async Task<JsonNode> Ended(string path)
    {
        for (var i = 0; i < 1200; i++)
        {
            var job = await Get(path);
            if ((string?)job["状态"] is not ("等候" or "进行中"))
                return job;
            await Task.Delay(30);
        }
        throw new TimeoutException();
    }

    public Task<HttpResponseMessage> Decide(string run, string subject, string? amount, string? key = null, string clause = "2") =>
        Send("POST", "/api/v1/decisions", key ?? Officer, Json(new JsonObject
        {
            ["测算"] = run,
            ["核定"] = new JsonArray(Decision(subject, amount, clause)),
        }));

    public static JsonObject Decision(string subject, string? amount, string clause = "2")
    {
        var decision = new JsonObject { ["主键"] = subject, ["文号"] = Number, ["条款"] = clause };
        if (amount is null)
            decision["撤回"] = true;
        else
            decision["金额"] = amount;
        return decision;
    }

    public static StringContent Json(JsonNode node) => new(node.ToJsonString(), Encoding.UTF8, "application/json");

    /// <summary>Approves the policies of a run.</summary>
    public async Task Approve(string run, string? key = null) =>
        await Post($"/api/v1/sets/{(await Get($"/api/v1/runs/{run}"))["政策版本"]}/approve", key ?? Reviewer);

    /// <summary>Proposes; the number of the publication.</summary>
    public async Task<string> Propose(string run, string? key = null) =>
        (string?)(await Post($"/api/v1/runs/{run}/publication", key))["编号"] ?? "";

    public Task<HttpResponseMessage> Confirm(string publication, string? key = null) =>
        Send("POST", $"/api/v1/publications/{publication}/confirm", key ?? Reviewer);

    public async Task<List<(string Key, string Clause, int Year, string Amount)>> Ledger(string query = "", string? key = null) =>
        [.. ((await Get($"/api/v1/ledger{query}", key))["记录"]?.AsArray() ?? []).Select(static entry =>
            ((string?)entry?["主键"] ?? "", (string?)entry?["条款"] ?? "", (int?)entry?["年度"] ?? 0, (string?)entry?["金额"] ?? ""))];

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _policies.Dispose();
        Directory.Delete(Data, recursive: true);
    }
}
