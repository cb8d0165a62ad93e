// A command of the program with what its help page says beyond arguments and options.
using System.CommandLine;

namespace Dsl.Cli.Hosting;

/// <summary>A command with examples and exit codes for its help page.</summary>
internal sealed class PolicyCommand(string name, string summary) : Command(name, summary)
{
    /// <summary>Command lines to try, each with a word on what it does.</summary>
    public IReadOnlyList<(string Line, string Meaning)> Examples { get; init; } = [];

    /// <summary>Options one of which must be there: the first is the one that is asked for.</summary>
    public IReadOnlyList<Option> OneOf { get; init; } = [];

    /// <summary>What the exit codes of this command mean.</summary>
    public string ExitCodes { get; init; } = "0 完成；2 用法或输入有误；3 程序内部错误";
}
