// SQL gives what the interpreter gives: on the policies of the repository and on generated ones. Enough of them is said.
using Dsl.Agreement.Tests.Comparing;
using Dsl.Agreement.Tests.Registries;
using Dsl.Batch.Sampling;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Policies;
using Dsl.Testing;
using Dsl.Verification.Sampling;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.Agreement.Tests.Sql;

public class SqlAgreementTests(ITestOutputHelper output)
{
    private static readonly Lazy<LoadedPolicies> Policies = new(() => PolicyLoader.Load([RepositoryRoot.Combine("policies")]));

    private static EvaluationContext Context => Policies.Value.Context(null, null, new(2024, 6, 30));

    [Fact]
    public void 仓库的样本() => Compare(RepositoryRoot.Combine("policies", "sample"));

    [Theory]
    [InlineData(11, 60, 0)]
    [InlineData(12, 150, 100_000)]
    [InlineData(13, 60, 500_000)]
    public void 抽取的样本(long seed, long rows, long unknownPartsPerMillion)
    {
        var folder = Directory.CreateTempSubdirectory("policy-sql-").FullName;
        try
        {
            var options = new SampleOptions(rows, seed) { UnknownPartsPerMillion = unknownPartsPerMillion };
            Assert.Null(SampleWriter.Write(Policies.Value.Compilation.Program, options, folder, null, CancellationToken.None).Finding);
            Compare(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void 生成的政策和登记()
    {
        var tally = new SqlTally();
        var first = AgreementRun.Setting("AGREEMENT_SEED", 1);
        for (var seed = first; seed < first + AgreementRun.Setting("AGREEMENT_CASES", 40); seed++)
        {
            var one = AgreementCase.Make((ulong)seed);
            if (FindDifference(one, tally) is not { } difference)
                continue;
            var (smallest, problem) = Shrinker.Shrink(one, difference, static smaller => FindDifference(smaller, new()));
            Assert.Fail($"{problem}\n\n{smallest}");
        }
        Report(tally);
        Assert.True(tally.Said * 10 >= tally.Clauses * 4, $"只写成了 {tally.Said} 项，共 {tally.Clauses} 项");
    }

    private static string? FindDifference(AgreementCase one, SqlTally tally) => one.InFolder(folder =>
    {
        var program = one.Policies.Compilation.Program;
        var (subjects, context) = FactsReader.Read(program, one.Context, folder);
        return SqlRuns.FindDifference(program, context, subjects, tally);
    });

    private void Compare(string folder)
    {
        var program = Policies.Value.Compilation.Program;
        var (subjects, context) = FactsReader.Read(program, Context, folder);
        var tally = new SqlTally();
        var difference = SqlRuns.FindDifference(program, context, subjects, tally);
        Report(tally);
        Assert.True(difference is null, difference);
    }

    private void Report(SqlTally tally)
    {
        output.WriteLine($"写成 {tally.Said}/{tally.Clauses}，比较 {tally.Rows} 行");
        foreach (var (word, count) in tally.Statuses.Concat(tally.Reasons).OrderByDescending(static pair => pair.Value))
            output.WriteLine($"  {count}  {word}");
    }
}
