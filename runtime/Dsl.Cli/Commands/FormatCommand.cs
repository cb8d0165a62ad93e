// `policy fmt`: the canonical layout, in place.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax;
using Dsl.Syntax.Formatting;

namespace Dsl.Cli.Commands;

/// <summary>Formats policies.</summary>
internal static class FormatCommand
{
    public static Command Create(CliContext context)
    {
        var paths = CommonOptions.Paths();
        var check = CommonOptions.Switch("--check", "只检查，不改文件");
        var command = new PolicyCommand("fmt", "把政策文件整理成统一的版式，不改变含义")
        {
            Examples = [("policy fmt policies", "整理一个文件夹"), ("policy fmt policies --check", "列出版式不统一的文件")],
            ExitCodes = "0 完成（--check：版式都统一）；1 --check 时有文件需要整理；2 用法有误或文件无法读取；3 程序内部错误",
        };
        command.Add(paths);
        command.Add(check);
        command.SetAction(result => Run(result.GetValue(paths) ?? [], result.GetValue(check), context));
        return command;
    }

    private static int Run(string[] paths, bool onlyCheck, CliContext context)
    {
        var policies = PolicyLoader.Load(paths);
        if (Inputs.Report(policies.Problems, context))
            return ExitCode.Usage;
        var (changed, files) = (0, Named(paths, policies).ToList());
        foreach (var tree in files)
        {
            var formatted = Formatter.Format(tree);
            if (formatted == tree.Source.Content)
                continue;
            changed++;
            if (!onlyCheck && Write(tree, formatted, policies) is { } refused && Inputs.Report([refused], context))
                return ExitCode.Usage;
            context.Output.WriteLine((onlyCheck ? "需要整理 " : "已整理 ") + tree.Source.Path);
        }
        context.Output.WriteLine($"共 {files.Count} 个文件，{(onlyCheck ? "需要整理" : "整理了")} {changed} 个。");
        return onlyCheck && changed > 0 ? ExitCode.Findings : ExitCode.Done;
    }

    /// <summary>The files that the command line names; those that they use are not touched.</summary>
    private static IEnumerable<SyntaxTree> Named(string[] paths, LoadedPolicies policies)
    {
        var named = paths.Select(Path.GetFullPath).ToList();
        return policies.Compilation.Trees.Where(tree =>
        {
            var file = Path.GetFullPath(tree.Source.Path);
            return named.Exists(path => file == path
                || file.StartsWith(path.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        });
    }

    /// <summary>Overwrites a file if its content is still what was read: it may have been saved in the meantime.</summary>
    private static DataFinding? Write(SyntaxTree tree, string text, LoadedPolicies policies) =>
        policies.Files.FirstOrDefault(file => file.Path == tree.Source.Path) is { } read
            ? WholeFile.Replace(tree.Source.Path, text, read)
            : null;
}
