// `policy batch`: all subjects of a registry; results, rejected rows, manifest, summary.
using System.CommandLine;
using Dsl.Batch.Engines;
using Dsl.Batch.Partitions;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Batch.Running;
using Dsl.Cli.Hosting;
using Dsl.Cli.Output;
using Dsl.Host;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;

namespace Dsl.Cli.Commands;

/// <summary>Evaluates a registry.</summary>
internal static class BatchCommand
{
    public static Command Create(CliContext context)
    {
        var options = new BatchCommandOptions();
        var command = new PolicyCommand("batch", "测算一批主体：结果、未读入的行、清单和汇总")
        {
            OneOf = [options.Output, options.Folder],
            Examples =
            [
                ("policy batch policies --input 数据 --output out/结果.csv", "文件夹「数据」里有 企业.csv 和各明细"),
                ("policy batch policies --input 企业.csv --detail 科技项目=项目.csv --output out/结果.csv", "逐个指定表"),
                ("policy batch policies --input 快照 --run 分区 --partition 2/8", "八台机器中的第二台；都算完以后用 policy merge 合并"),
            ],
            ExitCodes = "0 完成；1 政策文件有错误，加了 --strict 而有未读入的行，或完成但有主体测算出错；"
                + "2 用法有误或输入无法读取；3 程序内部错误；130 被中断",
        };
        options.AddTo(command);
        command.SetAction(result => Run(result, options, context));
        return command;
    }

    private static int Run(ParseResult result, BatchCommandOptions options, CliContext context)
    {
        if (result.GetValue(options.Approvals) is { } sheet && !ApprovalSheet.IsPath(sheet))
            return context.Refuse($"待核定的表“{sheet}”不是 .csv 或 .xlsx 文件。",
                "写成 --approvals 待核定.csv 或 --approvals 待核定.xlsx");
        if (options.Conflict(result) is { } conflict)
            return context.Refuse(conflict, "--run 只测算分区，结果和汇总由 policy merge 写出");
        var (source, refused) = options.Registry.Read(result, context);
        if (source is null)
            return refused;
        var (policies, code) = Inputs.Load(result.GetValue(options.Paths) ?? [], context);
        if (policies is null)
            return code;
        var evaluation = policies.Context(result.GetValue(options.Date), result.GetValue(options.Year), context.Today());
        var batch = new BatchOptions(source, result.GetValue(options.Output) ?? "", evaluation)
        {
            ByteOrderMark = result.GetValue(options.ByteOrderMark),
            RawCsv = result.GetValue(options.RawCsv),
            SummaryPath = result.GetValue(options.Summary),
            ApprovalsPath = result.GetValue(options.Approvals),
            KeepsApprovals = result.GetValue(options.KeepApprovals),
            Threads = options.Registry.ThreadsOf(result),
            Engine = options.Registry.EngineOf(result),
        };
        if (result.GetValue(options.Wide))
            batch = batch with { Form = OutputForm.Wide };
        if (result.GetValue(options.Folder) is { } folder)
            return ExecutePartitions(policies, batch, (folder, result.GetValue(options.Paths) ?? []),
                result.GetValue(options.Partition) ?? PartitionShare.All, context);
        return Execute(policies, batch, result.GetValue(options.Format) == "json", result.GetValue(options.Strict), context);
    }

    private static int Execute(LoadedPolicies policies, BatchOptions options, bool asJson, bool strict, CliContext context)
    {
        if (options.Engine == EvaluationEngines.Names[0] && KernelFolder.Problem() is { } unsafeCache)
            Inputs.Report([unsafeCache], context);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var outcome = BatchProgressBar.Run(context, progress =>
            WorkHost.Run(stop => BatchRunner.Run(policies, options, progress, stop), context.Cancellation));
        var elapsed = clock.Elapsed;
        var stops = Inputs.Report(outcome.Findings, context);
        if (stops || outcome.Result is not { } result)
            return ExitCode.Usage;
        BatchText.Write(result, options.Context, asJson, elapsed, context);
        return strict && result.RejectedRows > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private static int ExecutePartitions(
        LoadedPolicies policies, BatchOptions options, (string Folder, string[] Policies) paths, PartitionShare share, CliContext context)
    {
        if (options.Engine == EvaluationEngines.Names[0] && KernelFolder.Problem() is { } unsafeCache)
            Inputs.Report([unsafeCache], context);
        var outcome = BatchProgressBar.Run(context,
            progress => WorkHost.Run(stop => PartitionedBatch.Run(
                policies, [.. paths.Policies], paths.Folder, share, options, progress, stop), context.Cancellation));
        if (Inputs.Report(outcome.Findings, context))
            return ExitCode.Usage;
        context.Output.WriteLine(outcome.WaitsForOthers ? $"{outcome.Partitions} 个分区的申请都读好了。"
            : outcome.Partitions == 0
            ? "这一份没有分区。"
            : $"{outcome.Partitions} 个分区都算完了，其中 {outcome.Skipped} 个以前已经算完。");
        context.Output.WriteLine($"全部分区算完以后合并：policy merge {VisibleText.OneLine(paths.Folder)} --output 结果.csv");
        if (outcome.FailedSubjects == 0)
            return ExitCode.Done;
        BatchText.WriteFailures(outcome.FailedSubjects, "合并以后在未读入的行里", context);
        return ExitCode.Findings;
    }

    /// <summary>The options of the command.</summary>
    private sealed class BatchCommandOptions
    {
        public Argument<string[]> Paths { get; } = CommonOptions.Paths();

        public RegistryOptions Registry { get; } = new(isRequired: true);

        public Option<string?> Output { get; } = CommonOptions.Text("--output", "DST",
            "结果：.csv、.json、.parquet、.xlsx、.duckdb#表名，或 postgres://用户@主机/库#表（必填，除非写 --run）");

        public Option<string?> Folder { get; } = CommonOptions.Text("--run", "DIR",
            "按快照的分区测算，每个分区的结果存在这个文件夹里；算完的自动跳过，几个进程、几台机器可以同时算");

        public Option<PartitionShare?> Partition { get; } = CommonOptions.Share();

        public Option<string?> Summary { get; } = CommonOptions.Text("--summary", "FILE", "把汇总另存为文件，.json 或文本");

        public Option<string?> Approvals { get; } =
            CommonOptions.Text("--approvals", "FILE", "把待核定的行另存为一张表（.csv 或 .xlsx）；填好金额后作为 核定 读入");

        public Option<bool> KeepApprovals { get; } =
            CommonOptions.Switch("--keep-approvals", "与 --run 一起：各分区也记下待核定的行，policy merge --approvals 才写得出那张表");

        public Option<DateOnly?> Date { get; } = CommonOptions.Date();

        public Option<int?> Year { get; } = CommonOptions.Year();

        public Option<bool> Wide { get; } = CommonOptions.Switch("--wide", "一个主体一行（缺省为一个条款或事项行一行）");

        public Option<bool> ByteOrderMark { get; } = CommonOptions.Switch("--bom", "结果文件带字节顺序标记，便于用 Excel 打开");

        public Option<bool> RawCsv { get; } =
            CommonOptions.Switch("--raw-csv", "CSV 单元格照原样写；缺省在会被表格软件当作公式的前面加撇号");

        public Option<bool> Strict { get; } = CommonOptions.Switch("--strict", "有未读入的行时退出码为 1");

        public Option<string> Format { get; } = CommonOptions.Format("text", "json");

        /// <summary>The option that does not go with another one; null where all go together.</summary>
        public string? Conflict(ParseResult result)
        {
            if (result.GetValue(Folder) is null)
                return result.GetValue(Partition) is not null ? "--partition 要和 --run 一起写。"
                    : result.GetValue(KeepApprovals) ? "--keep-approvals 要和 --run 一起写。"
                    : null;
            return ((Option[])[Output, Summary, Approvals, ByteOrderMark, RawCsv, Strict, Format])
                .FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } other
                ? $"--run 不能和 {other.Name} 一起写。"
                : null;
        }

        public void AddTo(Command command)
        {
            command.Add(Paths);
            foreach (var option in (Option[])[Registry.Input, Registry.Details, Output, Folder, Partition, Summary, Approvals,
                KeepApprovals, Date, Year, Registry.Threads, Registry.Engine,
                Registry.Mapping, Registry.OtherDocuments, Wide, ByteOrderMark, RawCsv, Strict, Format])
                command.Add(option);
        }
    }
}
