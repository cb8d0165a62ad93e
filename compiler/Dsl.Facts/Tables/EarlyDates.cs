// Dates before 1949: what spreadsheets and databases make of an empty date. They are accepted with a warning.
using System.Collections.Immutable;
using System.Globalization;
using Dsl.Facts.Diagnostics;
using Dsl.Loading.Findings;
using Dsl.Values.Exact;

namespace Dsl.Facts.Tables;

/// <summary>Early dates of a table. Safe on several threads; the findings do not depend on their order.</summary>
public sealed class EarlyDates
{
    private const int Named = 5;

    private static readonly DateOnly First = new(1949, 1, 1);

    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, (long Count, SortedDictionary<long, string> Rows)> _columns = [];

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
            var (count, rows) = _columns.GetValueOrDefault(column, (0, []));
            rows.TryAdd(row, text);
            if (rows.Count > Named)
                rows.Remove(rows.Keys.Last());
            _columns[column] = (count + 1, rows);
        }
    }

    /// <summary>One warning per column, on its first early date; it names the next ones.</summary>
    public ImmutableArray<DataFinding> Findings(MappedTable table)
    {
        lock (_lock)
        {
            return [.. _columns.Select(column => Finding(table, column.Key, column.Value.Count, column.Value.Rows))];
        }
    }

    private static DataFinding Finding(MappedTable table, int column, long count, SortedDictionary<long, string> rows)
    {
        var (row, text) = rows.First();
        var others = string.Join('、',
            rows.Skip(1).Select(static other => string.Create(CultureInfo.InvariantCulture, $"第 {other.Key} 行“{other.Value}”")));
        return (count == 1 ? ValueDiagnostics.EarlyDate.With(text)
            : (count > rows.Count ? ValueDiagnostics.ManyEarlyDates : ValueDiagnostics.EarlyDates).With(text, count, others))
            .At(new(table.Shown, row, table.HeaderOf(column), text));
    }
}
