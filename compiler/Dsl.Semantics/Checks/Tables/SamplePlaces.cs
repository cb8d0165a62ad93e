// Where the values that a cell names stand among the samples of its column.
using System.Collections.Immutable;
using Dsl.Library.Types;
using Dsl.Library.Values;
using Dsl.Semantics.Binding.Bound;

namespace Dsl.Semantics.Checks.Tables;

/// <summary>The samples of a column, by value.</summary>
internal sealed class SamplePlaces
{
    private readonly int _count;
    private readonly bool _isOrdered;
    private readonly ImmutableArray<Rational> _numbers = [];
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    /// <summary>Reads the samples of a column of a type; those of numbers ascend.</summary>
    public SamplePlaces(DslType type, ImmutableArray<Value> samples)
    {
        _count = samples.Length;
        _isOrdered = type is QuantityType or DateType or YearType;
        if (_isOrdered)
            _numbers = [.. samples.OfType<NumberValue>().Select(static sample => sample.Bounds.Low).OfType<Rational>()];
        for (var i = 0; i < samples.Length; i++)
        {
            if (samples[i] is TextValue { Text: { } text })
                _texts.TryAdd(text, i);
        }
    }

    /// <summary>Stretches of samples, which cover all of them, within each of which a cell is constant.</summary>
    public IEnumerable<(int First, int Last)> Split(BoundExpression cell)
    {
        var next = 0;
        foreach (var place in Named(cell).Distinct().Order())
        {
            if (place > next)
                yield return (next, place - 1);
            yield return (place, place);
            next = place + 1;
        }
        if (next < _count)
            yield return (next, _count - 1);
    }

    /// <summary>The places of the values that a cell names; of a number that is no sample, the sample above it.</summary>
    private IEnumerable<int> Named(BoundExpression cell)
    {
        if (!_isOrdered && _texts.Count == 0)
            return Enumerable.Range(0, _count);
        var nodes = cell.DescendantsAndSelf();
        return _isOrdered
            ? ColumnCases.NumbersIn(nodes).Select(PlaceOf).Where(place => place < _count)
            : ColumnCases.TextsIn(nodes).Where(_texts.ContainsKey).Select(text => _texts[text]);
    }

    private int PlaceOf(Rational number) => _numbers.BinarySearch(number) is var place and >= 0 ? place : ~_numbers.BinarySearch(number);
}
