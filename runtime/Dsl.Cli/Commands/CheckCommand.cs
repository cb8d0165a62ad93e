// `policy check`: parse, bind, check; every mistake in one run.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Cli.Output;
using Dsl.Loading.Policies;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Cli.Commands;

/// <summary>Checks policies.</summary>
internal static class CheckCommand
{
    public static Command Create(CliContext context)
    {
        var paths = CommonOptions.Paths();
        var format = CommonOptions.Format("text", "json", "sarif");
        var strict = CommonOptions.Switch("--warnaserror", "有警告也算不通过");
        var command = new PolicyCommand("check", "检查政策文件，一次列出全部问题")
        {
            Examples = [("policy check policies", "检查一个文件夹"), ("policy check policies --format sarif", "供代码平台和编辑器读取")],
            ExitCodes = "0 没有错误；1 有错误（或加了 --warnaserror 时有警告）；2 用法有误或文件无法读取；3 程序内部错误",
        };
        command.Add(paths);
        command.Add(format);
        command.Add(strict);
        command.SetAction(result => Run(result.GetValue(paths) ?? [], result.GetValue(format) ?? "text", result.GetValue(strict), context));
        return command;
    }

    private static int Run(string[] paths, string format, bool warningsCount, CliContext context)
    {
        var policies = PolicyLoader.Load(paths);
        var findings = policies.AllFindings;
        var files = policies.Compilation.Trees.Length;
        // Where files could not be read, "nothing found" would be wrong.
        var unread = policies.Problems.Where(static problem => problem.Severity == Severity.Error).ToList();
        switch (format)
        {
            case "json":
                DiagnosticReportJson.Write(context.Output, findings, files, unread);
                break;
            case "sarif":
                DiagnosticSarif.Write(context.Output, findings, unread);
                break;
            default:
                new DiagnosticText(context.Output, context.OutputHasColours, context.Width).WriteAll(findings);
                if (files > 0)
                    context.Output.WriteLine(unread.Count == 0 ? $"检查了 {files} 个文件：{DiagnosticText.Count(findings)}。"
                        : $"检查了 {files} 个文件{(findings.IsEmpty ? "" : $"：{DiagnosticText.Count(findings)}")}；"
                            + $"另有 {unread.Count} 处无法读取，没有检查完。");
                break;
        }
        if (Inputs.Report(policies.Problems, context))
            return ExitCode.Usage;
        var gravest = findings.Select(static finding => finding.Severity).DefaultIfEmpty(Severity.Remark).Max();
        return gravest == Severity.Error || (warningsCount && gravest == Severity.Warning) ? ExitCode.Findings : ExitCode.Done;
    }
}
