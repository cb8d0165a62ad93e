// 名额 and 总额: rules of a clause over all who claim it.
namespace Dsl.Ir.Nodes;

/// <summary>Which subjects come first.</summary>
/// <param name="By">What they are ordered by, of the facts of a subject: a number or a date.</param>
/// <param name="IsLowestFirst">从低, or 先到先得: the least value comes first.</param>
/// <param name="IsFirstCome">Written as 先到先得.</param>
public sealed record IrOrder(IrExpression By, bool IsLowestFirst, bool IsFirstCome);

/// <summary>名额: only the first so many get the award.</summary>
/// <param name="Count">How many; the same for all subjects.</param>
/// <param name="IsYearly">每年; else those who were paid in earlier years hold places.</param>
/// <param name="Order">Who comes first.</param>
public sealed record IrQuota(IrExpression Count, bool IsYearly, IrOrder Order);

/// <summary>总额: the most that all get together.</summary>
/// <param name="Amount">Money; the same for all subjects.</param>
/// <param name="Order">延至下年: in this order the claims are paid in full while the money lasts; null for 按比例压缩.</param>
public sealed record IrBudget(IrExpression Amount, IrOrder? Order);
