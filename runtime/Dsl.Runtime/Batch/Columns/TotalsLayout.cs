// Totals of a subject whose clauses do not compete: which levels and forms there are is the same for every subject.
using Dsl.Ir.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Library.Values;

namespace Dsl.Runtime.Batch.Columns;

/// <summary>Adds up clauses in the order of <see cref="TotalsBuilder"/>.</summary>
internal sealed class TotalsLayout
{
    private readonly Totals _nothing;

    /// <summary>The layout for clauses, in the order in which the interpreter adds them.</summary>
    public TotalsLayout(IEnumerable<IrClause> clauses)
    {
        var builder = new TotalsBuilder();
        var nothing = Bounds.Exactly(0);
        foreach (var clause in clauses.Where(static clause => clause.CountsInTotals))
            builder.Add(nothing, clause.Form, SharingRule.Split(nothing, clause.Shares));
        _nothing = builder.Build();
    }

    /// <summary>The totals of a subject.</summary>
    /// <param name="which">Indexes in <paramref name="clauses"/>; null for all.</param>
    /// <param name="clauses">The results.</param>
    public Totals Sum(int[]? which, ClauseResult[] clauses)
    {
        IEnumerable<ClauseResult> counted = which is null ? clauses : which.Select(index => clauses[index]);
        // A displaced clause leaves its levels out of the totals, so that the layout is not that of every subject.
        var (builder, isUsual) = (new TotalsBuilder(), counted.All(static result => result.DisplacedBy is null));
        if (isUsual)
        {
            if (counted.All(IsNothing))
                return _nothing;
            builder.Add(_nothing);
        }
        foreach (var result in counted.Where(result => result is { CountsInTotals: true, DisplacedBy: null } && !(isUsual && IsNothing(result))))
            builder.Add(result.Amount, result.Clause.Form, isUsual ? result.Levels : SharingRule.Split(result.Amount, result.Clause.Shares));
        return builder.Build();
    }

    private static bool IsNothing(ClauseResult result) => !result.CountsInTotals || result.Amount is { Low.IsZero: true, High.IsZero: true };
}
