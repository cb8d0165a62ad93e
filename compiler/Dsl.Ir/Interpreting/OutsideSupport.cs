// 其他政策支持: rows of the year as contenders, rows of earlier years as money received.
using System.Collections.Immutable;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;

namespace Dsl.Ir.Interpreting;

/// <summary>The rows of 其他政策支持 of one subject. For one thread.</summary>
internal sealed class OutsideSupport(SubjectFacts facts, int year)
{
    private const int PolicyField = 0, MatterField = 1, RowField = 2, YearField = 3, AmountField = 4;

    private readonly ImmutableArray<RowFacts>? _rows = facts.Subject.Details is [.., { IsBuiltIn: true } detail] ? facts.Details[detail.Ordinal] : [];

    // How support for a row stood against that row, for the contest of the sums.
    private readonly Dictionary<(string Matter, string Row), List<Contender>> _fates = [];

    /// <summary>Contenders of the year that stand against a row: those with its key.</summary>
    public ImmutableArray<Contender> ForRow(string matter, string? rowKey) => Of(matter, row =>
    {
        if (rowKey is null || RowKey(row) != rowKey || Side(row, matter) is not { } side)
            return null;
        if (!_fates.TryGetValue((matter, row.Key), out var fates))
            _fates.Add((matter, row.Key), fates = []);
        fates.Add(side);
        return side;
    });

    /// <summary>Contenders of the year that stand against clauses; those for a row, which stand beside other rows, against clauses without 每个 only.</summary>
    /// <param name="matter">事项.</param>
    /// <param name="rows">Tables of rows that were not supplied: a row of them may displace support for it.</param>
    public ImmutableArray<Contender> ForClauses(string matter, Unknowns rows) => Of(matter, row =>
    {
        if (Side(row, matter) is not { OutsideRow: not null } side)
            return Side(row, matter);
        var fates = _fates.GetValueOrDefault((matter, row.Key)) ?? [];
        if (fates.Count > 0 && fates.TrueForAll(static fate => fate.DisplacedBy is not null))
            return null;
        // While it is open whether a row displaces it, it is no more than possible.
        var open = fates.Aggregate(rows, static (sum, fate) => sum | fate.Waits);
        return open.IsNone && fates.TrueForAll(static fate => fate is { DisplacedBy: null, Group: null }) ? side
            : Contender.Outside(side.PolicyNumber, new(new Bounds(0, side.Own.Bounds.High), open), new(Truth.Unknown, open), RowKey(row));
    });

    /// <summary>Support of earlier years for a 事项.</summary>
    public ImmutableArray<OutsideReceipt> Earlier(string matter) => _rows is not { IsEmpty: false } rows ? [] :
    [
        .. from row in rows
           where row.Values[YearField] is NumberValue { Bounds.High: { } given } && given < year
           let side = Side(row, matter)
           where side is not null
           let of = (int)(((NumberValue?)row.Values[YearField])?.Bounds.High ?? 0).Floor()
           select new OutsideReceipt(RowKey(row), new(side.PolicyNumber, "", ImmutableSortedDictionary<int, Bounds>.Empty.Add(of, side.Own.Bounds), side.Own.Unknowns)),
    ];

    private ImmutableArray<Contender> Of(string matter, Func<RowFacts, Contender?> side)
    {
        if (_rows is not { } rows)
        {
            var table = Unknowns.Of(UnknownKind.Table, IrDetail.OtherSupportName);
            return [Contender.Outside(IrDetail.OtherSupportName, new(Bounds.NonNegative, table), new(Truth.Unknown, table), null)];
        }
        return rows.IsEmpty ? [] : [.. rows.Where(IsOfYear).Select(side).OfType<Contender>()];
    }

    private bool IsOfYear(RowFacts row) => row.Values[YearField] is not NumberValue given || Bounds.Same(given.Bounds, Bounds.Exactly(year)) != Truth.No;

    private static string? RowKey(RowFacts row) => (row.Values[RowField] as TextValue)?.Text;

    private static Contender? Side(RowFacts row, string matter)
    {
        var stated = (row.Values[MatterField] as TextValue)?.Text;
        if (stated is not null && stated != matter)
            return null;
        var prefix = $"{IrDetail.OtherSupportName}[{row.Key}]";
        var isDue = stated is null ? new TruthValue(Truth.Unknown, Unknowns.Of(UnknownKind.Fact, $"{prefix}.事项")) : TruthValue.Yes;
        var amount = row.Values[AmountField] as NumberValue ?? new(Bounds.NonNegative, Unknowns.Of(UnknownKind.Fact, $"{prefix}.金额"));
        var number = (row.Values[PolicyField] as TextValue)?.Text ?? IrDetail.OtherSupportName;
        return Contender.Outside(number, ValueRules.Under(isDue, amount), isDue, RowKey(row));
    }
}
