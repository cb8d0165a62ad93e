// `policy key`: the keys of programs that call a service.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Host.Accounts;

namespace Dsl.Cli.Commands;

/// <summary>Commands about keys.</summary>
internal static class KeyCommand
{
    private const string Codes = "0 完成；2 用法有误，或控制库不能用；3 程序内部错误";

    public static Command Create(CliContext context)
    {
        var group = new Command("key", "业务系统调用服务用的密钥") { CreateAdd(context), CreateRevoke(context), CreateList(context) };
        group.SetAction(result => HelpPage.Write(result, context));
        return group;
    }

    private static PolicyCommand CreateAdd(CliContext context)
    {
        var name = CommonOptions.Text("--name", "NAME", "作什么用", required: true);
        var expires = CommonOptions.Day("--expires", "最后一天有效的日期，最多 400 天以后（必填）");
        expires.Required = true;
        var (roles, store) = (new RoleOptions(), new StoreOptions());
        var command = new PolicyCommand("add", "建密钥：只显示这一次，控制库里只有它的校验值；服务可以正在运行")
        {
            Examples = [("policy key add --name 申报系统 --role 经办 --expires 2027-06-30", "请求头：Authorization: Bearer 密钥")],
            ExitCodes = Codes,
        };
        command.Add(name);
        roles.AddTo(command);
        command.Add(expires);
        store.AddTo(command);
        command.SetAction(result => store.Change(result, context, async control =>
        {
            if (roles.Read(result, context) is not var (asked, subject))
                return ExitCode.Usage;
            var key = await new ApiKeyStore(control, TimeProvider.System).Add(
                new(result.GetValue(name) ?? "", asked, subject, result.GetValue(expires) ?? default), AccountCommand.Actor,
                context.Cancellation).ConfigureAwait(false);
            context.Error.WriteLine("密钥（只显示这一次）：");
            context.Output.WriteLine(key);
            return ExitCode.Done;
        }));
        return command;
    }

    private static PolicyCommand CreateRevoke(CliContext context)
    {
        var id = new Argument<string>("ID") { HelpName = "ID", Description = "密钥的编号（policy key list）" };
        var store = new StoreOptions();
        var command = new PolicyCommand("revoke", "吊销密钥：马上不能再用")
            { Examples = [("policy key revoke 3f9a0c1d2e4b5a67", "服务可以正在运行")], ExitCodes = Codes };
        command.Add(id);
        store.AddTo(command);
        command.SetAction(result => store.Change(result, context, async control =>
        {
            await new ApiKeyStore(control, TimeProvider.System).Revoke(result.GetValue(id) ?? "", AccountCommand.Actor,
                context.Cancellation).ConfigureAwait(false);
            context.Error.WriteLine("已吊销。");
            return ExitCode.Done;
        }));
        return command;
    }

    private static PolicyCommand CreateList(CliContext context)
    {
        var store = new StoreOptions();
        var command = new PolicyCommand("list", "列出密钥：编号、名称、角色、状态、最后一次用的日期")
            { Examples = [("policy key list --data /var/lib/policy", "服务可以正在运行")], ExitCodes = Codes };
        store.AddTo(command);
        command.SetAction(result => store.Look(result, context, async control =>
        {
            var keys = new ApiKeyStore(control, TimeProvider.System);
            foreach (var row in await keys.All(context.Cancellation).ConfigureAwait(false))
                context.Output.WriteLine($"{row.Id}  {row.Name}  {RoleOptions.Shown(row.Roles, row.Subject)}  {keys.StateOf(row)}  "
                    + (row.LastUsedOn.Length == 0 ? "没有用过" : $"最后用于 {row.LastUsedOn}"));
            return ExitCode.Done;
        }));
        return command;
    }
}
