// What is left of awards that are paid together once money received in earlier years is taken off, each receipt once.
using Dsl.Evaluation.Rules;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Interpreting;

/// <summary>Takes receipts off, at one end of the bounds.</summary>
/// <param name="together">Contenders that are paid together, in the order that breaks ties.</param>
/// <param name="isHigh">Whether the most is asked for that may be left, rather than the least.</param>
internal sealed class Deduction(IReadOnlyList<CompetingAward> together, bool isHigh)
{
    private static readonly Rational Fen = new(1, 100);

    private readonly Rational[] _slack = new Rational[together.Count];

    /// <summary>
    /// How far rounding may move what is left of each: parts of a fen go to whom they are nearest, with other figures to another.
    /// </summary>
    public IReadOnlyList<Rational> Slack => _slack;

    /// <summary>What is left of each; null is without an upper end.</summary>
    public Rational?[] Left()
    {
        var left = together.Select(member => isHigh ? member.Own.Bounds.High : member.Own.Bounds.Low ?? Rational.Zero).ToArray();
        var receipts =
            together.SelectMany(static member => member.Received).Distinct(ReferenceEqualityComparer.Instance).OfType<Receipt>().ToList();
        if (receipts.Count == 0)
            return left;
        // What stands against few is taken off these first, so that as much as possible is taken off in all.
        foreach (var shared in Remaining(receipts).GroupBy(entry => string.Join(' ', IndexesOf(entry.Receipt)))
            .OrderBy(static group => group.Key.Count(static character => character == ' ')))
        {
            var rest = shared.Aggregate((Rational?)Rational.Zero, static (sum, entry) => sum + entry.Left);
            var (from, amount) = (IndexesOf(shared.First().Receipt), rest is { } some ? YuanRounding.ToFen.Round(some) : (Rational?)null);
            // What a clause passes on (落实) is money of the clause that pays: it bears no part of what comes off that.
            var passing = from.Exists(index => together[index].Counts) ? from.FindAll(index => !together[index].Counts) : [];
            TakeOff(left, [.. from.Except(passing)], amount);
            passing.ForEach(index => TakeOff(left, [index], amount));
        }
        return left;
    }

    private List<int> IndexesOf(Receipt receipt) =>
        [.. Enumerable.Range(0, together.Count)
            .Where(index => together[index].Received.Contains(receipt, ReferenceEqualityComparer.Instance))];

    /// <summary>
    /// In the proportion of what is left of each, to the fen: so each clause that is still paid records what was taken off its rows, and
    /// later years see that it was. What is without an upper end bears all of it.
    /// </summary>
    private void TakeOff(Rational?[] left, List<int> from, Rational? amount)
    {
        if (amount is { Sign: <= 0 } || from.Exists(index => left[index] is null))
            return;
        var sum = from.Aggregate(Rational.Zero, (total, index) => total + (left[index] ?? 0));
        if (amount is not { } taken || taken >= sum)
        {
            from.ForEach(index => left[index] = Rational.Zero);
            return;
        }
        if (from.Count > 1
            && from.Exists(index => !_slack[index].IsZero || !together[index].Own.IsCertain
                || together[index].Received.Any(static receipt => !receipt.Amount.IsPoint)))
            from.ForEach(index => _slack[index] += Fen);
        var parts = from.ConvertAll(index => (Index: index, Exact: taken * (left[index] ?? 0) / sum))
            .ConvertAll(static part => (part.Index, part.Exact, Whole: new Rational((part.Exact / Fen).Floor(), 100)));
        var missing = (int)((taken - parts.Aggregate(Rational.Zero, static (total, part) => total + part.Whole)) / Fen).Floor();
        foreach (var (place, part) in parts.OrderByDescending(static part => part.Exact - part.Whole).Index())
            left[part.Index] -= part.Whole + (place < missing ? Fen : Rational.Zero);
    }

    /// <summary>
    /// How much of each receipt still is to be taken off. What an earlier year took off the sum of rows was money received before
    /// that year: the rows that were paid then have used it up.
    /// </summary>
    private IEnumerable<(Receipt Receipt, Rational? Left)> Remaining(List<Receipt> receipts)
    {
        var ofRows = receipts.Where(receipt =>
            together.All(member => !member.TakenBefore.IsEmpty || !member.Received.Contains(receipt, ReferenceEqualityComparer.Instance)))
            .ToList();
        var left = receipts.ToDictionary(static receipt => receipt, static _ => (Rational?)Rational.Zero,
            (IEqualityComparer<Receipt>)ReferenceEqualityComparer.Instance);
        var taken = together.SelectMany(static member => member.TakenBefore).Distinct(ReferenceEqualityComparer.Instance)
            .OfType<Receipt>().ToList();
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
