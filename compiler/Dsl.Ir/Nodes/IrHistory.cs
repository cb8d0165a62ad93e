// What was paid under a clause of the same policy in earlier years, as a figure; and the allowance that records use up.
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Ir.Nodes;

/// <summary>
/// A figure from 兑现记录 of earlier years: of the row where the place has a row of the clause's 每个, else of the subject. Never below 0.
/// </summary>
public sealed class IrHistory(HistoryKind kind, string clauseNumber, DslType type, SourceLocation origin) : IrExpression(type, origin)
{
    /// <summary>Which figure.</summary>
    public HistoryKind Kind { get; } = kind;

    /// <summary>The clause of the same policy whose records are meant.</summary>
    public string ClauseNumber { get; } = clauseNumber;
}

/// <summary>频次 每年 累计 最多 36个月 计 本年缴费月数.</summary>
/// <param name="Most">How much may be paid for over all years, in the unit of <paramref name="Counted"/>.</param>
/// <param name="Counted">How much is paid for this year.</param>
public sealed record IrAllowance(Rational Most, IrExpression Counted)
{
    /// <summary>What the figures are counted in.</summary>
    public DslType Type => Counted.Type;
}
