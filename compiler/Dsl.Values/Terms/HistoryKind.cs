// What the records of earlier years say of a clause, as bound tree and IR have it.
namespace Dsl.Values.Terms;

/// <summary>A figure that is taken from 兑现记录.</summary>
public enum HistoryKind
{
    /// <summary>已得(条款 n): the net amount of earlier years, in yuan.</summary>
    Amount,

    /// <summary>已得年数(条款 n): in how many earlier years it was paid.</summary>
    Years,

    /// <summary>已得数量(条款 n): how much of what the clause counts was paid for in earlier years.</summary>
    Quantity,

    /// <summary>可补月数, 可补数量: what 累计 最多 … 计 … leaves of the allowance.</summary>
    Left,
}
