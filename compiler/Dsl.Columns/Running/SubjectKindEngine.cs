// All clauses of one kind of subject over a block.
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dsl.Columns.Blocks;
using Dsl.Columns.Compiling;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Text;

namespace Dsl.Columns.Running;

/// <summary>Evaluates subjects of one kind. Safe on several threads.</summary>
public sealed class SubjectKindEngine
{
    private readonly IrProgram _program;
    private readonly EvaluationContext _context;
    private readonly Interpreter _interpreter;
    private readonly StringDictionary _texts;
    private readonly int _kind;

    // In the interpreter's order: earlier policies first.
    private readonly ClauseSlot[] _clauses;
    private readonly int[][] _byPolicy;
    private readonly CompetitionGroup[] _rivalries;
    private readonly TotalsLayout[] _policyTotals;
    private readonly TotalsLayout _allTotals;
    private readonly RecordDispatch _records;
    // The clauses over which there is a 合计上限.
    private readonly int[] _underJointCaps;
    // The clauses in the order of the policies, as results show them.
    private readonly int[] _inOrder;
    // Who gives way, and the result that says so, by two clauses and whether the first has the greater amount; null where amounts matter.
    private readonly ConcurrentDictionary<(int First, int Second, bool IsFirst), (int Loser, ClauseResult? Result)> _decided = new();

    // What a block needs is used again for another.
    private readonly ConcurrentBag<BlockWork> _free = [];

    public SubjectKindEngine(IrSubject subject, EvaluationContext context, CompiledProgram compiled, KernelRun run, Interpreter interpreter,
        StringDictionary texts)
    {
        var program = interpreter.Program;
        (_program, _context, _interpreter, _texts, _kind) =
            (program, context, interpreter, texts, program.Schema.Subjects.IndexOf(subject));
        var plans = compiled.Generated.Clauses.ToDictionary(static plan => plan.Clause);
        _clauses =
        [
            .. program.ByAge.SelectMany(static policy => policy.Clauses, static (policy, clause) => (policy, clause))
                .Where(pair => pair.clause.Kind != ClauseKind.Declaratory && ReferenceEquals(pair.clause.Subject, subject))
                .Select(pair => new ClauseSlot(pair.policy, pair.clause,
                    plans[pair.clause] is { Kernel: >= 0 } plan
                        ? new(plan, compiled.Kernel.Clauses[plan.Kernel], run, context, texts)
                        : null)),
        ];
        _byPolicy = [.. program.Policies.Select(policy => Indexes(slot => ReferenceEquals(slot.Policy, policy)))];
        _rivalries = [.. Indexes(static slot => slot.Clause is { Contest: not null, IsStackable: false })
            .GroupBy(index => _clauses[index].Clause.Contest ?? "")
            .Select(group => new CompetitionGroup(subject, group.Key,
                [.. group.Select(index => (index, _clauses[index].Policy, _clauses[index].Clause))], context.Year, texts))
            .Where(static rivalry => rivalry.IsPossible)];
        _underJointCaps = Indexes(static slot => slot.Policy.JointCaps.Any(cap => cap.Clauses.Contains(slot.Clause)));
        _inOrder = [.. _byPolicy.SelectMany(static indexes => indexes)];
        _policyTotals = [.. _byPolicy.Select(indexes => new TotalsLayout(indexes, _clauses.Select(static slot => slot.Clause)))];
        _allTotals = new([.. Enumerable.Range(0, _clauses.Length)], _clauses.Select(static slot => slot.Clause));
        _records = new([.. _clauses.Select(static slot => (slot.Policy, slot.Clause))], texts);
        // A clause that competes must be in the columns like its rivals.
        IsForInterpreter = _rivalries.SelectMany(static rivalry => rivalry.Members).Any(index => _clauses[index].Runner is null);
    }

    /// <summary>Whether the interpreter computes all clauses of these subjects.</summary>
    public bool IsForInterpreter { get; }

    /// <summary>Whether a clause of these subjects meets rivals.</summary>
    public bool Competes(IrClause clause) =>
        _rivalries.SelectMany(static rivalry => rivalry.Members).Any(index => ReferenceEquals(_clauses[index].Clause, clause));

    /// <summary>Blocks in which compiled code failed, with what it said.</summary>
    public ConcurrentBag<string> Failures { get; } = [];

    private int[] Indexes(Func<ClauseSlot, bool> which) => [.. Enumerable.Range(0, _clauses.Length).Where(index => which(_clauses[index]))];

    /// <summary>The results of some subjects.</summary>
    public ResultBatch Evaluate(FactBatch block)
    {
        if (!_free.TryTake(out var work))
            work = new(this);
        work.Begin(block.Facts.Length);
        for (var i = 0; i < block.Facts.Length; i++)
            work.Beyond[i] = IsForInterpreter || block.IsBeyondColumns(i);
        try
        {
            Run(block, work.Columns, work.Beyond);
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            // A mistake of the generator: the block is left to the interpreter, and the failure is reported.
            Failures.Add($"{error.GetType().Name}");
            Array.Fill(work.Beyond, true);
        }
        Fill(block, work);
        return new Results(this, block, work);
    }

    private void Run(FactBatch block, ClauseColumns[] columns, bool[] beyond)
    {
        if (beyond.AsSpan(0, block.Facts.Length).IndexOf(false) < 0)
            return;
        var approvals = _records.Of(block, block.Records.Approvals, _kind, beyond);
        var payments = _records.Of(block, block.Records.Payments, _kind, beyond);
        for (var c = 0; c < _clauses.Length; c++)
            _clauses[c].Runner?.Run(block, approvals[c], payments[c], columns[c], beyond);
        // 合计上限 is the interpreter's: it computes the subjects for which something may stand under one.
        foreach (var c in _underJointCaps)
        {
            for (var i = 0; i < block.Facts.Length; i++)
                beyond[i] |= _clauses[c].Runner is null || (!beyond[i] && columns[c].IsLive(i));
        }
    }

    private void Fill(FactBatch block, BlockWork work)
    {
        var count = block.Facts.Length;
        if (work.Beyond.AsSpan(0, count).IndexOf(false) < 0)
            return;
        for (var c = 0; c < _clauses.Length; c++)
        {
            if (_clauses[c].Runner is { } runner)
            {
                runner.Results.Fill(block, work.Columns[c], work.Results[c], work.Beyond);
                continue;
            }
            work.Results[c].Begin(count);
            for (var i = 0; i < count; i++)
            {
                if (!work.Beyond[i])
                    work.Results[c].Objects.Add(i, Interpreted(block, i, _clauses[c].Clause));
            }
        }
        var competing = new List<int>();
        for (var i = 0; i < count && _rivalries.Length > 0; i++)
        {
            if (work.Beyond[i])
                continue;
            competing.Clear();
            CompetitionGroup? last = null;
            foreach (var rivalry in _rivalries)
            {
                var before = competing.Count;
                rivalry.AddCompeting(block.Columns, work.Columns, i, competing);
                last = competing.Count > before ? rivalry : last;
            }
            if (competing.Count > 0 && (last is null || !TrySettleAlike(block, work, i, last, competing)))
                Settle(block, work, i, competing);
        }
    }

    // Of two known amounts of which nothing else is to be said, it only matters which is greater: what the rules say of one such subject
    // holds of all.
    private bool TrySettleAlike(FactBatch block, BlockWork work, int subject, CompetitionGroup rivalry, List<int> competing)
    {
        if (competing is not [var first, var second] || !rivalry.Members.Contains(first) || !rivalry.Members.Contains(second)
            || work.Columns[first].Plain is not { } left || work.Columns[second].Plain is not { } right
            || !left.Is[subject] || !right.Is[subject] || left.Fen[subject] == right.Fen[subject]
            || left.Fen[subject] == 0 || right.Fen[subject] == 0 || !rivalry.IsAmongThemselves(block.Columns, work.Columns, subject))
            return false;
        var isFirst = left.Fen[subject] > right.Fen[subject];
        if (_decided.TryGetValue((first, second, isFirst), out var known))
        {
            if (known.Result is { } result)
                work.Results[known.Loser].Objects[subject] = result;
            return known.Result is not null;
        }
        Settle(block, work, subject, competing);
        var (one, other) = (work.Results[first].Objects[subject], work.Results[second].Objects[subject]);
        var (loser, winner, lost) = one.Status == ClauseStatus.Displaced ? (first, other, one) : (second, one, other);
        var isPlain = winner is { Status: ClauseStatus.Eligible, Group: null, ReceivedNotes.IsEmpty: true }
            && lost is { Status: ClauseStatus.Displaced, Group: null, ReceivedNotes.IsEmpty: true, Unknowns.IsNone: true }
            && lost.Amount == Bounds.Exactly(0) && !work.Totals.ContainsKey(subject);
        _decided.TryAdd((first, second, isFirst), (loser, isPlain ? lost : null));
        return true;
    }

    private void Settle(FactBatch block, BlockWork work, int subject, List<int> competing)
    {
        competing.Sort();
        var settlement = new CompetitionResolver(block.Facts[subject], _program, _context,
            [.. competing.Select(index => Evaluated(block, work, subject, index))]);
        for (var i = 0; i < competing.Count; i++)
            work.Results[competing[i]].Objects[subject] = settlement.Results[i];
        if (settlement.HasGroups)
            work.Totals.Add(subject,
                settlement.Totals(_program, _clauses.Select((slot, c) => (slot.Policy, ResultOf(block, work, subject, c)))));
    }

    private EvaluatedClause Evaluated(FactBatch block, BlockWork work, int subject, int index) =>
        _clauses[index].Runner is { } runner
            ? runner.Results.Evaluated(runner, ResultOf(block, work, subject, index), block, work.Columns[index], subject)
            : throw new InvalidOperationException("A clause that competes is not in the columns.");

    private ClauseResult ResultOf(FactBatch block, BlockWork work, int subject, int index) =>
        work.Results[index].Objects.GetValueOrDefault(subject)
        ?? _clauses[index].Runner?.Results.Alone(block, work.Columns[index], subject)
        ?? throw new InvalidOperationException("A clause that no column holds has a result of its own.");

    private ClauseResult Interpreted(FactBatch block, int subject, IrClause clause)
    {
        var scope = EvaluationScope.Everything with { Clauses = [clause] };
        return _interpreter.Evaluate(block.Facts[subject], scope, null).Policies.SelectMany(static policy => policy.Clauses).Single() with
        {
            Notes = []
        };
    }

    private SubjectResult ResultOf(FactBatch block, BlockWork work, int subject)
    {
        if (work.Beyond[subject])
            return _interpreter.Evaluate(block.Facts[subject]);
        var clauses = new ClauseResult[_clauses.Length];
        for (var c = 0; c < clauses.Length; c++)
            clauses[c] = ResultOf(block, work, subject, c);
        var isSettled = work.Totals.TryGetValue(subject, out var settled);
        var policies = ImmutableArray.CreateBuilder<PolicyResult>(_byPolicy.Length);
        for (var p = 0; p < _byPolicy.Length; p++)
        {
            var results = ImmutableArray.CreateBuilder<ClauseResult>(_byPolicy[p].Length);
            foreach (var index in _byPolicy[p])
                results.Add(clauses[index]);
            var totals = isSettled ? settled.ByPolicy[p] : _policyTotals[p].Sum(work.Results, subject);
            policies.Add(new(_program.Policies[p], results.MoveToImmutable(), totals));
        }
        return new(block.Facts[subject].Key, _context.AsOf, _context.Year, policies.MoveToImmutable(),
            isSettled ? settled.All : _allTotals.Sum(work.Results, subject), []);
    }

    /// <summary>A clause with its runner; null where the interpreter computes it.</summary>
    private sealed record ClauseSlot(IrPolicy Policy, IrClause Clause, ClauseRunner? Runner);

    /// <summary>What a block is computed with.</summary>
    private sealed class BlockWork
    {
        public BlockWork(SubjectKindEngine engine)
        {
            Columns = [.. engine._clauses.Select(static _ => new ClauseColumns())];
            Results = [.. engine._clauses.Select(static slot => new ClauseColumn(slot.Policy, slot.Clause))];
            InOrder = [.. engine._inOrder.Select(index => Results[index])];
        }

        public ClauseColumns[] Columns { get; }

        public ClauseColumn[] Results { get; }

        /// <summary>The same in the order of the policies.</summary>
        public ImmutableArray<ClauseColumn> InOrder { get; }

        /// <summary>Subjects that the interpreter computes.</summary>
        public bool[] Beyond { get; private set; } = [];

        /// <summary>Of subjects whose totals are more than sums.</summary>
        public Dictionary<int, (Totals All, ImmutableArray<Totals> ByPolicy)> Totals { get; } = [];

        public void Begin(int count)
        {
            if (Beyond.Length < count)
                Beyond = new bool[count];
            Totals.Clear();
        }
    }

    /// <summary>The results of a block. What the interpreter computes is kept.</summary>
    private sealed class Results : ResultBatch
    {
        private readonly SubjectKindEngine _engine;
        private readonly FactBatch _block;
        private readonly BlockWork _work;
        private readonly Dictionary<int, SubjectResult> _interpreted = [];

        public Results(SubjectKindEngine engine, FactBatch block, BlockWork work)
            : base(block.Facts)
        {
            (_engine, _block, _work) = (engine, block, work);
            (Clauses, Texts) = (work.InOrder, engine._texts);
        }

        public override bool IsInColumns(int subject) => !_work.Beyond[subject];

        public override bool IsSum(int subject) => !_work.Beyond[subject] && !_work.Totals.ContainsKey(subject);

        public override Totals TotalsOf(int subject) => _work.Beyond[subject] ? ResultOf(subject).Totals
            : _work.Totals.TryGetValue(subject, out var settled) ? settled.All : _engine._allTotals.Sum(_work.Results, subject);

        public override SubjectResult ResultOf(int subject)
        {
            if (!_work.Beyond[subject])
                return _engine.ResultOf(_block, _work, subject);
            if (!_interpreted.TryGetValue(subject, out var result))
                _interpreted.Add(subject, result = _engine.ResultOf(_block, _work, subject));
            return result;
        }

        public override ClauseResult ResultOf(int subject, int clause) =>
            _engine.ResultOf(_block, _work, subject, _engine._inOrder[clause]);

        public override void Dispose()
        {
            _engine._free.Add(_work);
            base.Dispose();
        }
    }
}
