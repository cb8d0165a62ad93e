// What values of a fact a condition leaves: an interval of numbers, or a set of words.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Bound;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>Values of one fact. Numbers, dates and years are an interval; list values, texts and truths (是, 否) are words.</summary>
internal sealed record ValueSet
{
    /// <summary>Everything.</summary>
    public static ValueSet All { get; } = new();

    /// <summary>The least number; null for none.</summary>
    public Rational? Low { get; init; }

    /// <summary>Whether <see cref="Low"/> itself is left out.</summary>
    public bool LowIsOpen { get; init; }

    /// <summary>The greatest number; null for none.</summary>
    public Rational? High { get; init; }

    /// <summary>Whether <see cref="High"/> itself is left out.</summary>
    public bool HighIsOpen { get; init; }

    /// <summary>The only words; null where any word may be.</summary>
    public ImmutableHashSet<string>? Only { get; init; }

    /// <summary>Words that are left out.</summary>
    public ImmutableHashSet<string> Without { get; init; } = [];

    /// <summary>Whether no value is left.</summary>
    public bool IsEmpty =>
        (Only is { } only && only.All(Without.Contains))
        || (Low is { } low && High is { } high && (low > high || (low == high && (LowIsOpen || HighIsOpen))));

    /// <summary>What a fact can be by its declaration.</summary>
    public static ValueSet Of(BoundExpression node) => node switch
    {
        BoundFact { Field: { Type: EnumType { IsOpen: false } list } } => Words(list.Members),
        BoundFact { Field.Type: TruthType } => Words(["是", "否"]),
        BoundFact { Field: { Type: QuantityType } field } => new() { Low = field.InputRange.Low, High = field.InputRange.High },
        _ => All,
    };

    /// <summary>Exactly these words.</summary>
    public static ValueSet Words(IEnumerable<string> words) => new() { Only = [.. words] };

    /// <summary>The numbers for which number OP limit holds; null for ≠, which is no interval.</summary>
    public static ValueSet? Compared(ComparisonOperator op, Rational limit) => op switch
    {
        ComparisonOperator.Equal => new() { Low = limit, High = limit },
        ComparisonOperator.Less => new() { High = limit, HighIsOpen = true },
        ComparisonOperator.LessOrEqual => new() { High = limit },
        ComparisonOperator.Greater => new() { Low = limit, LowIsOpen = true },
        ComparisonOperator.GreaterOrEqual => new() { Low = limit },
        _ => null,
    };

    /// <summary>What both leave.</summary>
    public ValueSet Intersect(ValueSet other)
    {
        var (low, lowIsOpen) = Tighter(Low, LowIsOpen, other.Low, other.LowIsOpen, 1);
        var (high, highIsOpen) = Tighter(High, HighIsOpen, other.High, other.HighIsOpen, -1);
        return new()
        {
            Low = low, LowIsOpen = lowIsOpen, High = high, HighIsOpen = highIsOpen,
            Only = Only is null ? other.Only : other.Only is null ? Only : Only.Intersect(other.Only),
            Without = Without.Union(other.Without),
        };
    }

    /// <summary>Whether every value is one of the other's.</summary>
    public bool IsWithin(ValueSet other)
    {
        var both = Intersect(other);
        return (both.Low, both.LowIsOpen, both.High, both.HighIsOpen) == (Low, LowIsOpen, High, HighIsOpen)
            && (Only is null ? other.Only is null && other.Without.IsSubsetOf(Without)
                : Only.Where(word => !Without.Contains(word))
                    .All(word => (other.Only is null || other.Only.Contains(word)) && !other.Without.Contains(word)));
    }

    /// <summary>The greater (direction 1) or lesser (−1) of two limits; at the same number the one that leaves it out.</summary>
    private static (Rational? Limit, bool IsOpen) Tighter(Rational? left, bool leftIsOpen, Rational? right, bool rightIsOpen,
        int direction) =>
        right is not { } other ? (left, leftIsOpen)
        : left is not { } one ? (right, rightIsOpen)
        : (one.CompareTo(other) * direction) switch
        {
            > 0 => (left, leftIsOpen),
            < 0 => (right, rightIsOpen),
            _ => (left, leftIsOpen || rightIsOpen),
        };
}
