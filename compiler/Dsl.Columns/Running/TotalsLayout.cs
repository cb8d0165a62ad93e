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
    private readonly Totals _nothing;

    /// <summary>The layout for some clauses.</summary>
    /// <param name="which">Their indexes, in the order in which the interpreter adds them.</param>
    /// <param name="clauses">All clauses.</param>
    public TotalsLayout(int[] which, IEnumerable<IrClause> clauses)
    {
        var all = clauses.ToList();
        _which = [.. which.Where(index => all[index].CountsInTotals)];
        var (builder, nothing) = (new TotalsBuilder(), Bounds.Exactly(0));
        foreach (var index in _which)
            builder.Add(nothing, all[index].Form, SharingRule.Split(nothing, all[index].Shares));
        _nothing = builder.Build();
    }

    /// <summary>The totals of a subject none of whose clauses is open against another.</summary>
    /// <param name="clauses">The results of all clauses.</param>
    public Totals Sum(ClauseResult[] clauses)
    {
        TotalsBuilder? builder = null;
        // A displaced clause leaves its levels out, so that the layout is not that of every subject.
        if (Array.Exists(_which, index => clauses[index].DisplacedBy is not null))
        {
            builder = new();
            foreach (var index in _which)
            {
                if (clauses[index] is { DisplacedBy: null } left)
                    builder.Add(left.Amount, left.Clause.Form, SharingRule.Split(left.Amount, left.Clause.Shares));
            }
            return builder.Build();
        }
        foreach (var index in _which)
        {
            var result = clauses[index];
            if (result.Amount is { Low.IsZero: true, High.IsZero: true })
                continue;
            if (builder is null)
            {
                builder = new();
                builder.Add(_nothing);
            }
            builder.Add(result.Amount, result.Clause.Form, result.Levels);
        }
        return builder?.Build() ?? _nothing;
    }
}
