// The pages of the codes of the service: what the wrong section shows yields the code, what the right section shows does not.
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dsl.Compiler;
using Dsl.Host.Accounts;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Host.Store;
using Dsl.Syntax.Diagnostics;
using Dsl.Testing;
using Xunit;

namespace Dsl.Host.Tests;

/// <summary>
/// A section holds settings (```json), a request (```http), policies (```policy) or commands (```console); ```text says what cannot be
/// brought about by any of these.
/// </summary>
[Collection(StoreCollection.Name)]
public sealed class DiagnosticPageTests(StoreFixture fixture)
{
    private const string Wrong = "错误的写法", Right = "正确的写法";

    /// <summary>
    /// Brought about by <see cref="StoreTests"/>, <see cref="AuditTests"/>, <see cref="RequestTests"/>, <see cref="AccountTests"/>,
    /// <see cref="AccessTests"/>, <see cref="BackupTests"/>, <see cref="ManagementTests"/>, <see cref="RunTests"/>,
    /// <see cref="AdoptionTests"/>, <see cref="PublicationTests"/>, <see cref="RetentionTests"/>, <see cref="CurveTests"/> and
    /// <see cref="DecisionTests"/>; 6056 by ServeDiskTests of the commands, 6079 and 6109 by mistakes of ours.
    /// </summary>
    private static readonly string[] Elsewhere =
    [
        "DSL6011", "DSL6012", "DSL6013", "DSL6020", "DSL6021", "DSL6043", "DSL6047", "DSL6050", "DSL6051", "DSL6052",
        "DSL6053", "DSL6054", "DSL6055", "DSL6056", "DSL6057", "DSL6073", "DSL6074", "DSL6079", "DSL6080", "DSL6081",
        "DSL6083", "DSL6084",
        "DSL6085", "DSL6086", "DSL6087", "DSL6091", "DSL6092", "DSL6109", "DSL6111", "DSL6112", "DSL6113", "DSL6114",
        "DSL6116", "DSL6117", "DSL6118", "DSL6119", "DSL6132", "DSL6133",
    ];

    public static TheoryData<string> Settings => ["DSL6001", "DSL6002", "DSL6003"];

    public static TheoryData<string> Requests => [.. DeclaredCodes().Where(static code => IsShown(code, "http"))];

    [Fact]
    public void 每个码都有一页而且每页都试过() =>
        Assert.Equal(DeclaredCodes(), DiagnosticPages.Codes.Where(static code => code.StartsWith("DSL6", StringComparison.Ordinal)
            && (Elsewhere.Contains(code) ? IsShown(code, "text")
                : IsShown(code, "json") || IsShown(code, "http") || IsShown(code, "policy") || IsShown(code, "console")))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void 每个码都有状态码() =>
        Assert.All(Rules(typeof(ApiDiagnostics)).Concat(Rules(typeof(JobDiagnostics))),
            static rule => Assert.InRange(ProblemStatus.Of(rule), 400, 504));

    [Theory]
    [MemberData(nameof(Settings))]
    public void 设置(string code)
    {
        Assert.Equal([code], SettingsOf(code, Wrong));
        Assert.Empty(SettingsOf(code, Right));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task 请求(string code)
    {
        await using var server = await TestServer.Start(static settings =>
            settings with { Policies = [settings.Policies[0] with { From = new(2024, 1, 1) }] });
        Assert.Equal(code, await Answer(server, code, Wrong));
        Assert.Null(await Answer(server, code, Right));
    }

    [Theory]
    [InlineData("DSL6030")]
    [InlineData("DSL6031")]
    public async Task 政策(string code)
    {
        await using var server = await TestServer.Start();
        var (sets, folder) = await Sets();
        server.Files.WriteText(PolicyOf(code, Wrong));
        if (code == "DSL6030")
        {
            await sets.Reload(folder(server.Files.Path), default);
            Assert.Equal(code, sets.Now.Slots[0].Refused?.Problem.Rule.Code);
        }
        else
        {
            await sets.Reload(folder(server.Files.Path), default);
            Assert.Equal(code, Assert.Throws<HostException>(() => sets.Now.For(new(2024, 6, 30))).Problem.Rule.Code);
        }
        server.Files.WriteText(PolicyOf(code, Right));
        await sets.Reload(folder(server.Files.Path), default);
        Assert.Equal((true, null), (sets.Now.IsReady, sets.Now.Slots[0].Refused));

        async Task<(Policies.PolicySets, Func<string, PolicyFolder>)> Sets()
        {
            var (setting, data) = fixture.New("sqlite");
            var store = await ControlStores.Open(setting, data, TimeProvider.System, default);
            return (new(new HostSettings { Policies = [new([server.Files.Path], null)] }, new(data, store, TimeProvider.System),
                TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<Policies.PolicySets>.Instance),
                static path => new([path], null));
        }
    }

    [Fact]
    public void 数据目录和控制库()
    {
        Assert.Equal("DSL6004", Assert.Throws<HostException>(() => DataFolder.Take(Option("DSL6004"))).Problem.Rule.Code);
        Assert.Equal("DSL6010",
            Assert.Throws<HostException>(() => ControlStores.OpenExisting("sqlite", Option("DSL6010"))).Problem.Rule.Code);
        var folder = fixture.New("sqlite").Folder;
        using var held = DataFolder.Take(folder);
        Assert.Equal("DSL6005", Assert.Throws<HostException>(() => DataFolder.Take(folder)).Problem.Rule.Code);
    }

    [Theory]
    [InlineData("DSL6040")]
    [InlineData("DSL6041")]
    [InlineData("DSL6042")]
    [InlineData("DSL6044")]
    [InlineData("DSL6045")]
    public async Task 账号和密钥(string code)
    {
        await using var store = await fixture.Open("sqlite");
        if (code == "DSL6044")
            await new AccountStore(store, TimeProvider.System).Add("张三", Roles.Auditor, "", "测试", default);
        Assert.Equal(code, (await Record.ExceptionAsync(() => Run(Wrong)) as HostException)?.Problem.Rule.Code);
        await Run(Right);

        Task Run(string heading)
        {
            var blocks = PageBlocks.Of(code, heading);
            var words = blocks.Single(static block => block.Kind == "console").Text.Trim().Split(' ');
            var roles = RoleWords.Parse((PageBlocks.Option(blocks, "--role") ?? "").Split('、'));
            var subject = PageBlocks.Option(blocks, "--subject") ?? "";
            return words[1..3] is ["key", "add"]
                ? new ApiKeyStore(store, TimeProvider.System).Add(new(PageBlocks.Option(blocks, "--name") ?? "", roles, subject,
                    DateOnly.TryParse(PageBlocks.Option(blocks, "--expires"), out var day) ? day
                    : DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2)), "测试", default)
                : words[2] == "disable" ? new AccountStore(store, TimeProvider.System).Disable(words[3], "测试", default)
                : new AccountStore(store, TimeProvider.System).Add(words[3], roles, subject, "测试", default);
        }
    }

    [Fact]
    public async Task 对外监听()
    {
        var url = PageBlocks.Option(PageBlocks.Of("DSL6046", Wrong), "--urls") ?? "";
        var refused = await Assert.ThrowsAsync<HostException>(() => TestServer.Start(settings => settings with { Urls = [url] }));
        Assert.Equal("DSL6046", refused.Problem.Rule.Code);
        Assert.True(new Uri(PageBlocks.Option(PageBlocks.Of("DSL6046", Right), "--urls") ?? "").IsLoopback);
    }

    private static string Option(string code) => PageBlocks.Option(PageBlocks.Of(code, Wrong), "--data") ?? "";

    private static IEnumerable<string> SettingsOf(string code, string heading)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, PageBlocks.Of(code, heading).Single(static block => block.Kind == "json").Text);
            return [.. SettingsReader.Read(file, [], [], ["policies"]).Findings.Select(static finding => finding.Code)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string PolicyOf(string code, string heading) =>
        PageBlocks.Of(code, heading).Single(static block => block.Kind == "policy").Text;

    /// <summary>The code of the answer; null where it is no problem. X-Fill asks for a body of so many letters.</summary>
    private static async Task<string?> Answer(TestServer server, string code, string heading)
    {
        var text = PageBlocks.Of(code, heading).Single(static block => block.Kind == "http").Text;
        var (head, body) = text.Split("\n\n", 2) is [var first, var second] ? (first.Split('\n'), second) : (text.Split('\n'), "");
        using var request = new HttpRequestMessage(new(head[0].Split(' ')[0]), new Uri(head[0].Split(' ')[1], UriKind.Relative));
        var headers = head.Skip(1).Select(static line => line.Split(": ")).ToDictionary(static pair => pair[0], static pair => pair[1]);
        if (headers.TryGetValue("X-Fill", out var fill))
            body += new string(' ', int.Parse(fill, System.Globalization.CultureInfo.InvariantCulture));
        if (headers.TryGetValue("Content-Type", out var type))
            request.Content = new StringContent(body, Encoding.UTF8, type);
        foreach (var (name, value) in headers.Where(static header => header.Key is "Authorization" or "Origin"))
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.ExpectContinue = true;
        var response = await server.Client.SendAsync(request);
        return response.StatusCode == HttpStatusCode.OK ? null
            : (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())?["code"];
    }

    private static bool IsShown(string code, string kind) => PageBlocks.Of(code, Wrong).Any(block => block.Kind == kind);

    private static IReadOnlyList<string> DeclaredCodes() =>
        [.. ((Type[])[typeof(HostDiagnostics), typeof(JobDiagnostics), typeof(ApiDiagnostics), typeof(AccountDiagnostics),
            typeof(BackupDiagnostics), typeof(LedgerDiagnostics)])
            .SelectMany(Rules)
            .Where(static rule => rule.WordingOf is null)
            .Select(static rule => rule.Code).Order(StringComparer.Ordinal)];

    private static IEnumerable<DiagnosticRule> Rules(Type type) =>
        type.GetFields().Select(static field => field.GetValue(null)).OfType<DiagnosticRule>();
}
