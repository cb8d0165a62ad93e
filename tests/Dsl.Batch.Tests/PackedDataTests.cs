// What holds the rows of large tables: packed numbers, rows by owner, line numbers, keys of rows; each against the plain way.
using System.Globalization;
using Dsl.Batch.Registries;
using Dsl.Columns.Blocks;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class PackedDataTests
{
    private const long Most = 1L << 62;

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, 50)]
    [InlineData(5, 5, 3)]
    [InlineData(0, 1, 0)]
    [InlineData(-1, 200, 10)]
    [InlineData(-1_000_000_007, 40_000_000_000_000, 20)]
    [InlineData(0, (1L << 56) - 1, 0)]
    [InlineData(0, 1L << 56, 5)]
    [InlineData(-Most, Most, 5)]
    [InlineData(0, 0, 100)]
    public void 数原样取回(long least, long greatest, int missingPercent)
    {
        foreach (var count in (int[])[0, 1, 2047, 2048, 2049, 7000])
        {
            var random = new Random(count);
            var (expected, packed) = (new List<long>(), new PackedNumbers());
            for (var i = 0; i < count; i++)
            {
                expected.Add(random.Next(100) < missingPercent
                    ? PackedNumbers.Missing
                    : random.Next(20) switch { 0 => least, 1 => greatest, _ => random.NextInt64(least, greatest + 1) });
                packed.Add(expected[i]);
                Assert.Equal(expected[i], packed[i]);
            }
            Assert.Equal(expected, Enumerable.Range(0, count).Select(i => packed[i]));
            packed.Finish();
            Assert.Equal(count, packed.Count);
            Assert.Equal(expected, Enumerable.Range(0, count).Select(i => packed[i]));
        }
    }

    [Theory]
    [InlineData(1, 10, 100)]
    [InlineData(2, 1000, 1)]
    [InlineData(3, 300, 3)]
    [InlineData(4, 5000, 20_000)]
    [InlineData(5, 0, 5)]
    public void 各主体的行按表中的次序(int seed, int rows, int owners)
    {
        var random = new Random(seed);
        var (expected, index) = (new int[rows], new OwnerIndex());
        for (var row = 0; row < rows; row++)
        {
            // Mostly in groups, some owners come again.
            expected[row] = row > 0 && random.Next(3) > 0 ? expected[row - 1] : random.Next(owners);
            index.Add(expected[row]);
        }
        Assert.Equal(expected.Select(static (owner, row) => (row, owner)), index.Rows());
        index.Sort(owners);
        Assert.Equal(rows, index.Count);
        for (var owner = -1; owner < owners + 2; owner++)
        {
            var found = new List<int> { -7 };
            index.AddRows(owner, found);
            Assert.Equal([-7, .. Enumerable.Range(0, rows).Where(row => expected[row] == owner)], found);
        }
        var wanted = Enumerable.Range(0, rows).Where(row => expected[row] % 3 == 1).Select(row => (row, expected[row]));
        Assert.Equal(wanted, index.RowsOf(static owner => owner % 3 == 1));
    }

    [Fact]
    public void 行号有间断()
    {
        var random = new Random(1);
        var (expected, numbers, next) = (new List<long>(), new RowNumbers(), 2L);
        for (var row = 0; row < 20_000; row++)
        {
            next += random.Next(10) == 0 ? random.NextInt64(1, row == 9_999 ? 1L << 40 : 5) : 1;
            expected.Add(next);
            numbers.Add(next);
        }
        Assert.Equal(expected, Enumerable.Range(0, 20_000).Select(row => numbers[row]));
        numbers.Finish();
        Assert.Equal(expected, Enumerable.Range(0, 20_000).Select(row => numbers[row]));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 30)]
    public void 重复的行主键_不论主体的行是否相连(int seed, int jumpsPercent)
    {
        var random = new Random(seed);
        var (plain, keys, owners) = (new Dictionary<(int, int), int>(), new List<int>(), new OwnerIndex());
        var (seen, owner) = (new RowKeys(owners, row => keys[row]), 0);
        for (var chunk = 0; chunk < 60; chunk++)
        {
            var accepted = new List<(int Owner, int Key)>();
            for (var i = 0; i < 50; i++)
            {
                owner = random.Next(100) < jumpsPercent ? random.Next(400) : owner + random.Next(2) * random.Next(3);
                var (key, row) = (random.Next(4), owners.Count + accepted.Count);
                int? expected = plain.TryGetValue((owner, key), out var earlier) ? earlier : null;
                Assert.Equal(expected, seen.Add(owner, key, row));
                if (expected is not null)
                    continue;
                plain.Add((owner, key), row);
                accepted.Add((owner, key));
            }
            keys.AddRange(accepted.Select(static row => row.Key));
            accepted.ForEach(row => owners.Add(row.Owner));
            seen.EndChunk(accepted.Select(static row => row.Owner).ToArray());
        }
        Assert.True(plain.Count > 100, plain.Count.ToString(CultureInfo.InvariantCulture));
    }
}
