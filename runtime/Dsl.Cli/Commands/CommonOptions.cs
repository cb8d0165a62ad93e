// Arguments and options that several commands share, read once and with messages of our own.
using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dsl.Batch.Partitions;
using Dsl.Cli.Hosting;
using Dsl.Values.Exact;

namespace Dsl.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary>PATH…: .policy files and folders of them.</summary>
    public static Argument<string[]> Paths()
    {
        var paths = new Argument<string[]>("PATH")
        {
            HelpName = "PATH…",
            Description = ".policy 文件，或存放它们的文件夹（可以写多个）",
            Arity = ArgumentArity.OneOrMore,
        };
        // A misspelt option would be taken for a path.
        paths.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens.Where(static token => token.Value.StartsWith('-') && !Path.Exists(token.Value)))
                result.AddError(
                    UsageErrors.UnknownOption(token.Value, result.Parent is CommandResult parent ? parent.Command : new RootCommand()));
        });
        return paths;
    }

    /// <summary>--format with its choices; the first is the default.</summary>
    public static Option<string> Format(params string[] choices) => Choice("--format", "输出格式", choices);

    /// <summary>An option with a fixed set of words; the first is the default.</summary>
    public static Option<string> Choice(string name, string description, params string[] choices)
    {
        var option = new Option<string>(name)
        {
            Description = $"{description}，缺省为 {choices[0]}",
            HelpName = string.Join('|', choices),
            DefaultValueFactory = _ => choices[0],
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !choices.Contains(token.Value))
                result.AddError($"{name} 可以是 {string.Join("、", choices)}，没有“{token.Value}”。");
        });
        return option;
    }

    /// <summary>--date: 测算日.</summary>
    public static Option<DateOnly?> Date() => Day("--date", "测算日，如 2024-06-30；缺省按 policy.json，否则为今天");

    /// <summary>An option with a day.</summary>
    public static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "日期",
        CustomParser = static result =>
            Parse(result, static (string text, out DateOnly date) => CivilDate.TryParse(text, DateForms.Cell, out date),
                "不是日期，或者没有这一天；请写成 2024-06-30 的样子"),
    };

    /// <summary>--year: 年度.</summary>
    public static Option<int?> Year() => new("--year")
    {
        Description = "申报年度，如 2024；缺省为测算日所在的年度",
        HelpName = "年度",
        CustomParser = static result => Parse<int>(result, TryParseYear, "不是年度；请写成 2024 的样子"),
    };

    /// <summary>A whole number within limits.</summary>
    public static Option<long?> Number(string name, string valueName, string description, long least, long most) => new(name)
    {
        Description = description,
        HelpName = valueName,
        CustomParser = result => Parse(
            result,
            (string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
                && number >= least && number <= most,
            $"应是 {least} 到 {most} 之间的整数"),
    };

    /// <summary>--partition: a share of the partitions.</summary>
    public static Option<PartitionShare?> Share() => new("--partition")
    {
        Description = "只算第 k 份：分区轮流分成 N 份，如 2/8；缺省全部",
        HelpName = "k/N",
        CustomParser = static result =>
        {
            if (result.Tokens is not [var token])
                return null;
            if (token.Value.Split('/') is [var number, var count]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var k)
                && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var all) && k >= 1 && k <= all)
                return new PartitionShare(k, all);
            result.AddError($"“{token.Value}”不是第几份/几份；请写成 2/8 的样子，第几份从 1 数起。");
            return null;
        },
    };

    /// <summary>An option with a text, such as a path.</summary>
    public static Option<string?> Text(string name, string valueName, string description, bool required = false) => new(name)
    {
        Description = required ? description + "（必填）" : description,
        HelpName = valueName,
        Required = required,
    };

    /// <summary>--other-documents: documents that are not evaluated, of which the shared records may be.</summary>
    public static Option<string[]> OtherDocuments() => new("--other-documents")
    {
        Description = "记录里还可以有哪些不测算的文件：写文号，几个用顿号隔开（可以写多个）；也可以写在 policy.json 的 其他文件",
        HelpName = "文号、文号",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>The documents of --other-documents.</summary>
    public static ImmutableArray<string> DocumentsOf(string[]? values) =>
        [.. (values ?? [])
            .SelectMany(static value =>
                value.Split(['、', '，', ',', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    /// <summary>A switch.</summary>
    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    private delegate bool TryParse<T>(string text, out T value);

    private static T? Parse<T>(ArgumentResult result, TryParse<T> parse, string problem)
        where T : struct
    {
        if (result.Tokens is not [var token])
            return null;
        if (parse(token.Value, out var value))
            return value;
        result.AddError($"“{token.Value}”{problem}。");
        return null;
    }

    private static bool TryParseYear(string text, out int year) =>
        int.TryParse(text.EndsWith("年度", StringComparison.Ordinal) ? text[..^2] : text, NumberStyles.None, CultureInfo.InvariantCulture,
            out year)
            && year is >= 1900 and <= 9999;
}
