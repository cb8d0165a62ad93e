// What a clause needs to know: every fact, table, parameter and record that its result depends on.
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;

namespace Dsl.LanguageServer.Features.TryOut;

/// <summary>The inputs of a clause, found by walking what it evaluates.</summary>
internal sealed class ClauseInputs
{
    private readonly HashSet<IrField> _fields = [];
    private readonly HashSet<IrField> _beyondScope = [];
    private readonly HashSet<string> _details = new(StringComparer.Ordinal);
    private readonly HashSet<IrParameter> _parameters = [];

    private ClauseInputs(IrPolicy policy, IrClause clause) => (Policy, Clause) = (policy, clause);

    public IrPolicy Policy { get; }

    public IrClause Clause { get; }

    /// <summary>The facts of the subject, in the order of the schema.</summary>
    public IEnumerable<IrField> SubjectFields => Clause.Subject.Fields.Where(_fields.Contains);

    /// <summary>The details: that of 每个 first, then in the order of the schema, 其他政策支持 last.</summary>
    public IEnumerable<IrDetail> Details =>
        Clause.Subject.Details.Where(detail => _details.Contains(detail.Name))
            .OrderBy(detail => ReferenceEquals(detail, Clause.PerRow) ? 0 : 1);

    /// <summary>The external parameters, in the order of the program.</summary>
    public IReadOnlySet<IrParameter> Parameters => _parameters;

    /// <summary>Whether the award is what an authority fixes.</summary>
    public bool ReadsApprovals => Clause.Award is IrApproval or IrCaseByCase;

    /// <summary>Whether payments of earlier years bear on it.</summary>
    public bool ReadsPayments => Clause.LooksBack;

    /// <summary>Whether support under other policies may take its place.</summary>
    public bool MeetsOutsiders =>
        Clause is { BenefitItem: not null, IsStackable: false } && CompetitionResolver.MeetsOutsiders(Policy, Clause);

    public static ClauseInputs Of(IrPolicy policy, IrClause clause)
    {
        var inputs = new ClauseInputs(policy, clause);
        foreach (var condition in clause.Conditions)
            inputs.Add(condition.Expression, condition.FromScope);
        foreach (var expression in clause.Amounts.Append(clause.Frequency.Anchor))
            inputs.Add(expression, isScope: false);
        foreach (var gate in policy.ProceduresOf(clause))
        {
            inputs.Add(gate.Applies, isScope: false);
            foreach (var step in gate.Steps)
                inputs.Add(step.Expression, isScope: false);
        }
        if (clause.PerRow is { } each)
            inputs._details.Add(each.Name);
        if (inputs.MeetsOutsiders)
            inputs._details.Add(IrDetail.OtherSupportName);
        return inputs;
    }

    /// <summary>The fields of a detail that are read, with its key, in the order of the schema; all of 其他政策支持.</summary>
    public IEnumerable<IrField> FieldsOf(IrDetail detail) =>
        detail.Fields.Where(field => detail.IsBuiltIn || field == detail.Key || _fields.Contains(field));

    /// <summary>Whether only a condition of the 范围 asks for a fact.</summary>
    public bool IsScopeOnly(IrField field) => _fields.Contains(field) && !_beyondScope.Contains(field);

    private void Add(IrExpression? root, bool isScope)
    {
        foreach (var node in root is null ? [] : IrWalk.All(root))
        {
            switch (node)
            {
                case IrFact { Field: var field }:
                    _fields.Add(field);
                    if (!isScope)
                        _beyondScope.Add(field);
                    if (field.Detail is { } detail)
                        _details.Add(detail);
                    break;
                case IrAggregate { Detail: { } table }:
                    _details.Add(table.Name);
                    break;
                case IrParameterValue { Parameter: { IsExternal: true } parameter }:
                    _parameters.Add(parameter);
                    break;
            }
        }
    }
}
