// `policy diff` over a registry: its figures are those of two batches, whatever the engine and the number of threads.
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dsl.Cli.Tests.Harness;
using Dsl.Testing;
using Xunit;

namespace Dsl.Cli.Tests;

public sealed partial class DiffTests : IDisposable
{
    private const string Policy = "渝中府办〔2021〕13号.policy";
    private readonly ScratchFolder _folder = new();
    private int _counts;

    public DiffTests()
    {
        _folder.CopyFrom(RepositoryRoot.Combine("policies"), "old");
        _folder.CopyFrom(RepositoryRoot.Combine("policies"), "new");
        Change("new/" + Policy, ("min(上年度国拨经费 * 3%, 100万元)", "min(上年度国拨经费 * 4%, 90万元)"),
            ("经费3%奖励研发团队，每个项目奖励最高100万元", "经费4%奖励研发团队，每个项目奖励最高90万元"),
            ("奖补 <= 100万元\n\n算例 条款 3.1", "奖补 <= 90万元\n\n算例 条款 3.1"), ("  原文     sources/渝中府办〔2021〕13号.txt\n", ""),
            ("条件 已认定 且 协同举办", "条件 已认定"));
        // A range that some subjects do not meet: they are read by the old version only.
        Change("new/schema/企业.policy", ("职工总数           : 人 范围 1人..100万人", "职工总数           : 人 范围 1人..250人"));
    }

    [Fact]
    public void 各版的合计和各主体的增减与分别测算的相同()
    {
        var before = Batch("old");
        var after = Batch("new");
        using var json = JsonDocument.Parse(Diff("--format", "json", "--examples", "1000"));
        var registry = json.RootElement.GetProperty("测算");
        foreach (var clause in registry.GetProperty("条款").EnumerateArray())
        {
            var (policy, number) = (clause.GetProperty("新文号").GetString(), clause.GetProperty("新编号").GetString());
            Assert.Equal(Sum(before, policy, number), Money(clause, "旧"));
            Assert.Equal(Sum(after, policy, number), Money(clause, "新"));
            Assert.Equal(Sum(after, policy, number) - Sum(before, policy, number), Money(clause, "差额"));
        }
        var (old, @new) = (Totals(before), Totals(after));
        var examples = registry.GetProperty("得益").EnumerateArray().Concat(registry.GetProperty("受损").EnumerateArray()).ToList();
        Assert.Equal(
            registry.GetProperty("主体").GetProperty("增加").GetInt32() + registry.GetProperty("主体").GetProperty("减少").GetInt32(),
            examples.Count(static example => example.GetProperty("差额").GetString() != "0.00"));
        Assert.True(examples.Count > 20, $"{examples.Count}");
        Assert.True(registry.GetProperty("主体").GetProperty("只有旧版读入").GetInt32() > 0);
        Assert.All(examples, example =>
        {
            var key = example.GetProperty("主键").GetString() ?? "";
            Assert.Equal(@new.GetValueOrDefault(key) - old.GetValueOrDefault(key), Decimal(example.GetProperty("差额").GetString()));
            Assert.NotEqual("", example.GetProperty("条款")[0].GetProperty("原因").GetString());
        });
    }

    [Fact]
    public void 引擎和线程数不影响输出()
    {
        var expected = Diff("--engine", "interpreter", "--threads", "1");
        Assert.Equal(expected, Diff("--engine", "columns", "--threads", "1"));
        Assert.Equal(expected, Diff("--engine", "columns", "--threads", "3"));
        Assert.Equal(expected, Diff("--engine", "interpreter", "--threads", "4"));
    }

    [Fact]
    public void 与自己比较没有差别()
    {
        var run = PolicyRun.Of("diff", _folder["old"], _folder["old"], "--input", _folder["old/sample"], "--engine", "interpreter");
        Assert.Equal(0, run.Code);
        Assert.StartsWith("含义没有变化。\n", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Diff(params string[] more)
    {
        var run = PolicyRun.Of(["diff", _folder["old"], _folder["new"], "--input", _folder["old/sample"], .. more]);
        Assert.True(run is { Code: 1, Output.Length: > 0 }, run.Error);
        return run.Output;
    }

    private List<string[]> Batch(string version)
    {
        var run = PolicyRun.Of("batch", _folder[version], "--input", _folder["old/sample"], "--output", _folder[version + ".csv"],
            "--engine", "interpreter");
        Assert.True(run.Code == 0, run.Error);
        var rows = File.ReadAllLines(_folder[version + ".csv"]).Select(static line => Comma().Split(line)).ToList();
        _counts = Array.IndexOf(rows[0], "计入合计");
        return rows[1..];
    }

    // Columns: key, policy, clause, row, status, amount.
    private static decimal Sum(List<string[]> rows, string? policy, string? clause) =>
        rows.Where(row => row[1] == policy && row[2] == clause).Sum(static row => Decimal(row[5]));

    private Dictionary<string, decimal> Totals(List<string[]> rows) =>
        rows.Where(row => row[_counts] == "是").GroupBy(static row => row[0])
            .ToDictionary(static group => group.Key, static group => group.Sum(static row => Decimal(row[5])));

    private static decimal Money(JsonElement clause, string side) =>
        Decimal(clause.GetProperty("合计").GetProperty(side).GetProperty("金额").GetString());

    private static decimal Decimal(string? text) => decimal.Parse(text ?? "", CultureInfo.InvariantCulture);

    private void Change(string path, params (string Old, string New)[] changes)
    {
        var text = File.ReadAllText(_folder[path]);
        foreach (var (old, @new) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, @new, StringComparison.Ordinal);
        }
        File.WriteAllText(_folder[path], text);
    }

    // A comma outside quotation marks.
    [GeneratedRegex("""(?x), (?= (?: [^"]* " [^"]* " )* [^"]* $ )""")]
    private static partial Regex Comma();
}
