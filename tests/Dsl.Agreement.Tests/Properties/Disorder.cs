// The same facts in another order: rows, approvals and payments say the same wherever they stand in their tables.
using Dsl.Agreement.Tests.Generating;
using Dsl.Ir.Facts;
using Dsl.Ir.Results;

namespace Dsl.Agreement.Tests.Properties;

/// <summary>Puts tables into another order.</summary>
internal static class Disorder
{
    /// <summary>The facts with the rows of every table shuffled.</summary>
    public static SubjectFacts Shuffle(Draw draw, SubjectFacts facts) => facts with
    {
        Details = [.. facts.Details.Select(rows => rows is { } known ? [.. draw.Shuffle(known)] : rows)],
        Approvals = [.. draw.Shuffle(facts.Approvals)],
        Payments = [.. draw.Shuffle(facts.Payments)],
    };

    /// <summary>What another order changed, or null.</summary>
    public static string? FindProblem(SubjectResult before, SubjectResult after)
    {
        foreach (var (first, second) in before.Policies.SelectMany(static policy => policy.Clauses)
            .Zip(after.Policies.SelectMany(static policy => policy.Clauses)))
        {
            if (first.Status != second.Status || first.Amount != second.Amount)
                return $"条款 {first.Clause.Number} {first.Clause.LegalBasis.Title}：换了各行的次序，{first.Status} {first.Amount} 变为 "
                    + $"{second.Status} {second.Amount}";
        }
        return before.Totals.Amount != after.Totals.Amount
            ? $"换了各行的次序，合计 {before.Totals.Amount} 变为 {after.Totals.Amount}"
            : null;
    }
}
