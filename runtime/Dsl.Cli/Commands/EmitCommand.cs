// `policy emit`: the IR or the C# of the policies.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Columns.Emitting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;

namespace Dsl.Cli.Commands;

/// <summary>Prints what the compiler makes.</summary>
internal static class EmitCommand
{
    private static readonly (string Name, Func<IrProgram, string> Write)[] Targets =
    [
        ("ir", IrPrinter.Print),
        ("csharp", static program => ProgramEmitter.Emit(program).Source),
    ];

    public static Command Create(CliContext context)
    {
        var paths = CommonOptions.Paths();
        var target = CommonOptions.Text("--target", string.Join('|', Targets.Select(static target => target.Name)),
            "要看哪一种产物：ir（中间表示）、csharp（批量测算的代码）", required: true);
        var command = new PolicyCommand("emit", "查看编译器的产物")
        {
            Examples = [("policy emit policies --target ir", "显示中间表示"),
                ("policy emit policies --target csharp", "显示批量测算的代码：每个条款一个类，标明按 64 位、128 位还是精确分数计算")],
            ExitCodes = "0 完成；1 政策文件有错误；2 用法或输入有误；3 程序内部错误",
        };
        command.Add(paths);
        command.Add(target);
        command.SetAction(result => Run(result.GetValue(paths) ?? [], result.GetValue(target) ?? "", context));
        return command;
    }

    private static int Run(string[] paths, string target, CliContext context)
    {
        if (Array.Find(Targets, candidate => candidate.Name == target).Write is not { } write)
            return context.Refuse($"没有产物“{target}”。",
                $"--target 可以是 {string.Join("、", Targets.Select(static candidate => candidate.Name))}。");
        var (policies, code) = Inputs.Load(paths, context);
        if (policies is null)
            return code;
        context.Output.Write(write(policies.Compilation.Program));
        return ExitCode.Done;
    }
}
