// Adds subjects one by one to a comparison, and keeps those that gain and lose most.
using System.Collections.Immutable;
using Dsl.Batch.Results;
using Dsl.Diff;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Batch.Comparing;

/// <summary>The steps of one comparison over a registry.</summary>
internal sealed class ComparisonWork
{
    private readonly EvaluationContext _context;
    private readonly RunSummary _old;
    private readonly RunSummary _new;
    private readonly ImmutableArray<ClauseTally> _tallies;
    private readonly ExampleMaker _examples;
    private readonly long[] _subjects = new long[Enum.GetValues<SubjectChange>().Length];
    private readonly TopList _gains;
    private readonly TopList _losses;
    private IrSubject? _kind;
    private (ClauseTally Clause, int? Old, int? New)[] _clauses = [];
    private long _onlyOld, _onlyNew;

    public ComparisonWork(
        IrProgram old, IrProgram @new, ImmutableArray<ClausePair> clauses, RegistryComparisonOptions options, EvaluationContext oldContext,
        EvaluationContext newContext)
    {
        (_context, _old, _new) = (options.Context, new(old), new(@new));
        var byClause = _old.Clauses.Concat(_new.Clauses).ToDictionary(static summary => summary.Clause);
        ClauseSummary? Of(IrClause? clause) => clause is null ? null : byClause.GetValueOrDefault(clause);
        _tallies = [.. clauses.Where(pair => Of(pair.Old) is not null || Of(pair.New) is not null)
            .Select(pair => new ClauseTally(pair, Of(pair.Old), Of(pair.New)))];
        _examples = new(new Interpreter(old, oldContext), new Interpreter(@new, newContext), clauses);
        (_gains, _losses) = (new(options.Examples), new(options.Examples));
    }

    /// <summary>Adds a subject; one side is null where only the other version reads it.</summary>
    public void Add(EvaluatedSubject? old, EvaluatedSubject? @new)
    {
        if (old is not null)
            _old.Add(old.Facts, old.Result);
        if (@new is not null)
            _new.Add(@new.Facts, @new.Result);
        if (old is null)
            _onlyNew++;
        else if (@new is null)
            _onlyOld++;
        else
            Compare(old, @new);
    }

    /// <summary>The comparison of what was added.</summary>
    /// <param name="old">The registry as the old version read it, to its end.</param>
    /// <param name="new">The registry as the new version read it, to its end.</param>
    public RegistryComparison Finish(SubjectStream old, SubjectStream @new) => new()
    {
        Context = _context,
        Old = _old,
        New = _new,
        Clauses = [.. _tallies.Select(static tally => tally.Comparison())],
        Subjects = [.. _subjects],
        OnlyOld = _onlyOld,
        OnlyNew = _onlyNew,
        OldRejectedRows = old.RejectedRows,
        NewRejectedRows = @new.RejectedRows,
        AbsentColumns = [.. old.AbsentColumns.Union(@new.AbsentColumns).Order(StringComparer.Ordinal)],
        Gains = [.. _gains.Subjects.Select(pair => _examples.Make(pair.Old, pair.New))],
        Losses = [.. _losses.Subjects.Select(pair => _examples.Make(pair.Old, pair.New))],
    };

    private void Compare(EvaluatedSubject old, EvaluatedSubject @new)
    {
        var differs = CompareClauses(old, @new);
        var (before, after) = (old.Result.Totals, @new.Result.Totals);
        var certain = (after.Amount.Low ?? 0) - (before.Amount.Low ?? 0);
        var most = after.Unbounded != before.Unbounded
            ? after.Unbounded.CompareTo(before.Unbounded)
            : (after.Amount.High ?? 0).CompareTo(before.Amount.High ?? 0);
        var change = certain.Sign > 0 ? SubjectChange.Gains : certain.Sign < 0 ? SubjectChange.Loses
            : most > 0 ? SubjectChange.MayGain : most < 0 ? SubjectChange.MayLose
            : differs ? SubjectChange.Shifts : SubjectChange.Same;
        _subjects[(int)change]++;
        var possible = (after.Amount.High ?? 0) - (before.Amount.High ?? 0);
        if (change is SubjectChange.Gains or SubjectChange.MayGain)
            _gains.Add(new(certain, after.Unbounded - before.Unbounded, possible), old, @new);
        else if (change is SubjectChange.Loses or SubjectChange.MayLose)
            _losses.Add(new(-certain, before.Unbounded - after.Unbounded, -possible), old, @new);
    }

    private bool CompareClauses(EvaluatedSubject old, EvaluatedSubject @new)
    {
        if (!ReferenceEquals(_kind, @new.Facts.Subject))
            (_kind, _clauses) = (@new.Facts.Subject, Layout(old.Result, @new.Result));
        var (before, after) = (Flat(old.Result), Flat(@new.Result));
        var differs = false;
        foreach (var (clause, left, right) in _clauses)
        {
            var (one, other) = (left is { } i ? before[i] : null, right is { } j ? after[j] : null);
            if (Amounts.IsOtherStatus(one, other))
            {
                clause.StatusChanges[(one?.Status, other?.Status)] =
                    clause.StatusChanges.GetValueOrDefault((one?.Status, other?.Status)) + 1;
                differs = true;
            }
            var order = Amounts.Compare(other?.Amount ?? Amounts.Nothing, one?.Amount ?? Amounts.Nothing);
            clause.Gainers += order > 0 ? 1 : 0;
            clause.Losers += order < 0 ? 1 : 0;
            differs |= order != 0;
        }
        return differs;
    }

    // Subjects of one kind have the same clauses in the same order.
    private (ClauseTally Clause, int? Old, int? New)[] Layout(SubjectResult old, SubjectResult @new)
    {
        static Dictionary<IrClause, int> Places(SubjectResult result) =>
            Flat(result).Index().ToDictionary(static entry => entry.Item.Clause, static entry => entry.Index);
        var (before, after) = (Places(old), Places(@new));
        static int? Place(Dictionary<IrClause, int> places, IrClause? clause) =>
            clause is not null && places.TryGetValue(clause, out var place) ? place : null;
        return [.. _tallies.Select(clause => (clause, Place(before, clause.Pair.Old), Place(after, clause.Pair.New)))
            .Where(static entry => entry is not (_, null, null))];
    }

    private static List<ClauseResult> Flat(SubjectResult result)
    {
        var clauses = new List<ClauseResult>();
        foreach (var policy in result.Policies)
            clauses.AddRange(policy.Clauses.AsSpan());
        return clauses;
    }

    /// <summary>A clause while subjects are added.</summary>
    private sealed class ClauseTally(ClausePair pair, ClauseSummary? old, ClauseSummary? @new)
    {
        public ClausePair Pair => pair;

        public long Gainers { get; set; }

        public long Losers { get; set; }

        public Dictionary<(ClauseStatus? Old, ClauseStatus? New), long> StatusChanges { get; } = [];

        public ClauseComparison Comparison() =>
            new(pair, old, @new) { Gainers = Gainers, Losers = Losers, StatusChanges = StatusChanges };
    }

    /// <summary>How much a subject gains or loses: certain, then open ends, then possible.</summary>
    private readonly record struct Size(Rational Certain, int Unbounded, Rational Possible) : IComparable<Size>
    {
        public int CompareTo(Size other) =>
            Certain.CompareTo(other.Certain) is not 0 and var certain ? certain
            : Unbounded.CompareTo(other.Unbounded) is not 0 and var unbounded ? unbounded
            : Possible.CompareTo(other.Possible);
    }

    /// <summary>The largest few; of equal ones those that came first.</summary>
    private sealed class TopList(int count)
    {
        private readonly List<(Size Size, EvaluatedSubject Old, EvaluatedSubject New)> _entries = [];

        public IEnumerable<(EvaluatedSubject Old, EvaluatedSubject New)> Subjects =>
            _entries.Select(static entry => (entry.Old, entry.New));

        public void Add(Size size, EvaluatedSubject old, EvaluatedSubject @new)
        {
            var at = _entries.Count;
            while (at > 0 && _entries[at - 1].Size.CompareTo(size) < 0)
                at--;
            if (at >= count)
                return;
            _entries.Insert(at, (size, old, @new));
            if (_entries.Count > count)
                _entries.RemoveAt(count);
        }
    }
}

/// <summary>Orders amounts.</summary>
internal static class Amounts
{
    public static Bounds Nothing { get; } = Bounds.Exactly(0);

    /// <summary>Whether the status differs. A clause that is not there is as good as one that gives nothing.</summary>
    public static bool IsOtherStatus(ClauseResult? old, ClauseResult? @new) => old is null || @new is null
        ? (old ?? @new)?.Status is not (null or ClauseStatus.NotEligible or ClauseStatus.NotInForce)
        : old.Status != @new.Status;

    /// <summary>By the certain amount, then by the upper bound.</summary>
    public static int Compare(Bounds left, Bounds right)
    {
        var low = (left.Low ?? 0).CompareTo(right.Low ?? 0);
        if (low != 0)
            return low;
        return (left.High, right.High) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            ({ } a, { } b) => a.CompareTo(b),
        };
    }
}
