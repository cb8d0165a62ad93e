// `policy account`: the people who may sign in to a service. There is no account that was not made here.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Host.Accounts;
using Dsl.Host.Settings;

namespace Dsl.Cli.Commands;

/// <summary>Commands about accounts.</summary>
internal static class AccountCommand
{
    private const string Codes = "0 完成；2 用法有误，或控制库不能用；3 程序内部错误";

    public static Command Create(CliContext context)
    {
        var group = new Command("account", "服务的账号")
        {
            CreateAdd(context),
            CreateReset(context, "重发一次性链接：忘了密码，或重新启用停用的账号", "policy account reset 张三"),
            CreateDisable(context),
            CreateList(context),
        };
        group.SetAction(result => HelpPage.Write(result, context));
        return group;
    }

    private static PolicyCommand CreateAdd(CliContext context)
    {
        var (name, roles, link, store) = (Name(), new RoleOptions(), Link(), new StoreOptions());
        var command = new PolicyCommand("add", "建账号，得到一个设置密码用的一次性链接；服务可以正在运行")
        {
            Examples =
            [
                ("policy account add 张三 --role 经办、审核", "张三打开显示的链接设置密码，然后登录"),
                ("policy account add 某公司 --role 企业 --subject 91110108MA01A2B3C4", "企业只能看自己"),
            ],
            ExitCodes = Codes,
        };
        command.Add(name);
        roles.AddTo(command);
        command.Add(link);
        store.AddTo(command);
        command.SetAction(result => store.Change(result, context, async (settings, control) =>
        {
            if (roles.Read(result, context) is not var (asked, subject))
                return ExitCode.Usage;
            var secret = await new AccountStore(control, TimeProvider.System)
                .Add(result.GetValue(name) ?? "", asked, subject, Actor, context.Cancellation).ConfigureAwait(false);
            return Show(result.GetValue(name) ?? "", secret, result.GetValue(link) ?? PlaceOf(settings), context);
        }));
        return command;
    }

    private static PolicyCommand CreateReset(CliContext context, string summary, string example)
    {
        var (name, link, store) = (Name(), Link(), new StoreOptions());
        var command = new PolicyCommand("reset", summary) { Examples = [(example, "服务可以正在运行")], ExitCodes = Codes };
        command.Add(name);
        command.Add(link);
        store.AddTo(command);
        command.SetAction(result => store.Change(result, context, async (settings, control) =>
        {
            var asked = result.GetValue(name) ?? "";
            var secret = await new AccountStore(control, TimeProvider.System).Invite(asked, Actor, context.Cancellation)
                .ConfigureAwait(false);
            return Show(asked, secret, result.GetValue(link) ?? PlaceOf(settings), context);
        }));
        return command;
    }

    private static PolicyCommand CreateDisable(CliContext context)
    {
        var (name, store) = (Name(), new StoreOptions());
        var command = new PolicyCommand("disable", "停用账号：已经登录的也马上退出")
            { Examples = [("policy account disable 张三", "服务可以正在运行")], ExitCodes = Codes };
        command.Add(name);
        store.AddTo(command);
        command.SetAction(result => store.Change(result, context, async control =>
        {
            await new AccountStore(control, TimeProvider.System).Disable(result.GetValue(name) ?? "", Actor, context.Cancellation)
                .ConfigureAwait(false);
            context.Error.WriteLine("已停用。");
            return ExitCode.Done;
        }));
        return command;
    }

    private static PolicyCommand CreateList(CliContext context)
    {
        var store = new StoreOptions();
        var command = new PolicyCommand("list", "列出账号：名称、角色、状态")
            { Examples = [("policy account list --data /var/lib/policy", "服务可以正在运行")], ExitCodes = Codes };
        store.AddTo(command);
        command.SetAction(result => store.Look(result, context, async control =>
        {
            foreach (var row in await new AccountStore(control, TimeProvider.System).All(context.Cancellation).ConfigureAwait(false))
                context.Output.WriteLine($"{row.Name}  {RoleOptions.Shown(row.Roles, row.Subject)}  "
                    + (row is { State: AccountState.Active, Password: "" } ? "还没有设置密码" : row.State));
            return ExitCode.Done;
        }));
        return command;
    }

    /// <summary>The link alone on standard output, for scripts.</summary>
    private static int Show(string name, string secret, string place, CliContext context)
    {
        context.Error.WriteLine($"一次性链接（{AccountStore.InvitationLife.TotalHours:0} 小时内有效，只能用一次，只显示这一次）：");
        context.Output.WriteLine(place.TrimEnd('/') + AccountStore.LinkOf(name, secret));
        context.Error.WriteLine("请交给本人在浏览器里打开，设置密码；服务的地址不是这个的，用 --link 写明。");
        return ExitCode.Done;
    }

    /// <summary>Where the service is found, as far as settings tell: one that listens on all addresses is found on this machine.</summary>
    private static string PlaceOf(HostSettings settings) =>
        new UriBuilder(settings.Urls[0]) is var place && place.Host is "0.0.0.0" or "[::]"
            ? $"{place.Scheme}://127.0.0.1:{place.Port}" : settings.Urls[0];

    private static Option<string?> Link() =>
        CommonOptions.Text("--link", "URL", "服务的地址，写在一次性链接里；缺省是设置里监听的第一个地址");

    /// <summary>Who acts, for the audit: whoever may open the store.</summary>
    internal static string Actor => $"命令行 {Environment.UserName}";

    private static Argument<string> Name() => new("NAME") { HelpName = "NAME", Description = "账号的名称" };
}
