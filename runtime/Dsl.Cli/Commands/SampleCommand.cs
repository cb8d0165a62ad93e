// `policy sample`: a synthetic registry that fits the schema; the same seed gives the same bytes.
using System.CommandLine;
using Dsl.Batch.Sampling;
using Dsl.Cli.Hosting;
using Dsl.Values.Exact;
using Dsl.Verification.Sampling;

namespace Dsl.Cli.Commands;

/// <summary>Writes a synthetic registry.</summary>
internal static class SampleCommand
{
    private const long MostRows = 1_000_000_000;
    private const long Million = 1_000_000;

    public static Command Create(CliContext context)
    {
        var paths = CommonOptions.Paths();
        var rows = CommonOptions.Number("--rows", "N", "主表的行数（必填）", 1, MostRows);
        var seed = CommonOptions.Number("--seed", "S", "种子：同一个种子得到逐字节相同的数据（必填）", 0, long.MaxValue);
        var output = CommonOptions.Text("--output", "DIR", "写到哪个文件夹", required: true);
        var unknowns = Unknowns();
        rows.Required = true;
        seed.Required = true;
        var command = new PolicyCommand("sample", "按数据定义造一批虚构的主体和明细")
        {
            Examples = [("policy sample policies --rows 1000 --seed 1 --output 数据", "一千个主体"),
                ("policy sample policies --rows 1000 --seed 1 --unknowns 5% --output 数据", "百分之五的事实缺失")],
            ExitCodes = "0 完成；1 政策文件有错误；2 用法有误或文件无法写入；3 程序内部错误；130 被中断",
        };
        command.Add(paths);
        foreach (var option in (Option[])[rows, seed, output, unknowns])
            command.Add(option);
        command.SetAction(result => Run(
            result.GetValue(paths) ?? [], result.GetValue(output) ?? "",
            new(result.GetValue(rows) ?? 1, result.GetValue(seed) ?? 0) { UnknownPartsPerMillion = result.GetValue(unknowns) ?? 0 },
            context));
        return command;
    }

    private static int Run(string[] paths, string folder, SampleOptions options, CliContext context)
    {
        var (policies, code) = Inputs.Load(paths, context);
        if (policies is null)
            return code;
        var (files, finding) = SampleWriter.Write(policies.Compilation.Program, options, folder, progress: null, context.Cancellation);
        if (finding is not null && Inputs.Report([finding], context))
            return ExitCode.Usage;
        foreach (var file in files)
            context.Output.WriteLine($"已写入 {file}");
        context.Output.WriteLine($"主表 {options.Rows} 行，种子 {options.Seed}。");
        return ExitCode.Done;
    }

    /// <summary>--unknowns: 0.05 or 5%, exactly, as parts per million.</summary>
    private static Option<long?> Unknowns() => new("--unknowns")
    {
        Description = "缺失的事实占多少，如 5% 或 0.05；缺省不缺",
        HelpName = "P",
        CustomParser = static result =>
        {
            if (result.Tokens is not [var token])
                return null;
            var isPercent = token.Value.EndsWith('%');
            if (Rational.TryParse(token.Value.TrimEnd('%'), out var value))
            {
                var parts = value * Million / (isPercent ? 100 : 1);
                if (parts >= 0 && parts <= Million)
                    return (long)parts.RoundHalfAwayFromZero();
            }
            result.AddError($"“{token.Value}”应是 0 到 1 之间的数或百分数，如 5%。");
            return null;
        },
    };
}
