// What every command does with its inputs first: report files that cannot be read, stop where policies have errors.
using Dsl.Cli.Hosting;
using Dsl.Cli.Output;
using Dsl.Data.Postgres;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Cli.Commands;

/// <summary>Reports on inputs.</summary>
internal static class Inputs
{
    /// <summary>Prints problems of files and data on the error stream.</summary>
    /// <returns>Whether one of them forbids to go on.</returns>
    public static bool Report(IEnumerable<DataFinding> problems, CliContext context)
    {
        var stops = false;
        foreach (var problem in problems)
        {
            context.Error.WriteLine($"{problem.Severity.Word()}：{problem}");
            stops |= problem.Severity == Severity.Error;
        }
        return stops;
    }

    /// <summary>Whether an argument holds a password; says so without showing it.</summary>
    public static bool HoldPassword(IEnumerable<string> arguments, CliContext context) =>
        arguments.Any(AddressSecrets.HasPassword)
        && Report([PostgresDiagnostics.PasswordInAddress.With().At(new("postgres://…"))], context);

    /// <summary>Loads policies to compute with. Policies with errors cannot be computed: they are listed and the run stops.</summary>
    /// <returns>The policies, or the exit code to stop with.</returns>
    public static (LoadedPolicies? Policies, int ExitCode) Load(IEnumerable<string> paths, CliContext context)
    {
        var policies = PolicyLoader.Load(paths);
        if (Report(policies.Problems, context))
            return (null, ExitCode.Usage);
        var errors = policies.Diagnostics.Where(static finding => finding.Severity == Severity.Error).ToList();
        if (errors.Count == 0)
            return (policies, ExitCode.Done);
        new DiagnosticText(context.Error, colours: false, context.Width).WriteAll(errors);
        context.Error.WriteLine($"政策文件有 {errors.Count} 个错误，无法测算。请先改正（policy check 列出全部问题）。");
        return (null, ExitCode.Findings);
    }
}
