// The packages for people without an SDK: made by their script, unpacked elsewhere, used on a machine that knows no .NET.
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Dsl.Cli.Tests.Harness;
using Dsl.Testing;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class ReleaseTests : IDisposable
{
    private const int OwnerMayExecute = 0b001_000_000;

    private static readonly TimeSpan MostForPackages = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan MostForACall = TimeSpan.FromMinutes(5);

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 解开就能用_不需要安装_NET()
    {
        if (!OperatingSystem.IsLinux())
            return; // The packages are made on Linux, for Windows as well.
        using (var script = PolicyProcess.StartTool("bash", [], RepositoryRoot.Combine("runtime", "package.sh"), "linux-x64", "win-x64"))
            Succeeds(script, MostForPackages);

        ZipFile.ExtractToDirectory(Package("linux-x64"), _folder["unpacked"]);
        Assert.Matches(@"^policy \d+\.\d+\.\d+（语言版本 \d+\.\d+）\n$", Call("--version"));
        Assert.Contains("没有发现问题", Call("check", "policies"), StringComparison.Ordinal);
        var summary = Call("batch", "policies", "--input", "policies/sample", "--output", "out/r.csv");
        Assert.Contains("未读入 0 行", summary, StringComparison.Ordinal);
        Assert.NotEmpty(File.ReadAllText(_folder["unpacked/out/r.csv"]));
        Call("batch", "policies", "--input", "policies/sample", "--output", "out/r.parquet");
        Call("new", "新政策");
        Call("test", "新政策");
        Assert.Contains("./policy check policies", File.ReadAllText(_folder["unpacked/说明.txt"]), StringComparison.Ordinal);

        using var windows = ZipFile.OpenRead(Package("win-x64"));
        foreach (var name in new[] { "policy.cmd", "说明.txt", "program/policy.exe", "policies/policy.json" })
            Assert.Contains(windows.Entries, entry => entry.FullName == name);
        using var linux = ZipFile.OpenRead(Package("linux-x64"));
        Assert.NotEqual(0, (linux.Entries.Single(static entry => entry.FullName == "policy").ExternalAttributes >> 16) & OwnerMayExecute);
    }

    private static string Package(string platform) => RepositoryRoot.Combine("artifacts", "release", $"policy-{platform}.zip");

    // ./policy in the unpacked folder, with a home of its own and no other programs than the ones that it calls.
    private string Call(params string[] arguments)
    {
        var tools = Directory.CreateDirectory(_folder["tools"]).FullName;
        foreach (var tool in new[] { "bash", "dirname", "readlink" })
        {
            var link = Path.Combine(tools, tool);
            if (!File.Exists(link))
                File.CreateSymbolicLink(link, File.Exists($"/usr/bin/{tool}") ? $"/usr/bin/{tool}" : $"/bin/{tool}");
        }
        var start = new ProcessStartInfo(_folder["unpacked/policy"], arguments)
        {
            WorkingDirectory = _folder["unpacked"], StandardOutputEncoding = Encoding.UTF8,
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = tools;
        start.Environment["HOME"] = Directory.CreateDirectory(_folder["home"]).FullName;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("./policy does not start");
        return Succeeds(process, MostForACall);
    }

    private static string Succeeds(Process process, TimeSpan most)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        Assert.True(process.WaitForExit(most), "it takes too long");
        Assert.True(process.ExitCode == 0, $"{process.ExitCode}: {error.GetAwaiter().GetResult()}{output.GetAwaiter().GetResult()}");
        return output.GetAwaiter().GetResult();
    }
}
