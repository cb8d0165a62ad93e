// The description of the interface: every address is in it, and its page needs nothing from elsewhere.
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Dsl.Host.Tests;

public sealed partial class DescriptionTests
{
    [Fact]
    public async Task 接口说明列出每个地址和参数()
    {
        await using var server = await TestServer.Start();
        var document = JsonNode.Parse(await server.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        var paths = document?["paths"]?.AsObject().Select(static path => path.Key).Order(StringComparer.Ordinal);
        Assert.Equal(["/api/v1/accounts", "/api/v1/accounts/{name}/disable", "/api/v1/accounts/{name}/reset", "/api/v1/audit",
            "/api/v1/audit/verification", "/api/v1/clauses", "/api/v1/curves", "/api/v1/curves/{id}", "/api/v1/curves/{id}/cancel",
            "/api/v1/curves/{id}/events", "/api/v1/curves/{id}/result", "/api/v1/curves/{id}/resume",
            "/api/v1/decisions", "/api/v1/decisions/import", "/api/v1/drafts",
            "/api/v1/evaluate", "/api/v1/evaluate/many", "/api/v1/imports", "/api/v1/imports/{id}", "/api/v1/imports/{id}/cancel",
            "/api/v1/imports/{id}/events", "/api/v1/imports/{id}/resume", "/api/v1/keys", "/api/v1/keys/{id}/revoke", "/api/v1/ledger",
            "/api/v1/ledger/export", "/api/v1/me", "/api/v1/parameters", "/api/v1/password", "/api/v1/password/change", "/api/v1/policies",
            "/api/v1/publications", "/api/v1/publications/{id}", "/api/v1/publications/{id}/confirm", "/api/v1/questions",
            "/api/v1/registries", "/api/v1/runs", "/api/v1/runs/{id}", "/api/v1/runs/{id}/cancel",
            "/api/v1/runs/{id}/compare", "/api/v1/runs/{id}/distribution", "/api/v1/runs/{id}/duties",
            "/api/v1/runs/{id}/events", "/api/v1/runs/{id}/manifest",
            "/api/v1/runs/{id}/pools", "/api/v1/runs/{id}/publication",
            "/api/v1/runs/{id}/rejected", "/api/v1/runs/{id}/result", "/api/v1/runs/{id}/resume",
            "/api/v1/runs/{id}/sheet", "/api/v1/runs/{id}/subject", "/api/v1/runs/{id}/subjects",
            "/api/v1/runs/{id}/summary", "/api/v1/runs/{id}/targets", "/api/v1/samples", "/api/v1/schema",
            "/api/v1/sets", "/api/v1/sets/{hash}/approve", "/api/v1/sign-in", "/api/v1/sign-out", "/api/v1/subjects", "/api/v1/totp",
            "/api/v1/totp/confirm", "/health/live", "/health/ready"], paths);
        Assert.Equal(["detail", "date", "year", "set"],
            document?["paths"]?["/api/v1/evaluate"]?["post"]?["parameters"]?.AsArray().Select(static item => (string?)item?["name"]));
        Assert.NotNull(document?["paths"]?["/api/v1/evaluate"]?["post"]?["requestBody"]);
    }

    [Fact]
    public async Task 接口页不从别处取任何东西()
    {
        await using var server = await TestServer.Start();
        var page = await server.Client.GetStringAsync(new Uri("/scalar", UriKind.Relative));
        Assert.Contains("<script", page, StringComparison.Ordinal);
        Assert.Empty(Elsewhere().Matches(page).Select(static match => match.Value));
    }

    [GeneratedRegex("""(?:src|href)="(?:https?:)?//[^"]*""")]
    private static partial Regex Elsewhere();
}
