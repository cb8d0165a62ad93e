// The twelve clauses as business software is usually written: an object per enterprise, decimals, rounding by the library.
using static Dsl.Compare.Enterprises;

namespace Dsl.Compare;

/// <summary>An enterprise as an object. Money is in yuan.</summary>
internal sealed record DecimalRow(decimal[] Money, (int All, int Researchers) Staff, int Years, int Patents, int Partners, int Grade,
    (bool IsCertified, bool IsNew) Marks)
{
    /// <summary>The first of some enterprises.</summary>
    public static DecimalRow[] Of(Enterprises rows, int count) =>
        [.. Enumerable.Range(0, count).Select(row => new DecimalRow([.. rows.Money.Select(column => column[row] / 100m)],
            (rows.Staff[row], rows.Researchers[row]), rows.Years[row], rows.Patents[row], rows.Partners[row], rows.Grade[row],
            (rows.IsCertified[row] == 1, rows.IsNew[row] == 1)))];

    /// <summary>All awards of the enterprise.</summary>
    public decimal Award()
    {
        var sum = Marks.IsCertified ? Math.Min(Fen(Money[Cost] * 0.3m), 1_000_000m) : 0;
        sum += Math.Min(Fen(Money[Fund] * 0.03m), 1_000_000m);
        sum += Fen(Money[Enterprises.Award] * 0.2m);
        sum += Money[Research] < 10_000_000m ? Fen(Money[Research] * 0.1m) : 0;
        var built = Money[Investment] >= 3_000_000m ? Math.Min(Fen(Money[Investment] * 0.3m), 2_000_000m) : 0;
        sum += Math.Max(built, Years <= 3 ? Math.Min(Fen(Money[Equipment] * 0.2m), 300_000m) : 0);
        sum += Math.Min(Fen(Money[Refinancing] * 0.002m), 2_000_000m);
        sum += Marks.IsNew && Staff.Researchers > Staff.All * 0.1m && Staff.Researchers >= 50 ? 200_000m : 0;
        sum += Money[Matched] + Patents * 20_000m + Partners * 100_000m;
        sum += Math.Min(Fen(Money[Income] * 0.02m), 5_000_000m);
        return sum + Grade switch { 1 => 200_000m, 2 => 500_000m, 3 => 1_000_000m, _ => 0 };
    }

    private static decimal Fen(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
