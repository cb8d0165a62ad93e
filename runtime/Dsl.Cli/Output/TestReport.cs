// What a run of the examples came to.
using System.Collections.Immutable;
using Dsl.Ir.Results;

namespace Dsl.Cli.Output;

/// <summary>What a run of the examples came to.</summary>
/// <param name="Examples">算例, policy by policy.</param>
/// <param name="Invariants">恒有, tested on the facts of the examples.</param>
internal sealed record TestReport(ImmutableArray<ExampleResult> Examples, ImmutableArray<InvariantResult> Invariants);
