// Whether every case falls into one row of a decision table and no more, for every value that parameters have or may have.
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dsl.Library.Text;
using Dsl.Library.Types;
using Dsl.Library.Values;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Symbols;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>A case of a table.</summary>
/// <param name="Columns">What each column is.</param>
/// <param name="Parameters">What the parameters are.</param>
/// <param name="Text">The case printed as facts.</param>
public sealed record TableCase(ImmutableArray<Value?> Columns, ImmutableDictionary<ParameterSymbol, Value> Parameters, string Text);

/// <summary>What is proved of a table.</summary>
public sealed class TableProof
{
    /// <summary>Cells that are looked at; the document with a longer table has yet to be written.</summary>
    private const int MostCells = 100_000;

    /// <summary>Times and values of parameters that are looked at.</summary>
    private const int MostRuns = 200;

    // The check and the lowering ask for the same tables.
    private static readonly ConditionalWeakTable<BoundTable, TableProof> Known = [];

    private readonly SortedDictionary<(int First, int Second), TableCase> _overlaps = [];

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

    /// <summary>The proof for a table of a clause, made once.</summary>
    public static TableProof Of(BoundPolicy policy, BoundClause clause, BoundTable table) => Known.GetValue(table, _ => Make(policy, clause, table));

    private static TableProof Make(BoundPolicy policy, BoundClause clause, BoundTable table)
    {
        var proof = new TableProof();
        if ((long)table.Rows.Length * table.Columns.Length > MostCells)
        {
            proof.GaveUp = true;
            return proof;
        }
        var parameters = table.Columns.Concat(table.Rows.SelectMany(static row => row.Cells.OfType<BoundExpression>()))
            .SelectMany(static node => Leaves.Of(node, static _ => false)).OfType<BoundParameter>().Select(static node => node.Parameter).Distinct().ToList();
        var times = ParameterTimes.Of(policy, clause, [.. parameters.Where(static parameter => !parameter.IsExternal)]);
        var (external, unclear) = ExternalBound(table);
        proof.Unclear = unclear ?? (times.IsEmpty ? table.Columns[0] : null);
        var domain = TableDomain.Of(policy, clause);
        foreach (var values in times)
        {
            if (proof.Unclear is null)
                proof.Run(table, new Settled(values, policy.EffectiveDate) { External = external }, domain, times.Length);
        }
        return proof;
    }

    /// <summary>The external parameter in the bounds of cells, or the column that cannot be judged because of several.</summary>
    private static (ParameterSymbol? External, BoundExpression? Unclear) ExternalBound(BoundTable table)
    {
        static List<ParameterSymbol> In(BoundExpression node) =>
            [.. Leaves.Of(node, static _ => false).OfType<BoundParameter>().Select(static leaf => leaf.Parameter).Where(static parameter => parameter.IsExternal)];
        ParameterSymbol? external = null;
        var ofColumns = table.Columns.SelectMany(In).ToHashSet();
        for (var index = 0; index < table.Columns.Length; index++)
        {
            var ofColumn = In(table.Columns[index]);
            foreach (var parameter in table.Rows.Select(row => row.Cells[index]).OfType<BoundExpression>().SelectMany(In).Where(parameter => !ofColumn.Contains(parameter)).Distinct())
            {
                if (external is not null && external != parameter || ofColumns.Contains(parameter) || parameter.Type is not QuantityType)
                    return (null, table.Columns[index]);
                external = parameter;
            }
        }
        return (external, null);
    }

    private void Run(BoundTable table, Settled settled, TableDomain domain, int times)
    {
        if (settled.External is not { } external)
        {
            Search(table, settled, domain);
            return;
        }
        if (TableVariable.Of(table, settled, domain, out var unclear) is not { } variables)
        {
            Unclear = unclear;
            return;
        }
        if (ExternalSamples.Of(variables, external) is not { } samples)
        {
            Unclear = table.Columns[0];
            return;
        }
        GaveUp |= samples.Length * times > MostRuns;
        foreach (var sample in samples.Take(MostRuns / times))
            Search(table, settled.With(external, NumberValue.Of(sample)), domain);
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
        var lastConstraints = table.Rows.Select((_, row) => columns.ToList().FindLastIndex(column => column.Stretches[row] is not [(0, var last)] || last < column.Samples.Length - 1)).ToImmutableArray();
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
        var values = variables.Zip(facts).SelectMany(static pair => pair.First.At(pair.Second)).OrderBy(static column => column.Index).Select(static column => column.Value).ToImmutableArray();
        var columns = table.Columns.Zip(values, static (column, value) => $"{NameOf(column)} = {TextOf(column.Type, value)}");
        var parameters = settled.Parameters.Select(static pair => (pair.Key.Name, Text: TextOf(pair.Key.Type, pair.Value)))
            .OrderBy(static pair => pair.Name, StringComparer.Ordinal).Select(static pair => $"参数 {pair.Name} 为 {pair.Text} 时");
        return new(values, settled.Parameters, string.Join("；", columns.Concat(parameters)));
    }

    /// <summary>A column as the header writes it.</summary>
    public static string NameOf(BoundExpression column) => string.Concat(column.Syntax.Tokens.Select(static token => token.Text));

    private static string TextOf(DslType type, Value? value) => value switch
    {
        NumberValue number => QuantityFormat.Format(number.Bounds, type),
        TruthValue truth => truth.Truth.Word(),
        TextValue text => text.Text ?? "",
        _ => "",
    };
}
