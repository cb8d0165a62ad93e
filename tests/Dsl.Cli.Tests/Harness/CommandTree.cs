// The command that a line of a document calls, in the tree of commands.
using System.CommandLine;

namespace Dsl.Cli.Tests.Harness;

internal static class CommandTree
{
    /// <summary>The command that words name; null for none.</summary>
    public static Command? Find(Command root, IReadOnlyList<string> words)
    {
        var command = root.Subcommands.FirstOrDefault(command => command.Name == words[0]);
        return command is { Subcommands.Count: > 0 } && words.Count > 1 ? Find(command, [.. words.Skip(1)]) : command;
    }
}
