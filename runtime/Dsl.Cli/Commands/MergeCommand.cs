// `policy merge`: the partitions of a run, computed by `policy batch --run`, into one result.
using System.CommandLine;
using Dsl.Batch.Partitions;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Cli.Hosting;
using Dsl.Cli.Output;
using Dsl.Evaluation.Interpreting;
using Dsl.Host;

namespace Dsl.Cli.Commands;

/// <summary>Merges partitions.</summary>
internal static class MergeCommand
{
    public static Command Create(CliContext context)
    {
        var folder = new Argument<string>("DIR") { HelpName = "DIR", Description = "policy batch --run 用的文件夹，各分区都要算完" };
        var paths = new Argument<string[]>("PATH")
        {
            HelpName = "PATH…", Description = "政策文件，内容要与测算时相同；缺省为测算时的路径", Arity = ArgumentArity.ZeroOrMore,
        };
        var output = CommonOptions.Text("--output", "DST", "结果：.csv、.parquet、.xlsx、.duckdb#表名，或 postgres://用户@主机/库#表",
            required: true);
        var summary = CommonOptions.Text("--summary", "FILE", "把汇总另存为文件，.json 或文本");
        var approvals = CommonOptions.Text("--approvals", "FILE",
            "把待核定的行另存为一张表（.csv 或 .xlsx）；测算分区时要加 --keep-approvals");
        var byteOrderMark = CommonOptions.Switch("--bom", "结果文件带字节顺序标记，便于用 Excel 打开");
        var rawCsv = CommonOptions.Switch("--raw-csv", "CSV 单元格照原样写；缺省在会被表格软件当作公式的前面加撇号");
        var format = CommonOptions.Format("text", "json");
        var command = new PolicyCommand("merge", "把分区测算的各个分区合并成一个结果：结果、未读入的行、清单和汇总")
        {
            Examples = [("policy merge 分区 --output out/结果.csv", "文件夹「分区」由 policy batch --run 分区 写成")],
            ExitCodes = "0 完成；1 政策文件有错误，或完成但有主体测算出错；"
                + "2 用法有误、有分区没有算完或文件损坏；3 程序内部错误；130 被中断",
        };
        command.Add(folder);
        command.Add(paths);
        foreach (var option in (Option[])[output, summary, approvals, byteOrderMark, rawCsv, format])
            command.Add(option);
        command.SetAction(result => Run(
            result.GetValue(folder) ?? "", result.GetValue(paths) ?? [],
            new(new RegistrySource(""), result.GetValue(output) ?? "", new EvaluationContext(DateOnly.MinValue, 1))
            {
                SummaryPath = result.GetValue(summary),
                ApprovalsPath = result.GetValue(approvals),
                ByteOrderMark = result.GetValue(byteOrderMark),
                RawCsv = result.GetValue(rawCsv),
            },
            result.GetValue(format) == "json", context));
        return command;
    }

    private static int Run(string folder, string[] paths, BatchOptions options, bool asJson, CliContext context)
    {
        if (options.ApprovalsPath is { } sheet && !ApprovalSheet.IsPath(sheet))
            return context.Refuse($"待核定的表“{sheet}”不是 .csv 或 .xlsx 文件。",
                "写成 --approvals 待核定.csv 或 --approvals 待核定.xlsx");
        if (paths.Length == 0)
        {
            var (known, finding) = PartitionedBatch.PolicyPaths(folder);
            if (finding is not null)
            {
                Inputs.Report([finding], context);
                return ExitCode.Usage;
            }
            paths = [.. known];
        }
        var (policies, code) = Inputs.Load(paths, context);
        if (policies is null)
            return code;
        var outcome = WorkHost.Run(stop => PartitionedBatch.Merge(policies, folder, options, stop), context.Cancellation);
        if (Inputs.Report(outcome.Findings, context) || outcome.Result is not { } result)
            return ExitCode.Usage;
        BatchText.Write(result, result.Context, asJson, elapsed: null, context);
        if (result.FailedSubjects == 0)
            return ExitCode.Done;
        BatchText.WriteFailures(result.FailedSubjects, $"见 {options.Output}.rejected.csv", context);
        return ExitCode.Findings;
    }
}
