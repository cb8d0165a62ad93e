// 合计上限 and 竞合 between clauses → IR: which clauses they are over, what they put into these.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Values.Terms;

namespace Dsl.Compiler.Lowering;

/// <summary>Lowers what the head of a policy says of several clauses.</summary>
internal sealed class JointLowering(BoundPolicy policy)
{
    private readonly ImmutableArray<BoundJointCap> _caps = [.. policy.JointRules.SelectMany(static rules => rules.Caps)];

    private readonly ImmutableArray<BoundExclusion> _exclusions = [.. policy.JointRules.SelectMany(static rules => rules.Exclusions)];

    private readonly HashSet<IrCondition> _conditions = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether 本政策内 晋级补差 is said, which also sets clauses of one 事项 against one another.</summary>
    public bool StepsUpWithin => _exclusions.Any(static exclusion => exclusion.Clauses.IsEmpty);

    /// <summary>晋级补差 of a clause.</summary>
    public bool StepsUp(BoundClause clause) => _exclusions.Any(exclusion => exclusion.Kind == ExclusionKind.StepUp
        && (exclusion.Clauses.IsEmpty
            ? clause is { Kind: ClauseKind.Award, BenefitItem: not null, IsStackable: false } : exclusion.Clauses.Contains(clause.Number)));

    /// <summary>只给一项 of the rows of a clause.</summary>
    public bool PaysOneRow(BoundClause clause) => clause.PerRow is not null
        && _exclusions.Any(exclusion => exclusion.Kind == ExclusionKind.OnlyOne && exclusion.Clauses.Contains(clause.Number));

    /// <summary>The name of the contest of a clause that 竞合 names, where it is not that of its own 事项; else null.</summary>
    public string? ContestOf(BoundClause clause)
    {
        if (!_exclusions.Any(exclusion => exclusion.All.Contains(clause.Number)))
            return null;
        var together = new List<string> { clause.Number };
        for (var i = 0; i < together.Count; i++)
            together.AddRange(_exclusions.Where(exclusion => exclusion.All.Contains(together[i]))
                .SelectMany(static exclusion => exclusion.All).Distinct().Where(number => !together.Contains(number)).ToList());
        var members = policy.Clauses.Where(member => together.Contains(member.Number)).ToList();
        return members.Find(static member => member.BenefitItem is not null)?.BenefitItem
            ?? $"{policy.Number} 条款 {string.Join('、', members.Select(static member => member.Number))}";
    }

    /// <summary>The fields by which 择一 chooses.</summary>
    public static IReadOnlySet<FieldSymbol> Choices(IEnumerable<BoundPolicy> policies) =>
        policies.SelectMany(static policy => policy.JointRules).SelectMany(static rules => rules.Exclusions)
            .Select(static exclusion => exclusion.Choice).OfType<FieldSymbol>().ToHashSet();

    /// <summary>Whether a condition is that of 择一, which 比照 does not take over.</summary>
    public bool IsChoice(IrCondition condition) => _conditions.Contains(condition);

    /// <summary>择一: that the field names the clause, as a condition of it.</summary>
    public ImmutableArray<IrCondition> ConditionsOf(BoundClause clause, SchemaLowering schema)
    {
        ImmutableArray<IrCondition> made = [.. Make(clause, schema)];
        _conditions.UnionWith(made);
        return made;
    }

    private IEnumerable<IrCondition> Make(BoundClause clause, SchemaLowering schema)
    {
        foreach (var exclusion in _exclusions)
        {
            if (exclusion.Choice is not { } field || !exclusion.Clauses.Contains(clause.Number))
                continue;
            var place = Locations.Of(policy.Source, exclusion.Syntax.Span);
            yield return new(new IrMember(new IrFact(schema[field], place), BoundExclusion.ValuesOf(field, clause), false, place), false,
                false, $"{field.Name} 选的是条款 {clause.Number}");
        }
    }

    /// <summary>竞合 between clauses.</summary>
    public ImmutableArray<IrExclusion> Exclusions(ImmutableArray<IrClause> clauses, SchemaLowering schema)
    {
        ImmutableArray<IrClause> Named(IEnumerable<string> numbers) => [.. clauses.Where(clause => numbers.Contains(clause.Number))];
        return
        [
            .. _exclusions.Where(static exclusion => !exclusion.Clauses.IsEmpty).Select(exclusion => new IrExclusion(
                exclusion.Kind, Locations.Fold(policy.Source, exclusion.Syntax.Span), Named(exclusion.Clauses), Named(exclusion.Against))
            {
                Choice = exclusion.Choice is { } field ? schema[field] : null,
            }),
        ];
    }

    /// <summary>The expressions from which the caps over a clause are computed.</summary>
    public IEnumerable<BoundExpression> LimitsOver(BoundClause clause) => _caps.Where(cap => IsOver(cap, clause))
        .SelectMany(static cap => cap.Locals.Select(static let => let.Value).Append(cap.Limit));

    /// <summary>The caps, in the order of the text.</summary>
    /// <param name="clauses">The clauses of the policy as they were lowered, in its order.</param>
    public ImmutableArray<IrJointCap> Caps(ImmutableArray<IrClause> clauses, SchemaLowering schema, ExpressionLowering expressions)
    {
        IrClause Lowered(BoundClause clause) => clauses[policy.Clauses.IndexOf(clause)];
        IEnumerable<IrClause> Named(IEnumerable<string> numbers) =>
            numbers.Select(number => policy.Clauses.FirstOrDefault(clause => clause.Number == number)).OfType<BoundClause>()
                .Select(Lowered);
        return
        [
            .. _caps.Select(cap => new IrJointCap(
                cap.Clauses.IsEmpty ? "全部" : $"条款 {string.Join('、', cap.Clauses)}",
                schema[cap.Subject],
                cap.Clauses.IsEmpty ? [.. policy.Clauses.Where(clause => IsOver(cap, clause)).Select(Lowered)] : [.. Named(cap.Clauses)],
                expressions.Visit(cap.Limit))
            {
                First = [.. Named(cap.First)],
                Locals = [.. cap.Locals.Select(expressions.Lower)],
            }),
        ];
    }

    // 全部 is over the grants to its kind of subject: another 形式 is no part of their sum, and what is passed on is paid elsewhere.
    private static bool IsOver(BoundJointCap cap, BoundClause clause) => cap.Clauses.IsEmpty
        ? clause is { Kind: ClauseKind.Award, Form: "", PassThrough: not { IsInProgram: true } } && clause.Subject == cap.Subject
        : cap.Clauses.Contains(clause.Number);
}
