// The engines agree on the policies of the repository: on the sample that is checked in, and on drawn registries with unknown cells.
using Dsl.Agreement.Tests.Comparing;
using Dsl.Agreement.Tests.Properties;
using Dsl.Agreement.Tests.Registries;
using Dsl.Batch.Sampling;
using Dsl.Evaluation.Interpreting;
using Dsl.Loading.Policies;
using Dsl.Testing;
using Dsl.Verification.Sampling;
using Xunit;

namespace Dsl.Agreement.Tests;

public class RepositoryPolicyTests
{
    private static readonly Lazy<LoadedPolicies> Policies = new(() => PolicyLoader.Load([RepositoryRoot.Combine("policies")]));

    private static readonly EvaluationContext Context = Policies.Value.Context(null, null, new(2024, 6, 30));

    [Fact]
    public void 仓库的样本() => Compare(RepositoryRoot.Combine("policies", "sample"));

    [Theory]
    [InlineData(1, 40, 0)]
    [InlineData(2, 129, 100_000)]
    [InlineData(3, 60, 500_000)]
    public void 抽取的样本(long seed, long rows, long unknownPartsPerMillion)
    {
        var folder = Directory.CreateTempSubdirectory("policy-sample-").FullName;
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

    private static void Compare(string folder)
    {
        var program = Policies.Value.Compilation.Program;
        Assert.NotEmpty(program.Policies);
        var difference = EngineRuns.FindDifference(program, Context, folder);
        Assert.True(difference is null, difference);
        var (subjects, context) = FactsReader.Read(program, Context, folder);
        var interpreter = new Interpreter(program, context);
        var results = subjects.Select(facts => (facts, interpreter.Evaluate(facts))).ToList();
        Assert.All(results, static result => Assert.Null(SubjectProperties.FindProblem(result.Item2)));
        Assert.Null(Splits.FindProblem(new Generating.Draw(1, "分区"), program, context, results));
        Assert.Null(BatchProperties.FindProblem(program, Context, folder));
    }
}
