// `policy coverage`: which sentences and figures of the documents the policy files quote and use.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Cli.Output;
using Dsl.Cli.Output.Coverage;
using Dsl.Compiler;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Coverage;

namespace Dsl.Cli.Commands;

/// <summary>Compares policies with their documents.</summary>
internal static class CoverageCommand
{
    public static Command Create(CliContext context)
    {
        var paths = CommonOptions.Paths();
        var format = CommonOptions.Format("text", "json", "html");
        var output = CommonOptions.Text("--output", "FILE", "写入文件；不写则显示在屏幕上");
        var command = new PolicyCommand("coverage", "对照原文：哪些句子引用了、哪些没有引用，每个数有没有用上")
        {
            Examples = [("policy coverage policies", "逐份列出没有引用的句子和没有用上的数"),
                ("policy coverage policies --format html --output out/对照.html", "原文的网页，引用的部分标出并链接到条款")],
            ExitCodes = "0 完成（有没有引用的句子也是 0）；2 用法有误或文件无法读取；3 程序内部错误",
        };
        command.Add(paths);
        command.Add(format);
        command.Add(output);
        command.SetAction(result => Run(result.GetValue(paths) ?? [], result.GetValue(format) ?? "text", result.GetValue(output), context));
        return command;
    }

    private static int Run(string[] paths, string format, string? path, CliContext context)
    {
        var policies = PolicyLoader.Load(paths);
        if (Inputs.Report(policies.Problems, context))
            return ExitCode.Usage;
        // One document twice would be counted twice.
        var twice = policies.Diagnostics.Where(static finding => finding.Rule == DeclarationDiagnostics.DuplicatePolicyNumber).ToList();
        if (twice.Count > 0)
        {
            new DiagnosticText(context.Error, colours: false, context.Width).WriteAll(twice);
            return ExitCode.Findings;
        }
        var report = Measure(policies.Compilation);
        using var text = new StringWriter { NewLine = "\n" };
        switch (format)
        {
            case "json":
                CoverageJson.Write(text, report);
                break;
            case "html":
                CoverageHtml.Write(text, report);
                break;
            default:
                CoverageText.Write(text, report);
                break;
        }
        if (path is null)
        {
            context.Output.Write(text.ToString());
            return ExitCode.Done;
        }
        return WholeFile.Write(path, VisibleText.Of(text.ToString()), policies.Files.Select(static file => file.Path)) is { } refused
            && Inputs.Report([refused], context)
            ? ExitCode.Usage
            : ExitCode.Done;
    }

    /// <summary>Policies without a document have nothing to be compared with, and are named as such.</summary>
    private static CoverageReport Measure(Compilation compilation)
    {
        var measured = new List<SourceCoverage>();
        var without = new List<string>();
        foreach (var policy in compilation.Model.Policies)
        {
            if (policy.OfficialTextPath is { } path && compilation.OfficialTexts.TryGetValue(path, out var source))
                measured.Add(SourceCoverage.Of(policy, source, compilation.Model.Parameters));
            else
                without.Add(policy.Number);
        }
        return new(measured, without);
    }
}
