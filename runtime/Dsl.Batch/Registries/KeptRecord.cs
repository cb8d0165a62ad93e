// A row of 核定 or 兑现记录 as others keep it: exact texts, and the form in which a run reads them again.
using System.Text;
using Dsl.Data.Outputs;
using Dsl.Facts.Cells;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Batch.Registries;

/// <summary>A row of 核定 or 兑现记录.</summary>
/// <param name="Key">主键.</param>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款.</param>
/// <param name="RowKey">事项行; empty for the subject as a whole.</param>
/// <param name="Year">年度.</param>
/// <param name="Amount">In yuan, exactly: 10000.00.</param>
public sealed record KeptRecord(string Key, string PolicyNumber, string ClauseNumber, string RowKey, int Year, string Amount)
{
    /// <summary>数量 as it is written; empty where nothing is counted.</summary>
    public string Quantity { get; init; } = "";

    /// <summary>期次 as it is written; empty where it is no part.</summary>
    public string Part { get; init; } = "";

    /// <summary>What the record is about, whichever way it is written: equal for records of the same thing.</summary>
    public string Place => string.Join('\n',
        Identity.Of(Key), Identity.Of(PolicyNumber), Identity.Of(ClauseNumber), Identity.Of(RowKey), $"{Year}")
        + (Part.Length == 0 ? "" : $"\n{Identity.Of(Part)}");

    /// <summary>
    /// The cells of a row, in the order of <see cref="KeptRecords.Columns"/>; with 数量 behind them
    /// (<see cref="KeptRecords.PaymentColumns"/>) where it is said.
    /// </summary>
    public IReadOnlyList<string> Cells => Quantity.Length + Part.Length == 0 ? [Key, PolicyNumber, ClauseNumber, RowKey, $"{Year}", Amount]
        : [Key, PolicyNumber, ClauseNumber, RowKey, $"{Year}", Amount, Quantity, Part];
}

/// <summary>The form in which records are handed to a run: <c>policy batch</c> and <c>policy publish</c> read the same.</summary>
public static class KeptRecords
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<string> Columns => RecordTable.Columns;

    /// <summary>The columns of 兑现记录.</summary>
    public static IReadOnlyList<string> PaymentColumns => RecordRow.PaymentColumns;

    /// <summary>A row of a CSV file.</summary>
    public static string Line(IReadOnlyList<string> cells) => new StringBuilder().AppendRow(cells).ToString();

    /// <summary>An amount as it is kept, exactly: 10000.00.</summary>
    public static string Amount(Rational amount) => (amount * 100).IsInteger ? QuantityFormat.Ledger(amount) : $"{amount}";

    /// <summary>The amount that a text keeps.</summary>
    /// <exception cref="FormatException">It keeps none.</exception>
    public static Rational Amount(string kept) => TryAmount(kept) ?? throw new FormatException(kept);

    /// <summary>An amount in any notation that a cell may have: 120000, 12万元; null where it is none.</summary>
    public static Rational? TryAmount(string text) =>
        ValueReader.Read(text, DslType.Money, Bounds.Everything) is { Problem: null, Value: NumberValue { Bounds.Low: { } amount } }
            ? amount : null;
}
