// Products and quotients of units: 元, 元/件, 件/亿元 (the power of ten belongs to the figure, not to the unit).
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Values.Types;

/// <summary>A product of powers of units, kept sorted by unit name. Equality is by value.</summary>
public sealed class Dimension : IEquatable<Dimension>
{
    private readonly ImmutableArray<(Unit Unit, int Power)> _factors;

    private Dimension(ImmutableArray<(Unit Unit, int Power)> factors) => _factors = factors;

    /// <summary>The dimension of a pure number.</summary>
    public static Dimension None { get; } = new([]);

    /// <summary>The units with their non-zero powers.</summary>
    public ImmutableArray<(Unit Unit, int Power)> Factors => _factors;

    /// <summary>The dimension of one unit.</summary>
    public static Dimension Of(Unit unit) => new([(unit, 1)]);

    /// <summary>
    /// The dimension of a product. Equal units cancel; counting units that are left over vanish beside money
    /// (2万元 × 3人 is money), unless a unit is left below the line (元·件/人 stays as it is, and is reported where it is used).
    /// </summary>
    public Dimension Times(Dimension other) => Combine(other, 1);

    /// <summary>The dimension of a quotient; see <see cref="Times"/>.</summary>
    public Dimension Over(Dimension other) => Combine(other, -1);

    /// <summary>The dimension in the smaller units of those that convert: 元/人·年 as 元/人·月.</summary>
    public Dimension InParts => InPartsOf(static _ => true);

    /// <summary>How many of <see cref="InParts"/> one of this is: 12 for 年, 1/12 for 元/年.</summary>
    public Rational PartsOfOne
    {
        get
        {
            var parts = Rational.One;
            foreach (var (unit, power) in _factors)
            {
                for (var i = 0; i < Math.Abs(power); i++)
                    parts = power > 0 ? parts * unit.Base.Times : parts / unit.Base.Times;
            }
            return parts;
        }
    }

    /// <summary>The same with only those units as smaller ones whose smaller unit is asked for.</summary>
    public Dimension InPartsOf(Predicate<Unit> isMeant)
    {
        if (_factors.All(static factor => factor.Unit.Part is null))
            return this;
        var powers = new SortedDictionary<string, (Unit Unit, int Power)>(StringComparer.Ordinal);
        foreach (var (unit, power) in _factors)
        {
            var part = isMeant(unit.Base.Unit) ? unit.Base.Unit : unit;
            powers[part.Name] = (part, powers.GetValueOrDefault(part.Name).Power + power);
        }
        ImmutableArray<(Unit Unit, int Power)> left = [.. powers.Values.Where(static factor => factor.Power != 0)];
        return left.IsEmpty ? None : new(left);
    }

    private Dimension Combine(Dimension other, int sign)
    {
        var powers = new SortedDictionary<string, (Unit Unit, int Power)>(StringComparer.Ordinal);
        foreach (var (unit, power) in _factors)
            powers[unit.Name] = (unit, power);
        foreach (var (unit, power) in other._factors)
            powers[unit.Name] = (unit, powers.GetValueOrDefault(unit.Name).Power + sign * power);

        var left = powers.Values.Where(factor => factor.Power != 0).ToList();
        var money = left.Where(static factor => factor.Unit.Kind == UnitKind.Money).Sum(static factor => factor.Power);
        if (money == 1 && left.TrueForAll(factor => factor.Power > 0))
            left.RemoveAll(factor => factor.Unit.Kind == UnitKind.Counting);
        return left.Count == 0 ? None : new([.. left]);
    }

    /// <inheritdoc/>
    public bool Equals(Dimension? other) => other is not null && _factors.AsSpan().SequenceEqual(other._factors.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Dimension);

    /// <inheritdoc/>
    public override int GetHashCode() => _factors.Aggregate(17, (hash, factor) => HashCode.Combine(hash, factor.Unit, factor.Power));

    public static bool operator ==(Dimension? left, Dimension? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Dimension? left, Dimension? right) => !(left == right);

    /// <summary>The dimension as written: 元/件, 元·平方米, /年.</summary>
    public override string ToString()
    {
        static string Side(IEnumerable<(Unit Unit, int Power)> factors) =>
            string.Join("·",
                factors.Select(factor => Math.Abs(factor.Power) == 1
                    ? factor.Unit.Name
                    : string.Join("·", Enumerable.Repeat(factor.Unit.Name, Math.Abs(factor.Power)))));
        var above = Side(_factors.Where(factor => factor.Power > 0));
        var below = Side(_factors.Where(factor => factor.Power < 0));
        return below.Length == 0 ? above : $"{(above.Length == 0 ? "1" : above)}/{below}";
    }
}
