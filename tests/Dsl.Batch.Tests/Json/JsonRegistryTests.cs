// JSON files as registries: the same results as through CSV, and what is told of rows and files that cannot be used.
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dsl.Batch.Engines;
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Facts.Tables;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Xunit;

namespace Dsl.Batch.Tests.Json;

public sealed partial class JsonRegistryTests : IDisposable
{
    private const string Row = "{\"统一社会信用代码\": \"A1\", \"名称\": \"甲\", \"注册区县\": \"渝中区\", \"登记日期\": \"2020-01-01\", "
        + "\"依法纳税\": true, \"职工总数\": 50, \"研发投入\": 2e6, \"研发占比\": 0.35}";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".json")]
    [InlineData(".jsonl")]
    [InlineData(".ndjson")]
    public void 样例数据经JSON测算_结果逐字节相同(string extension)
    {
        var number = 0;
        foreach (var (name, rows) in SampleRegistry.Tables)
        {
            // Every other table stays CSV: a folder may hold both.
            if (number++ % 2 == 1 && name != "企业" && extension == ".ndjson")
                File.Copy(Path.Combine(SampleRegistry.Folder, name + ".csv"), _folder[name + ".csv"]);
            else
                _folder.Write(name + extension, Table(rows, extension));
        }
        var expected = SampleRegistry.Run(new(SampleRegistry.Folder), _folder["out/一.csv"]);
        var actual = SampleRegistry.Run(new(_folder.Path), _folder["out/二.csv"]);
        Assert.True(_folder.Read("out/一.csv").Length > 10_000);
        Assert.Equal(_folder.Read("out/一.csv"), _folder.Read("out/二.csv"));
        Assert.Equal(expected.Result?.RejectedRows, actual.Result?.RejectedRows);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_folder["企业" + extension])));
        Assert.Contains(hash, _folder.Read("out/二.csv.manifest.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void 主表明细对照各在一处()
    {
        _folder.Write("登记.json", "[" + Row.Replace("\"研发投入\": 2e6", "\"研发费用(万元)\": 2.0E2", StringComparison.Ordinal) + "]");
        _folder.Write("项目表.jsonl", "{\"统一社会信用代码\": \"A1\", \"项目编号\": 1, \"国拨经费\": \"100万元\"}");
        var mapping =
            ColumnMapping.Read(_folder.Write("对照.json", "{\"研发费用(万元)\": {\"字段\": \"研发投入\", \"单位\": \"万元\"}}")).Mapping;
        var source = new RegistrySource(_folder["登记.json"]) { Mapping = mapping };
        Run(source with { Tables = source.Tables.Add("科技项目", _folder["项目表.jsonl"]) });
        var fromJson = _folder.Read("out.csv");
        _folder.Write("in/企业.csv",
            "统一社会信用代码,名称,注册区县,登记日期,依法纳税,职工总数,研发投入,研发占比\nA1,甲,渝中区,2020-01-01,是,50,2000000,35%\n");
        _folder.Write("in/科技项目.csv", "统一社会信用代码,项目编号,国拨经费\nA1,1,1000000\n");
        Run(new(_folder["in"]));
        Assert.Equal(_folder.Read("out.csv"), fromJson);
        Assert.Contains("A1,测府〔2021〕1号,1,,符合,200000.00,", fromJson, StringComparison.Ordinal);
    }

    [Fact]
    public void 坏的行和值退回_写明行号列和原因_各引擎相同()
    {
        _folder.Write("in/企业.json", $"[\n{Row},\n{Changed("A2", "2e6", "[1, 2]")},\n{Changed("A3", "2e6", "1, \"研发投入\": 1")},\n7,\n"
            + $"{Changed("A4", "2e6", "-1")},\n{Changed("A5", "true", "\"也许\"")},\n{Changed("A6", "2e6", "1e500")},\n{Row}\n]\n");
        var texts = EvaluationEngines.Names.Select(engine =>
        {
            var outcome = Run(new(_folder["in"]), engine);
            Assert.Equal(7, outcome.Result?.RejectedRows);
            return _folder.Read("out.csv.rejected.csv");
        }).Distinct();
        var lines = Assert.Single(texts).Split('\n');
        foreach (var expected in (string[])
            [",3,研发投入,[…],DSL5404", ",4,,,DSL5402", ",5,,,DSL5404", ",6,研发投入,-1,DSL5303", ",7,依法纳税,也许,DSL5307",
                ",8,研发投入,1e500,DSL5309", ",9,统一社会信用代码,A1,DSL5204"])
            Assert.Contains(lines, line => line.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void 写在同一行的对象_行号相同也能测算()
    {
        _folder.Write("in/企业.json",
            "[" + string.Join(',', Enumerable.Range(0, 5000).Select(static i => Changed($"B{i}", "2e6", i % 7 == 0 ? "-1" : "3e6"))) + "]");
        _folder.Write("in/科技项目.json", "[" + string.Join(',', Enumerable.Range(0, 5000).Select(static i => $"{{\"统一社会信用代码\": "
            + $"\"B{i / 2}\", \"项目编号\": \"P{i}\", \"国拨经费\": {(i % 11 == 0 ? "\"坏\"" : "1e5")}}}")) + "]");
        var texts = EvaluationEngines.Names
            .Select(engine => Run(new(_folder["in"]), engine) is { } && _folder.Read("out.csv") is { } text
                ? text + _folder.Read("out.csv.rejected.csv")
                : "")
            .Distinct();
        Assert.Contains("企业.json,1,研发投入,-1,DSL5303", Assert.Single(texts), StringComparison.Ordinal);
    }

    [Fact]
    public void 空的数组是没有行的表_不缺列()
    {
        _folder.Write("in/企业.json", "[]");
        _folder.Write("in/科技项目.json", "[ ]");
        Assert.Equal(0, Run(new(_folder["in"])).Result?.Summary.SubjectCount);
        // A detail without rows: the subject has none. A detail that is absent: unknown.
        _folder.Write("in/企业.json", $"[{Row}]");
        var outcome = Run(new(_folder["in"]));
        Assert.DoesNotContain(outcome.Findings, static finding => finding.Code == "DSL5109" && finding.Place.File == "科技项目");
    }

    [Fact]
    public void 缺列_多余的列_与CSV一样说明()
    {
        _folder.Write("in/企业.json", $"[{Changed("A1", "\"名称\"", "\"单位名\"")}]");
        var findings = Refused(new(_folder["in"]));
        Assert.Contains(findings,
            static finding => finding.Code == "DSL5101" && finding.Problem.Message.Contains("名称", StringComparison.Ordinal));
        Assert.Contains(findings, static finding => finding is { Code: "DSL5103", Place: { Row: null, Column: "单位名" } });
        _folder.Write("in/企业.json", "[{}]");
        Assert.Contains(Refused(new(_folder["in"])), static finding => finding.Code == "DSL5101");
    }

    [Fact]
    public void 一张表有两个文件_停下()
    {
        _folder.Write("in/企业.json", $"[{Row}]");
        _folder.Write("in/企业.jsonl", Row);
        Assert.Contains(Refused(new(_folder["in"])), static finding => finding.Code == "DSL5120");
    }

    [Fact]
    public void 损坏的_没有写完的_事实文件_都不写结果()
    {
        foreach (var (text, code) in ((string, string)[])
            [($"[{Row},\n{Row[..40]}", "DSL5401"), ($"[{Row}", "DSL5401"), ("", "DSL5406"),
                (File.ReadAllText(Path.Combine(SampleRegistry.Folder, "一个企业.json")), "DSL5406")])
        {
            _folder.Write("in/企业.json", text);
            Assert.Contains(Refused(new(_folder["in"])),
                finding => finding.Code == code && finding.Place.File.EndsWith("企业.json", StringComparison.Ordinal));
            Assert.Equal([Path.Combine("in", "企业.json")], _folder.Names);
        }
    }

    [Fact]
    public void 不叫表名的JSON_是数组的提醒_是事实或设置的不管()
    {
        _folder.Write("in/企业.json", $"[{Row}]");
        _folder.Write("in/一个企业.json", File.ReadAllText(Path.Combine(SampleRegistry.Folder, "一个企业.json")));
        _folder.Write("in/对照.json", "{}");
        Assert.DoesNotContain(Run(new(_folder["in"])).Findings, static finding => finding.Code == "DSL5108");
        _folder.Write("in/科技项日.json", "\uFEFF\n [{\"主键\": \"A1\"}]");
        _folder.Write("in/人材.ndjson", "{}");
        var unknown = Run(new(_folder["in"])).Findings.Where(static finding => finding.Code == "DSL5108")
            .Select(static finding => Path.GetFileName(finding.Place.File));
        Assert.Equal(["人材.ndjson", "科技项日.json"], unknown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void 结果不覆盖输入()
    {
        _folder.Write("企业.json", $"[{Row}]");
        var options = new BatchOptions(new(_folder["企业.json"]), _folder["企业.json"], TestProgram.Context);
        Assert.Contains(BatchRunner.Run(TestProgram.Program, [], options, null, CancellationToken.None).Findings,
            static finding => finding.Code == "DSL5117");
    }

    private static string Changed(string key, string from, string to) =>
        Row.Replace("\"A1\"", $"\"{key}\"", StringComparison.Ordinal).Replace(from, to, StringComparison.Ordinal);

    private BatchOutcome Run(RegistrySource source, string engine = "interpreter")
    {
        var outcome = BatchRunner.Run(TestProgram.Program, [], new(source, _folder["out.csv"], TestProgram.Context) { Engine = engine },
            null, CancellationToken.None);
        Assert.False(outcome.HasErrors, string.Join('\n', outcome.Findings));
        return outcome;
    }

    private IEnumerable<DataFinding> Refused(RegistrySource source)
    {
        var outcome =
            BatchRunner.Run(TestProgram.Program, [], new(source, _folder["out.csv"], TestProgram.Context), null, CancellationToken.None);
        Assert.Null(outcome.Result);
        Assert.Contains(outcome.Findings, static finding => finding.Severity == Severity.Error);
        return outcome.Findings;
    }

    /// <summary>A table as programs export it: numbers and truths as such, what is not known as null or left out.</summary>
    private static string Table(List<string>[] rows, string extension)
    {
        var names = rows[0].Select(static name => JsonSerializer.Serialize(name, Readable)).ToList();
        var objects = rows.Skip(1).Select((row, number) => "{" + string.Join(", ",
            row.Select((cell, column) => (Cell: cell, Name: names[column]))
                .Where(pair => number == 0 || pair.Cell.Length > 0 || number % 2 == 1)
                .Select(static pair => $"{pair.Name}: {Value(pair.Cell)}"))
                + "}");
        return extension == ".json" ? $"[\n{string.Join(",\n", objects)}\n]\n"
            : rows.Length == 1 ? "\n"
            : string.Join('\n', objects) + "\n";
    }

    private static string Value(string cell) => cell switch
    {
        "" => "null",
        "是" => "true",
        "否" => "false",
        _ when Number().IsMatch(cell) => cell,
        _ => JsonSerializer.Serialize(cell, cell.Length % 2 == 0 ? Readable : null),
    };

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?$")]
    private static partial Regex Number();
}
