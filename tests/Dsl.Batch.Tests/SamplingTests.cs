// Samples: the same seed gives the same bytes, and what is written is read back whole.
using Dsl.Batch.Registries;
using Dsl.Batch.Running;
using Dsl.Batch.Sampling;
using Dsl.Values.Exact;
using Dsl.Verification.Sampling;
using Xunit;

namespace Dsl.Batch.Tests;

public sealed class SamplingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void 随机数与公布的数列一致()
    {
        // The first outputs of SplitMix64 for the seed 1234567, as its authors publish them.
        var random = new SplitMix64(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void 同一种子同样的字节_不同种子不同()
    {
        Write("a", 7, 0);
        Write("b", 7, 0);
        Write("c", 8, 0);
        var names = _folder.Names.Where(static name => name.StartsWith('a')).ToList();
        Assert.All(names, name => Assert.Equal(File.ReadAllBytes(_folder[name]), File.ReadAllBytes(_folder["b" + name[1..]])));
        Assert.NotEqual(_folder.Read("a/企业.csv"), _folder.Read("c/企业.csv"));
        Assert.Equal(["主题活动.csv", "人才.csv", "企业.csv", "兑现记录.csv", "其他政策支持.csv", "参数.csv", "核定.csv", "科技项目.csv"],
            names.Select(static name => Path.GetFileName(name)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300_000)]
    public void 样本全部可以读入(long unknowns)
    {
        Write("in", 3, unknowns);
        var outcome = BatchRunner.Run(TestProgram.Program, [],
            new(new RegistrySource(_folder["in"]), _folder["out.csv"], TestProgram.Context), null, CancellationToken.None);
        Assert.Equal(0, outcome.Result?.RejectedRows);
        Assert.Equal(220, outcome.Result?.Summary.SubjectCount);
        Assert.True(outcome.Result?.Summary.PaidSubjects > 0);
        Assert.Equal(unknowns > 0, _folder.Read("in/企业.csv").Contains(",,", StringComparison.Ordinal));
    }

    [Fact]
    public void 门槛上下都会出现()
    {
        // min(研发投入 × 10%, 100万元): the cap begins to bite at 1000万元.
        var field = TestProgram.Enterprise.Fields[6];
        var values = new RegistrySampler(TestProgram.Program, new(600, 1)).Subjects(TestProgram.Enterprise)
            .Select(facts => facts.Values[field.Ordinal]).OfType<NumberValue>().Select(static value => value.Bounds.Low).ToHashSet();
        foreach (var fen in (int[])[-1, 0, 1])
            Assert.Contains(10_000_000 + new Rational(fen, 100), values);
    }

    private void Write(string name, long seed, long unknowns)
    {
        var (files, finding) = SampleWriter.Write(TestProgram.Program, new(200, seed) { UnknownPartsPerMillion = unknowns }, _folder[name],
            null, CancellationToken.None);
        Assert.Null(finding);
        Assert.NotEmpty(files);
    }
}
