// An amount in JSON documents: 金额, 最高 and 不封顶.
using System.Text.Json.Serialization;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Batch.Results;

/// <summary>A sum, in yuan with two decimals.</summary>
internal sealed class AmountEntry(Rational low, Rational high, long unbounded)
{
    public AmountEntry(AmountSum sum)
        : this(sum.Low, sum.High, sum.Unbounded)
    {
    }

    public AmountEntry(Totals totals)
        : this(totals.Amount.Low ?? 0, totals.Amount.High ?? 0, totals.Unbounded)
    {
    }

    [JsonPropertyName("金额")] public string Amount => QuantityFormat.Ledger(low);
    [JsonPropertyName("最高")] public string Highest => QuantityFormat.Ledger(high);
    [JsonPropertyName("不封顶")] public long Unbounded => unbounded;
}
