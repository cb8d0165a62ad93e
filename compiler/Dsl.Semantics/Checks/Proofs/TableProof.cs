// Whether every case falls into one row of a decision table and no more, for every value that parameters have or may have.
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>A case of a table.</summary>
/// <param name="Columns">What each column is.</param>
/// <param name="Parameters">What the parameters are.</param>
/// <param name="Bound">What an input that cells compare with is; null for none.</param>
/// <param name="Text">The case printed as facts.</param>
public sealed record TableCase(ImmutableArray<Value?> Columns, ImmutableDictionary<ParameterSymbol, Value> Parameters,
    (BoundExpression Input, Value Value)? Bound, string Text);

/// <summary>What is proved of a table.</summary>
public sealed class TableProof
{
    /// <summary>Cells that are looked at; the document with a longer table has yet to be written.</summary>
    private const int MostCells = 100_000;

    /// <summary>Times and values of parameters and inputs in bounds that are looked at, fewer for a long table.</summary>
    private const int MostRuns = 200, MostCellsOfRuns = 400_000;

    // The check and the lowering ask for the same tables.
    private static readonly ConditionalWeakTable<BoundTable, KeptProof> Known = [];

    private readonly SortedDictionary<(int First, int Second), TableCase> _overlaps = [];

    // 年度 is looked at while the policy is in force; a run may ask for another.
    private bool _readsTime;

    private TableProof()
    {
    }

    /// <summary>A case that no row takes; null where there is none.</summary>
    public TableCase? Gap { get; private set; }

    /// <summary>Pairs of rows with a case that both take.</summary>
    public IReadOnlyDictionary<(int First, int Second), TableCase> Overlaps => _overlaps;

    /// <summary>Whether there are more cases than were looked at.</summary>
    public bool GaveUp { get; private set; }

    /// <summary>A column whose cells read more than it; null where all can be judged.</summary>
    public BoundExpression? Unclear { get; private set; }

    /// <summary>Whether it is proved that some row takes every case.</summary>
    public bool IsComplete => Gap is null && !GaveUp && Unclear is null;

    /// <summary>Whether it is proved that no two rows take one case, of any year.</summary>
    public bool IsDisjoint => _overlaps.Count == 0 && !_readsTime && !GaveUp && Unclear is null;

    /// <summary>The proof for a table of a clause, made once for a head.</summary>
    public static TableProof Of(BoundPolicy policy, BoundClause clause, BoundTable table)
    {
        if (!Known.TryGetValue(table, out var kept) || (policy.Terms.ChangedFrom(kept.Terms) & kept.Reads) != 0)
        {
            var reads = new TermReads();
            kept = new(Make(policy with { Reads = reads }, clause, table), policy.Terms, reads.Take());
            Known.AddOrUpdate(table, kept);
        }
        policy.Reads?.Note(kept.Reads);
        return kept.Proof;
    }

    /// <summary>A proof with the head that it was made under.</summary>
    /// <param name="Reads">The parts of the head that it depends on.</param>
    private sealed record KeptProof(TableProof Proof, PolicyTerms Terms, TermParts Reads);

    private static TableProof Make(BoundPolicy policy, BoundClause clause, BoundTable table)
    {
        var proof = new TableProof();
        if ((long)table.Rows.Length * table.Columns.Length > MostCells)
        {
            proof.GaveUp = true;
            return proof;
        }
        var parameters = table.Columns.Concat(table.Rows.SelectMany(static row => row.Cells.OfType<BoundExpression>()))
            .SelectMany(static node => Leaves.Of(node, static _ => false)).OfType<BoundParameter>()
            .Select(static node => node.Parameter).Distinct().ToList();
        var times = ParameterTimes.Of(policy, clause, [.. parameters.Where(static parameter => !parameter.IsExternal)]);
        proof._readsTime = table.Columns.SelectMany(static node => Leaves.Of(node, static _ => false)).OfType<BoundIntrinsic>()
            .Any(static node => node.Name is ContextKind.ApplicationYear or ContextKind.AsOfDate);
        proof.Unclear = times.IsEmpty ? table.Columns[0] : null;
        var domain = TableDomain.Of(policy, clause);
        foreach (var values in times)
        {
            if (proof.Unclear is null)
                proof.Run(table, new Settled(values, policy, clause), domain, times.Length);
        }
        return proof;
    }

    private void Run(BoundTable table, Settled settled, TableDomain domain, int times)
    {
        if (InputsInBounds(table, settled) is not { Count: > 0 } bounds)
        {
            Search(table, settled, domain);
            return;
        }
        // With two more inputs there are too many orders in which bounds can stand.
        if (bounds is not [{ Input: { Type: QuantityType or DateType or YearType } bound }])
        {
            Unclear = bounds[^1].Column;
            return;
        }
        if (TableVariable.Of(table, settled with { Bound = bound }, domain, out var unclear) is not { } variables
            || BoundSamples.Of(variables, bound, settled with { Bound = bound }, domain) is not { } samples)
        {
            Unclear = unclear ?? bounds[0].Column;
            return;
        }
        var runs = Math.Clamp(MostCellsOfRuns / (table.Rows.Length * table.Columns.Length), 1, MostRuns) / times;
        GaveUp |= samples.Length > runs;
        foreach (var sample in samples.Take(runs))
            Search(table, settled with { Bound = bound, BoundValue = NumberValue.Of(sample) }, domain);
    }

    /// <summary>What the cells read beside their own column and what is settled, with the column.</summary>
    private static List<(BoundExpression Input, BoundExpression Column)> InputsInBounds(BoundTable table, Settled settled)
    {
        var found = new List<(BoundExpression Input, BoundExpression Column)>();
        for (var index = 0; index < table.Columns.Length; index++)
        {
            var (column, input) = (table.Columns[index], TableVariable.InputOf(table.Columns[index], settled));
            foreach (var other in table.Rows.Select(row => row.Cells[index]).OfType<BoundExpression>()
                .SelectMany(cell => Leaves.Of(cell, node => Leaves.Same(node, input) || Leaves.Same(node, column) || settled.Has(node))))
            {
                if (!found.Exists(known => Leaves.Same(known.Input, other)))
                    found.Add((other, column));
            }
        }
        return found;
    }

    private void Search(BoundTable table, Settled settled, TableDomain domain)
    {
        if (TableVariable.Of(table, settled, domain, out var unclear) is not { } variables)
        {
            Unclear = unclear;
            return;
        }
        var columns = variables.Select(static variable => variable.Column()).ToImmutableArray();
        if (columns.Any(static column => column.Samples.IsEmpty))
            return;
        // A last row of - alone says what holds otherwise: it closes every gap and overlaps nothing.
        var hasOtherwise = table.Rows.Length > 1 && table.Rows[^1].Cells.All(static cell => cell is null);
        var lastConstraints = table.Rows
            .Select((_, row) =>
                columns.ToList().FindLastIndex(column => column.Intervals[row] is not [(0, var last)] || last < column.Samples.Length - 1))
            .ToImmutableArray();
        var search = new TableSearch(columns, lastConstraints);
        search.Run([.. Enumerable.Range(0, table.Rows.Length - (hasOtherwise ? 1 : 0))]);
        if (search.Gap is { } gap && !hasOtherwise)
            Gap ??= Describe(table, variables, settled, gap);
        foreach (var (rows, facts) in search.Overlaps)
            _overlaps.TryAdd(rows, Describe(table, variables, settled, facts));
        GaveUp |= search.GaveUp;
    }

    private static TableCase Describe(BoundTable table, List<TableVariable> variables, Settled settled, ImmutableArray<Value> facts)
    {
        var values = variables.Zip(facts).SelectMany(static pair => pair.First.At(pair.Second)).OrderBy(static column => column.Index)
            .Select(static column => column.Value).ToImmutableArray();
        var columns = table.Columns.Zip(values, static (column, value) => $"{NameOf(column)} = {TextOf(column.Type, value)}");
        var parameters = settled.Parameters.Select(static pair => (pair.Key.Name, Text: TextOf(pair.Key.Type, pair.Value)))
            .OrderBy(static pair => pair.Name, StringComparer.Ordinal).Select(static pair => $"参数 {pair.Name} 为 {pair.Text} 时");
        if (settled.Bound is not { } bound || settled.BoundValue is not { } value
            || table.Columns.Any(column => Leaves.Same(column, bound)))
            return new(values, settled.Parameters, null, string.Join("；", columns.Concat(parameters)));
        var other = $"{(bound is BoundParameter ? "参数 " : "")}{NameOf(bound)} = {TextOf(bound.Type, value)}";
        return new(values, settled.Parameters, (bound, value), string.Join("；", columns.Append(other).Concat(parameters)));
    }

    /// <summary>A column as the header writes it.</summary>
    public static string NameOf(BoundExpression column) => string.Concat(column.Syntax.Tokens.Select(static token => token.Text));

    private static string TextOf(DslType type, Value? value) => value switch
    {
        NumberValue number => QuantityFormat.Display(number.Bounds, type),
        TruthValue truth => truth.Truth.Word(),
        TextValue text => text.Text ?? "",
        _ => "",
    };
}
