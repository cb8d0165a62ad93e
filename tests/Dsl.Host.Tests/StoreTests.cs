// The control store, the same cases for both kinds: what is written is there, what fails leaves nothing, writers do not lose each other's
// work.
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class StoreTests(StoreFixture fixture)
{
    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 同时写的人不会丢掉彼此的改动(string kind)
    {
        await using var store = await fixture.Open(kind);
        await store.Write(static session => session.Execute("CREATE TABLE counter (n BIGINT NOT NULL)"), default);
        await store.Write(static session => session.Execute("INSERT INTO counter VALUES (0)"), default);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => store.Write(static async session =>
        {
            var n = await session.First<long>($"SELECT n FROM counter{session.ForUpdate}");
            return await session.Execute("UPDATE counter SET n = @N", new { N = n + 1 });
        }, default))));
        Assert.Equal(100, await store.Read(static session => session.First<long>("SELECT n FROM counter"), default));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 中途失败的改动一点不留(string kind)
    {
        await using var store = await fixture.Open(kind);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write<int>(static async session =>
        {
            await session.Execute("INSERT INTO policy_set VALUES ('a', '1', 'x', '')");
            throw new InvalidOperationException();
        }, default));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Write(async session =>
        {
            await session.Execute("INSERT INTO policy_set VALUES ('a', '1', 'x', '')");
            await stop.CancelAsync();
            return await session.Execute("INSERT INTO policy_set VALUES ('b', '1', 'x', '')");
        }, stop.Token));
        Assert.Equal(0, await store.Read(static session => session.First<long>("SELECT COUNT(*) FROM policy_set"), default));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 名字里的SQL只是文字(string kind)
    {
        await using var store = await fixture.Open(kind);
        const string name = "'; DROP TABLE audit; --";
        await store.Write(static session => session.Execute("INSERT INTO policy_set VALUES (@Name, '1', 'x', '')", new { Name = name }),
            default);
        Assert.Equal(name, await store.Read(static session => session.First<string>("SELECT hash FROM policy_set"), default));
        Assert.Equal(0, await store.Read(static session => session.First<long>("SELECT COUNT(*) FROM audit"), default));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 迁移只运行一次(string kind)
    {
        var (setting, folder) = fixture.New(kind);
        await using (var first = await ControlStores.Open(setting, folder, TimeProvider.System, default))
            Assert.Equal(0, await Migrations.Run(first, Migrations.All, TimeProvider.System, default));
        await using var second = await ControlStores.Open(setting, folder, TimeProvider.System, default);
        Assert.Equal(Migrations.All.Count,
            await second.Read(static session => session.First<long>("SELECT COUNT(*) FROM migration"), default));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 几个进程同时打开新库只迁移一次(string kind)
    {
        var (setting, folder) = fixture.New(kind);
        var stores = await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() => ControlStores.Open(setting, folder, TimeProvider.System, default))));
        Assert.Equal(1, await stores[0].Read(static session => session.First<long>("SELECT COUNT(*) FROM audit_head"), default));
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 迁移中途失败时一步也不算(string kind)
    {
        await using var store = await fixture.Open(kind);
        Migration[] scripts = [.. Migrations.All, new("8000-good", "CREATE TABLE good (n BIGINT)"), new("8001-bad", "CREATE TABLE")];
        await Assert.ThrowsAsync<HostException>(() => Migrations.Run(store, scripts, TimeProvider.System, default));
        await Assert.ThrowsAsync<HostException>(
            () => store.Read(static session => session.First<long>("SELECT COUNT(*) FROM good"), default));
        Assert.Equal(1, await Migrations.Run(store, scripts[..^1], TimeProvider.System, default));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 新程序建的库和改过的迁移都不打开(string kind)
    {
        await using var store = await fixture.Open(kind);
        await Migrations.Run(store, [.. Migrations.All, new("9000-later", "CREATE TABLE later (n BIGINT)")], TimeProvider.System, default);
        var tooNew = await Assert.ThrowsAsync<HostException>(() => Migrations.Run(store, Migrations.All, TimeProvider.System, default));
        Assert.Equal("DSL6012", tooNew.Problem.Rule.Code);
        var changed = await Assert.ThrowsAsync<HostException>(() =>
            Migrations.Run(store, [.. Migrations.All, new("9000-later", "CREATE TABLE later (n TEXT)")], TimeProvider.System, default));
        Assert.Equal("DSL6013", changed.Problem.Rule.Code);
    }

    [Fact]
    public async Task 打不开的库说明原因()
    {
        var (_, folder) = fixture.New("sqlite");
        await File.WriteAllTextAsync(Path.Combine(folder, ControlStores.FileName), new string('x', 5000));
        var error = await Assert.ThrowsAsync<HostException>(() => ControlStores.Open("sqlite", folder, TimeProvider.System, default));
        Assert.Contains("不是控制库", error.Problem.Message, StringComparison.Ordinal);
        foreach (var setting in (string[])["mysql", "postgres://me@host/db#table", "postgres://me:secret@host/db", "postgres://me@host"])
        {
            var wrong = await Assert.ThrowsAsync<HostException>(() => ControlStores.Open(setting, folder, TimeProvider.System, default));
            Assert.Equal("DSL6002", wrong.Problem.Rule.Code);
            Assert.DoesNotContain("secret", wrong.Problem.Message, StringComparison.Ordinal);
        }
        var away = await Assert.ThrowsAsync<HostException>(
            () => ControlStores.Open("postgres://me@127.0.0.1:1/db", folder, TimeProvider.System, default));
        Assert.Equal("DSL6010", away.Problem.Rule.Code);
    }
}
