// Explanation as an observer: the evaluator tells what each node came to and knows nothing of who listens.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>
/// Hears the value of every node as it is evaluated. While one listens nothing is short-circuited, so that every part has a value to show.
/// </summary>
public interface IEvaluationObserver
{
    /// <summary>A node has been evaluated in a frame.</summary>
    void Evaluated(IrExpression node, Frame frame, Value value);
}
