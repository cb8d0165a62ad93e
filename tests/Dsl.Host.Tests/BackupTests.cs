// Backup and restore: what comes back is what was there, in either store; what is damaged or has no room changes nothing.
using System.IO.Compression;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Backup;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class BackupTests(StoreFixture fixture)
{
    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var from in StoreFixture.KindNames)
                foreach (var to in StoreFixture.KindNames)
                    pairs.Add(from, to);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task 恢复出来的与备份时相同(string from, string to)
    {
        var (setting, folder) = fixture.New(from);
        var backup = Path.Combine(folder, "..", $"{Path.GetFileName(folder)}.zip");
        var written = await Prepare(setting, folder, backup);
        var (target, place) = fixture.New(to);
        using (var reader = BackupReader.Open(backup))
        {
            Assert.Equal(written with { Finding = null }, reader.Check(default));
            await reader.Restore(target, place, TimeProvider.System, default);
        }
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(folder, "id")), await File.ReadAllTextAsync(Path.Combine(place, "id")));
        Assert.Equal("一", await File.ReadAllTextAsync(Path.Combine(place, "policy-sets", "ab", "政策.policy")));
        Assert.False(Directory.Exists(Path.Combine(place, "runs")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(place) ?? "", "*.tmp"));
        await using var store = await ControlStores.Open(target, place, TimeProvider.System, default);
        var audit = await AuditReader.Verify(store, written.AuditHead, default);
        Assert.Null(audit.Problem);
        Assert.Equal((written.AuditCount, written.AuditHead), (audit.Count, audit.Head));
        Assert.Equal("张三", Assert.Single(await new AccountStore(store, TimeProvider.System).All(default)).Name);
        // A backup of what was restored holds the same rows.
        var again = backup + ".2.zip";
        Assert.Equal(written.Rows, (await BackupWriter.Write(store, place, again, TimeProvider.System, default)).Rows);
        Assert.Equal(TablesIn(backup), TablesIn(again));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task 公布过的恢复以后台账相同_不再多付(string from, string to)
    {
        await using var world = await PublishingWorld.Start(fixture.New(from));
        await world.Imported();
        await PublishingWorld.Ok(await world.Decide(await world.Run(), "A1", "20万元"));
        var run = await world.Run();
        await world.Approve(run);
        await PublishingWorld.Ok(await world.Confirm(await world.Propose(run)));
        var data = world.Server.Services.GetRequiredService<DataFolder>().Path;
        var (target, place) = fixture.New(to);
        var backup = place + ".ledger.zip";
        await BackupWriter.Write(world.Server.Services.GetRequiredService<IControlStore>(), data, backup, TimeProvider.System, default);
        using (var reader = BackupReader.Open(backup))
            await reader.Restore(target, place, TimeProvider.System, default);
        await using var restored = await world.Again((target, place));
        Assert.Equal(await world.Ledger(), await restored.Ledger());
        Assert.Equal(await world.Text($"/api/v1/runs/{run}/result"), await restored.Text($"/api/v1/runs/{run}/result"));
        var nothing = await restored.Post($"/api/v1/runs/{await restored.Run()}/publication");
        Assert.Equal("没有差额", (string?)nothing["状态"]);
    }

    [Theory]
    [MemberData(nameof(StoreFixture.Kinds), MemberType = typeof(StoreFixture))]
    public async Task 用过的库和目录不动(string kind)
    {
        var (setting, folder) = fixture.New("sqlite");
        var backup = folder + ".zip";
        await Prepare(setting, folder, backup);
        using var reader = BackupReader.Open(backup);
        var (target, place) = fixture.New(kind);
        await File.WriteAllTextAsync(Path.Combine(place, "别的"), "");
        await Refused("DSL6053", () => reader.Restore(target, place, TimeProvider.System, default));
        File.Delete(Path.Combine(place, "别的"));
        if (kind != "sqlite")
        {
            await using (var used = await ControlStores.Open(target, place, TimeProvider.System, default))
                await new AccountStore(used, TimeProvider.System).Add("李四", Roles.Officer, "", "测试", default);
            await Refused("DSL6054", () => reader.Restore(target, place, TimeProvider.System, default));
            Assert.Empty(Directory.EnumerateFileSystemEntries(place));
        }
    }

    [Fact]
    public async Task 损坏的备份什么也不恢复()
    {
        var (setting, folder) = fixture.New("sqlite");
        var backup = folder + ".zip";
        await Prepare(setting, folder, backup);
        var whole = await File.ReadAllBytesAsync(backup);
        var random = new Random(7);
        var bad = folder + ".bad.zip";
        for (var i = 0; i < 200; i++)
        {
            var bytes = (byte[])whole.Clone();
            if (i % 2 == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            else
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(bad, bytes);
            var place = Path.Combine(folder, $"恢复{i}");
            try
            {
                using var reader = BackupReader.Open(bad);
                await reader.Restore("sqlite", place, TimeProvider.System, default);
            }
            catch (HostException error)
            {
                Assert.StartsWith("DSL60", error.Problem.Rule.Code, StringComparison.Ordinal);
                Assert.False(Path.Exists(place));
                continue;
            }
            // What changed says nothing of the content: a time, an attribute.
            await using var store = ControlStores.OpenExisting("sqlite", place);
            Assert.Null((await AuditReader.Verify(store, null, default)).Problem);
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder, "*.tmp"));
    }

    /// <summary>A part that is stored as it is (what the compressed bytes say is then no JSON) ends before its end is read.</summary>
    [Fact]
    public async Task 压缩方法被改的备份什么也不恢复()
    {
        var (setting, folder) = fixture.New("sqlite");
        var backup = folder + ".zip";
        await Prepare(setting, folder, backup);
        var bytes = await File.ReadAllBytesAsync(backup);
        // Byte 10 of an entry of the central directory, which begins with PK\x01\x02, is the method; 0 stores.
        var entries = Enumerable.Range(0, bytes.Length - 46)
            .Where(at => bytes.AsSpan(at, 4).SequenceEqual("PK\u0001\u0002"u8) && bytes[at + 10] != 0).ToList();
        Assert.NotEmpty(entries);
        foreach (var at in entries)
        {
            var changed = (byte[])bytes.Clone();
            changed[at + 10] = 0;
            var bad = folder + ".bad.zip";
            await File.WriteAllBytesAsync(bad, changed);
            var place = Path.Combine(folder, $"恢复{at}");
            var error = await Assert.ThrowsAsync<HostException>(async () =>
            {
                using var reader = BackupReader.Open(bad);
                await reader.Restore("sqlite", place, TimeProvider.System, default);
            });
            Assert.StartsWith("DSL60", error.Problem.Rule.Code, StringComparison.Ordinal);
            Assert.False(Path.Exists(place));
        }
    }

    [Theory]
    [InlineData("../外面/x")]
    [InlineData("results/../../外面/x")]
    [InlineData("/tmp/x")]
    [InlineData("results\\\\..\\\\x")]
    [InlineData("control.db")]
    public async Task 备份里的文件名出不了数据目录(string name)
    {
        var (setting, folder) = fixture.New("sqlite");
        var backup = folder + ".zip";
        await Prepare(setting, folder, backup);
        using (var zip = ZipFile.Open(backup, ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry(BackupWriter.DescriptionName) ?? throw new InvalidOperationException();
            string text;
            using (var reader = new StreamReader(entry.Open()))
                text = await reader.ReadToEndAsync();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(BackupWriter.DescriptionName).Open());
            await writer.WriteAsync(text.Replace("policy-sets/ab/政策.policy", name, StringComparison.Ordinal));
        }
        var place = Path.Combine(folder, "恢复");
        using var bad = BackupReader.Open(backup);
        await Refused("DSL6052", () => bad.Restore("sqlite", place, TimeProvider.System, default));
        Assert.False(Path.Exists(place));
    }

    [Fact]
    public async Task 不盖掉已有的备份_别的目录不备份_缺少的文件说出来()
    {
        var (setting, folder) = fixture.New("sqlite");
        await Prepare(setting, folder, folder + ".1.zip");
        await using var store = await ControlStores.Open(setting, folder, TimeProvider.System, default);
        await Refused("DSL6050", () => BackupWriter.Write(store, folder, folder + ".1.zip", TimeProvider.System, default));
        await Refused("DSL6050", () => BackupWriter.Write(store, Path.GetTempPath(), folder + ".2.zip", TimeProvider.System, default));
        await Refused("DSL6050",
            () => BackupWriter.Write(store, folder, Path.Combine(folder, "没有", "x.zip"), TimeProvider.System, default));
        Directory.Delete(Path.Combine(folder, "policy-sets", "ab"), recursive: true);
        var report = await BackupWriter.Write(store, folder, folder + ".3.zip", TimeProvider.System, default);
        Assert.Equal("DSL6051", report.Finding?.Problem.Rule.Code);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder + ".3.zip"));
    }

    [Theory]
    [MemberData(nameof(StoreFixture.Kinds), MemberType = typeof(StoreFixture))]
    public async Task 一边写一边备份也是同一时刻的(string kind)
    {
        var (setting, folder) = fixture.New(kind);
        await Prepare(setting, folder, folder + ".0.zip");
        await using var store = await ControlStores.Open(setting, folder, TimeProvider.System, default);
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            await using var audit = new AuditLog(store, TimeProvider.System);
            while (!stop.IsCancellationRequested)
                await audit.Append(new("系统", "测算"));
        });
        for (var i = 1; i <= 5; i++)
        {
            var backup = $"{folder}.{i}.zip";
            await BackupWriter.Write(store, folder, backup, TimeProvider.System, default);
            using var reader = BackupReader.Open(backup);
            await reader.Restore("sqlite", $"{folder}.恢复{i}", TimeProvider.System, default);
        }
        await stop.CancelAsync();
        await writer;
    }

    private static async Task<BackupReport> Prepare(string setting, string folder, string backup)
    {
        DataFolder.Take(folder).Dispose();
        await using var store = await ControlStores.Open(setting, folder, TimeProvider.System, default);
        await new AccountStore(store, TimeProvider.System).Add("张三", Roles.Officer | Roles.Reviewer, "", "测试 'x' \"y\"\n", default);
        await store.Write(static session => session.Execute("INSERT INTO policy_set VALUES ('ab', '1', 'x', '文号〔2021〕1号')"), default);
        foreach (var file in (string[])["policy-sets/ab/政策.policy", "policy-sets/cd.tmp/半份", "runs/1/1.csv"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file)) ?? "");
            await File.WriteAllTextAsync(Path.Combine(folder, file), "一");
        }
        return await BackupWriter.Write(store, folder, backup, TimeProvider.System, default);
    }

    private static string TablesIn(string backup)
    {
        using var zip = ZipFile.OpenRead(backup);
        return string.Join('\n', zip.Entries.Where(static entry => entry.FullName.StartsWith("store/", StringComparison.Ordinal))
            .Select(static entry => $"{entry.FullName} {entry.Crc32:x}"));
    }

    private static async Task Refused(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<HostException>(act)).Problem.Rule.Code);
}
