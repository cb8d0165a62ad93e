// What the program pays out over the sample agrees, to the fen, with an independent computation in SQL.
using Dsl.Ir.Results;
using Dsl.Values.Terms;
using Xunit;

namespace Dsl.Policies.Tests.Independent;

public sealed class IndependentCheckTests(SampleRun run) : IClassFixture<SampleRun>
{
    [Fact]
    public void 样本逐条都能读入() => Assert.Equal(0, run.Batch.RejectedRows);

    [Fact]
    public void 逐主体的状态和金额一致() => AssertSame(run.IndependentSubjects, run.Subjects);

    [Fact]
    public void 逐条款的户数和金额一致() => AssertSame(run.IndependentClauses, run.Clauses);

    [Fact]
    public void 总额一致() => Assert.Equal(run.IndependentTotal, run.Total);

    [Fact]
    public void 每项奖补都有人确定得到() =>
        Assert.Empty(run.Batch.Summary.Clauses
            .Where(static clause =>
                clause.Clause.Kind == ClauseKind.Award && (clause.Amount.Low.Sign <= 0 || clause.Statuses[(int)ClauseStatus.Eligible] == 0))
            .Select(static clause => clause.Clause.Number));

    [Fact]
    public void 施行期内的各种状态都出现() =>
        Assert.All(Enum.GetValues<ClauseStatus>().Where(static status => status != ClauseStatus.NotInForce),
            status => Assert.True(run.Batch.Summary.CountOf(status) > 0, status.Word()));

    [Fact]
    public void 样本与生成程序一致() =>
        InTemporaryFolder(folder =>
        {
            NodeProgram.Run("make-sample.mjs", folder);
            Assert.Equal(Tables(SampleRun.SampleFolder), Tables(folder));
        });

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public void 随机生成的登记册也一致(string seed) =>
        InTemporaryFolder(folder =>
        {
            NodeProgram.Run("make-sample.mjs", folder, seed);
            using var random = new SampleRun(folder);
            AssertSame(random.IndependentSubjects, random.Subjects);
            Assert.Equal(random.IndependentTotal, random.Total);
        });

    private static void InTemporaryFolder(Action<string> act)
    {
        var folder = Directory.CreateTempSubdirectory("policy-sample");
        try
        {
            act(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Name, string Text)> Tables(string folder) =>
        Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal)
            .Select(static path => (Path.GetFileName(path), File.ReadAllText(path))).ToList();

    // Both sides of each difference, so that it can be followed by hand.
    private static void AssertSame(IReadOnlyList<string> independent, IReadOnlyList<string> program)
    {
        Assert.NotEmpty(independent);
        Assert.Empty(independent.Except(program).Select(static line => "SQL  " + line)
            .Concat(program.Except(independent).Select(static line => "程序 " + line)).Order(StringComparer.Ordinal));
    }
}
