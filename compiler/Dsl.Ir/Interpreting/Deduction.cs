// What is left of awards that are paid together once money received in earlier years is taken off, each receipt once.
using Dsl.Library.Values;

namespace Dsl.Ir.Interpreting;

/// <summary>Takes receipts off, at one end of the bounds.</summary>
/// <param name="together">Contenders that are paid together, in the order that breaks ties.</param>
/// <param name="isHigh">Whether the most is asked for that may be left, rather than the least.</param>
internal sealed class Deduction(IReadOnlyList<Contender> together, bool isHigh)
{
    /// <summary>What is left of each; null is without an upper end.</summary>
    public Rational?[] Left()
    {
        var left = together.Select(member => isHigh ? member.Own.Bounds.High : member.Own.Bounds.Low ?? Rational.Zero).ToArray();
        var receipts = together.SelectMany(static member => member.Received).Distinct(ReferenceEqualityComparer.Instance).OfType<Receipt>().ToList();
        if (receipts.Count == 0)
            return left;
        // A receipt that stands against few is taken off these first, so that as much as possible is taken off in all.
        foreach (var (receipt, remaining) in Remaining(receipts).OrderBy(entry => together.Count(member => member.Received.Contains(entry.Receipt, ReferenceEqualityComparer.Instance))))
        {
            var rest = remaining;
            for (var i = 0; i < left.Length; i++)
            {
                if (!together[i].Received.Contains(receipt, ReferenceEqualityComparer.Instance) || rest is { Sign: <= 0 })
                    continue;
                var taken = left[i] is not { } amount ? rest : rest is { } some ? Rational.Min(some, amount) : amount;
                (left[i], rest) = (left[i] - taken, rest - taken);
            }
        }
        return left;
    }

    /// <summary>
    /// How much of each receipt still is to be taken off. What an earlier year took off the sum of rows was money received before
    /// that year: the rows that were paid then have used it up.
    /// </summary>
    private IEnumerable<(Receipt Receipt, Rational? Left)> Remaining(List<Receipt> receipts)
    {
        var ofRows = receipts.Where(receipt => together.All(member => !member.TakenBefore.IsEmpty || !member.Received.Contains(receipt, ReferenceEqualityComparer.Instance))).ToList();
        var left = receipts.ToDictionary(static receipt => receipt, static _ => (Rational?)Rational.Zero, (IEqualityComparer<Receipt>)ReferenceEqualityComparer.Instance);
        var taken = together.SelectMany(static member => member.TakenBefore).Distinct(ReferenceEqualityComparer.Instance).OfType<Receipt>().ToList();
        foreach (var year in receipts.Concat(taken).SelectMany(static receipt => receipt.ByYear.Keys).Distinct().Order())
        {
            var used = -taken.Aggregate(Rational.Zero, (sum, receipt) => sum + (receipt.ByYear.GetValueOrDefault(year).Low ?? 0));
            foreach (var receipt in ofRows.Where(_ => used.Sign > 0))
            {
                var part = left[receipt] is { } some ? Rational.Min(Rational.Max(some, 0), used) : used;
                (left[receipt], used) = (left[receipt] - part, used - part);
            }
            foreach (var receipt in receipts.Where(receipt => receipt.ByYear.ContainsKey(year)))
                left[receipt] += End(receipt.ByYear[year]);
        }
        return receipts.Select(receipt => (receipt, AtLeastZero(left[receipt])));
    }

    private Rational? End(Bounds received) => isHigh ? received.Low ?? Rational.Zero : received.High;

    private static Rational? AtLeastZero(Rational? amount) => amount is { } some ? Rational.Max(some, 0) : null;
}
