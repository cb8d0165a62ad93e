// Totals of subjects from the columns of their clauses: sums of fen, split by level clause by clause.
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Batch.Results;

/// <summary>Adds totals up, as <see cref="RunSummary.AddTotals"/> does those of one subject. For one thread.</summary>
internal sealed class TotalColumns(RunSummary summary)
{
    private readonly Dictionary<IrClause, LevelSums> _levels = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, Bounds?[]> _forms = [];
    private Int128[] _lows = [];

    /// <summary>Adds the totals of the subjects that are in columns.</summary>
    public void Add(ResultBatch results)
    {
        var count = results.Facts.Length;
        var isHere = new bool[count];
        for (var i = 0; i < count; i++)
        {
            if (!results.IsInColumns(i))
                continue;
            if (results.IsSum(i))
                isHere[i] = true;
            else
                summary.AddTotals(results.TotalsOf(i));
        }
        if (isHere.AsSpan().IndexOf(true) < 0)
            return;
        _lows = _lows.Length < count ? new Int128[count] : _lows;
        Array.Clear(_lows);
        _forms.Clear();
        foreach (var column in results.Clauses.Where(static column => column.Clause.CountsInTotals))
        {
            if (column.Clause.Form.Length > 0)
                AddForm(column, isHere);
            else
                AddGrant(column, isHere);
        }
        foreach (var low in _lows.AsSpan(0, count))
            summary.PaidSubjects += low > 0 ? 1 : 0;
        foreach (var (form, amounts) in _forms)
        {
            var sum = RunSummary.Of(summary.Forms, form);
            foreach (var amount in amounts.OfType<Bounds>())
                sum.Add(amount);
        }
    }

    private void AddGrant(ClauseColumn column, bool[] isHere)
    {
        if (!_levels.TryGetValue(column.Clause, out var levels))
            _levels.Add(column.Clause, levels = new(column.Clause));
        var (amounts, low, high, unbounded, isThere) = (column.Amounts, Int128.Zero, Int128.Zero, 0L, false);
        for (var i = 0; i < isHere.Length; i++)
        {
            if (!isHere[i])
                continue;
            if (column.Objects.Count > 0 && column.Objects.TryGetValue(i, out var result))
            {
                AddObject(i, result);
                continue;
            }
            isThere = true;
            if (amounts.High[i] == 0)
                continue;
            low += amounts.Low[i];
            _lows[i] += amounts.Low[i];
            if (amounts.High[i] == AmountColumns.Unbounded)
                unbounded++;
            else
                high += amounts.High[i];
            levels.Add(amounts.Low[i], amounts.High[i]);
        }
        if (isThere)
        {
            summary.Total.AddFen(low, high, unbounded);
            levels.MoveTo(summary);
        }
    }

    private void AddObject(int subject, ClauseResult result)
    {
        // What is displaced leaves its levels out.
        if (result.DisplacedBy is not null)
            return;
        summary.Total.Add(result.Amount);
        _lows[subject] += Int128.CreateSaturating(((result.Amount.Low ?? 0) * 100).Floor());
        foreach (var level in result.Levels)
            RunSummary.Of(summary.Levels, level.Level).Add(level.Amount with { High = level.Amount.High ?? 0 });
    }

    // Two amounts of a form add up for a subject before they are added to those of others: one that is 不封顶 makes their sum so.
    private void AddForm(ClauseColumn column, bool[] isHere)
    {
        if (!_forms.TryGetValue(column.Clause.Form, out var sums))
            _forms.Add(column.Clause.Form, sums = new Bounds?[isHere.Length]);
        for (var i = 0; i < isHere.Length; i++)
        {
            if (!isHere[i])
                continue;
            var result = column.Objects.GetValueOrDefault(i);
            if (result?.DisplacedBy is null)
                sums[i] = (sums[i] ?? Bounds.Exactly(0)) + (result?.Amount ?? column.Amounts.YuanAt(i));
        }
    }

    /// <summary>The sums of the levels of one clause.</summary>
    private sealed class LevelSums
    {
        private readonly FenSharing _sharing;
        private readonly (Int128 Low, Int128 High)[] _sums;

        public LevelSums(IrClause clause)
        {
            _sharing = new(clause);
            _sums = new (Int128, Int128)[_sharing.Levels.Count];
        }

        /// <summary>Adds an amount in fen.</summary>
        public void Add(long low, long high)
        {
            var parts = _sharing.Split(low);
            for (var i = 0; i < parts.Length; i++)
                _sums[i] = (_sums[i].Low + parts[i], _sums[i].High + (high == low ? parts[i] : 0));
            if (high == low || high == AmountColumns.Unbounded)
                return;
            parts = _sharing.Split(high);
            for (var i = 0; i < parts.Length; i++)
                _sums[i].High += parts[i];
        }

        /// <summary>Adds what was added so far to a summary, and begins anew.</summary>
        public void MoveTo(RunSummary summary)
        {
            for (var i = 0; i < _sums.Length; i++)
            {
                RunSummary.Of(summary.Levels, _sharing.Levels[i]).AddFen(_sums[i].Low, _sums[i].High, 0);
                _sums[i] = default;
            }
        }
    }
}
