// `policy registry import`: a registry into a snapshot that is cut into parts by subject.
using System.CommandLine;
using Dsl.Batch.Snapshots;
using Dsl.Cli.Hosting;
using Dsl.Host;
using Dsl.Loading.Findings;

namespace Dsl.Cli.Commands;

/// <summary>Commands about registries.</summary>
internal static class RegistryCommand
{
    private const long MostRows = 1_000_000_000, UsualRows = 50_000;

    public static Command Create(CliContext context)
    {
        var group = new Command("registry", "登记数据的快照") { CreateImport(context) };
        group.SetAction(result => HelpPage.Write(result, context));
        return group;
    }

    private static PolicyCommand CreateImport(CliContext context)
    {
        var source = new Argument<string>("SRC") { HelpName = "SRC", Description = RegistryOptions.SourceDescription };
        var paths = CommonOptions.Paths();
        var registry = new RegistryOptions(isRequired: false);
        var rows = CommonOptions.Number("--rows", "N", "一个分区大约多少个主体，缺省 50000", 1, MostRows);
        var year = CommonOptions.Year();
        var output = CommonOptions.Text("--output", "DIR", "快照放在哪个文件夹；快照是其中按内容命名的一个文件夹", required: true);
        var command = new PolicyCommand("import", "把登记数据做成快照：不再变动，按主体切成分区，逐个分区测算与整个测算相同")
        {
            Examples =
            [
                ("policy registry import 数据 policies --output 快照", "文件夹「数据」里有 企业.csv 和各明细"),
                ("policy registry import 企业.csv policies --detail 科技项目=项目.csv --output 快照", "逐个指定表"),
            ],
            ExitCodes = "0 完成，或者已有内容相同的快照；1 政策文件有错误；2 用法有误、输入无法读取或快照无法写入；"
                + "3 程序内部错误；130 被中断",
        };
        command.Add(source);
        command.Add(paths);
        foreach (var option in (Option[])[registry.Details, output, rows, year, registry.Threads, registry.Mapping,
            registry.OtherDocuments])
            command.Add(option);
        command.SetAction(result =>
        {
            var (from, refused) = registry.Read(result, result.GetValue(source) ?? "", context);
            if (from is null)
                return refused;
            var (policies, code) = Inputs.Load(result.GetValue(paths) ?? [], context);
            if (policies is null)
                return code;
            var options = new SnapshotOptions(from, result.GetValue(output) ?? "",
                policies.Context(null, result.GetValue(year), context.Today()))
                { SubjectsPerPart = result.GetValue(rows) ?? UsualRows, Threads = registry.ThreadsOf(result) };
            return Write(WorkHost.Run(stop => SnapshotImport.Run(policies, options, stop), context.Cancellation), context);
        });
        return command;
    }

    private static int Write(SnapshotOutcome outcome, CliContext context)
    {
        if (Inputs.Report(outcome.Findings, context) || outcome.Snapshot is not { } snapshot)
            return ExitCode.Usage;
        var folder = VisibleText.OneLine(outcome.Folder);
        context.Output.WriteLine(outcome.IsKnown ? $"内容相同的快照已经有了：{folder}" : $"已写入 {folder}");
        context.Output.WriteLine($"快照 {snapshot.Id}：{snapshot.Partitions.Sum(static part => part.Subjects)} 个主体，"
            + $"{snapshot.Partitions.Length} 个分区。");
        context.Output.WriteLine(outcome.RejectedRows == 0 ? "没有未读入的行。"
            : $"按这些政策有 {outcome.RejectedRows} 行未读入"
                + (outcome.IsKnown ? "；快照里的清单是先前导入时写的。" : $"，见 {folder}/rejected.csv。"));
        return ExitCode.Done;
    }
}
