// The command line as a whole: the commands, what happens on a mistake in it, and how failures become exit codes.
using System.CommandLine;
using System.CommandLine.Help;
using Dsl.Cli.Commands;
using Dsl.Cli.Hosting;
using Dsl.Loading.Files;

namespace Dsl.Cli;

/// <summary>Parses the arguments, runs a command, answers with an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program.</summary>
    public static int Run(IReadOnlyList<string> arguments, CliContext context)
    {
        context = context.WithVisibleText();
        try
        {
            // Before anything can be shown, or kept in a manifest or report.
            if (Inputs.HoldPassword(arguments, context))
                return ExitCode.Usage;
            var result = CreateRoot(context)
                .Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
            var isWrong = result.Errors.Count > 0 || UsageErrors.HasRepeated(result) || UsageErrors.HasEmpty(result)
                || UsageErrors.HasNone(result);
            var code = isWrong ? UsageErrors.Report(result, context) : result.Invoke(Configuration(context));
            context.Output.Flush();
            return code;
        }
        catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
        {
            context.Error.WriteLine("已中断；没有留下写了一半的结果文件。");
            return ExitCode.Interrupted;
        }
        catch (ConsoleException exception)
        {
            return context.Refuse($"标准输出写不出去：{FileFailure.Words(exception.InnerException ?? exception)}",
                "屏幕上的内容不完整；写到文件里的结果不受影响，已经写好的不会撤回。");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return context.Refuse($"读写文件时出错：{FileFailure.Words(exception)}", "检查路径、权限和磁盘空间后重试。");
        }
#pragma warning disable CA1031 // Last resort: any other exception is an internal error and is reported as one.
        catch (Exception exception)
        {
            return FailureReport.Write(exception, arguments, context);
        }
#pragma warning restore CA1031
    }

    /// <summary>The command tree, for running and for the tests of the documentation.</summary>
    public static RootCommand CreateRoot(CliContext context)
    {
        var root = new RootCommand("政策即代码：检查、试算、测试和批量兑现 .policy 文件。")
        {
            CheckCommand.Create(context),
            FormatCommand.Create(context),
            TestCommand.Create(context),
            EvalCommand.Create(context),
            BatchCommand.Create(context),
            MergeCommand.Create(context),
            DiffCommand.Create(context),
            PublishCommand.Create(context),
            RegistryCommand.Create(context),
            SampleCommand.Create(context),
            CoverageCommand.Create(context),
            EmitCommand.Create(context),
            DraftCommand.Create(context),
            ExplainCommand.Create(context),
            LspCommand.Create(context),
            NewCommand.Create(context),
            ServeCommand.Create(context),
            AccountCommand.Create(context),
            KeyCommand.Create(context),
            AuditCommand.Create(context),
            BackupCommand.Create(context),
            RestoreCommand.Create(context),
        };
        root.SetAction(result => HelpPage.Write(result, context));
        root.Options.OfType<HelpOption>().Single().Action = new HelpPage.Action(context);
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        root.Options.Add(new Option<bool>("--version") { Description = "显示程序和语言的版本", Action = new VersionAction(context) });
        return root;
    }

    private static InvocationConfiguration Configuration(CliContext context) =>
        new() { Output = context.Output, Error = context.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    private sealed class VersionAction(CliContext context) : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            context.Output.WriteLine($"policy {ProgramVersion.Current}（语言版本 {Syntax.LanguageVersion.Current}）");
            return ExitCode.Done;
        }
    }
}
