// Each case of a decision table falls into exactly one row. The cases are cut exactly, not sampled: see ColumnCases.
using System.Collections.Immutable;
using Dsl.Library.Text;
using Dsl.Library.Values;
using Dsl.Semantics.Binding.Bound;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>Gaps and overlaps of decision tables, with a case printed as facts.</summary>
public sealed class TableCheck : ICheck
{
    private static readonly DiagnosticRule Gap = new("DSL3006", Severity.Error,
        "决策表没有覆盖这种情形：{0}。", "补上这一行；确实不给的，结果写 0元。");

    private static readonly DiagnosticRule Overlap = new("DSL3007", Severity.Error,
        "决策表的第 {0} 行和第 {1} 行都适用于这种情形：{2}。", "改动其中一行的边界，使每种情形只落在一行；恰好等于界限时归哪一行，要与原文一致。");

    private static readonly DiagnosticRule TooLarge = new("DSL3008", Severity.Remark,
        "决策表的情形太多，没有查完有无遗漏和重叠。", "把表拆成几个较小的表。");

    private static readonly DiagnosticRule NotJudged = new("DSL3009", Severity.Remark,
        "决策表的「{0}」一列有随其他事实而变的格子，没有查这张表有无遗漏和重叠。", "格子里写确定的数和界限；要与另一项事实比较，用 若……则……否则 另写。");

    /// <summary>Cells that are looked at; the document with a longer table has yet to be written.</summary>
    private const int MostCells = 100_000;

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Gap, Overlap, TooLarge, NotJudged];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies)
        {
            // Tables stand in 令 and 奖补 only.
            foreach (var clause in policy.Clauses)
            {
                var domain = TableDomain.Of(clause);
                foreach (var table in BoundParts.Of(clause).SelectMany(static root => root.DescendantsAndSelf()).OfType<BoundTable>().DistinctBy(static table => table.Span))
                    Check(context, policy, table, domain);
            }
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, BoundTable table, TableDomain domain)
    {
        if ((long)table.Rows.Length * table.Columns.Length > MostCells)
        {
            context.Report(TooLarge.At(policy.Source, table.Span));
            return;
        }
        var columns = table.Columns.Select((_, index) => TableColumn.Of(table, index, domain)).ToList();
        if (columns.IndexOf(null) is var unclear and >= 0)
        {
            context.Report(NotJudged.At(policy.Source, table.Columns[unclear].Span, NameOf(table.Columns[unclear])));
            return;
        }
        if (columns.Exists(static column => column is { Samples.IsEmpty: true }))
            return;
        // A last row of - alone says what holds otherwise: it closes every gap and overlaps nothing.
        var hasOtherwise = table.Rows.Length > 1 && LastConstraint(table.Rows[^1]) < 0;
        var search = new TableSearch([.. columns.OfType<TableColumn>()], [.. table.Rows.Select(LastConstraint)]);
        search.Run([.. Enumerable.Range(0, table.Rows.Length - (hasOtherwise ? 1 : 0))]);
        if (search.Gap is { } gap && !hasOtherwise)
            context.Report(Gap.At(policy.Source, table.Rows[0].Syntax.Span.Cover(table.Rows[^1].Syntax.Span), Describe(table, gap)));
        foreach (var ((first, second), facts) in search.Overlaps.OrderBy(static pair => pair.Key))
            context.Report(Overlap.At(policy.Source, table.Rows[second].Syntax.Span, first + 1, second + 1, Describe(table, facts)) with
            {
                Related = [(policy.Source, table.Rows[first].Syntax.Span, $"第 {first + 1} 行")],
            });
        if (search.GaveUp)
            context.Report(TooLarge.At(policy.Source, table.Span));
    }

    /// <summary>The last column that a row says anything about; -1 for none.</summary>
    private static int LastConstraint(BoundTableRow row) => row.Cells.ToList().FindLastIndex(static cell => cell is not null);

    private static string Describe(BoundTable table, ImmutableArray<Value> facts) =>
        string.Join("；", table.Columns.Zip(facts, static (column, value) => $"{NameOf(column)} = {TextOf(column, value)}"));

    private static string NameOf(BoundExpression column) => string.Concat(column.Syntax.Tokens.Select(static token => token.Text));

    private static string TextOf(BoundExpression column, Value value) => value switch
    {
        NumberValue number => QuantityFormat.Format(number.Bounds, column.Type),
        TruthValue truth => truth.Truth.Word(),
        TextValue text => text.Text ?? "",
        _ => "",
    };
}
