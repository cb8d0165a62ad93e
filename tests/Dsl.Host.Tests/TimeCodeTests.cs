// Codes of authenticators: those of the standard, each good once, and roles that wait for them.
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Problems;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class TimeCodeTests(StoreFixture fixture)
{
    private const string Password = "Sesam-Oeffne-7";

    private readonly MovedClock _clock = new();

    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    /// <summary>The last six digits of the examples of RFC 6238, appendix B, for SHA-1.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void 与标准的例子一样(long seconds, string code)
    {
        const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);
        Assert.Equal(code, TimeCode.Of(Secret, now));
        Assert.Equal(seconds / 30, TimeCode.StepOf(Secret, code, now.AddSeconds(30)));
        Assert.Null(TimeCode.StepOf(Secret, code, now.AddSeconds(90)));
        Assert.Null(TimeCode.StepOf(Secret, "", now));
    }

    [Fact]
    public void 新的密文有一百六十位() => Assert.Equal(32, TimeCode.NewSecret().Length);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 审核的角色要等动态口令_一个口令只用一次(string kind)
    {
        var (setting, folder) = fixture.New(kind);
        await using var server = await TestServer.Start(settings => settings with { Store = setting, DataFolder = folder }, _clock);
        var accounts = server.Services.GetRequiredService<AccountStore>();
        await accounts.SetPassword("张三", await accounts.Add("张三", Roles.Reviewer, "", "测试", default), Password, default);
        _clock.Move(AccessState.Age);
        server.Client.DefaultRequestHeaders.Add(CrossSiteMiddleware.Header, "1");
        Assert.Equal("DSL6110", await Code(await server.Client.PostAsync(At("/api/v1/totp"), null)));
        Assert.Equal("", await RolesAfter(await SignIn("")));
        Assert.Equal("DSL6111", await Code(await server.Client.GetAsync(At("/api/v1/policies"))));
        var offered = JsonNode.Parse(await (await server.Client.PostAsync(At("/api/v1/totp"), null)).Content.ReadAsStringAsync());
        var secret = (string?)offered?["secret"] ?? "";
        Assert.Contains(secret, (string?)offered?["uri"], StringComparison.Ordinal);
        Assert.Equal("DSL6119", await Code(await Confirm("12345x")));
        Assert.Equal(HttpStatusCode.NoContent, (await Confirm(TimeCode.Of(secret, _clock.GetUtcNow()))).StatusCode);
        Assert.Equal("DSL6110", await Code(await server.Client.GetAsync(At("/api/v1/policies"))));
        Assert.Equal("DSL6112", await Code(await SignIn("")));
        Assert.Equal("DSL6112", await Code(await SignIn(TimeCode.Of(secret, _clock.GetUtcNow()))));
        _clock.Move(TimeSpan.FromMinutes(1));
        var code = TimeCode.Of(secret, _clock.GetUtcNow());
        Assert.Equal("审核", await RolesAfter(await SignIn(code)));
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(At("/api/v1/policies"))).StatusCode);
        Assert.Equal("DSL6119", await Code(await server.Client.PostAsync(At("/api/v1/totp"), null)));
        Assert.Equal("DSL6112", await Code(await SignIn(code)));
        var refused = await Assert.ThrowsAsync<HostException>(() =>
            server.Services.GetRequiredService<TimeCodeStore>().Confirm("张三", code, default));
        Assert.Equal("DSL6119", refused.Problem.Rule.Code);

        Task<HttpResponseMessage> SignIn(string totp) =>
            server.Client.PostAsJsonAsync(At("/api/v1/sign-in"), new { name = "张三", password = Password, code = totp });

        Task<HttpResponseMessage> Confirm(string totp) =>
            server.Client.PostAsJsonAsync(At("/api/v1/totp/confirm"), new { code = totp });
    }

    private static Uri At(string path) => new(path, UriKind.Relative);

    private static async Task<string?> Code(HttpResponseMessage response) =>
        (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())?["code"];

    private static async Task<string> RolesAfter(HttpResponseMessage response) => string.Join('、',
        JsonNode.Parse(await response.Content.ReadAsStringAsync())?["roles"]?.AsArray().Select(static role => (string?)role) ?? []);
}
