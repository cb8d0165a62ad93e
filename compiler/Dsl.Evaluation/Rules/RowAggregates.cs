// 合计, 计数, 存在, 最大值, 最小值, 平均 over rows: each keeps what it needs and no more, so that a registry of any size is one pass.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>Collects rows for one aggregate.</summary>
/// <typeparam name="TNumber">What holds a number.</typeparam>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
public interface IRowAggregate<TNumber, TTruth>
{
    /// <summary>A row that counts if the filter holds.</summary>
    /// <param name="filter">Whether it counts.</param>
    /// <param name="value">Its value; of no matter to 计数 and 存在.</param>
    /// <param name="times">How many such rows there are, at least 1.</param>
    void Add(TTruth filter, TNumber value, long times = 1);

    /// <summary>A table that was not supplied: any number of rows of which nothing is known.</summary>
    /// <param name="valueOfAnyRow">What is known of the value of a row all the same.</param>
    /// <param name="table">未知, waiting for the table.</param>
    void AddMissingTable(TNumber valueOfAnyRow, TTruth table);
}

/// <summary>合计.</summary>
/// <param name="sum">Adds up; empty.</param>
public struct SumOfRows<TNumber, TTruth, TSum>(TSum sum) : IRowAggregate<TNumber, TTruth>
    where TNumber : IBoundsFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth> where TSum : IRowSum<TNumber>
{
    private TSum _sum = sum;

    /// <summary>The sum.</summary>
    public readonly TNumber Result => _sum.Sum;

    /// <inheritdoc/>
    public void Add(TTruth filter, TNumber value, long times = 1)
    {
        if (filter.IsNo)
            return;
        var hull = filter.IsYes ? value : TNumber.Hull(value, TNumber.Of(0));
        _sum.Add(filter.IsYes ? value : TNumber.Between(hull, hull, filter & value.Waiting), times);
    }

    /// <inheritdoc/>
    public void AddMissingTable(TNumber valueOfAnyRow, TTruth table) => _sum.Add(AnyNumberOf(valueOfAnyRow, table), 1);

    private static TNumber AnyNumberOf(TNumber value, TTruth table)
    {
        var (isNeverLess, isNeverMore) = ((value >= TNumber.Of(0)).IsYes, (value <= TNumber.Of(0)).IsYes);
        return isNeverLess && isNeverMore ? TNumber.Of(0)
            : isNeverLess ? TNumber.NonNegative(table)
            : isNeverMore ? -TNumber.NonNegative(table)
            : TNumber.Everything(table);
    }
}

/// <summary>计数.</summary>
public struct CountOfRows<TNumber, TTruth>() : IRowAggregate<TNumber, TTruth>
    where TNumber : IBoundsFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth>
{
    /// <summary>How many rows.</summary>
    public TNumber Result { get; private set; } = TNumber.Of(0);

    /// <inheritdoc/>
    public void Add(TTruth filter, TNumber value, long times = 1)
    {
        if (!filter.IsNo)
            Result += filter.IsYes ? TNumber.Of(times) : TNumber.Between(TNumber.Of(0), TNumber.Of(times), filter);
    }

    /// <inheritdoc/>
    public void AddMissingTable(TNumber valueOfAnyRow, TTruth table) => Result += TNumber.NonNegative(table);

    /// <summary>Adds what other rows came to.</summary>
    public void Add(TNumber others) => Result += others;
}

/// <summary>存在.</summary>
public struct AnyOfRows<TNumber, TTruth>() : IRowAggregate<TNumber, TTruth> where TTruth : ITruthFace<TTruth>
{
    /// <summary>Whether there is such a row.</summary>
    public TTruth Result { get; private set; } = TTruth.Of(false);

    /// <inheritdoc/>
    public void Add(TTruth filter, TNumber value, long times = 1) => Result |= filter;

    /// <inheritdoc/>
    public void AddMissingTable(TNumber valueOfAnyRow, TTruth table) => Result |= table;

    /// <summary>Adds what other rows came to.</summary>
    public void Add(TTruth others) => Result |= others;
}

/// <summary>最大值, and 最小值 as the mirror image: the largest of the negatives.</summary>
/// <param name="isLargest">Which of the two.</param>
public struct ExtremeOfRows<TNumber, TTruth>(bool isLargest) : IRowAggregate<TNumber, TTruth>
    where TNumber : IBoundsFace<TNumber, TTruth> where TTruth : notnull, ITruthFace<TTruth>
{
    // How far up rows may reach that wait for the same things.
    private Dictionary<TTruth, TNumber>? _uncertain;
    private TNumber _ofCertainRows = TNumber.Of(0);
    private TNumber _ofAllRows = TNumber.Of(0);
    private bool _hasCertain;
    private bool _hasAny;
    private TTruth _tables = TTruth.Of(true);

    /// <inheritdoc/>
    public void Add(TTruth filter, TNumber value, long times = 1)
    {
        if (filter.IsNo)
            return;
        var number = isLargest ? value : -value;
        (_ofAllRows, _hasAny) = (_hasAny ? TNumber.Max(_ofAllRows, number) : number, true);
        if (filter.IsYes)
            (_ofCertainRows, _hasCertain) = (_hasCertain ? TNumber.Max(_ofCertainRows, number) : number, true);
        AddUncertain(filter & value.Waiting, number);
    }

    /// <inheritdoc/>
    public void AddMissingTable(TNumber valueOfAnyRow, TTruth table) => _tables &= table;

    /// <summary>What the rows came to so far; of 最小值 the numbers are negatives.</summary>
    public readonly ExtremeParts<TNumber, TTruth> Parts =>
        new(_hasCertain, _ofCertainRows, _uncertain?.AsEnumerable() ?? [], _tables);

    /// <summary>Adds what other rows came to.</summary>
    public void Add(ExtremeParts<TNumber, TTruth> others)
    {
        if (others.HasCertain)
        {
            (_ofAllRows, _hasAny) = (_hasAny ? TNumber.Max(_ofAllRows, others.OfCertainRows) : others.OfCertainRows, true);
            (_ofCertainRows, _hasCertain) =
                (_hasCertain ? TNumber.Max(_ofCertainRows, others.OfCertainRows) : others.OfCertainRows, true);
        }
        foreach (var (waiting, number) in others.Uncertain)
        {
            (_ofAllRows, _hasAny) = (_hasAny ? TNumber.Max(_ofAllRows, number) : number, true);
            AddUncertain(waiting, number);
        }
        _tables &= others.Tables;
    }

    private void AddUncertain(TTruth waiting, TNumber number)
    {
        if (waiting.IsYes)
            return;
        _uncertain ??= [];
        _uncertain[waiting] = _uncertain.TryGetValue(waiting, out var before) ? TNumber.Max(before, number) : number;
    }

    /// <summary>The extreme; unknown over no rows.</summary>
    /// <param name="noRows">未知, waiting for there being rows.</param>
    public readonly TNumber Result(TTruth noRows)
    {
        if (!_tables.IsYes || !_hasCertain && _hasAny)
            return TNumber.Everything(Waiting(isReached: false));
        if (!_hasCertain)
            return TNumber.Everything(noRows);
        var largest = TNumber.Between(_ofCertainRows, _ofAllRows, Waiting(isReached: true));
        return isLargest ? largest : -largest;
    }

    // A row that can be no larger than what is certainly reached cannot change the result.
    private readonly TTruth Waiting(bool isReached)
    {
        var waiting = _tables;
        if (_uncertain is null)
            return waiting;
        foreach (var (row, upTo) in _uncertain)
            waiting = isReached && (upTo <= _ofCertainRows).IsYes ? waiting : waiting & row;
        return waiting;
    }
}

/// <summary>What rows came to of which the extreme is sought.</summary>
/// <param name="HasCertain">Whether a row certainly counts.</param>
/// <param name="OfCertainRows">The largest of those that do.</param>
/// <param name="Uncertain">How far up rows may reach that wait for the same things.</param>
/// <param name="Tables">未知, waiting for the tables that were not supplied; 是 where there are none.</param>
public readonly record struct ExtremeParts<TNumber, TTruth>(
    bool HasCertain, TNumber OfCertainRows, IEnumerable<KeyValuePair<TTruth, TNumber>> Uncertain, TTruth Tables);

/// <summary>平均.</summary>
/// <param name="sum">Adds up; empty.</param>
public struct AverageOfRows<TNumber, TTruth, TSum>(TSum sum) : IRowAggregate<TNumber, TTruth>
    where TNumber : IBoundsFace<TNumber, TTruth> where TTruth : ITruthFace<TTruth> where TSum : IRowSum<TNumber>
{
    private TSum _sum = sum;
    private TNumber _hull = TNumber.Of(0);
    private long _certainRows;
    private bool _hasAny;
    private bool _hasPossibleRows;
    private bool _tableIsMissing;
    private TTruth _waiting = TTruth.Of(true);

    /// <inheritdoc/>
    public void Add(TTruth filter, TNumber value, long times = 1)
    {
        if (filter.IsNo)
            return;
        (_hull, _hasAny) = (_hasAny ? TNumber.Hull(_hull, value) : value, true);
        _waiting &= filter & value.Waiting;
        if (!filter.IsYes)
        {
            _hasPossibleRows = true;
            return;
        }
        _sum.Add(value, times);
        _certainRows += times;
    }

    /// <inheritdoc/>
    public void AddMissingTable(TNumber valueOfAnyRow, TTruth table) => (_tableIsMissing, _waiting) = (true, _waiting & table);

    /// <summary>What the rows came to so far, but for the sum.</summary>
    public readonly AverageParts<TNumber, TTruth> Parts =>
        new(_hasAny, _hull, _certainRows, _hasPossibleRows, _tableIsMissing, _waiting);

    /// <summary>Adds what other rows came to, but for their sum.</summary>
    public void Add(AverageParts<TNumber, TTruth> others)
    {
        if (others.HasAny)
            (_hull, _hasAny) = (_hasAny ? TNumber.Hull(_hull, others.Hull) : others.Hull, true);
        _certainRows += others.CertainRows;
        _hasPossibleRows |= others.HasPossibleRows;
        _tableIsMissing |= others.TableIsMissing;
        _waiting &= others.Waiting;
    }

    /// <summary>A number, and by what it is to be divided; unknown over no rows.</summary>
    /// <param name="noRows">未知, waiting for there being rows.</param>
    public readonly (TNumber Total, long Rows) Result(TTruth noRows) =>
        _tableIsMissing || _certainRows == 0 && _hasPossibleRows ? (TNumber.Everything(_waiting), 1)
        : !_hasAny ? (TNumber.Everything(noRows), 1)
        : _hasPossibleRows ? (TNumber.Between(_hull, _hull, _waiting), 1)
        : (_sum.Sum, _certainRows);
}

/// <summary>What rows came to of which the average is sought.</summary>
/// <param name="HasAny">Whether a row may count.</param>
/// <param name="Hull">Between what their values lie.</param>
/// <param name="CertainRows">How many certainly count.</param>
/// <param name="HasPossibleRows">Whether some may count or not.</param>
/// <param name="TableIsMissing">Whether a table was not supplied.</param>
/// <param name="Waiting">What the average waits for; 是 where it waits for nothing.</param>
public readonly record struct AverageParts<TNumber, TTruth>(
    bool HasAny, TNumber Hull, long CertainRows, bool HasPossibleRows, bool TableIsMissing, TTruth Waiting);
