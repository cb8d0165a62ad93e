// The service as a process: it stops when asked to, loses no record when it is killed, and says why it does not start.
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed partial class ServeTests : IDisposable
{
    private const string Facts = """{"企业": {"统一社会信用代码": "A1", "研发投入": 1000}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("policy-serve-").FullName;

    public ServeTests() => File.WriteAllText(Path.Combine(_folder, "办法.policy"), KilledService.Policy);

    private readonly List<Process> _started = [];

    private string Data => Path.Combine(_folder, "data");

    public void Dispose()
    {
        // A test that fails half-way leaves them running.
        foreach (var service in _started.Where(static service => !service.HasExited))
        {
            PolicyProcess.Signal(service, "TERM");
            service.WaitForExit(PolicyProcess.Patience);
        }
        _started.ForEach(static service => service.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task 收到停止的信号正常结束_再启动照旧()
    {
        if (OperatingSystem.IsWindows())
            return; // Windows has no signal to send to another process.
        for (var count = 1; count <= 2; count++)
        {
            var service = Start();
            using var client = new HttpClient { BaseAddress = await AddressOf(service) };
            Assert.Contains("\"50.00\"", await Evaluate(client), StringComparison.Ordinal);
            PolicyProcess.Signal(service, "TERM");
            Assert.True(service.WaitForExit(PolicyProcess.Patience));
            Assert.Equal(0, service.ExitCode);
            var audit = PolicyProcess.Run("audit", "verify", "--data", Data);
            Assert.Equal((0, $"审计记录 {count} 条，完好。"), (audit.Code, audit.Output.Split('\n')[0]));
        }
    }

    [Fact]
    public async Task 被强行结束也不丢已经回答的记录()
    {
        if (OperatingSystem.IsWindows())
            return; // Windows has no signal to send to another process.
        var answered = 0;
        for (var round = 0; round < 3; round++)
        {
            var service = Start();
            using var client = new HttpClient { BaseAddress = await AddressOf(service) };
            var callers = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            {
                try
                {
                    while (true)
                    {
                        await Evaluate(client);
                        Interlocked.Increment(ref answered);
                    }
                }
                catch (HttpRequestException)
                {
                    // The service is gone.
                }
            })).ToArray();
            await Task.Delay(300 + (200 * round));
            // A machine with much to do takes its time for the first answers.
            for (var i = 0; i < 600 && Volatile.Read(ref answered) == 0; i++)
                await Task.Delay(50);
            PolicyProcess.Signal(service, "KILL");
            await Task.WhenAll(callers);
            Assert.True(service.WaitForExit(PolicyProcess.Patience));
        }
        var audit = PolicyProcess.Run("audit", "verify", "--data", Data);
        Assert.Equal(0, audit.Code);
        Assert.InRange(int.Parse(Count().Match(audit.Output).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture),
            Math.Max(answered, 1), int.MaxValue);
    }

    [Fact]
    public async Task 起不来的说明原因()
    {
        var settings = Path.Combine(_folder, "服务.json");
        await File.WriteAllTextAsync(settings, """{"stroe": "sqlite", "date": "今天"}""");
        Refused(["serve", _folder, "--config", settings], "DSL6001", "DSL6002");
        Refused(["serve"], "DSL6002");
        Refused(["serve", _folder, "--store", "postgres://me@127.0.0.1:1/x", "--data", Data], "DSL6010");
        Refused(["audit", "verify", "--data", Path.Combine(_folder, "没有")], "DSL6010");
        Refused(["serve", _folder, "--data", Data, "--urls", "http://0.0.0.0:0"], "DSL6046");
        var service = Start();
        var address = await AddressOf(service);
        Refused(["serve", _folder, "--data", Data], "DSL6005");
        Refused(["serve", _folder, "--data", Data + "2", "--urls", address.ToString().TrimEnd('/')], "不能监听");
        service.Kill();
    }

    [Fact]
    public async Task 建账号和密钥_服务在不在运行都行()
    {
        var soon = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(3);
        var added = PolicyProcess.Run("account", "add", "张三", "--role", "经办、审核", "--data", Data);
        Assert.Equal(0, added.Code);
        Assert.Matches("^http://127\\.0\\.0\\.1:8050/sign-in/password#name=%E5%BC%A0%E4%B8%89&invitation=[A-Za-z0-9_-]{43}\n$",
            added.Output);
        Assert.Contains("只显示这一次", added.Error, StringComparison.Ordinal);
        var service = Start();
        using var client = new HttpClient { BaseAddress = await AddressOf(service) };
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized,
            (await client.GetAsync(new Uri("/api/v1/policies", UriKind.Relative))).StatusCode);
        var key = PolicyProcess.Run("key", "add", "--name", "接口", "--role", "经办", "--expires", $"{soon:yyyy-MM-dd}", "--data", Data);
        Assert.Equal(0, key.Code);
        client.DefaultRequestHeaders.Authorization = new("Bearer", key.Output.Trim());
        Assert.Contains("\"50.00\"", await Evaluate(client), StringComparison.Ordinal);
        var keys = PolicyProcess.Run("key", "list", "--data", Data).Output;
        Assert.Contains("接口  经办  在用  最后用于", keys, StringComparison.Ordinal);
        Assert.Equal(0, PolicyProcess.Run("key", "revoke", keys.Split(' ')[0], "--data", Data).Code);
        await Task.Delay(1100);
        await Assert.ThrowsAsync<HttpRequestException>(() => Evaluate(client));
        Assert.Equal(0, PolicyProcess.Run("account", "disable", "张三", "--data", Data).Code);
        Assert.Equal("张三  经办、审核  停用\n", PolicyProcess.Run("account", "list", "--data", Data).Output);
        Assert.StartsWith("https://policy.example/sign-in/password#",
            PolicyProcess.Run("account", "reset", "张三", "--link", "https://policy.example/", "--data", Data).Output,
            StringComparison.Ordinal);
        Refused(["account", "add", "张三", "--role", "审计", "--data", Data], "DSL6043");
        Refused(["account", "add", "李四", "--role", "审计、系统管理", "--data", Data], "DSL6041");
        Refused(["account", "add", "李四", "--role", "老板", "--data", Data], "老板");
        Refused(["key", "revoke", "没有", "--data", Data], "DSL6044");
        Refused(["account", "list", "--data", Data + "9"], "DSL6010");
        service.Kill();
    }

    [Fact]
    public async Task 准备好了和要停了都告诉systemd()
    {
        if (!OperatingSystem.IsLinux())
            return; // Only Linux has systemd.
        var place = Path.Combine(_folder, "notify");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(place));
        socket.ReceiveTimeout = (int)PolicyProcess.Patience.TotalMilliseconds;
        // The program knows that it is a service by the name of the process that started it.
        var systemd = Path.Combine(_folder, "systemd");
        await File.WriteAllTextAsync(systemd,
            "#!/bin/sh\ndotnet \"$@\" & child=$!\ntrap 'kill -TERM $child' TERM\nwait $child\nwait $child\n");
        File.SetUnixFileMode(systemd, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var service = PolicyProcess.StartTool(systemd, [("NOTIFY_SOCKET", place)], PolicyProcess.Program, "serve", _folder, "--data",
            Data, "--urls", "http://127.0.0.1:0");
        _started.Add(service);
        var log = service.StandardOutput.ReadToEndAsync();
        await AddressOf(service);
        Assert.Contains("READY=1", Next(), StringComparison.Ordinal);
        PolicyProcess.Signal(service, "TERM");
        Assert.Contains("STOPPING=1", Next(), StringComparison.Ordinal);
        Assert.True(service.WaitForExit(PolicyProcess.Patience));
        Assert.Equal(0, service.ExitCode);
        Assert.All((await log).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            static line => Assert.StartsWith("{", line, StringComparison.Ordinal));

        string Next()
        {
            var buffer = new byte[4096];
            return Encoding.UTF8.GetString(buffer, 0, socket.Receive(buffer));
        }
    }

    [Fact]
    public async Task 运行时备份_恢复以后照旧()
    {
        var backup = Path.Combine(_folder, "备份.zip");
        string head;
        var first = Start();
        using (var client = new HttpClient { BaseAddress = await AddressOf(first) })
        {
            await Evaluate(client);
            var made = PolicyProcess.Run("backup", backup, "--data", Data);
            Assert.Equal(0, made.Code);
            head = made.Output.Split('\n')[1];
            Assert.Contains("审计记录 1 条", head, StringComparison.Ordinal);
            Refused(["backup", backup, "--data", Data], "DSL6050");
        }
        first.Kill();
        first.WaitForExit();
        var check = PolicyProcess.Run("restore", backup, "--check");
        Assert.Equal((0, head), (check.Code, check.Output.Split('\n')[1]));
        Refused(["restore", backup, "--data", Data], "DSL6053");
        Refused(["restore", Path.Combine(_folder, "办法.policy"), "--data", Data + "2"], "DSL6052");
        Refused(["restore", Path.Combine(_folder, "没有.zip"), "--data", Data + "2"], "DSL6052");
        Directory.Delete(Data, recursive: true);
        var done = PolicyProcess.Run("restore", backup, "--data", Data);
        Assert.Equal((0, head), (done.Code, done.Output.Split('\n')[1]));
        var again = Start();
        using var other = new HttpClient { BaseAddress = await AddressOf(again) };
        Assert.Contains("\"50.00\"", await Evaluate(other), StringComparison.Ordinal);
        Assert.Equal("审计记录 2 条，完好。", PolicyProcess.Run("audit", "verify", "--data", Data).Output.Split('\n')[0]);
        again.Kill();
    }

    private static void Refused(string[] arguments, params string[] parts)
    {
        var run = PolicyProcess.Run(arguments);
        Assert.Equal(2, run.Code);
        Assert.All(parts, part => Assert.Contains(part, run.Error, StringComparison.Ordinal));
    }

    private Process Start()
    {
        var service = PolicyProcess.Start("serve", _folder, "--data", Data, "--urls", "http://127.0.0.1:0", "--date", "2024-06-30");
        _started.Add(service);
        _ = service.StandardOutput.ReadToEndAsync();
        return service;
    }

    /// <summary>The address, which the service says when it is ready.</summary>
    private static async Task<Uri> AddressOf(Process service)
    {
        var line = await service.StandardError.ReadLineAsync().WaitAsync(PolicyProcess.Patience) ?? "";
        _ = service.StandardError.ReadToEndAsync();
        return new(Address().Match(line).Value);
    }

    private static async Task<string> Evaluate(HttpClient client)
    {
        using var body = new StringContent(Facts, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("/api/v1/evaluate", UriKind.Relative), body);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    [GeneratedRegex(@"审计记录 (\d+) 条")]
    private static partial Regex Count();
}
