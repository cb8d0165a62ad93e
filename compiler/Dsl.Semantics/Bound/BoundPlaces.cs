// 名额 and 总额 with resolved references.
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Bound;

/// <summary>Who comes first.</summary>
/// <param name="Syntax">As written.</param>
/// <param name="By">What subjects are ordered by.</param>
/// <param name="IsLowestFirst">从低 or 先到先得.</param>
public sealed record BoundOrder(OrderSyntax Syntax, BoundExpression By, bool IsLowestFirst);

/// <summary>名额.</summary>
/// <param name="Syntax">The line.</param>
/// <param name="Count">How many.</param>
/// <param name="Order">Who comes first.</param>
public sealed record BoundQuota(QuotaLine Syntax, BoundExpression Count, BoundOrder Order);

/// <summary>总额.</summary>
/// <param name="Syntax">The line.</param>
/// <param name="Amount">The most that all get together.</param>
/// <param name="Order">延至下年: who comes first, as this line or 名额 says; null for 按比例压缩.</param>
public sealed record BoundBudget(BudgetLine Syntax, BoundExpression Amount, BoundOrder? Order);
