// Asking only what matters ends at the same result as knowing everything: on the policies of the repository and on random ones.
using System.Globalization;
using Dsl.Agreement.Tests.Comparing;
using Dsl.Agreement.Tests.Generating;
using Dsl.Agreement.Tests.Registries;
using Dsl.Evaluation.Questions;
using Dsl.Facts.Records;
using Dsl.Ir.Facts;
using Dsl.Loading.Policies;
using Dsl.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.Agreement.Tests.Questions;

public class QuestionTests(ITestOutputHelper output)
{
    private const int UsualCount = 25;

    private static readonly Lazy<LoadedPolicies> Policies = new(() => PolicyLoader.Load([RepositoryRoot.Combine("policies")]));

    /// <summary>AGREEMENT_QUESTIONS says how many enterprises; the mark is that of a hundred.</summary>
    [Fact]
    public void 样本里的企业最多问一半的事实结果与事实齐全时相同()
    {
        var count = (int)AgreementRun.Setting("AGREEMENT_QUESTIONS", UsualCount);
        var respondents = Sample(count);
        Parallel.ForEach(respondents, respondent =>
        {
            var problem = respondent.Answer();
            Assert.True(problem is null, $"{respondent.Facts.Key}：{problem}");
        });
        Assert.Equal(count, respondents.Count);
        var shares = respondents.Select(Share).Order().ToList();
        var (median, worst) = (shares[shares.Count / 2], shares[^1]);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"中位数 {median:P1}，最多 {worst:P1}；未能排除 {respondents.Max(static one => one.Undecided)}；"
            + $"一次最多测算 {respondents.Max(static one => one.MostEvaluations)} 次"));
        Assert.True(median <= 0.5, $"{median}");
    }

    [Fact]
    public void 有的回答不清楚时结果与恰好缺这些事实时相同()
    {
        var draw = new Draw(1, "不清楚");
        Assert.All(Sample(2, facts => Forget(facts, draw)), static respondent => Assert.Null(respondent.Answer()));
    }

    [Fact]
    public void 随机的政策问完时结果与事实齐全时相同()
    {
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var one = AgreementCase.Make(seed);
            var draw = new Draw(seed, "不清楚");
            one.InFolder(folder =>
            {
                var program = one.Policies.Compilation.Program;
                var (subjects, context) = FactsReader.Read(program, one.Context, folder);
                var catalog = new QuestionCatalog(program);
                foreach (var facts in subjects.Take(1))
                {
                    foreach (var full in new[] { facts, Forget(facts, draw) })
                    {
                        var problem = new Respondent(catalog, context, full).Answer();
                        Assert.True(problem is null, $"{problem}\n{facts.Key}\n{one}");
                    }
                }
                return true;
            });
        }
    }

    private static List<Respondent> Sample(int count, Func<SubjectFacts, SubjectFacts>? change = null)
    {
        var program = Policies.Value.Compilation.Program;
        var (all, context) = FactsReader.Read(program, Policies.Value.Context(null, null, new(2024, 6, 30)),
            RepositoryRoot.Combine("policies", "sample"));
        var catalog = new QuestionCatalog(program);
        var enterprises = all.Where(static facts => facts.Subject.Name == BuiltInTables.MainSubject).ToList();
        // Spread over all of them: those that follow each other are alike.
        return [.. Enumerable.Range(0, count).Select(index => enterprises[(int)((long)index * enterprises.Count / count)])
            .Select(facts => new Respondent(catalog, context, change?.Invoke(facts) ?? facts))];
    }

    /// <summary>Which part of the facts of the schema was asked: fields, and for each detail which rows it has.</summary>
    private static double Share(Respondent respondent)
    {
        var subject = respondent.Facts.Subject;
        var schema = subject.Fields.Length - 1 + subject.Details.Sum(static detail => 1 + detail.Fields.Length);
        return (double)respondent.Asked.Select(static question => (question.Fact.Detail, question.Fact.Field)).Distinct().Count() / schema;
    }

    /// <summary>The same subject, of which some facts and tables are not known.</summary>
    private static SubjectFacts Forget(SubjectFacts facts, Draw draw) => facts with
    {
        Values = [.. facts.Values.Select((value, index) => index > 0 && draw.Chance(25) ? null : value)],
        Details = [.. facts.Subject.Details.Select((detail, index) => draw.Chance(10) ? null
            : facts.Details[index] is { } rows && !detail.IsBuiltIn
                ? [.. rows.Select(row => new RowFacts(row.Key, [.. detail.Fields
                    .Select(field => field != detail.Key && draw.Chance(25) ? null : row.Values[field.Ordinal])]))]
                : facts.Details[index])],
    };
}
