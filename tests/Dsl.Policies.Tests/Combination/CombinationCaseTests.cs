// Folders of cases: the documents of the repository together, with made-up policies beside them, for one enterprise at a date.
using System.Text;
using System.Text.Json.Nodes;
using Dsl.Evaluation.Explaining;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Ir.Results;
using Dsl.Testing;
using Xunit;

namespace Dsl.Policies.Tests.Combination;

public sealed class CombinationCaseTests
{
    private static readonly string Cases = RepositoryRoot.Combine("tests", "Dsl.Policies.Tests", "Combination", "cases");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories(Cases).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>
    /// A case holds 主体.json (what differs from ../一般企业.json, of which nothing qualifies), policies that are put beside the
    /// documents, and perhaps 改动.txt: a document, a line of it, and the lines that take its place.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void 几份文件一起测算(string name)
    {
        var folder = Path.Combine(Cases, name);
        var compilation = Policies(folder).Compile();
        Assert.Empty(compilation.Diagnostics.Where(static finding => finding.Code.StartsWith("DSL2", StringComparison.Ordinal))
            .Select(static finding => finding.Message));
        var reading = FactsJson.Read(compilation.Program, "主体.json", Subject(folder));
        Assert.Empty(reading.Findings);
        Assert.NotNull(reading.Facts);
        Assert.NotNull(reading.AsOf);
        var trace = new EvaluationTrace();
        var result = new Interpreter(compilation.Program, new(reading.AsOf.Value, reading.Year ?? reading.AsOf.Value.Year))
            .Evaluate(reading.Facts, trace);
        Snapshot.Verify(Path.Combine(folder, "结果.verified.txt"), Text(Explainer.Explain(result, trace)));
    }

    private static PolicyFolder Policies(string folder)
    {
        var policies = Directory.EnumerateFiles(folder, "*.policy").Order(StringComparer.Ordinal)
            .Aggregate(PolicyFolder.Repository,
                static (all, path) => all.With($"policies/{Path.GetFileName(path)}", File.ReadAllText(path)));
        var change = Path.Combine(folder, "改动.txt");
        if (!File.Exists(change))
            return policies;
        var lines = File.ReadAllLines(change);
        var document = $"policies/{lines[0]}";
        Assert.Contains($"\n{lines[1]}\n", policies.Policies[document], StringComparison.Ordinal);
        return policies.With(document,
            policies.Policies[document].Replace($"\n{lines[1]}\n", $"\n{string.Join('\n', lines[2..])}\n", StringComparison.Ordinal));
    }

    private static string Subject(string folder)
    {
        var (facts, differing) = (Read(Path.Combine(Cases, "一般企业.json")), Read(Path.Combine(folder, "主体.json")));
        foreach (var (table, value) in differing.ToList())
        {
            differing.Remove(table);
            if (table != "企业")
                facts[table] = value;
            else if (value is JsonObject fields && facts[table] is JsonObject enterprise)
                Put(fields, enterprise);
        }
        return facts.ToJsonString();
    }

    private static void Put(JsonObject fields, JsonObject into)
    {
        foreach (var (field, value) in fields.ToList())
        {
            fields.Remove(field);
            into[field] = value;
        }
    }

    private static JsonObject Read(string path) =>
        JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new InvalidDataException(path);

    /// <summary>What is paid or could be, what gave way to what, and why; clauses that do not qualify are left out.</summary>
    private static string Text(Explanation explanation)
    {
        var text = new StringBuilder();
        foreach (var policy in explanation.Policies)
        {
            text.Append($"{policy.Number}　{policy.Total}\n");
            foreach (var clause in policy.Clauses
                .Where(static clause => clause.Status is not (ClauseStatus.NotEligible or ClauseStatus.NotInForce)))
                Append(text, clause);
            if (policy.Clauses.Count(static clause => clause.Status == ClauseStatus.NotInForce) is > 0 and var count)
                text.Append($"  不在施行期的 {count} 条\n");
        }
        return text.Append($"合计　{explanation.Total}\n").ToString();
    }

    private static void Append(StringBuilder text, ClauseExplanation clause)
    {
        text.Append($"  {clause.Number} {clause.Title}：{clause.Status.Word()}，"
            + $"{clause.Amount}{(clause.Entitlement.Length > 0 ? $"（享受 {clause.Entitlement}）" : "")}\n");
        foreach (var line in clause.Units.SelectMany(static unit => unit.Steps).Concat(clause.Steps)
            .Where(static step => step.Contains("让位", StringComparison.Ordinal) || step.Contains("同一事项", StringComparison.Ordinal)))
            text.Append($"    {line}\n");
        foreach (var need in clause.Needs)
            text.Append($"    → {need.Text}\n");
        foreach (var note in clause.Notes)
            text.Append($"    说明 {note}\n");
    }
}
