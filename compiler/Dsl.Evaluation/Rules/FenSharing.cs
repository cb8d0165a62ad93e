// 分担 of one clause on fen in 64 bits: the same rule where nothing can leave them.
using System.Numerics;
using Dsl.Ir.Nodes;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Rules;

/// <summary>Splits fen as <see cref="SharingRule"/> does. For one thread.</summary>
public sealed class FenSharing
{
    private readonly BigInteger[] _weights;

    // Null where a part times a weight may need more than 64 bits.
    private readonly long[]? _small;
    private readonly long _most;
    private long[] _parts;

    /// <summary>The sharing of a clause.</summary>
    public FenSharing(IrClause clause)
    {
        var shares = clause.Kind == ClauseKind.Award ? clause.Shares : [];
        Levels = [.. shares.Select(static share => share.Level)];
        _weights = SharingRule.Weights(shares);
        var all = _weights.Aggregate(BigInteger.Zero, static (sum, weight) => sum + weight);
        if (all > 0 && all <= int.MaxValue)
            (_small, _most) = ([.. _weights.Select(static weight => (long)weight)], long.MaxValue / (long)all / 2);
        _parts = new long[Levels.Count];
    }

    /// <summary>The levels, as the clause names them.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>One part per level; to be read before the next call.</summary>
    public ReadOnlySpan<long> Split(long fen)
    {
        var parts = _parts.AsSpan(0, Levels.Count);
        if (parts.Length == 1 && !_weights[0].IsZero)
            parts[0] = fen;
        else if (_small is null || long.Abs(fen) > _most)
            SplitWide([fen], parts, isRow: false);
        else
            SharingRule.Apportion(fen, _small, parts);
        return parts;
    }

    /// <summary>One part per row and level, row by row; to be read before the next call.</summary>
    public ReadOnlySpan<long> SplitRows(ReadOnlySpan<long> rows)
    {
        if (_parts.Length < rows.Length * Levels.Count)
            _parts = new long[rows.Length * Levels.Count];
        var parts = _parts.AsSpan(0, rows.Length * Levels.Count);
        if (Levels.Count == 1 && !_weights[0].IsZero)
        {
            rows.CopyTo(parts);
            return parts;
        }
        Int128 sum = 0;
        foreach (var row in rows)
            sum += Int128.Abs(row);
        if (_small is null || sum > _most)
            SplitWide(rows, parts, isRow: true);
        else
            SharingRule.ApportionRows(rows, _small, parts);
        return parts;
    }

    private void SplitWide(ReadOnlySpan<long> rows, Span<long> parts, bool isRow)
    {
        var (fen, wide) = (new BigInteger[rows.Length], new BigInteger[parts.Length]);
        for (var i = 0; i < rows.Length; i++)
            fen[i] = rows[i];
        if (isRow)
            SharingRule.ApportionRows(fen, _weights, wide);
        else
            SharingRule.Apportion(fen[0], _weights, wide);
        for (var i = 0; i < wide.Length; i++)
            parts[i] = (long)wide[i];
    }
}
