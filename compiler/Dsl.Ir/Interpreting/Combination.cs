// 从新 and 从高不重复: who meets whom, between rows and between clauses, with the built-in detail 其他政策支持.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;

namespace Dsl.Ir.Interpreting;

/// <summary>Holds the contests of a subject.</summary>
/// <param name="works">The clauses, earlier policies first (by 施行日期, then 文号), then in the order of the file.</param>
/// <param name="support">Support under policies that are not written here.</param>
internal sealed class Combination(IReadOnlyList<ClauseWork> works, OutsideSupport support)
{
    /// <summary>Between rows of the same 明细 with the same 事项 and key, before the sum.</summary>
    public void BetweenRows()
    {
        var rows = works.Where(TakesPart).Where(static work => work.Clause.Each is not null)
            .SelectMany(static work => work.Units.Select(unit => (Work: work, Unit: unit)))
            .GroupBy(static row => (row.Work.Clause.Matter, row.Work.Clause.Each, row.Unit.RowKey));
        foreach (var group in rows)
        {
            var matter = group.Key.Matter ?? "";
            var members = group.Select(static row => (row.Unit, Side: Contender.Of(row.Work, row.Unit.Amount, row.Unit.IsDue))).ToList();
            var outside = support.For(matter, group.Key.RowKey, forRows: true);
            Contest.Decide([.. outside, .. members.Select(static member => member.Side)], static (_, _) => true, matter, group.Key.RowKey);
            foreach (var (unit, side) in members)
                (unit.Amount, unit.IsDue, unit.DisplacedBy, unit.Group, unit.Waits) = (side.Amount, side.IsDue, side.DisplacedBy, side.Group, side.Waits);
        }
    }

    /// <summary>Between clauses with the same 事项, after the caps.</summary>
    public void BetweenClauses()
    {
        foreach (var group in works.Where(TakesPart).GroupBy(static work => work.Clause.Matter ?? ""))
        {
            var members = group.Select(static work => (Work: work, Side: Contender.Of(work, work.Amount, work.Takes))).ToList();
            var outside = support.For(group.Key, null, forRows: false);
            Contest.Decide([.. outside, .. members.Select(static member => member.Side)], MeetAsClauses, group.Key, null);
            foreach (var (work, side) in members)
            {
                (work.Amount, work.DisplacedBy, work.Group) = (side.Amount, side.DisplacedBy, side.Group);
                work.IsDue = side.Newer.IsNone ? work.IsDue : side.IsDue;
            }
        }
    }

    private static bool TakesPart(ClauseWork work) => work.Clause is { Matter: not null, IsAdditional: false };

    // Rows of the same 明细 have met one by one.
    internal static bool MeetAsClauses(Contender left, Contender right) =>
        left.Work?.Clause.Each is not { } detail || !ReferenceEquals(detail, right.Work?.Clause.Each);
}

/// <summary>The rows of 其他政策支持 as contenders.</summary>
internal sealed class OutsideSupport(SubjectFacts facts, int year)
{
    private const int PolicyField = 0, MatterField = 1, RowField = 2, YearField = 3, AmountField = 4;

    private readonly ImmutableArray<RowFacts>? _rows = facts.Subject.Details is [.., { IsBuiltIn: true } detail] ? facts.Details[detail.Ordinal] : [];

    /// <summary>Contenders that stand for a 事项: against rows with a key, or against clauses.</summary>
    public ImmutableArray<Contender> For(string matter, string? rowKey, bool forRows)
    {
        if (_rows is not { } rows)
        {
            var table = Unknowns.Of(UnknownKind.Table, IrDetail.OtherSupportName);
            return [Contender.Outside(IrDetail.OtherSupportName, new(Bounds.NonNegative, table), new(Truth.Unknown, table))];
        }
        return rows.IsEmpty ? [] : [.. rows.Where(row => AppliesTo(row, rowKey, forRows)).Select(row => Side(row, matter)).OfType<Contender>()];
    }

    private bool AppliesTo(RowFacts row, string? rowKey, bool forRows)
    {
        var isOfYear = row.Values[YearField] is not NumberValue given || Bounds.Same(given.Bounds, Bounds.Exactly(year)) != Truth.No;
        var key = (row.Values[RowField] as TextValue)?.Text;
        return isOfYear && (forRows ? key is not null && key == rowKey : key is null);
    }

    private static Contender? Side(RowFacts row, string matter)
    {
        var stated = (row.Values[MatterField] as TextValue)?.Text;
        if (stated is not null && stated != matter)
            return null;
        var prefix = $"{IrDetail.OtherSupportName}[{row.Key}]";
        var isDue = stated is null ? new TruthValue(Truth.Unknown, Unknowns.Of(UnknownKind.Fact, $"{prefix}.事项")) : TruthValue.Yes;
        var amount = row.Values[AmountField] as NumberValue ?? new(Bounds.NonNegative, Unknowns.Of(UnknownKind.Fact, $"{prefix}.金额"));
        var number = (row.Values[PolicyField] as TextValue)?.Text ?? IrDetail.OtherSupportName;
        return Contender.Outside(number, ValueRules.Under(isDue, amount), isDue);
    }
}
