// The options of every command that evaluates a registry: where it is, how its columns are called, what computes it.
using System.Collections.Immutable;
using System.CommandLine;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Cli.Hosting;
using Dsl.Facts.Tables;

namespace Dsl.Cli.Commands;

/// <summary>Options that name a registry and say how it is evaluated.</summary>
/// <param name="isRequired">Whether there must be a registry.</param>
internal sealed class RegistryOptions(bool isRequired)
{
    private const long MostThreads = 1024;

    /// <summary>What a SRC of a registry can be.</summary>
    public const string SourceDescription = "登记数据：存放各表的文件夹、工作簿或 .duckdb 文件，"
        + "或者主表：文件（.csv、.json、.jsonl、.parquet、.xlsx）、文件.xlsx#工作表、postgres://用户@主机/库#表";

    public Option<string?> Input { get; } = CommonOptions.Text("--input", "SRC", SourceDescription, isRequired);

    public Option<string[]> Details { get; } =
        new("--detail") { Description = "一张表在哪里（可以写多个）", HelpName = "NAME=SRC", AllowMultipleArgumentsPerToken = false };

    public Option<string?> Mapping { get; } = CommonOptions.Text("--mapping", "FILE", "列名对照文件，用于表头与数据定义不同的表");

    public Option<string[]> OtherDocuments { get; } = CommonOptions.OtherDocuments();

    public Option<long?> Threads { get; } =
        CommonOptions.Number("--threads", "N", "用几个线程，缺省为处理器的个数；结果与线程数无关", 1, MostThreads);

    public Option<string> Engine { get; } =
        new("--engine")
        {
            Description = "计算引擎：columns（编译成代码，按列计算，缺省）或 interpreter（逐个解释）；结果相同",
            HelpName = string.Join('|', EvaluationEngines.Names), DefaultValueFactory = static _ => EvaluationEngines.Names[0]
        };

    /// <summary>The registry that the command line names, or the exit code to stop with.</summary>
    public (RegistrySource? Source, int ExitCode) Read(ParseResult result, CliContext context) =>
        Read(result, result.GetValue(Input) ?? "", context);

    /// <summary>The same for a command whose registry is an argument.</summary>
    public (RegistrySource? Source, int ExitCode) Read(ParseResult result, string input, CliContext context)
    {
        var (tables, twice) = Tables(result.GetValue(Details) ?? []);
        if (twice is not null)
            return (null, context.Refuse($"--detail 里“{twice}”写了不止一次。", "一张表只能有一个文件，请只保留一个"));
        if (tables is null)
            return (null, context.Refuse("--detail 的写法不对。", "写成 表名=文件，如 --detail 科技项目=项目.csv"));
        var mapping = ColumnMapping.None;
        if (result.GetValue(Mapping) is { } path)
        {
            (mapping, var problem) = ColumnMapping.Read(path);
            if (problem is not null && Inputs.Report([problem], context))
                return (null, ExitCode.Usage);
        }
        return (new RegistrySource(input)
            { Tables = tables, Mapping = mapping, OtherDocuments = CommonOptions.DocumentsOf(result.GetValue(OtherDocuments)) },
            ExitCode.Done);
    }

    /// <summary>How many threads compute.</summary>
    public int ThreadsOf(ParseResult result) => (int)(result.GetValue(Threads) ?? Environment.ProcessorCount);

    /// <summary>The name of the engine.</summary>
    public string EngineOf(ParseResult result) => result.GetValue(Engine) ?? "";

    /// <summary>The tables by name; or the name that is written twice, or nothing where a pair is no pair.</summary>
    private static (ImmutableDictionary<string, string>? Tables, string? Twice) Tables(string[] pairs)
    {
        var tables = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == pair.Length - 1)
                return (null, null);
            var name = pair[..at].Trim();
            if (!tables.TryAdd(name, pair[(at + 1)..].Trim()))
                return (null, name);
        }
        return (tables.ToImmutable(), null);
    }
}
