// The pages as files of the service: which addresses are pages, with which headers, what a service without pages says.
using System.Net;
using System.Text.Json.Nodes;
using Dsl.Host.Settings;
using Xunit;

namespace Dsl.Host.Tests;

public sealed class PageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policy-pages-").FullName;

    public PageTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "assets"));
        File.WriteAllText(Path.Combine(_folder, "index.html"), "<!doctype html><title>页面</title>");
        File.WriteAllText(Path.Combine(_folder, "assets", "main-1.js"), "1;");
        File.WriteAllText(Path.Combine(_folder, "secret.txt"), "不是页面");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("/")]
    [InlineData("/enterprise")]
    [InlineData("/enterprise/result")]
    [InlineData("/officer/runs/00ff")]
    [InlineData("/policies/测府〔2024〕1号")]
    [InlineData("/sign-in/password")]
    public async Task 页面的地址得到同一份文件(string address)
    {
        await using var server = await Start();
        using var response = await server.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal("<!doctype html><title>页面</title>", await response.Content.ReadAsStringAsync());
        Assert.Equal(("text/html; charset=utf-8", "no-cache"), (response.Content.Headers.ContentType?.ToString(),
            response.Headers.CacheControl?.ToString()));
        AssertGuarded(response);
    }

    [Fact]
    public async Task 脚本可以一直留着()
    {
        await using var server = await Start();
        using var response = await server.Client.GetAsync(new Uri("/assets/main-1.js", UriKind.Relative));
        Assert.Equal("1;", await response.Content.ReadAsStringAsync());
        Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl?.ToString());
        AssertGuarded(response);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task 脚本压缩着发_回答不压缩(string encoding)
    {
        var text = string.Concat(Enumerable.Repeat("const a = 1;\n", 1000));
        await File.WriteAllTextAsync(Path.Combine(_folder, "assets", "main-2.js"), text);
        await using var server = await Start();
        using var script = await Ask("/assets/main-2.js");
        Assert.Equal(encoding, script.Content.Headers.ContentEncoding.Single());
        Assert.Contains("Accept-Encoding", script.Headers.Vary);
        Assert.InRange((await script.Content.ReadAsByteArrayAsync()).Length, 1, text.Length / 10);
        foreach (var address in (string[])["/", "/api/v1/policies", "/api/v1/me"])
        {
            using var answer = await Ask(address);
            Assert.Empty(answer.Content.Headers.ContentEncoding);
        }

        async Task<HttpResponseMessage> Ask(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            return await server.Client.SendAsync(request);
        }
    }

    [Fact]
    public async Task 没有变的页面不再发一遍()
    {
        await using var server = await Start();
        using var first = await server.Client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotModified, (await Again()).StatusCode);
        await File.WriteAllTextAsync(Path.Combine(_folder, "index.html"), "<!doctype html><title>新的</title>");
        Assert.Equal(HttpStatusCode.OK, (await Again()).StatusCode);

        async Task<HttpResponseMessage> Again()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/officer", UriKind.Relative));
            request.Headers.IfNoneMatch.Add(first.Headers.ETag ?? throw new InvalidOperationException());
            return await server.Client.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/health/nothing")]
    [InlineData("/assets/nothing.js")]
    [InlineData("/assets/../secret.txt")]
    [InlineData("/assets/%2e%2e/secret.txt")]
    [InlineData("/assets/..%2fsecret.txt")]
    [InlineData("/secret.txt")]
    [InlineData("/nothing")]
    public async Task 别的地址不是页面(string address)
    {
        await using var server = await Start();
        using var response = await server.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("DSL6101", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())?["code"]);
    }

    [Fact]
    public async Task 没有页面的说怎样做好_接口照常()
    {
        await using var server = await TestServer.Start();
        using var response = await server.Client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Contains("npm run build", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        AssertGuarded(response);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(new Uri("/enterprise", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(new Uri("/api/v1/policies", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public void 设置里的文件夹要有页面()
    {
        var (settings, _) = SettingsReader.Read(null, [new("POLICY_HOST_PAGES", _folder)], [], ["policies"]);
        Assert.Equal(_folder, settings?.Pages);
        var (_, findings) = SettingsReader.Read(null, [new("POLICY_HOST_PAGES", Path.Combine(_folder, "assets"))], [], ["policies"]);
        Assert.Equal("DSL6002", Assert.Single(findings).Code);
    }

    private static void AssertGuarded(HttpResponseMessage response)
    {
        string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
        Assert.StartsWith("default-src 'self'; ", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(("nosniff", "no-referrer"), (Header("X-Content-Type-Options"), Header("Referrer-Policy")));
    }

    private Task<TestServer> Start() => TestServer.Start(settings => settings with { Pages = _folder });
}
