// The sums of a run: totals, and per clause, level, department and status. Sums are exact, so that the order of adding does not matter.
using System.Numerics;
using Dsl.Facts.Results;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Batch.Results;

/// <summary>A sum of bounds: lower ends, the upper ends that exist, and how many have none.</summary>
public sealed class AmountSum
{
    /// <summary>金额.</summary>
    public Rational Low { get; private set; }

    /// <summary>最高, over those that have one.</summary>
    public Rational High { get; private set; }

    /// <summary>不封顶: how many have no upper bound.</summary>
    public long Unbounded { get; private set; }

    public void Add(Bounds amount)
    {
        if (amount is { Low.IsZero: true, High.IsZero: true })
            return;
        Low += amount.Low ?? 0;
        High += amount.High ?? 0;
        Unbounded += amount.High is null ? 1 : 0;
    }

    /// <summary>Adds the total of a subject, whose upper end leaves out what has no bound.</summary>
    public void Add(Totals totals)
    {
        Low += totals.Amount.Low ?? 0;
        High += totals.Amount.High ?? 0;
        Unbounded += totals.Unbounded;
    }

    /// <summary>Adds fen.</summary>
    public void AddFen(Int128 low, Int128 high, long unbounded) => Add(AmountColumns.Yuan(low), AmountColumns.Yuan(high), unbounded);

    /// <summary>Adds another sum.</summary>
    public void Add(AmountSum other) => Add(other.Low, other.High, other.Unbounded);

    /// <summary>The same, with what the other one comes to.</summary>
    public void Add(Rational low, Rational high, long unbounded)
    {
        Low += low;
        High += high;
        Unbounded += unbounded;
    }
}

/// <summary>The results of a clause over all subjects.</summary>
public sealed class ClauseSummary(IrPolicy policy, IrClause clause)
{
    private readonly SortedDictionary<string, long> _missing = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _awaited = new(StringComparer.Ordinal);

    // Many subjects share one set of missing things: its names are looked at once.
    private readonly Dictionary<Unknowns, long> _unnamed = new(ReferenceEqualityComparer.Instance);

    public IrPolicy Policy { get; } = policy;

    public IrClause Clause { get; } = clause;

    /// <summary>The sum of the awards, also of a clause that does not count in totals.</summary>
    public AmountSum Amount { get; } = new();

    /// <summary>How many subjects have which status, by <see cref="ClauseStatus"/>.</summary>
    public long[] Statuses { get; } = new long[Enum.GetValues<ClauseStatus>().Length];

    /// <summary>How many subjects fail which condition, by index in <see cref="IrClause.Conditions"/>.</summary>
    public long[] Failed { get; } = new long[clause.Conditions.Length];

    /// <summary>How many subjects wait for which missing data.</summary>
    public SortedDictionary<string, long> Missing => Named(_missing);

    /// <summary>How many subjects wait for which decision.</summary>
    public SortedDictionary<string, long> Awaited => Named(_awaited);

    /// <summary>Sum of 兑现记录 of the application year.</summary>
    public Rational PaidThisYear { get; internal set; }

    /// <summary>Whether the clause has a part in totals, of however many subjects.</summary>
    public bool CountsInTotals => Clause.CountsInTotals;

    internal void Add(ClauseResult result)
    {
        Amount.Add(result.Amount);
        Statuses[(int)result.Status]++;
        foreach (var index in result.FailedConditions)
            Failed[index]++;
        if (!result.Unknowns.IsNone)
            _unnamed[result.Unknowns] = _unnamed.GetValueOrDefault(result.Unknowns) + 1;
        if (result.PaidThisYear is { } paid)
            PaidThisYear += paid;
    }

    /// <summary>Adds the subjects of a column.</summary>
    internal void Add(ResultBatch results, ClauseColumn column)
    {
        var (amounts, low, high, unbounded) = (column.Amounts, Int128.Zero, Int128.Zero, 0L);
        for (var subject = 0; subject < results.Facts.Length; subject++)
        {
            if (!results.IsInColumns(subject))
                continue;
            if (column.Objects.Count > 0 && column.Objects.TryGetValue(subject, out var result))
            {
                Add(result);
                continue;
            }
            Statuses[amounts.Status[subject]]++;
            for (var failed = column.Failed[subject]; failed != 0; failed &= failed - 1)
                Failed[BitOperations.TrailingZeroCount(failed)]++;
            low += amounts.Low[subject];
            if (amounts.High[subject] == AmountColumns.Unbounded)
                unbounded++;
            else
                high += amounts.High[subject];
            if (amounts.Unknowns[subject] is { } unknowns)
                _unnamed[unknowns] = _unnamed.GetValueOrDefault(unknowns) + 1;
        }
        Amount.AddFen(low, high, unbounded);
    }

    // Several rows of one subject that miss the same fact count once.
    private SortedDictionary<string, long> Named(SortedDictionary<string, long> wanted)
    {
        foreach (var (unknowns, count) in _unnamed)
        {
            foreach (var (name, awaitsDecision) in unknowns.Items.Select(static item => (UnknownText.WithoutRow(item), item.AwaitsDecision))
                .Distinct())
            {
                var counts = awaitsDecision ? _awaited : _missing;
                counts[name] = counts.GetValueOrDefault(name) + count;
            }
        }
        _unnamed.Clear();
        return wanted;
    }

    internal void Add(ClauseSummary other)
    {
        Amount.Add(other.Amount);
        AddCounts(Statuses, other.Statuses);
        AddCounts(Failed, other.Failed);
        foreach (var (name, count) in other.Missing)
            Missing[name] = Missing.GetValueOrDefault(name) + count;
        foreach (var (name, count) in other.Awaited)
            Awaited[name] = Awaited.GetValueOrDefault(name) + count;
        PaidThisYear += other.PaidThisYear;
    }

    private static void AddCounts(long[] to, long[] from)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += from[i];
    }
}

/// <summary>The sums of a run.</summary>
public sealed class RunSummary
{
    private readonly Dictionary<IrClause, ClauseSummary> _byClause = [];
    private IrSubject? _kind;
    private ClauseSummary[] _ofKind = [];
    private readonly TotalColumns _totals;

    /// <summary>A summary of nothing yet.</summary>
    public RunSummary(IrProgram program)
    {
        foreach (var policy in program.Policies)
        {
            foreach (var clause in policy.Clauses.Where(static clause => clause.Kind != ClauseKind.Declaratory))
                _byClause.Add(clause, new(policy, clause));
        }
        Clauses = [.. _byClause.Values];
        _totals = new(this);
    }

    /// <summary>Per clause, in the order of the policies.</summary>
    public IReadOnlyList<ClauseSummary> Clauses { get; }

    /// <summary>How many subjects were evaluated, by kind.</summary>
    public SortedDictionary<string, long> Subjects { get; } = new(StringComparer.Ordinal);

    /// <summary>How many of them have a detail with a rejected row.</summary>
    public long MarkedSubjects { get; internal set; }

    /// <summary>How many subjects get something certain.</summary>
    public long PaidSubjects { get; internal set; }

    /// <summary>The total; a competing group counts once, 落实 of an evaluated clause and other forms not at all.</summary>
    public AmountSum Total { get; } = new();

    public SortedDictionary<string, AmountSum> Levels { get; } = new(StringComparer.Ordinal);

    /// <summary>By 形式.</summary>
    public SortedDictionary<string, AmountSum> Forms { get; } = new(StringComparer.Ordinal);

    /// <summary>How many subjects in all.</summary>
    public long SubjectCount => Subjects.Values.Sum();

    /// <summary>How many results (subject × clause) have which status.</summary>
    public long CountOf(ClauseStatus status) => Clauses.Sum(clause => clause.Statuses[(int)status]);

    /// <summary>
    /// By department (牵头): the sum of its clauses that count in totals. Clauses with several count under all of them together.
    /// </summary>
    public SortedDictionary<string, AmountSum> Departments()
    {
        var departments = new SortedDictionary<string, AmountSum>(StringComparer.Ordinal);
        foreach (var clause in Clauses
            .Where(static clause => clause.CountsInTotals && clause.Clause is { Kind: ClauseKind.Award, Form.Length: 0 }))
        {
            var name = clause.Clause.LegalBasis.Lead.IsEmpty ? "（未写明）" : string.Join('、', clause.Clause.LegalBasis.Lead);
            Of(departments, name).Add(clause.Amount);
        }
        return departments;
    }

    /// <summary>Adds subjects of one kind.</summary>
    public void Add(ResultBatch results)
    {
        for (var i = 0; i < results.Facts.Length; i++)
        {
            if (results.IsInColumns(i))
                Count(results.Facts[i]);
            else
                Add(results.Facts[i], results.ResultOf(i));
        }
        foreach (var column in results.Clauses)
            _byClause[column.Clause].Add(results, column);
        _totals.Add(results);
    }

    public void Add(SubjectFacts facts, SubjectResult result)
    {
        Count(facts);
        AddTotals(result.Totals);
        AddClauses(facts.Subject, result);
    }

    private void Count(SubjectFacts facts)
    {
        Subjects[facts.Subject.Name] = Subjects.GetValueOrDefault(facts.Subject.Name) + 1;
        MarkedSubjects += facts.DamagedDetails.IsEmpty ? 0 : 1;
    }

    /// <summary>Adds the totals of a subject.</summary>
    internal void AddTotals(Totals totals)
    {
        PaidSubjects += totals.Amount.Low is { Sign: > 0 } ? 1 : 0;
        Total.Add(totals);
        foreach (var level in totals.Levels)
            Of(Levels, level.Level).Add(level.Amount);
        foreach (var form in totals.Forms)
            Of(Forms, form.Level).Add(form.Amount);
    }

    // Subjects of one kind have the same clauses in the same order: which summary is whose is looked up for the first of them.
    private void AddClauses(IrSubject kind, SubjectResult result)
    {
        if (!ReferenceEquals(kind, _kind))
            (_kind, _ofKind) =
                (kind, [.. result.Policies.SelectMany(static policy => policy.Clauses).Select(clause => _byClause[clause.Clause])]);
        var index = 0;
        foreach (var policy in result.Policies)
        {
            foreach (var clause in policy.Clauses)
                _ofKind[index++].Add(clause);
        }
    }

    /// <summary>Adds another summary of the same program.</summary>
    public void Add(RunSummary other)
    {
        foreach (var (kind, count) in other.Subjects)
            Subjects[kind] = Subjects.GetValueOrDefault(kind) + count;
        MarkedSubjects += other.MarkedSubjects;
        PaidSubjects += other.PaidSubjects;
        Total.Add(other.Total);
        foreach (var (level, sum) in other.Levels)
            Of(Levels, level).Add(sum);
        foreach (var (form, sum) in other.Forms)
            Of(Forms, form).Add(sum);
        for (var i = 0; i < Clauses.Count; i++)
            Clauses[i].Add(other.Clauses[i]);
    }

    /// <summary>The sum of a name, which is there from now on.</summary>
    internal static AmountSum Of(SortedDictionary<string, AmountSum> sums, string name)
    {
        if (!sums.TryGetValue(name, out var sum))
            sums.Add(name, sum = new());
        return sum;
    }
}
