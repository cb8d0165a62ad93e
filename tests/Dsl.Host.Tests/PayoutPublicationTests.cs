// Awards that are paid in parts, in the ledger and on to the next year.
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class PayoutPublicationTests(StoreFixture fixture)
{
    private const string Policy = """
        数据 企业
          主键 统一社会信用代码 : 文本
          名称                  : 文本
          研发投入              : 金额

        政策 测试办法
          文号     测府〔2024〕1号
          发文机关 测试区人民政府
          成文日期 2023-12-20
          施行日期 2024-01-01
          级次     区级

        条款 1 研发补助
          依据 「按研发投入的10%给予补助，分三年按40%、30%、30%兑付」
          频次 一次性
          奖补 = 研发投入 * 10%
          兑付 40%、30%、30%
        """;

    [Fact]
    public async Task 应得和各期进台账_合计只算付的_下一年度付下一期()
    {
        await using var world = await PublishingWorld.Start(fixture.New("sqlite"), policy: Policy);
        await world.Imported();
        var run = await world.Run();
        var proposal = await world.Post($"/api/v1/runs/{run}/publication");
        Assert.Equal((6, "240.00"), ((int?)proposal["差额"]?["合计"]?["笔数"], (string?)proposal["差额"]?["合计"]?["合计"]));
        await world.Approve(run);
        await PublishingWorld.Ok(await world.Confirm((string?)proposal["编号"] ?? ""));
        Assert.Equal(6, (await world.Ledger()).Count);
        var export = await world.Text("/api/v1/ledger/export");
        Assert.Contains($"A1,{PublishingWorld.Number},1,,2024,100.00,,\n", export, StringComparison.Ordinal);
        Assert.Contains($"A1,{PublishingWorld.Number},1,,2024,40.00,,2024年度第1期\n", export, StringComparison.Ordinal);
        var again = await world.Run();
        Assert.Equal("没有差额", (string?)(await world.Post($"/api/v1/runs/{again}/publication"))["状态"]);
        var next = await world.Run("?date=2025-06-30");
        await PublishingWorld.Ok(await world.Confirm(await world.Propose(next)));
        Assert.Equal([("A1", "1", 2025, "30.00"), ("A2", "1", 2025, "60.00"), ("A3", "1", 2025, "90.00")],
            await world.Ledger("?year=2025"));
    }
}
