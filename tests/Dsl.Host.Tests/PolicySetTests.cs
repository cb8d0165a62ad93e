// Sets of policies: swapped when good, kept when bad, found again by hash, gone from memory when nobody uses them.
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Host.Store;
using Dsl.Values.Exact;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class PolicySetTests(StoreFixture fixture) : IDisposable
{
    private readonly PolicyFolderFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task 好的换上坏的不换()
    {
        var (store, data) = await Store();
        await using var _ = store;
        _files.Write(5);
        var (sets, folder) = Sets(store, data, new PolicyFolder([_files.Path], null));
        Assert.Equal(PolicyReload.Served, await sets.Reload(folder, default));
        Assert.Equal(PolicyReload.Unchanged, await sets.Reload(folder, default));
        var before = sets.Now.Slots[0].Serving;
        _files.WriteText("政策 测试办法\n  文号\n");
        Assert.Equal(PolicyReload.Refused, await sets.Reload(folder, default));
        Assert.Same(before, sets.Now.Slots[0].Serving);
        Assert.Equal("DSL6030", sets.Now.Slots[0].Refused?.Problem.Rule.Code);
        Assert.Contains(sets.Now.Slots[0].Refused?.Findings ?? [],
            static line => line.Contains("办法.policy:2:", StringComparison.Ordinal));
        _files.Write(6);
        Assert.Equal(PolicyReload.Served, await sets.Reload(folder, default));
        Assert.Null(sets.Now.Slots[0].Refused);
        Assert.Equal(60, Amount(sets.Now.For(new(2024, 6, 30)), "1000"));
        // Who began with the set of before finishes with it.
        Assert.Equal(50, Amount(before ?? throw new InvalidOperationException(), "1000"));
    }

    [Fact]
    public async Task 启动时政策坏了或没有了就用上一次的()
    {
        var (store, data) = await Store();
        await using var _ = store;
        _files.Write(5);
        var (first, folder) = Sets(store, data, new PolicyFolder([_files.Path], null));
        await first.Reload(folder, default);
        foreach (var damage in (Action[])[() => _files.WriteText("政策"), () => Directory.Delete(_files.Path, recursive: true)])
        {
            damage();
            var (next, _) = Sets(store, data, folder);
            Assert.Equal(PolicyReload.Refused, await next.Reload(folder, default));
            Assert.True(next.Now.IsReady);
            Assert.NotNull(next.Now.Slots[0].Refused);
            Assert.Equal(50, Amount(next.Now.For(new(2024, 6, 30)), "1000"));
        }
        Directory.CreateDirectory(_files.Path);
    }

    [Fact]
    public async Task 从没有过好的就说没有()
    {
        var (store, data) = await Store();
        await using var _ = store;
        _files.WriteText("政策");
        var (sets, folder) = Sets(store, data, new PolicyFolder([_files.Path], null));
        await sets.Reload(folder, default);
        Assert.False(sets.Now.IsReady);
        Assert.Equal("DSL6031", Assert.Throws<HostException>(() => sets.Now.For(new(2024, 6, 30))).Problem.Rule.Code);
    }

    [Fact]
    public async Task 旧版按版本号还能用()
    {
        var (store, data) = await Store();
        await using var _ = store;
        _files.Write(5);
        var (sets, folder) = Sets(store, data, new PolicyFolder([_files.Path], null));
        await sets.Reload(folder, default);
        var old = sets.Now.For(new(2024, 6, 30)).Hash;
        _files.Write(6);
        await sets.Reload(folder, default);
        Assert.Equal(50, Amount(sets.WithHash(old, default), "1000"));
        Assert.Equal(60, Amount(sets.WithHash(sets.Now.For(new(2024, 6, 30)).Hash, default), "1000"));
        foreach (var wrong in (string[])["abc", "../" + old, old.ToUpperInvariant(), ""])
            Assert.Equal("DSL6033", Assert.Throws<HostException>(() => sets.WithHash(wrong, default)).Problem.Rule.Code);
        // What is kept and was changed by hand is not what the hash says.
        var kept = Path.Combine(data, "policy-sets", old, "办法.policy");
        await File.WriteAllTextAsync(kept, (await File.ReadAllTextAsync(kept)).Replace("5%", "9%", StringComparison.Ordinal));
        var (again, _) = Sets(store, data, folder);
        Assert.Equal("DSL6033", Assert.Throws<HostException>(() => again.WithHash(old, default)).Problem.Rule.Code);
    }

    [Fact]
    public async Task 几版政策各管各的日子()
    {
        var (store, data) = await Store();
        await using var _ = store;
        using var next = new PolicyFolderFiles();
        _files.Write(5);
        next.Write(6);
        PolicyFolder[] folders = [new([_files.Path], new(2024, 1, 1)), new([next.Path], new(2025, 1, 1))];
        var (sets, _) = Sets(store, data, folders);
        foreach (var folder in folders)
            await sets.Reload(folder, default);
        Assert.Equal(50, Amount(sets.Now.For(new(2024, 12, 31)), "1000"));
        Assert.Equal(60, Amount(sets.Now.For(new(2025, 1, 1)), "1000"));
        Assert.Equal("DSL6032", Assert.Throws<HostException>(() => sets.Now.For(new(2023, 12, 31))).Problem.Rule.Code);
    }

    [Fact]
    public void 版本号与文件夹在哪里无关()
    {
        using var elsewhere = new PolicyFolderFiles();
        _files.Write(5);
        elsewhere.Write(5);
        Assert.Equal(HashOf(_files), HashOf(elsewhere));
        elsewhere.Write(6);
        Assert.NotEqual(HashOf(_files), HashOf(elsewhere));
        elsewhere.Write(5);
        File.Move(Path.Combine(elsewhere.Path, "办法.policy"), Path.Combine(elsewhere.Path, "别名.policy"));
        Assert.NotEqual(HashOf(_files), HashOf(elsewhere));
    }

    [Fact]
    public async Task 换下来的版本会从内存里消失()
    {
        var (store, data) = await Store();
        await using var _ = store;
        _files.Write(1);
        var (sets, folder) = Sets(store, data, new PolicyFolder([_files.Path], null));
        var old = new List<WeakReference>();
        for (var percent = 1; percent <= 12; percent++)
        {
            _files.Write(percent);
            await sets.Reload(folder, default);
            old.Add(WeakCurrent(sets));
        }
        for (var i = 0; i < 20 && old.Count(static set => set.IsAlive) > 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(50);
        }
        Assert.InRange(old.Count(static set => set.IsAlive), 1, 3);
    }

    private static WeakReference WeakCurrent(PolicySets sets) => new(sets.Now.Slots[0].Serving?.Prepared);

    private static string HashOf(PolicyFolderFiles files) =>
        Loading.Policies.PolicySetHash.Of(Loading.Policies.PolicyLoader.Load([files.Path]).Files);

    private async Task<(IControlStore Store, string Data)> Store()
    {
        var (setting, folder) = fixture.New("sqlite");
        return (await ControlStores.Open(setting, folder, TimeProvider.System, default), folder);
    }

    private static (PolicySets Sets, PolicyFolder First) Sets(IControlStore store, string data, params PolicyFolder[] folders) =>
        (new(new HostSettings { Policies = [.. folders] }, new(data, store, TimeProvider.System), TimeProvider.System,
            NullLogger<PolicySets>.Instance), folders[0]);

    private static Rational? Amount(PolicySet set, string cost)
    {
        var facts = FactsJson.Read(set.Program, "事实", PolicyFolderFiles.Facts(cost)).Facts ?? throw new InvalidOperationException();
        return new Interpreter(set.Program, new EvaluationContext(new(2024, 6, 30), 2024)).Evaluate(facts).Totals.Amount.Low;
    }
}
