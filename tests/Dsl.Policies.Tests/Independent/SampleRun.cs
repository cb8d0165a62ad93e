// A registry computed twice: by the program, and by the SQL that was written from the official text.
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Dsl.Batch.Registries;
using Dsl.Batch.Results;
using Dsl.Batch.Running;
using Dsl.Ir.Results;
using Dsl.Loading.Policies;
using Dsl.Testing;
using Dsl.Values.Exact;

namespace Dsl.Policies.Tests.Independent;

/// <summary>Both computations, made once for all tests of a class. Amounts are texts in fen; ∞ stands for 不封顶.</summary>
public sealed class SampleRun : IDisposable
{
    /// <summary>The document that the SQL computes; the results of the others are left out of both sides.</summary>
    private const string PolicyNumber = "渝中府办〔2021〕13号";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policy-sample");

    /// <summary>Runs both over the sample.</summary>
    public SampleRun() : this(SampleFolder)
    {
    }

    /// <summary>Runs both over a folder of tables.</summary>
    internal SampleRun(string folder)
    {
        var output = Path.Combine(_folder.FullName, "results.json");
        var policies = PolicyLoader.Load([RepositoryRoot.Combine("policies")]);
        var options = new BatchOptions(new RegistrySource(folder), output, policies.Context(null, null, DateOnly.MinValue))
        {
            Form = OutputForm.Json
        };
        var outcome = BatchRunner.Run(policies, options, null, CancellationToken.None);
        Batch = outcome.Result
            ?? throw new InvalidOperationException(string.Join('\n',
                outcome.Findings.Select(static finding => finding.ToString())
                    .Concat(policies.Diagnostics.Select(static finding => finding.Message))));
        using var results = JsonDocument.Parse(File.ReadAllText(output));
        Subjects = [.. results.RootElement.EnumerateArray().SelectMany(SubjectLines).Order(StringComparer.Ordinal)];
        Total =
            TotalLine([.. results.RootElement.EnumerateArray().SelectMany(Policies).Select(static policy => policy.GetProperty("合计"))]);
        using var sql = new IndependentSql(folder);
        IndependentSubjects = sql.Lines("SELECT 条款, 主体, 状态, 低::VARCHAR, 高::VARCHAR, 市级::VARCHAR, 区级::VARCHAR FROM 明细表");
        IndependentClauses = sql.Lines("""
            SELECT 条款, count(*) FILTER (状态 = '符合'), count(*) FILTER (状态 = '让位'), count(*) FILTER (状态 = '未定'),
                   sum(低)::VARCHAR, coalesce(sum(高), 0)::VARCHAR, count(*) FILTER (高 IS NULL)
            FROM 明细表 GROUP BY 条款
            """);
        IndependentTotal = sql.Lines("""
            SELECT sum(低)::VARCHAR, sum(coalesce(高, 0))::VARCHAR, count(*) FILTER (高 IS NULL), sum(市级)::VARCHAR, sum(区级)::VARCHAR FROM 明细表
            """).Single();
    }

    /// <summary>policies/sample.</summary>
    public static string SampleFolder { get; } = RepositoryRoot.Combine("policies", "sample");

    /// <summary>The batch.</summary>
    public BatchResult Batch { get; }

    /// <summary>Per subject and clause: 条款 主体 状态 金额 最高 市级 区级, by the program; what does not qualify is left out.</summary>
    public IReadOnlyList<string> Subjects { get; }

    /// <summary>The same by the SQL.</summary>
    public IReadOnlyList<string> IndependentSubjects { get; }

    /// <summary>Per clause: 条款 符合 让位 未定 金额 最高 不封顶, by the SQL.</summary>
    public IReadOnlyList<string> IndependentClauses { get; }

    /// <summary>金额 最高 不封顶 市级 区级 over all clauses, by the SQL.</summary>
    public string IndependentTotal { get; }

    /// <summary>Per clause, by the program; clauses without any eligible subject are left out.</summary>
    public IReadOnlyList<string> Clauses =>
    [
        .. Batch.Summary.Clauses
            .Where(static clause =>
                clause.Policy.Number == PolicyNumber && clause.Statuses[(int)ClauseStatus.NotEligible] < clause.Statuses.Sum())
            .Select(static clause => string.Join(' ',
                clause.Clause.Number, clause.Statuses[(int)ClauseStatus.Eligible], clause.Statuses[(int)ClauseStatus.Displaced],
                clause.Statuses[(int)ClauseStatus.MissingFacts] + clause.Statuses[(int)ClauseStatus.AwaitingDecision],
                Fen(clause.Amount.Low), Fen(clause.Amount.High), clause.Amount.Unbounded))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Over all clauses, by the program.</summary>
    public string Total { get; }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> SubjectLines(JsonElement subject) =>
        from policy in Policies(subject)
        from clause in policy.GetProperty("条款").EnumerateArray()
        let status = Text(clause, "状态")
        where status is not "不符合"
        let levels = clause.GetProperty("资金")
        select string.Join(' ', Text(clause, "条款"), Text(subject, "主键"), status is "资料不全" or "待核定" ? "未定" : status,
            Fen(Text(clause, "金额")), clause.GetProperty("最高").ValueKind == JsonValueKind.Null ? "∞" : Fen(Text(clause, "最高")),
            levels.TryGetProperty("市级", out var city) ? Fen(city.GetString() ?? "") : "0",
            levels.TryGetProperty("区级", out var district) ? Fen(district.GetString() ?? "") : "0");

    private static IEnumerable<JsonElement> Policies(JsonElement subject) =>
        subject.GetProperty("政策").EnumerateArray().Where(static policy => Text(policy, "文号") == PolicyNumber);

    private static string TotalLine(List<JsonElement> totals)
    {
        BigInteger Sum(Func<JsonElement, JsonElement?> amount) =>
            totals.Aggregate(BigInteger.Zero, (sum, total) => sum + (amount(total) is { } yuan ? InFen(yuan.GetString() ?? "") : 0));
        BigInteger SumOf(string level) => Sum(total => total.GetProperty("资金").TryGetProperty(level, out var amount) ? amount : null);
        return string.Join(' ',
            Sum(static total => total.GetProperty("金额")), Sum(static total => total.GetProperty("最高")),
            totals.Sum(static total => total.GetProperty("不封顶").GetInt32()),
            SumOf("市级"), SumOf("区级"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    // "600000.00" → "60000000"
    private static string Fen(string yuan) => InFen(yuan).ToString(CultureInfo.InvariantCulture);

    private static BigInteger InFen(string yuan) =>
        BigInteger.Parse(yuan.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static string Fen(Rational yuan) => (yuan * 100).ToString();
}
