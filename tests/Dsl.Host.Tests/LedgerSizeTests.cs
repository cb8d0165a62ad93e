// Publications of many entries: the sums are those of the entries. POLICY_ENTRIES in the environment says how many; the times are printed.
using System.Diagnostics;
using System.Globalization;
using Dsl.Batch.Registries;
using Dsl.Host.Ledger;
using Dsl.Host.Store;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class LedgerSizeTests(StoreFixture fixture, ITestOutputHelper output)
{
    private static readonly int Entries =
        int.TryParse(Environment.GetEnvironmentVariable("POLICY_ENTRIES"), CultureInfo.InvariantCulture, out var many) ? many : 3_000;

    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 很多笔记成一版_每一项的净额就是各笔之和(string kind)
    {
        var (setting, path) = fixture.New(kind);
        using var folder = DataFolder.Take(path);
        await using var store = await ControlStores.Open(setting, folder.Path, TimeProvider.System, default);
        var ledger = new AwardLedger(store, folder);
        var entries = Enumerable.Range(0, Entries).Select(static i =>
            new KeptRecord($"S{i:0000000}", "测府〔2024〕1号", "1", "", 2024, $"{i + 1}.05")).ToList();
        await Append(1, entries);
        // Of some things an entry before, and two in one version.
        List<KeptRecord> more = [.. entries.Take(Entries / 10), .. entries.Take(Entries / 20),
            .. entries.Take(Entries / 10).Select(static entry => entry with { Key = "T" + entry.Key })];
        await Append(2, more);
        Assert.Equal(entries.Count + more.Count, await ledger.Each(2, static _ => { }, default));
        var first = entries[0] with { Amount = "" };
        Assert.Equal("3.15", await store.Read(session =>
            session.First<string>("SELECT net FROM award WHERE place = @Place", new { first.Place }), default));
        Assert.Equal((long)Entries + (Entries / 10),
            await store.Read(static session => session.First<long>("SELECT COUNT(*) FROM award"), default));

        async Task Append(long version, List<KeptRecord> rows)
        {
            var clock = Stopwatch.StartNew();
            await store.Write(async session =>
            {
                await ledger.Append(session, version, rows);
                return 0;
            }, default);
            output.WriteLine($"{kind}: {rows.Count} entries in {clock.ElapsedMilliseconds} ms");
        }
    }
}
