// `policy lsp`: the language server on standard input and output.
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.LanguageServer.Protocol;

namespace Dsl.Cli.Commands;

/// <summary>Serves an editor.</summary>
internal static class LspCommand
{
    public static Command Create(CliContext context)
    {
        var command = new PolicyCommand("lsp", "语言服务器：编辑器通过标准输入输出与它通信")
        {
            Examples = [("policy lsp", "由编辑器启动，不用在命令行里运行")],
            ExitCodes = "0 编辑器按约定结束；1 编辑器没有告知就断开；3 程序内部错误",
        };
        // Clients name the way of transport; there is one.
        command.Add(new Option<bool>("--stdio") { Description = "通过标准输入输出通信（只有这一种）", Hidden = true });
        command.SetAction(_ =>
        {
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            return new LspServer(input, output, ProgramVersion.Current, context.Today).Run();
        });
        return command;
    }
}
