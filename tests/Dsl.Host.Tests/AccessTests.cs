// Who may do what over HTTP: keys, sessions, roles, subjects, foreign pages, limits, and the service that is open while nobody is there.
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Host.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class AccessTests(StoreFixture fixture)
{
    private const string Password = "Sesam-Oeffne-7";

    private readonly MovedClock _clock = new();

    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    private DateOnly Today => DateOnly.FromDateTime(_clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    public async Task 每个地址都写明谁能用()
    {
        await using var server = await Start("sqlite");
        var endpoints = server.Services.GetServices<EndpointDataSource>().SelectMany(static source => source.Endpoints)
            .OfType<RouteEndpoint>().ToList();
        Assert.InRange(endpoints.Count, 10, 1000);
        Assert.Empty(endpoints.Where(static endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
            && endpoint.Metadata.GetMetadata<RequiredRoles>() is null).Select(static endpoint => endpoint.RoutePattern.RawText));
    }

    /// <summary>What is about all enterprises is not for one of them: a new address that is has to be named here.</summary>
    [Fact]
    public async Task 企业能用的地址只有这些()
    {
        await using var server = await Start("sqlite");
        var key = await Key(server, Roles.Enterprise, "A1");
        var endpoints = server.Services.GetServices<EndpointDataSource>().SelectMany(static source => source.Endpoints)
            .OfType<RouteEndpoint>().Where(static endpoint => endpoint.Metadata.GetMetadata<RequiredRoles>() is not null).ToList();
        var open = endpoints
            .Where(static endpoint => endpoint.Metadata.GetMetadata<RequiredRoles>()?.Roles.HasFlag(Roles.Enterprise) == true)
            .ToList();
        Assert.Equal(["/api/v1/clauses", "/api/v1/evaluate", "/api/v1/ledger", "/api/v1/password/change", "/api/v1/policies",
            "/api/v1/questions", "/api/v1/schema", "/api/v1/sign-out", "/api/v1/subjects"],
            open.Select(static endpoint => endpoint.RoutePattern.RawText).Order(StringComparer.Ordinal));
        foreach (var endpoint in endpoints.Except(open))
        {
            var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
            await Refused(await Send(server, method, endpoint.RoutePattern.RawText ?? "", key), 403, "DSL6111");
        }
    }

    [Fact]
    public async Task 没有密钥的什么也看不到只有写明谁都能用的除外()
    {
        await using var server = await Start("sqlite");
        await Key(server, Roles.Officer);
        foreach (var endpoint in server.Services.GetServices<EndpointDataSource>().SelectMany(static source => source.Endpoints)
            .OfType<RouteEndpoint>().Where(static endpoint => endpoint.Metadata.GetMetadata<RequiredRoles>() is not null))
        {
            var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
            await Refused(await Send(server, method, endpoint.RoutePattern.RawText ?? "", null), 401, "DSL6110");
        }
        var ready = await Json(await Send(server, "GET", "/health/ready", null));
        Assert.Equal((true, false, null), ((bool?)ready["ready"], (bool?)ready["open"], ready["policies"]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 密钥能用到吊销或到期为止_审计写明是哪一个(string kind)
    {
        await using var server = await Start(kind);
        var key = await Key(server, Roles.Officer);
        await Answered(await Evaluate(server, key));
        var keys = server.Services.GetRequiredService<ApiKeyStore>();
        var row = Assert.Single(await keys.All(default));
        Assert.NotEqual("", row.LastUsedOn);
        Assert.Equal(($"密钥 {row.Id}", "测算"), await LastAct(server));
        foreach (var wrong in (string[])["", "x", key + "x", key[..^1], "policy_0_x", $"policy_{row.Id}_", key.ToUpperInvariant(),
            $"policy_{row.Id}' OR '1'='1_x", "policy_" + new string('a', 5000)])
            await Refused(await Evaluate(server, wrong), 401, "DSL6110");
        await keys.Revoke(row.Id, "测试", default);
        _clock.Move(AccessState.Age);
        await Refused(await Evaluate(server, key), 401, "DSL6110");
        var other = await Key(server, Roles.Officer);
        await Answered(await Evaluate(server, other));
        _clock.Move(TimeSpan.FromDays(31));
        await Refused(await Evaluate(server, other), 401, "DSL6110");
    }

    [Theory]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.SecurityAdmin)]
    [InlineData(Roles.SystemAdmin)]
    public async Task 没有这个角色的不能测算(Roles role)
    {
        await using var server = await Start("sqlite");
        var key = await Key(server, role);
        await Refused(await Evaluate(server, key), 403, "DSL6111");
        await Answered(await Send(server, "GET", "/api/v1/policies", key));
    }

    [Fact]
    public async Task 企业只能看自己别家的像没有一样()
    {
        await using var server = await Start("sqlite");
        var key = await Key(server, Roles.Enterprise, "A1");
        await Answered(await Evaluate(server, key));
        foreach (var other in (string[])["A2", "A1x", "", "A1' OR '1'='1", "%"])
        {
            var facts = PolicyFolderFiles.Facts("1000").Replace("A1", other, StringComparison.Ordinal);
            using var response = await Send(server, "POST", "/api/v1/evaluate", key, facts);
            Assert.Contains((int)response.StatusCode, (int[])[404, 422]);
        }
        await Refused(await Send(server, "POST", "/api/v1/evaluate", key,
            PolicyFolderFiles.Facts("1").Replace("A1", "A2", StringComparison.Ordinal)), 404, "DSL6118");
        await Refused(await Send(server, "POST", "/api/v1/evaluate/many", key, "{}", "application/x-ndjson"), 403, "DSL6111");
        var acts = await AuditReader.Last(server.Services.GetRequiredService<IControlStore>(), AuditFilter.None, 100, default);
        Assert.All(acts.Where(static record => record.Entry.Act == "测算"), static record => Assert.Equal("A1", record.Entry.Subject));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 登录以后用cookie_改动要带上头_退出以后不能用(string kind)
    {
        await using var server = await Start(kind);
        await Account(server, "张三", Roles.Officer);
        await Refused(await SignIn(server, "张三", "falsch"), 401, "DSL6112");
        await Refused(await SignIn(server, "李四", Password), 401, "DSL6112");
        var answer = await SignIn(server, "张三", Password);
        await Answered(answer);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Equal("张三", (string?)(await Json(await Send(server, "GET", "/api/v1/me", null)))["name"]);
        await Refused(await Send(server, "POST", "/api/v1/evaluate", null, PolicyFolderFiles.Facts("1")), 403, "DSL6115");
        await Answered(await FromPage(server, []));
        Assert.Equal(("张三", "测算"), await LastAct(server));
        await Refused(await FromPage(server, [("Origin", "http://evil.example")]), 403, "DSL6115");
        await Refused(await FromPage(server, [("Sec-Fetch-Site", "cross-site")]), 403, "DSL6115");
        await Answered(await FromPage(server, [("Sec-Fetch-Site", "same-origin"),
            ("Origin", server.Client.BaseAddress?.GetLeftPart(UriPartial.Authority) ?? "")]));
        var kept = cookie.Split(';')[0];
        Assert.Equal(HttpStatusCode.NoContent, (await FromPage(server, [], "/api/v1/sign-out")).StatusCode);
        using var thief = server.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/policies", UriKind.Relative));
        request.Headers.Add("Cookie", kept);
        await Refused(await thief.SendAsync(request), 401, "DSL6110");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 三十分钟不用或者满八小时登录就结束(string kind)
    {
        await using var server = await Start(kind);
        await Account(server, "张三", Roles.Officer);
        await Answered(await SignIn(server, "张三", Password));
        for (var minutes = 0; minutes < 8 * 60 - 25; minutes += 25)
        {
            await Answered(await Send(server, "GET", "/api/v1/policies", null));
            _clock.Move(TimeSpan.FromMinutes(25));
        }
        _clock.Move(TimeSpan.FromMinutes(25));
        await Refused(await Send(server, "GET", "/api/v1/policies", null), 401, "DSL6110");
        await Answered(await SignIn(server, "张三", Password));
        _clock.Move(TimeSpan.FromMinutes(31));
        await Refused(await Send(server, "GET", "/api/v1/policies", null), 401, "DSL6110");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 停用的账号的cookie马上不能用(string kind)
    {
        await using var server = await Start(kind);
        await Account(server, "张三", Roles.Officer);
        await Answered(await SignIn(server, "张三", Password));
        await Answered(await Send(server, "GET", "/api/v1/policies", null));
        await server.Services.GetRequiredService<AccountStore>().Disable("张三", "测试", default);
        _clock.Move(AccessState.Age);
        await Refused(await Send(server, "GET", "/api/v1/policies", null), 401, "DSL6110");
        await Refused(await SignIn(server, "张三", Password), 401, "DSL6112");
    }

    [Fact]
    public async Task 一次性口令通过接口设置密码()
    {
        await using var server = await Start("sqlite");
        var invitation = await server.Services.GetRequiredService<AccountStore>().Add("张三", Roles.Auditor, "", "测试", default);
        await Refused(await Set("x", Password), 403, "DSL6114");
        await Refused(await Set(invitation, "kurz"), 422, "DSL6113");
        Assert.Equal(HttpStatusCode.NoContent, (await Set(invitation, Password)).StatusCode);
        await Refused(await Set(invitation, Password), 403, "DSL6114");
        await Answered(await SignIn(server, "张三", Password));
        await Refused(await Send(server, "POST", "/api/v1/sign-in", null, "{}", header: true), 400, "DSL6104");
        await Refused(await Send(server, "POST", "/api/v1/sign-in", null, "[", "application/json", true), 400, "DSL6104");
        await Refused(await Send(server, "POST", "/api/v1/sign-in", null, "name=x", "application/x-www-form-urlencoded", true), 400,
            "DSL6104");

        Task<HttpResponseMessage> Set(string secret, string password) =>
            Send(server, "POST", "/api/v1/password", null, new JsonObject
            {
                ["name"] = "张三", ["invitation"] = secret, ["password"] = password,
            }.ToJsonString(), header: true);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 还没有人时本机能用_建了第一个就要登录(string kind)
    {
        await using var server = await Start(kind);
        Assert.True((bool?)(await Json(await Send(server, "GET", "/health/ready", null)))["open"]);
        await Answered(await Send(server, "POST", "/api/v1/evaluate", null, PolicyFolderFiles.Facts("1")));
        Assert.Equal(("匿名", "测算"), await LastAct(server));
        await Refused(await Evaluate(server, "policy_1_2"), 401, "DSL6110");
        await Refused(await Open("evil.example", null), 401, "DSL6110");
        await Refused(await Open("127.0.0.1", "http://evil.example"), 403, "DSL6115");
        await Key(server, Roles.Officer);
        await Refused(await Send(server, "POST", "/api/v1/evaluate", null, PolicyFolderFiles.Facts("1")), 401, "DSL6110");
        Assert.False((bool?)(await Json(await Send(server, "GET", "/health/ready", null)))["open"]);

        async Task<HttpResponseMessage> Open(string host, string? origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/evaluate", UriKind.Relative))
                { Content = new StringContent(PolicyFolderFiles.Facts("1"), Encoding.UTF8, "application/json") };
            request.Headers.Host = host;
            if (origin is not null)
                request.Headers.Add("Origin", origin);
            return await server.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task 没有人时不对外监听()
    {
        var refused = await Assert.ThrowsAsync<HostException>(() =>
            Start("sqlite", static settings => settings with { Urls = ["http://127.0.0.1:0", "http://0.0.0.0:0"] }));
        Assert.Equal("DSL6046", refused.Problem.Rule.Code);
    }

    [Fact]
    public async Task 登录在重新启动以后还有效()
    {
        var (setting, folder) = fixture.New("sqlite");
        string cookie;
        await using (var first = await Start((setting, folder)))
        {
            await Account(first, "张三", Roles.Officer);
            cookie = (await SignIn(first, "张三", Password)).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        }
        await using var second = await Start((setting, folder));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/v1/policies", UriKind.Relative));
        request.Headers.Add("Cookie", cookie);
        await Answered(await second.Client.SendAsync(request));
    }

    [Fact]
    public async Task 请求太多时说明等多久_登录另算()
    {
        await using var server = await Start("sqlite",
            static settings => settings with { MostRequests = 5, MostAnonymousRequests = 9, MostSignIns = 3 });
        var (first, second) = (await Key(server, Roles.Officer), await Key(server, Roles.Officer));
        for (var i = 0; i < 5; i++)
            await Answered(await Send(server, "GET", "/api/v1/policies", first));
        await TooMany(await Send(server, "GET", "/api/v1/policies", first));
        await Answered(await Send(server, "GET", "/api/v1/policies", second));
        for (var i = 0; i < 3; i++)
            await Refused(await SignIn(server, "李四", "falsch"), 401, "DSL6112");
        await TooMany(await SignIn(server, "李四", "falsch"));
        // The attempt above that was too many counts here, too.
        for (var i = 0; i < 3; i++)
            await Refused(await Send(server, "GET", "/api/v1/policies", "falsch"), 401, "DSL6110");
        for (var i = 0; i < 9; i++)
            (await Send(server, "GET", "/api/v1/policies", "falsch")).Dispose();
        await TooMany(await Send(server, "GET", "/api/v1/policies", null));
        await Answered(await Send(server, "GET", "/health/live", null));

        static async Task TooMany(HttpResponseMessage response)
        {
            await Refused(response, 429, "DSL6116");
            Assert.InRange(int.Parse(response.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);
        }
    }

    [Fact]
    public async Task 太慢的请求到时停止()
    {
        await using var server = await Start("sqlite", static settings => settings with { LongestRequest = TimeSpan.FromSeconds(1) });
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync("127.0.0.1", server.Client.BaseAddress?.Port ?? 0);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /api/v1/evaluate HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"));
        using var reader = new StreamReader(stream);
        Assert.Contains("504", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
        var answer = new StringBuilder();
        while (!answer.ToString().Contains("DSL6117", StringComparison.Ordinal))
            answer.AppendLine(await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) ?? throw new EndOfStreamException());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 控制库读不出账号时不放行_进程仍算活着(string kind)
    {
        await using var server = await Start(kind);
        var key = await Key(server, Roles.Officer);
        await Answered(await Evaluate(server, key));
        var store = server.Services.GetRequiredService<IControlStore>();
        await store.Write(static session => session.Execute("ALTER TABLE api_key RENAME TO away"), default);
        _clock.Move(AccessState.Age);
        await Refused(await Evaluate(server, key), 503, "DSL6010");
        await Answered(await Send(server, "GET", "/health/live", null));
        await Answered(await Send(server, "GET", "/health/ready", null));
        await store.Write(static session => session.Execute("ALTER TABLE away RENAME TO api_key"), default);
        await Answered(await Evaluate(server, key));
    }

    private Task<TestServer> Start(string kind, Func<HostSettings, HostSettings>? change = null) => Start(fixture.New(kind), change);

    private Task<TestServer> Start((string Setting, string Folder) store, Func<HostSettings, HostSettings>? change = null) =>
        TestServer.Start(settings =>
        {
            var there = settings with { Store = store.Setting, DataFolder = store.Folder };
            return change?.Invoke(there) ?? there;
        }, _clock);

    private async Task<string> Key(TestServer server, Roles roles, string subject = "")
    {
        var key = await server.Services.GetRequiredService<ApiKeyStore>()
            .Add(new("接口", roles, subject, Today.AddDays(30)), "测试", default);
        _clock.Move(AccessState.Age);
        return key;
    }

    private async Task Account(TestServer server, string name, Roles roles)
    {
        var accounts = server.Services.GetRequiredService<AccountStore>();
        await accounts.SetPassword(name, await accounts.Add(name, roles, "", "测试", default), Password, default);
        _clock.Move(AccessState.Age);
    }

    private static Task<HttpResponseMessage> SignIn(TestServer server, string name, string password) =>
        Send(server, "POST", "/api/v1/sign-in", null,
            new JsonObject { ["name"] = name, ["password"] = password }.ToJsonString(), header: true);

    private static Task<HttpResponseMessage> Evaluate(TestServer server, string key) =>
        Send(server, "POST", "/api/v1/evaluate", key, PolicyFolderFiles.Facts("1000"));

    private static async Task<HttpResponseMessage> FromPage(TestServer server, (string Name, string Value)[] headers,
        string path = "/api/v1/evaluate")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
            { Content = new StringContent(PolicyFolderFiles.Facts("1"), Encoding.UTF8, "application/json") };
        request.Headers.Add(CrossSiteMiddleware.Header, "1");
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await server.Client.SendAsync(request);
    }

    private static async Task<HttpResponseMessage> Send(TestServer server, string method, string path, string? key, string? body = null,
        string type = "application/json", bool header = false)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, type);
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        if (header)
            request.Headers.Add(CrossSiteMiddleware.Header, "1");
        return await server.Client.SendAsync(request);
    }

    private static async Task<(string Actor, string Act)> LastAct(TestServer server)
    {
        var record = (await AuditReader.Last(server.Services.GetRequiredService<IControlStore>(), AuditFilter.None, 1, default))[0];
        return (record.Entry.Actor, record.Entry.Act);
    }

    private static async Task<JsonNode> Json(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync()) ?? throw new InvalidOperationException();

    private static async Task Answered(HttpResponseMessage response) =>
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode} {await response.Content.ReadAsStringAsync()}");

    private static async Task Refused(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{response.StatusCode} {text}");
        Assert.Equal(code, (string?)JsonNode.Parse(text)?["code"]);
    }
}
