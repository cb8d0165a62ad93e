// 分担: who pays which part of an amount.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Library.Values;

namespace Dsl.Ir.Interpreting;

/// <summary>Splits amounts between levels.</summary>
public static class SharingRule
{
    /// <summary>Lower and upper bound separately, half up to the fen; the last-named level takes what is left.</summary>
    public static ImmutableArray<LevelAmount> Split(Bounds amount, ImmutableArray<IrShare> shares)
    {
        if (shares.IsEmpty)
            return [];
        var levels = ImmutableArray.CreateBuilder<LevelAmount>(shares.Length);
        var (lowLeft, highLeft) = (amount.Low, amount.High);
        foreach (var share in shares[..^1])
        {
            var (low, high) = (Part(amount.Low, share), Part(amount.High, share));
            levels.Add(new(share.Level, new(low, high)));
            (lowLeft, highLeft) = (lowLeft - low, highLeft - high);
        }
        levels.Add(new(shares[^1].Level, new(lowLeft, highLeft)));
        return levels.MoveToImmutable();
    }

    private static Rational? Part(Rational? amount, IrShare share) =>
        amount is { } whole ? IrRounding.ToFen.Round(whole * share.Parts / share.TotalParts) : null;
}
