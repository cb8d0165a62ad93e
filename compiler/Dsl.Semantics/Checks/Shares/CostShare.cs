// What a clause gives of a cost: 40% of 研发费用, up to 100万元, where 高新技术企业.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Values.Exact;

namespace Dsl.Semantics.Checks.Shares;

/// <summary>A part of an amount: <c>min(rate × cost + offset, cap)</c>, never below 0.</summary>
/// <param name="Cost">The fact that it is a share of; null for an amount that is no share.</param>
/// <param name="Rate">The share.</param>
/// <param name="Offset">What is added, such as −5万元 in (投入 − 100万元) × 5%.</param>
/// <param name="Cap">The most that it amounts to; null for none.</param>
internal sealed record SharePiece(FieldSymbol? Cost, Rational Rate, Rational Offset, Rational? Cap)
{
    /// <summary>What it amounts to; an amount beside the share is none of the cost.</summary>
    public Rational Of(Rational cost)
    {
        var amount = Rate * cost + (Offset.Sign < 0 ? Offset : Rational.Zero);
        return amount.Sign < 0 ? Rational.Zero : Cap is { } cap && amount > cap ? cap : amount;
    }
}

/// <summary>One case of an amount.</summary>
/// <param name="Pieces">What is added up.</param>
/// <param name="When">The truths that must hold (or fail) for the case.</param>
/// <param name="IsExact">Whether the pieces are all that is said, and not only the most that it can be.</param>
internal sealed record CostShare(ImmutableArray<SharePiece> Pieces, ImmutableArray<(BoundExpression Truth, bool MustHold)> When,
    bool IsExact)
{
    /// <summary>The most that the sum amounts to; null for none.</summary>
    public Rational? Cap { get; init; }

    /// <summary>The number where this is one; null for shares.</summary>
    public Rational? Number => Pieces is [{ Cost: null } only] ? only.Offset : null;

    public static CostShare Of(Rational number) => new([new(null, Rational.Zero, number, null)], [], IsExact: true);

    /// <summary>The whole of a cost.</summary>
    public static CostShare Of(FieldSymbol cost) => new([new(cost, Rational.One, Rational.Zero, null)], [], IsExact: true);

    /// <summary>The share of one cost that it is where nothing is capped.</summary>
    public Rational RateOf(FieldSymbol cost) =>
        Pieces.Where(piece => piece.Cost == cost).Aggregate(Rational.Zero, static (sum, piece) => sum + piece.Rate);

    /// <summary>What it amounts to for a cost alone, all others being nothing.</summary>
    public Rational AmountOf(FieldSymbol cost, Rational value)
    {
        var sum = Pieces.Where(piece => piece.Cost == cost).Aggregate(Rational.Zero, (sum, piece) => sum + piece.Of(value));
        return Cap is { } cap && sum > cap ? cap : sum;
    }

    /// <summary>Both in one sum.</summary>
    public CostShare Plus(CostShare other)
    {
        var (left, right) = (WithCapInside(), other.WithCapInside());
        if (left.Number is { } number && right.Pieces is [{ Cost: not null, Cap: null } share])
            return right.Joined(left, [share with { Offset = share.Offset + number }]);
        if (right.Number is { } added && left.Pieces is [{ Cost: not null, Cap: null } only])
            return left.Joined(right, [only with { Offset = only.Offset + added }]);
        return left.Joined(right, left.Number is { } a && right.Number is { } b ? Of(a + b).Pieces : [.. left.Pieces, .. right.Pieces]);
    }

    /// <summary>So many times as much; factors below 0 are no shares.</summary>
    public CostShare Times(Rational factor) => this with
    {
        Pieces = [
            .. Pieces.Select(piece => piece with { Rate = piece.Rate * factor, Offset = piece.Offset * factor, Cap = piece.Cap * factor })],
        Cap = Cap * factor,
    };

    /// <summary>No more than a number.</summary>
    public CostShare UpTo(Rational limit) => this with { Cap = Cap is { } cap && cap < limit ? cap : limit };

    /// <summary>Under further truths.</summary>
    public CostShare Where(IEnumerable<(BoundExpression Truth, bool MustHold)> truths) => this with { When = [.. When, .. truths] };

    private CostShare Joined(CostShare other, ImmutableArray<SharePiece> pieces) =>
        new(pieces, [.. When, .. other.When], IsExact && other.IsExact);

    /// <summary>The cap as that of the only piece; the cap of a sum within a sum is dropped.</summary>
    private CostShare WithCapInside() =>
        Cap is not { } cap ? this
        : Pieces is [var only] ? this with { Pieces = [only with { Cap = only.Cap is { } own && own < cap ? own : cap }], Cap = null }
        : this with { Cap = null, IsExact = false };
}
