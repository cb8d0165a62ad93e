// The checks run at the same time; what they find is what they would find one after the other, also where a file is full.
using System.Collections.Immutable;
using Dsl.Compiler.Tests.Support;
using Dsl.Semantics.Checks;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Diagnostics;
using Xunit;

namespace Dsl.Compiler.Tests.Checks;

public class ThreadTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(15_000)]
    public void 同时进行的检查与逐个进行的结果相同(int count)
    {
        var text = string.Concat(Enumerable.Range(1, count).Select(static i =>
            $"令 数{i} = 研发费用\n条件 min({i}元, {i + 1}元) > 0元\n依据 「超过{i}万元」\n条件 研发费用 达到 {i}万元\n"));
        var compilation = Prelude.Compile($"{text}奖补 = 1元\n");
        var before = compilation.Trees.SelectMany(static tree => tree.Diagnostics).Concat(compilation.Model.Diagnostics).ToImmutableArray();

        var together = new CheckContext(new CheckInputs(compilation.Model, compilation.OfficialTexts, before));
        foreach (var check in PolicyChecks.All)
            check.Run(together);

        Assert.True(together.Found.Select(static finding => finding.Code).Distinct().Count() > 2);
        var expected = together.Found.Select(Describe).ToList();
        for (var run = 0; run < 3; run++)
            Assert.Equal(expected,
                PolicyChecks.Run(Task.FromResult(new Suppressions(compilation.Trees)), compilation.Model, compilation.OfficialTexts, before)
                    .Select(Describe));
    }

    private static string Describe(Diagnostic finding) =>
        $"{finding.Code} {finding.Source.Path} {finding.Span} {finding.Block} {finding.Message}";
}
