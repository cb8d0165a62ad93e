// Remarks for the reader beside a result, in Chinese: what the figures alone do not say. Each sentence is written once, here.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Writes the notes of clauses and subjects.</summary>
internal sealed class Remarks(IrProgram program, EvaluationContext context)
{
    /// <summary>The notes of a clause.</summary>
    public ImmutableArray<string> OfClause(ClauseEvaluation work, ClauseStatus status, Unknowns unknowns)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (status == ClauseStatus.NotInForce)
            notes.Add(OutOfForce(work.Policy));
        foreach (var unit in work.Units)
            notes.AddRange(OfUnit(work, unit).Select(note => unit.RowKey is { } key ? $"事项行 {key}：{note}" : note));
        notes.AddRange(StrayApprovals(work).Select(static note => note.Text));
        notes.AddRange(work.Caps.Where(static cap => cap.Bites).Select(OfCap));
        if (work.Received is { } received)
            notes.Add(ReceivedRemarks.Text(received));
        if (work.Shortfall is { } shortfall)
            notes.Add(ReceivedRemarks.Text(shortfall));
        notes.AddRange(work.Policy.Exclusions.Where(exclusion => exclusion.Clauses.Contains(work.Clause))
            .Select(exclusion => OfChoice(work, exclusion)).OfType<string>());
        notes.AddRange(work.JointCuts.Where(static cut => cut.Bites).Select(static cut => cut.Text));
        if (work.Place is { } place)
            notes.AddRange(PlaceRemarks.Of(work.Clause, place));
        notes.AddRange(PayoutRemarks.WithoutAward(work));
        notes.AddRange(unknowns.Items.Where(IsWrittenParameter).Select(item =>
            $"错误：参数「{item.Name}」在 {CivilDate.Format(context.AsOf)} 没有取值，本条款不能算定；"
            + $"请在参数的历次取值中补上这一天适用的值。"));
        if (work.Clause.PassThrough is { IsInProgram: true } target)
            notes.Add($"落实 {target.PolicyNumber}{(target.ClauseNumber is { } number ? $" 条款 {number}" : "")}，金额在该处计算，"
                + $"本条款不计入合计。");
        return notes.ToImmutable();
    }

    /// <summary>The approvals that were not taken as they stand.</summary>
    public static ImmutableArray<ApprovalNote> OfApprovals(ClauseEvaluation work) => work.Records.Approvals.IsEmpty ? [] :
    [
        .. work.Units.Select(unit => OfApproval(work, unit) is { } text ? new ApprovalNote(unit.RowKey, () => text) : null)
            .OfType<ApprovalNote>(),
        .. StrayApprovals(work),
    ];

    /// <summary>The notes on a subject as a whole, each said once.</summary>
    public static ImmutableArray<string> OfSubject(SubjectFacts facts, IReadOnlyList<ClauseEvaluation> works)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.AddRange(works.Select(static work => work.Policy).Distinct().Where(static policy => policy.EffectiveDateIsAssumed)
            .Select(static policy => $"{policy.Number} 未写施行日期，按成文日期 {CivilDate.Format(policy.EffectiveDate)} 起施行计算。"));
        if (facts.Approvals.IsEmpty && works.Any(static work => work.Clause.Award is IrApproval or IrCaseByCase))
            notes.Add("没有核定记录，按尚未核定计算。");
        if (facts.Payments.IsEmpty
            && works.Any(static work =>
                work.Clause is not { CumulativeCap: null, RowCap: null, Frequency.IsStepUp: false } or { Quota.IsYearly: false }
                || work.Clause.ReadsHistory || work.Clause.Payout is not null
                || work.Clause.Frequency.Kind is FrequencyKind.Once or FrequencyKind.Yearly))
            notes.Add("没有兑现记录，按从未兑现计算。");
        notes.AddRange(facts.DamagedDetails.Select(static detail => $"「{detail}」有读不进来的行，整张表按未提供处理。"));
        return notes.ToImmutable();
    }

    private string OutOfForce(IrPolicy policy) =>
        $"施行期 {CivilDate.Format(policy.EffectiveDate)} 至 "
        + $"{(policy.ExpiryDate is { } expiry ? CivilDate.Format(expiry) : "（未定失效日期）")}，测算日 "
        + $"{CivilDate.Format(context.AsOf)} 不在其中。";

    private IEnumerable<string> OfUnit(ClauseEvaluation work, UnitEvaluation unit)
    {
        var clause = work.Clause;
        if (unit.InForce.Truth != Truth.No && unit.Frequency.Truth == Truth.No)
            yield return OfFrequency(clause.Frequency, unit);
        if (OfApproval(work, unit) is { } ofApproval)
            yield return ofApproval;
        if (unit.Award is { Computed: { Bounds.High: { Sign: < 0 } result } })
            yield return $"算得 {Money(result)}，奖补不为负，按 0元 计算。";
        if (unit.RowCap is { Bites: true } cap)
            yield return OfCap(cap);
        if (unit.Received is { } received)
            yield return ReceivedRemarks.Text(received);
        if (unit.Standing.SharedFrom is { } whole)
            yield return OfShare(whole, unit.Amount);
    }

    /// <summary>What a row bears of the cut of 单位上限.</summary>
    public static string OfShare(NumberValue before, NumberValue after) =>
        $"单位上限按比例分摊：由 {Show(before)} 减为 {Show(after)}。";

    private static string? OfApproval(ClauseEvaluation work, UnitEvaluation unit) => work.Records.Approved(unit.RowKey) switch
    {
        null => null,
        { } approved when unit.Qualifies.Truth == Truth.No => ApprovalRemarks.Refused(
            work.Clause, approved, unit.InForce.Truth == Truth.No, !unit.Failed.IsZero),
        { } approved when work.Clause.Award is IrFormula => ApprovalRemarks.ByFormula(approved),
        { } approved when unit.Award is { IsCut: true, Computed: { } ceiling } => ApprovalRemarks.Cut(approved, ceiling),
        { } approved when unit.Award is { IsLifted: true, Floor: { } floor } => ApprovalRemarks.Lifted(approved, floor),
        _ => null,
    };

    private string OfFrequency(IrFrequency frequency, UnitEvaluation unit)
    {
        var years = string.Join("、",
            unit.History.Where(static net => HistoryRule.IsPaidYear(net.Value)).Select(static net => $"{net.Key}年度 {Money(net.Value)}"));
        return frequency.Kind switch
        {
            FrequencyKind.Once when years.Length == 0 => $"频次已用尽：每次，累计最多 {frequency.Times}次。",
            FrequencyKind.Once => $"频次已用尽：{Wording.OnceAsWritten(frequency)}，已兑现 {years}。",
            FrequencyKind.Yearly when frequency.Allowance is { } allowance =>
                $"频次已用尽：累计最多 {QuantityFormat.Display(allowance.Most, allowance.Type)}，以前年度的兑现已经计满。",
            FrequencyKind.Yearly => $"频次已用尽：最多 {frequency.Years}年，已兑现 {years}。",
            _ => $"{context.Year}年度不在{Wording.PeriodOf(frequency)}之内。",
        };
    }

    /// <summary>择一 by a field that names none of the clauses; null where it names one, or is not known.</summary>
    private string? OfChoice(ClauseEvaluation work, IrExclusion exclusion) =>
        exclusion.Choice is { } field && new ExpressionEvaluator(context).Visit(new IrFact(field, SourceLocation.None), work.Subject)
            is TextValue { Text: { } chosen }
        && !exclusion.Clauses.SelectMany(static clause => clause.Conditions).Select(static condition => condition.Expression)
            .OfType<IrMember>().Any(member => member.Operand is IrFact fact && fact.Field == field && member.Values.Contains(chosen))
            ? $"{field.Name}「{chosen}」没有选{exclusion.Text["竞合".Length..].Trim()}里的任何一条。" : null;

    private static string OfCap(CapOutcome cap) =>
        $"{cap.Text}：由 {Show(cap.Before)} 减为 {Show(cap.After)}。";

    private static IEnumerable<ApprovalNote> StrayApprovals(ClauseEvaluation work)
    {
        var known = work.Units.Select(static unit => unit.RowKey).ToHashSet();
        return work.Records.Approvals.Where(record => !known.Contains(record.RowKey))
            .Select(static record => ApprovalRemarks.Stray(record.RowKey, record.Amount));
    }

    private bool IsWrittenParameter(UnknownItem item) =>
        item.Kind == UnknownKind.Parameter && program.Parameters.Any(parameter => parameter.Name == item.Name && !parameter.IsExternal);

    private static string Show(NumberValue value) => QuantityFormat.Display(value.Bounds, DslType.Money);

    private static string Money(Rational amount) => QuantityFormat.Display(amount, DslType.Money);
}
