// Publishing in the service: proposed by one and confirmed by another, once and whole, by the rules of the command.
using Dsl.Batch.Publishing;
using Dsl.Host.Audit;
using Dsl.Host.Runs;
using Dsl.Host.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class PublicationTests(StoreFixture fixture)
{
    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 从导入到公布_再测算没有差额_下一年度看得到一次性(string kind)
    {
        await using var world = await PublishingWorld.Start(fixture.New(kind));
        await world.Imported();
        var first = await world.Run();
        Assert.Equal(4, (int?)(await world.Get($"/api/v1/decisions?run={first}"))["行数"]);
        await PublishingWorld.Ok(await world.Decide(first, "A1", "12万元"));
        var decided = await world.Get($"/api/v1/decisions?run={first}&subject=a1");
        Assert.Equal("120000.00", (string?)decided["待核定"]?[0]?["已核定"]?["金额"]);
        await PublishingWorld.Refused(await world.Send("POST", $"/api/v1/runs/{first}/publication", world.Officer), 409, "DSL6085");
        var run = await world.Run();
        Assert.Equal(3, (int?)(await world.Get($"/api/v1/decisions?run={run}"))["行数"]);
        var proposal = await world.Post($"/api/v1/runs/{run}/publication");
        Assert.Equal(("待确认", 4, "120300.00"),
            ((string?)proposal["状态"], (int?)proposal["笔数"], (string?)proposal["差额"]?["合计"]?["合计"]));
        Assert.Equal(["A1", "A3", "A2"],
            proposal["差额"]?["增加最多"]?.AsArray().Select(static line => (string?)line?["主体"]));
        Assert.Empty(await world.Ledger());
        var id = (string?)proposal["编号"] ?? "";
        await PublishingWorld.Refused(await world.Confirm(id), 409, "DSL6086");
        await world.Approve(run);
        var published = await PublishingWorld.Ok(await world.Confirm(id));
        Assert.Equal(("已公布", 1), ((string?)published["状态"], (int?)published["台账版本"]));
        Assert.Equal([("A1", "1", 2024, "50.00"), ("A1", "2", 2024, "120000.00"), ("A2", "1", 2024, "100.00"), ("A3", "1", 2024, "150.00")],
            await world.Ledger());
        Assert.Equal(published.ToJsonString(), (await PublishingWorld.Ok(await world.Confirm(id, world.Both))).ToJsonString());
        Assert.Equal(await Appended(world, run), await world.Text("/api/v1/ledger/export"));

        var again = await world.Run();
        var nothing = await world.Post($"/api/v1/runs/{again}/publication");
        Assert.Equal(("没有差额", null), ((string?)nothing["状态"], (string?)nothing["编号"]));
        var next = await world.Run("?date=2025-06-30");
        var result = await world.Text($"/api/v1/runs/{next}/result");
        Assert.DoesNotContain($"A1,{PublishingWorld.Number},2,", result, StringComparison.Ordinal);
        Assert.Contains($"A2,{PublishingWorld.Number},2,", result, StringComparison.Ordinal);
        await PublishingWorld.Ok(await world.Confirm(await world.Propose(next)));
        Assert.Equal(7, (await world.Ledger()).Count);
        Assert.Equal(3, (await world.Ledger("?year=2025")).Count);
        Assert.Null((await AuditReader.Verify(Store(world), null, default)).Problem);
        Assert.Equal(0, await Store(world).Read(static session => session.First<long>(
            "SELECT COUNT(*) FROM award a WHERE (SELECT SUM(CAST(e.amount AS NUMERIC)) FROM award_entry e"
            + " WHERE e.place = a.place AND e.home = a.home) <> CAST(a.net AS NUMERIC)"), default));
    }

    [Fact]
    public async Task 差额里的身份证号打星号_写明原因才完整_下载的不打()
    {
        const string card = "500103199001011234", hidden = "500103********1234";
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"),
            new() { ["企业.csv"] = $"统一社会信用代码,名称,研发投入\n{card},张三,1000\n" });
        await world.Imported();
        var run = await world.Run();
        await world.Approve(run);
        var proposal = await world.Post($"/api/v1/runs/{run}/publication");
        string? Gainer(System.Text.Json.Nodes.JsonNode? shown) => (string?)shown?["差额"]?["增加最多"]?[0]?["主体"];
        Assert.Equal(hidden, Gainer(proposal));
        var id = (string?)proposal["编号"];
        Assert.Equal(hidden, Gainer(await world.Get($"/api/v1/publications/{id}")));
        Assert.Equal(hidden, Gainer((await world.Get("/api/v1/publications"))["公布"]?[0]));
        Assert.Equal(card, Gainer(await world.Get($"/api/v1/publications/{id}?reason=核对申诉")));
        Assert.Equal(hidden, Gainer(await PublishingWorld.Ok(await world.Confirm(id ?? ""))));
        Assert.Contains(card, await world.Text("/api/v1/ledger/export"), StringComparison.Ordinal);
        var last = (await AuditReader.Last(Store(world), AuditFilter.None, 20, default)).Select(static record => record.Entry.Detail);
        Assert.Contains($"{id} 完整显示：核对申诉", last);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 四只眼睛(string kind)
    {
        await using var world = await PublishingWorld.Start(fixture.New(kind));
        await world.Imported();
        var first = await world.Run();
        await PublishingWorld.Ok(await world.Decide(first, "A1", "1", world.Both));
        var run = await world.Run();
        await world.Approve(run);
        // Who proposes does not confirm, nor does who decided; whoever has no role does not either.
        var own = await world.Propose(run, world.Reviewer);
        await PublishingWorld.Refused(await world.Confirm(own), 403, "DSL6087");
        await PublishingWorld.Refused(await world.Confirm(own, world.Both), 403, "DSL6087");
        await PublishingWorld.Refused(await world.Confirm(own, world.Officer), 403, "DSL6111");
        // Taking it back is deciding, too.
        var id = await world.Propose(run, world.Officer);
        Assert.NotEqual(own, id);
        await PublishingWorld.Refused(await world.Confirm(own), 404, "DSL6088");
        await PublishingWorld.Ok(await world.Confirm(id));
        await PublishingWorld.Refused(await world.Confirm("x' OR '1'='1"), 404, "DSL6088");
    }

    [Fact]
    public async Task 提交草稿的人不能批准它()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"));
        using var own = new PolicyFolderFiles();
        own.Write(7);
        var draft = new System.Text.Json.Nodes.JsonObject
        {
            ["文件"] = new System.Text.Json.Nodes.JsonObject
            {
                ["办法.policy"] = await File.ReadAllTextAsync(Path.Combine(own.Path, "办法.policy")),
            },
        };
        var hash = (string?)(await PublishingWorld.Ok(
            await world.Send("POST", "/api/v1/drafts", world.Both, PublishingWorld.Json(draft))))["政策版本"];
        await PublishingWorld.Refused(await world.Send("POST", $"/api/v1/sets/{hash}/approve", world.Both), 403, "DSL6087");
        await PublishingWorld.Refused(await world.Send("POST", $"/api/v1/sets/{hash}/approve", world.Officer), 403, "DSL6111");
        await PublishingWorld.Refused(await world.Send("POST", "/api/v1/sets/abc/approve", world.Reviewer), 404, "DSL6033");
        await PublishingWorld.Ok(await world.Send("POST", $"/api/v1/sets/{hash}/approve", world.Reviewer));
        var sets = (await world.Get("/api/v1/sets"))["政策"]?.AsArray();
        Assert.Equal([false, true], sets?.Select(static set => (bool?)set?["在用"]).Order());
        Assert.Single(sets ?? [], static set => set?["批准人"] is not null);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 测算以后台账变了就不能公布_同时确认只有一次(string kind)
    {
        await using var world = await PublishingWorld.Start(fixture.New(kind));
        await world.Imported();
        var (one, other) = (await world.Run(), await world.Run());
        await world.Approve(one);
        var (first, second) = (await world.Propose(one), await world.Propose(other));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => world.Confirm(first)));
        foreach (var answer in answers)
            Assert.Equal(1, (int?)(await PublishingWorld.Ok(answer))["台账版本"]);
        await PublishingWorld.Refused(await world.Confirm(second), 409, "DSL6085");
        Assert.Equal(3, (await world.Ledger()).Count);
        Assert.Equal(["待确认", "已公布"],
            (await world.Get("/api/v1/publications"))["公布"]?.AsArray().Select(static line => (string?)line?["状态"]));
        Assert.Equal("已公布", (string?)(await world.Post($"/api/v1/runs/{one}/publication"))["状态"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 中途断开什么也不留下(string kind)
    {
        await using var world = await PublishingWorld.Start(fixture.New(kind));
        await world.Imported();
        var run = await world.Run();
        await world.Approve(run);
        var id = await world.Propose(run);
        // The entries are written before their sums.
        await Store(world).Write(static session => session.Execute("ALTER TABLE award RENAME TO away"), default);
        await PublishingWorld.Refused(await world.Confirm(id), 503, "DSL6010");
        Assert.Empty(await world.Ledger());
        Assert.Equal("待确认", (string?)(await world.Get($"/api/v1/publications/{id}"))["状态"]);
        await Store(world).Write(static session => session.Execute("ALTER TABLE away RENAME TO award"), default);
        await PublishingWorld.Ok(await world.Confirm(id));
        Assert.Equal(3, (await world.Ledger()).Count);
    }

    [Fact]
    public async Task 改动过的结果不公布()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"));
        await world.Imported();
        var run = await world.Run();
        await world.Approve(run);
        var id = await world.Propose(run);
        var folders = world.Server.Services.GetRequiredService<JobFolders>();
        await File.AppendAllTextAsync(Path.Combine(folders.Result($"{run}.1"), RunWork.ResultName), "\n");
        var refused = await PublishingWorld.Refused(await world.Confirm(id), 409, "DSL6084");
        Assert.Contains("改动过", (string?)refused["title"], StringComparison.Ordinal);
        Assert.Empty(await world.Ledger());
        await PublishingWorld.Refused(await world.Send("POST", "/api/v1/runs/0123456789abcdef/publication", world.Officer), 404, "DSL6072");
        await PublishingWorld.Refused(
            await world.Send("POST", $"/api/v1/runs/{run}/publication?missing=都", world.Officer), 400, "DSL6106");
    }

    [Fact]
    public async Task 以后的年度已经兑现的一次性支持不再公布()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"));
        await world.Imported();
        var later = await world.Run("?date=2025-06-30");
        await PublishingWorld.Ok(await world.Decide(later, "A1", "5万元"));
        var next = await world.Run("?date=2025-06-30");
        await world.Approve(next);
        await PublishingWorld.Ok(await world.Confirm(await world.Propose(next)));
        await PublishingWorld.Ok(await world.Decide(await world.Run(), "A1", "5万元"));
        var refused = await PublishingWorld.Refused(
            await world.Send("POST", $"/api/v1/runs/{await world.Run()}/publication", world.Officer), 409, "DSL6084");
        Assert.Contains("“A1”条款 2 在 2025 年度已经兑现", (string?)refused["title"], StringComparison.Ordinal);
    }

    /// <summary>Money that should not have been paid is taken back by another entry.</summary>
    [Fact]
    public async Task 撤回核定以后公布的是收回()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"));
        await world.Imported();
        var waiting = await world.Run();
        await PublishingWorld.Ok(await world.Decide(waiting, "A1", "5万元"));
        var first = await world.Run();
        await world.Approve(first);
        await PublishingWorld.Ok(await world.Confirm(await world.Propose(first)));
        await PublishingWorld.Ok(await world.Decide(waiting, "A1", "3万元"));
        var second = await world.Run();
        var proposal = await world.Post($"/api/v1/runs/{second}/publication");
        Assert.Equal(("0.00", "20000.00", "-20000.00"), ((string?)proposal["差额"]?["合计"]?["增加"],
            (string?)proposal["差额"]?["合计"]?["收回"], (string?)proposal["差额"]?["合计"]?["合计"]));
    }

    [Fact]
    public async Task 没有完成的和有主体出错的不公布()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"));
        await world.Imported();
        var run = await world.Run();
        await Set("失败", 0);
        await PublishingWorld.Refused(await world.Send("POST", $"/api/v1/runs/{run}/publication", world.Officer), 409, "DSL6083");
        await Set("完成但有出错", 2);
        await PublishingWorld.Refused(await world.Send("POST", $"/api/v1/runs/{run}/publication", world.Officer), 409, "DSL6083");
        Assert.Equal(3, (int?)(await world.Post($"/api/v1/runs/{run}/publication?failed=除外"))["笔数"]);

        Task Set(string state, long failed) => Store(world).Write(session => session.Execute(
            "UPDATE job SET state = @state, failed_subjects = @failed WHERE id = @run", new { state, failed, run }), default);
    }

    [Fact]
    public async Task 没有账号时不能批准和公布()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"), withKeys: false);
        await world.Imported();
        var run = await world.Run();
        await PublishingWorld.Refused(await world.Send("POST", $"/api/v1/runs/{run}/publication", null), 409, "DSL6082");
        await PublishingWorld.Refused(await world.Send("POST", "/api/v1/sets/x/approve", null), 409, "DSL6082");
        await PublishingWorld.Refused(await world.Send("POST", "/api/v1/publications/x/confirm", null), 409, "DSL6082");
    }

    [Fact]
    public async Task 企业只看到自己的台账()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"));
        await world.Imported();
        var run = await world.Run();
        await world.Approve(run);
        await PublishingWorld.Ok(await world.Confirm(await world.Propose(run)));
        var key = await world.Key(Accounts.Roles.Enterprise, "A2");
        Assert.Equal([("A2", "1", 2024, "100.00")], await world.Ledger("", key));
        Assert.Equal([("A2", "1", 2024, "100.00")], await world.Ledger("?subject=ａ2", key));
        await PublishingWorld.Refused(await world.Send("GET", "/api/v1/ledger?subject=A1", key), 404, "DSL6118");
        await PublishingWorld.Refused(await world.Send("GET", "/api/v1/ledger?subject=", key), 404, "DSL6118");
        Assert.Empty(await world.Ledger("?policy=x' OR '1'='1&limit=1"));
    }

    /// <summary>What the command appends to an empty history for the result of a run.</summary>
    private static async Task<string> Appended(PublishingWorld world, string run)
    {
        var folder = Directory.CreateTempSubdirectory("policy-appended-").FullName;
        try
        {
            var (result, history) = (Path.Combine(folder, "结果.csv"), Path.Combine(folder, "历史.csv"));
            await File.WriteAllTextAsync(result, await world.Text($"/api/v1/runs/{run}/result"));
            await File.WriteAllTextAsync(result + ".manifest.json", await world.Text($"/api/v1/runs/{run}/manifest"));
            var outcome = Publisher.Run(new(result, history) { NewHistory = true }, default);
            Assert.NotNull(outcome.Report);
            return await File.ReadAllTextAsync(history);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IControlStore Store(PublishingWorld world) => world.Server.Services.GetRequiredService<IControlStore>();
}
