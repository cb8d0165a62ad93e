// Help pages in Chinese, aligned by display width.
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Dsl.Values.Text;

namespace Dsl.Cli.Hosting;

/// <summary>Writes the help page of the program or of a command.</summary>
internal static class HelpPage
{
    /// <summary>Writes the page of the command that was called.</summary>
    public static int Write(ParseResult result, CliContext context)
    {
        var command = result.CommandResult.Command;
        if (command is RootCommand)
            WriteProgram(command, context.Output);
        else
            WriteCommand(command, context.Output);
        return ExitCode.Done;
    }

    private static void WriteProgram(Command root, TextWriter output)
    {
        output.WriteLine(root.Description);
        output.WriteLine();
        output.WriteLine("用法：policy 命令 [参数] [选项]");
        Section(output, "命令：", Commands(root).Select(command => (Usage(command), command.Description ?? "")));
        Section(output, "选项：", [("--version", "显示程序和语言的版本"), ("--help", "显示帮助；policy 命令 --help 显示一个命令的帮助")]);
        Section(output, "先试试：",
            [("policy new 我的政策", "新建一个可以运行的文件夹"), ("policy check policies", "检查一个文件夹"),
                ("policy explain DSL1001", "查看一个诊断码的说明")]);
    }

    private static void WriteCommand(Command command, TextWriter output)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        if (command.Subcommands.Count > 0)
        {
            output.WriteLine($"用法：policy {NameOf(command)} 命令 [参数] [选项]");
            Section(output, "命令：", Commands(command).Select(child => (Usage(child), child.Description ?? "")));
            return;
        }
        output.WriteLine($"用法：policy {Usage(command)} [选项]");
        Section(output, "参数：", command.Arguments.Select(argument => (argument.HelpName ?? argument.Name, argument.Description ?? "")));
        Section(output, "选项：",
            command.Options.Where(static option => option is not HelpOption)
                .Select(option => (OptionUsage(option), option.Description ?? "")));
        if (command is PolicyCommand policyCommand)
        {
            Section(output, "例：", policyCommand.Examples);
            output.WriteLine();
            output.WriteLine("退出码：" + policyCommand.ExitCodes);
        }
    }

    /// <summary>The name of a command with those of the groups that it is in, as users type it.</summary>
    public static string NameOf(Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Where(static parent => parent is not RootCommand).Select(NameOf)
            .Append(command.Name));

    /// <summary>The commands below a command; those of groups in the place of these.</summary>
    private static IEnumerable<Command> Commands(Command parent) =>
        parent.Subcommands.SelectMany(static child => child.Subcommands.Count > 0 ? Commands(child) : [child]);

    private static string Usage(Command command) =>
        string.Join(' ', command.Arguments.Select(static argument => argument.HelpName ?? argument.Name).Prepend(NameOf(command)));

    private static string OptionUsage(Option option) =>
        option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    private static void Section(TextWriter output, string title, IEnumerable<(string Left, string Right)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(title);
        var width = all.Max(static row => DisplayWidth.Of(row.Left)) + 2;
        foreach (var (left, right) in all)
            output.WriteLine("  " + DisplayWidth.PadRight(left, width) + right);
    }

    /// <summary>What --help runs.</summary>
    internal sealed class Action(CliContext context) : SynchronousCommandLineAction
    {
        /// <inheritdoc/>
        public override bool ClearsParseErrors => true;

        /// <inheritdoc/>
        public override int Invoke(ParseResult parseResult) => Write(parseResult, context);
    }
}
