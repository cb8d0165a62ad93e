// A clock that is set to another hour or year while the service runs: nothing is lost, nobody is locked out for ever, no session outlasts
// its time, the latest stays the latest.
using System.Net;
using System.Text.Json.Nodes;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class ClockTests(StoreFixture fixture)
{
    private const string Password = "Sesam-Oeffne-7";

    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private readonly MovedClock _clock = new();

    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 钟走快一年时锁住的_拨回来不再锁着(string kind)
    {
        await using var store = await fixture.Open(kind);
        var (accounts, signIn) = (new AccountStore(store, _clock), new SignIn(store, _clock));
        await accounts.SetPassword("张三", await accounts.Add("张三", Roles.Officer, "", "测试", default), Password, default);
        _clock.Set(Year);
        for (var i = 0; i < SignIn.MostFailures; i++)
            await Refused("DSL6112", () => signIn.Enter("张三", "不对", "", "", default));
        await Refused("DSL6112", () => signIn.Enter("张三", Password, "", "", default));
        var invitation = await accounts.Add("李四", Roles.Officer, "", "测试", default);
        _clock.Set(-Year);
        Assert.Equal("张三", (await signIn.Enter("张三", Password, "", "", default)).Name);
        // A secret that is good for a day is not good for a year.
        await Refused("DSL6114", () => accounts.SetPassword("李四", invitation, Password, default));
        await accounts.SetPassword("李四", await accounts.Invite("李四", "测试", default), Password, default);
        Assert.Null((await AuditReader.Verify(store, null, default)).Problem);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 钟走快一年时用过的动态口令_拨回来不挡后面的(string kind)
    {
        await using var store = await fixture.Open(kind);
        var (accounts, codes, signIn) = (new AccountStore(store, _clock), new TimeCodeStore(store, _clock), new SignIn(store, _clock));
        await accounts.SetPassword("张三", await accounts.Add("张三", Roles.Reviewer, "", "测试", default), Password, default);
        _clock.Set(Year);
        var secret = await codes.Offer("张三", default);
        await codes.Confirm("张三", TimeCode.Of(secret, _clock.GetUtcNow()), default);
        _clock.Set(-Year);
        var code = TimeCode.Of(secret, _clock.GetUtcNow());
        Assert.Equal("张三", (await signIn.Enter("张三", Password, code, "", default)).Name);
        await Refused("DSL6112", () => signIn.Enter("张三", Password, code, "", default));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 登录不因拨钟而更长(string kind)
    {
        var (setting, folder) = fixture.New(kind);
        await using var server = await TestServer.Start(settings => settings with { Store = setting, DataFolder = folder }, _clock);
        var accounts = server.Services.GetRequiredService<AccountStore>();
        await accounts.SetPassword("张三", await accounts.Add("张三", Roles.Officer, "", "测试", default), Password, default);
        _clock.Move(AccessState.Age);
        server.Client.DefaultRequestHeaders.Add(CrossSiteMiddleware.Header, "1");
        foreach (var by in (TimeSpan[])[Year, TimeSpan.FromHours(3)])
        {
            _clock.Set(by);
            await SignIn();
            Assert.Equal(HttpStatusCode.OK, await Me());
            _clock.Set(-by);
            Assert.Equal(HttpStatusCode.Unauthorized, await Me());
            await SignIn();
            _clock.Set(by);
            Assert.Equal(HttpStatusCode.Unauthorized, await Me());
            _clock.Set(-by);
        }

        async Task SignIn()
        {
            var body = new JsonObject { ["name"] = "张三", ["password"] = Password };
            using var answer = await server.Client.PostAsync(new Uri("/api/v1/sign-in", UriKind.Relative), PublishingWorld.Json(body));
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }

        async Task<HttpStatusCode> Me() =>
            (await server.Client.GetAsync(new Uri("/api/v1/policies", UriKind.Relative))).StatusCode;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 来回拨钟_任务照做_最近导入的仍是最近的_台账和审计完好(string kind)
    {
        await using var world = await PublishingWorld.Start(fixture.New(kind));
        await world.Imported();
        // Keys of 30 days do not serve in a year, and serve again when it is today.
        world.Clock.Set(Year);
        await PublishingWorld.Refused(await world.Send("GET", "/api/v1/runs", world.Officer), 401, "DSL6110");
        world.Clock.Set(-Year);
        world.Clock.Set(TimeSpan.FromDays(20));
        await File.AppendAllTextAsync(Path.Combine(world.Data, "企业.csv"), "A5,戊,5000\n");
        await world.Import();
        world.Clock.Set(TimeSpan.FromDays(-20));
        await File.AppendAllTextAsync(Path.Combine(world.Data, "企业.csv"), "A6,己,6000\n");
        await world.Import();
        var steps = (TimeSpan[])[TimeSpan.FromHours(5), TimeSpan.FromHours(-9), TimeSpan.FromDays(-360), TimeSpan.FromDays(364)];
        for (var i = 0; i < steps.Length; i++)
        {
            var run = (string?)(await world.Post($"/api/v1/runs?year={2024 + i}"))["编号"] ?? "";
            world.Clock.Set(steps[i]);
            Assert.Equal(("完成", 6), Of(await world.Ended($"/api/v1/runs/{run}")));
            await world.Approve(run);
            await PublishingWorld.Ok(await world.Confirm(await world.Propose(run)));
            Assert.Equal(run, (string?)(await world.Get("/api/v1/runs"))["任务"]?[0]?["编号"]);
        }
        Assert.Equal(5 * steps.Length, (await world.Ledger()).Count);
        Assert.Null((await AuditReader.Verify(world.Server.Services.GetRequiredService<IControlStore>(), null, default)).Problem);

        static (string?, int?) Of(JsonNode job) => ((string?)job["状态"], (int?)job["主体数"]);
    }

    private static async Task Refused(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<HostException>(act)).Problem.Rule.Code);
}
