// `policy serve`: the hosted runtime on the evaluators of the other commands.
using System.Collections.Immutable;
using System.CommandLine;
using Dsl.Cli.Hosting;
using Dsl.Host;
using Dsl.Host.Access;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Loading.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Dsl.Cli.Commands;

/// <summary>Runs the service.</summary>
internal static class ServeCommand
{
    // What is under way is answered, jobs come to a point from which they go on later.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    public static Command Create(CliContext context)
    {
        var paths = new Argument<string[]>("PATH") { Description = "政策文件或文件夹；写在设置文件里的可以省略",
            Arity = ArgumentArity.ZeroOrMore };
        var file = CommonOptions.Text("--config", "FILE.json", "设置文件；各项设置见《运行服务》");
        var command = new PolicyCommand("serve", "把政策作为服务运行：测算接口、健康检查、审计")
        {
            Examples =
            [
                ("policy serve policies", "只有本机能访问：http://127.0.0.1:8050"),
                ("policy serve policies --data /var/lib/policy --urls http://127.0.0.1:9000", "指定数据目录和地址"),
                ("policy serve --config 服务.json", "全部写在设置文件里"),
            ],
            ExitCodes = "0 收到停止的信号，正常结束；2 设置有误，或数据目录、控制库、地址不能用；3 程序内部错误",
        };
        command.Add(paths);
        command.Add(file);
        var flags = HostOptions.All;
        foreach (var (_, option) in flags)
            command.Add(option);
        command.SetAction(result => HostOptions.Run(context, () => Serve(result, file, flags, paths, context)));
        return command;
    }

    private static int Serve(ParseResult result, Option<string?> file, ImmutableArray<(string Setting, Option<string?> Option)> flags,
        Argument<string[]> paths, CliContext context)
    {
        var (settings, findings) = SettingsReader.Read(result.GetValue(file), HostOptions.Environment(), HostOptions.Values(flags, result),
            [.. result.GetValue(paths) ?? []]);
        return Inputs.Report(findings, context) || settings is null ? ExitCode.Usage : Run(settings, context).GetAwaiter().GetResult();
    }

    private static async Task<int> Run(HostSettings settings, CliContext context)
    {
        context.AllowToStop(TimeToStop);
        try
        {
            await using var server = await PolicyServer.Create(settings, TimeProvider.System, null, context.Cancellation)
                .ConfigureAwait(false);
            await server.StartAsync(context.Cancellation).ConfigureAwait(false);
            foreach (var url in server.Urls)
                context.Error.WriteLine($"服务已启动：{url}（停止：Ctrl+C）");
            if (await server.Services.GetRequiredService<AccessState>().IsOpen(context.Cancellation).ConfigureAwait(false))
                context.Error.WriteLine("还没有账号和密钥：本机的任何程序都能使用，不用登录（policy account add、policy key add）。");
            await Stopped(context.Cancellation).ConfigureAwait(false);
            using var patience = new CancellationTokenSource(TimeToStop);
            await server.StopAsync(patience.Token).ConfigureAwait(false);
            return ExitCode.Done;
        }
        catch (HostException error)
        {
            return context.Refuse($"{error.Problem.Rule.Code} {error.Problem.Message}", error.Problem.Remedy);
        }
        // An address that is taken, or that this user may not listen on.
        catch (Exception error) when (error is IOException or System.Net.Sockets.SocketException)
        {
            return context.Refuse($"地址 {string.Join('、', settings.Urls)} 不能监听：{FileFailure.Words(error)}",
                "请换一个端口（--urls），或停止占用它的程序。");
        }
    }

    private static async Task Stopped(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // That is what it waits for.
        }
    }
}
