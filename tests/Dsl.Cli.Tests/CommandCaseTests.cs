// Folders of cases: files, command lines in commands.txt, and what the program says to each in commands.verified.txt.
using System.Text;
using System.Text.RegularExpressions;
using Dsl.Cli.Tests.Harness;
using Dsl.Testing;
using Xunit;

namespace Dsl.Cli.Tests;

public partial class CommandCaseTests
{
    private static readonly string Cases = RepositoryRoot.Combine("tests", "Dsl.Cli.Tests", "cases");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories(Cases).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Each line of commands.txt is one call; {dir} is a copy of the case's folder. A line "&gt; file" shows a file that was written.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void 命令的输出(string name)
    {
        using var folder = new ScratchFolder();
        folder.CopyFrom(Path.Combine(Cases, name));
        var transcript = new StringBuilder();
        foreach (var line in File.ReadAllLines(folder["commands.txt"]).Where(static line => line.Trim().Length > 0))
        {
            if (line.StartsWith("> ", StringComparison.Ordinal))
                transcript.Append($"══ {line[2..]}\n{File.ReadAllText(folder[line[2..]]).TrimStart('\uFEFF')}\n");
            else
                Append(transcript, line, folder);
        }
        Snapshot.Verify(Path.Combine(Cases, name, "commands.verified.txt"), transcript.ToString());
    }

    private static void Append(StringBuilder transcript, string line, ScratchFolder folder)
    {
        var arguments = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(word => word.Replace("{dir}", folder.Root, StringComparison.Ordinal));
        var run = PolicyRun.Of([.. arguments]);
        transcript.Append($"$ {line}\n[{run.Code}]\n");
        transcript.Append(run.Output);
        if (run.Error.Length > 0)
            transcript.Append("── stderr\n").Append(Speed().Replace(run.Error, "用时 …"));
        transcript.Append('\n').Replace(folder.Root, "{dir}");
    }

    [GeneratedRegex("用时 .*")]
    private static partial Regex Speed();
}
