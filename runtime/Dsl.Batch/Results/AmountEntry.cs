// An amount in JSON documents: 金额, 最高 and 不封顶.
using System.Text.Json.Serialization;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Batch.Results;

/// <summary>A sum, in yuan with two decimals.</summary>
internal sealed class AmountEntry
{
    private readonly Rational _low;
    private readonly Rational _high;

    internal AmountEntry(Rational low, Rational high, long unbounded) => (_low, _high, Unbounded) = (low, high, unbounded);

    internal AmountEntry(AmountSum sum)
        : this(sum.Low, sum.High, sum.Unbounded)
    {
    }

    internal AmountEntry(Totals totals)
        : this(totals.Amount.Low ?? 0, totals.Amount.High ?? 0, totals.Unbounded)
    {
    }

    [JsonPropertyName("金额")] public string Amount => QuantityFormat.Ledger(_low);
    [JsonPropertyName("最高")] public string Highest => QuantityFormat.Ledger(_high);
    [JsonPropertyName("不封顶")] public long Unbounded { get; }
}
