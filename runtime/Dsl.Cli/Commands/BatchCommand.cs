// `policy batch`: all subjects of a registry; results, rejected rows, manifest, summary.
using System.CommandLine;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Batch.Running;
using Dsl.Cli.Hosting;
using Dsl.Cli.Output;
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
            Examples =
            [
                ("policy batch policies --input 数据 --output out/结果.csv", "文件夹「数据」里有 企业.csv 和各明细"),
                ("policy batch policies --input 企业.csv --detail 科技项目=项目.csv --output out/结果.csv", "逐个指定表"),
            ],
            ExitCodes = "0 完成；1 政策文件有错误，或加了 --strict 而有未读入的行；2 用法有误或输入无法读取；3 程序内部错误；130 被中断",
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
            Threads = options.Registry.ThreadsOf(result),
            Engine = options.Registry.EngineOf(result),
        };
        if (result.GetValue(options.Wide))
            batch = batch with { Form = OutputForm.Wide };
        return Execute(policies, batch, result.GetValue(options.Format) == "json", result.GetValue(options.Strict), context);
    }

    private static int Execute(LoadedPolicies policies, BatchOptions options, bool asJson, bool strict, CliContext context)
    {
        if (options.Engine == EvaluationEngines.Names[0] && KernelFolder.Problem() is { } unsafeCache)
            Inputs.Report([unsafeCache], context);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var outcome = BatchProgressBar.Run(context, progress => BatchRunner.Run(policies, options, progress, context.Cancellation));
        var elapsed = clock.Elapsed;
        var stops = Inputs.Report(outcome.Findings, context);
        if (stops || outcome.Result is not { } result)
            return ExitCode.Usage;
        if (asJson)
            context.Output.WriteLine(SummaryJson.Write(result, options.Context));
        else
            WriteText(result, options, elapsed, context);
        return strict && result.RejectedRows > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    private static void WriteText(BatchResult result, BatchOptions options, TimeSpan elapsed, CliContext context)
    {
        context.Output.Write(SummaryText.Write(result, options.Context));
        context.Output.WriteLine();
        foreach (var file in result.Files)
            context.Output.WriteLine($"已写入 {VisibleText.OneLine(file)}");
        // Speed differs from run to run: it is written to the error stream, not among the results.
        context.Error.WriteLine(
            $"用时 {elapsed.TotalSeconds:0.00} 秒，每秒 {result.Summary.SubjectCount / Math.Max(elapsed.TotalSeconds, 0.001):0} 个主体");
        context.Output.WriteLine(result.RejectedRows == 0
            ? $"{result.Summary.SubjectCount} 个主体，没有未读入的行。"
            : $"{result.Summary.SubjectCount} 个主体；有 {result.RejectedRows} 行未读入，见 {options.Output}.rejected.csv。");
    }

    /// <summary>The options of the command.</summary>
    private sealed class BatchCommandOptions
    {
        public Argument<string[]> Paths { get; } = CommonOptions.Paths();

        public RegistryOptions Registry { get; } = new(isRequired: true);

        public Option<string?> Output { get; } = CommonOptions.Text("--output", "DST",
            "结果：.csv、.json、.parquet、.xlsx、.duckdb#表名，或 postgres://用户@主机/库#表", required: true);

        public Option<string?> Summary { get; } = CommonOptions.Text("--summary", "FILE", "把汇总另存为文件，.json 或文本");

        public Option<string?> Approvals { get; } =
            CommonOptions.Text("--approvals", "FILE", "把待核定的行另存为一张表（.csv 或 .xlsx）；填好金额后作为 核定 读入");

        public Option<DateOnly?> Date { get; } = CommonOptions.Date();

        public Option<int?> Year { get; } = CommonOptions.Year();

        public Option<bool> Wide { get; } = CommonOptions.Switch("--wide", "一个主体一行（缺省为一个条款或事项行一行）");

        public Option<bool> ByteOrderMark { get; } = CommonOptions.Switch("--bom", "结果文件带字节顺序标记，便于用 Excel 打开");

        public Option<bool> RawCsv { get; } =
            CommonOptions.Switch("--raw-csv", "CSV 单元格照原样写；缺省在会被表格软件当作公式的前面加撇号");

        public Option<bool> Strict { get; } = CommonOptions.Switch("--strict", "有未读入的行时退出码为 1");

        public Option<string> Format { get; } = CommonOptions.Format("text", "json");

        public void AddTo(Command command)
        {
            command.Add(Paths);
            foreach (var option in (Option[])[Registry.Input, Registry.Details, Output, Summary, Approvals, Date, Year, Registry.Threads,
                Registry.Engine, Registry.Mapping, Registry.OtherDocuments, Wide, ByteOrderMark, RawCsv, Strict, Format])
                command.Add(option);
        }
    }
}
