// Compiled code that is kept: whatever stands in its place, the kernel is right, and afterwards the entry is good again.
using System.Security.Cryptography;
using Dsl.Batch.Engines;
using Dsl.Columns.Compiling;
using Dsl.Columns.Emitting;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class KernelCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly GeneratedProgram _program = ProgramEmitter.Emit(TestProgram.Program);
    private readonly KernelCache _cache;

    public KernelCacheTests() => _cache = KernelFolder.Open(_folder["kernels"]) ?? throw new InvalidOperationException("no cache");

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
            ("空的", []), ("截断", good[..(good.Length / 2)]), ("只有指纹", good[..SHA256.HashSizeInBytes]), ("乱字节", random),
            ("一位不同", flipped),
            ("指纹相符而不是程序", [.. SHA256.HashData("文本"u8), .. "文本"u8]),
            ("指纹相符而是别的程序", WithHash(File.ReadAllBytes(typeof(TestProgram).Assembly.Location))),
        ];
        foreach (var (name, bytes) in damages)
        {
            File.WriteAllBytes(Entry, bytes);
            AssertWorks();
            Assert.True(good.AsSpan().SequenceEqual(File.ReadAllBytes(Entry)), name);
        }
        Assert.Equal(Kept(Path.GetRelativePath(_folder.Path, Entry)), _folder.Names);
    }

    [Fact]
    public void 占了位置的文件夹_读不了的文件_缓存是文件_都照常编译不留碎片()
    {
        Directory.CreateDirectory(Path.Combine(Entry, "里面"));
        AssertWorks();
        Assert.Equal(Kept(), _folder.Names);
        Directory.Delete(Entry, recursive: true);
        File.WriteAllBytes(Entry, [1, 2, 3]);
        // Root reads it all the same, and finds it damaged.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Entry, UnixFileMode.None);
        AssertWorks();
        Assert.Equal(Kept(Path.GetRelativePath(_folder.Path, Entry)), _folder.Names);
        _folder.Write("文件", "");
        Assert.Null(KernelFolder.Open(_folder["文件"]));
        Works(null);
    }

    [Fact]
    public void 别人放进来的程序不载入()
    {
        AssertWorks();
        // A whole program: with the right hash, under the right key, and with the seal of another folder.
        var good = File.ReadAllBytes(Entry);
        var other = KernelFolder.Open(_folder["别处"]);
        Assert.NotNull(other);
        var key = KernelLoader.KeyOf(_program);
        var image = good[HMACSHA256.HashSizeInBytes..];
        other.Keep(key, image);
        foreach (var bytes in new[] { WithHash(image), File.ReadAllBytes(_folder[Path.Combine("别处", key + ".kernel")]) })
        {
            File.WriteAllBytes(Entry, bytes);
            Assert.Null(_cache.Find(key));
        }
        // The entry of another program, sealed by the same user.
        _cache.Keep("0123", image);
        File.Copy(_folder[Path.Combine("kernels", "0123.kernel")], Entry, overwrite: true);
        Assert.Null(_cache.Find(key));
        _cache.Keep(key, image);
        Assert.NotNull(_cache.Find(key));
    }

    [Fact]
    public void 不是自己的文件夹不用()
    {
        Assert.Null(KernelFolder.Open("kernels"));
        Assert.Null(KernelFolder.Open("./kernels"));
        Assert.False(Directory.Exists("kernels"));
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        foreach (var mode in new[] { UnixFileMode.OtherWrite, UnixFileMode.GroupWrite })
        {
            var folder = _folder[$"可写{mode}"];
            Directory.CreateDirectory(Path.Combine(folder, "里面"), Own);
            File.SetUnixFileMode(folder, Own | mode | UnixFileMode.OtherExecute);
            Assert.Null(KernelFolder.Open(folder));
            // Whoever may write the folder above may put another one in its place; the group cannot reach this one.
            Assert.Equal(mode == UnixFileMode.OtherWrite, KernelFolder.Open(Path.Combine(folder, "里面")) is null);
            File.CreateSymbolicLink(_folder[$"链接{mode}"], folder);
            Assert.Null(KernelFolder.Open(_folder[$"链接{mode}"]));
            // In a sticky folder like /tmp this is impossible.
            File.SetUnixFileMode(folder, Own | mode | UnixFileMode.OtherExecute | UnixFileMode.StickyBit);
            Assert.NotNull(KernelFolder.Open(Path.Combine(folder, "里面")));
            Assert.Null(KernelFolder.Open(folder));
        }
    }

    [Fact]
    public void 公开的密钥不是密钥()
    {
        var secret = _folder[Path.Combine("kernels", "secret")];
        var known = File.ReadAllBytes(secret);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            Assert.NotNull(KernelFolder.Open(_folder["kernels"]));
            Assert.NotEqual(known, File.ReadAllBytes(secret));
        }
        File.WriteAllBytes(secret, [1]);
        Assert.NotNull(KernelFolder.Open(_folder["kernels"]));
        Assert.Equal(32, new FileInfo(secret).Length);
    }

    [Fact]
    public void 许多进程同时打开和保存_都得到完整的()
    {
        Parallel.For(0, 16, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ => Works(KernelFolder.Open(_folder["同时"])));
        Assert.Equal(["secret"], _folder.Names
            .Where(static name => name.StartsWith("同时", StringComparison.Ordinal) && !name.EndsWith(".kernel", StringComparison.Ordinal))
            .Select(static name => Path.GetFileName(name)));
    }

    [Fact]
    public void 别的版本的代码是另一个条目()
    {
        var other = _program with { Source = _program.Source + "\n" };
        Assert.NotEqual(KernelLoader.KeyOf(_program), KernelLoader.KeyOf(other));
    }

    private void AssertWorks() => Works(_cache);

    private string[] Kept(params string[] entries) => [.. entries, Path.Combine("kernels", "secret")];

    private void Works(KernelCache? cache) =>
        Assert.Equal(_program.Clauses.Count(static plan => plan.Kernel >= 0), KernelLoader.Load(_program, cache).Clauses.Length);

    private static byte[] WithHash(byte[] image) => [.. SHA256.HashData(image), .. image];
}
