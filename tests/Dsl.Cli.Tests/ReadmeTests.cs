// The README is true: its clauses are in the policies, its commands exist, its outputs are those of the program.
using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Dsl.Cli.Hosting;
using Dsl.Cli.Tests.Harness;
using Dsl.Testing;
using Xunit;

namespace Dsl.Cli.Tests;

public partial class ReadmeTests
{
    private static string Readme { get; } = File.ReadAllText(RepositoryRoot.Combine("README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void 引用的条款就在政策里()
    {
        var policies = Directory.EnumerateFiles(RepositoryRoot.Combine("policies"), "*.policy", SearchOption.AllDirectories)
            .SelectMany(File.ReadAllLines).Select(static line => line.Trim()).ToHashSet();
        foreach (Match block in PolicyBlock().Matches(Readme))
            Assert.All(block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                line => Assert.Contains(line.Trim(), policies));
    }

    [Fact]
    public void 写到的命令和选项都存在()
    {
        var root = CommandLine.CreateRoot(
            new CliContext { Output = TextWriter.Null, Error = TextWriter.Null, Today = static () => PolicyRun.Today });
        var calls = Call().Matches(Readme).Select(static call => call.Groups[1].Value).ToList();
        Assert.NotEmpty(calls);
        foreach (var words in calls.Select(static call => call.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(static words => words.Length > 0))
        {
            var command = CommandTree.Find(root, words);
            Assert.True(command is not null, $"README: no command {words[0]}");
            Assert.All(words.Where(static word => word.StartsWith("--", StringComparison.Ordinal)),
                word => Assert.Contains(command.Options, option => option.Name == word));
        }
    }

    [Fact]
    public void 链接的文件都存在() =>
        Assert.All(Link().Matches(Readme).Select(static link => link.Groups[1].Value.Split('#')), static link =>
        {
            var path = RepositoryRoot.Combine(link[0].Split('/'));
            Assert.True(Path.Exists(path), link[0]);
            if (link is [_, var anchor])
                Assert.Contains(File.ReadLines(path), line => line.StartsWith('#') && AnchorOf(line) == anchor);
        });

    /// <summary>The anchor of a heading: its letters and digits, blanks as hyphens.</summary>
    private static string AnchorOf(string heading) =>
        string.Concat(heading.TrimStart('#').Trim().Where(static c => char.IsLetterOrDigit(c) || c is ' ' or '-')
            .Select(static c => c == ' ' ? '-' : char.ToLowerInvariant(c)));

    /// <summary>
    /// Runs the console blocks one by one in a copy of policies/. A sentence 把「甲」错写成「乙」 before a block changes the copy first.
    /// POLICY_ACCEPT=1 writes the outputs.
    /// </summary>
    [Fact]
    public void 贴出的输出是程序的输出()
    {
        if (OperatingSystem.IsWindows())
            return; // The blocks are written for a Unix shell.
        using var folder = new ScratchFolder();
        folder.CopyFrom(RepositoryRoot.Combine("policies"), "policies");
        folder.Write("policy", $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "policy.dll")}' \"$@\"\n");
        File.SetUnixFileMode(folder["policy"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var position = 0;
        var told = ConsoleBlock().Replace(Readme, block =>
        {
            foreach (Match mistake in Mistake().Matches(Readme[position..block.Index]))
                ReplaceInPolicies(folder, mistake.Groups[1].Value, mistake.Groups[2].Value);
            position = block.Index;
            var command = block.Groups[1].Value;
            return $"```console\n$ {command}\n{Shell(folder, command)}```";
        });
        if (Environment.GetEnvironmentVariable("POLICY_ACCEPT") == "1")
            File.WriteAllText(RepositoryRoot.Combine("README.md"), told);
        else
            Assert.Equal(told, Readme);
    }

    private static void ReplaceInPolicies(ScratchFolder folder, string right, string wrong)
    {
        foreach (var file in Directory.EnumerateFiles(folder["policies"], "*.policy"))
            File.WriteAllText(file, File.ReadAllText(file).Replace(right, wrong, StringComparison.Ordinal));
    }

    private static string Shell(ScratchFolder folder, string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command])
        {
            WorkingDirectory = folder.Root, RedirectStandardOutput = true, RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
        };
        using var shell = Process.Start(start) ?? throw new InvalidOperationException("sh does not start");
        _ = shell.StandardError.ReadToEndAsync();
        return shell.StandardOutput.ReadToEnd();
    }

    [GeneratedRegex(@"```policy\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex PolicyBlock();

    [GeneratedRegex(@"```console\n\$ ([^\n]+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex ConsoleBlock();

    // ./policy and its words up to a pipe, a comment or the end of the code.
    [GeneratedRegex(@"\./policy ([^`|#\n]*)")]
    private static partial Regex Call();

    [GeneratedRegex(@"把「([^」]+)」错写成「([^」]+)」")]
    private static partial Regex Mistake();

    [GeneratedRegex(@"\]\(((?!https?:)[^)]+)\)")]
    private static partial Regex Link();
}
