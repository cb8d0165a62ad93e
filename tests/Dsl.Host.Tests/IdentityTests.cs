// Signing in by an identity service: the whole way of a browser, and who is not let in.
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Dsl.Host.Tests;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("张三", null, true, "经办")]
    [InlineData("张三", "pwd", true, "经办")]
    [InlineData("张三", "mfa", true, "经办 审核")]
    [InlineData("停用", "mfa", false, "")]
    [InlineData("李四", "mfa", false, "")]
    [InlineData("", null, false, "")]
    [InlineData("系统", null, false, "")]
    public async Task 身份服务说是谁_能做什么看这里的账号(string name, string? method, bool isLetIn, string roles)
    {
        await using var provider = new Provider { Name = name, Method = method };
        await provider.Start();
        await using var server = await Start(provider);
        using var browser = Browser(server);
        var answer = await Follow(browser, "/api/v1/sign-in/identity");
        Assert.Equal(isLetIn ? "/" : "/?sign-in=failed", answer);
        var me = await Me(browser);
        Assert.Equal("统一身份认证", (string?)me["identity"]);
        Assert.Equal(isLetIn ? "张三" : "匿名", (string?)me["name"]);
        Assert.Equal(roles, string.Join(' ', me["roles"]?.AsArray().Select(static role => (string?)role) ?? []));
        var acts = await AuditReader.Last(server.Services.GetRequiredService<IControlStore>(),
            new() { Act = isLetIn ? "登录" : "试图登录" }, 10, default);
        Assert.Contains("身份服务", Assert.Single(acts).Entry.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("nonce")]
    [InlineData("key")]
    [InlineData("audience")]
    [InlineData("code")]
    public async Task 答非所问的不放行(string flaw)
    {
        await using var provider = new Provider { Name = "张三", Flaw = flaw };
        await provider.Start();
        await using var server = await Start(provider);
        using var browser = Browser(server);
        Assert.Equal("/?sign-in=failed", await Follow(browser, "/api/v1/sign-in/identity"));
        Assert.Equal("匿名", (string?)(await Me(browser))["name"]);
    }

    [Fact]
    public async Task 没有设置身份服务的没有这个地址()
    {
        await using var server = await TestServer.Start();
        using var answer = await server.Client.GetAsync(new Uri("/api/v1/sign-in/identity", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<TestServer> Start(Provider provider)
    {
        var server = await TestServer.Start(settings => settings with
        {
            Identity = new() { Authority = provider.Address, Client = Provider.Client, Secret = "geheim" },
        });
        var accounts = server.Services.GetRequiredService<AccountStore>();
        await accounts.Add("张三", Roles.Officer | Roles.Reviewer, "", "测试", default);
        await accounts.Add("停用", Roles.Officer, "", "测试", default);
        await accounts.Disable("停用", "测试", default);
        await Task.Delay(AccessState.Age);
        return server;
    }

    private static HttpClient Browser(TestServer server) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = server.Client.BaseAddress };

    /// <summary>Goes where it is sent until it is back on a page of the service.</summary>
    private static async Task<string> Follow(HttpClient browser, string start)
    {
        var at = new Uri(browser.BaseAddress ?? new("about:blank"), start);
        for (var i = 0; i < 5; i++)
        {
            using var answer = await browser.GetAsync(at);
            if (answer.Headers.Location is not { } next)
                return $"{answer.StatusCode}";
            at = new Uri(at, next);
            if (at.AbsolutePath == "/")
                return at.PathAndQuery;
        }
        return at.ToString();
    }

    private static async Task<JsonNode> Me(HttpClient browser) =>
        JsonNode.Parse(await browser.GetStringAsync(new Uri("/api/v1/me", UriKind.Relative))) ?? throw new InvalidOperationException();

    /// <summary>An identity service with one user, who is signed in there already.</summary>
    private sealed class Provider : IAsyncDisposable
    {
        public const string Client = "policy";

        private readonly WebApplication _application;
        private readonly RSA _key = RSA.Create(2048), _other = RSA.Create(2048);
        private string _nonce = "";

        public Provider()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _application = builder.Build();
            _application.MapGet("/.well-known/openid-configuration", () => new JsonObject
            {
                ["issuer"] = Address, ["authorization_endpoint"] = Address + "/authorize", ["token_endpoint"] = Address + "/token",
                ["jwks_uri"] = Address + "/keys",
            });
            _application.MapGet("/keys", () => new JsonObject { ["keys"] = new JsonArray(Published()) });
            _application.MapGet("/authorize", (string redirect_uri, string state, string nonce) =>
            {
                _nonce = Flaw == "nonce" ? "x" : nonce;
                return Results.Redirect($"{redirect_uri}?code=abc&state={Uri.EscapeDataString(Flaw == "state" ? "x" : state)}");
            });
            _application.MapPost("/token", () => Flaw == "code" ? Results.BadRequest(new JsonObject { ["error"] = "invalid_grant" })
                : Results.Json(new JsonObject { ["access_token"] = "a", ["token_type"] = "Bearer", ["id_token"] = Token() }));
        }

        public string Address => _application.Urls.First();

        public required string Name { get; init; }

        public string? Method { get; init; }

        public string Flaw { get; init; } = "";

        public Task Start() => _application.StartAsync();

        public async ValueTask DisposeAsync()
        {
            await _application.DisposeAsync();
            _key.Dispose();
            _other.Dispose();
        }

        private JsonObject Published()
        {
            var parameters = _key.ExportParameters(includePrivateParameters: false);
            return new()
            {
                ["kty"] = "RSA", ["use"] = "sig", ["kid"] = "1", ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            };
        }

        private string Token()
        {
            var claims = new Dictionary<string, object> { ["sub"] = "7", ["nonce"] = _nonce, ["preferred_username"] = Name };
            if (Method is not null)
                claims["amr"] = new[] { Method };
            return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Address, Audience = Flaw == "audience" ? "other" : Client, Claims = claims, Subject = new ClaimsIdentity(),
                SigningCredentials = new(new RsaSecurityKey(Flaw == "key" ? _other : _key) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
            });
        }
    }
}
