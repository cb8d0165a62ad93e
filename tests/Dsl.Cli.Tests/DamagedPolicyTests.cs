// The policy of the repository, cut off anywhere and damaged at random: findings, never a crash or a hang.
using System.Text;
using Dsl.Cli.Tests.Harness;
using Dsl.Testing;
using Xunit;

namespace Dsl.Cli.Tests;

public class DamagedPolicyTests
{
    private const int Prefixes = 200, Damages = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly byte[] Whole = File.ReadAllBytes(RepositoryRoot.Combine("policies", "渝中府办〔2021〕13号.policy"));
    private static readonly string[] Words = ["「", "」", "(", "]", "|", "\n", "条款 ", "若 ", "算例 条款 1\n", "=", "……", "一亿元", "\t"];

    /// <summary>Cut at even distances in bytes, so that many cuts fall inside a character.</summary>
    [Fact]
    public void 截断的文件() =>
        CheckAll(Enumerable.Range(0, Prefixes).Select(static i => Whole[..(int)((long)Whole.Length * i / Prefixes)]));

    [Fact]
    public void 随机损坏的文件() => CheckAll(Enumerable.Range(1, Damages).Select(Damage));

    /// <summary>
    /// One in four is damaged byte by byte, which seldom leaves UTF-8 and is refused when read; the others character by character.
    /// </summary>
    private static byte[] Damage(int seed)
    {
        var random = new Random(seed);
        if (seed % 4 == 0)
            return [.. Damage(new List<byte>(Whole), random, word => Encoding.UTF8.GetBytes(word), () => (byte)random.Next(256))];
        return Encoding.UTF8.GetBytes([.. Damage(new List<char>(Encoding.UTF8.GetString(Whole)), random, word => word.ToCharArray(),
            () => (char)random.Next(0x20, 0xD7FF))]);
    }

    private static List<T> Damage<T>(List<T> text, Random random, Func<string, T[]> encode, Func<T> any)
    {
        for (var i = random.Next(1, 9); i > 0; i--)
        {
            var start = random.Next(text.Count);
            var length = Math.Min(random.Next(1, 200), text.Count - start);
            switch (random.Next(4))
            {
                case 0:
                    text.RemoveRange(start, length);
                    break;
                case 1:
                    text.InsertRange(random.Next(text.Count), text.GetRange(start, length));
                    break;
                case 2:
                    text.InsertRange(start, encode(Words[random.Next(Words.Length)]));
                    break;
                default:
                    text[start] = any();
                    break;
            }
        }
        return text;
    }

    private static void CheckAll(IEnumerable<byte[]> contents)
    {
        using var folder = new ScratchFolder();
        folder.CopyFrom(RepositoryRoot.Combine("policies", "schema"), "schema");
        folder.CopyFrom(RepositoryRoot.Combine("policies", "sources"), "sources");
        var checkedFiles = 0;
        foreach (var content in contents)
        {
            folder.Write("文件.policy", content);
            var running = Task.Run(() => PolicyRun.Of("check", folder.Root));
            Assert.True(running.Wait(Longest), $"still running after {Longest}: {content.Length} bytes");
            var run = running.Result;
            Assert.True(run.Code is 0 or 1 or 2, $"exit {run.Code}, {content.Length} bytes: {run.Error}");
            checkedFiles += run.Code == 2 ? 0 : 1;
            Assert.DoesNotContain("程序内部错误", run.Error, StringComparison.Ordinal);
        }
        Assert.InRange(checkedFiles, 50, int.MaxValue);
    }
}
