// What to ask next: only facts that can still change a status or a bound, those first on which most money hangs.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;

namespace Dsl.Evaluation.Questions;

/// <summary>
/// Finds questions. A fact is <em>open</em> while it has no value and was not answered with 不清楚; of a detail that was not supplied it is
/// open which rows it has. An open fact is <em>relevant</em> if there are admissible values for some of the other open facts (the rest
/// staying unknown) under which one of its own admissible values leads to another status or other bounds of a clause, or of the totals,
/// than leaving it unknown does. Exactly the relevant facts are asked.
/// <para>
/// So facts that matter only together (甲 = 乙; 甲 或 乙 next to 丙 或 丁) are all asked, although none changes anything alone. And the
/// end of asking is sound: where no open fact is relevant, filling in any of them one after the other changes nothing at any step, so the
/// result is that of all facts, with what was answered 不清楚 unknown (or at its 缺省).
/// </para>
/// <para>
/// Deciding it: what a result waits for, followed back through contests and 程序, is a superset of what is relevant; what is not in it
/// is not asked. A fact of it is asked once a value is seen to change something, alone or in a combination. Where values can stand for
/// all (是否, lists, numbers compared with constants only) and the combinations are few, all are tried, and a fact that changes nothing is
/// not asked; otherwise it is asked, and counted as not proven (<see cref="QuestionList.Undecided"/>). Never is a relevant one left out.
/// </para>
/// </summary>
/// <param name="catalog">What is known of the policies.</param>
/// <param name="context">Dates and external parameters.</param>
public sealed class QuestionFinder(QuestionCatalog catalog, EvaluationContext context)
{
    /// <summary>
    /// After so many evaluations of groups of clauses no combinations are tried any more. The first pass, each fact with each of its
    /// at most 40 values, is bounded by the size of the policies.
    /// </summary>
    public const int MostEvaluations = 5_000;

    private readonly Interpreter _interpreter = new(catalog.Program, context);

    /// <summary>The questions that are left.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="unclear">The names of the facts that were answered with 不清楚, as <see cref="OpenFact.Name"/>.</param>
    /// <param name="clauses">The clauses that are asked about; null for all.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">It was cancelled first.</exception>
    public QuestionList Find(SubjectFacts facts, IReadOnlySet<string> unclear, IReadOnlySet<IrClause>? clauses = null,
        CancellationToken cancellation = default)
    {
        var open = OpenFacts.Of(facts, unclear);
        bool IsWatched(IrClause clause) => clauses is null || clauses.Contains(clause);
        var (drafts, total, evaluations) = (new Dictionary<OpenFact, Draft>(ReferenceEqualityComparer.Instance), default(MoneyAtStake), 0);
        foreach (var group in catalog.GroupsOf(facts.Subject).Where(group => group.Clauses.Any(pair => IsWatched(pair.Clause))))
        {
            cancellation.ThrowIfCancellationRequested();
            var values = new AdmissibleValues(catalog.Program, group.Thresholds, catalog.Uses, context);
            var search = new RelevanceSearch(group, open, values, _interpreter, IsWatched);
            var relevant = search.Find(MostEvaluations - evaluations);
            evaluations += search.Evaluations;
            if (relevant.Count == 0)
                continue;
            var atStake = search.Now.AtStake;
            total += atStake;
            foreach (var fact in relevant)
            {
                if (!drafts.TryGetValue(fact.Fact, out var draft))
                    drafts.Add(fact.Fact, draft = new());
                draft.Add(fact, group, atStake);
            }
        }
        return new(Order(open, drafts, facts), total, evaluations);
    }

    private ImmutableArray<FactQuestion> Order(OpenFacts open, Dictionary<OpenFact, Draft> drafts, SubjectFacts facts) =>
    [
        // OrderBy keeps the order of the schema where nothing else decides.
        .. open.All.Where(drafts.ContainsKey)
            .Select(fact => drafts[fact].ToQuestion(fact, catalog.TopicOf(fact, facts.Subject)))
            .GroupBy(static question => question.Topic)
            .OrderByDescending(static topic => topic.Max(static question => question.AtStake))
            .ThenByDescending(static topic => topic.Max(static question => question.Clauses.Length))
            .SelectMany(static topic => topic.OrderByDescending(static question => question.AtStake)
                .ThenByDescending(static question => question.Clauses.Length).ThenByDescending(static question => question.IsProven)),
    ];

    /// <summary>A question while the groups are gone through.</summary>
    private sealed class Draft
    {
        private readonly List<(IrPolicy Policy, IrClause Clause)> _clauses = [];
        private MoneyAtStake _atStake;
        private bool _isProven;

        public void Add(RelevantFact fact, ClauseGroup group, MoneyAtStake atStake)
        {
            _clauses.AddRange(fact.Clauses.Order().Select(index => group.Clauses[index]));
            (_atStake, _isProven) = (_atStake + atStake, _isProven || fact.IsProven);
        }

        public FactQuestion ToQuestion(OpenFact fact, string topic) => new(fact, topic, [.. _clauses], _atStake, _isProven);
    }
}
