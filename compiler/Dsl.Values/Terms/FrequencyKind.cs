// 频次: how often an award is given, as bound tree and IR have it.
namespace Dsl.Values.Terms;

/// <summary>频次.</summary>
public enum FrequencyKind
{
    /// <summary>Not said: history does not restrict.</summary>
    Unlimited,

    /// <summary>一次性 (and 每次, which is once per row): no year before Y with a net payment.</summary>
    Once,

    /// <summary>每年 [最多 N年]: fewer than N such years.</summary>
    Yearly,

    /// <summary>
    /// 每年 自 X 次年起|当年起 连续 N年: exactly N years from the year after X or that of X, also after expiry if X lies in the period in
    /// force.
    /// </summary>
    Consecutive,
}
