// What the columns of a table hang on: a fact (perhaps through 令: 全年人数 / 12), or a column that is computed from several.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks.Proofs;

/// <summary>One input with the columns of a table that follow it.</summary>
internal sealed class TableVariable
{
    private readonly BoundTable _table;
    private readonly Settled _settled;
    private readonly TableDomain _domain;
    private readonly List<int> _columns = [];
    private readonly Cuts _cuts;
    private readonly List<(BoundExpression Truth, bool MustHold)> _conditions = [];

    private TableVariable(BoundTable table, BoundExpression input, Settled settled, TableDomain domain)
    {
        (_table, Input, _settled, _domain) = (table, input, settled, domain);
        _cuts = new(input, settled);
    }

    public BoundExpression Input { get; }

    /// <summary>Where the truths of the table over the input may change.</summary>
    public Cuts Cuts => _cuts;

    /// <summary>The range of a number, whatever the input in bounds is: only so its samples stand for all its values.</summary>
    public NumberDomain Domain => new ExpressionRange(_settled.WithoutBound, _domain).Of(Input);

    /// <summary>The inputs of a table; null where a cell reads something else (then the column is said).</summary>
    public static List<TableVariable>? Of(BoundTable table, Settled settled, TableDomain domain, out BoundExpression? unclear)
    {
        var variables = new List<TableVariable>();
        unclear = null;
        for (var index = 0; index < table.Columns.Length; index++)
        {
            var column = table.Columns[index];
            var input = InputOf(column, settled.WithoutBound);
            var known = variables.Find(variable => Leaves.Same(variable.Input, input));
            if (known is null)
                variables.Add(known = new(table, input, settled, domain));
            known._columns.Add(index);
            if (known.TryAdd(column, index))
                continue;
            unclear = column;
            return null;
        }
        foreach (var variable in variables)
            variable.AddConditions();
        return variables;
    }

    /// <summary>The one fact that a column follows by lines; else the column itself, of which only its range is known.</summary>
    public static BoundExpression InputOf(BoundExpression column, Settled settled)
    {
        while (column is BoundLocal { Let.Value: BoundLocal or BoundFact } local)
            column = local.Let.Value;
        if (column is not BoundLocal || Leaves.Of(column, settled.Has) is not [var only])
            return column;
        return new Cuts(only, settled).Add(column)
            && (column.Type is not (QuantityType or DateType or YearType) || new Pieces(only, settled).Of(column) is not null)
            ? only : column;
    }

    private bool TryAdd(BoundExpression column, int index) =>
        _cuts.Add(column) && _table.Rows.All(row => row.Cells[index] is not { } cell || ReadsOnlyInput(cell) && _cuts.Add(cell));

    private bool ReadsOnlyInput(BoundExpression node) => Leaves.Of(node, part => Leaves.Same(part, Input) || _settled.Has(part)).Count == 0;

    private void AddConditions()
    {
        foreach (var condition in _domain.Conditions)
        {
            if (ReadsOnlyInput(condition.Truth) && _cuts.Add(condition.Truth))
                _conditions.Add(condition);
        }
        var ranges = new ExpressionRange(_settled.WithoutBound, _domain);
        foreach (var (op, constant) in new ImpliedBounds(_domain, ranges).Of(Input))
        {
            var implied = new BoundComparison(Input.Syntax, Input.Span, op, Input,
                new BoundConstant(Input.Syntax, Input.Span, NumberValue.Of(constant), Input.Type));
            if (_cuts.Add(implied))
                _conditions.Add((implied, true));
        }
    }

    /// <summary>The input as the search needs it. Without samples where the conditions leave no case.</summary>
    public TableColumn Column()
    {
        ImmutableArray<Value> samples = [.. Samples().Where(Admits)];
        var isOrdered = Input.Type is QuantityType or DateType or YearType;
        var numbers =
            isOrdered ? samples.Select(static sample => ((NumberValue)sample).Bounds.Low ?? Rational.Zero).ToImmutableArray() : [];
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i] is TextValue { Text: { } text })
                texts.TryAdd(text, i);
        }
        var evaluators = samples.Select(sample => _settled.At(Input, sample)).ToImmutableArray();
        var intervals = _table.Rows.Select(row => _columns.Select(column => row.Cells[column]).OfType<BoundExpression>()
            .Select(cell => TableColumn.StretchesOf(PlacesOf(cell, numbers, texts, samples.Length), samples.Length,
                sample => evaluators[sample].TruthOf(cell) != false))
            .DefaultIfEmpty(samples.IsEmpty ? [] : [(0, samples.Length - 1)])
            .Aggregate(TableColumn.Common));
        return new(samples, [.. intervals]);
    }

    /// <summary>Where a cell may change among the samples; of a number that is no sample, the sample above it.</summary>
    private IEnumerable<int> PlacesOf(BoundExpression cell, ImmutableArray<Rational> numbers, Dictionary<string, int> texts, int count)
    {
        if (numbers.IsEmpty && texts.Count == 0)
            return Enumerable.Range(0, count);
        var cuts = new Cuts(Input, _settled);
        cuts.Add(cell);
        var places = texts.Count > 0 ? cuts.Texts.Where(texts.ContainsKey).Select(text => texts[text])
            : cuts.Thresholds.Select(threshold => numbers.BinarySearch(threshold.Offset)).Select(static place => place < 0 ? ~place : place)
                .Where(place => place < count);
        return places.Distinct().Order();
    }

    private bool Admits(Value sample) =>
        _conditions
            .TrueForAll(condition => _settled.At(Input, sample).TruthOf(condition.Truth) is not { } holds || holds == condition.MustHold);

    private IEnumerable<Value> Samples()
    {
        if (_settled.Of(Input) is { } value)
            return [value];
        if (ExpressionRange.Constants(Input) is { } constants)
            return Input.Type is QuantityType or DateType or YearType
                ? constants.OrderBy(static constant => ((NumberValue)constant).Bounds.Low)
                : constants;
        return Input.Type switch
        {
            TruthType => [TruthValue.Yes, TruthValue.No],
            EnumType { IsOpen: false } type => type.Members.Select(TextValue.Of),
            EnumType type => type.Members.Concat(_cuts.Texts).Distinct().Append(Outside("列明以外的值", [.. type.Members, .. _cuts.Texts]))
                .Select(TextValue.Of),
            TextType => _cuts.Texts.Append(Outside("其他文本", _cuts.Texts)).Select(TextValue.Of),
            _ =>
                NumberSamples.Of(_cuts.Thresholds.Select(static threshold => threshold.Offset), Domain,
                    inMiddle: !_columns.Exists(column => Leaves.Same(_table.Columns[column], Input)))
                    .Select(NumberValue.Of),
        };
    }

    private static string Outside(string word, ICollection<string> named) =>
        named.Contains(word) ? Outside($"{word}（未写）", named) : word;

    /// <summary>The columns with what they are for a value of the input.</summary>
    public IEnumerable<(int Index, Value? Value)> At(Value sample) =>
        _columns.Select(column => (column, _settled.At(Input, sample).ValueOf(_table.Columns[column])));
}
