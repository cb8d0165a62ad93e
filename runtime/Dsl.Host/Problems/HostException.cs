// A problem that ends an act: it reaches the caller as a message of the catalogue, never as a stack trace.
using Dsl.Loading.Findings;

namespace Dsl.Host.Problems;

/// <summary>An act that was not done, and why.</summary>
/// <param name="problem">What is wrong and what to do.</param>
/// <param name="inner">What the system or the database said; null where nothing did.</param>
public sealed class HostException(DataProblem problem, Exception? inner = null) : Exception(problem.Message, inner)
{
    /// <summary>What is wrong and what to do.</summary>
    public DataProblem Problem => problem;
}
