// 其他政策支持: rows of the year as contenders, rows of earlier years as money received.
using System.Collections.Immutable;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Facts;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>The rows of 其他政策支持 of one subject. For one thread.</summary>
internal sealed class OutsideSupport(SubjectFacts facts, int year)
{
    private const int PolicyField = 0, BenefitItemField = 1, RowField = 2, YearField = 3, AmountField = 4;

    private readonly ImmutableArray<RowFacts>? _rows =
        facts.Subject.Details is [.., { IsBuiltIn: true } detail] ? facts.Details[detail.Ordinal] : [];

    /// <summary>Contenders of the year that stand against a row (those with its key), or against clauses (those without a key).</summary>
    public ImmutableArray<CompetingAward> For(string matter, string? rowKey, bool forRows)
    {
        if (_rows is not { } rows)
        {
            var table = Unknowns.Of(UnknownKind.Table, IrDetail.OtherSupportName);
            return [CompetingAward.Outside(IrDetail.OtherSupportName, new(Bounds.NonNegative, table), new(Truth.Unknown, table))];
        }
        return rows.IsEmpty
            ? []
            : [.. rows.Where(row => IsOfYear(row) && (forRows ? rowKey is not null && RowKey(row) == rowKey : RowKey(row) is null))
                .Select(row => Side(row, matter)).OfType<CompetingAward>()];
    }

    /// <summary>Support of earlier years for a 事项.</summary>
    public ImmutableArray<OutsideReceipt> Earlier(string matter) => _rows is not { IsEmpty: false } rows ? [] :
    [
        .. from row in rows
           where row.Values[YearField] is NumberValue { Bounds.High: { } given } && given < year
           let side = Side(row, matter)
           where side is not null
           let of = (int)(((NumberValue?)row.Values[YearField])?.Bounds.High ?? 0).Floor()
           select new OutsideReceipt(RowKey(row),
               new(side.PolicyNumber, "", ImmutableSortedDictionary<int, Bounds>.Empty.Add(of, side.Own.Bounds), side.Own.Unknowns)),
    ];

    private bool IsOfYear(RowFacts row) =>
        row.Values[YearField] is not NumberValue given || Bounds.Same(given.Bounds, Bounds.Exactly(year)) != Truth.No;

    private static string? RowKey(RowFacts row) => (row.Values[RowField] as TextValue)?.Text;

    private static CompetingAward? Side(RowFacts row, string matter)
    {
        var stated = (row.Values[BenefitItemField] as TextValue)?.Text;
        if (stated is not null && stated != matter)
            return null;
        var prefix = $"{IrDetail.OtherSupportName}[{row.Key}]";
        var isDue = stated is null ? new TruthValue(Truth.Unknown, Unknowns.Of(UnknownKind.Fact, $"{prefix}.事项")) : TruthValue.Yes;
        var amount = row.Values[AmountField] as NumberValue ?? new(Bounds.NonNegative, Unknowns.Of(UnknownKind.Fact, $"{prefix}.金额"));
        var number = (row.Values[PolicyField] as TextValue)?.Text ?? IrDetail.OtherSupportName;
        return CompetingAward.Outside(number, AwardRule.WhereDue(isDue, amount), isDue);
    }
}
