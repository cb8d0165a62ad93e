// A clause computed at places of an axis, each once; and the numbers that it compared there.
using System.Collections.Immutable;
using Dsl.Evaluation.Examples;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.LanguageServer.Features.TryOut;
using Dsl.Values.Exact;
using Dsl.Verification.Boundaries;

namespace Dsl.LanguageServer.Features.Curves;

/// <summary>
/// Which two numbers were compared: a pair of the clause in a row, a cap of the subject, or what was approved for a row with its ceiling.
/// </summary>
/// <param name="Pair">The pair; null for a cap.</param>
/// <param name="Cap">单位上限, 累计上限 or 最高; empty for a pair.</param>
/// <param name="Row">The detail and row that they were compared in; empty for the subject.</param>
internal readonly record struct Meeting(ComparedPair? Pair, string Cap, string Row)
{
    public const string SubjectCap = "单位上限", Ceiling = "最高";
}

/// <summary>The result of the clause at a place.</summary>
/// <param name="X">The value of the fact, in its type's own unit.</param>
/// <param name="Amount">The award in yuan.</param>
/// <param name="Numbers">The numbers that were compared and certain.</param>
internal sealed record CurveSample(Rational X, ClauseStatus Status, Bounds Amount,
    IReadOnlyDictionary<Meeting, (Rational Left, Rational Right)> Numbers)
{
    /// <summary>Which side of a meeting it lies on: the sign of left − right; null where it was not compared.</summary>
    public int? SideOf(Meeting meeting) => Numbers.TryGetValue(meeting, out var numbers) ? (numbers.Left - numbers.Right).Sign : null;
}

/// <summary>Samples of a curve; the number of evaluations is limited.</summary>
internal sealed class CurveSamples
{
    private readonly TriedClause _clause;
    private readonly IrExample _case;
    private readonly CurveAxis _axis;
    private readonly ExampleRunner _runner;
    private readonly ImmutableArray<ComparedPair> _pairs;
    private readonly SortedDictionary<Rational, CurveSample> _samples = [];
    private readonly Dictionary<Rational, CurveSample> _aside = [];
    private readonly CancellationToken _cancellation;
    private int _left;

    /// <param name="example">The case; the fact of the axis is replaced.</param>
    /// <param name="most">How many evaluations there may be.</param>
    /// <param name="cancellation">Stops the work.</param>
    public CurveSamples(TriedClause clause, IrExample example, CurveAxis axis, int most, CancellationToken cancellation)
    {
        (_clause, _case, _axis, _left, _cancellation) = (clause, example, axis, most, cancellation);
        _runner = new(clause.Program, cancellation);
        _pairs = [.. ComparedPair.In(Roots(clause))];
    }

    /// <summary>The samples that were kept, ascending.</summary>
    public ImmutableArray<CurveSample> All => [.. _samples.Values];

    /// <summary>Whether evaluations are left.</summary>
    public bool HasMore => _left > 0;

    /// <summary>The sample of a place, kept; null where no evaluation is left.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public CurveSample? At(Rational x)
    {
        if (!_samples.TryGetValue(x, out var known) && Aside(x) is { } made)
            known = _samples[x] = made;
        return known;
    }

    /// <summary>The sample of a place that is not drawn; null where no evaluation is left.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public CurveSample? Aside(Rational x)
    {
        if (_samples.TryGetValue(x, out var known) || _aside.TryGetValue(x, out known))
            return known;
        _cancellation.ThrowIfCancellationRequested();
        return _left-- > 0 ? _aside[x] = Evaluate(x) : null;
    }

    private CurveSample Evaluate(Rational x)
    {
        var example = _axis.Set(_case, x);
        var result = _runner.Trace(_clause.Policy, example);
        var numbers = new Dictionary<Meeting, (Rational, Rational)>();
        if (result is not { Clause: { } clause, Trace: { } trace })
            return new(x, ClauseStatus.NotEligible, Bounds.Exactly(0), numbers);
        foreach (var pair in _pairs)
        {
            foreach (var (frame, left, right) in pair.KnownIn(trace))
                numbers[new(pair, "", RowOf(frame))] = (left, right);
        }
        foreach (var (name, before, limit) in trace.CapsOf(_clause.Policy, _clause.Clause))
        {
            if (ComparedPair.Number(before) is { } sum && ComparedPair.Number(limit) is { } cap)
                numbers[new(null, name, "")] = (sum, cap);
        }
        AddCeilings(example, trace, numbers);
        return new(x, clause.Status, clause.Award, numbers);
    }

    /// <summary>What was approved, beside the ceiling that it is cut to.</summary>
    private void AddCeilings(IrExample example, EvaluationTrace trace, Dictionary<Meeting, (Rational, Rational)> numbers)
    {
        if (_clause.Clause.Award is not IrApproval { Ceiling: { } ceiling } || example.Facts.Approvals.IsEmpty)
            return;
        var records = new ClauseRecords(example.Facts, _clause.Policy, _clause.Clause,
            example.Year ?? (example.AsOf ?? _clause.Policy.EffectiveDate).Year);
        foreach (var (frame, node, value) in trace.Values)
        {
            if (ReferenceEquals(node, ceiling) && ComparedPair.Number(value) is { } most
                && records.Approved(_clause.Clause.PerRow is null ? null : frame.Row?.Key) is { } approved)
                numbers[new(null, Meeting.Ceiling, RowOf(frame))] = (approved, most);
        }
    }

    private static string RowOf(Frame frame) => frame.Detail is { } detail ? $"{detail.Name} {frame.Row?.Key}" : "";

    private static IEnumerable<IrExpression> Roots(TriedClause tried)
    {
        var clause = tried.Clause;
        var gates = tried.Policy.ProceduresOf(clause)
            .SelectMany(static gate => gate.Steps.Select(static step => step.Expression).Append(gate.Applies));
        return clause.Conditions.Select(static condition => condition.Expression)
            .Concat(clause.Amounts).Concat(gates.Prepend(clause.Frequency.Anchor).OfType<IrExpression>());
    }
}
