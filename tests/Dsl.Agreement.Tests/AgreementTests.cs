// The engines agree: on random policies and registries, on the policies of the repository; and results can be right at all.
using Dsl.Agreement.Tests.Comparing;
using Dsl.Batch.Engines;
using Xunit;

namespace Dsl.Agreement.Tests;

public class AgreementTests(AgreementRun run) : IClassFixture<AgreementRun>
{
    [Fact]
    public void 生成的政策没有错误() => Assert.True(run.Rejected is null, run.Rejected);

    [Fact]
    public void 各引擎和线程数的结果逐字节相同() => Assert.True(run.Difference is null, run.Difference);

    [Fact]
    public void 结果的各项性质成立() => Assert.True(run.WrongResult is null, run.WrongResult);

    [Fact]
    public void 语言和结果的各种形式都到过() =>
        Assert.True(run.Missing.Count == 0 || run.Cases < AgreementRun.UsualCases, "没有到过：\n" + string.Join("\n", run.Missing));

    [Fact]
    public void 每个引擎都比较() =>
        Assert.Equal(EvaluationEngines.Names.Order(StringComparer.Ordinal),
            EngineRuns.Variants.Select(static variant => variant.Engine).Distinct().Order(StringComparer.Ordinal));
}
