// `policy restore`: a backup into a data folder and a control store that hold nothing yet.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Host.Backup;

namespace Dsl.Cli.Commands;

/// <summary>Restores backups.</summary>
internal static class RestoreCommand
{
    public static Command Create(CliContext context)
    {
        var (file, store) = (BackupCommand.File("policy backup 写出的文件"), new StoreOptions());
        var check = CommonOptions.Switch("--check", "只核对备份里的每个校验值，不恢复");
        var command = new PolicyCommand("restore", "把备份恢复到还没有的数据目录和空的控制库：全部恢复，或者什么也不留")
        {
            Examples =
            [
                ("policy restore 备份-2026-01-31.zip --data /var/lib/policy", "核对每个校验值，恢复后审计记录的末条与备份时相同"),
                ("policy restore 备份.zip --data 新目录 --store postgres://policy@db/control", "SQLite 的备份也可以恢复到 PostgreSQL"),
                ("policy restore 备份.zip --check", "看备份是不是完好"),
            ],
            ExitCodes = "0 完成；2 用法有误、备份不完好、数据目录不是空的或控制库不能用；3 程序内部错误；130 被中断",
        };
        command.Add(file);
        command.Add(check);
        store.AddTo(command);
        command.SetAction(result => store.With(result, context, async settings =>
        {
            using var backup = BackupReader.Open(result.GetValue(file) ?? "");
            if (result.GetValue(check))
                BackupCommand.Write("备份完好", backup.Check(context.Cancellation), context);
            else
                BackupCommand.Write("已恢复", await backup.Restore(settings.Store, settings.DataFolder, TimeProvider.System,
                    context.Cancellation).ConfigureAwait(false), context);
            return ExitCode.Done;
        }));
        return command;
    }
}
