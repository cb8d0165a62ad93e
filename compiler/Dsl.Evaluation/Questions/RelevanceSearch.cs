// Which open facts matter to a group of clauses: values are tried, alone and together, until one changes something.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Questions;

/// <summary>How a fact stands to a group of clauses.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Clauses">The indexes of the clauses of the group that it can change.</param>
/// <param name="IsProven">Whether a change was seen; else none could be excluded.</param>
internal sealed record RelevantFact(OpenFact Fact, IReadOnlySet<int> Clauses, bool IsProven);

/// <summary>Searches one group. For one thread.</summary>
internal sealed class RelevanceSearch(
    ClauseGroup group, OpenFacts open, AdmissibleValues values, Interpreter interpreter, Func<IrClause, bool> isWatched)
{
    // All combinations are tried where there are at most so many, else so many of them, picked over the whole range.
    private const int MostCombinations = 300, Trials = 20, Unknown = -1;

    // Of a detail by year, rows of so many years before the application year are tried.
    private const int YearsBack = 4;

    private static readonly Rational MuchMoney = 1_000_000_000_000;

    private readonly List<RelevantFact> _found = [];
    private int _effort;

    /// <summary>How the group stands with all that is open unknown.</summary>
    public GroupOutcome Now { get; private set; } = new([], static _ => false);

    /// <summary>How many evaluations were needed.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The relevant facts.</summary>
    /// <param name="effort">How many evaluations there may be; the first pass, a value after the other, counts but does not stop.</param>
    public IReadOnlyList<RelevantFact> Find(int effort)
    {
        _effort = effort;
        Now = With(open.Facts);
        var candidates = Candidates();
        var (facts, alternatives) = (candidates.Keys.ToList(), candidates.Keys.Select(Alternatives).ToList());
        var left = candidates.ToList();
        left.RemoveAll(candidate => IsSeenIn(open.Facts, candidate, Now, alternatives[facts.IndexOf(candidate.Key)]));
        // Most of what changes nothing alone does where nothing refuses: first with what is left unknown, then with nothing unknown.
        var unsettled = left.Select(static candidate => candidate.Key)
            .Where(static fact => fact is not { Field: null, Detail.IsBuiltIn: true }).ToHashSet();
        int Settled(int i, Func<int> choice) => unsettled.Contains(facts[i]) ? choice() : Favourable(facts[i], alternatives[i].Length);
        TryAmong(facts, alternatives, left, i => Settled(i, static () => Unknown));
        TryAmong(facts, alternatives, left, i => Favourable(facts[i], alternatives[i].Length));
        for (var trial = 0; trial < Trials && left.Count > 0; trial++)
        {
            var picked = trial;
            TryAmong(facts, alternatives, left, i => Settled(i, () => Pick(picked, i, alternatives[i].Length)));
        }
        if (left.Count == 0)
            return _found;
        var size = alternatives.Aggregate(1L, static (product, some) => Math.Min(product * (some.Length + 1), int.MaxValue));
        if (size <= Math.Min(MostCombinations, effort - Evaluations)
            && facts.TrueForAll(fact => fact.Field is { } field && values.AreAll(field)))
        {
            TryAll(facts, alternatives, left);
            return _found;
        }
        TrySome(facts, alternatives, left);
        _found.AddRange(left.Select(static candidate => new RelevantFact(candidate.Key, candidate.Value, IsProven: false)));
        return _found;
    }

    /// <summary>What the clauses can depend on, with the clauses that can.</summary>
    private Dictionary<OpenFact, HashSet<int>> Candidates()
    {
        var candidates = new Dictionary<OpenFact, HashSet<int>>(ReferenceEqualityComparer.Instance);
        foreach (var (index, unknowns) in Now.Unknowns(new(interpreter.Context)).Index())
        {
            foreach (var fact in open.In(unknowns))
                Add(fact, index);
        }
        if (group.OutsideItem is not null && Now.WaitsForOutsiders)
        {
            foreach (var fact in open.All.Where(static fact => fact.Detail is { IsBuiltIn: true }))
                Add(fact, 0);
        }
        return candidates;

        void Add(OpenFact fact, int clause)
        {
            if (!candidates.TryGetValue(fact, out var clauses))
                candidates.Add(fact, clauses = []);
            clauses.Add(clause);
        }
    }

    /// <summary>The value with which least is refused: the last, but no support under other policies.</summary>
    private static int Favourable(OpenFact fact, int count) => fact is { Field: null, Detail.IsBuiltIn: true } ? 0 : count - 1;

    /// <summary>Tries what is left with the others as they are chosen.</summary>
    private void TryAmong(List<OpenFact> facts, List<Func<SubjectFacts, SubjectFacts>[]> alternatives,
        List<KeyValuePair<OpenFact, HashSet<int>>> left, Func<int, int> choice) =>
        left.RemoveAll(candidate => Evaluations < _effort && IsSeenAmong(facts, alternatives, candidate, choice));

    /// <summary>Whether a fact changes something where the others are known as they are chosen.</summary>
    private bool IsSeenAmong(List<OpenFact> facts, List<Func<SubjectFacts, SubjectFacts>[]> alternatives,
        KeyValuePair<OpenFact, HashSet<int>> candidate, Func<int, int> choice)
    {
        var (own, subject) = (facts.IndexOf(candidate.Key), open.Facts);
        for (var i = 0; i < facts.Count; i++)
            subject = i != own && choice(i) is >= 0 and var chosen ? alternatives[i][chosen](subject) : subject;
        return IsSeenIn(subject, candidate, With(subject), alternatives[own]);
    }

    private bool IsSeenIn(SubjectFacts subject, KeyValuePair<OpenFact, HashSet<int>> candidate, GroupOutcome before,
        Func<SubjectFacts, SubjectFacts>[] alternatives) =>
        alternatives.Any(change => IsSeen(candidate.Key, candidate.Value, before, With(change(subject))));

    /// <summary>Every fact with each of its values and unknown, in every combination: what changes nothing then changes nothing.</summary>
    private void TryAll(List<OpenFact> facts, List<Func<SubjectFacts, SubjectFacts>[]> alternatives,
        List<KeyValuePair<OpenFact, HashSet<int>>> left)
    {
        var strides = new int[facts.Count];
        var size = 1;
        for (var i = 0; i < facts.Count; size *= alternatives[i].Length + 1, i++)
            strides[i] = size;
        int Digit(int number, int i) => number / strides[i] % (alternatives[i].Length + 1);
        var outcomes = new GroupOutcome[size];
        for (var number = 0; number < size; number++)
        {
            var subject = open.Facts;
            for (var i = 0; i < facts.Count; i++)
                subject = Digit(number, i) is > 0 and var digit ? alternatives[i][digit - 1](subject) : subject;
            outcomes[number] = number == 0 ? Now : With(subject);
        }
        foreach (var (fact, clauses) in left)
        {
            var i = facts.IndexOf(fact);
            for (var number = 0; number < size; number++)
            {
                if (Digit(number, i) > 0 && IsSeen(fact, clauses, outcomes[number - Digit(number, i) * strides[i]], outcomes[number]))
                    break;
            }
        }
    }

    /// <summary>Some combinations of the other facts, known and unknown.</summary>
    private void TrySome(List<OpenFact> facts, List<Func<SubjectFacts, SubjectFacts>[]> alternatives,
        List<KeyValuePair<OpenFact, HashSet<int>>> left)
    {
        for (var trial = 0; trial < Trials && left.Count > 0 && Evaluations < _effort; trial++)
        {
            var picked = trial;
            TryAmong(facts, alternatives, left, i => Pick(picked, i, alternatives[i].Length));
        }
    }

    /// <summary>Which value a fact has in a trial, the same at every call; every other one is unknown.</summary>
    private static int Pick(int trial, int fact, int count)
    {
        var mixed = unchecked((uint)(trial * 73_856_093) ^ (uint)((fact + 1) * 19_349_663)) * 2_654_435_761U;
        return count == 0 || (mixed >> 30) % 2 == 0 ? Unknown : (int)((mixed >> 8) % (uint)count);
    }

    private bool IsSeen(OpenFact fact, HashSet<int> clauses, GroupOutcome before, GroupOutcome after)
    {
        if (before.Says(after))
            return false;
        clauses.UnionWith(before.Differences(after));
        _found.Add(new(fact, clauses, IsProven: true));
        return true;
    }

    private GroupOutcome With(SubjectFacts facts)
    {
        Evaluations++;
        return new(interpreter.Works(facts, group.Clauses), isWatched);
    }

    /// <summary>The ways in which a fact can become known.</summary>
    private Func<SubjectFacts, SubjectFacts>[] Alternatives(OpenFact fact) => fact switch
    {
        { Field: { } field, Detail: { IsBuiltIn: true } } when field.Type is not Dsl.Values.Types.QuantityType =>
            [.. new[] { "", group.OutsideItem ?? "" }.Select(text => Setting(fact, TextValue.Of(text)))],
        { Field: { } field } => [.. values.Of(field).Select(value => Setting(fact, value))],
        { Detail: { IsBuiltIn: true } support } => [Rows(support, []), .. OutsideRows(support)],
        { Detail: { } detail } => [Rows(detail, []), .. RowsOf(detail)],
        _ => [],
    };

    private static Func<SubjectFacts, SubjectFacts> Setting(OpenFact fact, Value value) => facts => fact.With(facts, value);

    private static Func<SubjectFacts, SubjectFacts> Rows(IrDetail detail, ImmutableArray<RowFacts> rows) =>
        facts => OpenFact.With(facts, detail, rows);

    /// <summary>One row of which nothing is known, and rows of which everything is.</summary>
    private IEnumerable<Func<SubjectFacts, SubjectFacts>> RowsOf(IrDetail detail)
    {
        if (detail is { IsByYear: true, Key: { } year })
        {
            yield return Rows(detail, Years(detail, year, static (field, _) => field.Default));
            for (var last = 2; last >= 1; last--)
            {
                var nth = last;
                yield return Rows(detail, Years(detail, year, (field, isNow) => values.Of(field) is { IsEmpty: false } some
                    ? some[^Math.Min(isNow ? nth : 3 - nth, some.Length)] : null));
            }
            yield break;
        }
        RowFacts Row(Func<IrField, Value?> value) =>
            new("1", [.. detail.Fields.Select(field => field == detail.Key ? TextValue.Of("1") : value(field))]);
        yield return Rows(detail, [Row(static field => field.Default)]);
        for (var last = 2; last >= 1; last--)
        {
            var nth = last;
            yield return Rows(detail,
                [Row(field => values.Of(field) is { IsEmpty: false } some ? some[^Math.Min(nth, some.Length)] : null)]);
        }
    }

    /// <summary>A row for the application year and for each of some years before.</summary>
    private ImmutableArray<RowFacts> Years(IrDetail detail, IrField key, Func<IrField, bool, Value?> value)
    {
        var now = interpreter.Context.Year;
        return
        [
            .. Enumerable.Range(now - YearsBack, YearsBack + 1).Select(year => new RowFacts($"{year}",
                [.. detail.Fields.Select(field => field == key ? NumberValue.Of(year) : value(field, year == now))])),
        ];
    }

    /// <summary>Support for the 事项 as a whole, and for each row that is known.</summary>
    private IEnumerable<Func<SubjectFacts, SubjectFacts>> OutsideRows(IrDetail support)
    {
        var keys = group.Clauses.Select(static pair => pair.Clause.PerRow).OfType<IrDetail>().Distinct()
            .SelectMany(detail => open.Facts.Details[detail.Ordinal] ?? []).Select(static row => row.Key).Take(3);
        foreach (var key in keys.Prepend(null))
        {
            yield return Rows(support,
            [
                new("1", [TextValue.Of("1"), TextValue.Of(group.OutsideItem ?? ""), key is null ? null : TextValue.Of(key), null,
                    NumberValue.Of(MuchMoney)]),
            ]);
        }
    }
}
