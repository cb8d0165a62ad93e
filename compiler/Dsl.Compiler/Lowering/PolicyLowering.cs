// Bound policies → IR: defaults made explicit, exclusions negated, scopes put into clauses.
using System.Collections.Immutable;
using System.Diagnostics;
using Dsl.Ir.Nodes;
using Dsl.Values.Terms;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Proofs;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;

namespace Dsl.Compiler.Lowering;

/// <summary>Lowers one policy without errors.</summary>
/// <param name="schema">The data definitions.</param>
/// <param name="officialText">The text of the document; null where there is none.</param>
internal sealed class PolicyLowering(BoundPolicy policy, SchemaLowering schema, SourceText? officialText)
{
    private readonly SourceText _source = policy.Source;
    private readonly ExpressionLowering _expressions = new(policy.Source, schema, Proofs(policy));
    private readonly Dictionary<ScopeConditions, ImmutableArray<IrCondition>> _scopes = [];
    private readonly JointLowering _joint = new(policy);

    private readonly Dictionary<BoundClause, IrClause> _clauses = [];

    public IrPolicy Lower()
    {
        _expressions.ClauseOf = Clause;
        var effective = policy.EffectiveDate ?? throw new UnreachableException("an error-free policy has a date");
        ImmutableArray<IrClause> clauses = [.. policy.Clauses.Select(Clause)];
        return new IrPolicy
        {
            Title = policy.Title,
            Number = policy.Number,
            Issuer = policy.Issuer,
            Area = policy.Area,
            Level = policy.Level,
            EffectiveDate = effective,
            EffectiveDateIsAssumed = policy.EffectiveDateIsAssumed,
            ExpiryDate = policy.ExpiryDate,
            Texts = officialText is null ? [_source.Content] : [_source.Content, officialText.Content],
            Combination = new(policy.CompetesWithOthersInArea, policy.CompetesWithinPolicy || _joint.StepsUpWithin,
                policy.SupersedesEarlier),
            Exclusions = _joint.Exclusions(clauses, schema),
            JointCaps = _joint.Caps(clauses, schema, _expressions),
            Clauses = clauses,
            Targets = [.. policy.Targets.Select(Target)],
            Pools =
                [.. policy.Pools.Select(
                    pool => new IrPool(LegalBasis(pool.LegalBasis), _expressions.Visit(pool.Size), pool.Clauses, pool.Levels))],
            Duties = [.. policy.Duties.Select(duty => new IrDuty(LegalBasis(duty.LegalBasis), _expressions.LowerOptional(duty.Deadline)))],
            Procedures = [.. policy.Procedures.Select(Procedure)],
            Examples = [.. policy.Examples.Select(example => ExampleLowering.Lower(policy, example, schema))],
            Invariants = [.. policy.Invariants.Select(invariant => new IrInvariant(
                invariant.Clause.Number, _expressions.Visit(invariant.Condition), Locations.Of(_source, invariant.Syntax.Span)))],
        };
    }

    /// <summary>What is proved of the tables of the clauses.</summary>
    private static Dictionary<BoundTable, TableProof> Proofs(BoundPolicy policy)
    {
        var proofs = new Dictionary<BoundTable, TableProof>(ReferenceEqualityComparer.Instance);
        foreach (var clause in policy.Clauses)
        {
            foreach (var table in BoundParts.Of(clause).SelectMany(static root => root.DescendantsAndSelf()).OfType<BoundTable>())
                proofs[table] = TableProof.Of(policy, clause, table);
        }
        return proofs;
    }

    private IrClause Clause(string number) => Clause(policy.Clauses.First(clause => clause.Number == number));

    private IrClause Clause(BoundClause clause)
    {
        if (!_clauses.TryGetValue(clause, out var made))
            _clauses[clause] = made = Make(clause);
        return made;
    }

    private IrClause Make(BoundClause clause)
    {
        var like = clause.Award?.Like is { } other
            ? Likening.Of(other, Clause(other.Number), clause.Number, schema, _expressions, _joint) : null;
        var total = clause.Shares.Aggregate(Rational.Zero, static (sum, share) => sum + share.Parts);
        return new IrClause
        {
            LegalBasis = LegalBasis(clause.LegalBasis),
            Kind = clause.Kind,
            Subject = schema[clause.Subject],
            PerRow = clause.PerRow is { } each ? schema[each] : null,
            Locals = [.. clause.Locals.Select(_expressions.Lower), .. like?.Locals ?? []],
            Conditions = [.. clause.Scope is { } scope ? Scope(scope) : [], .. like?.Conditions ?? [],
                .. clause.Conditions.Select(condition => Condition(condition, fromScope: false)), .. _joint.ConditionsOf(clause, schema)],
            Award = like is not null ? like.Award : clause.Award is { } award ? Award(award) : null,
            Frequency = Frequency(clause.Frequency) with { IsStepUp = _joint.StepsUp(clause) },
            SubjectCap = _expressions.LowerOptional(clause.SubjectCap),
            IsSubjectCapShared = clause.IsSubjectCapShared,
            CumulativeCap = _expressions.LowerOptional(clause.CumulativeCap),
            Quota = clause.Quota is { } quota
                ? new(_expressions.Visit(quota.Count), quota.Syntax.Yearly is not null, Order(quota.Order)) : null,
            Budget = clause.Budget is { } budget
                ? new(_expressions.Visit(budget.Amount), budget.Order is { } first ? Order(first) : null) : null,
            RowCap = _expressions.LowerOptional(clause.RowCap),
            JointLimits = [.. _joint.LimitsOver(clause).Select(_expressions.Visit)],
            Payout = clause.Payout is { } payout ? new IrPayout(payout.YearsToFirst,
                [.. payout.Parts.Select(part => new IrPayoutPart(part.Share, _expressions.LowerOptional(part.Stage)))]) : null,
            Rounding = new(clause.Rounding.Mode, clause.Rounding.Step),
            Shares = [.. clause.Shares.Select(share => new IrShare(share.Level, share.Parts, total))],
            Beneficiary = clause.Beneficiary,
            BenefitItem = clause.BenefitItem is { } matter ? schema.BenefitItem(matter) : null,
            Contest = _joint.ContestOf(clause) is { } contest && contest != clause.BenefitItem ? contest : null,
            PaysOneRow = _joint.PaysOneRow(clause),
            Form = clause.Form,
            IsStackable = clause.IsStackable,
            PassThrough = clause.PassThrough is { } pass ? new IrPassThrough(pass.PolicyNumber, pass.ClauseNumber, pass.IsInProgram) : null,
            Entitlement = clause.Entitlement,
        };
    }

    private ImmutableArray<IrCondition> Scope(ScopeConditions scope)
    {
        if (!_scopes.TryGetValue(scope, out var conditions))
            _scopes[scope] = conditions = [.. scope.Conditions.Select(condition => Condition(condition, fromScope: true))];
        return conditions;
    }

    private IrCondition Condition(BoundCondition condition, bool fromScope)
    {
        var lowered = _expressions.Visit(condition.Expression);
        var span = condition.Syntax is ExpressionLine line ? line.Expression.Span : condition.Syntax.Span;
        return new IrCondition(
            condition.IsExclusion ? new IrNot(lowered, lowered.Origin) : lowered, condition.IsExclusion, fromScope,
            Locations.Fold(_source, span));
    }

    private IrAward Award(BoundAward award) => award.Mode switch
    {
        BoundAwardMode.Approval => new IrApproval(_expressions.LowerOptional(award.Amount), _expressions.LowerOptional(award.Floor)),
        BoundAwardMode.CaseByCase => new IrCaseByCase(_expressions.LowerOptional(award.Floor)),
        _ => new IrFormula(_expressions.Visit(award.Amount ?? throw new UnreachableException("an error-free formula has an amount"))),
    };

    private IrFrequency Frequency(BoundFrequency frequency) => frequency.Kind switch
    {
        FrequencyKind.Once => new IrFrequency(FrequencyKind.Once, null, null)
        {
            IsPerOccasion = frequency.Syntax?.Mode.Value == "每次",
            Times = frequency.Times,
        },
        FrequencyKind.Yearly => new IrFrequency(FrequencyKind.Yearly, frequency.Years, null)
        {
            Allowance = frequency.Allowance is { } allowance
                ? new IrAllowance(allowance.Most, _expressions.Visit(allowance.Counted)) : null,
        },
        FrequencyKind.Consecutive when frequency.Window is { IsMonthly: true } months =>
            new IrFrequency(FrequencyKind.Consecutive, null, _expressions.LowerOptional(frequency.Anchor))
            {
                Months = months.Length,
                MonthsToFirst = months.ToFirst,
            },
        FrequencyKind.Consecutive =>
            new IrFrequency(FrequencyKind.Consecutive, frequency.Years, _expressions.LowerOptional(frequency.Anchor))
            {
                YearsToFirst = frequency.Window?.ToFirst ?? 1,
            },
        _ => IrFrequency.Unlimited,
    };

    private IrOrder Order(BoundOrder order) =>
        new(_expressions.Visit(order.By), order.IsLowestFirst, order.Syntax.FirstCome is not null);

    private IrTarget Target(BoundTarget target) => new(
        LegalBasis(target.LegalBasis), _expressions.LowerOptional(target.Deadline), _expressions.LowerOptional(target.Indicator),
        target.Type, target.Comparison, _expressions.Visit(target.Value),
        [.. target.Parts.Select(part => new IrTargetPart(
            part.Text, _expressions.LowerOptional(part.Indicator), part.Comparison, _expressions.Visit(part.Value)))]);

    private IrProcedure Procedure(BoundProcedure procedure) => new(
        LegalBasis(procedure.LegalBasis), schema[procedure.Subject], _expressions.LowerOptional(procedure.Applies),
        [.. procedure.Steps.Select(step => Condition(step, fromScope: false))], procedure.Clauses);

    private IrLegalBasis LegalBasis(BoundLegalBasis basis) => new()
    {
        Number = basis.Number,
        Title = basis.Title,
        Place = basis.Place,
        Quotes = [.. basis.Quotes.Select(static quote => quote.Value)],
        Lead = basis.Lead,
        Responsible = basis.Responsible,
        Note = basis.Note,
        Origin =
            Locations.Of(_source, basis.Syntax.Keyword is { } keyword ? keyword.Span.Cover(basis.Syntax.Title.Span) : basis.Syntax.Span),
    };
}
