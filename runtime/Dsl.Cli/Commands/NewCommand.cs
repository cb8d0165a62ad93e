// `policy new DIR`: a folder with a small policy that checks clean, passes its tests and can be run at once.
using System.CommandLine;
using System.Text;
using Dsl.Cli.Hosting;
using Dsl.Data.Outputs;
using Dsl.Loading.Findings;

namespace Dsl.Cli.Commands;

/// <summary>Makes a starter folder.</summary>
internal static class NewCommand
{
    private const string Prefix = "starter/";

    public static Command Create(CliContext context)
    {
        var folder = new Argument<string>("DIR") { Description = "要新建的文件夹（不存在，或者是空的）" };
        var command = new PolicyCommand("new", "新建一个可以运行的示例文件夹")
        {
            Examples = [("policy new 我的政策", "新建文件夹「我的政策」")],
        };
        command.Add(folder);
        command.SetAction(result => Run(result.GetValue(folder) ?? "", context));
        return command;
    }

    private static int Run(string folder, CliContext context)
    {
        if (folder.StartsWith('-'))
            return context.Refuse($"没有选项“{folder}”。", "用法见 policy new --help");
        if (string.IsNullOrWhiteSpace(folder))
            return context.Refuse("没有写文件夹名。", "写成 policy new 我的政策");
        if (Path.Exists(folder) && !Directory.Exists(folder))
            return context.Refuse($"“{folder}”是一个文件。", "换一个文件夹名。");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            return context.Refuse($"文件夹“{folder}”里已经有内容。", "换一个文件夹名，以免覆盖。");
        if (Write(folder) is { } failed && Inputs.Report([failed], context))
            return ExitCode.Usage;
        context.Output.WriteLine($"已在“{folder}”中新建示例政策。接着试试：");
        context.Output.WriteLine();
        context.Output.WriteLine($"  policy check {folder}");
        context.Output.WriteLine($"  policy test {folder}");
        context.Output.WriteLine($"  policy eval {folder} --facts {folder}/facts.json --explain");
        context.Output.WriteLine($"  policy batch {folder} --input {folder}/sample --output {folder}/out/results.csv");
        return ExitCode.Done;
    }

    private static DataFinding? Write(string folder)
    {
        var files = new AtomicOutput();
        try
        {
            using var output = files;
            foreach (var (path, content) in Files())
                output.CreateNew(Path.Combine(folder, path)).Write(Encoding.UTF8.GetBytes(content));
            output.Commit();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return files.Failure(error, folder);
        }
    }

    /// <summary>The files of the folder with their paths, forward slashes as the build on any machine names them.</summary>
    private static IEnumerable<(string Path, string Content)> Files()
    {
        var assembly = typeof(NewCommand).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            if (assembly.GetManifestResourceStream(name) is not { } stream)
                continue;
            using var reader = new StreamReader(stream);
            yield return (name[Prefix.Length..].Replace('\\', '/'), reader.ReadToEnd());
        }
    }
}
