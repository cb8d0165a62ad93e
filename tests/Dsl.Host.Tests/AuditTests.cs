// The audit: every act once, in a chain that shows each change of it; what cannot be recorded is refused.
using System.Collections.Concurrent;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class AuditTests(StoreFixture fixture)
{
    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    /// <summary>Ways to tamper with a chain of nine records, and the number that is reported first.</summary>
    public static TheoryData<string, string, string> Tampering
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var kind in StoreFixture.KindNames)
            {
                cases.Add(kind, "UPDATE audit SET subject = '别家' WHERE seq = 4", "第 4 条");
                cases.Add(kind, "UPDATE audit SET at = '2020-01-01T00:00:00.0000000Z' WHERE seq = 1", "第 1 条");
                cases.Add(kind, "UPDATE audit SET act = act || detail, detail = '' WHERE seq = 5", "第 5 条");
                cases.Add(kind, "DELETE FROM audit WHERE seq = 6", "第 6 条");
                cases.Add(kind, "DELETE FROM audit WHERE seq = 9", "第 9 条");
                cases.Add(kind, "DELETE FROM audit", "第 1 条");
                cases.Add(kind, "UPDATE audit SET seq = seq + 100 WHERE seq >= 7", "第 7 条");
                cases.Add(kind, "INSERT INTO audit SELECT 10, at, actor, act, subject, detail, request, hash FROM audit WHERE seq = 9;"
                    + " UPDATE audit_head SET seq = 10", "第 10 条");
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 同时写入的记录各有一条而且连成一链(string kind)
    {
        await using var store = await fixture.Open(kind);
        var numbers = new ConcurrentBag<long>();
        // Two writers on one store, as two processes would be.
        await using (var first = new AuditLog(store, TimeProvider.System))
        await using (var second = new AuditLog(store, TimeProvider.System))
        {
            await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(async () =>
                numbers.Add(await (i % 2 == 0 ? first : second).Append(new("甲", "测算") { Subject = $"{i}" })))));
        }
        Assert.Equal(Enumerable.Range(1, 400).Select(static n => (long)n), numbers.Order());
        var verification = await AuditReader.Verify(store, null, default);
        Assert.Equal((400, null), (verification.Count, verification.Problem));
        var last = await AuditReader.Last(store, AuditFilter.None, 3, default);
        Assert.Equal([400, 399, 398], last.Select(static record => record.Seq));
        Assert.Equal(verification.Head, last[0].Hash);
        Assert.Equal([397], (await AuditReader.Last(store, new() { Before = 398 }, 1, default)).Select(static record => record.Seq));
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task 改动删去和插入都看得出来(string kind, string sql, string place)
    {
        await using var store = await fixture.Open(kind);
        await Fill(store);
        await store.Write(session => session.Execute(sql), default);
        var verification = await AuditReader.Verify(store, null, default);
        Assert.Equal("DSL6021", verification.Problem?.Rule.Code);
        Assert.Contains(place, verification.Problem?.Message ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 连同末尾一起截短的要靠以前记下的校验值(string kind)
    {
        await using var store = await fixture.Open(kind);
        await Fill(store);
        var noted = (await AuditReader.Last(store, new() { Before = 9 }, 1, default))[0].Hash;
        Assert.Null((await AuditReader.Verify(store, noted, default)).Problem);
        await store.Write(static session => session.Execute("DELETE FROM audit WHERE seq >= 8;"
            + " UPDATE audit_head SET seq = 7, hash = (SELECT hash FROM audit WHERE seq = 7)"), default);
        Assert.Null((await AuditReader.Verify(store, null, default)).Problem);
        Assert.Equal("DSL6021", (await AuditReader.Verify(store, noted, default)).Problem?.Rule.Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 写不进去的一步不做而且以后还能写(string kind)
    {
        await using var store = await fixture.Open(kind);
        await using var log = new AuditLog(store, TimeProvider.System);
        await store.Write(static session => session.Execute("ALTER TABLE audit RENAME TO away"), default);
        var refused = await Assert.ThrowsAsync<HostException>(() => log.Append(new("甲", "公布")));
        Assert.Equal("DSL6020", refused.Problem.Rule.Code);
        await store.Write(static session => session.Execute("ALTER TABLE away RENAME TO audit"), default);
        Assert.Equal(1, await log.Append(new("甲", "公布")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 和所做的事写在一起的要么都有要么都没有(string kind)
    {
        await using var store = await fixture.Open(kind);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write<int>(static async session =>
        {
            await AuditLog.Append(session, [new("甲", "核定")], TimeProvider.System);
            throw new InvalidOperationException();
        }, default));
        Assert.Equal(0, (await AuditReader.Verify(store, null, default)).Count);
    }

    [Fact]
    public void 文字不能从一项挪到另一项() =>
        Assert.NotEqual(AuditChain.Next("", 1, "", new("甲乙", "丙")), AuditChain.Next("", 1, "", new("甲", "乙丙")));

    private static async Task Fill(IControlStore store)
    {
        await using var log = new AuditLog(store, TimeProvider.System);
        for (var i = 1; i <= 9; i++)
            await log.Append(new("甲", "查看") { Subject = $"企业{i}", Detail = "理由", Request = $"{i}" });
    }
}
