// Imports and runs in the service: the same result as the command, stopped and gone on with, refused in words.
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Batch.Snapshots;
using Dsl.Host.Audit;
using Dsl.Host.Runs;
using Dsl.Host.Settings;
using Dsl.Host.Store;
using Dsl.Loading.Policies;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class RunTests(StoreFixture fixture) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policy-runs-").FullName;

    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 结果与命令行的逐字节相同(string kind)
    {
        await using var server = await Start(kind, subjects: 500, bad: 2);
        var imported = await First(server, "imports");
        Assert.Equal(("完成", 2), ((string?)imported["状态"], (int?)imported["未读入行数"]));
        var created = await server.Client.PostAsync(Uri("/api/v1/runs"), null);
        Assert.Equal(HttpStatusCode.Accepted, created.StatusCode);
        var run = await Ended(server, $"{created.Headers.Location}");
        Assert.Equal(("完成", 500, 2, 1.0), ((string?)run["状态"], (int?)run["主体数"], (int?)run["未读入行数"], (double?)run["进度"]));
        var expected = Direct();
        foreach (var (name, file) in ((string, string)[])[("result", ""), ("rejected", ".rejected.csv")])
        {
            var path = $"/api/v1/runs/{run["编号"]}/{name}";
            Assert.Equal(await File.ReadAllTextAsync(expected + file), await server.Client.GetStringAsync(Uri(path)));
        }
        var summary = JsonNode.Parse(await server.Client.GetStringAsync(Uri($"/api/v1/runs/{run["编号"]}/summary")));
        Assert.NotNull(summary);
        var manifest = JsonNode.Parse(await server.Client.GetStringAsync(Uri($"/api/v1/runs/{run["编号"]}/manifest")));
        Assert.NotNull(manifest);
        Assert.Equal(["导入", "导入：完成", "测算", "测算：完成", "下载", "下载", "下载", "下载"], await Acts(server));
    }

    [Fact]
    public async Task 两次测算的比较()
    {
        await using var server = await Start("sqlite", subjects: 5);
        await First(server, "imports");
        var old = await Run(server);
        // 6 % instead of 5 %: each of the four with costs gains 1 % of them.
        server.Files.Write(6);
        await server.Services.GetRequiredService<Policies.PolicySets>().Reload(new([server.Files.Path], null), default);
        var @new = await Run(server);
        var found = await Json(await server.Client.GetAsync(Uri($"/api/v1/runs/{old}/compare?with={@new}")));
        Assert.Equal(("500.00", "600.00", "100.00"),
            ((string?)found["合计"]?["原金额"], (string?)found["合计"]?["新金额"], (string?)found["合计"]?["增加"]));
        Assert.Equal((4, 0), ((int?)found["主体"]?["增加"], (int?)found["主体"]?["减少"]));
        Assert.Equal(["A4", "A3", "A2", "A1"], found["增加最多"]?.AsArray().Select(static subject => (string?)subject?["主体"]));
        Assert.Equal("40.00", (string?)found["增加最多"]?[0]?["金额"]?["增加"]);
        var back = await Json(await server.Client.GetAsync(Uri($"/api/v1/runs/{@new}/compare?with={old}")));
        Assert.Equal(("-100.00", 4, 4),
            ((string?)back["合计"]?["增加"], (int?)back["主体"]?["减少"], (int?)back["有变化的条款"]?[0]?["新主体数"]));
        var same = await Json(await server.Client.GetAsync(Uri($"/api/v1/runs/{old}/compare?with={old}")));
        Assert.Equal(("0.00", "[]"), ((string?)same["合计"]?["增加"], same["有变化的条款"]?.ToJsonString()));
        await Refused(await server.Client.GetAsync(Uri($"/api/v1/runs/{old}/compare")), 400, "DSL6106");
        await Refused(await server.Client.GetAsync(Uri($"/api/v1/runs/{old}/compare?with=x")), 404, "DSL6072");
        var folders = server.Services.GetRequiredService<JobFolders>();
        await File.AppendAllTextAsync(Path.Combine(folders.Result($"{@new}.1"), RunWork.ResultName),
            "A9,测府〔2024〕1号,1,,符合,9.00,9.00\n");
        await Refused(await server.Client.GetAsync(Uri($"/api/v1/runs/{old}/compare?with={@new}")), 409, "DSL6074");
    }

    [Fact]
    public async Task 进度随有随送到完成为止()
    {
        await using var server = await Start("sqlite", subjects: 20);
        await First(server, "imports");
        var id = (string?)(await Json(await server.Client.PostAsync(Uri("/api/v1/runs"), null)))["编号"];
        using var answer =
            await server.Client.GetAsync(Uri($"/api/v1/runs/{id}/events"), HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        var states = text.Split('\n').Where(static line => line.StartsWith("data: ", StringComparison.Ordinal))
            .Select(static line => (string?)JsonNode.Parse(line["data: ".Length..])?["状态"]).ToList();
        Assert.Equal("完成", states[^1]);
    }

    [Theory]
    [InlineData("GET", "/api/v1/runs/0123456789abcdef", 404, "DSL6072")]
    [InlineData("GET", "/api/v1/runs/..%2f..%2fetc", 404, "DSL6072")]
    [InlineData("GET", "/api/v1/runs/0123456789abcdef/events", 404, "DSL6072")]
    [InlineData("GET", "/api/v1/runs/x'; DROP TABLE job; --/result", 404, "DSL6072")]
    [InlineData("POST", "/api/v1/runs/0123456789abcdef/cancel", 404, "DSL6072")]
    [InlineData("POST", "/api/v1/runs?registry=..%2f..", 409, "DSL6070")]
    [InlineData("POST", "/api/v1/runs?year=x", 400, "DSL6106")]
    [InlineData("POST", "/api/v1/runs?set=abc", 404, "DSL6033")]
    public async Task 没有的任务和写错的参数(string method, string path, int status, string code)
    {
        await using var server = await Start("sqlite", subjects: 3);
        await First(server, "imports");
        await Refused(await server.Client.SendAsync(new(new(method), Uri(path))), status, code);
        Assert.Equal("[]", (await Json(await server.Client.GetAsync(Uri("/api/v1/runs"))))["任务"]?.ToJsonString());
    }

    [Fact]
    public async Task 没有登记数据时说明()
    {
        await using var server = await TestServer.Start();
        await Refused(await server.Client.PostAsync(Uri("/api/v1/runs"), null), 409, "DSL6070");
        await Refused(await server.Client.PostAsync(Uri("/api/v1/imports"), null), 409, "DSL6071");
    }

    [Fact]
    public async Task 读不了的登记数据说明原因_改好以后继续()
    {
        var data = Data(subjects: 3);
        var file = Path.Combine(data, "企业.csv");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, "没有的列\n1\n");
        await using var server = await Start("sqlite", data);
        var failed = await First(server, "imports");
        Assert.Equal("失败", (string?)failed["状态"]);
        Assert.StartsWith("DSL", (string?)failed["问题"]?["代码"], StringComparison.Ordinal);
        await Refused(await server.Client.PostAsync(Uri($"/api/v1/imports/{failed["编号"]}/cancel"), null), 409, "DSL6073");
        await File.WriteAllTextAsync(file, text);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.PostAsync(Uri($"/api/v1/imports/{failed["编号"]}/resume"), null)).StatusCode);
        Assert.Equal("完成", (string?)(await Ended(server, $"/api/v1/imports/{failed["编号"]}"))["状态"]);
        await Refused(await server.Client.PostAsync(Uri($"/api/v1/imports/{failed["编号"]}/resume"), null), 409, "DSL6073");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 停下的服务再启动时接着算_取消的可以继续(string kind)
    {
        var (setting, data) = fixture.New(kind);
        var policies = new PolicyFolderFiles();
        policies.Write(5);
        var source = Data(subjects: 200);
        var settings = new HostSettings
        {
            Policies = [new([policies.Path], null)], DataFolder = data, Store = setting, Registry = source, AsOf = new(2024, 6, 30),
            Urls = ["http://127.0.0.1:0"],
        };
        string id;
        await using (var server = await TestServer.Start(_ => settings))
        {
            await First(server, "imports");
            var jobs = server.Services.GetRequiredService<JobStore>();
            id = (string?)(await Json(await server.Client.PostAsync(Uri("/api/v1/runs"), null)))["编号"] ?? "";
            await Ended(server, $"/api/v1/runs/{id}");
            // As a service that died half-way leaves it: under way, with some of its partitions done.
            await server.Services.GetRequiredService<IControlStore>()
                .Write(session => session.Execute("UPDATE job SET state = '进行中', result = '' WHERE id = @id", new { id }), default);
            Assert.Equal(JobOrder.GoOn, await jobs.Report((await jobs.Find(id, default))!, new(0.5, 1, 0), default));
        }
        await using (var server = await TestServer.Start(_ => settings))
        {
            var run = await Ended(server, $"/api/v1/runs/{id}");
            Assert.Equal("完成", (string?)run["状态"]);
            Assert.Equal(await File.ReadAllTextAsync(Direct(source, policies)),
                await server.Client.GetStringAsync(Uri($"/api/v1/runs/{id}/result")));
            var jobs = server.Services.GetRequiredService<JobStore>();
            var before = (await jobs.Find(id, default))!;
            // Whoever still works on an earlier beginning is told to leave, and its end counts for nothing.
            Assert.Equal(JobOrder.Leave, await jobs.Report(before with { Epoch = 1 }, new(0.1, 1, 0), default));
            Assert.False(await jobs.End(before with { Epoch = 1, State = JobState.Failed }, null, default));
            Assert.Equal(before, await jobs.Find(id, default));
        }
        policies.Dispose();
    }

    [Fact]
    public async Task 取消等候的任务立即生效_进行中的下一次报告时停()
    {
        await using var server = await Start("sqlite", subjects: 3);
        await First(server, "imports");
        var (jobs, store) = (server.Services.GetRequiredService<JobStore>(), server.Services.GetRequiredService<IControlStore>());
        var run = await Ended(server, $"/api/v1/runs/{(await Json(await server.Client.PostAsync(Uri("/api/v1/runs"), null)))["编号"]}");
        var id = (string?)run["编号"] ?? "";
        await store.Write(session => session.Execute("UPDATE job SET state = '进行中' WHERE id = @id", new { id }), default);
        Assert.Equal("进行中", (string?)(await Json(await server.Client.PostAsync(Uri($"/api/v1/runs/{id}/cancel"), null)))["状态"]);
        var job = (await jobs.Find(id, default))!;
        Assert.Equal(JobOrder.Cancel, await jobs.Report(job, new(0.5, 1, 0), default));
        Assert.True(await jobs.End(job with { State = JobState.Cancelled }, null, default));
        Assert.Equal("已取消", (string?)(await Json(await server.Client.GetAsync(Uri($"/api/v1/runs/{id}"))))["状态"]);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.PostAsync(Uri($"/api/v1/runs/{id}/resume"), null)).StatusCode);
        Assert.Equal("完成", (string?)(await Ended(server, $"/api/v1/runs/{id}"))["状态"]);
        Assert.Null((await AuditReader.Verify(store, null, default)).Problem);
    }

    private static async Task<string> Run(TestServer server)
    {
        var id = (string?)(await Json(await server.Client.PostAsync(Uri("/api/v1/runs"), null)))["编号"] ?? "";
        Assert.Equal("完成", (string?)(await Ended(server, $"/api/v1/runs/{id}"))["状态"]);
        return id;
    }

    private static Uri Uri(string path) => new(path, UriKind.Relative);

    private static async Task<JsonNode> Json(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync()) ?? throw new InvalidOperationException();

    private static async Task Refused(HttpResponseMessage answer, int status, string code)
    {
        Assert.Equal((status, code), ((int)answer.StatusCode, (string?)(await Json(answer))["code"]));
    }

    private static async Task<JsonNode> First(TestServer server, string kind)
    {
        for (var i = 0; i < 600; i++)
        {
            var jobs = (await Json(await server.Client.GetAsync(Uri($"/api/v1/{kind}"))))["任务"]?.AsArray();
            if (jobs is [{ } job] && (string?)job["编号"] is { } id)
                return await Ended(server, $"/api/v1/{kind}/{id}");
            await Task.Delay(50);
        }
        throw new TimeoutException();
    }

    private static async Task<JsonNode> Ended(TestServer server, string path)
    {
        for (var i = 0; i < 1200; i++)
        {
            var job = await Json(await server.Client.GetAsync(Uri(path)));
            if ((string?)job["状态"] is not ("等候" or "进行中"))
                return job;
            await Task.Delay(50);
        }
        throw new TimeoutException();
    }

    private static async Task<List<string>> Acts(TestServer server)
    {
        var acts = await server.Services.GetRequiredService<IControlStore>()
            .Read(static session => session.Query<string>("SELECT act FROM audit ORDER BY seq"), default);
        return [.. acts];
    }

    /// <summary>A registry; rows that say no amount are rejected.</summary>
    private string Data(int subjects, int bad = 0)
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "登记")).FullName;
        var text = new StringBuilder("统一社会信用代码,研发投入\n");
        for (var i = 0; i < subjects; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"A{i},{i * 1000}\n");
        for (var i = 0; i < bad; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"B{i},很多\n");
        File.WriteAllText(Path.Combine(data, "企业.csv"), text.ToString());
        return data;
    }

    private Task<TestServer> Start(string kind, int subjects, int bad = 0) => Start(kind, Data(subjects, bad));

    private Task<TestServer> Start(string kind, string data)
    {
        var (setting, _) = fixture.New(kind);
        return TestServer.Start(settings => settings with { Store = setting, Registry = data });
    }

    /// <summary>What the command makes of the same snapshot.</summary>
    private string Direct(string? source = null, PolicyFolderFiles? policies = null)
    {
        using var own = new PolicyFolderFiles();
        own.Write(5);
        var loaded = PolicyLoader.Load([(policies ?? own).Path]);
        var context = loaded.Context(new DateOnly(2024, 6, 30), null, new(2024, 6, 30));
        var snapshot = SnapshotImport.Run(loaded,
            new(new RegistrySource(source ?? Path.Combine(_folder, "登记")), Path.Combine(_folder, "快照"), context), default);
        var output = Path.Combine(_folder, "直接.csv");
        var outcome = BatchRunner.Run(loaded.Compilation.Program, loaded.Files,
            new(new RegistrySource(snapshot.Folder).For(loaded), output, context) { Engine = EvaluationEngines.Reference }, null, default);
        Assert.NotNull(outcome.Result);
        return output;
    }
}
