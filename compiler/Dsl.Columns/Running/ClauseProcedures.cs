// The procedures of one clause as the columns supply them to their rule.
using System.Collections.Immutable;
using Dsl.Columns.Emitting;
using Dsl.Columns.Kernels;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;

namespace Dsl.Columns.Running;

/// <summary>Whether the procedures of one clause are completed. Safe on several threads.</summary>
internal sealed class ClauseProcedures
{
    private readonly ClauseKernel _kernel;
    private readonly ImmutableArray<IrProcedure> _procedures;
    private readonly ImmutableArray<ImmutableArray<ulong>> _waits;

    public ClauseProcedures(ClausePlan plan, ClauseKernel kernel)
    {
        (_kernel, _procedures) = (kernel, [.. plan.Policy.ProceduresOf(plan.Clause)]);
        _waits = [.. _procedures.Select(procedure => procedure.Steps
            .Select(step => plan.Unknowns.BitOf(UnknownBit.OfStep(step))).ToImmutableArray())];
    }

    /// <summary>Whether all of them are completed for a subject.</summary>
    public Tristate Of(in SubjectView subject) =>
        ProcedureRule<Tristate>.AreCompleted(_procedures, new Truths(_kernel, subject, _waits));

    private readonly struct Truths(ClauseKernel kernel, in SubjectView subject, ImmutableArray<ImmutableArray<ulong>> waits)
        : IProcedureTruths<Tristate>
    {
        private readonly SubjectView _subject = subject;

        public Tristate Applies(int procedure) => kernel.Applies(_subject, procedure);

        public Tristate IsDone(int procedure, int step) => kernel.IsDone(_subject, procedure, step);

        public Tristate Open(int procedure, int step) => Tristate.Unknown(waits[procedure][step]);
    }
}
