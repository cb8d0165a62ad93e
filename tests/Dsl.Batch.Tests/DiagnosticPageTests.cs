// Every code about data has a page; what its wrong section shows yields the code, what its right section shows does not.
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Dsl.Batch.Publishing;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Compiler;
using Dsl.Data;
using Dsl.Facts.Json;
using Dsl.Facts.Tables;
using Dsl.Ir.Nodes;
using Dsl.Loading.Findings;
using Dsl.Loading.Policies;
using Dsl.Syntax.Diagnostics;
using Dsl.Testing;
using Xunit;

namespace Dsl.Batch.Tests;

/// <summary>
/// A section holds files (```csv 企业.csv, with an encoding where it matters) and at most one command (```console). Tables make up the
/// folder 数据; without a command they are run as a batch, facts.json is read, 对照.json is a mapping, .policy files are loaded.
/// </summary>
public sealed partial class DiagnosticPageTests : IDisposable
{
    /// <summary>
    /// What a page can't bring about: missing permissions (tests may run as root), 64 MB, ten thousand broken rows, binary files, samples,
    /// a disk that goes away; what the small program has none of (事项, keys that are 统一社会信用代码, 数量) is in
    /// <see cref="IdentityBatchTests"/> and <see cref="QuantityPublishTests"/>, details by year in <see cref="YearBatchTests"/>.
    /// </summary>
    private static readonly string[] NotReproduced =
        ["DSL5005", "DSL5007", "DSL5105", "DSL5126", "DSL5224", "DSL5240", "DSL5316", "DSL5330", "DSL5332", "DSL5131", "DSL5134", "DSL5135",
            "DSL5136", "DSL5137", "DSL5145", "DSL5260", "DSL5261", "DSL5270"];

    /// <summary>
    /// Pages of connectors, of snapshots and of drafting have blocks of their own kinds; they are run by tests beside the other tests
    /// of these.
    /// </summary>
    private static readonly string[] RunElsewhere = ["DSL56", "DSL57", "DSL58", "DSL59", "DSL5147", "DSL5148"];

    // Where findings about files, facts, tables, outputs and runs are declared.
    private static readonly Assembly[] Rooms =
        [typeof(DataFinding).Assembly, typeof(FactsJson).Assembly, typeof(TableSources).Assembly, typeof(BatchRunner).Assembly];

    private static readonly IReadOnlyList<DiagnosticRule> Rules =
    [
        .. Rooms.SelectMany(static room => room.GetTypes())
            .SelectMany(static type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(static field => field.FieldType == typeof(DiagnosticRule)).Select(static field => field.GetValue(null))
            .OfType<DiagnosticRule>().Where(static rule => rule.WordingOf is null),
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Codes => [.. Rules.Select(static rule => rule.Code).Order(StringComparer.Ordinal)];

    public static TheoryData<string> CodesRunHere =>
        [.. Rules.Select(static rule => rule.Code).Where(IsRunHere).Order(StringComparer.Ordinal)];

    public static TheoryData<string> ReproducedCodes =>
        [.. Rules.Select(static rule => rule.Code).Where(IsRunHere).Except(NotReproduced).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 诊断码各不相同() =>
        Assert.Empty(Rules.GroupBy(static rule => rule.Code).Where(static group => group.Count() > 1).Select(static group => group.Key));

    /// <summary>A room whose rules are no longer found takes its cases with it, and nothing fails: the pages stay.</summary>
    [Fact]
    public void 每一页都有一例() => Assert.Equal(
        DiagnosticPages.Codes.Where(static code => code[3] is '4' or '5').Order(StringComparer.Ordinal),
        Rules.Select(static rule => rule.Code).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void 每个诊断码都有一页(string code)
    {
        var page = Page(code);
        Assert.Matches($"^# {code} \\S", page);
        foreach (var heading in (string[])["错误的写法", "正确的写法", "说明"])
            Assert.Contains($"\n## {heading}\n\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ReproducedCodes))]
    public void 错误的写法报出这个码(string code)
    {
        var found = Findings(Section(code, "错误的写法"));
        Assert.True(found.Any(finding => finding.Code == code), string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(CodesRunHere))]
    public void 正确的写法不报这个码(string code)
    {
        if (Section(code, "正确的写法") is not ([], _) and var section)
            Assert.DoesNotContain(Findings(section), finding => finding.Code == code);
    }

    private static bool IsRunHere(string code) => !Array.Exists(RunElsewhere, prefix => code.StartsWith(prefix, StringComparison.Ordinal));

    private static string Page(string code) =>
        File.ReadAllText(RepositoryRoot.Combine("compiler", "docs", "diagnostics", code + ".md")).ReplaceLineEndings("\n");

    private static (List<(string Name, string Encoding, string Text)> Files, string Command) Section(string code, string heading)
    {
        var section = Page(code).Split("\n## ").Single(part => part.StartsWith(heading, StringComparison.Ordinal));
        var (files, command) = (new List<(string, string, string)>(), "");
        foreach (Match block in Blocks().Matches(section))
        {
            var words = block.Groups[1].Value.Split(' ');
            if (words[0] == "console")
                command = block.Groups[2].Value.Trim();
            else
                files.Add((words[1], words.ElementAtOrDefault(2) ?? "UTF-8", block.Groups[2].Value.TrimEnd('\n')));
        }
        return (files, command);
    }

    private List<DataFinding> Findings((List<(string Name, string Encoding, string Text)> Files, string Command) section)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var (name, encoding, text) in section.Files)
        {
            var coded = Encoding.GetEncoding(encoding);
            _folder.WriteBytes(Path.Combine("数据", name), [.. encoding == "UTF-16" ? coded.GetPreamble() : [], .. coded.GetBytes(text)]);
        }
        bool Has(string name) => section.Files.Exists(file => file.Name.EndsWith(name, StringComparison.Ordinal));
        return Has("facts.json") ? [.. FactsJson.ReadFile(TestProgram.Program, _folder["数据/facts.json"]).Findings]
            : Has("对照.json") ? ColumnMapping.Read(_folder["数据/对照.json"]).Finding is { } finding ? [finding] : []
            : section.Command.StartsWith("policy publish", StringComparison.Ordinal) ? Publish(section.Command)
            : Has(".policy") || Has("说明.txt") ? [.. PolicyLoader.Load([_folder["数据"]]).Problems]
            : Batch(section.Command);
    }

    private List<DataFinding> Publish(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. Publisher.Run(new(_folder[words[2]], _folder[words[4]]) { WithdrawMissing = words.Contains("--withdraw-missing") },
            CancellationToken.None).Findings];
    }

    private List<DataFinding> Batch(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string Word(string option, string otherwise) => Array.IndexOf(words, option) is >= 0 and var at ? words[at + 1] : otherwise;
        var source = new RegistrySource(_folder[Word("--input", "数据")]);
        if (Word("--detail", "").Split('=') is [var table, var path])
            source = source with { Tables = source.Tables.Add(table, _folder[path]) };
        if (Word("--mapping", "") is { Length: > 0 } mapping)
            source = source with { Mapping = ColumnMapping.Read(_folder[Path.Combine("数据", mapping)]).Mapping };
        if (Word("--other-documents", "") is { Length: > 0 } others)
            source = source with { OtherDocuments = [others] };
        var program = words.Contains("两份政策") ? Twice(TestProgram.Program) : TestProgram.Program;
        var options = new BatchOptions(source, _folder[Word("--output", "out/结果.csv")], TestProgram.Context)
        {
            Engine = Word("--engine", "interpreter"),
                ApprovalsPath = Word("--approvals", "") is { Length: > 0 } sheet ? _folder[sheet] : null,
        };
        var outcome = BatchRunner.Run(program, [], options, null, CancellationToken.None);
        var rejected = File.Exists(options.Output + ".rejected.csv") ? File.ReadAllLines(options.Output + ".rejected.csv").Skip(1) : [];
        return [.. outcome.Findings,
            .. rejected.SelectMany(static line => Rules.Where(rule => line.Contains(rule.Code, StringComparison.Ordinal))
                .Select(rule => new DataProblem(rule, line, "").At(new("rejected"))))];
    }

    private static IrProgram Twice(IrProgram program) =>
        program with
        {
            Policies = program.Policies.Add(new IrPolicy { Title = "另一份", Number = "测府〔2021〕2号", EffectiveDate = new(2021, 1, 1) })
        };

    [GeneratedRegex(@"^```(\S+[^\n]*)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
