// 已得(条款 n), 已得年数, 已得数量, 可补月数: what records of earlier years say, as a value; and 累计 最多 … 计 ….
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Semantics.Bound;

/// <summary>A figure from 兑现记录 of earlier years.</summary>
/// <param name="Syntax">Where it comes from.</param>
/// <param name="Span">The place in the text.</param>
/// <param name="Kind">Which figure.</param>
/// <param name="ClauseNumber">The clause of the same policy.</param>
/// <param name="Type">Its type.</param>
public sealed record BoundHistory(ExpressionSyntax Syntax, TextSpan Span, HistoryKind Kind, string ClauseNumber, DslType Type)
    : BoundExpression(Syntax, Span, Type)
{
    /// <summary>Whether it is what is left for a row under 每个.</summary>
    public bool IsOfRow { get; init; }

    /// <summary>What is left of an allowance in months.</summary>
    public const string MonthsLeft = "可补月数";

    /// <summary>What is left of an allowance in another unit.</summary>
    public const string QuantityLeft = "可补数量";

    /// <summary>Whether a word is the name of what is left of an allowance.</summary>
    public static bool IsLeft(string name) => name is MonthsLeft or QuantityLeft;

    /// <summary>The unit of 每年 累计 最多 36个月 计 …: years are counted in months.</summary>
    public static DslType? CountedBy(FrequencyLine? line)
    {
        if (line is not { InTotal: not null, Mode.Value: "每年", Limit: LiteralExpression { Token.Number: { PerUnit.Length: 0 } number } }
            || number is not { Dimension: { } dimension, IsShare: false })
            return null;
        var type = new QuantityType(dimension);
        return type.IsMoney ? null : type == DslType.In(Units.Years) ? DslType.In(Units.Months) : type;
    }

    /// <summary>The name of what is left of an allowance of a type.</summary>
    public static string NameOfLeft(DslType type) => type == DslType.In(Units.Months) ? MonthsLeft : QuantityLeft;
}

/// <summary>频次 每年 累计 最多 36个月 计 本年缴费月数.</summary>
/// <param name="Most">36.</param>
/// <param name="Counted">本年缴费月数, in the unit of the limit.</param>
public sealed record BoundAllowance(Rational Most, BoundExpression Counted);
