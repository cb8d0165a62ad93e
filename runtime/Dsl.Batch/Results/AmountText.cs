// Sums of money as people read them: thousands apart, two decimals, and what is open beside what is certain.
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Batch.Results;

/// <summary>Writes amounts for people.</summary>
internal static class AmountText
{
    /// <summary>1,234,567.00 元（最高 2,000,000.00 元，另有 1 项不封顶）.</summary>
    public static string Of(AmountSum sum)
    {
        var high = sum.High != sum.Low ? $"最高 {Yuan(sum.High)}" : "";
        var open = sum.Unbounded > 0 ? $"另有 {sum.Unbounded} 项不封顶" : "";
        var more = string.Join('，', new[] { high, open }.Where(static part => part.Length > 0));
        return more.Length == 0 ? Yuan(sum.Low) : $"{Yuan(sum.Low)}（{more}）";
    }

    /// <summary>What one clause or subject gets: 100.00 元, 0.00 至 100.00 元, 0.00 元起（不封顶）.</summary>
    public static string Of(Bounds amount)
    {
        var low = amount.Low ?? Rational.Zero;
        return amount.IsPoint ? Yuan(low) : amount.High is { } high ? $"{Figure(low)} 至 {Yuan(high)}" : $"{Yuan(low)}起（不封顶）";
    }

    /// <summary>1,234,567.00 元.</summary>
    public static string Yuan(Rational amount) => Figure(amount) + " 元";

    /// <summary>+1,234.00, −1,234.00 or 0.00: a difference.</summary>
    public static string Signed(Rational difference) =>
        difference.Sign switch { > 0 => "+" + Figure(difference), < 0 => "−" + Figure(-difference), _ => Figure(difference) };

    /// <summary>1,234,567.00.</summary>
    public static string Figure(Rational amount) => QuantityFormat.Ledger(amount, isGrouped: true);
}
