// `policy audit verify`: whether the audit of a service is unbroken.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Host.Audit;
using Dsl.Host.Store;

namespace Dsl.Cli.Commands;

/// <summary>Looks at the audit.</summary>
internal static class AuditCommand
{
    public static Command Create(CliContext context)
    {
        var head = CommonOptions.Text("--head", "HASH", "以前核对时记下的校验值；里面应当还有它");
        var store = new StoreOptions();
        var verify = new PolicyCommand("verify", "逐条核对审计记录的校验链：有没有被改过、删过")
        {
            Examples =
            [
                ("policy audit verify --data /var/lib/policy", "核对一个服务的审计记录，服务可以正在运行"),
                ("policy audit verify --head 9f2c…", "还核对上次记下的那一条仍在里面"),
            ],
            ExitCodes = "0 完好；1 有记录对不上；2 用法有误或控制库不能用；3 程序内部错误",
        };
        verify.Add(head);
        store.AddTo(verify);
        verify.SetAction(result => store.Look(result, context, control => Verify(control, result.GetValue(head), context)));
        return new PolicyCommand("audit", "审计记录") { verify };
    }

    private static async Task<int> Verify(IControlStore store, string? head, CliContext context)
    {
        var verification = await AuditReader.Verify(store, head, context.Cancellation).ConfigureAwait(false);
        if (verification.Problem is { } problem)
        {
            context.Error.WriteLine($"错误：{problem.Rule.Code} {problem.Message}{problem.Remedy}");
            return ExitCode.Findings;
        }
        context.Output.WriteLine($"审计记录 {verification.Count} 条，完好。");
        context.Output.WriteLine($"末条的校验值：{(verification.Head.Length == 0 ? "（还没有记录）" : verification.Head)}");
        return ExitCode.Done;
    }
}
