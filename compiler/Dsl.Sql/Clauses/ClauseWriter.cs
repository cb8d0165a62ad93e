// A clause for the subject as a whole, in the order of ClauseSequence: units, sum, 单位上限, 累计上限, status.
using System.Numerics;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Results;
using Dsl.Sql.Expressions;
using Dsl.Sql.Inputs;
using Dsl.Sql.Tables;
using Dsl.Sql.Terms;
using Dsl.Values.Exact;

namespace Dsl.Sql.Clauses;

/// <summary>The columns of a clause in the results of its kind of subject.</summary>
/// <param name="Policy">Its policy.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Status">The status word.</param>
/// <param name="Low">The least amount, in fen; NULL where the records have to be judged.</param>
/// <param name="High">The greatest; NULL where there is no end.</param>
internal sealed record ClauseColumnsOf(IrPolicy Policy, IrClause Clause, SqlTerm Status, SqlTerm Low, SqlTerm High);

/// <summary>A clause before contests.</summary>
/// <param name="Policy">Its policy.</param>
/// <param name="Clause">The clause.</param>
/// <param name="All">What it comes to for the subject as a whole, in columns of the results.</param>
/// <param name="Subjects">The place of the subject.</param>
internal sealed record SqlClause(IrPolicy Policy, IrClause Clause, SqlUnit All, SqlPlace Subjects)
{
    /// <summary>The least amount, in fen.</summary>
    public SqlTerm Low => All.Amount.Low ?? SqlTerm.Number(0);

    /// <summary>The greatest; NULL where there is no end.</summary>
    public SqlTerm High => All.Amount.High ?? SqlTerm.Constant("NULL");
}

/// <summary>Statuses that only SQL gives.</summary>
public static class SqlStatus
{
    /// <summary>资料不全 or 待核定: what is awaited is not said.</summary>
    public const string Open = "未定";

    /// <summary>Records or support of this subject call for a rule that SQL does not say: only the program can tell.</summary>
    public const string Unjudged = "不判";
}

/// <summary>Writes clauses.</summary>
/// <param name="tables">The tables of the script.</param>
/// <param name="results">The table of results of the kind of subject.</param>
/// <param name="sums">Sums over rows by detail.</param>
internal sealed class ClauseWriter(ScriptTables tables, SqlTable results, RowSums sums)
{
    private static readonly BigInteger MostRows = BigInteger.One << 31;

    /// <summary>A clause before contests, or why it cannot be said.</summary>
    public (SqlClause? Said, Refusal? Refusal) Write(IrPolicy policy, IrClause clause)
    {
        var writer = new ExpressionWriter(tables);
        var subjects = new SqlPlace(tables.Subjects(clause.Subject), policy, null, null);
        var units = new UnitWriter(tables, writer, policy, clause);
        var all = clause.PerRow is { } detail && tables.Missing.Contains(detail) ? Missing(writer, clause, detail.Name)
            : clause.PerRow is { } rows ? OfRows(writer, units, clause, new(tables.Rows(clause.Subject, rows), policy, subjects, rows))
            : Imported(writer, units.Write(subjects), subjects);
        if (clause is { BenefitItem: not null, IsStackable: false } && CompetitionResolver.MeetsOutsiders(policy, clause)
            && tables.Missing.Contains(clause.Subject.OtherSupport))
            writer.Refuse($"没有提供「{clause.Subject.OtherSupport.Name}」", clause.LegalBasis.Origin);
        if (clause.NeedsPlaces)
            writer.Refuse("名额、总额要与申报的全部主体一起排定", clause.LegalBasis.Origin);
        if (clause.RowCap is { } rowCap)
            writer.Refuse("累计上限 每行", rowCap.Origin);
        if (clause.Frequency.IsStepUp)
            writer.Refuse("竞合 晋级补差", clause.LegalBasis.Origin);
        if (clause.PaysOneRow)
            writer.Refuse("竞合 只给一项", clause.LegalBasis.Origin);
        if (policy.JointCaps.FirstOrDefault(cap => cap.Clauses.Contains(clause)) is { } joint)
            writer.Refuse("合计上限", joint.Limit.Origin);
        if (writer.Refusal is null)
            all = all with { Amount = Capped(writer, policy, clause, all.Amount, subjects) };
        return writer.Refusal is { } refusal ? (null, refusal) : (new(policy, clause, all, subjects), null);
    }

    private static SqlUnit Missing(ExpressionWriter writer, IrClause clause, string detail)
    {
        writer.Refuse($"没有提供明细「{detail}」", clause.LegalBasis.Origin);
        return new(SqlTruth.No, SqlTruth.No, SqlTruth.No, SqlNumber.Of(0), null);
    }

    private SqlPlace Results(SqlPlace subjects) => new(results, subjects.Policy, subjects, null);

    private SqlUnit Imported(ExpressionWriter writer, SqlUnit unit, SqlPlace subjects)
    {
        var here = Results(subjects);
        return new((SqlTruth)writer.Import(unit.InForce, here), (SqlTruth)writer.Import(unit.Qualifies, here),
            (SqlTruth)writer.Import(unit.IsDue, here), (SqlNumber)writer.Import(unit.Amount, here),
            unit.IsUnjudged is { } open ? results.Import(subjects.Table.Keep(open)) : null);
    }

    private SqlUnit OfRows(ExpressionWriter writer, UnitWriter units, IrClause clause, SqlPlace rows)
    {
        var unit = units.Write(rows);
        if (writer.Refusal is not null || rows.Subjects is not { } subjects || rows.Detail is not { } detail)
            return unit;
        var figures = sums.Of(rows.Table, results);
        // Where there is no row, that the policy is in force is said of any row.
        var ofAny = (SqlTruth)writer.Import(units.InForce(subjects with { RowIsUnknown = detail }), Results(subjects));
        var some = figures.Add($"bool_or({unit.InForce.Term} IS NOT FALSE)", "NULL");
        var isDue = figures.Add($"bool_or({unit.IsDue.Term})", "FALSE");
        var isOpen = figures.Add($"count(*) FILTER (WHERE {unit.IsDue.Term} IS NULL)", "0");
        var shape = unit.Amount.Shape with { Magnitude = unit.Amount.Shape.Magnitude * MostRows };
        if (!shape.Fits)
            writer.Refuse("各行的合计可能超过 120 位", clause.LegalBasis.Origin);
        SqlTerm Sum(SqlTerm? end) =>
            figures.Add(tables.Dialect.Whole(SqlTerm.Of($"sum({end ?? SqlTerm.Number(0)})"), shape.IsNarrow).Text, "0");
        var high = Sum(unit.Amount.High);
        if (unit.Amount.HighMayBeOpen)
        {
            var endless = figures.Add($"count(*) FILTER (WHERE {unit.Amount.High ?? default} IS NULL)", "0");
            high = SqlTerm.Of($"CASE WHEN {endless} > 0 THEN NULL ELSE {high} END");
        }
        return new(new(results.Keep(SqlTerm.Of($"coalesce({some}, {ofAny.Term} IS NOT FALSE)")), false),
            new(figures.Add($"bool_or({unit.Qualifies.Term} IS NOT FALSE)", "FALSE"), false),
            new(results.Keep(SqlTerm.Of($"CASE WHEN {isDue} THEN TRUE WHEN {isOpen} > 0 THEN NULL ELSE FALSE END")), true),
            new(Sum(unit.Amount.Low), results.Keep(high), shape) { HighMayBeOpen = unit.Amount.HighMayBeOpen },
            unit.IsUnjudged is { } open ? figures.Add($"bool_or({open})", "FALSE") : null);
    }

    private SqlNumber Capped(ExpressionWriter writer, IrPolicy policy, IrClause clause, SqlNumber amount, SqlPlace subjects)
    {
        var numbers = new NumberWriter(tables.Dialect, results);
        SqlNumber Cut(SqlNumber before, IrExpression cap, SqlTerm? paid)
        {
            var limit = writer.Numbers(subjects).Round(writer.Number(cap, subjects), IrRounding.ToFen.Step, RoundingMode.HalfAwayFromZero,
                UnitWriter.Fen);
            if (!limit.Shape.Fits)
                writer.Refuse("上限可能超过 120 位", cap.Origin);
            var left = (SqlNumber)writer.Import(limit, Results(subjects));
            if (paid is { } taken)
                left = numbers.Add(left,
                    SqlNumber.Point(SqlTerm.Of($"CASE WHEN {taken} > 0 THEN {taken} ELSE 0 END"),
                        new(UnitWriter.Fen, CellScale.Limit * MostRows, IsNonNegative: true)), isDifference: true);
            return numbers.Kept(numbers.Extreme([before, numbers.AtLeastZero(left)], isLeast: true));
        }
        if (clause.SubjectCap is { } subjectCap)
            amount = Cut(amount, subjectCap, null);
        if (clause.CumulativeCap is { } cumulative)
            amount = Cut(amount, cumulative, results.Import(tables.Records.PaidBefore(policy, clause, subjects.Table)));
        return amount;
    }

    /// <summary>The columns of a clause after its contest.</summary>
    public ClauseColumnsOf Columns(SqlClause said, SqlContest contest)
    {
        var (all, dialect) = (said.All, tables.Dialect);
        var unjudged = contest.IsUnjudged.Concat(all.IsUnjudged is { } open ? [open] : []).ToList();
        var word = (ClauseStatus status) => dialect.Text(status.Word());
        var isUnjudged = unjudged.Count == 0 ? SqlTerm.Constant("FALSE") : SqlTerm.Of($"({SqlTerm.Join(" OR ", unjudged)})");
        var isDisplaced = contest.IsDisplaced ?? SqlTerm.Constant("FALSE");
        var status = results.Keep(SqlTerm.Of($"CASE WHEN {all.InForce.Term} IS FALSE THEN {word(ClauseStatus.NotInForce)} "
            + $"WHEN {all.Qualifies.Term} IS FALSE THEN {word(ClauseStatus.NotEligible)} "
            + $"WHEN {isUnjudged} THEN {dialect.Text(SqlStatus.Unjudged)} WHEN {isDisplaced} THEN {word(ClauseStatus.Displaced)} "
            + $"WHEN {all.IsDue.Term} AND {said.Low} = {said.High} THEN {word(ClauseStatus.Eligible)} "
            + $"ELSE {dialect.Text(SqlStatus.Open)} END"));
        SqlTerm Shown(SqlTerm end)
        {
            var paid = contest.IsDisplaced is null ? end
                : SqlTerm.Of($"CASE WHEN {status} = {word(ClauseStatus.Displaced)} THEN 0 ELSE {end} END");
            return unjudged.Count == 0 ? paid
                : results.Keep(SqlTerm.Of($"CASE WHEN {status} <> {dialect.Text(SqlStatus.Unjudged)} THEN {paid} END"));
        }
        return new(said.Policy, said.Clause, status, Shown(said.Low), Shown(said.High));
    }
}
