// Accounts, keys, the audit, metrics: what those who manage and those who audit do over HTTP, and that no fact gets into numbers or logs.
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class ManagementTests(StoreFixture fixture)
{
    private const string Password = "Sesam-Oeffne-7", Other = "Neues-Wort-8899";

    private readonly MovedClock _clock = new();

    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 安全管理建账号和密钥_审计看得到(string kind)
    {
        await using var server = await Start(kind);
        var (admin, auditor) = (await Key(server, Roles.SecurityAdmin), await Key(server, Roles.Auditor));
        var made = await Json(server, "POST", "/api/v1/accounts", admin, """{"name":"李四","roles":["经办"]}""");
        Assert.Equal(("李四", $"/sign-in/password#name=%E6%9D%8E%E5%9B%9B&invitation={made["invitation"]}"),
            ((string?)made["name"], (string?)made["link"]));
        await Status(204, server, "POST", "/api/v1/password", null, new JsonObject
        {
            ["name"] = "李四", ["invitation"] = (string?)made["invitation"], ["password"] = Password,
        }.ToJsonString());
        var line = (await Json(server, "GET", "/api/v1/accounts", admin))["accounts"]?[0];
        Assert.Equal(("李四", true, "在用"), ((string?)line?["name"], (bool?)line?["hasPassword"], (string?)line?["state"]));
        Assert.DoesNotContain((string?)made["invitation"] ?? "-", line?.ToJsonString() ?? "", StringComparison.Ordinal);
        await Status(204, server, "POST", "/api/v1/accounts/李四/disable", admin);
        await Status(200, server, "POST", "/api/v1/accounts/李四/reset", admin);
        await Status(404, server, "POST", "/api/v1/accounts/王五/reset", admin);
        var expires = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var key = (string?)(await Json(server, "POST", "/api/v1/keys", admin,
            $$"""{"name":"系统","roles":["经办"],"expires":"{{expires}}"}""".Replace("系统", "接口2", StringComparison.Ordinal)))["key"];
        await Status(200, server, "GET", "/api/v1/policies", key);
        var keys = (await Json(server, "GET", "/api/v1/keys", admin))["keys"]?.AsArray() ?? [];
        Assert.Equal(3, keys.Count);
        Assert.DoesNotContain(key ?? "-", keys.ToJsonString(), StringComparison.Ordinal);
        var id = (string?)keys.Single(static entry => (string?)entry?["name"] == "接口2")?["id"];
        await Status(204, server, "POST", $"/api/v1/keys/{id}/revoke", admin);
        _clock.Move(AccessState.Age);
        await Status(401, server, "GET", "/api/v1/policies", key);
        var acts = (await Json(server, "GET", "/api/v1/audit?count=1000", auditor))["记录"]?.AsArray()
            .Select(static record => (string?)record?["做了什么"]).ToHashSet() ?? [];
        Assert.Superset(new HashSet<string?> { "建账号", "设置密码", "停用账号", "重发口令", "建密钥", "吊销密钥" }, acts);
    }

    [Theory]
    [InlineData("/api/v1/accounts", """{"name":"李四","roles":["厅长"]}""", 422)]
    [InlineData("/api/v1/accounts", """{"name":"李四","roles":[]}""", 422)]
    [InlineData("/api/v1/accounts", """{"name":"李四","roles":["系统管理","审计"]}""", 422)]
    [InlineData("/api/v1/accounts", """{"name":"系统","roles":["经办"]}""", 422)]
    [InlineData("/api/v1/accounts", """{"name":"李四","roles":["企业"]}""", 422)]
    [InlineData("/api/v1/accounts", """{"roles":["经办"]}""", 400)]
    [InlineData("/api/v1/accounts", """{"name":"李四","roles":"经办"}""", 400)]
    [InlineData("/api/v1/keys", """{"name":"接口2","roles":["经办"],"expires":"明年"}""", 422)]
    [InlineData("/api/v1/keys", """{"name":"接口2","roles":["经办"],"expires":"1999-01-01"}""", 422)]
    [InlineData("/api/v1/keys", """{"name":"接口2","roles":["经办"]}""", 400)]
    public async Task 写错的不建(string path, string body, int status)
    {
        await using var server = await Start("sqlite");
        await Status(status, server, "POST", path, await Key(server, Roles.SecurityAdmin), body);
    }

    [Fact]
    public async Task 没有账号的服务不从接口建账号()
    {
        await using var server = await Start("sqlite");
        await Status(409, server, "POST", "/api/v1/accounts", null, """{"name":"李四","roles":["安全管理"]}""");
        await Status(409, server, "POST", "/api/v1/keys", null, """{"name":"接口","roles":["经办"],"expires":"2030-01-01"}""");
        await Status(401, server, "POST", "/api/v1/password/change", null, $$"""{"old":"","new":"{{Other}}"}""");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 改自己的密码以后要重新登录(string kind)
    {
        await using var server = await Start(kind);
        var accounts = server.Services.GetRequiredService<AccountStore>();
        await accounts.SetPassword("张三", await accounts.Add("张三", Roles.Officer, "", "测试", default), Password, default);
        _clock.Move(AccessState.Age);
        await Status(200, server, "POST", "/api/v1/sign-in", null, SignIn(Password));
        await Status(401, server, "POST", "/api/v1/password/change", null, Change("falsch-Falsch-1", Other));
        await Status(422, server, "POST", "/api/v1/password/change", null, Change(Password, "kurz"));
        await Status(200, server, "GET", "/api/v1/policies", null);
        await Status(204, server, "POST", "/api/v1/password/change", null, Change(Password, Other));
        await Status(401, server, "GET", "/api/v1/policies", null);
        await Status(401, server, "POST", "/api/v1/sign-in", null, SignIn(Password));
        await Status(200, server, "POST", "/api/v1/sign-in", null, SignIn(Other));

        static string SignIn(string password) => new JsonObject { ["name"] = "张三", ["password"] = password }.ToJsonString();
        static string Change(string old, string @new) => new JsonObject { ["old"] = old, ["new"] = @new }.ToJsonString();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 审计分页筛选_身份证号打星号_看完整的写明原因(string kind)
    {
        await using var server = await Start(kind);
        var (auditor, officer) = (await Key(server, Roles.Auditor), await Key(server, Roles.Officer));
        const string card = "11010519491231002X";
        for (var i = 0; i < 5; i++)
            await Status(200, server, "POST", "/api/v1/evaluate", officer, PolicyFolderFiles.Facts("1"));
        await Status(200, server, "POST", "/api/v1/evaluate", officer,
            PolicyFolderFiles.Facts("1").Replace("A1", card, StringComparison.Ordinal));
        var first = await Json(server, "GET", "/api/v1/audit?act=测算&count=4", auditor);
        Assert.Equal(4, first["记录"]?.AsArray().Count);
        Assert.Equal("110105********002X", (string?)first["记录"]?[0]?["主体"]);
        var next = await Json(server, "GET", $"/api/v1/audit?act=测算&count=4&before={first["下一页"]}", auditor);
        Assert.Equal((2, null), (next["记录"]?.AsArray().Count, next["下一页"]));
        var full = await Json(server, "GET", $"/api/v1/audit?act=测算&subject={card}&reason=核对申诉", auditor);
        Assert.Equal(card, (string?)Assert.Single(full["记录"]?.AsArray() ?? [])?["主体"]);
        var noted = await Json(server, "GET", "/api/v1/audit?act=查看审计记录&count=2", auditor);
        Assert.Contains("核对申诉", (string?)noted["记录"]?[0]?["说明"] + (string?)noted["记录"]?[1]?["说明"], StringComparison.Ordinal);
        Assert.Empty((await Json(server, "GET", "/api/v1/audit?to=2000-01-01", auditor))["记录"]?.AsArray() ?? []);
        Assert.NotEmpty((await Json(server, "GET", "/api/v1/audit?from=2000-01-01", auditor))["记录"]?.AsArray() ?? []);
        Assert.Empty((await Json(server, "GET", "/api/v1/audit?actor=' OR '1'='1", auditor))["记录"]?.AsArray() ?? []);
        foreach (var wrong in (string[])["count=0", "count=1001", "before=x", "from=昨天", "reason=x", "reason=" + new string('a', 201),
            "before=99999999999999999999"])
            await Status(400, server, "GET", "/api/v1/audit?" + wrong, auditor);
        var verified = await Json(server, "GET", "/api/v1/audit/verification", auditor);
        Assert.True((bool?)verified["完好"]);
        Assert.True((bool?)(await Json(server, "GET", $"/api/v1/audit/verification?head={verified["末条的校验值"]}", auditor))["完好"]);
        Assert.False((bool?)(await Json(server, "GET", "/api/v1/audit/verification?head=ab", auditor))["完好"]);
    }

    [Fact]
    public async Task 指标里没有事实主体和人名_没有角色的看不到()
    {
        await using var server = await Start("sqlite");
        var (admin, officer) = (await Key(server, Roles.SystemAdmin), await Key(server, Roles.Officer));
        const string canary = "CANARY7391";
        await Status(200, server, "POST", "/api/v1/evaluate?date=2024-03-03", officer,
            PolicyFolderFiles.Facts("7391.25").Replace("A1", canary, StringComparison.Ordinal));
        await Status(404, server, "GET", $"/api/v1/runs/{canary}", officer);
        await Status(404, server, "GET", $"/{canary}?x={canary}", null);
        await Status(403, server, "GET", "/metrics", officer);
        await Status(401, server, "GET", "/metrics", null);
        using var response = await Send(server, "GET", "/metrics", admin, null);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("policy_evaluations", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds", text, StringComparison.Ordinal);
        Assert.DoesNotContain("7391", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("11010519491231002X", "110105********002X")]
    [InlineData("身份证 11010519491231002x，电话13812345678。", "身份证 110105********002x，电话138****5678。")]
    [InlineData("110105194912310021", "110105********0021")]
    [InlineData("110105194913310021", "110105194913310021")]
    [InlineData("91500103MA5U12345X", "91500103MA5U12345X")]
    [InlineData("915001031949123100", "915001031949123100")]
    [InlineData("13812345678901", "13812345678901")]
    [InlineData("金额 12345678901 元", "金额 12345678901 元")]
    public void 打星号(string text, string shown) => Assert.Equal(shown, Masking.Hiding.Text(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("张", "*")]
    [InlineData("张三", "张*")]
    [InlineData("欧阳明日", "欧***")]
    [InlineData("𠮷田", "𠮷*")]
    public void 姓名(string name, string shown) => Assert.Equal(shown, Masking.Hiding.NameOfPerson(name));

    private Task<TestServer> Start(string kind)
    {
        var (setting, folder) = fixture.New(kind);
        return TestServer.Start(settings => settings with { Store = setting, DataFolder = folder }, _clock);
    }

    private async Task<string> Key(TestServer server, Roles roles)
    {
        var key = await server.Services.GetRequiredService<ApiKeyStore>().Add(new("接口", roles, "",
            DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).AddDays(30)), "测试", default);
        _clock.Move(AccessState.Age);
        return key;
    }

    private static async Task<HttpResponseMessage> Send(TestServer server, string method, string path, string? key, string? body)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        request.Headers.Add(CrossSiteMiddleware.Header, "1");
        return await server.Client.SendAsync(request);
    }

    private static async Task<JsonNode> Json(TestServer server, string method, string path, string? key, string? body = null)
    {
        using var response = await Send(server, method, path, key, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {text}");
        return JsonNode.Parse(text) ?? throw new InvalidOperationException();
    }

    private static async Task Status(int status, TestServer server, string method, string path, string? key, string? body = null)
    {
        using var response = await Send(server, method, path, key, body);
        Assert.True(status == (int)response.StatusCode, $"{path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }
}
