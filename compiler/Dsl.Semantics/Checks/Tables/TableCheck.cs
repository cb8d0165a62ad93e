// Each case of a decision table falls into exactly one row. The cases are cut exactly, not sampled: see ColumnCases.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Library.Text;
using Dsl.Library.Values;
using Dsl.Semantics.Binding.Bound;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>Gaps and overlaps of decision tables, with a case printed as facts.</summary>
public sealed class TableCheck : ICheck
{
    /// <summary>Combinations looked at before giving up on a table.</summary>
    private const int MostSteps = 20_000;

    private static readonly DiagnosticRule Gap = new("DSL3006", Severity.Error,
        "决策表没有覆盖这种情形：{0}。", "补上这一行；确实不给的，结果写 0元。");

    private static readonly DiagnosticRule Overlap = new("DSL3007", Severity.Error,
        "决策表的第 {0} 行和第 {1} 行都适用于这种情形：{2}。", "改动其中一行的边界，使每种情形只落在一行；恰好等于界限时归哪一行，要与原文一致。");

    private static readonly DiagnosticRule TooLarge = new("DSL3008", Severity.Remark,
        "决策表的情形太多，没有查完有无遗漏和重叠。", "把表拆成几个较小的表。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Gap, Overlap, TooLarge];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies)
        {
            foreach (var table in BoundParts.Of(policy).SelectMany(static root => root.DescendantsAndSelf()).OfType<BoundTable>().DistinctBy(static table => table.Span))
                Check(context, policy, table);
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, BoundTable table)
    {
        var columns = table.Columns.Select((column, index) => Split(table, column, index)).ToList();
        if (columns.Contains(null))
            return;
        // A last row of - alone says what holds otherwise: it closes every gap and overlaps nothing.
        var hasOtherwise = table.Rows.Length > 1 && LastConstraint(table.Rows[^1]) < 0;
        var search = new Search([.. columns.OfType<ImmutableArray<CaseOfColumn>>()], [.. table.Rows.Select(LastConstraint)]);
        search.Run(0, (BigInteger.One << (table.Rows.Length - (hasOtherwise ? 1 : 0))) - 1);
        if (search.Gap is { } gap && !hasOtherwise)
            context.Report(policy, Gap.At(policy.Source, table.Rows[0].Syntax.Span.Cover(table.Rows[^1].Syntax.Span), Describe(table, gap)));
        foreach (var ((first, second), facts) in search.Overlaps.OrderBy(static pair => pair.Key))
            context.Report(policy, Overlap.At(policy.Source, table.Rows[second].Syntax.Span, first + 1, second + 1, Describe(table, facts)) with
            {
                Related = [(policy.Source, table.Rows[first].Syntax.Span, $"第 {first + 1} 行")],
            });
        if (search.Steps > MostSteps)
            context.Report(policy, TooLarge.At(policy.Source, table.Span));
    }

    /// <summary>The last column that a row says anything about; -1 for none.</summary>
    private static int LastConstraint(BoundTableRow row) => row.Cells.ToList().FindLastIndex(static cell => cell is not null);

    /// <summary>The cases of a column, those with the same rows put together; null where a cell cannot be judged.</summary>
    private static ImmutableArray<CaseOfColumn>? Split(BoundTable table, BoundExpression column, int index)
    {
        var cells = table.Rows.Select(row => row.Cells[index]).ToList();
        if (ColumnCases.Of(column, cells.OfType<BoundExpression>()) is not { } samples)
            return null;
        var cases = new List<CaseOfColumn>();
        foreach (var sample in samples)
        {
            var truth = new CellTruth(column, sample);
            var rows = BigInteger.Zero;
            for (var row = 0; row < cells.Count; row++)
            {
                var holds = cells[row] is { } cell ? truth.Of(cell) : true;
                if (holds is null)
                    return null;
                if (holds is true)
                    rows |= BigInteger.One << row;
            }
            cases.Add(new CaseOfColumn(sample, rows));
        }
        return [.. cases.DistinctBy(static one => one.Rows)];
    }

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

    /// <summary>A sample value and the rows whose cell it satisfies, as a set of bits.</summary>
    private sealed record CaseOfColumn(Value Sample, BigInteger Rows);

    /// <summary>Goes through the combinations of cases, stopping where no two rows are left to tell apart.</summary>
    private sealed class Search(ImmutableArray<ImmutableArray<CaseOfColumn>> columns, ImmutableArray<int> lastConstraints)
    {
        private readonly Value[] _facts = new Value[columns.Length];

        public int Steps { get; private set; }

        public ImmutableArray<Value>? Gap { get; private set; }

        public Dictionary<(int First, int Second), ImmutableArray<Value>> Overlaps { get; } = [];

        public void Run(int column, BigInteger rows)
        {
            if (++Steps > MostSteps)
                return;
            if (column == columns.Length || IsDecided(column, rows))
            {
                Record(column, rows);
                return;
            }
            foreach (var one in columns[column])
            {
                _facts[column] = one.Sample;
                var left = rows & one.Rows;
                if (!left.IsZero)
                    Run(column + 1, left);
                else if (Gap is null)
                    Gap = FactsUpTo(column + 1);
            }
        }

        private ImmutableArray<Value> FactsUpTo(int column) => [.. _facts[..column], .. columns.Skip(column).Select(static cases => cases[0].Sample)];

        /// <summary>Whether no row that is left says anything about the columns that are left.</summary>
        private bool IsDecided(int column, BigInteger rows)
        {
            for (var row = 0; !(rows >> row).IsZero; row++)
            {
                if (!(rows >> row).IsEven && lastConstraints[row] >= column)
                    return false;
            }
            return true;
        }

        /// <summary>One finding for each row that is met twice, with the first row before it.</summary>
        private void Record(int column, BigInteger rows)
        {
            var first = -1;
            for (var row = 0; !(rows >> row).IsZero; row++)
            {
                if ((rows >> row).IsEven)
                    continue;
                if (first < 0)
                    first = row;
                else
                    Overlaps.TryAdd((first, row), FactsUpTo(column));
            }
        }
    }
}
