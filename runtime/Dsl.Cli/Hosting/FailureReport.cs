// An internal error: the message for the user, and the report for the developers who fix it.
using System.Text;
using Dsl.Loading.Findings;

namespace Dsl.Cli.Hosting;

/// <summary>Internal errors as users meet them: no stack trace on the screen, a file to send instead.</summary>
internal static class FailureReport
{
    /// <summary>Writes the report and prints its path.</summary>
    public static int Write(Exception exception, IReadOnlyList<string> arguments, CliContext context)
    {
        context.Error.WriteLine("policy：程序内部错误。这是程序的问题，不是政策文件或数据的问题。");
        context.Error.WriteLine($"  {exception.GetType().Name}：{AddressSecrets.Masked(exception.Message.ReplaceLineEndings(" "))}");
        try
        {
            // Figures and names of subjects may be in it: a folder and a file that only this user can open,
            // under a name that cannot be predicted.
            var report = Path.Combine(Directory.CreateTempSubdirectory("policy-error-").FullName, "report.txt");
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var writer = new StreamWriter(report, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options))
                writer.Write(AddressSecrets.Masked(Text(exception, arguments)));
            context.Error.WriteLine($"  请把 {report} 连同所用的政策文件发给维护者。");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            context.Error.WriteLine("  请把所用的命令和政策文件发给维护者。");
        }
        return ExitCode.InternalError;
    }

    private static string Text(Exception exception, IReadOnlyList<string> arguments) =>
        $"""
        policy {ProgramVersion.Current}
        {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, {System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}
        policy {string.Join(' ', arguments)}

        {exception}

        """;
}
