// The options that commands of the service share: each is a setting by another name.
using System.Collections;
using System.Collections.Immutable;
using System.CommandLine;
using Dsl.Cli.Hosting;

namespace Dsl.Cli.Commands;

/// <summary>Options that name settings of the service.</summary>
internal static class HostOptions
{
    /// <summary>New options, with the settings that they are.</summary>
    public static ImmutableArray<(string Setting, Option<string?> Option)> All =>
    [
        ("data", CommonOptions.Text("--data", "DIR", "数据目录，缺省 policy-data")),
        ("store", CommonOptions.Text("--store", "STORE", "控制库：sqlite（缺省，数据目录里的一个文件）或 postgres://用户@主机/库")),
        ("registry", CommonOptions.Text("--registry", "SRC", "登记数据（文件夹、文件或数据库）；缺省是政策文件夹里的 sample")),
        ("urls", CommonOptions.Text("--urls", "URL", "监听的地址，几个用分号隔开；缺省 http://127.0.0.1:8050")),
        ("date", CommonOptions.Text("--date", "D", "请求里没有写测算日时用哪一天")),
    ];

    /// <summary>What was said on the command line, by setting.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Values(ImmutableArray<(string Setting, Option<string?> Option)> options,
        ParseResult result) =>
        options.Select(option => KeyValuePair.Create(option.Setting, result.GetValue(option.Option)))
            .Where(static pair => pair.Value is not null);

    /// <summary>Runs a command of the service; the program in the editor's package has none.</summary>
    public static int Run(CliContext context, Func<int> command)
    {
        try
        {
            return command();
        }
        catch (FileNotFoundException error) when (error.FileName?.StartsWith("Microsoft.", StringComparison.Ordinal) == true)
        {
            return context.Refuse("编辑器的安装包里的程序不带服务。",
                "请用 policy-linux-x64.zip、policy-win-x64.zip 里的程序，或者源代码里的 ./policy。");
        }
    }

    /// <summary>The variables of the environment.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Environment() =>
        System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(static entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value));
}
