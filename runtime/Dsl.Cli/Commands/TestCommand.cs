// `policy test`: every 算例 and 恒有, the latter on the examples and on generated facts.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;
using Dsl.Verification.Boundaries;
using Dsl.Verification.Examples;

namespace Dsl.Cli.Commands;

/// <summary>Runs worked examples and invariants.</summary>
internal static class TestCommand
{
    private const long MostGenerated = 1_000_000;
    private static readonly TestOptions Usual = new();

    private sealed record Request(string[] Paths, string Format, string? Coverage, bool Boundaries, TestOptions Options);

    public static Command Create(CliContext context)
    {
        var paths = CommonOptions.Paths();
        var format = CommonOptions.Format("text", "json", "junit");
        var coverage = CommonOptions.Text("--coverage", "FILE", "把算例的覆盖情况（条款、条件、档次、上限）写入文件");
        var boundaries = CommonOptions.Switch("--boundaries",
            "逐个门槛、上限列出略低于、恰好、略高于的情形和结果；没有算例的写成算例，核对后可以贴进政策文件");
        var generated =
            CommonOptions.Number("--generated", "N", $"另造多少个主体来核对恒有，缺省为 {Usual.GeneratedSubjects}", 0, MostGenerated);
        var seed = CommonOptions.Number("--seed", "S", $"造数的种子，缺省为 {Usual.Seed}", 0, long.MaxValue);
        var command = new PolicyCommand("test", "逐一核对算例和恒有")
        {
            Examples = [("policy test policies", "核对一个文件夹"), ("policy test policies --boundaries", "每个门槛两边的情形"),
                ("policy test policies --format junit", "供持续集成读取")],
            ExitCodes = "0 全部相符；1 有算例不符、恒有被打破，或政策文件有错误；2 用法有误或文件无法读取；3 程序内部错误；130 被中断",
        };
        command.Add(paths);
        foreach (var option in (Option[])[format, coverage, boundaries, generated, seed])
            command.Add(option);
        command.SetAction(result => Run(
            new(result.GetValue(paths) ?? [], result.GetValue(format) ?? "", result.GetValue(coverage), result.GetValue(boundaries),
                new((int)(result.GetValue(generated) ?? Usual.GeneratedSubjects), result.GetValue(seed) ?? Usual.Seed)),
            context));
        return command;
    }

    private static int Run(Request request, CliContext context)
    {
        var (policies, code) = Inputs.Load(request.Paths, context);
        if (policies is null)
            return code;
        if (request.Boundaries)
        {
            var program = policies.Compilation.Program;
            context.Output.WriteLine(
                BoundaryReportText.Write(program, [.. new BoundaryFinder(program).All(context.Cancellation)]).TrimEnd('\n'));
            return ExitCode.Done;
        }
        var report = TestRun.Run(policies.Compilation.Program, request.Options, context.Cancellation);
        // The file first: the reader of standard output may have exited.
        if (request.Coverage is { } path
            && WholeFile.Write(path, VisibleText.Of(TestReportText.WriteCoverage(report.Coverage)),
                policies.Files.Select(static file => file.Path))
                is { } refused
            && Inputs.Report([refused], context))
            return ExitCode.Usage;
        context.Output.WriteLine((request.Format switch
        {
            "json" => TestReportJson.Write(report),
            "junit" => TestReportJUnit.Write(report),
            _ => TestReportText.Write(report),
        }).TrimEnd('\n'));
        return report.FailureCount > 0 ? ExitCode.Findings : ExitCode.Done;
    }
}
