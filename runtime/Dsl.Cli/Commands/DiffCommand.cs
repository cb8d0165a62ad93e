// `policy diff`: what changed in meaning between two versions of policies.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Ir.Comparing;
using Dsl.Runtime.Comparing;

namespace Dsl.Cli.Commands;

/// <summary>Compares two versions.</summary>
internal static class DiffCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext context)
    {
        var (old, @new) = (Version("OLD", "旧版：.policy 文件或存放它们的文件夹"), Version("NEW", "新版：同上"));
        var exitZero = CommonOptions.Switch("--exit-zero", "有差别时退出码也为 0");
        var command = new PolicyCommand("diff", "比较两版政策在含义上有什么不同；可以再算出谁多得、谁少得")
        {
            Examples = [("policy diff 旧版 policies", "条款、条件、金额、数据定义有哪些改动；版式和注释不算")],
            ExitCodes = "0 含义没有变化；1 含义有变化，或政策文件有错误；2 用法有误或输入无法读取；3 程序内部错误",
        };
        command.Add(old);
        command.Add(@new);
        command.Add(exitZero);
        command.SetAction(result => Run(result.GetValue(old) ?? "", result.GetValue(@new) ?? "", result.GetValue(exitZero), context));
        return command;
    }

    private static Argument<string> Version(string name, string description) => new(name) { HelpName = name, Description = description };

    private static int Run(string oldPath, string newPath, bool exitZero, CliContext context)
    {
        var (old, oldCode) = Inputs.Load([oldPath], context);
        var (@new, newCode) = Inputs.Load([newPath], context);
        if (old is null || @new is null)
            return Math.Max(oldCode, newCode);
        var difference = ProgramComparer.Compare(old.Compilation.Program, @new.Compilation.Program);
        new DifferenceText(context.Output, context.Width).Write(difference);
        return difference.IsSameMeaning || exitZero ? ExitCode.Done : ExitCode.Findings;
    }
}
