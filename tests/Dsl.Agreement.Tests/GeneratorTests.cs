// The generator keeps to the language: what it writes passes check without errors.
using Dsl.Agreement.Tests.Generating;
using Dsl.Syntax.Diagnostics;
using Xunit;

namespace Dsl.Agreement.Tests;

public class GeneratorTests
{
    [Fact]
    public void 生成的政策没有错误()
    {
        var problems = new List<string>();
        for (var seed = 1UL; seed <= 40; seed++)
        {
            var set = PolicyMaker.Make(seed);
            problems.AddRange(Errors(set).Take(2).Select(error => $"seed {seed}: {error}"));
        }
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    [Fact]
    public void 同一个种子生成同样的政策() => Assert.Equal(PolicyMaker.Make(7).ToString(), PolicyMaker.Make(7).ToString());

    private static IEnumerable<string> Errors(PolicySet set) =>
        from finding in set.Compilation.Diagnostics
        where finding.Severity == Severity.Error
        select $"{finding.Code} {finding.Message}\n    {LineAt(finding.Source.Content, finding.Span.Start)}";

    private static string LineAt(string text, int position)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, position - 1)) + 1;
        var end = text.IndexOf('\n', position);
        return text[start..(end < 0 ? text.Length : end)];
    }
}
