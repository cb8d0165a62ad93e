// `policy test`: every 算例 and 恒有.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Cli.Output;
using Dsl.Ir.Interpreting;
using Dsl.Library.Values;

namespace Dsl.Cli.Commands;

/// <summary>Runs worked examples and invariants.</summary>
internal static class TestCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext context)
    {
        var paths = CommonOptions.Paths();
        var format = CommonOptions.Format("text", "json", "junit");
        var command = new PolicyCommand("test", "逐一核对算例和恒有")
        {
            Examples = [("policy test policies", "核对一个文件夹"), ("policy test policies --format junit", "供持续集成读取")],
            ExitCodes = "0 全部相符；1 有算例不符、恒有被打破，或政策文件有错误；2 用法有误或文件无法读取；3 程序内部错误",
        };
        command.Add(paths);
        command.Add(format);
        command.SetAction(result => Run(result.GetValue(paths) ?? [], result.GetValue(format) ?? "", context));
        return command;
    }

    private static int Run(string[] paths, string format, CliContext context)
    {
        var (policies, code) = Inputs.Load(paths, context);
        if (policies is null)
            return code;
        var program = policies.Compilation.Program;
        var runner = new ExampleRunner(program);
        var report = new TestReport([.. runner.RunAll()], [.. program.Policies.SelectMany(runner.CheckInvariants)]);
        switch (format)
        {
            case "json":
                TestReportMachine.WriteJson(context.Output, report);
                break;
            case "junit":
                TestReportMachine.WriteJUnit(context.Output, report);
                break;
            default:
                new TestReportText(context.Output, context.OutputHasColours).Write(report);
                break;
        }
        return report.Examples.Any(static example => !example.Passed) || report.Invariants.Any(static invariant => invariant.Truth == Truth.No)
            ? ExitCode.Findings
            : ExitCode.Done;
    }
}
