// All clauses of one kind of subject over a block.
using System.Collections.Immutable;
using Dsl.Backends.Roslyn.Emitting;
using Dsl.Ir.Facts;
using Dsl.Ir.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Library.Kernels;
using Dsl.Library.Values;
using Dsl.Runtime.Data.Blocks;

namespace Dsl.Runtime.Batch.Columns;

/// <summary>Evaluates subjects of one kind. Safe on several threads.</summary>
internal sealed class KindEngine
{
    private readonly IrProgram _program;
    private readonly EvaluationContext _context;
    private readonly Interpreter _interpreter;

    // In the interpreter's order: earlier policies first.
    private readonly ClauseSlot[] _clauses;
    private readonly int[][] _byPolicy;
    private readonly int[][] _contests;
    private readonly TotalsLayout[] _policyTotals;
    private readonly TotalsLayout _allTotals;

    public KindEngine(
        IrSubject subject, IrProgram program, EvaluationContext context, GeneratedProgram generated, ProgramKernel kernel, KernelRun run, Interpreter interpreter)
    {
        (_program, _context, _interpreter) = (program, context, interpreter);
        var plans = generated.Clauses.ToDictionary(static plan => plan.Clause);
        _clauses =
        [
            .. program.ByAge.SelectMany(static policy => policy.Clauses, static (policy, clause) => (policy, clause))
                .Where(pair => pair.clause.Kind != IrClauseKind.Declaratory && ReferenceEquals(pair.clause.Subject, subject))
                .Select(pair => new ClauseSlot(pair.policy, pair.clause, plans[pair.clause] is { Kernel: >= 0 } plan ? new(plan, kernel.Clauses[plan.Kernel], run) : null)),
        ];
        _byPolicy = [.. program.Policies.Select(policy => Indexes(slot => ReferenceEquals(slot.Policy, policy)))];
        _contests = [.. Indexes(static slot => slot.Clause is { Matter: not null, IsAdditional: false }).GroupBy(index => _clauses[index].Clause.Matter)
            .Where(group => group.Any(index => _clauses[index].Policy.Combination != IrCombination.None)).Select(static group => group.ToArray())];
        _policyTotals = [.. _byPolicy.Select(indexes => new TotalsLayout(indexes.Select(index => _clauses[index].Clause)))];
        _allTotals = new(_clauses.Select(static slot => slot.Clause));
    }

    private int[] Indexes(Func<ClauseSlot, bool> which) => [.. Enumerable.Range(0, _clauses.Length).Where(index => which(_clauses[index]))];

    /// <summary>The results of some subjects.</summary>
    public void Evaluate(FactBlock block, Span<SubjectResult> results)
    {
        var (states, clauses, units) = (new ClauseState[_clauses.Length], new ClauseResult[_clauses.Length], new List<UnitState>());
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = !block.IsBeyondColumns(i) && TryEvaluate(block.Columns, i, block.Facts[i], states, clauses, units)
                ? Assemble(block.Facts[i], states, clauses)
                : _interpreter.Evaluate(block.Facts[i]);
        }
    }

    private bool TryEvaluate(SubjectBlock block, int subject, SubjectFacts facts, ClauseState[] states, ClauseResult[] clauses, List<UnitState> units)
    {
        for (var c = 0; c < _clauses.Length; c++)
        {
            if (_clauses[c].Runner is not { } runner || !runner.TryEvaluate(block, subject, facts, units, out states[c]))
                return false;
            clauses[c] = runner.Result(facts, states[c], units) ?? Interpreted(facts, _clauses[c]);
        }
        return TryDecideContests(facts, states, clauses);
    }

    private ClauseResult Interpreted(SubjectFacts facts, ClauseSlot slot)
    {
        var scope = EvaluationScope.Everything with { Clauses = [slot.Clause] };
        return _interpreter.Evaluate(facts, scope, null).Policies.SelectMany(static policy => policy.Clauses).Single() with { Notes = [] };
    }

    /// <summary>Decides between clauses of the same 事项, and against support from outside; false where the interpreter must.</summary>
    private bool TryDecideContests(SubjectFacts facts, ClauseState[] states, ClauseResult[] clauses)
    {
        SettledContest? contest = null;
        foreach (var members in _contests)
        {
            var live = Array.FindAll(members, index => states[index].IsDue.Truth != Truth.No);
            if (live.Length == 0 || live.Length == 1 && !_clauses[live[0]].Policy.Combination.OthersInArea)
                continue;
            contest ??= new(facts, _context.Year);
            if (!TryDecide(contest, facts, live, states, clauses))
                return false;
        }
        return true;
    }

    private bool TryDecide(SettledContest contest, SubjectFacts facts, int[] live, ClauseState[] states, ClauseResult[] clauses)
    {
        var matter = _clauses[live[0]].Clause.Matter ?? "";
        var details = live.Select(index => _clauses[index].Clause.Each).OfType<IrDetail>().ToList();
        if (details.Distinct().Count() < details.Count
            || details.Exists(detail => contest.MeetsRows(matter, (facts.Details[detail.Ordinal] ?? []).Select(static row => row.Key))))
            return false;
        if (live.Length == 1 && !contest.MeetsClauses(matter))
            return true;
        if (!live.All(index => states[index].IsDue.Truth == Truth.Yes && states[index].Amount.IsPoint))
            return false;
        var settled = live.Select(index => new SettledClause(_clauses[index].Policy, _clauses[index].Clause, clauses[index].Amount.Low ?? 0)).ToList();
        if (contest.Decide(matter, settled) is not { } displaced)
            return false;
        for (var i = 0; i < live.Length; i++)
        {
            if (displaced[i] is { } by)
                clauses[live[i]] = _clauses[live[i]].Runner?.Displaced(clauses[live[i]], by) ?? clauses[live[i]];
        }
        return true;
    }

    private SubjectResult Assemble(SubjectFacts facts, ClauseState[] states, ClauseResult[] clauses)
    {
        var policies = ImmutableArray.CreateBuilder<PolicyResult>(_byPolicy.Length);
        for (var p = 0; p < _byPolicy.Length; p++)
        {
            var results = ImmutableArray.CreateBuilder<ClauseResult>(_byPolicy[p].Length);
            foreach (var index in _byPolicy[p])
                results.Add(clauses[index]);
            policies.Add(new(_program.Policies[p], results.MoveToImmutable(), _policyTotals[p].Sum(_byPolicy[p], clauses)));
        }
        return new(facts.Key, _context.AsOf, _context.Year, policies.MoveToImmutable(), _allTotals.Sum(null, clauses), []);
    }

    /// <summary>A clause with its runner; null where the interpreter computes it.</summary>
    private sealed record ClauseSlot(IrPolicy Policy, IrClause Clause, ClauseRunner? Runner);
}
