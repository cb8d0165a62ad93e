// One unit of a clause (a row under 每个, or the subject as a whole), in the order of UnitSequence.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Ir.Nodes;
using Dsl.Sql.Expressions;
using Dsl.Sql.Inputs;
using Dsl.Sql.Tables;
using Dsl.Sql.Terms;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Sql.Clauses;

/// <summary>What a unit comes to; every term is a column.</summary>
/// <param name="InForce">Whether the policy is in force for it.</param>
/// <param name="Qualifies">In force, all conditions and the frequency together.</param>
/// <param name="IsDue">Whether it qualifies and its procedures are completed.</param>
/// <param name="Amount">The award as far as it is due, in fen.</param>
/// <param name="IsUnjudged">Whether the records contradict one another; null where they cannot.</param>
internal sealed record SqlUnit(SqlTruth InForce, SqlTruth Qualifies, SqlTruth IsDue, SqlNumber Amount, SqlTerm? IsUnjudged);

/// <summary>Writes units.</summary>
internal sealed class UnitWriter(ScriptTables tables, ExpressionWriter writer, IrPolicy policy, IrClause clause)
{
    /// <summary>Fen.</summary>
    public static readonly BigInteger Fen = 100;

    /// <summary>A unit in a place.</summary>
    public SqlUnit Write(SqlPlace place)
    {
        var inForce = InForce(place);
        var qualifies = Kept(ExpressionWriter.All([inForce, Conditions(place), Frequency(place)]), place);
        var isDue = Kept(ExpressionWriter.All([qualifies, Procedures(place)]), place);
        var (award, isUnjudged) = Award(place);
        if (!CanNameRows && NamesRows(place) is { } named)
            isUnjudged = named;
        return new(Kept(inForce, place), qualifies, isDue, IfDue(isDue, award, place), isUnjudged);
    }

    private static SqlTruth Kept(SqlTruth truth, SqlPlace place) =>
        truth.Known is null ? truth with { Term = place.Table.Keep(truth.Term) } : truth;

    /// <summary>Whether the policy is in force: <see cref="Dsl.Evaluation.Rules.ForceRule"/>.</summary>
    public SqlTruth InForce(SqlPlace place)
    {
        var asOf = tables.AsOf;
        var begun = $"{asOf} >= {policy.EffectiveDate.DayNumber}";
        if (policy.ExpiryDate is not { } expiry)
            return new(SqlTerm.Constant($"({begun})"), MayBeOpen: false);
        var runs = $"{asOf} <= {expiry.DayNumber}";
        if (clause.Frequency is not { RunsOn: true, Anchor: { } anchor })
            return new(SqlTerm.Constant($"({begun} AND {runs})"), MayBeOpen: false);
        var isYear = anchor.Type is YearType;
        SqlNumber End(DateOnly date) => SqlNumber.Of(isYear ? date.Year : date.DayNumber);
        var (x, numbers) = (writer.Numbers(place).Kept(writer.Number(anchor, place)), writer.Numbers(place));
        var within = ExpressionWriter.All([
            numbers.Compare(ComparisonOperator.GreaterOrEqual, x, End(policy.EffectiveDate)),
            numbers.Compare(ComparisonOperator.LessOrEqual, x, End(expiry))]);
        return new(SqlTerm.Of($"CASE WHEN NOT ({begun}) THEN FALSE WHEN {runs} THEN TRUE ELSE {within.Term} END"), within.MayBeOpen);
    }

    private SqlTruth Conditions(SqlPlace place)
    {
        var ofRow = clause.Conditions.ToLookup(condition => clause.PerRow is { } detail && SqlPlace.Reads(condition.Expression, detail));
        SqlTruth All(IEnumerable<IrCondition> conditions, SqlPlace where) =>
            ExpressionWriter.All([.. conditions.Select(condition => writer.Truth(condition.Expression, where))]);
        // 范围 is one column for all clauses of a policy, and what does not read the row is computed once for the subject.
        var subjects = place.OfSubject;
        var ofSubject = ExpressionWriter.All([Kept(All(ofRow[false].Where(static condition => condition.FromScope), subjects), subjects),
            All(ofRow[false].Where(static condition => !condition.FromScope), subjects)]);
        return ReferenceEquals(subjects, place) ? ofSubject
            : ExpressionWriter.All([(SqlTruth)writer.Import(ofSubject, place), All(ofRow[true], place)]);
    }

    private SqlTruth Frequency(SqlPlace place)
    {
        if (clause.Frequency.Times is not null)
        {
            writer.Refuse("频次 累计 最多 几次", clause.LegalBasis.Origin);
            return SqlTruth.No;
        }
        if (clause.Payout is not null)
            writer.Refuse("分期兑付", clause.LegalBasis.Origin);
        if (clause.Frequency.Allowance is not null)
        {
            writer.Refuse("频次 累计 最多 计数量", clause.LegalBasis.Origin);
            return SqlTruth.No;
        }
        switch (clause.Frequency)
        {
            case { Kind: FrequencyKind.Once } or { Kind: FrequencyKind.Yearly, Years: not null }:
                // Rows without keys were paid nothing; a subject with records of such rows is not judged.
                if (!CanNameRows)
                    return SqlTruth.Yes;
                var most = clause.Frequency.Kind == FrequencyKind.Once ? 1 : clause.Frequency.Years ?? 1;
                return new(SqlTerm.Of($"({tables.Records.PaidYears(policy, clause, place.Table)} < {most})"), MayBeOpen: false);
            case { Kind: FrequencyKind.Consecutive, Anchor: { } anchor }:
                return StartsAt(anchor, place);
            default:
                return SqlTruth.Yes;
        }
    }

    private SqlTruth StartsAt(IrExpression anchor, SqlPlace place)
    {
        if (clause.Frequency.Months is not null)
        {
            writer.Refuse("频次按月计的期间", anchor.Origin);
            return SqlTruth.No;
        }
        var numbers = writer.Numbers(place);
        var of = writer.Number(anchor, place);
        if (!of.Shape.Denominator.IsOne || !of.Shape.IsNarrow)
        {
            writer.Refuse("起始的年度不是整数", anchor.Origin);
            return SqlTruth.No;
        }
        if (anchor.Type is not YearType)
            of = NumberWriter.Each(of, NumberShape.UpTo(9999) with { IsNonNegative = !of.LowMayBeOpen },
                end => tables.Dialect.YearOfDay(place.Table.Keep(end)));
        var first = numbers.Add(SqlNumber.Point(tables.Year, NumberShape.UpTo(9999)), SqlNumber.Of(clause.Frequency.YearsToFirst), true);
        var elapsed = numbers.Kept(numbers.Add(first, of, isDifference: true));
        var hasBegun = numbers.Compare(ComparisonOperator.GreaterOrEqual, elapsed, SqlNumber.Of(0));
        return clause.Frequency.Years is { } limit
            ? ExpressionWriter.All([hasBegun, numbers.Compare(ComparisonOperator.Less, elapsed, SqlNumber.Of(limit))]) : hasBegun;
    }

    // Records name rows by their keys.
    private bool CanNameRows => clause.PerRow is not { } detail || detail.Key is { Type: TextType or EnumType };

    private SqlTerm? NamesRows(SqlPlace place)
    {
        var looksBack = clause.Frequency is { Kind: FrequencyKind.Once } or { Kind: FrequencyKind.Yearly, Years: not null };
        string? records = clause.Award is IrApproval or IrCaseByCase ? RecordTables.Approvals : looksBack ? RecordTables.Payments : null;
        if (records is null)
            return null;
        var subjects = place.OfSubject.Table;
        var named = tables.Records.NameRows(records, policy, clause, subjects);
        if (looksBack && records != RecordTables.Payments)
            named = subjects.Keep(SqlTerm.Of($"({named} OR {tables.Records.NameRows(RecordTables.Payments, policy, clause, subjects)})"));
        return place.Table.Import(named);
    }

    /// <summary>是 or 未知, never 否: a procedure holds back.</summary>
    private SqlTruth Procedures(SqlPlace place)
    {
        var (subjects, each) = (place.OfSubject, ImmutableArray.CreateBuilder<SqlTruth>());
        foreach (var procedure in policy.ProceduresOf(clause))
        {
            var applies = procedure.Applies is { } asked ? writer.Truth(asked, subjects) : SqlTruth.Yes;
            var steps = procedure.Steps.Select(step => SqlTerm.Of($"{writer.Truth(step.Expression, subjects).Term} IS TRUE"));
            each.Add(new(SqlTerm.Of($"CASE WHEN {applies.Term} IS FALSE OR ({SqlTerm.Join(" AND ", steps)}) THEN TRUE END"), true));
        }
        if (each.Count == 0)
            return SqlTruth.Yes;
        var completed = ExpressionWriter.All(each.ToImmutable());
        return ReferenceEquals(subjects, place) ? completed : (SqlTruth)writer.Import(completed, place);
    }

    private (SqlNumber Award, SqlTerm? IsUnjudged) Award(SqlPlace place)
    {
        if (!(clause.Rounding.Step * 100).IsInteger)
            writer.Refuse("取整到不足一分", clause.LegalBasis.Origin);
        var numbers = writer.Numbers(place);
        SqlNumber Rounded(SqlNumber amount) => numbers.Round(amount, clause.Rounding.Step, clause.Rounding.Mode, Fen);
        switch (clause.Award)
        {
            case IrFormula formula:
                return (Rounded(numbers.AtLeastZero(writer.Number(formula.Amount, place))), null);
            case null:
                return (SqlNumber.Of(0), null);
            default:
                var (least, most) = CanNameRows ? tables.Records.Approved(policy, clause, place.Table)
                    : (SqlTerm.Constant("CAST(NULL AS BIGINT)"), SqlTerm.Constant("CAST(NULL AS BIGINT)"));
                var approved = numbers.AtLeastZero(new(SqlTerm.Of($"coalesce({most}, 0)"), most,
                    new(Fen, CellScale.Limit, IsNonNegative: false)) { HighMayBeOpen = true });
                if (clause.Award.Floor is { } floor)
                    writer.Refuse("核定写了最低", floor.Origin);
                if (clause.Award is IrApproval { Ceiling: { } ceiling })
                    approved = numbers.Extreme([approved, numbers.AtLeastZero(writer.Number(ceiling, place))], isLeast: true);
                return (Rounded(approved), SqlTerm.Of($"({least} <> {most}) IS TRUE"));
        }
    }

    private SqlNumber IfDue(SqlTruth isDue, SqlNumber award, SqlPlace place)
    {
        if (!award.Shape.Fits)
            writer.Refuse("奖补可能超过 120 位", clause.LegalBasis.Origin);
        var fen = writer.Numbers(place).In(award, Fen);
        var zero = tables.Dialect.Whole(SqlTerm.Number(0), fen.Shape.IsNarrow);
        var low = fen.Low is { } least ? SqlTerm.Of($"CASE WHEN {isDue.Term} THEN {least} ELSE {zero} END") : zero;
        var high = fen.High is { } most
            ? SqlTerm.Of($"CASE WHEN {isDue.Term} IS FALSE THEN {zero} ELSE {most} END")
            : SqlTerm.Of($"CASE WHEN {isDue.Term} IS FALSE THEN {zero} ELSE NULL END");
        return new(place.Table.Keep(low), place.Table.Keep(high), fen.Shape with { IsNonNegative = true })
            { HighMayBeOpen = fen.HighMayBeOpen };
    }
}
