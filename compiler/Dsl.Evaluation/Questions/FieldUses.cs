// How clauses use the fields: which clauses read them, and whether a few values stand for all.
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Questions;

/// <summary>Looks at the expressions of a program once.</summary>
internal sealed class FieldUses
{
    private readonly Dictionary<IrField, List<IrClause>> _readers = [];
    private readonly HashSet<IrField> _computedWith = [];

    public FieldUses(IrProgram program)
    {
        foreach (var policy in program.Policies)
        {
            foreach (var clause in policy.Clauses.Where(static clause => clause.Kind != ClauseKind.Declaratory))
            {
                var roots = clause.Expressions.Concat(policy.ProceduresOf(clause)
                    .SelectMany(static procedure => procedure.Steps.Select(static step => step.Expression).Append(procedure.Applies))
                    .OfType<IrExpression>()).ToList();
                foreach (var field in roots.SelectMany(IrWalk.All).OfType<IrFact>().Select(static fact => fact.Field).Distinct())
                    ReadersOf(field).Add(clause);
                foreach (var root in roots)
                    Look(root);
            }
        }
    }

    /// <summary>The clauses that read a field, if only through 令 or 程序.</summary>
    public IReadOnlyList<IrClause> Readers(IrField field) => _readers.GetValueOrDefault(field) ?? [];

    /// <summary>
    /// Whether the values that the clauses name, and one beside each, stand for all: a truth, a list, or what is only ever compared with
    /// constants.
    /// </summary>
    public bool IsDiscrete(IrField field) =>
        field.Type is TruthType or EnumType { IsOpen: false } || !_computedWith.Contains(field);

    private List<IrClause> ReadersOf(IrField field)
    {
        if (!_readers.TryGetValue(field, out var readers))
            _readers.Add(field, readers = []);
        return readers;
    }

    private void Look(IrExpression root)
    {
        if (root is IrFact bare)
            _computedWith.Add(bare.Field);
        foreach (var node in IrWalk.All(root))
        {
            var isTest = node is IrCompare or IrSameText && IrWalk.Parts(node)
                .Any(static part => part is IrConstant or IrParameterValue { Parameter.IsExternal: false });
            if (!isTest && node is not IrMember)
                _computedWith.UnionWith(IrWalk.Parts(node).OfType<IrFact>().Select(static fact => fact.Field));
        }
    }
}
