// `policy account`: the people who may sign in to a service. There is no account that was not made here.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Host.Accounts;

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
            CreateChange(context, "reset", "重发一次性口令：忘了密码，或重新启用停用的账号", "policy account reset 张三", Reset),
            CreateChange(context, "disable", "停用账号：已经登录的也马上退出", "policy account disable 张三", Disable),
            CreateList(context),
        };
        group.SetAction(result => HelpPage.Write(result, context));
        return group;
    }

    private static PolicyCommand CreateAdd(CliContext context)
    {
        var (name, roles, store) = (Name(), new RoleOptions(), new StoreOptions());
        var command = new PolicyCommand("add", "建账号，得到一个设置密码用的一次性口令；服务可以正在运行")
        {
            Examples =
            [
                ("policy account add 张三 --role 经办、审核", "张三用显示的口令设置密码，然后登录"),
                ("policy account add 某公司 --role 企业 --subject 91110108MA01A2B3C4", "企业只能看自己"),
            ],
            ExitCodes = Codes,
        };
        command.Add(name);
        roles.AddTo(command);
        store.AddTo(command);
        command.SetAction(result => store.Change(result, context, async control =>
        {
            if (roles.Read(result, context) is not var (asked, subject))
                return ExitCode.Usage;
            var secret = await new AccountStore(control, TimeProvider.System)
                .Add(result.GetValue(name) ?? "", asked, subject, Actor, context.Cancellation).ConfigureAwait(false);
            return Show(secret, context);
        }));
        return command;
    }

    private static PolicyCommand CreateChange(CliContext context, string verb, string summary, string example,
        Func<AccountStore, string, CliContext, Task<int>> act)
    {
        var (name, store) = (Name(), new StoreOptions());
        var command = new PolicyCommand(verb, summary) { Examples = [(example, "服务可以正在运行")], ExitCodes = Codes };
        command.Add(name);
        store.AddTo(command);
        command.SetAction(result => store.Change(result, context,
            control => act(new(control, TimeProvider.System), result.GetValue(name) ?? "", context)));
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

    private static async Task<int> Reset(AccountStore accounts, string name, CliContext context) =>
        Show(await accounts.Invite(name, Actor, context.Cancellation).ConfigureAwait(false), context);

    private static async Task<int> Disable(AccountStore accounts, string name, CliContext context)
    {
        await accounts.Disable(name, Actor, context.Cancellation).ConfigureAwait(false);
        context.Error.WriteLine("已停用。");
        return ExitCode.Done;
    }

    /// <summary>The secret alone on standard output, for scripts.</summary>
    private static int Show(string secret, CliContext context)
    {
        context.Error.WriteLine($"一次性口令（{AccountStore.InvitationLife.TotalHours:0} 小时内有效，只显示这一次）：");
        context.Output.WriteLine(secret);
        context.Error.WriteLine("设置密码：打开服务的页面 /sign-in/password；或者"
            + " POST /api/v1/password，内容是 {\"name\": 名称, \"invitation\": 口令, \"password\": 密码}。");
        return ExitCode.Done;
    }

    /// <summary>Who acts, for the audit: whoever may open the store.</summary>
    internal static string Actor => $"命令行 {Environment.UserName}";

    private static Argument<string> Name() => new("NAME") { HelpName = "NAME", Description = "账号的名称" };
}
