// 试算: a clause computed on the facts of a form, with the meaning of an 算例.
using System.Collections.Immutable;
using Dsl.Evaluation.Examples;
using Dsl.Ir.Nodes;

namespace Dsl.LanguageServer.Features.TryOut;

/// <summary>What cannot be read.</summary>
/// <param name="Path">table.field; empty for the facts as a whole.</param>
/// <param name="Row">The row of the table, from 0; null where none is meant.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record FormFinding(string Path, int? Row, string Message);

/// <summary>The facts of a form, read.</summary>
/// <param name="Case">The case, as an 算例 holds it; null where there are findings.</param>
/// <param name="Findings">What cannot be read.</param>
internal sealed record FormReading(IrExample? Case, ImmutableArray<FormFinding> Findings);

/// <summary>The result of a form.</summary>
/// <param name="Tables">The form.</param>
/// <param name="Findings">What cannot be read.</param>
/// <param name="Result">The result, explained; null where there are findings.</param>
internal sealed record TryOutResult(ImmutableArray<FormTable> Tables, ImmutableArray<FormFinding> Findings, ExampleResult? Result)
{
    /// <summary>Computes a clause on facts.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled first.</exception>
    public static TryOutResult Of(TriedClause clause, FormReading reading, CancellationToken cancellation = default) =>
        new(Form.Of(clause.Snapshot, ClauseInputs.Of(clause.Policy, clause.Clause)), reading.Findings,
            reading.Case is { } example ? new ExampleRunner(clause.Program, cancellation).Run(clause.Policy, example) : null);
}
