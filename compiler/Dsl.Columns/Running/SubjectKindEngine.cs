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
using Dsl.Values.Terms;
using Dsl.Values.Text;

namespace Dsl.Columns.Running;

/// <summary>Evaluates subjects of one kind. Safe on several threads.</summary>
public sealed class SubjectKindEngine
{
    private readonly IrProgram _program;
    private readonly EvaluationContext _context;
    private readonly Interpreter _interpreter;
    private readonly int _kind;

    // In the interpreter's order: earlier policies first.
    private readonly ClauseSlot[] _clauses;
    private readonly int[][] _byPolicy;
    private readonly CompetitionGroup[] _rivalries;
    private readonly TotalsLayout[] _policyTotals;
    private readonly TotalsLayout _allTotals;
    private readonly RecordDispatch _records;
    // What a block needs beside its results is used again for another.
    private readonly ConcurrentBag<ClauseColumns[]> _columns = [];

    public SubjectKindEngine(IrSubject subject, EvaluationContext context, CompiledProgram compiled, KernelRun run, Interpreter interpreter,
        StringDictionary texts)
    {
        var program = interpreter.Program;
        (_program, _context, _interpreter, _kind) = (program, context, interpreter, program.Schema.Subjects.IndexOf(subject));
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
        _rivalries = [.. Indexes(static slot => slot.Clause is { BenefitItem: not null, IsStackable: false })
            .GroupBy(index => _clauses[index].Clause.BenefitItem ?? "")
            .Select(group => new CompetitionGroup(subject, group.Key,
                [.. group.Select(index => (index, _clauses[index].Policy, _clauses[index].Clause))], context.Year, texts))
            .Where(static rivalry => rivalry.IsPossible)];
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
    public void Evaluate(FactBatch block, Span<SubjectResult> results)
    {
        var beyond = new bool[results.Length];
        for (var i = 0; i < beyond.Length; i++)
            beyond[i] = IsForInterpreter || block.IsBeyondColumns(i);
        if (!_columns.TryTake(out var columns))
            columns = [.. _clauses.Select(static _ => new ClauseColumns())];
        try
        {
            Run(block, columns, beyond);
        }
        catch (Exception error) when (error is not (OperationCanceledException or OutOfMemoryException))
        {
            // A mistake of the generator: the block is left to the interpreter, and the failure is reported.
            Failures.Add($"{error.GetType().Name}");
            Array.Fill(beyond, true);
        }
        var clauses = new ClauseResult[_clauses.Length];
        for (var i = 0; i < results.Length; i++)
            results[i] = beyond[i] ? _interpreter.Evaluate(block.Facts[i]) : Result(block, columns, i, clauses);
        _columns.Add(columns);
    }

    private void Run(FactBatch block, ClauseColumns[] columns, bool[] beyond)
    {
        if (Array.TrueForAll(beyond, static is_ => is_))
            return;
        var approvals = _records.Of(block, block.Records.Approvals, _kind, beyond);
        var payments = _records.Of(block, block.Records.Payments, _kind, beyond);
        for (var c = 0; c < _clauses.Length; c++)
            _clauses[c].Runner?.Run(block, approvals[c], payments[c], columns[c], beyond);
    }

    private SubjectResult Result(FactBatch block, ClauseColumns[] columns, int subject, ClauseResult[] clauses)
    {
        for (var c = 0; c < _clauses.Length; c++)
            clauses[c] = _clauses[c].Runner?.Results.Alone(block, columns[c], subject) ?? Interpreted(block, subject, _clauses[c].Clause);
        var competing = new List<int>();
        foreach (var rivalry in _rivalries)
            rivalry.AddCompeting(block.Columns, columns, subject, competing);
        if (competing.Count == 0)
            return Assemble(block, subject, clauses, _allTotals.Sum(clauses), policy => _policyTotals[policy].Sum(clauses));
        competing.Sort();
        var settlement = new CompetitionResolver(block.Facts[subject], _program, _context,
            [.. competing.Select(index => Evaluated(block, columns, subject, index, clauses[index]))]);
        for (var i = 0; i < competing.Count; i++)
            clauses[competing[i]] = settlement.Results[i];
        if (!settlement.HasGroups)
            return Assemble(block, subject, clauses, _allTotals.Sum(clauses), policy => _policyTotals[policy].Sum(clauses));
        var (all, byPolicy) = settlement.Totals(_program, clauses.Zip(_clauses, static (result, slot) => (slot.Policy, result)));
        return Assemble(block, subject, clauses, all, policy => byPolicy[policy]);
    }

    private EvaluatedClause Evaluated(FactBatch block, ClauseColumns[] columns, int subject, int index, ClauseResult alone) =>
        _clauses[index].Runner is { } runner ? runner.Results.Evaluated(runner, alone, block, columns[index], subject)
        : throw new InvalidOperationException("A clause that competes is not in the columns.");

    private ClauseResult Interpreted(FactBatch block, int subject, IrClause clause)
    {
        var scope = EvaluationScope.Everything with { Clauses = [clause] };
        return _interpreter.Evaluate(block.Facts[subject], scope, null).Policies.SelectMany(static policy => policy.Clauses).Single() with
        {
            Notes = []
        };
    }

    private SubjectResult Assemble(FactBatch block, int subject, ClauseResult[] clauses, Totals all, Func<int, Totals> totalsOf)
    {
        var policies = ImmutableArray.CreateBuilder<PolicyResult>(_byPolicy.Length);
        for (var p = 0; p < _byPolicy.Length; p++)
        {
            var results = ImmutableArray.CreateBuilder<ClauseResult>(_byPolicy[p].Length);
            foreach (var index in _byPolicy[p])
                results.Add(clauses[index]);
            policies.Add(new(_program.Policies[p], results.MoveToImmutable(), totalsOf(p)));
        }
        return new(block.Facts[subject].Key, _context.AsOf, _context.Year, policies.MoveToImmutable(), all, []);
    }

    /// <summary>A clause with its runner; null where the interpreter computes it.</summary>
    private sealed record ClauseSlot(IrPolicy Policy, IrClause Clause, ClauseRunner? Runner);
}
