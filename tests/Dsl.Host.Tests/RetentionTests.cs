// What is too old goes, with an audit record; what is published, in use or the latest stays; a clock that is wrong for a day removes
// nothing.
using Dsl.Host.Audit;
using Dsl.Host.Runs;
using Dsl.Host.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class RetentionTests(StoreFixture fixture)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 到期的删除_公布的和最近的留着_审计里有(string kind)
    {
        await using var world = await PublishingWorld.Start(fixture.New(kind));
        await world.Imported();
        var published = await world.Run("?year=2024");
        await world.Approve(published);
        await PublishingWorld.Ok(await world.Confirm(await world.Propose(published)));
        var result = await world.Text($"/api/v1/runs/{published}/result");
        await Import(world, "A5");
        var old = await world.Run("?year=2025");
        var (folders, data) = (world.Server.Services.GetRequiredService<JobFolders>(), DataOf(world));
        await Clean(world);
        // The partitions of runs that are done serve nobody.
        Assert.Empty(Names(folders.Runs));
        Assert.Equal(2, Names(folders.Results).Length);
        await Import(world, "A6");
        var registries = (await world.Get("/api/v1/registries"))["登记数据"]?.AsArray().Count;
        world.Clock.Set(TimeSpan.FromDays(400));
        var (officer, auditor) = (await world.Key(Accounts.Roles.Officer), await world.Key(Accounts.Roles.Auditor));
        await Clean(world);
        // Seen for the first time, the day may be a mistake of the clock.
        Assert.Equal(2, Names(folders.Results).Length);
        world.Clock.Set(Day);
        await Clean(world);
        Assert.Equal([$"{published}.1"], Names(folders.Results));
        Assert.Equal(registries - 1, (await world.Get("/api/v1/registries", officer))["登记数据"]?.AsArray().Count);
        await PublishingWorld.Refused(await world.Send("GET", $"/api/v1/runs/{old}/result", officer), 410, "DSL6057");
        await PublishingWorld.Refused(await world.Send("POST", $"/api/v1/runs/{old}/publication", officer), 410, "DSL6057");
        Assert.Equal(result, await world.Text($"/api/v1/runs/{published}/result", officer));
        var gone = (await AuditReader.Last(world.Server.Services.GetRequiredService<IControlStore>(), AuditFilter.None with
        {
            Act = "到期删除",
        }, 10, default)).Select(static record => record.Entry.Detail).ToList();
        Assert.Contains($"任务的结果 {old}", gone);
        Assert.Equal(2, gone.Count);
        // What can be made again is made again.
        Assert.Empty(Names(Path.Combine(data, "records")));
        var run = await world.Post("/api/v1/runs?year=2026", officer);
        Assert.Equal("完成", (string?)(await Ended(world, $"/api/v1/runs/{run["编号"]}", auditor))["状态"]);
        Assert.Equal(4, (await world.Ledger("", officer)).Count + 1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 钟走快两年又拨回来什么也不删(string kind)
    {
        await using var world = await PublishingWorld.Start(fixture.New(kind));
        await world.Imported();
        var run = await world.Run();
        await Clean(world);
        world.Clock.Set(TimeSpan.FromDays(700));
        await Clean(world);
        world.Clock.Set(TimeSpan.FromDays(-700));
        await Clean(world);
        world.Clock.Set(Day);
        await Clean(world);
        Assert.Contains("A1", await world.Text($"/api/v1/runs/{run}/result"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 删到一半被强行结束_下次接着删_没有人看见半个(string kind)
    {
        await using var world = await PublishingWorld.Start(fixture.New(kind));
        await world.Imported();
        var run = await world.Run();
        foreach (var worker in world.Server.Services.GetServices<IHostedService>().OfType<JobWorker>())
            await worker.StopAsync(default);
        await Clean(world);
        world.Clock.Set(TimeSpan.FromDays(400));
        await Clean(world);
        world.Clock.Set(Day);
        var services = world.Server.Services;
        // The store has forgotten it, and the files are still there.
        var store = services.GetRequiredService<RetentionStore>();
        var first = await store.FirstDay(366, default);
        Assert.NotNull(first);
        Assert.Equal(1, await store.Forget(first.Value, default));
        var folders = services.GetRequiredService<JobFolders>();
        var officer = await world.Key(Accounts.Roles.Officer);
        await PublishingWorld.Refused(await world.Send("GET", $"/api/v1/runs/{run}/result", officer), 410, "DSL6057");
        // Half of a folder has its other name.
        var half = Path.Combine(folders.Results, "x.ffffff-0.policy.tmp");
        Directory.CreateDirectory(half);
        await Clean(world);
        LeftBehind.Remove(DataOf(world));
        Assert.Empty(Names(folders.Results));
    }

    private static string DataOf(PublishingWorld world) => world.Server.Services.GetRequiredService<DataFolder>().Path;

    /// <summary>Looks at what is old, as the worker does once a day.</summary>
    private static Task Clean(PublishingWorld world) =>
        ActivatorUtilities.CreateInstance<Retention>(world.Server.Services).OncePerDay(default);

    private static async Task Import(PublishingWorld world, string key)
    {
        await File.AppendAllTextAsync(Path.Combine(world.Data, "企业.csv"), $"{key},庚,1000\n");
        Assert.Equal("完成", (string?)(await world.Import())["状态"]);
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> Ended(PublishingWorld world, string path, string key)
    {
        for (var i = 0; i < 1000; i++)
        {
            var job = await world.Get(path, key);
            if ((string?)job["状态"] is not ("等候" or "进行中"))
                return job;
            await Task.Delay(30);
        }
        throw new TimeoutException();
    }

    private static string[] Names(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Select(static path => Path.GetFileName(path))] : [];
}
