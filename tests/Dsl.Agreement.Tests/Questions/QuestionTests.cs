// Asking only what matters ends at the same result as knowing everything: on the policies of the repository and on random ones.
using System.Globalization;
using Dsl.Agreement.Tests.Comparing;
using Dsl.Agreement.Tests.Generating;
using Dsl.Agreement.Tests.Registries;
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Questions;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Loading.Policies;
using Dsl.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.Agreement.Tests.Questions;

public class QuestionTests(ITestOutputHelper output)
{
    private static readonly Lazy<LoadedPolicies> Policies = new(() => PolicyLoader.Load([RepositoryRoot.Combine("policies")]));

    [Fact]
    public void 样本里的一百家企业最多问一半的事实结果与事实齐全时相同()
    {
        var program = Policies.Value.Compilation.Program;
        var (all, context) = FactsReader.Read(program, Policies.Value.Context(null, null, new(2024, 6, 30)),
            RepositoryRoot.Combine("policies", "sample"));
        var catalog = new QuestionCatalog(program);
        var enterprises = all.Where(static facts => facts.Subject.Name == "企业").Take(int.Parse(Environment.GetEnvironmentVariable("QN") ?? "100")).ToList();
        var shares = new List<double>();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (var facts in enterprises)
        {
            var respondent = new Respondent(catalog, context, facts);
            var problem = respondent.Answer();
            Assert.True(problem is null, $"{facts.Key}：{problem}");
            var schema = facts.Subject.Fields.Length - 1 + facts.Subject.Details.Sum(static detail => 1 + detail.Fields.Length);
            var asked = respondent.Asked.Select(static question => (question.Fact.Detail, question.Fact.Field)).Distinct().Count();
            shares.Add((double)asked / schema);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{facts.Key} {asked}/{schema} {respondent.Asked.Count} 问 未证明 {respondent.Asked.Count(q => !q.IsProven)} 最长 {respondent.Longest.TotalMilliseconds:0} ms {respondent.MostEvaluations} {watch.ElapsedMilliseconds}"));
        }
        shares.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"中位数 {shares[shares.Count / 2]:0.000}"));
        Assert.True(shares[shares.Count / 2] <= 0.5, $"{shares[shares.Count / 2]}");
    }
}
