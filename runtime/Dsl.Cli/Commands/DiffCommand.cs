// `policy diff`: what changed in meaning between two versions of policies, and over a registry who gains and who loses.
using System.CommandLine;
using Dsl.Batch.Comparing;
using Dsl.Cli.Hosting;
using Dsl.Cli.Output;
using Dsl.Diff;
using Dsl.Loading.Policies;

namespace Dsl.Cli.Commands;

/// <summary>Compares two versions.</summary>
internal static class DiffCommand
{
    private const long MostExamples = 1000, UsualExamples = 5;

    public static Command Create(CliContext context)
    {
        var options = new DiffOptions();
        var command = new PolicyCommand("diff", "比较两版政策在含义上有什么不同；可以再算出谁多得、谁少得")
        {
            Examples =
            [
                ("policy diff 旧版 policies", "条款、条件、金额、数据定义有哪些改动；版式和注释不算"),
                ("policy diff 旧版 policies --input 数据", "再用登记数据测算两版，列出各条款的差额和得失最多的主体"),
                ("policy diff 旧版 policies --format markdown", "供审核时贴进评论"),
            ],
            ExitCodes = "0 没有差别；1 有差别，或政策文件有错误；2 用法有误或输入无法读取；3 程序内部错误；130 被中断",
        };
        options.AddTo(command);
        command.SetAction(result => Run(result, options, context));
        return command;
    }

    private static int Run(ParseResult result, DiffOptions options, CliContext context)
    {
        var (old, oldCode) = Inputs.Load([result.GetValue(options.Old) ?? ""], context);
        var (@new, newCode) = Inputs.Load([result.GetValue(options.New) ?? ""], context);
        if (old is null || @new is null)
            return Math.Max(oldCode, newCode);
        var report = new ComparisonReport(ProgramComparer.Compare(old.Compilation.Program, @new.Compilation.Program), null);
        if (result.GetValue(options.Registry.Input) is not null)
        {
            var (comparison, code) = CompareRegistry(result, options, old, @new, report.Difference, context);
            if (comparison is null)
                return code;
            report = report with { Registry = comparison };
        }
        Write(report, result.GetValue(options.Format) ?? "", context);
        return report.IsSame || result.GetValue(options.ExitZero) ? ExitCode.Done : ExitCode.Findings;
    }

    private static (RegistryComparison? Comparison, int ExitCode) CompareRegistry(
        ParseResult result, DiffOptions options, LoadedPolicies old, LoadedPolicies @new, ProgramDifference difference, CliContext context)
    {
        var (source, refused) = options.Registry.Read(result, context);
        if (source is null)
            return (null, refused);
        var comparison = new RegistryComparisonOptions(source.For(@new).For(old),
            @new.Context(result.GetValue(options.Date), result.GetValue(options.Year), context.Today()))
        {
            Threads = options.Registry.ThreadsOf(result),
            Engine = options.Registry.EngineOf(result),
            Examples = (int)(result.GetValue(options.Examples) ?? UsualExamples),
        };
        var outcome = BatchProgressBar.Run(context, progress => RegistryComparer.Run(
            old.Compilation.Program, @new.Compilation.Program, difference.Clauses, comparison, progress, context.Cancellation));
        return Inputs.Report(outcome.Findings, context) ? (null, ExitCode.Usage) : (outcome.Comparison, ExitCode.Usage);
    }

    private static void Write(ComparisonReport report, string format, CliContext context)
    {
        switch (format)
        {
            case "json":
                context.Output.WriteLine(ComparisonJson.Write(report));
                break;
            case "markdown":
                context.Output.Write(ComparisonMarkdown.Write(report));
                break;
            default:
                new DifferenceText(context.Output, context.Width).Write(report.Difference);
                if (report.Registry is { } registry)
                {
                    context.Output.WriteLine();
                    new ComparisonText(context.Output).Write(registry);
                }
                break;
        }
    }

    /// <summary>The options of the command.</summary>
    private sealed class DiffOptions
    {
        public Argument<string> Old { get; } = new("OLD") { HelpName = "OLD", Description = "旧版：.policy 文件，或存放它们的文件夹" };

        public Argument<string> New { get; } = new("NEW") { HelpName = "NEW", Description = "新版：同上" };

        public RegistryOptions Registry { get; } = new(isRequired: false);

        public Option<DateOnly?> Date { get; } = CommonOptions.Date();

        public Option<int?> Year { get; } = CommonOptions.Year();

        public Option<long?> Examples { get; } =
            CommonOptions.Number("--examples", "N", $"得益最多、受损最多的主体各列几个，缺省为 {UsualExamples}", 0, MostExamples);

        public Option<bool> ExitZero { get; } = CommonOptions.Switch("--exit-zero", "有差别时退出码也为 0");

        public Option<string> Format { get; } = CommonOptions.Format("text", "json", "markdown");

        public void AddTo(Command command)
        {
            command.Add(Old);
            command.Add(New);
            foreach (var option in (Option[])[Registry.Input, Registry.Details, Registry.Mapping, Registry.OtherDocuments, Date, Year,
                Examples, Registry.Threads, Registry.Engine, ExitZero, Format])
                command.Add(option);
        }
    }
}
