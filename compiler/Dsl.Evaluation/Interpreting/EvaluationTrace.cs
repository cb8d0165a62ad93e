// What an explanation needs of an evaluation: the value of every node in every frame, and the steps of every clause.
using System.Diagnostics.CodeAnalysis;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>
/// Records one evaluation. Hand it to <see cref="Interpreter.Evaluate(SubjectFacts, EvaluationTrace)"/> and the result and it to the
/// explanation.
/// </summary>
public sealed class EvaluationTrace : IEvaluationObserver
{
    private readonly Dictionary<(Frame Frame, IrExpression Node), Value> _values = [];
    private readonly Dictionary<(string Policy, IrClause Clause), ClauseEvaluation> _works = [];

    /// <inheritdoc/>
    public void Evaluated(IrExpression node, Frame frame, Value value) => _values[(frame, node)] = value;

    /// <summary>Every value that was recorded, in no particular order.</summary>
    public IEnumerable<(Frame Frame, IrExpression Node, Value Value)> Values =>
        _values.Select(static pair => (pair.Key.Frame, pair.Key.Node, pair.Value));

    /// <summary>The value of a node in a frame; false where it was not evaluated there.</summary>
    public bool TryGetValue(IrExpression node, Frame frame, [NotNullWhen(true)] out Value? value) =>
        _values.TryGetValue((frame, node), out value);

    /// <summary>单位上限 and 累计上限 of a clause as they were applied: what was limited, and to what.</summary>
    public IEnumerable<(string Name, NumberValue Before, NumberValue Limit)> CapsOf(IrPolicy policy, IrClause clause) =>
        _works.TryGetValue((policy.Number, clause), out var work) ? work.Caps.Select(static cap => (cap.Name, cap.Before, cap.Limit)) : [];

    /// <summary>Every clause that was evaluated, earlier policies first.</summary>
    internal IEnumerable<ClauseEvaluation> Works => _works.Values;

    internal void Record(ClauseEvaluation work) => _works[(work.Policy.Number, work.Clause)] = work;

    internal ClauseEvaluation? Find(IrPolicy policy, ClauseResult result) => _works.GetValueOrDefault((policy.Number, result.Clause));
}
