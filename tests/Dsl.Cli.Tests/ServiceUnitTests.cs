// The systemd unit: systemd finds nothing wrong with it.
using System.Diagnostics;
using Dsl.Testing;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed class ServiceUnitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policy-unit-").FullName;

    private static string Unit => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "runtime", "deploy", "policy.service"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void 单元没有错()
    {
        Assert.Contains("Type=notify", Unit, StringComparison.Ordinal);
        if (!File.Exists("/usr/bin/systemd-analyze"))
            return; // Systems without systemd have nothing to check it with.
        var path = Path.Combine(_folder, "policy.service");
        // What is not installed here is named by what is.
        File.WriteAllText(path, Unit.Replace("ExecStart=/opt/policy/program/policy", "ExecStart=/bin/true", StringComparison.Ordinal));
        var options = new ProcessStartInfo("/usr/bin/systemd-analyze") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["verify", "--man=no", path])
            options.ArgumentList.Add(argument);
        using var process = Process.Start(options) ?? throw new InvalidOperationException();
        var said = process.StandardError.ReadToEnd() + process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.DoesNotContain(said.Split('\n'), static line => line.Contains("policy.service", StringComparison.Ordinal));
    }
}
