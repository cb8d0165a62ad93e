// Which facts a run reads: those of clauses, procedures and targets. Columns that no policy reads are left where they are.
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;

namespace Dsl.Batch.Registries;

internal static class ColumnPruning
{
    /// <summary>The fields that evaluation looks at; of 其他政策支持, which takes part in every competition, all.</summary>
    public static HashSet<IrField> Of(IrProgram program)
    {
        var fields = new HashSet<IrField>();
        foreach (var root in program.Policies.SelectMany(Roots))
            fields.UnionWith(IrWalk.All(root).OfType<IrFact>().Select(static fact => fact.Field));
        foreach (var subject in program.Schema.Subjects)
            fields.UnionWith(subject.Details.Where(static detail => detail.IsBuiltIn).SelectMany(static detail => detail.Fields));
        return fields;
    }

    private static IEnumerable<IrExpression> Roots(IrPolicy policy) =>
        policy.Clauses.SelectMany(static clause => clause.Expressions)
            .Concat(
                policy.Procedures.SelectMany(static procedure =>
                    procedure.Steps.Select(static step => (IrExpression?)step.Expression).Prepend(procedure.Applies))
                    .OfType<IrExpression>())
            .Concat(policy.Targets.SelectMany(static target => new[] { target.Indicator, target.Value, target.Deadline }
                .Concat(target.Parts.SelectMany(static part => new[] { part.Indicator, part.Value }))).OfType<IrExpression>())
            .Concat(policy.Pools.Select(static pool => pool.Size))
            .Concat(policy.Duties.Select(static duty => duty.Deadline).OfType<IrExpression>());
}
