// `policy backup`: what a service must not lose, in one file.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Host.Backup;

namespace Dsl.Cli.Commands;

/// <summary>Writes backups.</summary>
internal static class BackupCommand
{
    public static Command Create(CliContext context)
    {
        var (file, store) = (File("写到哪个文件；还没有的文件"), new StoreOptions());
        var command = new PolicyCommand("backup", "备份服务的控制库、政策的存档、登记数据的快照和结果，服务可以正在运行")
        {
            Examples =
            [
                ("policy backup 备份-2026-01-31.zip --data /var/lib/policy", "只有自己能读：里面有核对密钥和密码用的数据"),
            ],
            ExitCodes = "0 完成；2 用法有误、控制库不能用或备份写不进去；3 程序内部错误；130 被中断",
        };
        command.Add(file);
        store.AddTo(command);
        command.SetAction(result => store.Look(result, context, async (settings, control) =>
        {
            var report = await BackupWriter.Write(control, settings.DataFolder, result.GetValue(file) ?? "", TimeProvider.System,
                context.Cancellation).ConfigureAwait(false);
            if (report.Finding is { } finding)
                Inputs.Report([finding], context);
            Write("已备份", report, context);
            return ExitCode.Done;
        }));
        return command;
    }

    /// <summary>Says what a backup holds.</summary>
    internal static void Write(string verb, BackupReport report, CliContext context)
    {
        context.Output.WriteLine($"{verb}：控制库 {report.Rows} 行，文件 {report.Files} 个（{report.Bytes} 字节）。");
        context.Output.WriteLine($"审计记录 {report.AuditCount} 条，末条的校验值："
            + (report.AuditHead.Length == 0 ? "（还没有记录）" : report.AuditHead));
    }

    /// <summary>The file of a backup.</summary>
    internal static Argument<string> File(string description) => new("FILE") { HelpName = "FILE.zip", Description = description };
}
