// Compiled code that is kept: whatever stands in its place, the kernel is right, and afterwards the entry is good again.
using System.Security.Cryptography;
using Dsl.Backends.Roslyn.Compiling;
using Dsl.Backends.Roslyn.Emitting;
using Xunit;

namespace Dsl.Runtime.Tests;

public sealed class KernelCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GeneratedProgram _program = ProgramEmitter.Emit(TestProgram.Program);
    private readonly KernelCache _cache;

    public KernelCacheTests() => _cache = new(_folder["kernels"]);

    public void Dispose() => _folder.Dispose();

    private string Entry => _folder[Path.Combine("kernels", KernelLoader.KeyOf(_program) + ".kernel")];

    [Fact]
    public void 损坏的缓存重新编译_之后又是完好的()
    {
        AssertWorks();
        var good = File.ReadAllBytes(Entry);
        var random = new byte[good.Length];
        new Random(1).NextBytes(random);
        var flipped = good.ToArray();
        flipped[^100] ^= 1;
        (string Name, byte[] Bytes)[] damages =
        [
            ("空的", []), ("截断", good[..(good.Length / 2)]), ("只有指纹", good[..SHA256.HashSizeInBytes]), ("乱字节", random), ("一位不同", flipped),
            ("指纹相符而不是程序", [.. SHA256.HashData("文本"u8), .. "文本"u8]),
            ("指纹相符而是别的程序", WithHash(File.ReadAllBytes(typeof(TestProgram).Assembly.Location))),
        ];
        foreach (var (name, bytes) in damages)
        {
            File.WriteAllBytes(Entry, bytes);
            AssertWorks();
            Assert.True(good.AsSpan().SequenceEqual(File.ReadAllBytes(Entry)), name);
        }
        Assert.Equal([Path.GetRelativePath(_folder.Path, Entry)], _folder.Names);
    }

    [Fact]
    public void 占了位置的文件夹_读不了的文件_缓存是文件_都照常编译不留碎片()
    {
        Directory.CreateDirectory(Path.Combine(Entry, "里面"));
        AssertWorks();
        Assert.Empty(_folder.Names);
        Directory.Delete(Entry, recursive: true);
        File.WriteAllBytes(Entry, [1, 2, 3]);
        // Root reads it all the same, and finds it damaged.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Entry, UnixFileMode.None);
        AssertWorks();
        Assert.Single(_folder.Names);
        _folder.Write("文件", "");
        Works(new(_folder["文件"]));
    }

    [Fact]
    public void 别的版本的代码是另一个条目()
    {
        var other = _program with { Source = _program.Source + "\n" };
        Assert.NotEqual(KernelLoader.KeyOf(_program), KernelLoader.KeyOf(other));
    }

    private void AssertWorks() => Works(_cache);

    private void Works(KernelCache cache) =>
        Assert.Equal(_program.Clauses.Count(static plan => plan.Kernel >= 0), KernelLoader.Load(_program, cache).Clauses.Length);

    private static byte[] WithHash(byte[] image) => [.. SHA256.HashData(image), .. image];
}
