// Numbers of texts: one text, one number, whatever the text, its length and the threads that ask.
using System.Globalization;
using Dsl.Values.Text;

namespace Dsl.Values.Tests.Kernels;

public sealed class StringDictionaryTests
{
    [Fact]
    public void 程序的文字先编号_按其次序()
    {
        var pool = new StringDictionary(["甲", "", "甲", "b"]);
        Assert.Equal(3, pool.Count);
        Assert.Equal(["甲", "", "b"], Enumerable.Range(0, 3).Select(pool.TextOf));
        Assert.Equal(2, pool.CodeOf("b"));
        Assert.Equal(1, pool.CodeOf(""));
        Assert.Equal(3, pool.CodeOf("丙".AsSpan()));
    }

    [Fact]
    public void 各种文字原样取回()
    {
        // Enough before them that none of them is kept as a string.
        var pool = new StringDictionary(Enumerable.Range(0, 5000).Select(static i => i.ToString(CultureInfo.InvariantCulture)));
        string[] texts =
        [
            "", "a", "é", "ÿ", "汉", "a汉", "a", "\u0061\u0000", "\0", "\ud800", "\udc00x", "😀", new('x', 126), new('x', 127),
            new('x', 128), new('汉', 63), new('汉', 64),
            new('y', 1_048_570), new('z', 1_048_576), new('汉', 700_000), new('w', 3_000_001), "behind", "A\u007f", "A\u0080",
        ];
        var codes = texts.Select(pool.CodeOf).ToArray();
        for (var i = 0; i < texts.Length; i++)
        {
            Assert.True(texts[i] == pool.TextOf(codes[i]), $"text {i}");
            Assert.Equal(codes[i], pool.CodeOf(texts[i].AsSpan()));
        }
        Assert.Equal(texts.Distinct(StringComparer.Ordinal).Count(), codes.Distinct().Count());
        Assert.Equal(5000 + codes.Distinct().Count(), pool.Count);
        // The bytes of a wide text are another text when read as narrow.
        Assert.NotEqual(pool.CodeOf("扡"), pool.CodeOf("ab"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void 多个线程同时编号_一个文字一个号(int seed)
    {
        const int Threads = 8, Texts = 60_000;
        var pool = new StringDictionary(["甲"]);
        var found = new int[Threads][];
        using var start = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(thread => new Thread(() =>
        {
            var (random, codes) = (new Random(seed * 100 + thread), new int[Texts]);
            start.SignalAndWait();
            for (var i = 0; i < Texts; i++)
            {
                // Most threads go the same way at different paces, so that they meet at new texts.
                var number = thread < 6 ? i : Texts - 1 - i;
                var code = codes[number] = pool.CodeOf(TextOf(number).AsSpan());
                // What one thread was told, any thread can read at once; what it knew stays.
                if (code >= pool.Count || pool.TextOf(code) != TextOf(number))
                    codes[number] = int.MinValue;
                var earlier = random.Next(pool.Count);
                if (pool.CodeOf(pool.TextOf(earlier)) != earlier)
                    codes[number] = int.MinValue;
            }
            found[thread] = codes;
        })).ToList();
        threads.ForEach(static thread => thread.Start());
        threads.ForEach(static thread => thread.Join());
        Assert.Equal(Texts + 1, pool.Count);
        Assert.Equal(Enumerable.Range(1, Texts), found[0].Order());
        Assert.All(found, codes => Assert.True(found[0].AsSpan().SequenceEqual(codes)));
        Assert.All(Enumerable.Range(0, Texts), number => Assert.Equal(TextOf(number), pool.TextOf(found[0][number])));

        static string TextOf(int number) => (number % 7) switch
        {
            0 => $"企业{number}",
            1 => new string('k', number % 300) + number.ToString(CultureInfo.InvariantCulture),
            _ => $"B{number:D8}-1",
        };
    }
}
