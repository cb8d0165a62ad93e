// PostgreSQL goes away under load and comes back: refused in words meanwhile, nothing lost, nothing twice, no restart of the service.
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class OutageTests(StoreFixture fixture)
{
    private const int Subjects = 10_000, FirstYear = 2024;
    private const string Facts = """{"企业": {"统一社会信用代码": "A1", "名称": "甲", "研发投入": 1000}}""";

    /// <summary>How often the server is stopped; more by the environment.</summary>
    private static readonly int Outages =
        int.TryParse(Environment.GetEnvironmentVariable("POLICY_OUTAGES"), CultureInfo.InvariantCulture, out var many) ? many : 2;

    public static TheoryData<string> Servers => StoreFixture.KindNames.Contains("postgres") ? ["postgres"] : [];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task 数据库停下又启动_回答过的都在_没有多付_任务接着算完(string kind)
    {
        await using var world = await World(kind);
        var whole = await world.Run($"?year={FirstYear - 1}");
        await world.Approve(whole);
        var (audit, random) = (new Tally(), new Random(3));
        for (var outage = 0; outage < Outages; outage++)
        {
            var year = FirstYear + outage;
            var publication = await world.Propose(await world.Run($"?year={year}"));
            var job = (string?)(await world.Post($"/api/v1/runs?year={year + 40}"))["编号"];
            using var stop = new CancellationTokenSource();
            var load = Enumerable.Range(0, 4).Select(_ => Load(world, audit, stop.Token)).ToList();
            await Task.Delay(random.Next(400));
            var confirm = world.Confirm(publication);
            await Task.Delay(random.Next(150));
            HttpResponseMessage answer;
            fixture.Server.Stop(isCrash: outage % 2 == 1);
            try
            {
                await Out(world, audit);
                answer = await confirm;
            }
            finally
            {
                fixture.Server.StartAgain();
            }
            await stop.CancelAsync();
            await Task.WhenAll(load);
            await Ready(world);
            if (answer.StatusCode != HttpStatusCode.OK)
                await Refused(answer);
            Assert.Contains((await Ledger(world, year)).Count, answer.StatusCode == HttpStatusCode.OK ? [Subjects] : (int[])[0, Subjects]);
            Assert.Equal("已公布", (string?)(await PublishingWorld.Ok(await world.Confirm(publication)))["状态"]);
            Assert.Equal(Subjects, (await Ledger(world, year)).Distinct().Count());
            Assert.Equal("完成", (string?)(await world.Ended($"/api/v1/runs/{job}"))["状态"]);
            Assert.Equal(await world.Text($"/api/v1/runs/{whole}/result"), await world.Text($"/api/v1/runs/{job}/result"));
        }
        Assert.Equal(Subjects * Outages, (await Ledger(world, null)).Count);
        var found = await AuditReader.Verify(world.Server.Services.GetRequiredService<IControlStore>(), null, default);
        Assert.Null(found.Problem);
        Assert.InRange(audit.Answered, 1, found.Count);
        Assert.InRange(audit.Refused, 1, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task 连接在一步中间断开_前一半和后一半都不算(string kind)
    {
        await using var store = await fixture.Open(kind);
        var error = await Assert.ThrowsAsync<HostException>(() => store.Write(async session =>
        {
            await Put(session, "一");
            await Assert.ThrowsAnyAsync<Exception>(() => session.Execute("SELECT pg_terminate_backend(pg_backend_pid())"));
            return await Put(session, "二");
        }, default));
        Assert.Equal("DSL6010", error.Problem.Rule.Code);
        Assert.Equal(0, await store.Read(static session => session.First<long>("SELECT COUNT(*) FROM policy_set"), default));
        // A backup reads everything as of one moment, or not at all.
        await Assert.ThrowsAsync<HostException>(() => store.ReadWhole(static async session =>
        {
            await Assert.ThrowsAnyAsync<Exception>(() => session.Execute("SELECT pg_terminate_backend(pg_backend_pid())"));
            return await session.First<long>("SELECT COUNT(*) FROM policy_set");
        }, default));

        static Task<int> Put(StoreSession session, string name) =>
            session.Execute("INSERT INTO policy_set VALUES (@name, '1', 'x', '')", new { name });
    }

    private async Task<PublishingWorld> World(string kind)
    {
        var text = new StringBuilder("统一社会信用代码,名称,研发投入\n");
        for (var i = 1; i <= Subjects; i++)
            text.Append(CultureInfo.InvariantCulture, $"B{i},乙,{1000 + i}\n");
        var world = await PublishingWorld.Start(fixture.New(kind), new() { ["企业.csv"] = text.ToString() });
        await world.Imported();
        return world;
    }

    /// <summary>What an outage looks like from outside.</summary>
    private static async Task Out(PublishingWorld world, Tally audit)
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await world.Send("GET", "/health/live", null)).StatusCode);
            await Refused(await world.Send("GET", "/api/v1/runs", world.Officer));
            await Refused(await world.Send("POST", "/api/v1/runs", world.Officer));
            using var known = await world.Send("GET", "/health/ready", world.Officer);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, known.StatusCode);
            // Who he is is known for a second; then that cannot be found out, either.
            Assert.Contains("控制库不能用", await known.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var ready = await world.Send("GET", "/health/ready", null);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.False((bool?)JsonNode.Parse(await ready.Content.ReadAsStringAsync())?["ready"]);
            audit.Refuse();
        }
    }

    private static async Task Load(PublishingWorld world, Tally audit, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var body = new StringContent(Facts, Encoding.UTF8, "application/json");
            using var answer = await world.Send("POST", "/api/v1/evaluate", world.Officer, body);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                audit.Answer();
                continue;
            }
            await Refused(answer);
            await Task.Delay(5, CancellationToken.None);
        }
    }

    /// <summary>Refused because of the store, with a word on what to do.</summary>
    private static async Task Refused(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode} {text}");
        var problem = JsonNode.Parse(text);
        Assert.Contains((string?)problem?["code"], (string[])["DSL6010", "DSL6011", "DSL6020"]);
        Assert.NotEqual("", (string?)problem?["remedy"]);
    }

    private static async Task Ready(PublishingWorld world)
    {
        for (var i = 0; i < 200; i++)
        {
            if ((await world.Send("GET", "/health/ready", world.Officer)).StatusCode == HttpStatusCode.OK)
                return;
            await Task.Delay(50);
        }
        throw new TimeoutException();
    }

    private static async Task<List<string>> Ledger(PublishingWorld world, int? year) =>
        [.. (await world.Text("/api/v1/ledger/export")).Split('\n').Skip(1).Where(line => line.Length > 0
            && (year is null || line.Contains($",{year},", StringComparison.Ordinal)))];

    private sealed class Tally
    {
        private int _answered, _refused;

        public int Answered => _answered;

        public int Refused => _refused;

        public void Answer() => Interlocked.Increment(ref _answered);

        public void Refuse() => Interlocked.Increment(ref _refused);
    }
}
