// Accounts and keys in the store: rules of names and roles, one-time secrets, passwords, locks, revocation; each change in the audit.
using System.Diagnostics;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Xunit;

namespace Dsl.Host.Tests;

[Collection(StoreCollection.Name)]
public sealed class AccountTests(StoreFixture fixture)
{
    private const string Good = "Sesam-Oeffne-7";

    private readonly MovedClock _clock = new();

    public static TheoryData<string> Kinds => StoreFixture.Kinds;

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("系统")]
    [InlineData("匿名")]
    [InlineData("-甲")]
    [InlineData("甲'; DROP TABLE account; --")]
    [InlineData("甲\u0000乙")]
    [InlineData("甲\n乙")]
    [InlineData("密钥 1")]
    public async Task 不能作名称的不建账号(string name)
    {
        await using var store = await fixture.Open("sqlite");
        if (AccountStore.NameOf(name) is { } canonical)
            Assert.All(canonical, static c => Assert.True(char.IsLetterOrDigit(c)));
        else
            await Refused("DSL6040", () => Accounts(store).Add(name, Roles.Officer, "", "测试", default));
    }

    [Fact]
    public void 很长的名称不能用而大小写和全角是同一个()
    {
        Assert.Null(AccountStore.NameOf(new string('甲', 65)));
        Assert.Null(AccountStore.NameOf(new string('a', 1 << 20)));
        Assert.Equal(AccountStore.NameOf("zhang.san"), AccountStore.NameOf("Ｚhang.San"));
        Assert.NotNull(AccountStore.NameOf("张三-2@区局"));
    }

    [Theory]
    [InlineData("系统管理 安全管理", "", "DSL6041")]
    [InlineData("系统管理 审计", "", "DSL6041")]
    [InlineData("安全管理 审计 经办", "", "DSL6041")]
    [InlineData("企业 经办", "A1", "DSL6041")]
    [InlineData("", "", "DSL6041")]
    [InlineData("企业", "", "DSL6042")]
    [InlineData("经办", "A1", "DSL6042")]
    [InlineData("企业", "A1", null)]
    [InlineData("经办 审核", "", null)]
    [InlineData("经办 系统管理", "", null)]
    public void 不能在一起的角色(string words, string subject, string? code) =>
        Assert.Equal(code, RoleWords.Problem(RoleWords.Parse(words.Split(' ')), subject)?.Rule.Code);

    [Fact]
    public void 角色的词来回一样()
    {
        Assert.Equal("企业 经办 审核 系统管理 安全管理 审计", string.Join(" ", RoleWords.All));
        Assert.Equal(Roles.Any, RoleWords.Parse(RoleWords.All));
        Assert.Equal<string>(RoleWords.All, RoleWords.Of(Roles.Any));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 一次性口令设好密码才能登录而且只用一次(string kind)
    {
        await using var store = await fixture.Open(kind);
        var (accounts, signIn) = (Accounts(store), new SignIn(store, _clock));
        var invitation = await accounts.Add("张三", Roles.Officer, "", "测试", default);
        await Refused("DSL6043", () => accounts.Add("张三", Roles.Auditor, "", "测试", default));
        await Refused("DSL6112", () => signIn.Enter("张三", "", "", "", default));
        await Refused("DSL6114", () => accounts.SetPassword("张三", invitation + "x", Good, default));
        await Refused("DSL6114", () => accounts.SetPassword("张三", "", Good, default));
        await Refused("DSL6114", () => accounts.SetPassword("李四", invitation, Good, default));
        await accounts.SetPassword("张三", invitation, Good, default);
        await Refused("DSL6114", () => accounts.SetPassword("张三", invitation, Good + "x", default));
        Assert.Equal("张三", (await signIn.Enter("张三", Good, "", "请求1", default)).Name);
        Assert.DoesNotContain(Good, (await accounts.All(default))[0].Password, StringComparison.Ordinal);
        var acts = (await AuditReader.Last(store, AuditFilter.None, 10, default))
            .Select(static record => (record.Entry.Actor, record.Entry.Act));
        Assert.Equal([("张三", "登录"), ("张三", "试图登录"), ("张三", "设置密码"), ("张三", "试图登录"), ("测试", "建账号")], acts);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 过期的一次性口令不能用_重发的可以(string kind)
    {
        await using var store = await fixture.Open(kind);
        var accounts = Accounts(store);
        var first = await accounts.Add("张三", Roles.Officer, "", "测试", default);
        _clock.Move(AccountStore.InvitationLife + TimeSpan.FromMinutes(1));
        await Refused("DSL6114", () => accounts.SetPassword("张三", first, Good, default));
        var second = await accounts.Invite("张三", "测试", default);
        await Refused("DSL6114", () => accounts.SetPassword("张三", first, Good, default));
        await accounts.SetPassword("张三", second, Good, default);
        await Refused("DSL6044", () => accounts.Invite("李四", "测试", default));
        await Refused("DSL6044", () => accounts.Disable("x' OR '1'='1", "测试", default));
    }

    [Theory]
    [InlineData("Kurz-1", false)]
    [InlineData("nurkleinbuchstaben", false)]
    [InlineData("klein1234567", false)]
    [InlineData("1234567890-", false)]
    [InlineData("Zhangsan-12", false)]
    [InlineData("Abcdefgh12", true)]
    [InlineData("芝麻开门吧1a234", true)]
    public void 密码要十个字符和三类(string password, bool isGood) => Assert.Equal(isGood, Passwords.IsGood(password, "zhangsan"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 连错五次锁定十分钟_到时自己解开(string kind)
    {
        await using var store = await fixture.Open(kind);
        var (accounts, signIn) = (Accounts(store), new SignIn(store, _clock));
        await accounts.SetPassword("张三", await accounts.Add("张三", Roles.Officer, "", "测试", default), Good, default);
        for (var i = 0; i < 4; i++)
            await Refused("DSL6112", () => signIn.Enter("张三", "falsch", "", "", default));
        await signIn.Enter("张三", Good, "", "", default);
        for (var i = 0; i < 5; i++)
            await Refused("DSL6112", () => signIn.Enter("张三", "falsch", "", "", default));
        await Refused("DSL6112", () => signIn.Enter("张三", Good, "", "", default));
        _clock.Move(TimeSpan.FromMinutes(9));
        await Refused("DSL6112", () => signIn.Enter("张三", Good, "", "", default));
        _clock.Move(TimeSpan.FromMinutes(2));
        await Refused("DSL6112", () => signIn.Enter("张三", "falsch", "", "", default));
        await signIn.Enter("张三", Good, "", "", default);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 同时试许多次也只比较五次(string kind)
    {
        await using var store = await fixture.Open(kind);
        var (accounts, signIn) = (Accounts(store), new SignIn(store, _clock));
        await accounts.SetPassword("张三", await accounts.Add("张三", Roles.Officer, "", "测试", default), Good, default);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            Refused("DSL6112", () => signIn.Enter("张三", $"falsch{i}", "", "", default))));
        await Refused("DSL6112", () => signIn.Enter("张三", Good, "", "", default));
        Assert.Equal(5, (await accounts.All(default))[0].Failures);
    }

    [Fact]
    public async Task 没有的名称得到同样的回答而且用差不多的时间()
    {
        await using var store = await fixture.Open("sqlite");
        var (accounts, signIn) = (Accounts(store), new SignIn(store, _clock));
        await accounts.SetPassword("张三", await accounts.Add("张三", Roles.Officer, "", "测试", default), Good, default);
        await Time("王五");
        var (known, unknown) = (await Time("张三"), await Time("李四"));
        Assert.InRange(unknown.Milliseconds / known.Milliseconds, 0.2, 5);
        Assert.Equal(known.Answer, unknown.Answer);

        async Task<(double Milliseconds, string Answer)> Time(string name)
        {
            var watch = Stopwatch.StartNew();
            var answer = (await Assert.ThrowsAsync<HostException>(() => signIn.Enter(name, "falsch", "", "", default))).Problem.ToString();
            return (watch.Elapsed.TotalMilliseconds, answer);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 停用的账号不能登录也不能设密码(string kind)
    {
        await using var store = await fixture.Open(kind);
        var (accounts, signIn) = (Accounts(store), new SignIn(store, _clock));
        await accounts.SetPassword("张三", await accounts.Add("张三", Roles.Officer, "", "测试", default), Good, default);
        var before = (await accounts.All(default))[0].Stamp;
        await accounts.Disable("张三", "测试", default);
        await Refused("DSL6112", () => signIn.Enter("张三", Good, "", "", default));
        Assert.NotEqual(before, (await accounts.All(default))[0].Stamp);
        await accounts.SetPassword("张三", await accounts.Invite("张三", "测试", default), Good, default);
        await signIn.Enter("张三", Good, "", "", default);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task 密钥只显示一次_吊销和到期以后不能用(string kind)
    {
        await using var store = await fixture.Open(kind);
        var keys = new ApiKeyStore(store, _clock);
        var end = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).AddDays(30);
        var text = await keys.Add(new("税务接口", Roles.Officer, "", end), "测试", default);
        var (id, secret) = ApiKeyStore.Parts(text) ?? default;
        var row = await keys.Find(id, default);
        Assert.True(keys.IsGood(row, secret));
        Assert.False(keys.IsGood(row, secret + "x"));
        Assert.False(keys.IsGood(null, ""));
        Assert.DoesNotContain(secret, row?.SecretSha256 ?? "", StringComparison.Ordinal);
        await keys.NoteUse(row ?? new(), default);
        Assert.NotEqual("", (await keys.Find(id, default))?.LastUsedOn);
        _clock.Move(TimeSpan.FromDays(32));
        Assert.False(keys.IsGood(row, secret));
        _clock.Move(TimeSpan.FromDays(-32));
        await keys.Revoke(id, "测试", default);
        await keys.Revoke(id, "测试", default);
        Assert.False(keys.IsGood(await keys.Find(id, default), secret));
        await Refused("DSL6044", () => keys.Revoke("x", "测试", default));
        Assert.Equal(["吊销密钥", "建密钥"],
            (await AuditReader.Last(store, AuditFilter.None, 10, default)).Select(static record => record.Entry.Act));
        Assert.Null((await AuditReader.Verify(store, null, default)).Problem);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(500)]
    public async Task 密钥的有效期有限度(int days)
    {
        await using var store = await fixture.Open("sqlite");
        var today = DateOnly.FromDateTime(_clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        await Refused("DSL6045", () => new ApiKeyStore(store, _clock).Add(new("接口", Roles.Officer, "", today.AddDays(days)), "测试",
            default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("policy")]
    [InlineData("policy_1")]
    [InlineData("other_1_2")]
    public void 不成样子的密钥(string text) => Assert.Null(ApiKeyStore.Parts(text));

    private static async Task Refused(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<HostException>(act)).Problem.Rule.Code);

    private AccountStore Accounts(IControlStore store) => new(store, _clock);
}
