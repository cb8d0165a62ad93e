// Explanation as an observer: the evaluator reports the value of each node and knows nothing of its observers.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>
/// Receives the value of every node as it is evaluated. With an observer nothing is short-circuited, so that every part has a value
/// to show.
/// </summary>
public interface IEvaluationObserver
{
    /// <summary>A node has been evaluated in a frame.</summary>
    void Evaluated(IrExpression node, Frame frame, Value value);
}
