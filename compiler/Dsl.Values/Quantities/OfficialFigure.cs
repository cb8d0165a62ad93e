// A figure of an official text: 1000万元, 30%, 6:4, 3年, 2021年6月21日.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Values.Quantities;

/// <summary>What a figure says.</summary>
public enum FigureKind
{
    /// <summary>A number with a scale, a unit, both or neither.</summary>
    Quantity,

    /// <summary>30%, 3‰, 百分之三十, 四分之一, 减半, 8折, 5个百分点.</summary>
    Percent,

    /// <summary>6:4.</summary>
    Ratio,

    Date,

    /// <summary>A calendar year: 2025年, 2021年度.</summary>
    Year,
}

/// <summary>What a figure is for in its sentence.</summary>
public enum FigureWeight
{
    /// <summary>An amount, a share, a threshold, a length of time: what a clause has to say as well.</summary>
    Amount,

    /// <summary>A place in an order: 第三年, 前三名, 前两年. It is no amount, but a condition may be about it.</summary>
    Ordinal,

    /// <summary>One numeral in characters with a counting word (三家, 两名), 半年: a figure as often as a way of speaking.</summary>
    Incidental,
}

/// <summary>A figure with its place.</summary>
/// <param name="Start">Its first position in the text.</param>
/// <param name="Length">Its length, with scale and unit.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Value">The number with its scale applied (30% is 3/10; a date is its day number); for a ratio its first part.</param>
/// <param name="Unit">The canonical unit, such as 元, 月 or 倍; empty where none is said.</param>
public sealed record OfficialFigure(int Start, int Length, FigureKind Kind, Rational Value, string Unit)
{
    /// <summary>The unit below the line in 2万元/件, all of them in 40元/平方米/月 (平方米/月); empty where none.</summary>
    public string PerUnit { get; init; } = "";

    /// <summary>The scale of what it is per, such as 亿 in 17件/亿元; empty for none.</summary>
    public string PerScale { get; init; } = "";

    /// <summary>What the digits are multiplied with: 10000 for 万, 1/100 for %, 1 where nothing is said.</summary>
    public Rational Scale { get; init; } = Rational.One;

    public FigureWeight Weight { get; init; }

    public ImmutableArray<Rational> Parts { get; init; } = [];

    /// <summary>The position after the figure.</summary>
    public int End => Start + Length;

    /// <summary>A number without scale and unit (985, 12345): part of a name as often as a figure.</summary>
    public bool IsBare => Kind == FigureKind.Quantity && Unit.Length == 0 && Scale == Rational.One;
}
