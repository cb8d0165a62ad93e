// 总额 of one clause: claims beyond it are cut in proportion, or wait for the next year in the order that is said.
using System.Numerics;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Places;

/// <summary>Settles claims against a budget.</summary>
/// <param name="clause">The claims.</param>
/// <param name="asked">What each asks for as far as 名额 lets it, in yuan.</param>
/// <param name="settled">What 名额 made of them; replaced where the budget changes something.</param>
internal sealed class BudgetSharing(ClauseClaims clause, Bounds[] asked, SettledPlace?[] settled)
{
    private static readonly BigInteger FenPerYuan = 100;

    // In fen; an upper end of null is 不封顶.
    private readonly BigInteger[] _low = [.. asked.Select(static one => Fen(one.Low ?? 0))];
    private readonly BigInteger?[] _high = [.. asked.Select(static one => one.High is { } high ? Fen(high) : (BigInteger?)null)];
    private readonly BigInteger _budgetLow = Fen(Rational.Max(clause.Terms.Budget.Low ?? 0, 0));
    private readonly BigInteger? _budgetHigh = clause.Terms.Budget.High is { } high ? Fen(Rational.Max(high, 0)) : null;

    /// <summary>Settles all claims.</summary>
    public void Settle(IrBudget budget)
    {
        if (budget.Order is { } order)
            InTurn(order);
        else if (IsEnough)
            return;
        else if (_budgetLow == _budgetHigh && asked.All(static one => one.IsPoint))
            Share();
        else
            ShareBounds();
    }

    private IEnumerable<int> Claimants => Enumerable.Range(0, settled.Length).Where(index => settled[index] is not null);

    /// <summary>Whether all get what they ask for in every case.</summary>
    private bool IsEnough => _high.All(static high => high is not null) && Sum(_high) <= _budgetLow;

    // Each gets the whole fen of its part, the fen that are left go to the largest remainders, equal ones by key.
    private void Share()
    {
        var all = Sum(_low);
        var parts = new BigInteger[_low.Length];
        var rests = new BigInteger[_low.Length];
        var left = _budgetLow;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = BigInteger.DivRem(_low[i] * _budgetLow, all, out rests[i]);
            left -= parts[i];
        }
        foreach (var index in Enumerable.Range(0, parts.Length).OrderByDescending(index => rests[index])
            .ThenBy(index => clause.Claims[index].Key, StringComparer.Ordinal).Take((int)left))
            parts[index]++;
        foreach (var index in Claimants)
            Put(index, Bounds.Exactly(Yuan(parts[index])));
    }

    // A part grows with the own claim and the budget and shrinks with the claims of others; a remainder moves it by less than a fen.
    private void ShareBounds()
    {
        var (least, most) = (Sum(_low), Sum(_high));
        var open = _high.Count(static high => high is null);
        foreach (var index in Claimants)
        {
            var own = _low[index];
            var othersAreOpen = open > (_high[index] is null ? 1 : 0);
            var beside = own + most - (_high[index] ?? 0);
            var low = othersAreOpen ? 0 : beside <= _budgetLow ? own : own * _budgetLow / beside;
            Put(index, new(Yuan(low), Highest(index, least) is { } high ? Yuan(high) : null));
        }
    }

    private BigInteger? Highest(int index, BigInteger least)
    {
        var others = least - _low[index];
        if (_high[index] is not { } own)
            return _budgetHigh;
        return _budgetHigh is not { } budget || own + others <= budget ? own : Ceiling(own * budget, own + others);
    }

    // A claim is paid in full where it and all that come before it fit; the first that does not, and all after it, wait.
    private void InTurn(IrOrder order)
    {
        var contenders = clause.Claims.Select((claim, index) =>
            new Contender(PlaceOrder.Turned(claim.Turn, order.IsLowestFirst),
                claim.IsDue == Truth.Yes && settled[index] is { Outcome: PlaceOutcome.Within })).ToArray();
        int[] claimants = [.. Claimants.Where(index => settled[index] is { Outcome: not PlaceOutcome.Beyond })];
        var turns = new PlaceOrder([.. claimants.Select(index => contenders[index])]);
        var best = new RunningSum([.. claimants.Select(index => (contenders[index].Better.High, _high[index]))]);
        var sureWorst = new RunningSum(
            [.. claimants.Where(index => contenders[index] is { IsSure: true, Better.Low: not null })
                .Select(index => (contenders[index].Better.Low, (BigInteger?)_low[index]))]);
        foreach (var index in claimants)
        {
            if (settled[index] is not { } place)
                continue;
            // At its worst all that may be as good come before it with the most they ask for, at its best only those certainly better.
            var before = best.From(contenders[index].Better.Low);
            var atBest = (contenders[index].Better.High is { } own ? sureWorst.Above(own) : 0) + _low[index];
            var isWithin = before is { } worst && worst <= _budgetLow;
            var isBeyond = _budgetHigh is { } budget && atBest > budget;
            var inTurn = place with { Turn = turns.Of(contenders[index]) };
            settled[index] = isBeyond ? inTurn with { Outcome = PlaceOutcome.Beyond, Amount = Bounds.Exactly(0) }
                : isWithin ? inTurn
                : inTurn with { Outcome = PlaceOutcome.Open, Amount = asked[index] with { Low = 0 } };
        }
    }

    private void Put(int index, Bounds amount)
    {
        if (settled[index] is { } place)
            settled[index] = place with { Amount = amount };
    }

    private static BigInteger Sum(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, static (sum, one) => sum + one);

    private static BigInteger Sum(IEnumerable<BigInteger?> numbers) => Sum(numbers.Select(static one => one ?? 0));

    private static BigInteger Ceiling(BigInteger number, BigInteger divisor) => (number + divisor - 1) / divisor;

    private static BigInteger Fen(Rational yuan) => (yuan * FenPerYuan).Floor();

    private static Rational Yuan(BigInteger fen) => new(fen, FenPerYuan);

    /// <summary>Sums of amounts from a score on; a score of null is better than all.</summary>
    private sealed class RunningSum
    {
        private readonly Rational[] _scores;

        // Of the amounts from an index on; null where one is 不封顶.
        private readonly BigInteger?[] _sums;

        public RunningSum((Rational? Score, BigInteger? Amount)[] entries)
        {
            var sorted = entries.Where(static entry => entry.Score is not null).OrderBy(static entry => entry.Score).ToArray();
            _scores = [.. sorted.Select(static entry => entry.Score ?? 0)];
            _sums = new BigInteger?[sorted.Length + 1];
            _sums[^1] = entries.Where(static entry => entry.Score is null)
                .Aggregate((BigInteger?)BigInteger.Zero, static (sum, entry) => sum + entry.Amount);
            for (var i = sorted.Length - 1; i >= 0; i--)
                _sums[i] = _sums[i + 1] + sorted[i].Amount;
        }

        /// <summary>Of the scores that are no less; null where an amount is 不封顶.</summary>
        public BigInteger? From(Rational? score) => score is { } from ? _sums[PlaceOrder.CountBelow(_scores, from)] : _sums[0];

        /// <summary>Of the scores that are greater.</summary>
        public BigInteger Above(Rational score) => _sums[PlaceOrder.CountUpTo(_scores, score)] ?? 0;
    }
}
