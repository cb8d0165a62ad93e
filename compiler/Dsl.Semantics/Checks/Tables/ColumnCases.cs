// The values of a column that the cells of a table can tell apart: one sample for each.
using System.Collections.Immutable;
using Dsl.Library.Types;
using Dsl.Library.Values;
using Dsl.Semantics.Binding.Bound;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>Cuts the values of a column into cases on which every cell is constant.</summary>
internal static class ColumnCases
{
    /// <summary>A sample of every case; null where the column's type cannot be cut.</summary>
    public static ImmutableArray<Value>? Of(BoundExpression column, IEnumerable<BoundExpression> cells)
    {
        var constants = cells.SelectMany(static cell => cell.DescendantsAndSelf()).ToList();
        return column.Type switch
        {
            TruthType => [TruthValue.Yes, TruthValue.No],
            EnumType type => [.. type.Members.Concat(type.IsOpen ? TextsIn(constants) : []).Distinct().Select(TextValue.Of)],
            TextType => [.. TextsIn(constants).Distinct().Append("其他文本").Select(TextValue.Of)],
            QuantityType or DateType or YearType => [.. Numbers(column, constants).Select(NumberValue.Of)],
            _ => null,
        };
    }

    /// <summary>The texts that the nodes of cells name.</summary>
    public static IEnumerable<string> TextsIn(IEnumerable<BoundExpression> nodes) => nodes.SelectMany(static node => node switch
    {
        BoundConstant { Value: TextValue { Text: { } text } } => [text],
        BoundMembership membership => membership.Values,
        _ => Enumerable.Empty<string>(),
    });

    /// <summary>The numbers that the nodes of cells name.</summary>
    public static IEnumerable<Rational> NumbersIn(IEnumerable<BoundExpression> nodes) =>
        nodes.OfType<BoundConstant>().Select(static node => node.Value).OfType<NumberValue>().Select(static value => value.Bounds.Low).OfType<Rational>();

    /// <summary>Every number that a cell names, and one number between each two of them and beyond the outermost.</summary>
    private static IEnumerable<Rational> Numbers(BoundExpression column, IEnumerable<BoundExpression> nodes)
    {
        var range = RangeOf(column);
        var named = NumbersIn(nodes)
            .Append(range.Low ?? Rational.Zero).Append(range.High ?? range.Low ?? Rational.Zero)
            .Distinct().Order().ToList();
        var isWhole = IsWhole(column.Type);
        var between = named.Zip(named.Skip(1)).Select(pair => Between(pair.First, pair.Second, isWhole)).OfType<Rational>();
        Rational step = named[^1].Sign > 0 && !isWhole ? named[^1] : Rational.One;
        return named.Concat(between).Append(named[0] - 1).Append(named[^1] + step)
            .Where(number => (range.Low is not { } low || number >= low) && (range.High is not { } high || number <= high))
            .Where(number => !isWhole || number.IsInteger)
            .Order();
    }

    private static Rational? Between(Rational low, Rational high, bool isWhole) =>
        !isWhole ? (low + high) / 2 : low.Floor() + 1 is var next && next < high ? (Rational)next : null;

    /// <summary>Things that are counted, days and years have nothing between two neighbours.</summary>
    private static bool IsWhole(DslType type) => type is DateType or YearType
        || type is QuantityType { Dimension.Factors: [{ Unit.Kind: UnitKind.Counting, Power: 1 }] };

    /// <summary>The declared 范围, else what input may be: money and counts from 0, ratios from 0 to 100%.</summary>
    private static Bounds RangeOf(BoundExpression column) =>
        column is BoundFact { Field.DeclaredRange: { } declared } ? declared
        : column.Type switch
        {
            DateType => new Bounds(Rational.Zero, null),
            YearType => new Bounds(Rational.One, null),
            QuantityType { IsRatio: true } when column is BoundFact => new Bounds(Rational.Zero, Rational.One),
            QuantityType when column is BoundFact => Bounds.NonNegative,
            _ => Bounds.Everything,
        };
}
