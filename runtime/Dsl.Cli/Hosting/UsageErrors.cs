// Errors in the command line, in Chinese, from the parse result (the library's own messages are English).
using System.CommandLine;
using System.CommandLine.Parsing;
using Dsl.Values.Text;

namespace Dsl.Cli.Hosting;

/// <summary>Tells what is wrong with a command line.</summary>
internal static class UsageErrors
{
    /// <summary>Prints the mistakes and where to read on.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(ParseResult result, CliContext context)
    {
        var command = result.CommandResult.Command;
        var messages = Find(result, command).Distinct().ToList();
        foreach (var message in messages.Count > 0 ? messages : result.Errors.Select(static error => error.Message).Distinct())
            context.Error.WriteLine("policy：" + message);
        context.Error.WriteLine($"  用法见 {(command is RootCommand ? "policy" : "policy " + HelpPage.NameOf(command))} --help");
        return ExitCode.Usage;
    }

    /// <summary>
    /// Whether an option that holds at most one value is written twice: a switch, too, since writing it twice is a mistake.
    /// </summary>
    public static bool HasRepeated(ParseResult result) =>
        result.CommandResult.Command.Options.Any(option => result.GetResult(option) is { } found && IsRepeated(found));

    private static bool IsRepeated(OptionResult found) => found.IdentifierTokenCount > 1 && found.Option.Arity.MaximumNumberOfValues <= 1;

    private static IEnumerable<string> Find(ParseResult result, Command command)
    {
        if (command.Subcommands.Count > 0 && result.UnmatchedTokens is [var word, ..])
            return [word.StartsWith('-') ? UnknownOption(word, command) : UnknownCommand(word, command)];
        var options = command.Options.Select(option => (Option: option, Result: result.GetResult(option))).ToList();
        return [
            .. result.UnmatchedTokens.Select(token => Unmatched(token, command)),
            .. options.Where(static pair => pair.Option.Required && pair.Result is null or { IdentifierToken: null })
                .Select(static pair => pair.Option)
                .Concat(HasNone(result) && command is PolicyCommand { OneOf: [var first, ..] } ? [first] : [])
                .Select(static option => $"缺少必填的选项 {option.Name} {option.HelpName}。"),
            .. options
                .Where(static pair => pair.Result is { Implicit: false, Tokens.Count: 0 } && pair.Option.Arity.MinimumNumberOfValues > 0)
                .Select(static pair => $"选项 {pair.Option.Name} 后面要写 {pair.Option.HelpName}。"),
            .. options.Where(static pair =>
                pair.Result is { } found && (found.Tokens.Count > pair.Option.Arity.MaximumNumberOfValues || IsRepeated(found)))
                .Select(static pair => $"选项 {pair.Option.Name} 只能写一次。"),
            .. command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > (result.GetResult(argument)?.Tokens.Count ?? 0))
                .Select(static argument => $"缺少参数 {argument.HelpName ?? argument.Name}。"),
            .. Empty(result, command),
            .. Own(result),
        ];
    }

    /// <summary>Whether none of the options is there one of which must be.</summary>
    public static bool HasNone(ParseResult result) =>
        result.CommandResult.Command is PolicyCommand { OneOf: { Count: > 0 } options }
        && result.Action is not HelpPage.Action
        && options.All(option => result.GetResult(option) is null or { IdentifierToken: null });

    /// <summary>Whether a value is given that has nothing in it: mostly a variable of a script that is not set.</summary>
    public static bool HasEmpty(ParseResult result) =>
        result.CommandResult.Command is not RootCommand && Empty(result, result.CommandResult.Command).Any();

    private static IEnumerable<string> Empty(ParseResult result, Command command)
    {
        const string Remedy = "多半是脚本里的变量没有设置；请写上，或者整个去掉";
        static bool IsEmpty(Token token) => string.IsNullOrWhiteSpace(token.Value);
        return
        [
            .. command.Options.Where(option => result.GetResult(option) is { Implicit: false } found && found.Tokens.Any(IsEmpty))
                .Select(static option => $"选项 {option.Name} 的值是空的（{Remedy}）。"),
            .. command.Arguments.Where(argument => result.GetResult(argument)?.Tokens.Any(IsEmpty) == true)
                .Select(static argument => $"参数 {argument.HelpName ?? argument.Name} 是空的（{Remedy}）。"),
        ];
    }

    /// <summary>The messages that our own options add are Chinese already.</summary>
    private static IEnumerable<string> Own(ParseResult result) =>
        result.Errors
            .Where(static error => error.SymbolResult is OptionResult or ArgumentResult && error.Message.Any(static c => c >= 0x4E00))
            .Select(static error => error.Message);

    private static string UnknownCommand(string word, Command root) =>
        EditDistance.Nearest(word, root.Subcommands.Select(static command => command.Name)) is [var meant, ..]
            ? $"没有命令“{word}”，您要的是 {meant} 吗？"
            : $"没有命令“{word}”。";

    private static string Unmatched(string token, Command command) =>
        !token.StartsWith('-') ? $"多余的参数“{token}”。" : UnknownOption(token, command);

    /// <summary>The message for an option that the command does not have.</summary>
    public static string UnknownOption(string token, Command command)
    {
        var (name, isCut) = Name(token);
        var shown = isCut ? name + "…" : name;
        return EditDistance.Nearest(name, command.Options.Select(static option => option.Name)) is [var meant, ..]
            ? $"没有选项“{shown}”，您要的是 {meant} 吗？"
            : $"没有选项“{shown}”。";
    }

    // What follows the name is not shown: --pass=SECRET and -pSECRET are how other programs take a password.
    private static (string Name, bool IsCut) Name(string token) =>
        token.AsSpan().IndexOfAny("=:＝：") is > 0 and var end ? (token[..end], true)
        : token is ['-', 'p' or 'P' or 'W', _, ..] ? (token[..2], true) : (token, false);
}
