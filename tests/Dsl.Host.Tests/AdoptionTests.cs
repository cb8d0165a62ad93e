// What the registry brings is taken over once; afterwards the records of the service hold.
using System.Text;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Host.Store;
using Dsl.Loading.Policies;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class AdoptionTests(StoreFixture fixture)
{
    private const string Header = "主键,文号,条款,事项行,年度,金额\n";

    private static readonly Dictionary<string, string> Tables = new()
    {
        ["兑现记录.csv"] = Header + "A1,测府〔2024〕1号,2,,2023,5万元\nA1,测府〔2024〕1号,1,,2024,30\nA1,测府〔2024〕1号,1,,2024,-10\n"
            + "ＡX,测府〔2024〕1号,1,,2023,7\n",
        ["核定.csv"] = Header + "A2,测府〔2024〕1号,2,,2024,1000\nA3,测府〔2024〕1号,2,,,9\nA4,测府〔2024〕1号,2,,2024,1\n"
            + "A4,测府〔2024〕1号,2,,2024,2\nA1,测府〔2024〕1号,2,,2024,很多\n",
    };

    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 承接一次_以后以服务里的为准(string kind)
    {
        await using var world = await PublishingWorld.Start(fixture.New(kind), Tables);
        // Of two of one thing, and of one that cannot be read, none holds: they wait.
        Assert.Equal(("完成", "DSL6081"), await Minded(world.Imported()));
        (string, string, int, string)[] adopted =
            [("A1", "2", 2023, "50000.00"), ("A1", "1", 2024, "30.00"), ("A1", "1", 2024, "-10.00"), ("ＡX", "1", 2023, "7.00")];
        Assert.Equal(adopted, await world.Ledger());
        Assert.Equal("承接", (string?)(await world.Get("/api/v1/publications"))["公布"]?[0]?["种类"]);
        Assert.Equal(("完成", null), await Minded(world.Import()));
        await File.AppendAllTextAsync(Path.Combine(world.Data, "兑现记录.csv"), "A3,测府〔2024〕1号,2,,2023,1\n");
        Assert.Equal(("完成", "DSL6081"), await Minded(world.Import()));
        Assert.Equal(adopted, await world.Ledger());
        var run = await world.Run();
        var result = await world.Text($"/api/v1/runs/{run}/result");
        Assert.Contains("A2,测府〔2024〕1号,2,,符合,1000.00", result, StringComparison.Ordinal);
        Assert.Contains("A3,测府〔2024〕1号,2,,符合,9.00", result, StringComparison.Ordinal);
        Assert.Contains("A4,测府〔2024〕1号,2,,待核定,0.00", result, StringComparison.Ordinal);
        Assert.DoesNotContain("A1,测府〔2024〕1号,2,", result, StringComparison.Ordinal);
        await world.Approve(run);
        await PublishingWorld.Ok(await world.Confirm(await world.Propose(run)));
        // 50 are due and 20 were paid.
        Assert.Contains(("A1", "1", 2024, "30.00"), (await world.Ledger()).Skip(adopted.Length));
    }

    [Fact]
    public async Task 读不懂的兑现记录不承接_改好以后继续()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"),
            new() { ["兑现记录.csv"] = Header + "A1,测府〔2024〕1号,2,,2023,5万元\nA2,测府〔2024〕1号,2,,2023,很多\n" });
        Assert.Equal(("失败", "DSL6080"), await Minded(world.Imported()));
        Assert.Empty(await world.Ledger());
        await File.WriteAllTextAsync(Path.Combine(world.Data, "兑现记录.csv"), Header + "A1,测府〔2024〕1号,2,,2023,5万元\n");
        var id = (await world.Get("/api/v1/imports"))["任务"]?[0]?["编号"];
        await world.Post($"/api/v1/imports/{id}/resume");
        Assert.Equal(("完成", null), await Minded(world.Ended($"/api/v1/imports/{id}")));
        Assert.Single(await world.Ledger());
    }

    /// <summary>A registry that was imported by a service without a ledger.</summary>
    [Fact]
    public async Task 以前导入的登记数据在测算时承接()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"), Tables);
        await world.Imported();
        foreach (var table in (string[])["ledger_head", "decision", "publication", "award_entry", "award"])
        {
            await world.Server.Services.GetRequiredService<IControlStore>()
                .Write(session => session.Execute($"DELETE FROM {table}"), default);
        }
        await world.Run();
        Assert.Equal(4, (await world.Ledger()).Count);
    }

    [Fact]
    public async Task 结果与命令行读入导出的两张表的相同()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"), Tables);
        await world.Imported();
        var run = await world.Run();
        var folder = Directory.CreateTempSubdirectory("policy-compared-").FullName;
        try
        {
            File.Copy(Path.Combine(world.Data, "企业.csv"), Path.Combine(folder, "企业.csv"));
            await File.WriteAllTextAsync(Path.Combine(folder, "兑现记录.csv"), await world.Text("/api/v1/ledger/export"));
            await File.WriteAllTextAsync(Path.Combine(folder, "核定.csv"),
                Header + "A2,测府〔2024〕1号,2,,2024,1000.00\nA3,测府〔2024〕1号,2,,2024,9.00\n");
            var policies = PolicyLoader.Load([.. Paths(world)]);
            var output = Path.Combine(folder, "直接.csv");
            var context = policies.Context(new(2024, 6, 30), null, default);
            var outcome = BatchRunner.Run(policies, new(new RegistrySource(folder), output, context)
            {
                ApprovalsPath = Path.Combine(folder, "待核定.csv"),
            }, null, default);
            Assert.NotNull(outcome.Result);
            Assert.Equal(await File.ReadAllTextAsync(output), await world.Text($"/api/v1/runs/{run}/result"));
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(folder, "待核定.csv"), Encoding.UTF8),
                await world.Text($"/api/v1/runs/{run}/sheet"));
            Assert.Equal(await File.ReadAllTextAsync(output + ".rejected.csv"),
                Regexless(await world.Text($"/api/v1/runs/{run}/rejected"), folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        // The tables of the service stand elsewhere: their path is all that differs.
        static string Regexless(string rejected, string folder) => string.Join('\n', rejected.Split('\n').Select(line =>
            line.IndexOf("/兑现记录.csv", StringComparison.Ordinal) is > 0 and var end ? folder + line[end..] : line));
    }

    private static IEnumerable<string> Paths(PublishingWorld world) =>
        world.Server.Services.GetRequiredService<Settings.HostSettings>().Policies.SelectMany(static folder => folder.Paths);

    private static async Task<(string? State, string? Code)> Minded(Task<System.Text.Json.Nodes.JsonNode> job) =>
        ((string?)(await job)["状态"], (string?)(await job)["问题"]?["代码"]);
}
