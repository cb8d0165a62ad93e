// A comparison over a registry as text for a terminal.
using System.Collections.Immutable;
using Dsl.Batch.Results;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Batch.Comparing;

public sealed class ComparisonText(TextWriter output)
{
    /// <summary>Totals, clauses and examples.</summary>
    public void Write(RegistryComparison comparison)
    {
        output.WriteLine($"测算日 {CivilDate.Format(comparison.Context.AsOf)}，年度 {comparison.Context.Year}");
        WriteTable([ComparisonRows.TotalsHead, .. ComparisonRows.Totals(comparison)], left: [0]);
        output.WriteLine(ComparisonRows.Subjects(comparison));
        if (ComparisonRows.Unread(comparison) is { Length: > 0 } unread)
            output.WriteLine(unread);
        var statuses = string.Join("，", ComparisonRows.Statuses(comparison.StatusChanges));
        if (statuses.Length > 0)
            output.WriteLine($"状态变化：{statuses}。");
        var withPolicy = comparison.HasSeveralPolicies;
        var clauses = ComparisonRows.Clauses(comparison, withPolicy).ToList();
        if (clauses.Count > 0)
        {
            output.WriteLine();
            WriteTable([ComparisonRows.ClausesHead, .. clauses], left: [0, 7]);
        }
        WriteExamples("得益最多的主体", comparison.Gains, withPolicy);
        WriteExamples("受损最多的主体", comparison.Losses, withPolicy);
    }

    private void WriteExamples(string title, ImmutableArray<SubjectExample> examples, bool withPolicy)
    {
        if (examples.IsEmpty)
            return;
        output.WriteLine();
        output.WriteLine(title);
        foreach (var example in examples)
        {
            output.WriteLine($"  {example.Kind} {VisibleText.OneLine(example.Key)}　{ComparisonRows.Of(example.Old)} → "
                + $"{ComparisonRows.Of(example.New)}　{AmountText.Signed(example.Difference)}");
            foreach (var clause in example.Clauses)
            {
                output.WriteLine($"    {ComparisonRows.Name(clause.Pair, withPolicy)}：{ComparisonRows.Of(clause.Old)} → "
                    + $"{ComparisonRows.Of(clause.New)}");
                if (clause.Reason.Length > 0)
                    output.WriteLine($"      {clause.Reason}");
            }
        }
    }

    /// <summary>Columns by display width; figures to the right.</summary>
    private void WriteTable(IReadOnlyList<string[]> rows, int[] left)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => DisplayWidth.Of(row[column]))).ToList();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) =>
                left.Contains(column) ? DisplayWidth.PadRight(cell, widths[column]) : DisplayWidth.PadLeft(cell, widths[column]));
            output.WriteLine(("  " + string.Join("  ", cells)).TrimEnd());
        }
    }
}
