// The built program as a process of its own: what only a real process shows (encoding, signals, exit codes).
using System.Diagnostics;
using System.Text;
using Dsl.Cli.Tests.Harness;
using Xunit;

namespace Dsl.Cli.Tests;

public class ProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void 版本由程序和语言两部分组成()
    {
        var (code, output, _) = Run("--version");
        Assert.Equal(0, code);
        Assert.Matches(@"^policy \d+\.\d+\.\d+（语言版本 \d+\.\d+）\n$", output);
    }

    [Fact]
    public void 输出是不带标记的统一码且没有颜色()
    {
        using var process = Start("check", Dsl.Testing.RepositoryRoot.Combine("tests", "Dsl.Cli.Tests", "cases", "一个文件多处错误"));
        using var bytes = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(bytes);
        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(1, process.ExitCode);
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.ToArray());
        Assert.StartsWith("错误 DSL", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', text);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void 收到中断信号时退出码为一百三十且不留文件()
    {
        if (OperatingSystem.IsWindows())
            return; // Windows has no signal to send to another process.
        using var folder = new ScratchFolder();
        Assert.Equal(0, PolicyRun.Of("new", folder["p"]).Code);
        WriteLargeRegistry(folder);
        using var process = Start("batch", folder["p"], "--input", folder["data"], "--output", folder["out/r.csv"], "--threads", "1");
        _ = process.StandardError.ReadToEndAsync();
        Assert.True(SpinWait.SpinUntil(() => Directory.Exists(folder["out"]) && Directory.EnumerateFiles(folder["out"]).Any(), Patience));
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        Assert.True(process.WaitForExit(Patience));
        Assert.Equal(130, process.ExitCode);
        Assert.False(Directory.Exists(folder["out"]) && Directory.EnumerateFiles(folder["out"]).Any());
    }

    private static void WriteLargeRegistry(ScratchFolder folder)
    {
        var rows = new StringBuilder("统一社会信用代码,名称,注册区,依法纳税,新招用员工数\n");
        for (var i = 0; i < 200_000; i++)
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"S{i},公司,示例区,是,{i % 100}\n");
        folder.Write("data/企业.csv", rows.ToString());
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience));
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static Process Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "policy.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start");
    }
}
