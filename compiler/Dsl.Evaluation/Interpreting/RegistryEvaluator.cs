// 目标, 资金池 and 义务: what needs the whole registry, accumulated in one pass over the subjects.
using System.Collections.Frozen;
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Interpreting;

/// <summary>
/// Adds subjects (for 目标) and their results (for 资金池) one by one, then reports targets, pools and duties. An external
/// indicator is a parameter of the context under the name <see cref="IndicatorName"/>. Sums are exact, so the order of the subjects does
/// not matter. One instance is for one thread.
/// </summary>
public sealed class RegistryEvaluator
{
    private readonly IrProgram _program;
    private readonly EvaluationContext _context;
    private readonly ExpressionEvaluator _evaluator;
    private readonly List<(IrPolicy Policy, IrAggregate Node, AggregateAccumulator Rows)> _aggregates;
    private readonly List<(IrPolicy Policy, IrPool Pool, TotalsBuilder Drawn)> _pools;

    /// <summary>Nothing added yet.</summary>
    public RegistryEvaluator(IrProgram program, EvaluationContext context)
    {
        (_program, _context, _evaluator) = (program, context, new ExpressionEvaluator(context));
        _aggregates = [.. program.Policies.SelectMany(policy => policy.Targets.SelectMany(Expressions).SelectMany(OutermostAggregates)
            .Distinct().Select(node => (policy, node, AggregateAccumulator.Create(node.Kind, node.Origin.Text))))];
        _pools = [.. program.Policies.SelectMany(policy => policy.Pools.Select(pool => (policy, pool, new TotalsBuilder())))];
    }

    /// <summary>
    /// The name under which the value of an external indicator is an input: 渝中府办〔2021〕13号 目标 8,
    /// followed by 中心城区 for a part.
    /// </summary>
    public static string IndicatorName(IrPolicy policy, IrTarget target, IrTargetPart? part = null) =>
        IrTarget.InputName(policy.Number, target.LegalBasis.Number, part?.Text);

    /// <summary>Adds a subject to the figures of targets.</summary>
    /// <param name="facts">The subject's facts.</param>
    /// <param name="times">How many subjects of the same facts there are.</param>
    public void Add(SubjectFacts facts, long times = 1)
    {
        foreach (var (policy, node, rows) in _aggregates)
            _evaluator.AddRows(node, Frame.OfRegistrySubject(policy, facts), rows, times);
    }

    /// <summary>Adds what a subject draws on pools: the clauses that a pool names, a competing group once.</summary>
    public void Add(SubjectResult result)
    {
        var all = result.Policies.SelectMany(static policy => policy.Clauses.Select(clause => (policy.Policy, Clause: clause)))
            .Where(static entry => entry.Clause.CountsInTotals).ToList();
        foreach (var (policy, pool, drawn) in _pools)
        {
            var inPool = all.Where(entry => ReferenceEquals(entry.Policy, policy) && pool.Clauses.Contains(entry.Clause.Clause.Number))
                .Select(static entry => entry.Clause).ToList();
            foreach (var clause in inPool.Where(static clause => clause.Group is null))
                Draw(drawn, clause);
            foreach (var members in inPool.Where(static clause => clause.Group is not null)
                .GroupBy(static clause => clause.Group, ReferenceEqualityComparer.Instance))
                drawn.Add(OfGroup(members.ToList(), all.Count(entry => ReferenceEquals(entry.Clause.Group, members.Key))), "", []);
        }
    }

    /// <summary>Adds what subjects draw on pools.</summary>
    public void Add(ResultBatch results)
    {
        if (_pools.Count == 0)
            return;
        var columns = _pools.ConvertAll(entry => results.Clauses.Where(column =>
            ReferenceEquals(column.Policy, entry.Policy) && entry.Pool.Clauses.Contains(column.Clause.Number)).ToList());
        for (var subject = 0; subject < results.Facts.Length; subject++)
        {
            // Clauses that are open against one another count once.
            if (!results.IsInColumns(subject) || !results.IsSum(subject))
            {
                Add(results.ResultOf(subject));
                continue;
            }
            for (var i = 0; i < _pools.Count; i++)
            {
                foreach (var column in columns[i])
                {
                    if (column.Objects.TryGetValue(subject, out var result))
                        Draw(_pools[i].Drawn, result);
                    else if (column.Clause.CountsInTotals && column.Amounts.High[subject] != 0)
                        _pools[i].Drawn.Add(column.Amounts.YuanAt(subject), "", []);
                }
            }
        }
    }

    private static void Draw(TotalsBuilder drawn, ClauseResult result)
    {
        if (result.CountsInTotals)
            drawn.Add(result.Amount, "", []);
    }

    // Members that draw on other funds may win: then the pool pays nothing. 合计上限 may leave less than the group would come to.
    private static Bounds OfGroup(List<ClauseResult> members, int sizeOfGroup) =>
        members.Count == sizeOfGroup && members[0].Group is { } group && !members.Exists(static member => member.IsCutTogether)
            ? group.Amount
        : members.Select(static clause => clause.Amount).Aggregate(static (left, right) => Bounds.Max(left, right));

    /// <summary>What was added so far, to be kept and added to another evaluator of the same program.</summary>
    public RegistryState State => new(
        [.. _aggregates.Select(static entry => entry.Rows.State)],
        [.. _pools.Select(static entry => entry.Drawn.Build()).Select(static drawn => (drawn.Amount, drawn.Unbounded))]);

    /// <summary>Adds what other subjects came to.</summary>
    public void Add(RegistryState other)
    {
        foreach (var ((_, _, rows), added) in _aggregates.Zip(other.Aggregates))
            rows.Add(added);
        foreach (var ((_, _, drawn), added) in _pools.Zip(other.Pools))
            drawn.Add(new Totals(added.Drawn, added.Unbounded, [], []));
    }

    /// <summary>How everything stands after the subjects added so far.</summary>
    public RegistryResult Finish()
    {
        var values = _aggregates.ToFrozenDictionary(static entry => entry.Node, static entry => entry.Rows.Result());
        var targets = _program.Policies
            .SelectMany(policy => policy.Targets.Select(target => Result(policy, target, Frame.ForRegistry(policy, values))));
        var duties = _program.Policies.SelectMany(policy => policy.Duties.Select(duty => Result(policy, duty)));
        return new([.. targets], [.. _pools.Select(Result)], [.. duties]);
    }

    private static IEnumerable<IrExpression> Expressions(IrTarget target) =>
        new[] { target.Indicator, target.Value, target.Deadline }
            .Concat(target.Parts.SelectMany(static part => new[] { part.Indicator, part.Value }))
            .OfType<IrExpression>();

    // An aggregate inside another belongs to the rows of the outer one.
    private static IEnumerable<IrAggregate> OutermostAggregates(IrExpression root)
    {
        var left = new Stack<IrExpression>([root]);
        while (left.TryPop(out var node))
        {
            if (node is IrAggregate aggregate)
            {
                yield return aggregate;
                continue;
            }
            foreach (var part in IrWalk.Parts(node))
                left.Push(part);
        }
    }

    private TargetResult Result(IrPolicy policy, IrTarget target, Frame registry)
    {
        var isOpen = target.Deadline is { } deadline && !IsPast(deadline, registry);
        TargetFigure Figure(string text, string input, IrExpression? indicator, ComparisonOperator comparison, IrExpression goal) =>
            TargetRule.Figure(
                text,
                indicator is { } written ? _evaluator.EvaluateNumber(written, registry) : External(input, target),
                comparison,
                _evaluator.EvaluateNumber(goal, registry),
                isOpen);
        return new(
            policy,
            target,
            Figure(target.LegalBasis.Title, IndicatorName(policy, target), target.Indicator, target.Comparison, target.Value),
            [.. target.Parts
                .Select(part => Figure(part.Text, IndicatorName(policy, target, part), part.Indicator, part.Comparison, part.Value))]);
    }

    private NumberValue External(string name, IrTarget target) =>
        _context.Parameters.GetValueOrDefault(name) as NumberValue
        ?? (NumberValue)MissingValue.Of(target.Type, null, Unknowns.Of(UnknownKind.Parameter, name));

    private bool IsPast(IrExpression deadline, Frame registry) =>
        TargetRule.IsPast(_evaluator.EvaluateNumber(deadline, registry), deadline.Type, _context.AsOf) == Truth.Yes;

    private PoolResult Result((IrPolicy Policy, IrPool Pool, TotalsBuilder Drawn) entry)
    {
        var size =
            _evaluator.EvaluateNumber(entry.Pool.Size, Frame.ForRegistry(entry.Policy, FrozenDictionary<IrAggregate, Value>.Empty)).Bounds;
        var drawn = entry.Drawn.Build();
        var upper = drawn.Unbounded == 0 ? drawn.Amount : drawn.Amount with { High = null };
        return new(entry.Policy, entry.Pool, size, drawn.Amount, drawn.Unbounded, Bounds.Less(size, upper));
    }

    private DutyResult Result(IrPolicy policy, IrDuty duty)
    {
        if (duty.Deadline is not { } deadline)
            return new(policy, duty, null, Truth.Unknown);
        var due = _evaluator.EvaluateNumber(deadline, Frame.ForRegistry(policy, FrozenDictionary<IrAggregate, Value>.Empty));
        DateOnly? day = due.IsCertain && due.Bounds.Low is { } number ? TargetRule.LastDay(number, deadline.Type) : null;
        return new(policy, duty, day, TargetRule.IsPast(due, deadline.Type, _context.AsOf));
    }
}
