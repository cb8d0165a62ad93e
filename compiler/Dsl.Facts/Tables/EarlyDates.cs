// Dates before 1949: what spreadsheets and databases make of an empty date. They are accepted with a warning.
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Dsl.Facts.Diagnostics;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;

namespace Dsl.Facts.Tables;

/// <summary>Early dates of a table. Safe on several threads; the findings do not depend on their order.</summary>
public sealed class EarlyDates
{
    private static readonly DateOnly First = new(1949, 1, 1);

    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, NamedRows> _columns = [];

    /// <summary>Whether a day is early.</summary>
    /// <param name="day">Its <see cref="DateOnly.DayNumber"/>.</param>
    public static bool IsEarly(long day) => day < First.DayNumber;

    /// <summary>The warning on a single value; null where there is none to give.</summary>
    public static DataProblem? Problem(string text, Value? value) =>
        value is NumberValue { Bounds.Low: { } day } && CivilDate.FromNumber(day) < First
            ? ValueDiagnostics.EarlyDate.With(text.Trim())
            : null;

    /// <summary>Notes a date.</summary>
    /// <param name="column">Its column, by the number of the wanted column.</param>
    /// <param name="row">The row, as users see it.</param>
    /// <param name="text">The date as it is written.</param>
    public void Note(int column, long row, string text)
    {
        lock (_lock)
        {
            _columns[column] = _columns.GetValueOrDefault(column, NamedRows.None).Add(row, text);
        }
    }

    /// <summary>The columns that have some.</summary>
    public ImmutableArray<EarlyColumn> Columns(MappedTable table)
    {
        lock (_lock)
        {
            return [.. _columns.Select(column => new EarlyColumn(column.Key, table.HeaderOf(column.Key), column.Value))];
        }
    }
}

/// <summary>The early dates of a column.</summary>
/// <param name="Column">The number of the wanted column.</param>
/// <param name="Header">Its name in the table.</param>
/// <param name="Rows">The rows that have one, at least one.</param>
public sealed record EarlyColumn(
    [property: JsonPropertyName("第几列")] int Column, [property: JsonPropertyName("列")] string Header,
    [property: JsonPropertyName("行")] NamedRows Rows)
{
    /// <summary>The columns of two parts of a table.</summary>
    public static IReadOnlyList<EarlyColumn> Add(IReadOnlyList<EarlyColumn> left, IReadOnlyList<EarlyColumn> right) =>
    [
        .. left.Concat(right).GroupBy(static column => column.Column).OrderBy(static column => column.Key)
            .Select(static column => column.Aggregate(static (one, other) => one with { Rows = one.Rows.Add(other.Rows) })),
    ];

    /// <summary>The warning, on the first early date; it names the next ones.</summary>
    /// <param name="shown">The table, as shown in messages.</param>
    public DataFinding Finding(string shown)
    {
        var (count, first) = (Rows.Count, Rows.First[0]);
        var others = string.Join('、',
            Rows.First.Skip(1).Select(static other => string.Create(CultureInfo.InvariantCulture, $"第 {other.Line} 行“{other.Text}”")));
        return (count == 1 ? ValueDiagnostics.EarlyDate.With(first.Text)
            : (count > Rows.First.Count ? ValueDiagnostics.ManyEarlyDates : ValueDiagnostics.EarlyDates).With(first.Text, count, others))
            .At(new(shown, first.Line, Header, first.Text));
    }
}
