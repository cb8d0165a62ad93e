// Units of measurement: words after a figure (元, 人, 平方米 …) and their behaviour in arithmetic.
using Dsl.Values.Exact;

namespace Dsl.Values.Types;

/// <summary>How a unit behaves in arithmetic.</summary>
public enum UnitKind
{
    /// <summary>元 and the currencies of others: each a unit of its own; an award comes out in 元.</summary>
    Money,

    /// <summary>人 家 件 …: things counted; never mixed in + − or comparison, vanish when multiplied with money.</summary>
    Counting,

    /// <summary>平方米 and other physical measures; kept in products.</summary>
    Measure,

    /// <summary>年 月 天 岁: lengths of time.</summary>
    Duration,
}

/// <summary>A unit of measurement. Two units are the same when their names are.</summary>
/// <param name="Name">The canonical word, such as 元 or 平方米.</param>
/// <param name="Kind">How it behaves in arithmetic.</param>
public sealed record Unit(string Name, UnitKind Kind)
{
    /// <summary>
    /// The smaller unit that it converts to, and how many of that it is: 12 月 for 年. Itself, once, where there is none.
    /// </summary>
    public (Unit Unit, Rational Times) Base => Part is { } part ? part : (this, Rational.One);

    /// <summary>The smaller unit and its number; null where it converts to none.</summary>
    public (Unit Unit, Rational Times)? Part { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
