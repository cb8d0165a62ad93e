// Totals of a subject whose clauses do not compete: which levels and forms there are is the same for every subject.
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Rules;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Columns.Running;

/// <summary>Adds up clauses in the order of <see cref="TotalsBuilder"/>.</summary>
internal sealed class TotalsLayout
{
    private readonly int[] _which;
    private readonly IrClause[] _clauses;
    private readonly Totals _nothing;

    /// <summary>The layout for some clauses.</summary>
    /// <param name="which">Their indexes, in the order in which the interpreter adds them.</param>
    /// <param name="clauses">All clauses.</param>
    public TotalsLayout(int[] which, IEnumerable<IrClause> clauses)
    {
        IrClause[] all = [.. clauses];
        _clauses = all;
        _which = [.. which.Where(index => all[index].CountsInTotals)];
        var (builder, nothing) = (new TotalsBuilder(), Bounds.Exactly(0));
        foreach (var index in _which)
            builder.Add(nothing, all[index].Form, SharingRule.Split(nothing, all[index].Shares));
        _nothing = builder.Build();
    }

    /// <summary>The totals of a subject none of whose clauses is open against another.</summary>
    /// <param name="columns">The results of all clauses.</param>
    /// <param name="subject">The subject.</param>
    public Totals Sum(ClauseColumn[] columns, int subject)
    {
        TotalsBuilder? builder = null;
        // A displaced clause leaves its levels out, so that the layout is not that of every subject.
        var hasDisplaced = Array.Exists(_which, index => columns[index].Objects.GetValueOrDefault(subject)?.DisplacedBy is not null);
        foreach (var index in _which)
        {
            var result = columns[index].Objects.GetValueOrDefault(subject);
            var amount = result?.Amount ?? columns[index].Amounts.YuanAt(subject);
            if (result?.DisplacedBy is not null || !hasDisplaced && amount is { Low.IsZero: true, High.IsZero: true })
                continue;
            if (builder is null)
            {
                builder = new();
                if (!hasDisplaced)
                    builder.Add(_nothing);
            }
            builder.Add(amount, _clauses[index].Form, result?.Levels ?? SharingRule.Split(amount, _clauses[index].Shares));
        }
        return builder?.Build() ?? (hasDisplaced ? Totals.None : _nothing);
    }
}
